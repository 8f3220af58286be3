import CarnetBytes
import CarnetStorage
import CarnetTestKit
import Testing

/// Truncation and single flipped bits: what must start, what must be refused, what must be found.
@Suite struct CorruptionTests {
    /// A small store after a kill: a snapshot or two, a live segment with frames up to LSN
    /// `durable`, and a watermark frame where `marked`.
    private static func killed(
        seed: UInt64,
        frames: Int,
        marked: Bool,
        options: StoreOptions = .small
    ) throws -> (files: SimulatedFiles, state: TestState) {
        var random = SeededRandom(seed: seed)
        let disk = SimulatedDisk(seed: seed)
        let store = try TestStore(disk, options: options)
        for _ in 0..<4 { try store.write(5, sync: true, &random) }
        try store.snapshot()
        for _ in 0..<frames {
            try store.write(Int.random(in: 1...30, using: &random), sync: true, &random)
        }
        if marked { try store.log.writeWatermark() }
        return (disk.files, store.state)
    }

    private static func liveSegment(_ files: SimulatedFiles) throws -> String {
        try #require(files.paths.last { $0.hasSuffix(".wal") })
    }

    /// Segments that hold more than 64 KiB.
    private static var largeSegments: StoreOptions {
        var options = StoreOptions.small
        options.segmentByteCount = 128 << 10
        return options
    }

    /// T3. Goal: wherever the last 64 KiB of the written bytes of the live segment, all of them above
    /// MANIFEST's durable LSN, end, the start succeeds with exactly the complete events. Method:
    /// every byte is tried with `CARNET_TEST_EVERY=1`, else some, with the file cut short and with
    /// zeros instead.
    @Test(arguments: 1...2 as ClosedRange<UInt64>)
    func T3_aTruncatedLiveSegmentStartsWithItsCompleteEvents(seed: UInt64) throws {
        let options = Self.largeSegments
        let (files, state) = try Self.killed(
            seed: seed,
            frames: 19,
            marked: false,
            options: options
        )
        let path = try Self.liveSegment(files)
        let bytes = try #require(files.bytes(path))
        let ends = try Self.frameEnds(files)
        let durable = try Self.manifestDurable(files)
        let covered = try #require(ends.first { $0.last >= durable }?.end)
        let written = try #require(ends.last?.end)
        let first = written - (64 << 10)
        #expect(first >= covered, "the script wrote too little")
        let step = testsEveryPlace ? 1 : max(1, 80 / testScale) | 1
        defer { print("T3: seed \(seed), \((written - first + step - 1) / step) cuts") }
        for end in Swift.stride(from: first, to: written, by: step) {
            var left = files
            var short = Array(bytes[..<end])
            if seed % 2 == 0 { short += [UInt8](repeating: 0, count: bytes.count - end) }
            left.setBytes(path, short)
            let store = try TestStore(SimulatedDisk(left, seed: seed), options: options)
            let expected = ends.last { $0.bodyEnd <= end }?.last ?? durable
            let back = store.state.events
            let place: Comment = "seed \(seed), cut at \(end)"
            // Zeros may stand for bytes that were zero anyway.
            if seed % 2 == 0 {
                #expect(back.count >= Int(expected.value), place)
            } else {
                #expect(back.count == Int(expected.value), place)
            }
            #expect(back == Array(state.events.prefix(back.count)), place)
        }
    }

