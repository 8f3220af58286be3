/// One segment of ``HashSegments``: the entries whose hashes begin with the same bits.
///
/// Places come in groups of eight. A hash belongs to the group that the bits below the shared ones
/// choose, so entries lie nearly in the order of their hashes, and moving them to a larger segment
/// reads and writes both from front to back.
struct HashSegment: Sendable {
    private static let groupPlaceCount = 8

    /// Hash above value; 0 where there is none, so a hash and a value of 0 must not meet.
    private var entries: [UInt64]
    private var groupCount: UInt32
    private(set) var count: UInt32 = 0
    private let depthBits: UInt32

    /// How many bits of a hash chose the segment.
    var depth: Int { Int(depthBits) }
    var placeCount: Int { entries.count }
    /// Bytes that it takes, its own head left aside.
    var byteCount: Int { entries.count &* 8 &+ 32 }

    /// From nine tenths on it wants more room; one place at least is always free.
    @inline(__always)
    var isFull: Bool { (count &+ 1) &* 8 > groupCount &* 57 }

    /// An empty segment of at least that many places.
    init(room: Int, depth: Int) {
        let groups = max(1, (room &+ Self.groupPlaceCount &- 1) / Self.groupPlaceCount)
        entries = Array(repeating: 0, count: groups &* Self.groupPlaceCount)
        groupCount = UInt32(groups)
        depthBits = UInt32(depth)
    }

    /// The first place of the group where a hash belongs.
    @inline(__always)
    private func home(_ hash: UInt32) -> Int {
        Int((UInt64(hash << depthBits) &* UInt64(groupCount)) >> 32) &* Self.groupPlaceCount
    }

    @inline(__always)
    private static func hash(_ entry: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: entry >> 32) }

    @inline(__always)
    private func place(after place: Int) -> Int {
        place &+ 1 == entries.count ? 0 : place &+ 1
    }

    @inline(__always)
    func visit(_ hash: UInt32, _ body: (UInt32) -> Bool) {
        var place = home(hash)
        while entries[place] != 0 {
            let entry = entries[place]
            if Self.hash(entry) == hash {
                guard body(UInt32(truncatingIfNeeded: entry)) else { return }
            }
            place = self.place(after: place)
        }
    }

    /// Reads both ends of the group, which may lie in two lines of the cache.
    @inline(__always)
    func warm(_ hash: UInt32) -> UInt64 {
        let home = home(hash)
        return entries[home] ^ entries[home &+ Self.groupPlaceCount &- 1]
            ^ entries[min(home &+ Self.groupPlaceCount &* 2, entries.count) &- 1]
    }

    // MARK: - Changing

    /// There must be room.
    @inline(__always)
    mutating func insert(_ hash: UInt32, _ value: UInt32, if wants: (UInt32) -> Bool) -> Bool {
        var place = home(hash)
        while entries[place] != 0 {
            let entry = entries[place]
            if Self.hash(entry) == hash {
                guard wants(UInt32(truncatingIfNeeded: entry)) else { return false }
            }
            place = self.place(after: place)
        }
        entries[place] = UInt64(hash) << 32 | UInt64(value)
        count &+= 1
        return true
    }

    mutating func remove(_ hash: UInt32, _ value: UInt32) -> Bool {
        let wanted = UInt64(hash) << 32 | UInt64(value)
        var place = home(hash)
        while entries[place] != wanted {
            if entries[place] == 0 { return false }
            place = self.place(after: place)
        }
        close(place)
        return true
    }

    /// What became of an entry.
    enum Change {
        case none
        case changed
        case removed
    }

    @inline(__always)
    mutating func change(_ hash: UInt32, _ change: (UInt32) -> UInt32) -> Change {
        var place = home(hash)
        while Self.hash(entries[place]) != hash || entries[place] == 0 {
            if entries[place] == 0 { return .none }
            place = self.place(after: place)
        }
        let value = change(UInt32(truncatingIfNeeded: entries[place]))
        if value == 0 {
            close(place)
            return .removed
        }
        entries[place] = UInt64(hash) << 32 | UInt64(value)
        return .changed
    }

    /// Frees a place and moves up what would no longer be found. Source: Knuth, volume 3, 6.4,
    /// algorithm R.
    private mutating func close(_ place: Int) {
        var hole = place
        var next = place
        entries[hole] = 0
        count &-= 1
        while true {
            next = self.place(after: next)
            let entry = entries[next]
            if entry == 0 { return }
            let home = home(Self.hash(entry))
            // It stays where its home lies behind the hole, cyclically.
            let stays =
                hole <= next ? (hole < home && home <= next) : (hole < home || home <= next)
            if stays { continue }
            entries[hole] = entry
            entries[next] = 0
            hole = next
        }
    }

    // MARK: - Growing

    mutating func grow(to placeCount: Int) {
        var larger = HashSegment(room: placeCount, depth: depth)
        var filling = Filling()
        for entry in entries where entry != 0 { larger.fill(entry, &filling) }
        self = larger
    }

    /// The halves by the next bit, and the high half's leading bits; nil where one half would hold
    /// nearly everything.
    func halves() -> (low: HashSegment, high: HashSegment, prefix: Int)? {
        let newDepth = depth &+ 1
        let bit: UInt64 = 1 << UInt64(64 &- newDepth)
        var ones = 0
        var sample: UInt64 = 0
        for entry in entries where entry != 0 {
            if entry & bit != 0 { ones &+= 1 }
            sample = entry
        }
        let all = Int(count)
        guard ones > all / 8, ones < all &- all / 8 else { return nil }
        var low = HashSegment(room: Self.room(for: all &- ones), depth: newDepth)
        var high = HashSegment(room: Self.room(for: ones), depth: newDepth)
        var lowFilling = Filling()
        var highFilling = Filling()
        for entry in entries where entry != 0 {
            if entry & bit == 0 {
                low.fill(entry, &lowFilling)
            } else {
                high.fill(entry, &highFilling)
            }
        }
        return (low, high, Int(sample >> UInt64(64 &- newDepth)) | 1)
    }

    private static func room(for count: Int) -> Int { count &* 3 / 2 }

    /// How far a segment is filled by entries nearly in the order of their hashes.
    private struct Filling {
        /// All places from here up to `end` are taken.
        var start = 0
        var end = 0
    }

    /// Adds an entry while the segment is filled. Behind those before it in one step, but for the
    /// few that are out of order.
    @inline(__always)
    private mutating func fill(_ entry: UInt64, _ filling: inout Filling) {
        let home = home(Self.hash(entry))
        count &+= 1
        if home > filling.end {
            filling.start = home
            filling.end = home
        }
        if home >= filling.start && filling.end < entries.count {
            // The place may have been taken by one that was out of order.
            while filling.end < entries.count && entries[filling.end] != 0 { filling.end &+= 1 }
            if filling.end < entries.count {
                entries[filling.end] = entry
                filling.end &+= 1
                return
            }
        }
        var place = home
        while entries[place] != 0 { place = self.place(after: place) }
        entries[place] = entry
    }
}
