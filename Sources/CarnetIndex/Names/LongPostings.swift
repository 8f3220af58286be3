/// The numbers of a token that more than 2,048 clients have, in chunks of at most 2,048, ordered
/// like every posting list: the latest active last. Never empty while it is in use.
struct LongPostings: Sendable {
    private static let chunkCountMax = PostingPool.blockCountMax

    private var chunks: [[UInt32]]

    init(_ numbers: [UInt32]) {
        chunks = numbers.isEmpty ? [] : [numbers]
    }

    var byteCount: Int {
        chunks.reduce(chunks.capacity &* 8 &+ 32) { $0 &+ $1.capacity &* 4 &+ 32 }
    }

    @inline(__always)
    func visit(_ body: (UInt32) -> Bool) -> Bool {
        for chunk in chunks {
            for number in chunk {
                guard body(number) else { return false }
            }
        }
        return true
    }

    /// The number at `index`. O(chunks) from the end.
    func number(_ index: Int) -> UInt32 {
        var chunk = chunks.count &- 1
        var start = start(of: chunk)
        while start > index {
            chunk &-= 1
            start &-= chunks[chunk].count
        }
        return chunks[chunk][index &- start]
    }

    /// How many numbers stand before a chunk. O(chunks).
    func start(of chunk: Int) -> Int {
        var sum = 0
        for index in 0..<chunk { sum &+= chunks[index].count }
        return sum
    }

    /// The chunk where a client of that key and number belongs: the last that begins at or before
    /// it, else the first.
    func chunk(of key: UInt64, _ number: UInt32, _ activities: borrowing Activities) -> Int {
        var low = 0
        var high = chunks.count
        while low < high {
            let middle = (low &+ high) >> 1
            let first = chunks[middle][0]
            if first == number || Activities.precedes(activities[first], first, key, number) {
                low = middle &+ 1
            } else {
                high = middle
            }
        }
        return max(low &- 1, 0)
    }

    /// How many numbers of the chunk come before a client of that key and number.
    func index(
        _ key: UInt64,
        _ number: UInt32,
        in chunk: Int,
        _ activities: borrowing Activities
    ) -> Int {
        var low = 0
        var high = chunks[chunk].count
        while low < high {
            let middle = (low &+ high) >> 1
            let other = chunks[chunk][middle]
            if Activities.precedes(activities[other], other, key, number) {
                low = middle &+ 1
            } else {
                high = middle
            }
        }
        return low
    }

    mutating func insert(_ number: UInt32, _ key: UInt64, _ activities: borrowing Activities) {
        var chunk = chunks.count &- 1
        var index = chunks[chunk].count
        let last = chunks[chunk][index &- 1]
        if !Activities.precedes(activities[last], last, key, number) {
            chunk = self.chunk(of: key, number, activities)
            index = self.index(key, number, in: chunk, activities)
        }
        if chunks[chunk].count == Self.chunkCountMax {
            let cut =
                index == Self.chunkCountMax && chunk == chunks.count &- 1
                ? index : Self.chunkCountMax / 2
            let right = Array(chunks[chunk][cut...])
            chunks[chunk].removeSubrange(cut...)
            chunks.insert(right, at: chunk &+ 1)
            if index >= cut {
                index &-= cut
                chunk &+= 1
            }
        }
        if chunks[chunk].count == chunks[chunk].capacity {
            chunks[chunk].reserveCapacity(chunks[chunk].count &+ Self.chunkCountMax / 8)
        }
        chunks[chunk].insert(number, at: index)
    }

    /// Takes out a number whose key is `key`; false when it is not there.
    mutating func remove(
        _ number: UInt32,
        _ key: UInt64,
        _ activities: borrowing Activities
    ) -> Bool {
        let chunk = chunk(of: key, number, activities)
        let index = index(key, number, in: chunk, activities)
        guard index < chunks[chunk].count, chunks[chunk][index] == number else {
            assertionFailure("a posting is not where its activity says")
            return false
        }
        chunks[chunk].remove(at: index)
        let next = chunk &+ 1
        if chunks[chunk].isEmpty {
            chunks.remove(at: chunk)
        } else if next < chunks.count,
            chunks[chunk].count &+ chunks[next].count <= Self.chunkCountMax / 2
        {
            chunks[chunk].append(contentsOf: chunks.remove(at: next))
        }
        return true
    }

    mutating func move(
        _ number: UInt32,
        from oldKey: UInt64,
        to newKey: UInt64,
        _ activities: borrowing Activities
    ) {
        guard remove(number, oldKey, activities) else { return }
        insert(number, newKey, activities)
    }
}
