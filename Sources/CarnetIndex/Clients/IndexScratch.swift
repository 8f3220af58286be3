/// Room that upkeep, lookups and searches use and leave clean: one for all tenants of a shard.
/// Grows to one byte a client of the largest tenant that was searched.
public struct IndexScratch: ~Copyable, Sendable {
    var words = ClientWords()
    var contacts = ClientContacts()
    var tokens: [UInt32] = []
    /// Clients that may have the key that is looked up.
    var candidates: [UInt32] = []
    var search = SearchScratch()
    /// The sum of what was read ahead: it means nothing, but without it nothing would be read.
    var warmth: UInt32 = 0

    public init() {}

    /// Notes a candidate and asks for the next.
    @inline(__always)
    mutating func note(_ number: UInt32) -> Bool {
        candidates.append(number)
        return true
    }
}
