import CarnetBytes

/// Looks at every segment that is kept, reads on behind damage, and checks what a start does not
/// need: hashes of whole segments, zeros behind them, segments that only an older snapshot needs.
struct LogCheck: ~Copyable {
    /// How often the newest segment is read again, since a frame may just be on its way.
    private static let attemptMax = 3

    let folder: StoreFolder
    let manifest: Manifest
    let pause: ((_ readByteCount: Int) -> Void)?

    private var decoder = BodyDecoder()
    var sequences: [PartitionID: PartitionSequence] = [:]
    var watermark: LSN
    /// What the next segment's header must name; nil where that is unknown.
    var chain: UInt64?
    var nextLSN: LSN?

    init(folder: StoreFolder, manifest: Manifest, pause: ((_ readByteCount: Int) -> Void)?) {
        self.folder = folder
        self.manifest = manifest
        self.pause = pause
        watermark = manifest.durableLSN
    }

    mutating func run(_ report: inout VerifyReport) throws(StoreError) {
        let numbers = manifest.segmentNumbers(in: try folder.list(StoreLayout.logFolder))
        let last = max(numbers.last ?? 0, manifest.segments.last?.number ?? 0)
        guard last >= manifest.firstSegment else {
            if manifest.durableLSN > .zero {
                try report.add(.missing(path: StoreLayout.segment(manifest.firstSegment)))
            }
            return
        }
        for number in manifest.firstSegment...last {
            do throws(StoreError) {
                if number == last {
                    try lookAtNewest(number, &report)
                } else {
                    try look(number, isNewest: false, next: header(number + 1), &report)
                }
            } catch {
                try report.add(error)
                chain = nil
                nextLSN = nil
                sequences.removeAll()
            }
        }
    }

    private func header(_ number: UInt64) -> SegmentHeader? {
        let path = manifest.segmentPath(number)
        guard let file = try? folder.disk.open(path, .read) else { return nil }
        defer { folder.close(file) }
        var page = DiskBuffer(byteCount: SegmentHeader.byteCount)
        let count = (try? folder.read(file, at: 0, byteCount: page.byteCount, into: &page)) ?? 0
        return try? SegmentHeader(
            page.bytes.extracting(0..<count),
            path: path,
            uuid: manifest.uuid,
            number: number
        )
    }

    private mutating func lookAtNewest(
        _ number: UInt64,
        _ report: inout VerifyReport
    ) throws(StoreError) {
        let before = report
        let known = (sequences, watermark, chain, nextLSN)
        for attempt in 1...Self.attemptMax {
            report = before
            (sequences, watermark, chain, nextLSN) = known
            try look(number, isNewest: true, next: nil, &report)
            if report.findings.count == before.findings.count || attempt == Self.attemptMax {
                return
            }
        }
    }

    private mutating func look(
        _ number: UInt64,
        isNewest: Bool,
        next following: SegmentHeader?,
        _ report: inout VerifyReport
    ) throws(StoreError) {
        let path = manifest.segmentPath(number)
        let bytes = try folder.readWhole(path: path)
        defer { pause?(bytes.byteCount) }
        report.segmentCount += 1
        report.readByteCount += UInt64(bytes.byteCount)
        let header = try SegmentHeader(
            bytes.bytes,
            path: path,
            uuid: manifest.uuid,
            number: number
        )
        checkContinues(header, path: path, &report)
        watermark = max(watermark, LSN(header.firstLSN.value - 1))
        let named = manifest.segments.first { $0.number == number }
        var walk = SegmentWalk(bytes.bytes, header: header)
        var end = SegmentLook(path: path, named: named, following: following, isNewest: isNewest)
        while !end.isOver { try step(&walk, &end, &report) }
    }

    /// One frame, or what stands in its place.
    private mutating func step(
        _ walk: inout SegmentWalk,
        _ end: inout SegmentLook,
        _ report: inout VerifyReport
    ) throws(StoreError) {
        if let named = end.named, named.state == .cut, walk.offset >= Int(named.byteCount) {
            lookBehindCut(walk, named, &report)
            end.isOver = true
            return
        }
        if let following = end.following, end.named == nil || end.named?.state == .live,
            walk.nextLSN == following.firstLSN, walk.chain == following.previousChain
        {
            chain = walk.chain
            nextLSN = walk.nextLSN
            end.isOver = true
            return
        }
        let offset = walk.offset
        switch walk.next() {
        case .frame(let frame, let body):
            watermark = max(watermark, frame.durableLSN)
            report.frameCount += 1
            report.lastLSN = max(report.lastLSN, frame.lastLSN)
            try decode(frame, walk.bytes.extracting(body), at: (end.path, offset), &report)
        case .seal(let frame, let seal):
            lookAtSeal(walk, frame, seal, end, &report)
            end.isOver = true
        case .fault(let fault):
            lookAtFault(&walk, fault, &end, &report)
        }
    }

    private mutating func decode(
        _ frame: FrameHeader,
        _ stored: RawSpan,
        at place: (path: String, offset: Int),
        _ report: inout VerifyReport
    ) throws(StoreError) {
        guard frame.type == .records else { return }
        var found: [(LSN, LogRecord)] = []
        var fault: Damage.Kind?
        let codec = decoder.decode(frame, stored: stored) { raw in
            do throws(StoreError) {
                try Recovery.forEachRecord(frame.firstLSN, frame.recordCount, raw) {
                    (lsn, record, _) throws(StoreError) in
                    found.append((lsn, record))
                }
            } catch {
                if case .damaged(let damage) = error { fault = damage.kind }
            }
        }
        if let codec { fault = .frame(codec) }
        report.recordCount += UInt64(found.count)
        for (_, record) in found {
            let before = sequences.updateValue(record.sequence, forKey: record.partition)
            if let before, before.next != record.sequence {
                fault = .sequenceGap(
                    record.partition,
                    expected: before.next,
                    found: record.sequence
                )
            }
        }
        guard let fault else { return }
        report.add(
            .damage,
            Damage(
                file: place.path,
                offset: UInt64(place.offset),
                byteCount: UInt64(frame.paddedByteCount),
                firstLSN: frame.firstLSN,
                lastLSN: frame.lastLSN,
                kind: fault
            )
        )
    }

    private mutating func checkContinues(
        _ header: SegmentHeader,
        path: String,
        _ report: inout VerifyReport
    ) {
        guard let chain, let nextLSN else { return }
        if header.previousChain == chain, header.firstLSN == nextLSN { return }
        let isLossKnown =
            header.flags.contains(.followsLoss) && header.firstLSN >= nextLSN
            && manifest.lost.contains {
                $0.lowerBound <= nextLSN && header.firstLSN.value - 1 <= $0.upperBound.value
            }
        if isLossKnown {
            sequences.removeAll()
            return
        }
        report.add(.damage, Damage(file: path, offset: 0, firstLSN: nextLSN, kind: .chain))
    }
}

/// What is known of the segment that is looked at.
struct SegmentLook {
    let path: String
    let named: SegmentEntry?
    let following: SegmentHeader?
    let isNewest: Bool
    var isOver = false
}
