public import CarnetBytes

/// The events of one command: their payloads one behind the other. A shard keeps one and uses it
/// again, so that a decision allocates nothing.
public struct EventBuffer: ~Copyable, Sendable {
    public var payloads: ByteWriter
    public private(set) var entries: [Entry] = []

    /// One event: what it is and where its payload stands.
    public struct Entry: Hashable, Sendable {
        public let kind: EventKind
        public let range: Range<Int>
    }

    public init() { payloads = ByteWriter(capacity: 1_024) }

    public var count: Int { entries.count }

    public mutating func removeAll() {
        payloads.removeAll()
        entries.removeAll(keepingCapacity: true)
    }

    /// Makes what has been written to `payloads` since the last event into one of `kind`.
    public mutating func close(_ kind: EventKind) {
        let start = entries.last?.range.upperBound ?? 0
        entries.append(Entry(kind: kind, range: start..<payloads.byteCount))
    }

    /// Forgets what has been written since the last event.
    public mutating func discardOpen() {
        payloads.truncate(to: entries.last?.range.upperBound ?? 0)
    }

    @_lifetime(borrow self)
    public func payload(_ index: Int) -> RawSpan { payloads.bytes.bytes(entries[index].range) }
}
