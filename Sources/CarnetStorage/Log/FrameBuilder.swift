import CarnetBytes

/// Builds one frame at a time in a buffer that it keeps: body first, compressed where that pays,
/// then the header in front of it and the padding behind.
struct FrameBuilder: ~Copyable {
    /// A body shorter than this is never compressed.
    private static let compressedFrom = 512
    /// The most frames in a row that are not even tried after compression did not pay.
    private static let skipMax = 64

    private let compression: Bool
    private var buffer = DiskBuffer(byteCount: 64 << 10)
    private var frame: FrameHeader
    private var skip = 0
    private var skipNext = 1

    init(compression: Bool) {
        self.compression = compression
        frame = FrameHeader(
            type: .watermark,
            storedByteCount: 0,
            rawByteCount: 0,
            isCompressed: false,
            firstLSN: LSN(1),
            recordCount: 0,
            durableLSN: .zero,
            epoch: .first
        )
    }

    /// The size of the frame that was begun, padding included.
    var byteCount: Int { frame.paddedByteCount }

    /// The whole frame, once finished.
    var bytes: RawSpan {
        @_lifetime(borrow self)
        get { buffer.bytes.extracting(0..<frame.paddedByteCount) }
    }

    /// Takes the body. Its place is not needed yet, its size is known afterwards.
    mutating func begin(
        _ type: FrameType,
        body: RawSpan,
        firstLSN: LSN,
        recordCount: Int,
        epoch: Epoch
    ) {
        let start = FrameHeader.byteCount
        let needed = FrameHeader.padded(start + body.byteCount)
        if buffer.byteCount < needed { buffer = DiskBuffer(byteCount: max(needed, 1 << 20)) }
        var stored = body.byteCount
        if let less = compress(body, type) {
            stored = less
        } else {
            buffer.store(body, at: start)
        }
        frame = FrameHeader(
            type: type,
            storedByteCount: stored,
            rawByteCount: body.byteCount,
            isCompressed: stored < body.byteCount,
            firstLSN: firstLSN,
            recordCount: recordCount,
            durableLSN: .zero,
            epoch: epoch
        )
        let end = start + stored
        buffer.clear(end..<frame.paddedByteCount)
    }

    /// Writes the header and answers the chain behind this frame.
    mutating func finish(
        uuid: StoreUUID,
        segment: UInt64,
        offset: Int,
        number: UInt32,
        previousChain: UInt64,
        durableLSN: LSN
    ) -> UInt64 {
        let end = FrameHeader.byteCount + frame.storedByteCount
        let seed = FrameHeader.bodySeed(uuid: uuid, segment: segment, offset: offset)
        frame.bodyHash = buffer.bytes.extracting(FrameHeader.byteCount..<end).xxh3(seed: seed)
        frame.number = number
        frame.previousChain = previousChain
        frame.durableLSN = durableLSN
        var header = ByteWriter(capacity: FrameHeader.byteCount)
        frame.append(to: &header)
        buffer.store(header.bytes, at: 0)
        return buffer.bytes.extracting(0..<end).xxh3()
    }

    /// The compressed length where it pays: at least 12 % and a page less. After it did not, some
    /// frames go by untried: 1, 2, 4, … up to 64.
    private mutating func compress(_ body: RawSpan, _ type: FrameType) -> Int? {
        let count = body.byteCount
        let pages = FrameHeader.padded(FrameHeader.byteCount + count)
        guard compression, type == .records, count >= Self.compressedFrom,
            pages > FrameHeader.pageByteCount
        else { return nil }
        guard skip == 0 else {
            skip -= 1
            return nil
        }
        let less = LZ4Block.compress(
            body,
            into: &buffer,
            at: FrameHeader.byteCount,
            limit: count - count / 8
        )
        if let less, FrameHeader.padded(FrameHeader.byteCount + less) < pages {
            skipNext = 1
            return less
        }
        if less == nil {
            skip = skipNext
            skipNext = min(skipNext * 2, Self.skipMax)
        }
        return nil
    }
}
