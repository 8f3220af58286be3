/// Numbers found by a 64-bit hash of their key; the key itself stays where it is. Many numbers may
/// have the same key.
///
/// Extendible hashing: the hash's top bits choose a segment through a directory, so that growth
/// splits one segment of at most 560 entries and never moves the whole table; five splits of six
/// find what they need in the segment, the sixth reads the keys again through `hashOf`. Within a
/// segment, groups of ten slots are probed by an 8-bit tag, so that a miss looks at no record (one
/// in 30 does). Each group counts who went past it, so nothing
/// stays behind where an entry was removed. Sources: Fagin and others, "Extendible Hashing, a Fast
/// Access Method for Dynamic Files"; the count is that of Bronson and Shi's "F14".
///
/// Numbers of one hash that are more than fifteen form a crowd: one slot, and the numbers in an
/// ordered list. So a phone that thousands share costs no probing and splits nothing.
///
/// About 10 bytes an entry. Insertion and removal O(1), lookup O(1) and O(matches).
struct NumberTable: Sendable {
    static let crowdBit: UInt32 = 1 << 31
    /// From how many numbers of one hash on a crowd is made.
    static let crowdCountMin = 16
    /// Groups of a segment that splits instead of growing; more only where splitting is no help.
    static let groupCountMax = 64
    private static let depthMax = 24

    /// An entry whose hash is wanted again. Where a client has several keys of the kind, `fits`
    /// tells which may be meant, and `occurrence` how many entries like this one came before.
    struct Entry {
        let number: UInt32
        fileprivate let slot: Int
        fileprivate let group: Int
        fileprivate let segment: NumberSegment
        fileprivate let prefix: UInt64

        func fits(_ hash: UInt64) -> Bool {
            NumberSegment.tag(of: hash) == segment.groups.tag(group, slot)
                && NumberTable.prefix(of: hash, depth: segment.depth) == prefix
        }

        /// O(segment): for the rare entry that two keys of one client fit.
        func occurrence() -> Int {
            segment.occurrence(of: number, before: slot, of: group)
        }
    }

    private var segments: [NumberSegment]
    private var directory: [UInt32]
    private var depth = 0
    /// How many entries there are, those in crowds included.
    private(set) var count = 0
    private var crowds = Crowds()

    /// With room for `expected` entries.
    init(expecting expected: Int = 0) {
        let perSegment = Self.groupCountMax * NumberGroups.slotCount * 3 / 4
        var depth = 0
        while expected > perSegment << depth { depth &+= 1 }
        let each = expected >> depth
        let groupCount = min(Self.groupCountMax, each &* 4 / (NumberGroups.slotCount * 3) &+ 1)
        segments = (0..<1 << depth).map { _ in
            NumberSegment(groupCount: groupCount, depth: depth)
        }
        directory = (0..<1 << depth).map { UInt32($0) }
        self.depth = depth
    }

    /// Of all entries at once: `numbers` with the hash of each beside it. O(n), and every segment
    /// is filled while it is in the cache.
    init(_ numbers: [UInt32], hashes: [UInt64]) {
        self.init(expecting: numbers.count)
        var ends = [Int](repeating: 0, count: segments.count)
        for hash in hashes { ends[segmentIndex(of: hash)] &+= 1 }
        var sum = 0
        for index in ends.indices {
            sum &+= ends[index]
            ends[index] = sum
        }
        var order = [UInt32](repeating: 0, count: numbers.count)
        for index in hashes.indices.reversed() {
            let segment = segmentIndex(of: hashes[index])
            ends[segment] &-= 1
            order[ends[segment]] = UInt32(index)
        }
        for segment in segments.indices {
            let end = segment &+ 1 < ends.count ? ends[segment &+ 1] : order.count
            fill(segment, with: order[ends[segment]..<end], numbers, hashes)
        }
        count = numbers.count
    }

