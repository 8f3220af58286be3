import CarnetBytes

/// Walks the frames of one segment in order, over its bytes in memory. It decides whether a frame
/// is sound and the next one; what follows from a fault is the caller's to say.
struct SegmentWalk: ~Escapable {
    enum Step {
        /// A sound frame and where its stored body is.
        case frame(FrameHeader, body: Range<Int>)
        case seal(FrameHeader, Seal)
        /// What stands at `offset` is not the next frame.
        case fault(FrameFault)
    }

    let bytes: RawSpan
    let header: SegmentHeader
    /// Where the next frame is to begin.
    private(set) var offset = SegmentHeader.byteCount
    /// The chain that the next frame must name.
    private(set) var chain: UInt64
    private(set) var nextLSN: LSN
    private(set) var nextNumber: UInt32 = 1
    private(set) var recordCount: UInt64 = 0
    /// The highest durable LSN that a frame passed so far carries.
    private(set) var durableLSN = LSN.zero

    /// `bytes` are the whole file, and `header` was read from it.
    @_lifetime(copy bytes)
    init(_ bytes: RawSpan, header: SegmentHeader) {
        self.bytes = bytes
        self.header = header
        chain = bytes.extracting(0..<SegmentHeader.byteCount).xxh3()
        nextLSN = header.firstLSN
    }

    /// Takes the frame at `offset`; after a fault or a seal it stays where it is.
    mutating func next() -> Step {
        do throws(FrameFault) {
            let frame = try Self.soundFrame(bytes, at: offset, header: header)
            guard frame.number == nextNumber else { throw .number }
            guard frame.firstLSN == nextLSN else { throw .lsn }
            guard frame.previousChain == chain else { throw .chain }
            let start = offset + FrameHeader.byteCount
            let body = start..<(start + frame.storedByteCount)
            durableLSN = max(durableLSN, frame.durableLSN)
            if frame.type == .seal {
                guard let seal = Seal(bytes.extracting(body)) else { throw .fields }
                return .seal(frame, seal)
            }
            pass(frame, end: body.upperBound)
            return .frame(frame, body: body)
        } catch {
            return .fault(error)
        }
    }

    private mutating func pass(_ frame: FrameHeader, end: Int) {
        chain = bytes.extracting(offset..<end).xxh3()
        offset += frame.paddedByteCount
        nextLSN = frame.lastLSN.next
        nextNumber += 1
        recordCount += UInt64(frame.recordCount)
    }

    /// The chain behind a seal that `next` has answered; of a redacted segment the one that the
    /// segment had before.
    func chain(after seal: FrameHeader) -> UInt64 {
        if let chain = header.chainBehind { return chain }
        let end = offset + FrameHeader.byteCount + seal.storedByteCount
        return bytes.extracting(offset..<end).xxh3()
    }

    /// The frame at `offset` where it is sound in itself, whatever stands in front of it.
    static func soundFrame(
        _ bytes: RawSpan,
        at offset: Int,
        header: SegmentHeader
    ) throws(FrameFault) -> FrameHeader {
        let frame = try FrameHeader(bytes, at: offset)
        let start = offset + FrameHeader.byteCount
        let end = start + frame.storedByteCount
        let seed = FrameHeader.bodySeed(
            uuid: header.uuid,
            segment: header.number,
            offset: offset
        )
        guard bytes.extracting(start..<end).xxh3(seed: seed) == frame.bodyHash else {
            throw .bodyHash
        }
        let paddingEnd = min(offset + frame.paddedByteCount, bytes.byteCount)
        guard bytes.extracting(end..<paddingEnd).isZero else { throw .padding }
        return frame
    }

    /// The highest durable LSN of sound frames with at least the number expected here, at any
    /// later place: rule 3 of telling torn from damaged. O(rest of the file).
    func durableLSNBeyond() -> LSN {
        var highest = LSN.zero
        var probe = offset + FrameHeader.pageByteCount
        while probe <= bytes.byteCount - FrameHeader.byteCount {
            if let frame = try? Self.soundFrame(bytes, at: probe, header: header),
                frame.number >= nextNumber
            {
                highest = max(highest, frame.durableLSN)
            }
            probe += FrameHeader.pageByteCount
        }
        return highest
    }

    /// Goes on at the next sound frame behind a fault, as if it were the one expected; false, and
    /// stays, where there is none. For who reports damage and reads on.
    mutating func resume() -> Bool {
        var probe = offset + FrameHeader.pageByteCount
        while probe <= bytes.byteCount - FrameHeader.byteCount {
            if let frame = try? Self.soundFrame(bytes, at: probe, header: header),
                frame.number >= nextNumber
            {
                offset = probe
                chain = frame.previousChain
                nextLSN = frame.firstLSN
                nextNumber = frame.number
                return true
            }
            probe += FrameHeader.pageByteCount
        }
        return false
    }

    /// How many bytes from `offset` to the last one that is not zero.
    func unfinishedByteCount() -> Int {
        guard offset < bytes.byteCount else { return 0 }
        return bytes.extracting(offset..<bytes.byteCount).byteCountWithoutZeros
    }
}

/// Makes the raw body of a frame from its stored one; keeps its room for the next.
struct BodyDecoder: ~Copyable {
    private var scratch = DiskBuffer(byteCount: 0)

    /// Hands the raw body to `use`.
    mutating func decode<Failure: Error>(
        _ frame: FrameHeader,
        stored: RawSpan,
        _ use: (RawSpan) throws(Failure) -> Void
    ) throws(Failure) -> FrameFault? {
        guard frame.isCompressed else {
            try use(stored)
            return nil
        }
        if scratch.byteCount < frame.rawByteCount {
            scratch = DiskBuffer(byteCount: frame.rawByteCount)
        }
        guard LZ4Block.decompress(stored, into: &scratch, byteCount: frame.rawByteCount) else {
            return .codec
        }
        try use(scratch.bytes.extracting(0..<frame.rawByteCount))
        return nil
    }
}
