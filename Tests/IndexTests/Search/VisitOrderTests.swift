import CarnetIndex
import Testing

/// CLARIFICATIONS 20: who match alike come by their last booking, then by their last change.
struct VisitOrderTests {
    /// A list that is looked through, and one that has tables.
    @Test(arguments: [10, 60] as [UInt32])
    func R_RSV_07_theLastBookingDecidesAmongEquals(count: UInt32) {
        var list = IndexedList()
        for number in 1...count { list.put(Self.person(number, at: UInt64(number))) }
        #expect(Self.first(3, &list) == [count, count - 1, count - 2], "the latest change first")
        list.visit(3, day: 20_000)
        list.visit(7, day: 20_400)
        #expect(Self.first(3, &list) == [7, 3, count])
        // A change keeps what is known of visits.
        list.put(Self.person(3, at: UInt64(count) + 5))
        list.put(Self.person(2, at: UInt64(count) + 9))
        #expect(Self.first(4, &list) == [7, 3, 2, count])
        list.visit(7, day: 0)
        #expect(Self.first(3, &list) == [3, 2, count])
        list.rebuild(visitDays: [5: 20_100, 3: 20_000])
        #expect(Self.first(3, &list) == [5, 3, 2])
    }

    /// The 25th client gets a small list its tables, which know what it knew.
    @Test func R_RSV_07_whoWasThereStaysFirstAsAListGrows() {
        var list = IndexedList()
        for number in 1...20 as ClosedRange<UInt32> { list.put(Self.person(number, at: 1)) }
        list.visit(13, day: 20_000)
        for number in 21...40 as ClosedRange<UInt32> { list.put(Self.person(number, at: 2)) }
        #expect(Self.first(1, &list) == [13])
    }

    private static func person(_ number: UInt32, at second: UInt64) -> TestPerson {
        TestPerson(
            number: number,
            first: "Ada",
            last: "King",
            updated: 1_700_000_000_000 + second * 1_000
        )
    }

    private static func first(_ count: Int, _ list: inout IndexedList) -> [UInt32] {
        list.search("ada king").hits.prefix(count).map(\.number)
    }
}
