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
    static let depthMax = 24

    /// An entry whose hash is wanted again. Where a client has several keys of the kind, `fits`
    /// tells which may be meant, and `occurrence` how many entries like this one came before.
    struct Entry {
        let number: UInt32
        let slot: Int
        let group: Int
        let segment: NumberSegment
        let prefix: UInt64

        func fits(_ hash: UInt64) -> Bool {
            NumberSegment.tag(of: hash) == segment.groups.tag(group, slot)
                && NumberTable.prefix(of: hash, depth: segment.depth) == prefix
        }

        /// O(segment): for the rare entry that two keys of one client fit.
        func occurrence() -> Int {
            segment.occurrence(of: number, before: slot, of: group)
        }
    }

    var segments: [NumberSegment]
    var directory: [UInt32]
    var depth = 0
    /// How many entries there are, those in crowds included.
    var count = 0
    var crowds = Crowds()

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

    var byteCount: Int {
        var sum = directory.capacity &* 4 &+ segments.capacity &* 24 &+ 64 &+ crowds.byteCount
        for segment in segments { sum &+= segment.byteCount }
        return sum
    }

    // MARK: - Looking up

    /// Reads where an entry of this hash belongs, so that its memory is on the way while others
    /// are looked up. The answer says nothing.
    @inline(__always)
    func warm(_ hash: UInt64) -> UInt32 {
        let segment = segmentIndex(of: hash)
        return segments[segment].groups.passed(segments[segment].home(of: hash))
    }

    /// The numbers under `hash`, each to `body` until it answers false. Some may have another key
    /// whose hash agrees in tag and place: compare with the record.
    @inline(__always)
    func visit(_ hash: UInt64, _ body: (UInt32) -> Bool) {
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
                    guard crowds.visit(number, body) else { return }
                }
            }
            if segments[segment].groups.passed(index) == 0 { return }
            index = segments[segment].next(index)
        }
    }

    /// The numbers of all keys whose hash has the place of `hash`, whatever its low byte, and of
    /// some that only live beside them, each to `body` until it answers false.
    func visitPlace(of hash: UInt64, _ body: (UInt32) -> Bool) {
        let segment = segments[segmentIndex(of: hash)]
        var index = segment.home(of: hash)
        for _ in 0..<segment.groups.count {
            for slot in 0..<NumberGroups.slotCount {
                let number = segment.groups.number(index, slot)
                if number == 0 { continue }
                if number & Self.crowdBit == 0 {
                    guard body(number) else { return }
                } else if crowds.hash(number) >> 8 == hash >> 8 {
                    guard crowds.visit(number, body) else { return }
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

    // MARK: - Finding segments

    @inline(__always)
    func segmentIndex(of hash: UInt64) -> Int {
        Int(directory[Int(truncatingIfNeeded: Self.prefix(of: hash, depth: depth))])
    }

    /// The top `depth` bits of a hash.
    @inline(__always)
    static func prefix(of hash: UInt64, depth: Int) -> UInt64 {
        // A shift by 64 gives 0, which is what no bits are.
        hash >> UInt64(64 &- depth)
    }

    func entry(
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

    /// An empty segment that holds `count` entries and some more.
    static func segment(for count: Int, depth: Int) -> NumberSegment {
        var groupCount = groupCountMax
        while NumberSegment.isFull(count, in: groupCount) { groupCount &*= 2 }
        return NumberSegment(groupCount: groupCount, depth: depth)
    }
}
