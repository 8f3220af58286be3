public import CarnetBytes

/// Writes the log. Owned by one thread; nothing here waits for another.
///
/// Invariants:
/// - One write is outstanding at a time. Every frame names the one before it (its chain), and no
///   page that was synced is written again.
/// - A segment is synced before it is sealed and the seal is synced before the next segment has a
///   name, so bytes that a power cut may take stand in the newest segment only.
/// - A failed write or sync is final: whatever the page cache says afterwards, the bytes may be
///   gone. Every later call throws `.failed`; only a restart finds out what is on disk.
public final class LogWriter {
    /// The most bytes of one frame's body.
    public static let bodyByteCountMax = FrameHeader.storedByteCountMax

    /// The last event that was written.
    public private(set) var lastLSN: LSN
    /// The last event that a power cut can't take.
    public private(set) var durableLSN: LSN
    /// Bytes that the log has taken on disk since it was opened, padding included.
    public private(set) var writtenByteCount: UInt64 = 0
    /// Frames with records, since it was opened.
    public private(set) var frameCount: UInt64 = 0
    /// Whether an error has ended this writer.
    public private(set) var hasFailed = false

    private let folder: StoreFolder
    private let options: StoreOptions
    private let allocator: SegmentAllocator
    private let uuid: StoreUUID
    private let now: @Sendable () -> UInt64
    private var builder: FrameBuilder
    private var spares: [SpareSegment] = []
    private var roomIsMissing = false
    private var isClosed = false
    /// The live segment has no name yet; it takes all that comes.
    private var isUnfinished = false
    /// What is written and not yet synced.
    private var isDirty = false
    /// The durable LSN that the last frame carries.
    private var carriedDurableLSN: LSN
    private var finished: [SegmentEntry]
    private var live: LiveSegment?
    /// Where the next segment continues.
    private var next: (number: UInt64, chain: UInt64)

    /// What is known of the segment that grows.
    private struct LiveSegment {
        let file: DiskFile
        let number: UInt64
        let firstLSN: LSN
        var offset: Int
        var chain: UInt64
        var frameNumber: UInt32 = 1
        var recordCount: UInt64 = 0
    }

    /// The hash of the live segment's bytes so far.
    private var hash = XXH3Stream()

    /// Begins in a new segment behind `lastLSN`; `open` or `openUnfinished` makes it.
    init(
        folder: StoreFolder,
        options: StoreOptions,
        uuid: StoreUUID,
        now: @escaping @Sendable () -> UInt64,
        lastLSN: LSN,
        next: (number: UInt64, chain: UInt64),
        finished: [SegmentEntry]
    ) {
        self.folder = folder
        self.options = options
        self.uuid = uuid
        self.now = now
        self.lastLSN = lastLSN
        self.next = next
        self.finished = finished
        allocator = SegmentAllocator(folder: folder, options: options)
        durableLSN = lastLSN
        carriedDurableLSN = lastLSN
        builder = FrameBuilder(compression: options.compression)
    }

    deinit {
        if let live { folder.close(live.file) }
    }

    // MARK: Frames

    /// Writes `count` records as one frame; with `sync` they are durable afterwards. The records
    /// are LSN `firstLSN` and on, which must be the one after `lastLSN`; `body` is at most 16 MiB.
    /// `.full` where a new segment is needed and there is no room at all: nothing was written then.
    public func write(
        body: RawSpan,
        firstLSN: LSN,
        records count: Int,
        epoch: Epoch = .first,
        sync: Bool
    ) throws(StoreError) {
        precondition(firstLSN == lastLSN.next && count > 0)
        precondition(body.byteCount <= Self.bodyByteCountMax && count <= body.byteCount)
        try checkUsable()
        builder.begin(
            .records,
            body: body,
            firstLSN: firstLSN,
            recordCount: count,
            epoch: epoch
        )
        try makeRoom(for: builder.byteCount)
        try put()
        lastLSN = firstLSN.advanced(by: UInt64(count - 1))
        live?.recordCount += UInt64(count)
        frameCount += 1
        if sync { try self.sync() }
    }

