import CarnetBytes

/// Writes the frames of one segment to a file of its own. One thread.
final class SegmentOutput {
    private let folder: StoreFolder
    private let file: DiskFile
    private let header: SegmentHeader
    private var builder: FrameBuilder
    private var offset: Int
    private var chain: UInt64
    private var number: UInt32 = 1
    private var hash = XXH3Stream()
    private var isOpen = true

    init(
        _ folder: StoreFolder,
        _ path: String,
        _ header: SegmentHeader,
        compression: Bool
    ) throws(StoreError) {
        self.folder = folder
        self.header = header
        builder = FrameBuilder(compression: compression)
        let page = header.page()
        offset = page.byteCount
        chain = page.bytes.xxh3()
        hash.update(page.bytes)
        file = try folder.open(path, .create)
        try folder.write(file, at: 0, page.bytes)
    }

    deinit { if isOpen { folder.close(file) } }

    /// Appends a frame as the given one was, with another body.
    func append(_ frame: FrameHeader, body: RawSpan) throws(StoreError) {
        builder.begin(
            frame.type,
            body: body,
            firstLSN: frame.firstLSN,
            recordCount: frame.recordCount,
            epoch: frame.epoch
        )
        try put(durableLSN: frame.durableLSN)
    }

    private func put(durableLSN: LSN) throws(StoreError) {
        chain = builder.finish(
            uuid: header.uuid,
            segment: header.number,
            offset: offset,
            number: number,
            previousChain: chain,
            durableLSN: durableLSN
        )
        var failure: StoreError?
        do { try folder.write(file, at: offset, builder.bytes) } catch { failure = error }
        if let failure { throw failure }
        hash.update(builder.bytes)
        offset += builder.byteCount
        number += 1
    }

    /// Seals the segment, makes it durable and answers what MANIFEST should name.
    func finish(
        _ entry: SegmentEntry,
        lastLSN: LSN,
        recordCount: UInt64
    ) throws(StoreError) -> SegmentEntry {
        let seal = Seal(lastLSN: lastLSN, recordCount: recordCount, hash: hash.hash128())
        var body = ByteWriter(capacity: Seal.byteCount)
        seal.append(to: &body)
        builder.begin(
            .seal,
            body: body.bytes,
            firstLSN: lastLSN.next,
            recordCount: 0,
            epoch: .first
        )
        try put(durableLSN: lastLSN)
        try folder.sync(file)
        folder.close(file)
        isOpen = false
        var entry = entry
        entry.state = .sealed
        entry.lastLSN = lastLSN
        entry.byteCount = UInt64(offset)
        entry.hash = seal.hash
        return entry
    }
}
