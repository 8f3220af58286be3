import CarnetIndex
import CarnetModel
import Testing

@Suite struct UpkeepTests {
    /// Small tenants keep no tables; they come with the first client past the bound.
    @Test func tablesComeWithTheFirstClientPastTheBound() {
        var list = IndexedList()
        for number in 1...ClientIndex.scanMax { list.put(TestPerson(number: number, first: "Ann")) }
        #expect(list.index.byteCount == 0)
        #expect(list.search("ann").total == Int(ClientIndex.scanMax))
        list.put(TestPerson(number: ClientIndex.scanMax + 1, first: "Ann"))
        #expect(list.index.byteCount > 0)
        #expect(list.search("ann").total == Int(ClientIndex.scanMax) + 1)
    }

    /// Merged and erased clients are found by nothing; they come back when they are listed again.
    @Test(arguments: [ClientStatus.merged, .erased])
    func unlistedClientsAreNotFound(status: ClientStatus) {
        var list = IndexedList()
        for number in 1...100 as ClosedRange<UInt32> {
            list.put(
                TestPerson(
                    number: number,
                    first: "Ann",
                    email: "a\(number)@b.cd",
                    phone: 32_000_000,
                    externals: ["x\(number)"]
                )
            )
        }
        guard var person = list.people[7] else { return }
        person.status = status
        list.put(person)
        #expect(list.search("ann").total == 99)
        #expect(list.numbers(email: "a7@b.cd") == [] && list.numbers(external: "x7") == [])
        #expect(!list.numbers(phone: 32_000_000).contains(7))
        person.status = .inactive
        list.put(person)
        #expect(list.search("ann").total == 99)
        #expect(list.numbers(email: "a7@b.cd") == [7])
        var options = SearchOptions()
        options.status = .inactive
        #expect(list.search("ann", options).hits == [SearchHit(number: 7, match: .exact)])
    }

    /// Goal: what upkeep builds and what a rebuild builds answer alike and weigh alike. Method: a
    /// list that was changed a lot, its index compared with one made anew.
    @Test func leavesNothingBehind() {
        var people = RandomPeople(seed: 21)
        var list = IndexedList()
        for number in 1...600 as ClosedRange<UInt32> { list.put(people.person(number)) }
        for round in 0..<6_000 {
            let number = UInt32(round % 600 + 1)
            guard let person = list.people[number] else { continue }
            list.put(people.change(person))
        }
        let kept = list.index.byteCount
        list.rebuild()
        #expect(kept < list.index.byteCount * 2)
    }

    /// Many references of one client fall under one tag; each still finds it once.
    @Test func manyReferencesOfOneClient() {
        var list = IndexedList()
        for number in 1...60 as ClosedRange<UInt32> {
            let externals = (0..<64).map { "ref:\(number):\($0)" }
            list.put(TestPerson(number: number, first: "Ann", externals: externals.sorted()))
        }
        for number in 1...60 as ClosedRange<UInt32> {
            for index in 0..<64 {
                #expect(list.numbers(external: "ref:\(number):\(index)") == [number])
            }
        }
        guard var person = list.people[9] else { return }
        person.externals.removeFirst(60)
        list.put(person)
        #expect(list.numbers(external: person.externals[0]) == [9])
        #expect(list.numbers(external: "ref:9:1") == [])
    }

    /// A copy is a value of its own.
    @Test func aCopyIsIndependent() {
        var list = IndexedList()
        for number in 1...100 as ClosedRange<UInt32> {
            list.put(TestPerson(number: number, first: "Ann"))
        }
        let copy = list.index
        list.put(TestPerson(number: 101, first: "Ann"))
        #expect(list.search("ann").total == 101)
        list.index = copy
        #expect(list.search("ann").total == 100)
    }
}
