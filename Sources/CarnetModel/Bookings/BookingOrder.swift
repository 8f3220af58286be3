import CarnetBytes

/// Where the beginning of a booking is looked up: bookings as they are now or were at one moment.
protocol BookingStarts {
    /// The bytes of a booking, or of whatever else it holds, to `body`; nil where there is none of
    /// that number.
    func read<R>(_ number: UInt32, _ body: (RawSpan) -> R) -> R?
}

extension BookingStarts {
    /// Milliseconds since 1970; 0 where there is no such booking.
    func start(of number: UInt32) -> UInt64 {
        read(number) { BookingRecord.start(of: $0) } ?? 0
    }
}

extension RecordStore: BookingStarts {
    @inline(__always)
    func read<R>(_ number: UInt32, _ body: (RawSpan) -> R) -> R? {
        guard let bytes = record(number) else { return nil }
        return body(bytes)
    }
}

extension RecordPages: BookingStarts {
    @inline(__always)
    func read<R>(_ number: UInt32, _ body: (RawSpan) -> R) -> R? {
        guard let bytes = record(number) else { return nil }
        return body(bytes)
    }
}

/// Numbers of bookings in the order of a group, then of their beginning, then of themselves. The
/// group is a client or a minute, so most steps of a search need no record.
///
/// A tree of two levels: chunks of at most 512 entries of eight bytes, and a list of where each
/// begins. Finding is O(log n), a change O(chunk), a split moves the list of chunks. Nothing is
/// allocated for a group. Copied as it is written to, so that a reader keeps what it has.
struct BookingOrder: Sendable {
    static let chunkCountMax = 512

    /// Group in the upper half, number in the lower.
    private var chunks: [[UInt64]] = []
    /// The first entry of each chunk.
    private var firsts: [UInt64] = []
    private(set) var count = 0

    /// Bytes that chunks and list take, to the nearest chunk. O(1).
    var byteCount: Int {
        firsts.capacity &* 16
            &+ min(count &* 16, chunks.count &* (Self.chunkCountMax &* 8 &+ 32))
    }

    /// What entries are ordered by.
    struct Key {
        let group: UInt32
        let start: UInt64
        let number: UInt32

        init(_ group: UInt32, _ start: UInt64, _ number: UInt32) {
            self.group = group
            self.start = start
            self.number = number
        }

        fileprivate var entry: UInt64 { UInt64(group) << 32 | UInt64(number) }
    }

    /// A place in the order: a chunk and an index in it, at most one behind its last.
    struct Place {
        var chunk: Int
        var index: Int
    }

    // MARK: Reading

    /// The first place whose entry is not before `key`. O(log n).
    func place(_ key: Key, _ starts: some BookingStarts) -> Place {
        let chunk = max(0, partition(firsts, key, starts))
        guard chunk < chunks.count || chunk > 0 else { return Place(chunk: 0, index: 0) }
        // The chunk before the first one that begins at or behind the key may hold it.
        let candidate = max(0, chunk - 1)
        let index = partition(chunks[candidate], key, starts)
        return index < chunks[candidate].count
            ? Place(chunk: candidate, index: index) : Place(chunk: candidate + 1, index: 0)
    }

    /// The entry at a place, or nil behind the last.
    func entry(at place: Place) -> (group: UInt32, number: UInt32)? {
        guard place.chunk < chunks.count else { return nil }
        let entry = chunks[place.chunk][place.index]
        return (UInt32(entry >> 32), UInt32(truncatingIfNeeded: entry))
    }

    func next(_ place: Place) -> Place {
        guard place.chunk < chunks.count else { return place }
        return place.index + 1 < chunks[place.chunk].count
            ? Place(chunk: place.chunk, index: place.index + 1)
            : Place(chunk: place.chunk + 1, index: 0)
    }

    /// The place before; nil before the first.
    func previous(_ place: Place) -> Place? {
        if place.index > 0 { return Place(chunk: place.chunk, index: place.index - 1) }
        guard place.chunk > 0 else { return nil }
        return Place(chunk: place.chunk - 1, index: chunks[place.chunk - 1].count - 1)
    }

    /// How many entries come before `key`.
    private func partition(
        _ entries: [UInt64],
        _ key: Key,
        _ starts: some BookingStarts
    ) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(entries[middle], key, starts) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func isBefore(_ entry: UInt64, _ key: Key, _ starts: some BookingStarts) -> Bool {
        let group = UInt32(entry >> 32)
        guard group == key.group else { return group < key.group }
        let number = UInt32(truncatingIfNeeded: entry)
        let start = starts.start(of: number)
        return start == key.start ? number < key.number : start < key.start
    }

    // MARK: Changing

    /// Enters a booking that is not there. Its record need not be in place yet. Amortized O(chunk).
    mutating func insert(_ key: Key, _ starts: some BookingStarts) {
        count &+= 1
        guard !chunks.isEmpty else {
            chunks = [[key.entry]]
            firsts = [key.entry]
            return
        }
        let chunk = max(0, partition(firsts, key, starts) - 1)
        let index = partition(chunks[chunk], key, starts)
        let isLast = chunk == chunks.count - 1 && index == chunks[chunk].count
        if isLast, chunks[chunk].count >= Self.chunkCountMax {
            // What comes in order leaves full chunks behind.
            chunks.append([key.entry])
            firsts.append(key.entry)
            return
        }
        chunks[chunk].insert(key.entry, at: index)
        if index == 0 { firsts[chunk] = key.entry }
        if chunks[chunk].count > Self.chunkCountMax { split(chunk) }
    }

    private mutating func split(_ chunk: Int) {
        let half = chunks[chunk].count / 2
        let upper = Array(chunks[chunk][half...])
        chunks[chunk] = Array(chunks[chunk][..<half])
        chunks.insert(upper, at: chunk + 1)
        firsts.insert(upper[0], at: chunk + 1)
    }

    /// Takes a booking out that was entered with this key, while its old record stands.
    mutating func remove(_ key: Key, _ starts: some BookingStarts) {
        let place = place(key, starts)
        guard place.chunk < chunks.count, chunks[place.chunk][place.index] == key.entry else {
            preconditionFailure("a booking that is not where its record says")
        }
        count &-= 1
        chunks[place.chunk].remove(at: place.index)
        if chunks[place.chunk].isEmpty {
            chunks.remove(at: place.chunk)
            firsts.remove(at: place.chunk)
            return
        }
        if place.index == 0 { firsts[place.chunk] = chunks[place.chunk][0] }
        join(place.chunk)
    }

    /// Puts a chunk that has become small together with the one behind it.
    private mutating func join(_ chunk: Int) {
        guard chunks[chunk].count < Self.chunkCountMax / 4, chunk + 1 < chunks.count,
            chunks[chunk].count + chunks[chunk + 1].count <= Self.chunkCountMax * 3 / 4
        else { return }
        chunks[chunk] += chunks[chunk + 1]
        chunks.remove(at: chunk + 1)
        firsts.remove(at: chunk + 1)
    }

    /// Builds the order of entries that come in it. O(n).
    init(inOrder entries: [UInt64]) {
        count = entries.count
        let fill = Self.chunkCountMax * 7 / 8
        var from = 0
        while from < entries.count {
            let end = min(entries.count, from + fill)
            chunks.append(Array(entries[from..<end]))
            firsts.append(entries[from])
            from = end
        }
    }

    init() {}
}
