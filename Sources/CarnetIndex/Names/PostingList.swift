/// The clients that have a token: how many, and where their numbers stand.
///
/// One number stands in `place` itself. Up to 2,048 stand in a block of the pool with room for the
/// next power of two, at the address `place`. More stand in chunks of their own, and `place` is
/// their index with the high bit set.
struct PostingList: Sendable {
    static let none = PostingList(count: 0, place: 0)
    static let longBit: UInt32 = 1 << 31

    var count: UInt32
    var place: UInt32

    var isLong: Bool { place & Self.longBit != 0 && count > 1 }
    var longIndex: Int { Int(place & ~Self.longBit) }
}
