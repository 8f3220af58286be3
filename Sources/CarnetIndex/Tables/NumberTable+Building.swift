/// Building a table of many entries in one go.
extension NumberTable {
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
            crowded.visit { _, _, crowd in larger.insert(crowd, crowds.hash(crowd)) }
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
}
