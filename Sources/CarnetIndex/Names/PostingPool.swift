/// Room for the posting lists of one tenant, each ordered from the client that was active longest
/// ago to the latest, so that who changed last is appended and who is asked for first stands last.
///
/// Blocks come out of pages of 16 KiB and go back to free lists by size: no upkeep ever moves more
/// than 8 KiB of one list.
struct PostingPool: Sendable {
    static let blockCountMax = 2_048
    static let pageBits = 12
    static let pageCount = 1 << pageBits
    static let absent = UInt32.max

    var pages: [[UInt32]] = []
    /// The first free block of each size, by its power of two; a free block names the next.
    var free = [UInt32](repeating: absent, count: 12)
    var longs: [LongPostings] = []
    var freeLongs: [UInt32] = []

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
    func visit(_ list: PostingList, _ body: (UInt32) -> Bool) -> Bool {
        if list.count == 1 { return body(list.place) }
        if list.isLong { return longs[list.longIndex].visit(body) }
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
            Int(list.place) & (Self.pageCount &- 1) &+ index
        ]
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
        let index =
            appends(number, key, to: list, activities)
            ? count
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
        var target =
            appends(number, newKey, to: list, activities)
            ? count : rank(newKey, number, in: list, activities)
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
}
