/// A table of 32-bit values found by 32-bit hashes, of which many may have the same: what
/// ``BlockTable`` and ``ValueCounts`` are made of.
///
/// Extendible hashing: the top bits of a hash choose a segment through a directory. A segment
/// grows by a half, and splits by the next bit when it is full: no step moves more than
/// `segmentPlaceCountMax` entries, and since an entry holds its whole hash, nothing is ever computed
/// again. Linear probing from the first of eight places, a line of the processor's cache, so that
/// a step reads one line or two; what is removed is closed up, so nothing stays behind. Source:
/// Fagin and others, "Extendible Hashing, a Fast Access Method for Dynamic Files".
///
/// Eight bytes an entry, about 10.3 with the room that is free. All O(1) but for equal hashes,
/// which are walked one by one: who may have many keeps them elsewhere.
struct HashSegments: Sendable {
    /// The most places that any segment has before it splits: a step moves as many entries, in some
    /// 20 µs. Of four times as many the memory is the same.
    static let segmentPlaceCountMax = 2048
    private static let depthMax = 22

    private var segments: [HashSegment]
    private var directory: [UInt32] = [0]
    private var depth = 0
    private(set) var count = 0

    init() { segments = [HashSegment(room: 8, depth: 0)] }

    var byteCount: Int {
        let heads = segments.capacity &* MemoryLayout<HashSegment>.stride
        var sum = directory.capacity &* 4 &+ heads &+ 64
        for segment in segments { sum &+= segment.byteCount }
        return sum
    }

    /// The places of the longest segment. O(segments).
    var longestPlaceCount: Int { segments.reduce(0) { max($0, $1.placeCount) } }

    // MARK: - Reading

    @inline(__always)
    private func segmentIndex(_ hash: UInt32) -> Int {
        depth == 0 ? 0 : Int(directory[Int(hash >> UInt32(32 &- depth))])
    }

    /// The values of a hash, each to `body` until it answers false.
    @inline(__always)
    func visit(_ hash: UInt32, _ body: (UInt32) -> Bool) {
        segments[segmentIndex(hash)].visit(hash, body)
    }

    /// Reads where a hash belongs, so that its memory is on the way. The answer says nothing.
    @inline(__always)
    func warm(_ hash: UInt32) -> UInt64 { segments[segmentIndex(hash)].warm(hash) }

    // MARK: - Changing

    /// Adds an entry. `value` is not 0.
    mutating func insert(_ hash: UInt32, _ value: UInt32) {
        _ = insert(hash, value) { _ in true }
    }

    /// Adds an entry behind those of the same hash, each of which goes to `wants` first: where it
    /// answers false, nothing is added. Answers whether the entry was. `value` is not 0.
    @inline(__always)
    mutating func insert(_ hash: UInt32, _ value: UInt32, if wants: (UInt32) -> Bool) -> Bool {
        var index = segmentIndex(hash)
        while segments[index].isFull {
            makeRoom(index)
            index = segmentIndex(hash)
        }
        guard segments[index].insert(hash, value, if: wants) else { return false }
        count &+= 1
        return true
    }

    /// Takes an entry out; false when it is not there.
    @discardableResult
    mutating func remove(_ hash: UInt32, _ value: UInt32) -> Bool {
        guard segments[segmentIndex(hash)].remove(hash, value) else { return false }
        count &-= 1
        return true
    }

    /// Puts what `change` makes of it in the place of the first value of a hash; a value of 0 goes.
    /// Answers whether there is one.
    @inline(__always)
    mutating func change(_ hash: UInt32, _ change: (UInt32) -> UInt32) -> Bool {
        let index = segmentIndex(hash)
        switch segments[index].change(hash, change) {
        case .none: return false
        case .changed: return true
        case .removed:
            count &-= 1
            return true
        }
    }

    // MARK: - Growing

    /// From how many places on a segment splits: half as many as the most, up to the most, spread
    /// so that never all of them have just grown or are about to.
    private static func placeCountMax(_ index: Int) -> Int {
        let share = (UInt32(truncatingIfNeeded: index) &* 0x9E37_79B9) >> 22
        return segmentPlaceCountMax / 2 &+ Int(share) &* segmentPlaceCountMax / 2048
    }

    private mutating func makeRoom(_ index: Int) {
        let size = segments[index].placeCount
        let most = Self.placeCountMax(index)
        let isWhole = size >= most && segments[index].depth < Self.depthMax
        if isWhole && split(index) { return }
        // No step to the most that is hardly one.
        let next = size &+ max(16, size / 2)
        segments[index].grow(to: next &* 5 / 4 < most || size >= most ? next : most)
    }

    /// False where one half would hold nearly everything: equal hashes, which splitting can't part.
    private mutating func split(_ index: Int) -> Bool {
        guard let (low, high, prefix) = segments[index].halves() else { return false }
        if low.depth > depth {
            var doubled: [UInt32] = []
            doubled.reserveCapacity(2 &* directory.count)
            for index in directory {
                doubled.append(index)
                doubled.append(index)
            }
            directory = doubled
            depth &+= 1
        }
        let shift = depth &- low.depth
        segments[index] = low
        segments.append(high)
        for place in prefix << shift..<(prefix &+ 1) << shift {
            directory[place] = UInt32(segments.count &- 1)
        }
        return true
    }
}
