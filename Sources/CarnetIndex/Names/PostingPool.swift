/// The clients that have a token: how many, and where their numbers stand.
///
/// One number stands in `place` itself. Up to 2,048 stand in a block of the pool with room for the
/// next power of two, at the address `place`. More stand in chunks of their own, and `place` is
/// their index with the high bit set.
struct PostingList: Sendable {
    static let none = PostingList(count: 0, place: 0)
    fileprivate static let longBit: UInt32 = 1 << 31

    fileprivate(set) var count: UInt32
    fileprivate(set) var place: UInt32

    fileprivate var isLong: Bool { place & Self.longBit != 0 && count > 1 }
    fileprivate var longIndex: Int { Int(place & ~Self.longBit) }
}

/// Room for the posting lists of one tenant, each ordered from the client that was active longest
/// ago to the latest, so that who changed last is appended and who is asked for first stands last.
///
/// Blocks come out of pages of 16 KiB and go back to free lists by size: no upkeep ever moves more
/// than 8 KiB of one list.
struct PostingPool: Sendable {
    static let blockCountMax = 2_048
    private static let pageBits = 12
    private static let pageCount = 1 << pageBits
    private static let absent = UInt32.max

    private var pages: [[UInt32]] = []
    /// The first free block of each size, by its power of two; a free block names the next.
    private var free = [UInt32](repeating: absent, count: 12)
    private var longs: [LongPostings] = []
    private var freeLongs: [UInt32] = []

    init() {}

    var byteCount: Int {
        var sum = pages.capacity &* 8 &+ 32 &+ free.capacity &* 4 &+ 32
        for page in pages { sum &+= page.capacity &* 4 &+ 32 }
        for long in longs { sum &+= long.byteCount }
        return sum
    }

    // MARK: - Reading

    /// The numbers of a list from the one active longest ago to the latest, each to `body` until
    /// it answers false. False when it did.
    @inline(__always)
    func forEach(_ list: PostingList, _ body: (UInt32) -> Bool) -> Bool {
        if list.count == 1 { return body(list.place) }
        if list.isLong { return longs[list.longIndex].forEach(body) }
        let page = Int(list.place >> UInt32(Self.pageBits))
        let offset = Int(list.place) & (Self.pageCount &- 1)
        for index in offset..<(offset &+ Int(list.count)) {
            guard body(pages[page][index]) else { return false }
        }
        return true
    }

    /// The number at `index`, which must be below the list's count. O(1), O(chunks) in long ones.
    @inline(__always)
    func number(_ index: Int, of list: PostingList) -> UInt32 {
        if list.count == 1 { return list.place }
        if list.isLong { return longs[list.longIndex].number(index) }
        return pages[Int(list.place >> UInt32(Self.pageBits))][
            Int(list.place) & (Self.pageCount &- 1) &+ index]
    }

    /// How many numbers of the list come before a client of that key and number: what was active
    /// longer ago. O(log n).
    func rank(
        _ key: UInt64,
        _ number: UInt32,
        in list: PostingList,
        _ activities: borrowing Activities
    ) -> Int {
        if list.isLong {
            let long = longs[list.longIndex]
            let chunk = long.chunk(of: key, number, activities)
            return long.start(of: chunk) &+ long.index(key, number, in: chunk, activities)
        }
        var low = 0
        var high = Int(list.count)
        while low < high {
            let middle = (low &+ high) >> 1
            let other = self.number(middle, of: list)
            if Activities.precedes(activities[other], other, key, number) {
                low = middle &+ 1
            } else {
                high = middle
            }
        }
        return low
    }

    /// Whether `number`, whose key is `key`, is in the list. O(log n).
    func contains(
        _ number: UInt32,
        _ key: UInt64,
        in list: PostingList,
        _ activities: borrowing Activities
    ) -> Bool {
        let index = rank(key, number, in: list, activities)
        return index < Int(list.count) && self.number(index, of: list) == number
    }

    // MARK: - Changing

