/// Places found by a 32-bit hash: which of a shard's cells may hold the tenant of that name.
///
/// Open addressing with linear probing; an entry is its hash above its place, so that a miss and
/// most collisions are told apart without a look at a cell. Removal closes the gap (Knuth, "The
/// Art of Computer Programming" 3, algorithm 6.4R), so nothing stays behind. Every call is O(1).
struct PlaceTable: Sendable {
    /// The hash above the place, plus one; 0 where the slot is empty.
    private var slots = [UInt64](repeating: 0, count: 16)
    private var count = 0

    /// The places entered under `hash`, each to `body` until it answers true.
    @inline(__always)
    func first(_ hash: UInt32, where body: (Int) -> Bool) -> Int? {
        let mask = slots.count &- 1
        var index = Int(hash) & mask
        while true {
            let slot = slots[index]
            if slot == 0 { return nil }
            if UInt32(truncatingIfNeeded: slot >> 32) == hash {
                let place = Int(UInt32(truncatingIfNeeded: slot)) &- 1
                if body(place) { return place }
            }
            index = (index &+ 1) & mask
        }
    }

    mutating func insert(_ place: Int, _ hash: UInt32) {
        if count &* 2 >= slots.count { grow() }
        count &+= 1
        enter(UInt64(hash) << 32 | UInt64(place &+ 1))
    }

    mutating func remove(_ place: Int, _ hash: UInt32) {
        let mask = slots.count &- 1
        let entry = UInt64(hash) << 32 | UInt64(place &+ 1)
        var gap = Int(hash) & mask
        while slots[gap] != entry {
            if slots[gap] == 0 { return }
            gap = (gap &+ 1) & mask
        }
        count &-= 1
        var index = gap
        while true {
            slots[gap] = 0
            repeat {
                index = (index &+ 1) & mask
                if slots[index] == 0 { return }
                // One that stands between its home and itself without the gap stays.
            } while (index &- home(slots[index])) & mask < (index &- gap) & mask
            slots[gap] = slots[index]
            gap = index
        }
    }

    private func home(_ entry: UInt64) -> Int { Int(entry >> 32) & (slots.count &- 1) }

    private mutating func enter(_ entry: UInt64) {
        let mask = slots.count &- 1
        var index = home(entry)
        while slots[index] != 0 { index = (index &+ 1) & mask }
        slots[index] = entry
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count &* 2)
        for entry in old where entry != 0 { enter(entry) }
    }
}
