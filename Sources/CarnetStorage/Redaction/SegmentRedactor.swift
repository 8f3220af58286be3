import CarnetBytes

/// Writes a segment anew without what was erased, beside the one there is.
///
/// Frames keep their numbers, LSNs, counts of records and watermarks; bodies are compressed anew, so
/// places, hashes, chain and seal are recomputed. The chain towards the next segment can't be the old one any
/// more, so the header says which that was: no other segment has to change. A segment that was cut becomes
/// a sealed one. Memory: the segment.
struct SegmentRedactor {
    let folder: StoreFolder
    let uuid: StoreUUID
    let compression: Bool

    /// Where the segment ends, and by which chain the next one continues it.
    private struct Ending {
        var chain: UInt64
        var lastLSN: LSN
        var recordCount: UInt64
    }

    /// Hands every record to `see`; `.damaged` where the segment is not what MANIFEST names.
    func read(
        _ entry: SegmentEntry,
        _ see: (LSN, LogRecord, RawSpan) throws(StoreError) -> Void
    ) throws(StoreError) {
        let bytes = try folder.readWhole(path: entry.path)
        let header = try header(of: entry, bytes.bytes)
        var decoder = BodyDecoder()
        _ = try walk(bytes.bytes, header, entry) { frame, body throws(StoreError) in
            guard frame.type == .records else { return }
            try Self.decode(&decoder, frame, bytes.bytes.extracting(body), entry) {
                raw throws(StoreError) in
                try Recovery.forEachRecord(frame.firstLSN, frame.recordCount, raw, see)
            }
        }
    }

    /// Writes the next revision and answers it, synced, read back and under its name; nil, and nothing is
    /// written, where no record changes.
    func write(
        _ entry: SegmentEntry,
        _ redaction: RecordRedaction
    ) throws(StoreError) -> SegmentEntry? {
        var changes = false
        var scratch = ByteWriter(capacity: 1_024)
        try read(entry) { lsn, record, body throws(StoreError) in
            scratch.removeAll()
            if !changes, redaction(lsn, record, body, &scratch) != .kept { changes = true }
        }
        guard changes else { return nil }
        var next = entry
        next.revision += 1
        let unfinished = String(next.path.dropLast(4)) + ".tmp"
        do throws(StoreError) {
            next = try write(entry, as: next, to: unfinished, redaction)
            try check(next, at: unfinished)
            try folder.rename(unfinished, to: next.path)
            try folder.syncFolder(StoreLayout.logFolder)
        } catch {
            try? folder.remove(unfinished)
            throw error
        }
        return next
    }

    private func write(
        _ entry: SegmentEntry,
        as next: SegmentEntry,
        to path: String,
        _ redaction: RecordRedaction
    ) throws(StoreError) -> SegmentEntry {
        let bytes = try folder.readWhole(path: entry.path)
        let old = try header(of: entry, bytes.bytes)
        let end = try walk(bytes.bytes, old, entry) { (_, _) throws(StoreError) in }
        let header = SegmentHeader(
            uuid: uuid,
            number: old.number,
            firstLSN: old.firstLSN,
            previousChain: old.previousChain,
            createdAt: old.createdAt,
            flags: old.flags.union(.redacted),
            chainBehind: end.chain
        )
        let output = try SegmentOutput(folder, path, header, compression: compression)
        var decoder = BodyDecoder()
        var body = ByteWriter(capacity: 1 << 16)
        _ = try walk(bytes.bytes, old, entry) { frame, range throws(StoreError) in
            guard frame.type == .records else {
                return try output.append(frame, body: RawSpan())
            }
            body.removeAll()
            try Self.decode(&decoder, frame, bytes.bytes.extracting(range), entry) {
                raw throws(StoreError) in
                try Self.redact(raw, frame, into: &body, redaction)
            }
            try output.append(frame, body: body.bytes)
        }
        return try output.finish(next, lastLSN: end.lastLSN, recordCount: end.recordCount)
    }

