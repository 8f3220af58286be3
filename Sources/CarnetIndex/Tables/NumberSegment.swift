/// The part of a ``NumberTable`` whose hashes begin with the same bits: groups that are probed one
/// after the other from an entry's home.
struct NumberSegment: Sendable {
    /// How many bits of the hash a hint holds: those of the splits from one multiple of six to the
    /// next.
    private static let hintBitCount = 6

    private(set) var groups: NumberGroups
    private(set) var count = 0
    /// How many top bits of the hash all entries share.
    let depth: Int

    init(groupCount: Int, depth: Int) {
        groups = NumberGroups(count: groupCount)
        self.depth = depth
    }

    var byteCount: Int { groups.count &* NumberGroups.byteCount &+ 64 }

    /// Whether it needs more room before the next entry: from seven eighths on.
    var isFull: Bool { Self.isFull(count, in: groups.count) }

    static func isFull(_ count: Int, in groupCount: Int) -> Bool {
        count &* 8 >= groupCount &* (NumberGroups.slotCount * 7)
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
        let place = hash >> 8 & 0xFFFF_FFFF
        return Int(truncatingIfNeeded: (place &* UInt64(groups.count)) >> 32)
    }

    @inline(__always)
    func next(_ group: Int) -> Int { group &+ 1 == groups.count ? 0 : group &+ 1 }

    /// Puts an entry into the first group from its home on that has a free slot; there is one.
    mutating func insert(_ number: UInt32, _ hash: UInt64) {
        var group = home(of: hash)
        var distance: UInt8 = 0
        while true {
            var free = groups.slots(group, tagged: 0)
            if let slot = free.next() {
                let hint = UInt8(truncatingIfNeeded: hash >> hintShift) << 2 | distance
                groups.set(group, slot, tag: Self.tag(of: hash), hint: hint, number: number)
                count &+= 1
                return
            }
            groups.pass(group, by: 1)
            group = next(group)
            distance = min(distance &+ 1, 3)
        }
    }

    /// Frees the slot of an entry and takes it off the counts of the groups that it went past.
    /// False when it is not there.
    @discardableResult
    mutating func remove(_ number: UInt32, _ hash: UInt64) -> Bool {
        let home = home(of: hash)
        let tag = Self.tag(of: hash)
        var group = home
        for _ in 0..<groups.count {
            var matches = groups.slots(group, tagged: tag)
            while let slot = matches.next() {
                guard groups.number(group, slot) == number else { continue }
                groups.set(group, slot, tag: 0, hint: 0, number: 0)
                count &-= 1
                while group != home {
                    group = group == 0 ? groups.count &- 1 : group &- 1
                    groups.pass(group, by: -1)
                }
                return true
            }
            if groups.passed(group) == 0 { return false }
            group = next(group)
        }
        return false
    }

    /// All entries, as group, slot and number, in the order in which they stand.
    @inline(__always)
    func visit(_ body: (Int, Int, UInt32) -> Void) {
        for group in 0..<groups.count {
            for slot in 0..<NumberGroups.slotCount where groups.number(group, slot) != 0 {
                body(group, slot, groups.number(group, slot))
            }
        }
    }

    /// How many slots before the given one hold the same number under the same tag.
    func occurrence(of number: UInt32, before slot: Int, of group: Int) -> Int {
        let tag = groups.tag(group, slot)
        var found = 0
        for index in 0...group {
            var matches = groups.slots(index, tagged: tag)
            while let other = matches.next() {
                if index == group, other >= slot { break }
                if groups.number(index, other) == number { found &+= 1 }
            }
        }
        return found
    }

    // MARK: - Splitting without reading records

    /// How far a hash is shifted for the six bits that a hint holds at this depth.
    private var hintShift: UInt64 {
        UInt64(64 &- Self.hintBitCount &* (depth / Self.hintBitCount &+ 1))
    }

    /// Whether hints hold all that a split needs: its halves take their bits from the same six.
    var knowsNextSplit: Bool {
        depth / Self.hintBitCount == (depth &+ 1) / Self.hintBitCount
            && depth < 3 &* Self.hintBitCount
    }

    /// Whether a number stands here twice under one tag: two keys of one client, which only their
    /// hashes tell apart. O(entries).
    var hasTwins: Bool {
        // Linear probing at a load below a half.
        var bits = 4
        while 1 << bits < count &* 2 { bits &+= 1 }
        var seen = [UInt64](repeating: 0, count: 1 << bits)
        var found = false
        visit { group, slot, number in
            let entry = UInt64(number) << 8 | UInt64(groups.tag(group, slot))
            var place = Int((entry &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 &- bits))
            while seen[place] != 0, seen[place] != entry {
                place = (place &+ 1) & (seen.count &- 1)
            }
            if seen[place] == entry { found = true }
            seen[place] = entry
        }
        return found
    }

    /// A hash that leads to where this entry's does, in this segment and in its halves as long as
    /// they have as many groups; nil when it stands too far from its home. `prefix` are the bits
    /// that all entries share.
    func likeness(_ group: Int, _ slot: Int, prefix: UInt64) -> UInt64? {
        let hint = groups.hint(group, slot)
        let distance = Int(hint & 3)
        guard distance < 3, distance < groups.count else { return nil }
        let home = group >= distance ? group &- distance : group &+ groups.count &- distance
        let groupCount = UInt64(groups.count)
        // The least 32 bits that scale to the home.
        let place = (UInt64(home) << 32 &+ groupCount &- 1) / groupCount
        let top = prefix << UInt64(64 &- depth) | UInt64(hint >> 2) << hintShift
        return top | place << 8 | UInt64(groups.tag(group, slot))
    }
}
