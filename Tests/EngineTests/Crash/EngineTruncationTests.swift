import CarnetBytes
import CarnetEngine
import CarnetStorage
import CarnetTestKit
import Testing

/// A live segment that ends anywhere, opened by the whole engine.
@Suite struct EngineTruncationTests {
    /// Where a frame's body ends, and the LSN of its last event.
    private struct Place {
        let bodyEnd: Int
        let end: Int
        let last: LSN
    }

    private static func places(_ files: SimulatedFiles) throws -> [Place] {
        var places: [Place] = []
        try LogDump(SimulatedDisk(files, seed: 1)).run { (item, _) in
            guard case .frame(let frame, let offset) = item else { return }
            let bodyEnd = offset + FrameHeader.byteCount + frame.storedByteCount
            let end = offset + frame.paddedByteCount
            places.append(Place(bodyEnd: bodyEnd, end: end, last: frame.lastLSN))
        }
        return places
    }

    /// Goal: wherever the last 64 KiB of written bytes above MANIFEST's durable LSN end, the engine
    /// starts with exactly the complete events: their LSN, digests and index answers. Method:
    /// every byte with `CARNET_TEST_EVERY=1`, else every 1,009th, and the ends of all frames.
    @Test func everyTruncationStartsWithItsCompleteEvents() throws {
        let seed: UInt64 = 5
        let clock = SimulatedClock(seed: seed)
        let options = EngineOptions.small(.always, segmentByteCount: 256 << 10)
        let disk = SimulatedDisk(seed: seed)
        let engine = try Engine.open(disk, options, clock)
        let gate = TestGate(engine)
        var random = SeededRandom(seed: seed)
        var script = CommandScript(tenants: ["bistro", "salon-7"])
        try script.create(engine)
        var states: [LSN: [String]] = [:]
        // One command a frame, one page a frame at least.
        for _ in 0..<80 {
            script.step(engine, &random)
            states[engine.log.lastLSN] = script.digests(engine)
            gate.reply(engine.log.lastLSN)
            #expect(gate.drain())
        }
        let files = disk.files
        try engine.close()
        let path = try #require(files.paths.first { $0.hasSuffix(".wal") })
        let bytes = try #require(files.bytes(path))
        let places = try Self.places(files)
        let written = try #require(places.last?.end)
        let first = written - (64 << 10)
        #expect(first > SegmentHeader.byteCount, "the script wrote too little")
        var cuts = Set(stride(from: first, through: written, by: testsEveryPlace ? 1 : 1_009))
        for place in places where place.bodyEnd > first {
            cuts.formUnion([place.bodyEnd - 1, place.bodyEnd, place.end])
        }
        for cut in cuts.sorted() {
            var left = files
            left.setBytes(path, Array(bytes[..<cut]))
            let expected = try #require(places.last { $0.bodyEnd <= cut }?.last)
            let again = try Engine.open(SimulatedDisk(left, seed: seed), options, clock)
            #expect(again.log.lastLSN == expected, "cut at \(cut)")
            #expect(script.digests(again) == states[expected], "cut at \(cut)")
            if cut % 64 == 0 { #expect(script.indexDifferences(again).isEmpty, "cut at \(cut)") }
            try again.close()
        }
        print("engine truncation: \(cuts.count) cuts in \(written - first) bytes")
    }
}
