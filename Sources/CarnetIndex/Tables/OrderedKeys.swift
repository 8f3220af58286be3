/// A sorted set of keys in chunks of at most 2 KiB, with a directory of where each begins.
///
/// A key is a sort code in its upper bits and a number in its lower 32, so a prefix of codes is a
/// range of keys and nothing but the key itself is ever compared. Insertion moves at most one
/// chunk and, when that is full, the directory; room grows by an eighth of a chunk at a time, so
/// that little of it stands empty: about 9.5 bytes a key of eight, 19 one of sixteen.
///
/// Generic over two kinds of keys, for both of which the compiler makes code of its own; it must
/// therefore not leave this module.
struct OrderedKeys<Key: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
    static var chunkCountMax: Int { 2_048 / MemoryLayout<Key>.stride }
    private static var growth: Int { chunkCountMax / 8 }
    /// How full chunks are made at once from sorted keys.
    private static var chunkCountBuilt: Int { chunkCountMax * 7 / 8 }

    /// The first key of each chunk; none of them is empty.
    private var firsts: [Key] = []
    private var chunks: [[Key]] = []
    private(set) var count = 0

    init() {}

    /// From keys in ascending order, each once. O(n).
    init(sorted keys: [Key]) {
        var start = 0
        while start < keys.count {
            let end = min(start &+ Self.chunkCountBuilt, keys.count)
            firsts.append(keys[start])
            chunks.append(Array(keys[start..<end]))
            start = end
        }
        count = keys.count
    }

    var byteCount: Int {
        let keyByteCount = MemoryLayout<Key>.stride
        var sum = firsts.capacity &* keyByteCount &+ chunks.capacity &* 8 &+ 64
        for chunk in chunks { sum &+= chunk.capacity &* keyByteCount &+ 32 }
        return sum
    }

    /// Adds a key; false when it was there. O(log n), plus a move within one chunk.
    @discardableResult
    mutating func insert(_ key: Key) -> Bool {
        guard !chunks.isEmpty else {
            firsts.append(key)
            chunks.append([key])
            count = 1
            return true
        }
        var chunk = chunkIndex(of: key)
        var index = Self.lowerBound(of: key, in: chunks[chunk])
        if index < chunks[chunk].count, chunks[chunk][index] == key { return false }
        if chunks[chunk].count == Self.chunkCountMax {
            let half = Self.chunkCountMax / 2
            if index == Self.chunkCountMax {
                // Past the end of a full chunk: keys that come in order leave full chunks behind.
                chunks.insert([key], at: chunk &+ 1)
                firsts.insert(key, at: chunk &+ 1)
                count &+= 1
                return true
            }
            splitInHalf(chunk)
            if index > half {
                index &-= half
                chunk &+= 1
            }
        }
        if chunks[chunk].count == chunks[chunk].capacity {
            chunks[chunk].reserveCapacity(chunks[chunk].count &+ Self.growth)
        }
        chunks[chunk].insert(key, at: index)
        if index == 0 { firsts[chunk] = key }
        count &+= 1
        return true
    }

    /// Takes a key out; false when it was not there.
    @discardableResult
    mutating func remove(_ key: Key) -> Bool {
        guard !chunks.isEmpty else { return false }
        let chunk = chunkIndex(of: key)
        let index = Self.lowerBound(of: key, in: chunks[chunk])
        guard index < chunks[chunk].count, chunks[chunk][index] == key else { return false }
        chunks[chunk].remove(at: index)
        count &-= 1
        if chunks[chunk].isEmpty {
            chunks.remove(at: chunk)
            firsts.remove(at: chunk)
        } else {
            if index == 0 { firsts[chunk] = chunks[chunk][0] }
            mergeIfSmall(chunk)
        }
        return true
    }

    func contains(_ key: Key) -> Bool {
        guard !chunks.isEmpty else { return false }
        let chunk = chunks[chunkIndex(of: key)]
        let index = Self.lowerBound(of: key, in: chunk)
        return index < chunk.count && chunk[index] == key
    }

    // MARK: - Walking

    /// Where a walk stands: before the key at `index` of `chunk`.
    struct Place {
        var chunk: Int
        var index: Int
    }

    /// The place behind all keys.
    var end: Place { Place(chunk: chunks.count, index: 0) }

    /// The place before the first key that is not below `key`. O(log n).
    func place(notBelow key: Key) -> Place {
        guard !chunks.isEmpty else { return Place(chunk: 0, index: 0) }
        let chunk = chunkIndex(of: key)
        let index = Self.lowerBound(of: key, in: chunks[chunk])
        return index == chunks[chunk].count
            ? Place(chunk: chunk &+ 1, index: 0) : Place(chunk: chunk, index: index)
    }

    /// Moves `place` on, never back, to the first key that is not below `key`: cheap where that is
    /// near.
    func advance(_ place: inout Place, notBelow key: Key) {
        guard place.chunk < chunks.count else { return }
        var next = place.chunk &+ 1
        if next < firsts.count, firsts[next] <= key {
            place = Place(chunk: chunkIndex(of: key, after: next), index: 0)
            next = place.chunk &+ 1
            guard firsts[place.chunk] < key else { return }
        }
        var step = 1
        var low = place.index
        let chunk = chunks[place.chunk]
        while low &+ step < chunk.count, chunk[low &+ step] < key {
            low &+= step
            step &<<= 1
        }
        let high = min(low &+ step, chunk.count)
        let index = Self.lowerBound(of: key, in: chunk, from: low, to: high)
        place =
            index == chunk.count
            ? Place(chunk: next, index: 0) : Place(chunk: place.chunk, index: index)
    }

    /// The key after `place`, or nil at the end.
    @inline(__always)
    func key(at place: Place) -> Key? {
        guard place.chunk < chunks.count else { return nil }
        return chunks[place.chunk][place.index]
    }

    @inline(__always)
    func step(_ place: inout Place) {
        place.index &+= 1
        if place.index == chunks[place.chunk].count {
            place.chunk &+= 1
            place.index = 0
        }
    }

    /// About how many keys lie in a range: off by less than two chunks.
    func estimatedCount(in keys: Range<Key>) -> Int {
        guard !chunks.isEmpty else { return 0 }
        let start = place(notBelow: keys.lowerBound)
        let end = place(notBelow: keys.upperBound)
        if start.chunk == end.chunk { return end.index &- start.index }
        let each = count / chunks.count
        return max(1, (end.chunk &- start.chunk) &* each &- start.index &+ end.index)
    }

    // MARK: - Within

    /// The chunk where `key` belongs: the last that begins at or below it, else the first.
    private func chunkIndex(of key: Key) -> Int {
        var low = 0
        var high = firsts.count
        while low < high {
            let middle = (low &+ high) >> 1
            if firsts[middle] <= key { low = middle &+ 1 } else { high = middle }
        }
        return max(low &- 1, 0)
    }

    /// The same, where the chunk at `start` begins at or below the key: cheap where it is near.
    private func chunkIndex(of key: Key, after start: Int) -> Int {
        var step = 1
        var low = start
        while low &+ step < firsts.count, firsts[low &+ step] <= key {
            low &+= step
            step &<<= 1
        }
        var high = min(low &+ step, firsts.count)
        low &+= 1
        while low < high {
            let middle = (low &+ high) >> 1
            if firsts[middle] <= key { low = middle &+ 1 } else { high = middle }
        }
        return low &- 1
    }

    private static func lowerBound(of key: Key, in chunk: [Key]) -> Int {
        lowerBound(of: key, in: chunk, from: 0, to: chunk.count)
    }

    private static func lowerBound(
        of key: Key,
        in chunk: [Key],
        from start: Int,
        to end: Int
    ) -> Int {
        var low = start
        var high = end
        while low < high {
            let middle = (low &+ high) >> 1
            if chunk[middle] < key { low = middle &+ 1 } else { high = middle }
        }
        return low
    }

    private mutating func splitInHalf(_ chunk: Int) {
        let half = Self.chunkCountMax / 2
        let right = Array(chunks[chunk][half...])
        chunks[chunk].removeSubrange(half...)
        chunks.insert(right, at: chunk &+ 1)
        firsts.insert(right[0], at: chunk &+ 1)
    }

    /// Joins a chunk that has become small with the one behind it.
    private mutating func mergeIfSmall(_ chunk: Int) {
        let next = chunk &+ 1
        guard chunks[chunk].count < Self.chunkCountMax / 8, next < chunks.count,
            chunks[chunk].count &+ chunks[next].count <= Self.chunkCountMax * 3 / 4
        else { return }
        let moved = chunks.remove(at: next)
        firsts.remove(at: next)
        chunks[chunk].append(contentsOf: moved)
    }
}