    /// Fills an empty segment with the entries at these places. Where they are far more than there
    /// should be, many may have one hash, and those become crowds.
    private mutating func fill(
        _ segment: Int,
        with places: ArraySlice<UInt32>,
        _ numbers: [UInt32],
        _ hashes: [UInt64]
    ) {
        var singles = Array(places)
        if NumberSegment.isFull(singles.count, in: segments[segment].groups.count) {
            singles.sort { hashes[Int($0)] < hashes[Int($1)] }
            singles = withoutCrowds(singles, segment, numbers, hashes)
        }
        if NumberSegment.isFull(singles.count, in: segments[segment].groups.count) {
            let crowded = segments[segment]
            var larger = Self.segment(for: singles.count &+ crowded.count, depth: depth)
            crowded.forEach { _, _, crowd in larger.insert(crowd, crowds.hash(crowd)) }
            segments[segment] = larger
        }
        for place in singles {
            segments[segment].insert(numbers[Int(place)], hashes[Int(place)])
        }
    }

    /// Makes crowds of those among `places`, ordered by hash, that share one, and answers the
    /// others.
    private mutating func withoutCrowds(
        _ places: [UInt32],
        _ segment: Int,
        _ numbers: [UInt32],
        _ hashes: [UInt64]
    ) -> [UInt32] {
        var singles: [UInt32] = []
        var start = 0
        while start < places.count {
            let hash = hashes[Int(places[start])]
            var end = start &+ 1
            while end < places.count, hashes[Int(places[end])] == hash { end &+= 1 }
            if end &- start >= Self.crowdCountMin {
                let crowd = crowds.make(hash)
                for place in places[start..<end] {
                    crowds.insert(numbers[Int(place)], into: crowd)
                }
                segments[segment].insert(crowd, hash)
            } else {
                singles.append(contentsOf: places[start..<end])
            }
            start = end
        }
        return singles
    }

    var byteCount: Int {
        var sum = directory.capacity &* 4 &+ segments.capacity &* 24 &+ 64 &+ crowds.byteCount
        for segment in segments { sum &+= segment.byteCount }
        return sum
    }

    // MARK: - Looking up

    /// The numbers under `hash`, each to `body` until it answers false. Some may have another key
    /// whose hash agrees in tag and place: compare with the record.
    @inline(__always)
    func forEach(_ hash: UInt64, _ body: (UInt32) -> Bool) {
        let segment = segmentIndex(of: hash)
        let tag = NumberSegment.tag(of: hash)
        var index = segments[segment].home(of: hash)
        for _ in 0..<segments[segment].groups.count {
            var matches = segments[segment].groups.slots(index, tagged: tag)
            while let slot = matches.next() {
                let number = segments[segment].groups.number(index, slot)
                if number & Self.crowdBit == 0 {
                    guard body(number) else { return }
                } else if crowds.hash(number) == hash {
                    guard crowds.forEach(number, body) else { return }
                }
            }
            if segments[segment].groups.passed(index) == 0 { return }
            index = segments[segment].next(index)
        }
    }

    /// The numbers of all keys whose hash has the place of `hash`, whatever its low byte, and of
    /// some that only live beside them, each to `body` until it answers false.
    func forEachAtPlace(of hash: UInt64, _ body: (UInt32) -> Bool) {
        let segment = segments[segmentIndex(of: hash)]
        var index = segment.home(of: hash)
        for _ in 0..<segment.groups.count {
            for slot in 0..<NumberGroups.slotCount {
                let number = segment.groups.number(index, slot)
                if number == 0 { continue }
                if number & Self.crowdBit == 0 {
                    guard body(number) else { return }
                } else if crowds.hash(number) >> 8 == hash >> 8 {
                    guard crowds.forEach(number, body) else { return }
                }
            }
            if segment.groups.passed(index) == 0 { return }
            index = segment.next(index)
        }
    }

    // MARK: - Changing

    /// Adds `number` (1 to 2^31 - 1) under `hash`. `hashOf` answers the hash of an entry that is
    /// in the table already.
    ///
    /// `warm` may read what `hashOf` is about to: it is called for many entries in a row, so that
    /// the processor waits for their memory once and not for each.
    mutating func insert(
        _ number: UInt32,
        _ hash: UInt64,
        warm: (UInt32) -> UInt64 = { UInt64($0) },
        hashOf: (Entry) -> UInt64
    ) {
        count &+= 1
        if joinCrowd(number, hash, hashOf: hashOf) { return }
        var segment = segmentIndex(of: hash)
        while segments[segment].isFull {
            let prefix = Self.prefix(of: hash, depth: segments[segment].depth)
            makeRoom(in: segment, prefix: prefix, warm, hashOf)
            segment = segmentIndex(of: hash)
        }
        segments[segment].insert(number, hash)
    }

