import CarnetBytes
import CarnetIndex
import CarnetModel
import Testing

@Suite struct CrowdTests {
    /// A hotel's desk: everybody has its phone, its e-mail and one of three names.
    private static func list(_ count: UInt32) -> IndexedList {
        var list = IndexedList(seed: 3)
        for number in 1...count {
            var person = TestPerson(number: number)
            person.first = number % 3 == 0 ? "Marianne" : "Maria"
            person.last = number % 7 == 0 ? "Mariani" : "Desk"
            person.email = number % 2 == 0 ? "desk@hotel.be" : "Desk@Hotel.be"
            person.phone = 3_225_550_000
            person.externals = ["desk"]
            person.status = number % 10 == 0 ? .inactive : .active
            person.updated += UInt64(number % 100) * 1_000
            list.put(person)
        }
        return list
    }

    /// Goal: where thousands share a key, the first of them are found, and all of them by paging.
    /// Method: 10,000 clients alike, some changed, some gone, beside a scan.
    @Test func thousandsShareEverything() {
        var list = Self.list(10_000)
        for number in stride(from: 5 as UInt32, to: 10_000, by: 97) {
            guard var person = list.people[number] else { continue }
            person.updated += 500_000
            if number % 2 == 0 { person.phone = 0 }
            list.put(person)
        }
        for number in stride(from: 8 as UInt32, to: 10_000, by: 101) { list.remove(number) }
        let slow = SlowList(list.people)
        let byPhone = slow.numbers(now: { $0.phone == 3_225_550_000 })
        #expect(list.numbers(phone: 3_225_550_000, max: 12) == Array(byPhone.prefix(12)))
        #expect(list.numbers(phone: 3_225_550_000, max: 20_000) == byPhone)
        let byEmail = slow.numbers(now: { _ in true })
        #expect(list.numbers(email: "DESK@hotel.BE", max: 12) == Array(byEmail.prefix(12)))
        #expect(list.numbers(external: "desk", max: 3) == Array(byEmail.prefix(3)))
        #expect(list.numbers(external: "des", max: 3) == [])
        list.rebuild()
        #expect(list.numbers(phone: 3_225_550_000, max: 20_000) == byPhone)
        #expect(list.numbers(email: "desk@hotel.be", max: 12) == Array(byEmail.prefix(12)))
    }

    /// Words that thousands have are gone through in their order; pages join without a gap.
    @Test(arguments: [
        ("maria", SearchSort.relevance), ("maria", .recent), ("mari", .relevance), ("m", .recent),
        ("mar de", .relevance),
    ])
    func pagesOfThousandsGiveEachHitOnce(text: String, sort: SearchSort) {
        var list = Self.list(4_000)
        var options = SearchOptions()
        options.sort = sort
        options.limit = 300
        let wanted = SlowList(list.people).hits(SlowQuery(names: text), options)
        var found: [SlowList.Hit] = []
        repeat {
            let page = list.search(text, options)
            #expect(page.total == 1_000 && page.more)
            found += page.hits.map { SlowList.Hit(number: $0.number, match: $0.match) }
            options.after = page.cursor
        } while options.after != nil
        #expect(found == wanted)
    }

    /// A page that was begun goes on where it stood, whoever comes and goes in between.
    @Test func pagesHoldWhileClientsChange() {
        var list = Self.list(2_000)
        var options = SearchOptions()
        options.limit = 100
        var seen: Set<UInt32> = []
        var repeated = 0
        let before = Set(
            SlowList(list.people).hits(SlowQuery(names: "maria"), options).map(\.number)
        )
        var untouched = before
        for _ in 0..<100 {
            let page = list.search("maria", options)
            for hit in page.hits where !seen.insert(hit.number).inserted { repeated += 1 }
            guard let cursor = page.cursor else { break }
            options.after = cursor
            if let number = page.hits.last?.number {
                list.remove(number)
                untouched.remove(number)
            }
        }
        #expect(repeated == 0)
        #expect(untouched.isSubset(of: seen))
    }

    /// By name, and by the last digits, more than can be looked at is said to be more.
    @Test func boundsAreSaid() {
        var list = Self.list(6_000)
        var options = SearchOptions()
        options.sort = .name
        options.status = .all
        #expect(list.search("mar", options).more)
        options.sort = .relevance
        let byPhone = list.search("0000", options)
        #expect(byPhone.more && byPhone.hits.count == 20)
        let byEmail = list.search("desk@", options)
        #expect(byEmail.total == 1_000 && byEmail.more)
    }
}
