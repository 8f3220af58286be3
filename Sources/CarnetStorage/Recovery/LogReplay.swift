import CarnetBytes

/// Where the log ends, and what stands there.
struct LogEnd: ~Copyable {
    /// The last sound event.
    var lastLSN: LSN
    /// Where a next segment continues.
    var next: (number: UInt64, chain: UInt64)
    /// All segments from the first that is kept, as MANIFEST should name them.
    var segments: [SegmentEntry]
    /// The last segment ends with a seal, or there is none yet.
    var isClean: Bool
    /// LSNs up to `lastLSN` were given up behind the last segment: the next one jumps.
    var followsLoss = false
    /// Bytes behind the last sound frame that were dropped, and where they begin.
    var tornByteCount = 0
    var tornAt: (path: String, offset: Int)?
    /// The last segment where it is not sealed, and those of its frames that are to be copied.
    var tail = DiskBuffer(byteCount: 0)
    var tailFrames: [WalkedFrame] = []
    /// The last segment's seal where MANIFEST does not know it: the page may be in the cache only.
    var freshSeal: (path: String, offset: Int, page: [UInt8])?
    var frameCount: UInt64 = 0
    var recordCount: UInt64 = 0
    var byteCount: UInt64 = 0
}

/// A sound frame and what held behind it.
struct WalkedFrame {
    let header: FrameHeader
    let body: Range<Int>
    let endOffset: Int
    let chainBehind: UInt64
}

/// Reads the log once, in order, and tells a torn tail from damage.
///
/// A segment other than the newest ends with a seal, or where MANIFEST cut it, or, after a start
/// that was killed, where the next one continues its chain; whatever else is wrong in it is damage.
/// In the newest, with L the LSN that was expected where a frame is bad, and W the highest LSN that
/// MANIFEST, any header or any sound frame at any place says to have been durable: L ≤ W is damage,
/// else the tail is torn and dropped.
struct LogReplay: ~Copyable {
    let folder: StoreFolder
    let manifest: Manifest
    /// Every segment in the folder from the first that is kept: ascending, without gaps.
    let headers: [SegmentHeader]

    var watermark: LSN
    var decoder = BodyDecoder()
    var end: LogEnd
    /// Frames that the segment before holds too, behind where this one continues it.
    var overlap: [LSN: (count: Int, hash: Hash128)] = [:]

    init(folder: StoreFolder, manifest: Manifest, headers: [SegmentHeader]) {
        self.folder = folder
        self.manifest = manifest
        self.headers = headers
        watermark = headers.reduce(manifest.durableLSN) { max($0, LSN($1.firstLSN.value - 1)) }
        end = LogEnd(
            lastLSN: LSN((headers.first?.firstLSN.value ?? 1) - 1),
            next: (manifest.firstSegment, SegmentHeader.firstChain),
            segments: [],
            isClean: true
        )
    }

    /// Hands every frame with an event behind `start` to `use`, in order, and answers the end.
    consuming func run(
        after start: LSN,
        _ use: (LSN, Int, RawSpan) throws(StoreError) -> Void
    ) throws(StoreError) -> LogEnd {
        guard let oldest = headers.first else {
            if watermark > .zero {
                throw .missing(path: StoreLayout.segment(manifest.firstSegment))
            }
            return end
        }
        guard oldest.firstLSN <= start.next else {
            let damage = Damage(
                file: StoreLayout.segment(oldest.number),
                firstLSN: start.next,
                lastLSN: LSN(oldest.firstLSN.value - 1),
                kind: .logTooShort
            )
            throw .damaged(damage)
        }
        let first = firstIndex(after: start)
        end.segments = manifest.segments.filter { $0.number < headers[first].number }
        for index in first..<headers.count {
            try walk(index, after: start, use)
        }
        if end.isClean, let lost = manifest.lost.last, lost.lowerBound <= end.lastLSN.next,
            lost.upperBound > end.lastLSN
        {
            end.lastLSN = lost.upperBound
            end.followsLoss = true
        }
        return end
    }

    /// The segment to begin with: the one that holds the event behind `start`, but no later than
    /// the first that MANIFEST does not know the end of.
    private func firstIndex(after start: LSN) -> Int {
        let holding = headers.lastIndex { $0.firstLSN <= start.next } ?? 0
        let open = headers.firstIndex { (entry($0.number)?.state ?? .live) == .live }
        return min(holding, open ?? holding)
    }

