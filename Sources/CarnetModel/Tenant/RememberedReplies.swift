public import CarnetBytes

/// What a command with a `KEY` answered: enough to answer the same again.
public struct RememberedReply: Hashable, Sendable {
    /// Which answer it was.
    public enum Kind: UInt8, Hashable, Sendable {
        case created = 1
        case updated = 2
        case changed = 3
        case settings = 4
        case tenant = 5
        /// `number` is that of the first merge.
        case merged = 6
        /// `number` is that of the merge.
        case unmerged = 7
        /// `number` is that of the receipt.
        case erased = 8
        /// `number` is that of the booking.
        case booking = 16
        /// Of a saved view; `version` is its version.
        case view = 20
        /// `number` is how many addresses were let in again.
        case lifted = 21
        /// `number` is that of the link.
        case link = 24
        case points = 25
    }

    public let kind: Kind
    /// The client, or how many there were where several changed.
    public let number: UInt32
    public let version: UInt32
    public let lsn: LSN
    /// A hash of the command's words, to tell a repetition from another command.
    public let arguments: UInt64

    public init(kind: Kind, number: UInt32, version: UInt32, lsn: LSN, arguments: UInt64) {
        self.kind = kind
        self.number = number
        self.version = version
        self.lsn = lsn
        self.arguments = arguments
    }
}

/// The keyed replies of a tenant's last 24 hours of log time, at most 100,000.
///
/// Kept by the 128-bit hash of token name and key, 64 bytes each, so that it fits into memory for
/// as long as a client may ask again. Forgetting happens as events are applied, never by a clock.
public struct RememberedReplies: Sendable {
    public static let countMax = 100_000
    public static let keyByteCountMax = 128
    static let milliseconds: UInt64 = 24 * 3_600 * 1_000

    private struct Entry {
        let key: Hash128
        let milliseconds: UInt64
        let lsn: LSN
        let reply: RememberedReply
    }

    private var byKey: [Hash128: RememberedReply] = [:]
    /// Oldest first; those before `first` are forgotten.
    private var entries: [Entry] = []
    private var first = 0

    public init() {}

    public var count: Int { byKey.count }

    /// What a key stands for: token name and key, hashed together.
    public static func hash(token: RawSpan, key: RawSpan) -> Hash128 {
        var bytes = ByteWriter(capacity: 160)
        bytes.append(lengthPrefixed: token)
        bytes.append(key)
        return bytes.bytes.xxh3_128
    }

    /// The reply that the key got within the last 24 hours before `milliseconds`, or nil.
    public func reply(to key: Hash128, atMilliseconds milliseconds: UInt64) -> RememberedReply? {
        guard let reply = byKey[key] else { return nil }
        // The latest entry of a key is the one in the table, so a scan from the end would find its
        // time; entries leave the table when they are too old for any event applied since.
        return isFresh(key, atMilliseconds: milliseconds) ? reply : nil
    }

    /// Whether one more may be remembered at that time.
    public func hasRoom(atMilliseconds milliseconds: UInt64) -> Bool {
        if byKey.count < Self.countMax { return true }
        guard first < entries.count else { return true }
        return entries[first].milliseconds &+ Self.milliseconds < milliseconds
    }

    private func isFresh(_ key: Hash128, atMilliseconds milliseconds: UInt64) -> Bool {
        guard first < entries.count,
            entries[first].milliseconds &+ Self.milliseconds < milliseconds
        else { return true }
        for entry in entries[first...] where entry.key == key {
            return entry.milliseconds &+ Self.milliseconds >= milliseconds
        }
        return false
    }

    /// Writes the event that remembers a reply, to stand `distance` records behind the one whose
    /// LSN the reply told: the LSN itself is not known before the records are in the log.
    /// Format: 16 bytes of key, u8 kind, u64 arguments, varint number, version and distance.
    public static func append(
        _ reply: RememberedReply,
        key: Hash128,
        distance: UInt64,
        to payload: inout ByteWriter
    ) {
        payload.append(littleEndian: key.low)
        payload.append(littleEndian: key.high)
        payload.append(reply.kind.rawValue)
        payload.append(littleEndian: reply.arguments)
        payload.append(varint: UInt64(reply.number))
        payload.append(varint: UInt64(reply.version))
        payload.append(varint: distance)
    }

    mutating func apply(_ payload: RawSpan, at milliseconds: UInt64, lsn: LSN) {
        guard let (key, reply) = Self.read(payload, lsn: lsn) else { return }
        forget(before: milliseconds)
        byKey[key] = reply
        entries.append(Entry(key: key, milliseconds: milliseconds, lsn: lsn, reply: reply))
    }

    /// What the event says that stands at `lsn`; nil where it makes no sense.
    static func read(_ payload: RawSpan, lsn: LSN) -> (key: Hash128, reply: RememberedReply)? {
        var reader = ByteReader(payload)
        guard let low = reader.littleEndianUInt64(), let high = reader.littleEndianUInt64(),
            let rawKind = reader.byte(), let kind = RememberedReply.Kind(rawValue: rawKind),
            let arguments = reader.littleEndianUInt64(),
            let number = reader.varint(), let version = reader.varint(),
            let distance = reader.varint()
        else { return nil }
        let reply = RememberedReply(
            kind: kind,
            number: UInt32(truncatingIfNeeded: number),
            version: UInt32(truncatingIfNeeded: version),
            lsn: LSN(lsn.value &- distance),
            arguments: arguments
        )
        return (Hash128(high: high, low: low), reply)
    }

    /// Every reply that would be answered.
    var all: some Sequence<RememberedReply> { byKey.values }

    /// Drops the replies that `isDropped` picks. O(replies).
    mutating func removeAll(where isDropped: (RememberedReply) -> Bool) {
        guard byKey.values.contains(where: isDropped) else { return }
        entries.removeFirst(first)
        first = 0
        entries.removeAll { isDropped($0.reply) }
        byKey = byKey.filter { !isDropped($0.value) }
    }

    private mutating func forget(before milliseconds: UInt64) {
        while first < entries.count,
            entries[first].milliseconds &+ Self.milliseconds < milliseconds
        {
            let entry = entries[first]
            if byKey[entry.key] == entry.reply { byKey[entry.key] = nil }
            first &+= 1
        }
        if first > 1_024, first > entries.count / 2 {
            entries.removeFirst(first)
            first = 0
        }
    }

    /// Writes the replies from entry `from` on, at most `max` of them, for a snapshot: varint
    /// milliseconds, varint LSN, then the event's payload with its length before it. Answers how
    /// many were written.
    public func append(from: Int, max: Int, to writer: inout ByteWriter) -> Int {
        var payload = ByteWriter(capacity: 64)
        let start = first &+ from
        guard start < entries.count else { return 0 }
        let end = min(entries.count, start &+ max)
        for entry in entries[start..<end] {
            payload.removeAll()
            let distance = entry.lsn.value &- entry.reply.lsn.value
            Self.append(entry.reply, key: entry.key, distance: distance, to: &payload)
            writer.append(varint: entry.milliseconds)
            writer.append(varint: entry.lsn.value)
            writer.append(lengthPrefixed: payload.bytes)
        }
        return end &- start
    }

    /// Reads what `append` wrote. False where it makes no sense.
    mutating func restore(_ bytes: RawSpan) -> Bool {
        var reader = ByteReader(bytes)
        while reader.remaining > 0 {
            guard let milliseconds = reader.varint(), let lsn = reader.varint(),
                let payload = reader.lengthPrefixedRange()
            else { return false }
            apply(bytes.bytes(payload), at: milliseconds, lsn: LSN(lsn))
        }
        return true
    }
}
