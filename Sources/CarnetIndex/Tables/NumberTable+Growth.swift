/// Growing by one segment at a time.
extension NumberTable {
    /// Splits the segment by the next bit of the hash, or doubles it where it is still small or
    /// where so many share a place that splitting would only blow up the directory.
    mutating func makeRoom(
        in index: Int,
        prefix: UInt64,
        _ warm: (UInt32) -> UInt64,
        _ hashOf: (Entry) -> UInt64
    ) {
        let old = segments[index]
        let depthWanted = min(Self.depthMax, Int.bitWidth &- (count / 256).leadingZeroBitCount &+ 2)
        if old.groups.count < Self.groupCountMax || old.depth >= depthWanted {
            let doubled = old.groups.count &* 2
            let isSmall = old.groups.count < Self.groupCountMax
            let groupCount = isSmall ? min(doubled, Self.groupCountMax) : doubled
            var larger = NumberSegment(groupCount: groupCount, depth: old.depth)
            for entry in read(old, prefix: prefix, warm, hashOf) {
                larger.insert(entry.number, entry.hash)
            }
            segments[index] = larger
        } else if old.knowsNextSplit, old.groups.count == Self.groupCountMax, !old.hasTwins {
            // What is remembered holds for halves as large as the segment was.
            let entries = remember(old, prefix: prefix, hashOf)
            split(index, prefix: prefix, entries, roomFor: 0)
        } else {
            let entries = read(old, prefix: prefix, warm, hashOf)
            let bit: UInt64 = 1 << UInt64(63 &- old.depth)
            let ones = entries.count { $0.hash & bit != 0 }
            split(index, prefix: prefix, entries, roomFor: max(ones, entries.count &- ones))
        }
    }

    private mutating func split(
        _ index: Int,
        prefix: UInt64,
        _ entries: [(number: UInt32, hash: UInt64)],
        roomFor count: Int
    ) {
        let newDepth = segments[index].depth &+ 1
        let bit: UInt64 = 1 << UInt64(64 &- newDepth)
        var low = Self.segment(for: count, depth: newDepth)
        var high = low
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
        segment.visit { group, slot, number in
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
        segment.visit { _, _, number in
            let isCrowd = number & Self.crowdBit != 0
            entries.append((number, isCrowd ? crowds.hash(number) : warm(number)))
        }
        var index = 0
        segment.visit { group, slot, number in
            if number & Self.crowdBit == 0 {
                let entry = entry(slot, of: group, in: segment, prefix: prefix)
                entries[index].hash = hashOf(entry)
            }
            index &+= 1
        }
        return entries
    }
}