    private static func redact(
        _ raw: RawSpan,
        _ frame: FrameHeader,
        into body: inout ByteWriter,
        _ redaction: RecordRedaction
    ) throws(StoreError) {
        var payload = ByteWriter(capacity: 1_024)
        try Recovery.forEachRecord(frame.firstLSN, frame.recordCount, raw) {
            (lsn, record, raw) throws(StoreError) in
            payload.removeAll()
            switch redaction(lsn, record, raw, &payload) {
            case .kept: body.append(raw.extracting(record.range))
            case .replaced(let type):
                LogRecord.append(
                    to: &body,
                    type: type,
                    partition: record.partition,
                    sequence: record.sequence,
                    timestamp: record.timestamp,
                    tenant: raw.extracting(record.tenant),
                    payload: payload.bytes
                )
            }
        }
    }

    /// Reads the file back from the device, all of it.
    private func check(_ entry: SegmentEntry, at path: String) throws(StoreError) {
        let file = try folder.openNamed(path)
        folder.disk.dropCache(file)
        folder.close(file)
        let bytes = try folder.readWhole(path: path)
        let header = try header(of: entry, bytes.bytes)
        var decoder = BodyDecoder()
        _ = try walk(bytes.bytes, header, entry) { frame, body throws(StoreError) in
            guard frame.type == .records else { return }
            try Self.decode(&decoder, frame, bytes.bytes.extracting(body), entry) {
                raw throws(StoreError) in
                try Recovery.forEachRecord(frame.firstLSN, frame.recordCount, raw) { (_, _, _) in }
            }
        }
        guard bytes.byteCount == Int(entry.byteCount) else {
            let kind = Damage.Kind.byteCount(
                expected: entry.byteCount,
                found: UInt64(bytes.byteCount)
            )
            throw .damaged(Damage(file: path, kind: kind))
        }
    }

    private func header(
        of entry: SegmentEntry,
        _ bytes: RawSpan
    ) throws(StoreError) -> SegmentHeader {
        try SegmentHeader(bytes, path: entry.path, uuid: uuid, number: entry.number)
    }

    private static func decode(
        _ decoder: inout BodyDecoder,
        _ frame: FrameHeader,
        _ stored: RawSpan,
        _ entry: SegmentEntry,
        _ use: (RawSpan) throws(StoreError) -> Void
    ) throws(StoreError) {
        guard let fault = try decoder.decode(frame, stored: stored, use) else { return }
        throw .damaged(Damage(file: entry.path, firstLSN: frame.firstLSN, kind: .frame(fault)))
    }

    /// Hands every frame in front of the segment's end to `use`. The end must be the one that MANIFEST
    /// names.
    private func walk(
        _ bytes: RawSpan,
        _ header: SegmentHeader,
        _ entry: SegmentEntry,
        _ use: (FrameHeader, Range<Int>) throws(StoreError) -> Void
    ) throws(StoreError) -> Ending {
        var walk = SegmentWalk(bytes, header: header)
        while true {
            if entry.state == .cut, walk.offset >= Int(entry.byteCount) {
                guard walk.nextLSN == entry.lastLSN.next, walk.offset == Int(entry.byteCount)
                else { throw .damaged(Damage(file: entry.path, kind: .chain)) }
                return Ending(
                    chain: walk.chain,
                    lastLSN: entry.lastLSN,
                    recordCount: walk.recordCount
                )
            }
            let offset = walk.offset
            switch walk.next() {
            case .frame(let frame, let body): try use(frame, body)
            case .seal(let frame, let seal):
                guard seal.hash == entry.hash, seal.lastLSN == entry.lastLSN,
                    walk.nextLSN == seal.lastLSN.next, seal.recordCount == walk.recordCount,
                    bytes.extracting(0..<offset).xxh3_128 == seal.hash
                else {
                    throw .damaged(
                        Damage(file: entry.path, offset: UInt64(offset), kind: .seal)
                    )
                }
                return Ending(
                    chain: walk.chain(after: frame),
                    lastLSN: seal.lastLSN,
                    recordCount: seal.recordCount
                )
            case .fault(let fault):
                throw .damaged(
                    Damage(file: entry.path, offset: UInt64(offset), kind: .frame(fault))
                )
            }
        }
    }
}