    /// T4. Goal: any flipped bit of any file is found by `Verify`; one in a frame at or below the
    /// watermark that replay reads refuses the start, with file and offset; no start gives wrong
    /// data. Method: every bit of the files that count is flipped in turn (a part of them in CI).
    @Test(arguments: [true, false])
    func T4_everyFlippedBitIsFound(closed: Bool) throws {
        var (files, state) = try Self.killed(seed: 9, frames: 3, marked: true)
        if closed {
            let store = try TestStore(SimulatedDisk(files, seed: 9))
            try store.close()
            files = try #require(store.disk as? SimulatedDisk).files
            state = store.state
        }
        let clean = try Verify(SimulatedDisk(files, seed: 9)).run()
        #expect(clean.findings.isEmpty)
        let live = try Self.liveSegment(files)
        let frames = try Self.frameEnds(files)
        var random = SeededRandom(seed: 4)
        var flips = 0
        var refused = 0
        defer { print("T4: closed \(closed), \(flips) flips found, \(refused) refused at start") }
        for path in files.paths {
            let bytes = try #require(files.bytes(path))
            let written = bytes.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
            for bit in Self.bits(written: written, of: bytes.count, &random) {
                var rotten = files
                var changed = bytes
                changed[bit / 8] ^= 1 << (bit % 8)
                rotten.setBytes(path, changed)
                let place: Comment = "\(path), bit \(bit), closed \(closed)"
                let report = try Verify(SimulatedDisk(rotten, seed: 9)).run()
                #expect(!report.findings.isEmpty, place)
                flips += 1
                let frame = frames.last { $0.path == path && $0.start <= bit / 8 }
                let isCovered = frame.map { bit / 8 < $0.end && $0.isCovered } ?? false
                do throws(StoreError) {
                    let store = try TestStore(SimulatedDisk(rotten, seed: 9))
                    let back = store.state.events
                    #expect(back == Array(state.events.prefix(back.count)), place)
                    #expect(!(isCovered && path == live), place)
                } catch {
                    refused += 1
                    #expect(report.exitCode == 65 || report.exitCode == 66, place)
                    if isCovered {
                        guard case .damaged(let damage) = error else {
                            Issue.record("\(error), \(place)")
                            continue
                        }
                        #expect(damage.file == path, place)
                        #expect(damage.offset == frame.map { UInt64($0.start) }, place)
                    }
                }
            }
        }
    }

    /// Every bit of what is written with `CARNET_TEST_EVERY=1`, else every 23rd, and some of the
    /// zeros behind it.
    private static func bits(
        written: Int,
        of count: Int,
        _ random: inout SeededRandom
    ) -> [Int] {
        let step = testsEveryPlace ? 1 : max(1, 23 / testScale) | 1
        var bits = Array(Swift.stride(from: 0, to: written * 8, by: step))
        if count > written {
            for _ in 0..<8 { bits.append(Int.random(in: written * 8..<count * 8, using: &random)) }
        }
        return bits
    }