    func entry(_ number: UInt64) -> SegmentEntry? {
        manifest.segments.first { $0.number == number }
    }

    mutating func walk(
        _ index: Int,
        after start: LSN,
        _ use: (LSN, Int, RawSpan) throws(StoreError) -> Void
    ) throws(StoreError) {
        let path = manifest.segmentPath(headers[index].number)
        let bytes = try folder.readWhole(path: path)
        end.byteCount += UInt64(bytes.byteCount)
        guard bytes.byteCount >= SegmentHeader.byteCount else {
            throw .damaged(Damage(file: path, offset: 0, kind: .header))
        }
        try bytes.lend { whole throws(StoreError) in
            try walk(whole, index, path: path, after: start, use)
        }
        // What is copied later is what was read now, whatever the page cache holds then.
        if !end.isClean { end.tail = bytes }
    }

    mutating func walk(
        _ bytes: RawSpan,
        _ index: Int,
        path: String,
        after start: LSN,
        _ use: (LSN, Int, RawSpan) throws(StoreError) -> Void
    ) throws(StoreError) {
        let header = headers[index]
        let following = index + 1 < headers.count ? headers[index + 1] : nil
        let named = entry(header.number)
        var walk = SegmentWalk(bytes, header: header)
        var frames: [WalkedFrame] = []
        let expected = overlap
        overlap = [:]

        while true {
            if let named, named.state == .cut, walk.offset >= Int(named.byteCount) {
                try finishCut(walk, named, path: path, following: following)
                return
            }
            if let following, named?.state != .cut, named?.state != .sealed,
                walk.nextLSN == following.firstLSN, walk.chain == following.previousChain
            {
                try finishContinued(&walk, path: path)
                return
            }
            let offset = walk.offset
            switch walk.next() {
            case .frame(let frame, let body):
                watermark = max(watermark, frame.durableLSN)
                if frame.type == .records {
                    let stored = bytes.extracting(body)
                    try deliver(
                        frame,
                        stored,
                        at: (path, offset),
                        after: start,
                        overlapping: expected,
                        use
                    )
                }
                frames.append(
                    WalkedFrame(
                        header: frame,
                        body: body,
                        endOffset: walk.offset,
                        chainBehind: walk.chain
                    )
                )
            case .seal(let frame, let seal):
                try finishSealed(walk, frame, seal, named, path: path, following: following)
                return
            case .fault(let fault):
                try finishFaulty(walk, fault, named, path: path, following: following)
                finishNewest(walk, frames, path: path)
                return
            }
        }
    }

    /// Decodes a frame and hands it over, where an event of it is behind `start`.
    private mutating func deliver(
        _ frame: FrameHeader,
        _ stored: RawSpan,
        at place: (path: String, offset: Int),
        after start: LSN,
        overlapping expected: [LSN: (count: Int, hash: Hash128)],
        _ use: (LSN, Int, RawSpan) throws(StoreError) -> Void
    ) throws(StoreError) {
        end.frameCount += 1
        end.recordCount += UInt64(frame.recordCount)
        end.lastLSN = frame.lastLSN
        guard frame.lastLSN > start || !expected.isEmpty else { return }
        let fault = try decoder.decode(frame, stored: stored) { raw throws(StoreError) in
            if let twin = expected[frame.firstLSN],
                twin.count != frame.recordCount || twin.hash != raw.xxh3_128
            {
                throw Self.damage(frame, at: place, .overlap)
            }
            if frame.lastLSN > start { try use(frame.firstLSN, frame.recordCount, raw) }
        }
        if let fault { throw Self.damage(frame, at: place, .frame(fault)) }
    }

    static func damage(
        _ frame: FrameHeader,
        at place: (path: String, offset: Int),
        _ kind: Damage.Kind
    ) -> StoreError {
        .damaged(
            Damage(
                file: place.path,
                offset: UInt64(place.offset),
                byteCount: UInt64(frame.paddedByteCount),
                firstLSN: frame.firstLSN,
                lastLSN: frame.lastLSN,
                kind: kind
            )
        )
    }
}
