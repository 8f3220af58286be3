/// The part of a ``NumberTable`` whose hashes begin with the same bits: groups that are probed one
/// after the other from an entry's home.
struct NumberSegment: Sendable {
    private(set) var groups: [NumberGroup]
    private(set) var count = 0
    /// How many top bits of the hash all entries share.
    let depth: Int

    init(groupCount: Int, depth: Int) {
        groups = Array(repeating: NumberGroup(), count: groupCount)
        self.depth = depth
    }

    /// Whether it needs more room before the next entry: from seven eighths on.
    var isFull: Bool { Self.isFull(count, in: groups.count) }

    static func isFull(_ count: Int, in groupCount: Int) -> Bool {
        count &* 8 >= groupCount &* (NumberGroup.slotCount * 7)
    }

    /// The tag of a hash: its low byte, which is never 0 here.
    @inline(__always)
    static func tag(of hash: UInt64) -> UInt8 {
        let low = UInt8(truncatingIfNeeded: hash)
        return low == 0 ? 0x55 : low
    }

    /// The group where a hash belongs: its bits 8 to 39 scaled to the number of groups.
    @inline(__always)
    func home(of hash: UInt64) -> Int {
        Int(truncatingIfNeeded: (hash >> 8 & 0xFFFF_FFFF) &* UInt64(groups.count) >> 32)
    }

    @inline(__always)
    func next(_ index: Int) -> Int { index &+ 1 == groups.count ? 0 : index &+ 1 }

    /// Puts an entry into the first group from its home on that has a free slot; there is one.
    mutating func insert(_ number: UInt32, _ hash: UInt64) {
        var index = home(of: hash)
        while true {
            var free = groups[index].slots(tagged: 0)
            if let slot = free.next() {
                groups[index].set(slot, tag: Self.tag(of: hash), number: number)
                count &+= 1
                return
            }
            groups[index].passed &+= 1
            index = next(index)
        }
    }

    /// Frees the slot of an entry and takes it off the counts of the groups that it went past.
    /// False when it is not there.
    @discardableResult
    mutating func remove(_ number: UInt32, _ hash: UInt64) -> Bool {
        let home = home(of: hash)
        let tag = Self.tag(of: hash)
        var index = home
        for _ in groups.indices {
            var matches = groups[index].slots(tagged: tag)
            while let slot = matches.next() {
                guard groups[index].number(slot) == number else { continue }
                groups[index].set(slot, tag: 0, number: 0)
                count &-= 1
                while index != home {
                    index = index == 0 ? groups.count &- 1 : index &- 1
                    groups[index].passed &-= 1
                }
                return true
            }
            if groups[index].passed == 0 { return false }
            index = next(index)
        }
        return false
    }

    /// All numbers, in the order of the slots.
    @inline(__always)
    func forEach(_ body: (UInt32) -> Void) {
        for group in groups {
            for slot in 0..<NumberGroup.slotCount where group.number(slot) != 0 {
                body(group.number(slot))
            }
        }
    }

    /// How many slots before the given one hold the same number under the same tag.
    func occurrence(of number: UInt32, _ tag: UInt8, before slot: Int, of group: Int) -> Int {
        var found = 0
        for index in 0...group {
            var matches = groups[index].slots(tagged: tag)
            while let other = matches.next() {
                if index == group, other >= slot { break }
                if groups[index].number(other) == number { found &+= 1 }
            }
        }
        return found
    }
}