    /// Adds a number that is not in the list and will have `key`. O(log n) and a short move.
    mutating func insert(
        _ number: UInt32,
        _ key: UInt64,
        into list: inout PostingList,
        _ activities: borrowing Activities
    ) {
        let count = Int(list.count)
        if count == 0 {
            list = PostingList(count: 1, place: number)
            return
        }
        if list.isLong {
            longs[list.longIndex].insert(number, key, activities)
            list.count &+= 1
            return
        }
        let index = appends(number, key, to: list, activities) ? count
            : rank(key, number, in: list, activities)
        if count == Self.blockCountMax {
            lengthen(&list)
            longs[list.longIndex].insert(number, key, activities)
            list.count &+= 1
            return
        }
        makeRoom(in: &list)
        open(index, of: list, number)
        list.count &+= 1
    }

    /// Takes out a number whose key is `key`. O(log n) and a short move.
    mutating func remove(
        _ number: UInt32,
        _ key: UInt64,
        from list: inout PostingList,
        _ activities: borrowing Activities
    ) {
        let count = Int(list.count)
        if count == 1, list.place == number {
            list = .none
            return
        }
        if list.isLong {
            if longs[list.longIndex].remove(number, key, activities) { list.count &-= 1 }
            if Int(list.count) <= Self.blockCountMax / 2 { shorten(&list) }
            return
        }
        let index = rank(key, number, in: list, activities)
        guard index < count, self.number(index, of: list) == number else {
            assertionFailure("a posting is not where its activity says")
            return
        }
        close(index, of: list)
        list.count &-= 1
        giveRoom(of: &list)
    }

    /// Moves a number of the list from where `oldKey`, which it still has, put it to where
    /// `newKey` will. O(log n) and a move of what lies between.
    mutating func move(
        _ number: UInt32,
        from oldKey: UInt64,
        to newKey: UInt64,
        in list: inout PostingList,
        _ activities: borrowing Activities
    ) {
        let count = Int(list.count)
        guard count > 1, oldKey != newKey else { return }
        if list.isLong {
            longs[list.longIndex].move(number, from: oldKey, to: newKey, activities)
            return
        }
        let last = self.number(count &- 1, of: list)
        if last == number, newKey > oldKey { return }
        let index = rank(oldKey, number, in: list, activities)
        guard index < count, self.number(index, of: list) == number else {
            assertionFailure("a posting is not where its activity says")
            return
        }
        var target = rank(newKey, number, in: list, activities)
        if target > index { target &-= 1 }
        let page = Int(list.place >> UInt32(Self.pageBits))
        let offset = Int(list.place) & (Self.pageCount &- 1)
        pages[page].moveElement(from: offset &+ index, to: offset &+ target)
    }

    private func appends(
        _ number: UInt32,
        _ key: UInt64,
        to list: PostingList,
        _ activities: borrowing Activities
    ) -> Bool {
        let last = self.number(Int(list.count) &- 1, of: list)
        return Activities.precedes(activities[last], last, key, number)
    }

    // MARK: - Blocks

    /// The power of two that `count` numbers, at least two, take.
    private static func sizeClass(_ count: Int) -> Int {
        Int.bitWidth &- (count &- 1).leadingZeroBitCount
    }

    /// Makes room for one more number: a first block, or one of twice the size when it is full.
    private mutating func makeRoom(in list: inout PostingList) {
        let count = Int(list.count)
        if count == 1 {
            let number = list.place
            list.place = take(1)
            pages[Int(list.place >> UInt32(Self.pageBits))][
                Int(list.place) & (Self.pageCount &- 1)] = number
            return
        }
        let old = Self.sizeClass(count)
        guard count == 1 << old else { return }
        resize(&list, from: old, to: old &+ 1)
    }

    /// Goes to the smaller block once the numbers fit there.
    private mutating func giveRoom(of list: inout PostingList) {
        let count = Int(list.count)
        if count == 1 {
            let number = self.number(0, of: PostingList(count: 2, place: list.place))
            put(list.place, 1)
            list.place = number
        } else if count & (count &- 1) == 0 {
            resize(&list, from: Self.sizeClass(count &+ 1), to: Self.sizeClass(count))
        }
    }

