import CarnetBytes

extension Manifest {
    private static let title = "carnet-manifest"

    /// The file's bytes.
    func text() -> ByteWriter {
        var text = ByteWriter(capacity: 4096)
        text.append("\(Self.title) \(leastVersion)\n")
        text.append("uuid \(uuid)\ngeneration \(generation)\nwritten \(writtenAt)\n")
        text.append("durable \(durableLSN.value)\nempty \(emptyTo.value)\nfirst \(firstSegment)\n")
        for segment in segments {
            text.append("segment \(segment.number) \(segment.state.rawValue) ")
            text.append("\(segment.byteCount) \(segment.hash.hexadecimalText) ")
            text.append("\(segment.firstLSN.value) \(segment.lastLSN.value)")
            Self.append(revision: segment.revision, to: &text)
        }
        for range in lost {
            text.append("lost \(range.lowerBound.value) \(range.upperBound.value)\n")
        }
        for entry in partitions {
            Self.append("newest", entry.newest, to: &text)
            switch entry.older {
            case .file(let older): Self.append("older", older, to: &text)
            case .empty(let lsn):
                text.append("older \(entry.partition.value) empty \(lsn.value)\n")
            case .none: text.append("older \(entry.partition.value) none\n")
            }
            for base in entry.bases { Self.append("base", base, to: &text) }
        }
        let crc = text.bytes.crc32c()
        text.append("crc32c \(hexadecimal(UInt64(crc), digits: 8))\n")
        return text
    }

    private static func append(
        _ word: StaticString,
        _ entry: SnapshotEntry,
        to text: inout ByteWriter
    ) {
        text.append(word)
        text.append(" \(entry.partition.value) \(entry.sequence.value) \(entry.lsn.value) ")
        text.append("\(entry.coveredTo.value) \(entry.byteCount) \(entry.hash.hexadecimalText)")
        append(revision: entry.revision, to: &text)
    }

    /// Ends a line.
    private static func append(revision: UInt64, to text: inout ByteWriter) {
        text.append(revision == 0 ? "\n" : " \(revision)\n")
    }

    /// The format that holds what is to be said.
    private var leastVersion: Int {
        if isRedacted { return Self.version }
        let hasBases = partitions.contains { !$0.bases.isEmpty }
        return hasBases ? Self.versionWithoutRevisions : Self.versionWithoutBases
    }

    /// Reads a file's bytes. Anything but exactly what `text` writes is damage.
    init(_ bytes: RawSpan, path: String) throws(StoreError) {
        let damage = Damage(file: path, offset: 0, kind: .manifest)
        guard let body = Self.checkedBody(bytes) else { throw .damaged(damage) }
        var lines = ManifestLines(body)
        guard let version = lines.numbers(after: Self.title, count: 1)?.first else {
            throw .damaged(damage)
        }
        guard (UInt64(Self.versionWithoutBases)...UInt64(Self.version)).contains(version) else {
            throw .newerFormat(path: path, version: Int(clamping: version))
        }
        guard let uuid = lines.uuid() else { throw .damaged(damage) }
        self.init(uuid: uuid)
        guard let generation = lines.number(after: "generation"),
            let writtenAt = lines.number(after: "written"),
            let durable = lines.number(after: "durable"),
            let empty = lines.number(after: "empty"),
            let first = lines.number(after: "first")
        else { throw .damaged(damage) }
        self.generation = generation
        self.writtenAt = writtenAt
        durableLSN = LSN(durable)
        emptyTo = LSN(empty)
        firstSegment = first
        while let segment = lines.segment() { segments.append(segment) }
        while let range = lines.lost() { lost.append(range) }
        while let entry = lines.partition() { partitions.append(entry) }
        guard lines.isAtEnd, isConsistent, version == UInt64(leastVersion) else {
            throw .damaged(damage)
        }
    }

    /// What stands in front of the last line, where that line is the checksum of it.
    private static func checkedBody(_ bytes: RawSpan) -> String? {
        let lineByteCount = 7 + 8 + 1
        let end = bytes.byteCount - lineByteCount
        guard end >= 0 else { return nil }
        let crc = bytes.crc32c(of: 0..<end)
        let line = bytes.extracting(end..<bytes.byteCount).text()
        guard line == "crc32c \(hexadecimal(UInt64(crc), digits: 8))\n" else { return nil }
        return bytes.extracting(0..<end).text()
    }

    /// Whether segments and partitions are in order, which the rest of this room relies on.
    private var isConsistent: Bool {
        guard firstSegment > 0, firstSegment < .max / 2 else { return false }
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            guard segment.number == firstSegment + UInt64(index),
                segment.state != .live || isLast,
                segment.byteCount >= UInt64(SegmentHeader.byteCount),
                segment.byteCount <= UInt64(Int32.max), segment.firstLSN > .zero,
                segment.revision == 0 || segment.state == .sealed
            else { return false }
        }
        for (index, entry) in partitions.enumerated() where index > 0 {
            guard partitions[index - 1].partition < entry.partition else { return false }
        }
        for entry in partitions where !entry.bases.isEmpty {
            let snapshots = entry.snapshots
            for (older, newer) in zip(snapshots, snapshots.dropFirst().dropLast()) {
                guard older.lsn < newer.lsn, older.sequence <= newer.sequence else { return false }
            }
        }
        return true
    }
}

