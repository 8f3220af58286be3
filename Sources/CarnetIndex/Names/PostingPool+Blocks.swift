/// Blocks of 2 to 2,048 numbers, and lists that outgrow them.
extension PostingPool {
    /// The power of two that `count` numbers, at least two, take.
    private static func sizeClass(_ count: Int) -> Int {
        Int.bitWidth &- (count &- 1).leadingZeroBitCount
    }

    /// Makes room for one more number: a first block, or one of twice the size when it is full.
    mutating func makeRoom(in list: inout PostingList) {
        let count = Int(list.count)
        if count == 1 {
            let number = list.place
            list.place = take(1)
            pages[Int(list.place >> UInt32(Self.pageBits))][
                Int(list.place) & (Self.pageCount &- 1)
            ] = number
            return
        }
        let old = Self.sizeClass(count)
        guard count == 1 << old else { return }
        resize(&list, from: old, to: old &+ 1)
    }

    /// Goes to the smaller block once the numbers fit there.
    mutating func giveRoom(of list: inout PostingList) {
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

    mutating func open(_ index: Int, of list: PostingList, _ number: UInt32) {
        let page = Int(list.place >> UInt32(Self.pageBits))
        let offset = Int(list.place) & (Self.pageCount &- 1)
        let end = offset &+ Int(list.count)
        pages[page][end] = number
        pages[page].moveElement(from: end, to: offset &+ index)
    }

    mutating func close(_ index: Int, of list: PostingList) {
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

    mutating func lengthen(_ list: inout PostingList) {
        var numbers: [UInt32] = []
        numbers.reserveCapacity(Int(list.count))
        _ = visit(list) { number in
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

    mutating func shorten(_ list: inout PostingList) {
        let index = list.longIndex
        var numbers: [UInt32] = []
        _ = longs[index].visit { number in
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
        var span = mutableSpan
        let element = span[source]
        var index = source
        while index < target {
            span[index] = span[index &+ 1]
            index &+= 1
        }
        while index > target {
            span[index] = span[index &- 1]
            index &-= 1
        }
        span[target] = element
    }
}
