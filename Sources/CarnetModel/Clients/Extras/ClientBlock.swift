import CarnetBytes

/// That a client is on the tenant's block list, since when, until when and why (R-SAL-06).
/// At rest: varint milliseconds since 1970, varint of the end or 0, then the reason as text.
public struct ClientBlock: Hashable, Sendable {
    /// Milliseconds since 1970.
    public let since: UInt64
    /// Milliseconds since 1970 from which on it holds no more; nil without end.
    public let until: UInt64?
    /// In staff's own words, at most 256 bytes; empty where none was given.
    public let reason: [UInt8]

    public init(since: UInt64, until: UInt64?, reason: [UInt8]) {
        self.since = since
        self.until = until
        self.reason = reason
    }

    public init?(_ value: RawSpan) {
        var reader = ByteReader(value)
        guard let since = reader.varint(), let until = reader.varint() else { return nil }
        self.since = since
        self.until = until == 0 ? nil : until
        reason = value.bytes(reader.offset..<value.byteCount).array()
    }

    var value: [UInt8] {
        var writer = ByteWriter(capacity: 20 + reason.count)
        writer.append(varint: since)
        writer.append(varint: until ?? 0)
        writer.append(reason)
        return writer.array()
    }

    /// Whether it holds: nothing has to happen for one to end, its end only has to come.
    public func holds(atMilliseconds now: UInt64) -> Bool { until.map { now < $0 } ?? true }

    /// R-RES-25: of two the more careful one, which holds longer; of equal ones the earlier.
    func isMoreCareful(than other: ClientBlock) -> Bool {
        let end = until ?? .max
        let otherEnd = other.until ?? .max
        return end != otherEnd ? end > otherEnd : since < other.since
    }
}

extension ClientRecord {
    /// The block that was put on the client, whether it still holds or not. O(fields).
    public var block: ClientBlock? {
        extra(.block).flatMap { ClientBlock(bytes.bytes($0)) }
    }

    /// Whether the client is blocked at that moment: what `BLOCKED yes` filters by. O(fields),
    /// and the end alone is read, not the reason.
    public func isBlocked(atMilliseconds now: UInt64) -> Bool {
        guard let range = extra(.block) else { return false }
        var reader = ByteReader(bytes.bytes(range))
        guard reader.varint() != nil, let until = reader.varint() else { return false }
        return until == 0 || now < until
    }
}