    /// Makes durable what was written. Nothing to do is no call to the disk.
    public func sync() throws(StoreError) {
        try checkUsable()
        guard isDirty, let live else { return }
        do {
            try folder.sync(live.file)
        } catch {
            throw fail(error)
        }
        isDirty = false
        durableLSN = lastLSN
    }

    /// Whether the log itself does not yet say that its last event is durable.
    public var needsWatermark: Bool { !isDirty && carriedDurableLSN < durableLSN }

    /// Writes and syncs a frame without records that carries the durable LSN, so that rot in the
    /// last acknowledged frame can be told from a torn tail. Call it when nothing was written for
    /// 5 ms. Nothing happens where no watermark is needed.
    public func writeWatermark() throws(StoreError) {
        try checkUsable()
        guard needsWatermark else { return }
        beginEmpty(.watermark, body: RawSpan())
        try makeRoom(for: builder.byteCount)
        // A new segment says it already, by the LSN it begins with.
        guard needsWatermark else { return }
        try put()
        try sync()
    }

    private func beginEmpty(_ type: FrameType, body: RawSpan) {
        builder.begin(
            type,
            body: body,
            firstLSN: lastLSN.next,
            recordCount: 0,
            epoch: .first
        )
    }

    /// Writes the frame that the builder holds, behind the last one.
    private func put() throws(StoreError) {
        guard var segment = live else { throw fail(.failed) }
        let chain = builder.finish(
            uuid: uuid,
            segment: segment.number,
            offset: segment.offset,
            number: segment.frameNumber,
            previousChain: segment.chain,
            durableLSN: durableLSN
        )
        do {
            try folder.write(segment.file, at: segment.offset, builder.bytes)
        } catch {
            throw fail(error)
        }
        hash.update(builder.bytes)
        isDirty = true
        carriedDurableLSN = durableLSN
        writtenByteCount += UInt64(builder.byteCount)
        segment.offset += builder.byteCount
        segment.chain = chain
        segment.frameNumber += 1
        live = segment
    }

    private func checkUsable() throws(StoreError) {
        if hasFailed || isClosed { throw .failed }
    }

    private func fail(_ error: StoreError) -> StoreError {
        hasFailed = true
        return error
    }

    // MARK: Segments

    /// Whether new writes are to be refused: the disk is full and fewer empty segments are ready
    /// than should be. What was admitted before still fits. Ends by itself, with `add`.
    public var isFull: Bool { roomIsMissing && spares.count < options.spareCount }

    /// How many empty segments should be made.
    public var sparesWanted: Int { max(0, options.spareCount - spares.count) }

    /// Takes an empty segment that the allocator made.
    public func add(_ spare: SpareSegment) {
        spares.append(spare)
        if sparesWanted == 0 { roomIsMissing = false }
    }

    /// The allocator found no room.
    public func noteNoSpace() { roomIsMissing = true }

    /// What MANIFEST has to know of the log.
    public var position: LogPosition {
        var segments = finished
        if let live {
            segments.append(
                SegmentEntry(
                    number: live.number,
                    state: .live,
                    firstLSN: live.firstLSN,
                    lastLSN: lastLSN,
                    byteCount: UInt64(live.offset),
                    hash: .zero
                )
            )
        }
        return LogPosition(segments: segments, durableLSN: durableLSN, lastLSN: lastLSN)
    }

    /// Sees that `byteCount` bytes and a seal fit the live segment, or goes on to the next.
    private func makeRoom(for byteCount: Int) throws(StoreError) {
        if let live {
            let end = live.offset + byteCount + FrameHeader.pageByteCount
            let isEmpty = live.offset == SegmentHeader.byteCount
            if end <= options.segmentByteCount || isEmpty || isUnfinished { return }
            // The frame that is begun is kept; sealing builds one of its own.
            var kept = FrameBuilder(compression: options.compression)
            swap(&kept, &builder)
            try seal()
            swap(&kept, &builder)
        }
        try open(flags: [])
    }

    /// Goes on in a new segment where the live one begins at or before `lsn`, so that what stands
    /// up to `lsn` can be trimmed. False where that must wait for an empty segment.
    public func rotate(behind lsn: LSN) throws(StoreError) -> Bool {
        try checkUsable()
        guard let live, live.firstLSN <= lsn, !isUnfinished else { return true }
        guard !spares.isEmpty else { return false }
        try seal()
        try open(flags: [])
        return true
    }