    /// Takes `number` out, which was inserted under `hash`; false when it is not there.
    @discardableResult
    mutating func remove(_ number: UInt32, _ hash: UInt64) -> Bool {
        let segment = segmentIndex(of: hash)
        if segments[segment].remove(number, hash) {
            count &-= 1
            return true
        }
        guard let crowd = similar(to: hash).crowd, crowds.remove(number, from: crowd) else {
            return false
        }
        count &-= 1
        if crowds.count(crowd) == 0 {
            segments[segment].remove(crowd, hash)
            crowds.forget(crowd)
        }
        return true
    }

    // MARK: - Crowds

    /// The crowd of `hash` if there is one, and how many single numbers have its tag and place.
    private func similar(to hash: UInt64) -> (crowd: UInt32?, count: Int) {
        let segment = segmentIndex(of: hash)
        let tag = NumberSegment.tag(of: hash)
        var index = segments[segment].home(of: hash)
        var count = 0
        for _ in 0..<segments[segment].groups.count {
            var matches = segments[segment].groups.slots(index, tagged: tag)
            while let slot = matches.next() {
                let number = segments[segment].groups.number(index, slot)
                if number & Self.crowdBit == 0 {
                    count &+= 1
                } else if crowds.hash(number) == hash {
                    return (number, count)
                }
            }
            if segments[segment].groups.passed(index) == 0 { break }
            index = segments[segment].next(index)
        }
        return (nil, count)
    }

    /// Adds the number to the crowd of its hash, making one where it is the sixteenth.
    private mutating func joinCrowd(
        _ number: UInt32,
        _ hash: UInt64,
        hashOf: (Entry) -> UInt64
    ) -> Bool {
        let (crowd, count) = similar(to: hash)
        if let crowd {
            crowds.insert(number, into: crowd)
            return true
        }
        guard count &+ 1 >= Self.crowdCountMin else { return false }
        let equals = numbers(of: hash, hashOf: hashOf)
        guard equals.count &+ 1 >= Self.crowdCountMin else { return false }
        let segment = segmentIndex(of: hash)
        let new = crowds.make(hash)
        for equal in equals {
            segments[segment].remove(equal, hash)
            crowds.insert(equal, into: new)
        }
        crowds.insert(number, into: new)
        segments[segment].insert(new, hash)
        return true
    }

    /// The single numbers that have exactly this hash.
    private func numbers(of hash: UInt64, hashOf: (Entry) -> UInt64) -> [UInt32] {
        let segment = segments[segmentIndex(of: hash)]
        let tag = NumberSegment.tag(of: hash)
        let prefix = Self.prefix(of: hash, depth: segment.depth)
        var found: [UInt32] = []
        var index = segment.home(of: hash)
        for _ in 0..<segment.groups.count {
            var matches = segment.groups.slots(index, tagged: tag)
            while let slot = matches.next() {
                let entry = entry(slot, of: index, in: segment, prefix: prefix)
                if entry.number & Self.crowdBit == 0, hashOf(entry) == hash {
                    found.append(entry.number)
                }
            }
            if segment.groups.passed(index) == 0 { break }
            index = segment.next(index)
        }
        return found
    }

    // MARK: - Growing

    @inline(__always)
    private func segmentIndex(of hash: UInt64) -> Int {
        Int(directory[Int(truncatingIfNeeded: Self.prefix(of: hash, depth: depth))])
    }

    /// The top `depth` bits of a hash.
    @inline(__always)
    fileprivate static func prefix(of hash: UInt64, depth: Int) -> UInt64 {
        // A shift by 64 gives 0, which is what no bits are.
        hash >> UInt64(64 &- depth)
    }

    private func entry(
        _ slot: Int,
        of group: Int,
        in segment: NumberSegment,
        prefix: UInt64
    ) -> Entry {
        Entry(
            number: segment.groups.number(group, slot),
            slot: slot,
            group: group,
            segment: segment,
            prefix: prefix
        )
    }

