import CarnetBytes

/// What a client may carry beside its ``ClientField``s. The raw value is its tag in records, events
/// and snapshots, never given to anything else. All stand behind fields and aliases, so a client
/// without them pays nothing.
///
/// How a filter finds them in a record: ``ClientRecord/hasTag(_:)``,
/// ``ClientRecord/isBlocked(atMilliseconds:)``, ``ClientRecord/consent(to:)`` and
/// ``ClientRecord/custom(_:)``. None allocates; each walks the record's fields once.
public enum ClientExtra: UInt8, Hashable, Sendable, CaseIterable {
    /// A field of the tenant's own, see ``CustomValue``; one for each name, ascending by name.
    case custom = 50
    /// That the client is on the block list, see ``ClientBlock``.
    case block = 51
    /// How each consent came about, see ``ConsentProof``; ascending by purpose and time.
    case proofs = 52
    /// Whether the client agrees to be asked to book again: one byte, 1 or 0.
    case rebooking = 53
    /// Whether the client agrees to birthday messages: one byte, 1 or 0.
    case birthday = 54
    /// Whether the client agrees to be asked for a review: one byte, 1 or 0.
    case review = 55

    /// The most custom fields that a client carries.
    public static let customCountMax = 64
    /// The most proofs of one purpose that a client carries: of more the oldest go, and are in the
    /// log alone.
    public static let proofCountMax = 32
}

extension ClientRecord {
    /// Whether the client has this tag, byte for byte as it is kept. O(fields).
    public func hasTag(_ wanted: RawSpan) -> Bool {
        var cursor = fields
        while let (tag, range) = cursor.next(in: bytes) {
            if tag > ClientField.tags.rawValue { return false }
            if tag == ClientField.tags.rawValue, bytes.bytes(range).isEqual(to: wanted) {
                return true
            }
        }
        return false
    }

    /// The first value of a tag of ours, or nil. O(fields before it).
    func extra(_ extra: ClientExtra) -> Range<Int>? {
        var cursor = fields
        while let (tag, range) = cursor.next(in: bytes) {
            if tag == extra.rawValue { return range }
            if tag > extra.rawValue { return nil }
        }
        return nil
    }
}