    private static func manifestDurable(_ files: SimulatedFiles) throws -> LSN {
        let text = String(decoding: try #require(files.bytes("MANIFEST")), as: UTF8.self)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("durable ") })
        return LSN(try #require(UInt64(line.dropFirst(8))))
    }

    /// One frame of the live segment.
    private struct FramePlace {
        let path: String
        let start: Int
        let bodyEnd: Int
        let end: Int
        let last: LSN
        /// Whether a later frame or MANIFEST says that it was durable.
        var isCovered: Bool
    }

    private static func frameEnds(_ files: SimulatedFiles) throws -> [FramePlace] {
        var path = ""
        var places: [FramePlace] = []
        var durable = try manifestDurable(files)
        func add(_ frame: FrameHeader, _ offset: Int) {
            durable = max(durable, frame.durableLSN)
            places.append(
                FramePlace(
                    path: path,
                    start: offset,
                    bodyEnd: offset + FrameHeader.byteCount + frame.storedByteCount,
                    end: offset + frame.paddedByteCount,
                    last: frame.lastLSN,
                    isCovered: frame.type != .watermark
                )
            )
        }
        try LogDump(SimulatedDisk(files, seed: 1)).run { (item, _) in
            switch item {
            case .segment(_, let name, _): path = name
            case .frame(let frame, let offset): add(frame, offset)
            case .seal(let frame, _, let offset): add(frame, offset)
            case .fault, .unreadable: break
            }
        }
        for index in places.indices where places[index].last > durable {
            places[index].isCovered = false
        }
        let live = try liveSegment(files)
        return places.filter { $0.path == live }
    }

    /// Goal: repair makes every store start again that a flipped bit has stopped, with a prefix of
    /// what was there, and keeps what it gives up. Method: random bits.
    @Test(arguments: 1...UInt64(60 * testScale))
    func repairMakesADamagedStoreStart(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let (files, state) = try Self.killed(seed: seed % 4 + 1, frames: 25, marked: true)
        let paths = files.paths.filter {
            !$0.hasSuffix(".spare") && $0 != "LOCK" && $0 != "reserve"
        }
        let path = try #require(paths.randomElement(using: &random))
        var bytes = try #require(files.bytes(path))
        let written = bytes.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 1
        bytes[Int.random(in: 0..<written, using: &random)] ^=
            1 << UInt8.random(in: 0..<8, using: &random)
        var rotten = files
        rotten.setBytes(path, bytes)
        if path == "MANIFEST", random.oneIn(2) { rotten.setBytes("MANIFEST.prev", [1, 2, 3]) }
        var disk = SimulatedDisk(rotten, seed: seed)
        let place: Comment = "seed \(seed), \(path)"
        let report = try Repair(disk, now: { 1 }).acceptLoss()
        if !report.isNothing { #expect(!report.quarantined.isEmpty, place) }
        disk = disk.afterPowerCut(seed: seed)
        let store = try TestStore(disk)
        let back = store.state.events
        #expect(back == Array(state.events.prefix(back.count)), place)
        try store.write(3, sync: true, &random)
        #expect(store.log.lastLSN.value >= state.lastLSN.value || report.lost == nil, place)
        let again = try TestStore(disk.afterPowerCut(seed: seed))
        #expect(again.state.partitions == store.state.partitions, place)
        let after = try Verify(try #require(again.disk as? SimulatedDisk)).run()
        #expect(after.exitCode == 0, place)
    }

    /// Goal: damage up to MANIFEST's durable LSN is damage, though no frame says so. Method: the
    /// last frame before a snapshot is hurt, in its body or its padding, and nothing follows it.
    @Test(arguments: [false, true])
    func whatManifestCallsDurableIsNeverTorn(inPadding: Bool) throws {
        var random = SeededRandom(seed: 12)
        let disk = SimulatedDisk(seed: 12)
        let store = try TestStore(disk)
        for _ in 0..<3 { try store.write(5, sync: true, &random) }
        try store.snapshot()
        let path = try Self.liveSegment(disk.files)
        let last = try #require(try Self.frameEnds(disk.files).last)
        var files = disk.files
        var bytes = try #require(files.bytes(path))
        bytes[(inPadding ? last.end : last.bodyEnd) - 1] ^= 1
        files.setBytes(path, bytes)
        let error = #expect(throws: StoreError.self) {
            _ = try TestStore(SimulatedDisk(files, seed: 12))
        }
        guard case .damaged(let damage) = error else { return }
        #expect(damage.file == path && damage.offset == UInt64(last.start))
    }

    /// A store that was killed after two frames that every variant has and some of its own: same
    /// LSNs, same places, other payloads.
    private static func variant(
        _ variant: UInt64,
        frames: Int
    ) throws -> (files: SimulatedFiles, state: TestState) {
        var shared = SeededRandom(seed: 21)
        let disk = SimulatedDisk(seed: 21)
        let store = try TestStore(disk)
        for _ in 0..<2 { try store.write(3, sync: true, &shared) }
        var own = SeededRandom(seed: variant)
        for _ in 0..<frames { try store.write(2, sync: true, &own) }
        return (disk.files, store.state)
    }

    /// Goal: a frame counts only behind the one that it names. Method: the last frame is that of
    /// another history of the same store: sound in itself, right in place, number and LSN.
    @Test func aFrameOfAnotherHistoryIsNoContinuation() throws {
        let (files, state) = try Self.variant(1, frames: 2)
        let (other, _) = try Self.variant(2, frames: 2)
        let path = try Self.liveSegment(files)
        let last = try #require(try Self.frameEnds(files).last)
        var bytes = try #require(files.bytes(path))
        let foreign = try #require(other.bytes(path))
        bytes.replaceSubrange(last.start..<last.end, with: foreign[last.start..<last.end])
        var mixed = files
        mixed.setBytes(path, bytes)
        let back = try TestStore(SimulatedDisk(mixed, seed: 21)).state.events
        #expect(back == Array(state.events.dropLast(2)))
    }

    /// Goal: where a killed start has copied a tail, old and new segment must hold the same.
    /// Method: a start is cut behind the naming of the new segment, and the old one is exchanged
    /// for that of another history.
    @Test(arguments: [true, false])
    func copiesOfATailMustBeEqual(honest: Bool) throws {
        let (files, state) = try Self.variant(1, frames: 1)
        let (other, _) = try Self.variant(2, frames: 1)
        let path = try Self.liveSegment(files)
        let disk = SimulatedDisk(files, seed: 21)
        var cut: SimulatedFiles?
        disk.observeCalls { _, files in
            let count = files.paths.count { $0.hasSuffix(".wal") }
            if count == 2, cut == nil { cut = files }
        }
        _ = try TestStore(disk)
        var mixed = try #require(cut)
        if !honest { mixed.setBytes(path, try #require(other.bytes(path))) }
        do throws(StoreError) {
            let store = try TestStore(SimulatedDisk(mixed, seed: 21))
            #expect(honest && store.state.partitions == state.partitions)
        } catch {
            guard case .damaged(let damage) = error else { throw error }
            #expect(!honest && damage.kind == .overlap)
        }
    }
}