    /// Splits the segment by the next bit of the hash, or doubles it where it is still small or
    /// where so many share a place that splitting would only blow up the directory.
    private mutating func makeRoom(
        in index: Int,
        prefix: UInt64,
        _ warm: (UInt32) -> UInt64,
        _ hashOf: (Entry) -> UInt64
    ) {
        let old = segments[index]
        let depthWanted = min(Self.depthMax, Int.bitWidth &- (count / 256).leadingZeroBitCount &+ 2)
        if old.groups.count < Self.groupCountMax || old.depth >= depthWanted {
            var larger = NumberSegment(groupCount: old.groups.count &* 2, depth: old.depth)
            for entry in read(old, prefix: prefix, warm, hashOf) {
                larger.insert(entry.number, entry.hash)
            }
            segments[index] = larger
            return
        }
        let isKnown = old.knowsNextSplit && old.groups.count == Self.groupCountMax
        let entries =
            isKnown
            ? remember(old, prefix: prefix, hashOf) : read(old, prefix: prefix, warm, hashOf)
        // What is remembered holds for halves as large as the segment was.
        let holds = isKnown ? 0 : entries.count
        split(index, prefix: prefix, entries, each: Self.segment(for: holds, depth: old.depth &+ 1))
    }

    private mutating func split(
        _ index: Int,
        prefix: UInt64,
        _ entries: [(number: UInt32, hash: UInt64)],
        each empty: NumberSegment
    ) {
        let newDepth = empty.depth
        let bit: UInt64 = 1 << UInt64(64 &- newDepth)
        var low = empty
        var high = empty
        for entry in entries {
            if entry.hash & bit == 0 {
                low.insert(entry.number, entry.hash)
            } else {
                high.insert(entry.number, entry.hash)
            }
        }
        if newDepth > depth { doubleDirectory() }
        segments[index] = low
        segments.append(high)
        point(at: segments.count &- 1, prefix: prefix << 1 | 1, depth: newDepth)
    }

    /// An empty segment that holds `count` entries and some more.
    private static func segment(for count: Int, depth: Int) -> NumberSegment {
        var groupCount = groupCountMax
        while NumberSegment.isFull(count, in: groupCount) { groupCount &*= 2 }
        return NumberSegment(groupCount: groupCount, depth: depth)
    }

    private mutating func doubleDirectory() {
        directory = directory.flatMap { [$0, $0] }
        depth &+= 1
    }

    /// Points the directory entries that begin with the bits `prefix` at a segment.
    private mutating func point(at segment: Int, prefix: UInt64, depth segmentDepth: Int) {
        let shift = depth &- segmentDepth
        let start = Int(truncatingIfNeeded: prefix) << shift
        for index in start..<(start &+ 1 << shift) { directory[index] = UInt32(segment) }
    }

    /// The entries of a segment with hashes that will do for a split into as large ones, from
    /// what the segment itself knows.
    private func remember(
        _ segment: NumberSegment,
        prefix: UInt64,
        _ hashOf: (Entry) -> UInt64
    ) -> [(number: UInt32, hash: UInt64)] {
        var entries: [(number: UInt32, hash: UInt64)] = []
        entries.reserveCapacity(segment.count)
        segment.forEach { group, slot, number in
            let hash =
                number & Self.crowdBit != 0
                ? crowds.hash(number)
                : segment.likeness(group, slot, prefix: prefix)
                    ?? hashOf(entry(slot, of: group, in: segment, prefix: prefix))
            entries.append((number, hash))
        }
        return entries
    }

    /// The entries of a segment with their hashes read again.
    private func read(
        _ segment: NumberSegment,
        prefix: UInt64,
        _ warm: (UInt32) -> UInt64,
        _ hashOf: (Entry) -> UInt64
    ) -> [(number: UInt32, hash: UInt64)] {
        var entries: [(number: UInt32, hash: UInt64)] = []
        entries.reserveCapacity(segment.count)
        segment.forEach { _, _, number in
            let isCrowd = number & Self.crowdBit != 0
            entries.append((number, isCrowd ? crowds.hash(number) : warm(number)))
        }
        var index = 0
        segment.forEach { group, slot, number in
            if number & Self.crowdBit == 0 {
                let entry = entry(slot, of: group, in: segment, prefix: prefix)
                entries[index].hash = hashOf(entry)
            }
            index &+= 1
        }
        return entries
    }
}
