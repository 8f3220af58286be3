/// Crowds of a ``NumberTable``: the numbers of one hash where they are many. A crowd is named by
/// its index with `NumberTable.crowdBit` set; its numbers stand in ascending order.
struct Crowds: Sendable {
    private var members = OrderedKeys<UInt64>()
    private var hashes: [UInt64] = []
    private var counts: [UInt32] = []
    private var free: [UInt32] = []

    var byteCount: Int {
        hashes.isEmpty
            ? 0
            : members.byteCount &+ hashes.capacity &* 8 &+ (counts.capacity &+ free.capacity) &* 4
    }

    func hash(_ crowd: UInt32) -> UInt64 { hashes[Self.index(crowd)] }

    func count(_ crowd: UInt32) -> Int { Int(counts[Self.index(crowd)]) }

    /// A new crowd without numbers.
    mutating func make(_ hash: UInt64) -> UInt32 {
        if let index = free.popLast() {
            hashes[Int(index)] = hash
            return index | NumberTable.crowdBit
        }
        hashes.append(hash)
        counts.append(0)
        return UInt32(hashes.count &- 1) | NumberTable.crowdBit
    }

    /// Forgets a crowd that has no numbers any more.
    mutating func forget(_ crowd: UInt32) { free.append(crowd & ~NumberTable.crowdBit) }

    mutating func insert(_ number: UInt32, into crowd: UInt32) {
        if members.insert(Self.key(crowd, number)) { counts[Self.index(crowd)] &+= 1 }
    }

    mutating func remove(_ number: UInt32, from crowd: UInt32) -> Bool {
        guard members.remove(Self.key(crowd, number)) else { return false }
        counts[Self.index(crowd)] &-= 1
        return true
    }

    /// The numbers of a crowd in ascending order, each to `body` until it answers false. False
    /// when it did.
    func visit(_ crowd: UInt32, _ body: (UInt32) -> Bool) -> Bool {
        var place = members.place(notBelow: Self.key(crowd, 0))
        while let key = members.key(at: place), UInt32(key >> 32) == crowd {
            guard body(UInt32(truncatingIfNeeded: key)) else { return false }
            members.step(&place)
        }
        return true
    }

    private static func index(_ crowd: UInt32) -> Int { Int(crowd & ~NumberTable.crowdBit) }

    private static func key(_ crowd: UInt32, _ number: UInt32) -> UInt64 {
        UInt64(crowd) << 32 | UInt64(number)
    }
}
