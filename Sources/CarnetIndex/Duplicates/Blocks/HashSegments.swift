/// A table of 32-bit values found by 32-bit hashes, of which many may have the same: what
/// ``BlockTable`` and ``ValueCounts`` are made of.
///
/// Extendible hashing: the top bits of a hash choose a segment through a directory. A segment
/// grows by a quarter, and splits by the next bit when it is full: no step moves more than
/// `segmentCountMax` entries, and since an entry holds its whole hash, nothing is ever computed
/// again. Linear probing; what is removed is closed up, so nothing stays behind. Source: Fagin and
/// others, "Extendible Hashing, a Fast Access Method for Dynamic Files".
///
/// Eight bytes an entry, about 10.3 with the room that is free. All O(1) but for equal hashes,
/// which are walked one by one: who may have many keeps them elsewhere.
struct HashSegments: Sendable {
    private static let segmentCountMax = 2048
    private static let depthMax = 22

    /// Hash above value; 0 where there is none, so a hash and a value of 0 must not meet.
    private var segments: [[UInt64]]
    private var counts: [UInt32]
    private var depths: [UInt8]
    private var directory: [UInt32] = [0]
    private var depth = 0
    private(set) var count = 0

    init() {
        segments = [Array(repeating: 0, count: 16)]
        counts = [0]
        depths = [0]
    }

    var byteCount: Int {
        var sum = directory.capacity &* 4 &+ segments.capacity &* 13 &+ 64
        for segment in segments { sum &+= segment.count &* 8 &+ 32 }
        return sum
    }

    // MARK: - Reading

    @inline(__always)
    private func segmentIndex(_ hash: UInt32) -> Int {
        depth == 0 ? 0 : Int(directory[Int(hash >> UInt32(32 &- depth))])
    }

    /// The place where a hash belongs in a segment: the bits below those that chose the segment,
    /// scaled to its size.
    @inline(__always)
    private static func home(_ hash: UInt32, _ depth: UInt8, _ size: Int) -> Int {
        Int((UInt64(hash << UInt32(depth)) &* UInt64(size)) >> 32)
    }

    /// The values of a hash, each to `body` until it answers false.
    @inline(__always)
    func visit(_ hash: UInt32, _ body: (UInt32) -> Bool) {
        let index = segmentIndex(hash)
        let segment = segments[index]
        var place = Self.home(hash, depths[index], segment.count)
        while segment[place] != 0 {
            let entry = segment[place]
            if UInt32(truncatingIfNeeded: entry >> 32) == hash {
                guard body(UInt32(truncatingIfNeeded: entry)) else { return }
            }
            place = place &+ 1 == segment.count ? 0 : place &+ 1
        }
    }

    /// Reads where a hash belongs, so that its memory is on the way. The answer says nothing.
    @inline(__always)
    func warm(_ hash: UInt32) -> UInt64 {
        let index = segmentIndex(hash)
        return segments[index][Self.home(hash, depths[index], segments[index].count)]
    }

    // MARK: - Changing

    /// Adds an entry. `value` is not 0.
    mutating func insert(_ hash: UInt32, _ value: UInt32) {
        var index = segmentIndex(hash)
        while Int(counts[index]) &* 8 >= segments[index].count &* 7 {
            makeRoom(index)
            index = segmentIndex(hash)
        }
        Self.put(UInt64(hash) << 32 | UInt64(value), depths[index], &segments[index])
        counts[index] &+= 1
        count &+= 1
    }

    /// Takes an entry out; false when it is not there.
    @discardableResult
    mutating func remove(_ hash: UInt32, _ value: UInt32) -> Bool {
        let index = segmentIndex(hash)
        let wanted = UInt64(hash) << 32 | UInt64(value)
        let size = segments[index].count
        var place = Self.home(hash, depths[index], size)
        while segments[index][place] != wanted {
            if segments[index][place] == 0 { return false }
            place = place &+ 1 == size ? 0 : place &+ 1
        }
        Self.close(place, depths[index], &segments[index])
        counts[index] &-= 1
        count &-= 1
        return true
    }

    /// Puts another value in the place of one that is there.
    mutating func replace(_ hash: UInt32, _ value: UInt32, with other: UInt32) {
        let index = segmentIndex(hash)
        let wanted = UInt64(hash) << 32 | UInt64(value)
        let size = segments[index].count
        var place = Self.home(hash, depths[index], size)
        while segments[index][place] != wanted {
            if segments[index][place] == 0 { return }
            place = place &+ 1 == size ? 0 : place &+ 1
        }
        segments[index][place] = UInt64(hash) << 32 | UInt64(other)
    }

    private static func put(_ entry: UInt64, _ depth: UInt8, _ segment: inout [UInt64]) {
        var place = home(UInt32(truncatingIfNeeded: entry >> 32), depth, segment.count)
        while segment[place] != 0 { place = place &+ 1 == segment.count ? 0 : place &+ 1 }
        segment[place] = entry
    }

    /// Frees a place and moves up what would no longer be found. Source: Knuth, volume 3, 6.4,
    /// algorithm R.
    private static func close(_ place: Int, _ depth: UInt8, _ segment: inout [UInt64]) {
        let size = segment.count
        var hole = place
        var next = place
        segment[hole] = 0
        while true {
            next = next &+ 1 == size ? 0 : next &+ 1
            let entry = segment[next]
            if entry == 0 { return }
            let home = home(UInt32(truncatingIfNeeded: entry >> 32), depth, size)
            // It stays where its home lies behind the hole, cyclically.
            let stays =
                hole <= next ? (hole < home && home <= next) : (hole < home || home <= next)
            if stays { continue }
            segment[hole] = entry
            segment[next] = 0
            hole = next
        }
    }

    // MARK: - Growing

    private mutating func makeRoom(_ index: Int) {
        let size = segments[index].count
        let isWhole = size >= Self.segmentCountMax && Int(depths[index]) < Self.depthMax
        if isWhole && split(index) { return }
        var larger = Array(repeating: UInt64(0), count: size &+ max(16, size / 4))
        for entry in segments[index] where entry != 0 { Self.put(entry, depths[index], &larger) }
        segments[index] = larger
    }

    /// False where one half would hold everything: equal hashes, which splitting can't part.
    private mutating func split(_ index: Int) -> Bool {
        let newDepth = depths[index] &+ 1
        let bit: UInt64 = 1 << UInt64(64 &- UInt64(newDepth))
        let entries = segments[index].filter { $0 != 0 }
        let ones = entries.count { $0 & bit != 0 }
        guard ones > entries.count / 8, ones < entries.count &- entries.count / 8,
            let sample = entries.first
        else { return false }
        var low = Self.segment(for: entries.count &- ones)
        var high = Self.segment(for: ones)
        for entry in entries {
            if entry & bit == 0 {
                Self.put(entry, newDepth, &low)
            } else {
                Self.put(entry, newDepth, &high)
            }
        }
        if Int(newDepth) > depth {
            directory = directory.flatMap { [$0, $0] }
            depth &+= 1
        }
        segments[index] = low
        counts[index] = UInt32(entries.count &- ones)
        depths[index] = newDepth
        segments.append(high)
        counts.append(UInt32(ones))
        depths.append(newDepth)
        let prefix = Int(sample >> UInt64(64 &- UInt64(newDepth))) | 1
        let shift = depth &- Int(newDepth)
        for place in prefix << shift..<(prefix &+ 1) << shift {
            directory[place] = UInt32(segments.count &- 1)
        }
        return true
    }

    private static func segment(for count: Int) -> [UInt64] {
        Array(repeating: 0, count: count &* 5 / 4 &+ 16)
    }
}