    /// Syncs, seals and leaves the live segment.
    private func seal() throws(StoreError) {
        try sync()
        guard let segment = live else { return }
        let seal = Seal(
            lastLSN: lastLSN,
            recordCount: segment.recordCount,
            hash: hash.hash128()
        )
        var body = ByteWriter(capacity: Seal.byteCount)
        seal.append(to: &body)
        beginEmpty(.seal, body: body.bytes)
        try put()
        try sync()
        guard let sealed = live else { return }
        finished.append(
            SegmentEntry(
                number: sealed.number,
                state: .sealed,
                firstLSN: sealed.firstLSN,
                lastLSN: lastLSN,
                byteCount: UInt64(sealed.offset),
                hash: seal.hash
            )
        )
        next = (sealed.number + 1, sealed.chain)
        live = nil
        folder.close(sealed.file)
    }

    /// Begins the next segment under its final name: header, sync, name, sync of the names.
    func open(flags: SegmentHeader.Flags) throws(StoreError) {
        let spare = try takeSpare()
        try begin(path: spare.path, mode: .readWrite, flags: flags)
        do {
            try folder.rename(spare.path, to: StoreLayout.segment(next.number))
            try folder.syncFolder(StoreLayout.logFolder)
        } catch {
            throw fail(error)
        }
    }

    /// Begins the next segment under a name that no start believes, for copies of a tail.
    /// `publish` gives it its own.
    func openUnfinished(flags: SegmentHeader.Flags) throws(StoreError) {
        let spare = try takeSpare()
        let path = StoreLayout.unfinishedSegment(next.number)
        do {
            try folder.rename(spare.path, to: path)
            // Else the copies might be met again under the name of an empty spare.
            try folder.syncFolder(StoreLayout.logFolder)
        } catch {
            throw fail(error)
        }
        try begin(path: path, mode: .readWrite, flags: flags)
        isUnfinished = true
    }

    /// Gives a segment of `openUnfinished` its name, once it is synced.
    func publish() throws(StoreError) {
        guard let live else { return }
        do {
            try folder.rename(
                StoreLayout.unfinishedSegment(live.number),
                to: StoreLayout.segment(live.number)
            )
            try folder.syncFolder(StoreLayout.logFolder)
        } catch {
            throw fail(error)
        }
        isUnfinished = false
    }

    private func takeSpare() throws(StoreError) -> SpareSegment {
        if !spares.isEmpty { return spares.removeFirst() }
        do {
            return try allocator.makeSpareFromReserve()
        } catch .full {
            roomIsMissing = true
            throw .full
        } catch {
            throw fail(error)
        }
    }

    private func begin(
        path: String,
        mode: DiskMode,
        flags: SegmentHeader.Flags
    ) throws(StoreError) {
        let header = SegmentHeader(
            uuid: uuid,
            number: next.number,
            firstLSN: lastLSN.next,
            previousChain: next.chain,
            createdAt: now(),
            flags: flags
        )
        let page = header.page()
        do {
            let file = try folder.open(path, mode)
            live = LiveSegment(
                file: file,
                number: next.number,
                firstLSN: lastLSN.next,
                offset: SegmentHeader.byteCount,
                chain: page.bytes.xxh3()
            )
            try folder.write(file, at: 0, page.bytes)
            try folder.sync(file)
        } catch {
            throw fail(error)
        }
        hash.reset()
        hash.update(page.bytes)
        writtenByteCount += UInt64(SegmentHeader.byteCount)
        carriedDurableLSN = durableLSN
    }

    /// The clean end: syncs, seals, syncs. Any bad tail met afterwards is damage. The writer is
    /// not used again.
    public func close() throws(StoreError) -> LogPosition {
        try checkUsable()
        if let segment = live {
            try seal()
            try cutBehindSeal(segment.number)
        }
        isClosed = true
        return position
    }

    /// Gives back the room behind the seal. After a crash either size may be met.
    private func cutBehindSeal(_ number: UInt64) throws(StoreError) {
        guard let entry = finished.last, entry.number == number else { return }
        let file = try folder.open(entry.path, .readWrite)
        defer { folder.close(file) }
        try folder.truncate(file, to: Int(entry.byteCount))
    }
}
