/// Goes through many posting lists at once, the most recently active client first, without reading
/// more of any list than it gives out. O(lists) to begin, O(log lists) a client.
struct PostingMerge: Sendable {
    private struct Stream: Sendable {
        var key: UInt64
        var number: UInt32
        /// How many numbers are left in front of this one.
        var left: UInt32
        let list: PostingList

        /// Whether this one is given out before another.
        @inline(__always)
        func precedes(_ other: Stream) -> Bool {
            Activities.precedes(other.key, other.number, key, number)
        }
    }

    /// A heap, the next client on top.
    private var streams: [Stream] = []
    private var last: UInt32 = 0

    init() {}

    mutating func begin() {
        streams.removeAll(keepingCapacity: true)
        last = 0
    }

    /// Adds the first `count` numbers of a list; `heapify` follows before the first `next`.
    @inline(__always)
    mutating func add(
        _ list: PostingList,
        count: Int,
        _ pool: PostingPool,
        _ activities: borrowing Activities
    ) {
        guard count > 0 else { return }
        let number = pool.number(count &- 1, of: list)
        streams.append(
            Stream(
                key: activities[number],
                number: number,
                left: UInt32(count &- 1),
                list: list
            )
        )
    }

    mutating func heapify() {
        var index = streams.count / 2
        while index > 0 {
            index &-= 1
            sink(index)
        }
    }

    /// The next client, each once; nil at the end.
    mutating func next(_ pool: PostingPool, _ activities: borrowing Activities) -> UInt32? {
        while !streams.isEmpty {
            let number = streams[0].number
            if streams[0].left > 0 {
                streams[0].left &-= 1
                let following = pool.number(Int(streams[0].left), of: streams[0].list)
                streams[0].number = following
                streams[0].key = activities[following]
                sink(0)
            } else {
                streams.swapAt(0, streams.count &- 1)
                streams.removeLast()
                if streams.count > 1 { sink(0) }
            }
            if number != last {
                last = number
                return number
            }
        }
        return nil
    }

    private mutating func sink(_ start: Int) {
        var index = start
        let moving = streams[index]
        while true {
            var child = 2 &* index &+ 1
            guard child < streams.count else { break }
            if child &+ 1 < streams.count, streams[child &+ 1].precedes(streams[child]) {
                child &+= 1
            }
            guard streams[child].precedes(moving) else { break }
            streams[index] = streams[child]
            index = child
        }
        streams[index] = moving
    }
}