    private mutating func resize(_ list: inout PostingList, from old: Int, to new: Int) {
        let place = take(new)
        let source = Int(list.place >> UInt32(Self.pageBits))
        let sourceOffset = Int(list.place) & (Self.pageCount &- 1)
        let target = Int(place >> UInt32(Self.pageBits))
        let targetOffset = Int(place) & (Self.pageCount &- 1)
        for index in 0..<Int(list.count) {
            pages[target][targetOffset &+ index] = pages[source][sourceOffset &+ index]
        }
        put(list.place, old)
        list.place = place
    }

    private mutating func open(_ index: Int, of list: PostingList, _ number: UInt32) {
        let page = Int(list.place >> UInt32(Self.pageBits))
        let offset = Int(list.place) & (Self.pageCount &- 1)
        let end = offset &+ Int(list.count)
        pages[page][end] = number
        pages[page].moveElement(from: end, to: offset &+ index)
    }

    private mutating func close(_ index: Int, of list: PostingList) {
        let page = Int(list.place >> UInt32(Self.pageBits))
        let offset = Int(list.place) & (Self.pageCount &- 1)
        pages[page].moveElement(from: offset &+ index, to: offset &+ Int(list.count) &- 1)
    }

    /// A block of 2^`size` numbers, from the free list or the end of the last page.
    private mutating func take(_ size: Int) -> UInt32 {
        if free[size] != Self.absent {
            let place = free[size]
            free[size] =
                pages[Int(place >> UInt32(Self.pageBits))][Int(place) & (Self.pageCount &- 1)]
            return place
        }
        let count = 1 << size
        if pages.isEmpty || pages[pages.count &- 1].count &+ count > Self.pageCount {
            fillLastPage()
            pages.append([])
        }
        let page = pages.count &- 1
        let offset = pages[page].count
        if offset &+ count > pages[page].capacity {
            let wanted = page == 0 ? max(64, offset &* 3 / 2) : Self.pageCount
            pages[page].reserveCapacity(min(Self.pageCount, max(wanted, offset &+ count)))
        }
        for _ in 0..<count { pages[page].append(0) }
        return UInt32(page << Self.pageBits | offset)
    }

    private mutating func put(_ place: UInt32, _ size: Int) {
        pages[Int(place >> UInt32(Self.pageBits))][Int(place) & (Self.pageCount &- 1)] = free[size]
        free[size] = place
    }

    /// Gives what is left of the last page to the free lists.
    private mutating func fillLastPage() {
        guard let last = pages.indices.last else { return }
        while pages[last].count &+ 2 <= Self.pageCount {
            let offset = pages[last].count
            let rest = Self.pageCount &- offset
            let size = min(11, Int.bitWidth &- 1 &- rest.leadingZeroBitCount)
            for _ in 0..<1 << size { pages[last].append(0) }
            put(UInt32(last << Self.pageBits | offset), size)
        }
    }

    // MARK: - Long lists

    private mutating func lengthen(_ list: inout PostingList) {
        var numbers: [UInt32] = []
        numbers.reserveCapacity(Int(list.count))
        _ = forEach(list) { number in
            numbers.append(number)
            return true
        }
        put(list.place, Self.sizeClass(numbers.count))
        if let index = freeLongs.popLast() {
            longs[Int(index)] = LongPostings(numbers)
            list.place = index | PostingList.longBit
        } else {
            longs.append(LongPostings(numbers))
            list.place = UInt32(longs.count &- 1) | PostingList.longBit
        }
    }

    private mutating func shorten(_ list: inout PostingList) {
        let index = list.longIndex
        var numbers: [UInt32] = []
        _ = longs[index].forEach { number in
            numbers.append(number)
            return true
        }
        longs[index] = LongPostings([])
        freeLongs.append(UInt32(index))
        list.place = take(Self.sizeClass(numbers.count))
        let page = Int(list.place >> UInt32(Self.pageBits))
        let offset = Int(list.place) & (Self.pageCount &- 1)
        for (index, number) in numbers.enumerated() { pages[page][offset &+ index] = number }
    }
}

extension [UInt32] {
    /// Moves one element to another index and what lies between by one.
    @inline(__always)
    mutating func moveElement(from source: Int, to target: Int) {
        let element = self[source]
        var index = source
        while index < target {
            self[index] = self[index &+ 1]
            index &+= 1
        }
        while index > target {
            self[index] = self[index &- 1]
            index &-= 1
        }
        self[target] = element
    }
}