/// Takes MANIFEST's lines one after the other; a line that is not what was asked for stays.
private struct ManifestLines {
    private let lines: [Substring]
    private var index = 0

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Nothing is left but what follows the last line's end.
    var isAtEnd: Bool { index == lines.count - 1 && lines[index].isEmpty }

    /// The fields behind `word`, where the next line begins so and has `count` of them.
    private func fields(after word: String, count: Int) -> [Substring]? {
        guard index < lines.count else { return nil }
        let fields = lines[index].split(separator: " ", omittingEmptySubsequences: false)
        guard fields.count == count + 1, fields[0] == word else { return nil }
        return Array(fields.dropFirst())
    }

    /// As `fields`, with a revision behind them where one is; 0 where none is, nil where it is none.
    private func fieldsAndRevision(
        after word: String,
        count: Int
    ) -> (fields: [Substring]?, revision: UInt64?) {
        if let fields = fields(after: word, count: count) { return (fields, 0) }
        guard let fields = fields(after: word, count: count + 1), let last = fields.last,
            let revision = value(last), revision > 0
        else { return (nil, nil) }
        return (Array(fields.dropLast()), revision)
    }

    /// A decimal number without sign or leading zeros.
    private func value(_ text: Substring) -> UInt64? {
        guard let value = UInt64(text), String(value) == text else { return nil }
        return value
    }

    private func hash(_ text: Substring) -> Hash128? {
        guard text.utf8.count == 32, let high = StoreLayout.hexadecimalValue(text.prefix(16)),
            let low = StoreLayout.hexadecimalValue(text.suffix(16))
        else { return nil }
        return Hash128(high: high, low: low)
    }

    mutating func numbers(after word: String, count: Int) -> [UInt64]? {
        guard let fields = fields(after: word, count: count) else { return nil }
        let values = fields.compactMap { value($0) }
        guard values.count == count else { return nil }
        index += 1
        return values
    }

    mutating func number(after word: String) -> UInt64? {
        numbers(after: word, count: 1)?.first
    }

    mutating func uuid() -> StoreUUID? {
        guard let field = fields(after: "uuid", count: 1)?.first, let value = hash(field) else {
            return nil
        }
        index += 1
        return StoreUUID(high: value.high, low: value.low)
    }

    mutating func segment() -> SegmentEntry? {
        let (found, revision) = fieldsAndRevision(after: "segment", count: 6)
        guard let fields = found, let revision,
            let number = value(fields[0]),
            let state = SegmentEntry.State(rawValue: String(fields[1])),
            let byteCount = value(fields[2]), let hash = hash(fields[3]),
            let first = value(fields[4]), let last = value(fields[5])
        else { return nil }
        index += 1
        return SegmentEntry(
            number: number,
            state: state,
            firstLSN: LSN(first),
            lastLSN: LSN(last),
            byteCount: byteCount,
            hash: hash,
            revision: revision
        )
    }

    mutating func lost() -> ClosedRange<LSN>? {
        guard let fields = fields(after: "lost", count: 2), let first = value(fields[0]),
            let last = value(fields[1]), first <= last
        else { return nil }
        index += 1
        return LSN(first)...LSN(last)
    }

    mutating func partition() -> PartitionEntry? {
        guard let newest = snapshot("newest"), let older = older(newest.partition) else {
            return nil
        }
        var entry = PartitionEntry(newest: newest, older: older)
        while let base = base(newest.partition) { entry.bases.append(base) }
        return entry
    }

    private mutating func base(_ partition: PartitionID) -> SnapshotEntry? {
        let before = index
        guard let entry = snapshot("base") else { return nil }
        // Another partition's is not what was asked for, and nothing else may follow then.
        if entry.partition != partition { index = before }
        return entry.partition == partition ? entry : nil
    }

    private mutating func snapshot(_ word: String) -> SnapshotEntry? {
        let (found, revision) = fieldsAndRevision(after: word, count: 6)
        guard let fields = found, let revision, revision == 0 || word == "base",
            let partition = value(fields[0]).flatMap({ PartitionID(UInt32(clamping: $0)) }),
            let sequence = value(fields[1]), let lsn = value(fields[2]),
            let covered = value(fields[3]), let byteCount = value(fields[4]),
            let hash = hash(fields[5]), covered >= lsn
        else { return nil }
        index += 1
        return SnapshotEntry(
            partition: partition,
            sequence: PartitionSequence(sequence),
            lsn: LSN(lsn),
            coveredTo: LSN(covered),
            byteCount: byteCount,
            hash: hash,
            revision: revision
        )
    }

    private mutating func older(_ partition: PartitionID) -> PartitionEntry.Fallback? {
        if let entry = snapshot("older") {
            return entry.partition == partition ? .file(entry) : nil
        }
        if let fields = fields(after: "older", count: 3), fields[1] == "empty",
            value(fields[0]) == UInt64(partition.value), let lsn = value(fields[2])
        {
            index += 1
            return .empty(coveredTo: LSN(lsn))
        }
        if let fields = fields(after: "older", count: 2), fields[1] == "none",
            value(fields[0]) == UInt64(partition.value)
        {
            index += 1
            return PartitionEntry.Fallback.none
        }
        return nil
    }
}
