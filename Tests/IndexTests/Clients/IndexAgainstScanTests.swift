import CarnetIndex
import CarnetModel
import CarnetTestKit
import Testing

@Suite struct IndexAgainstScanTests {
    /// Goal: the index answers what looking at everybody answers, whatever was changed in between.
    /// Method: random additions, changes, removals and rebuilds, lookups and searches of all kinds
    /// beside ``SlowList``; lists that stay small and lists that outgrow the scan; times that
    /// differ, and times that are all equal.
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func answersLikeAScan(seed: UInt64) {
        var run = ScanRun(seed: seed)
        for _ in 0..<4 {
            for _ in 0..<(seed <= 3 ? 15 : 200) { run.change() }
            run.checkLookups()
            for _ in 0..<20 { run.checkSearch() }
        }
        run.rebuild()
        run.checkLookups()
        for _ in 0..<20 { run.checkSearch() }
    }
}

private struct ScanRun: ~Copyable {
    let seed: UInt64
    var list: IndexedList
    var people: RandomPeople
    var numberMax: UInt32 = 0

    init(seed: UInt64) {
        self.seed = seed
        list = IndexedList(seed: seed)
        people = RandomPeople(seed: seed)
        if seed.isMultiple(of: 4) { people.clockStep = 0 }
    }

    mutating func change() {
        let number = UInt32(people.random.below(max(1, Int(numberMax)))) + 1
        if numberMax == 0 || people.random.happens(0.5) {
            numberMax += 1
            list.put(people.person(numberMax))
        } else if let person = list.people[number] {
            if people.random.happens(0.1) {
                list.remove(number)
            } else {
                list.put(people.change(person))
            }
        }
        if people.random.happens(0.002) { rebuild() }
    }

    mutating func rebuild() { list.rebuild() }

    mutating func checkLookups() {
        let slow = SlowList(list.people)
        for _ in 0..<40 {
            let email = people.email()
            let phone = people.phone()
            let external = "pms:\(people.random.below(300))"
            let max = people.random.happens(0.5) ? 1_000 : people.random.below(5)
            let byEmail = slow.numbers(
                now: { $0.email.lowercased() == email.lowercased() },
                before: { person in
                    person.formerEmails.contains { $0.lowercased() == email.lowercased() }
                }
            )
            #expect(list.numbers(email: email, max: max) == Array(byEmail.prefix(max)), "\(seed)")
            let byPhone = slow.numbers(
                now: { $0.phone == phone },
                before: { $0.formerPhones.contains(phone) }
            )
            #expect(list.numbers(phone: phone, max: max) == Array(byPhone.prefix(max)), "\(seed)")
            let byExternal = slow.numbers(now: { $0.externals.contains(external) })
            let found = list.numbers(external: external, max: max)
            #expect(found == Array(byExternal.prefix(max)), "\(seed)")
        }
    }

    mutating func checkSearch() {
        let (text, query) = query()
        var options = SearchOptions()
        options.sort = people.random.pick(SearchSort.allCases)
        options.status = people.random.pick(SearchStatus.allCases)
        options.typos = people.random.pick(TypoTolerance.allCases)
        options.limit = people.random.pick([1, 3, 20, 100, 1_000])
        let wanted = SlowList(list.people).hits(query, options)
        var found: [SlowList.Hit] = []
        var pageCount = 0
        repeat {
            let page = list.search(text, options)
            found += page.hits.map { SlowList.Hit(number: $0.number, match: $0.match) }
            #expect(page.total == min(wanted.count, 1_000), "\(seed): \(text) \(options)")
            #expect(page.hits.count <= options.limit)
            options.after = page.cursor
            pageCount += 1
        } while options.after != nil && pageCount < 40
        let end = options.after == nil ? wanted.count : min(wanted.count, found.count)
        #expect(found == Array(wanted.prefix(end)), "\(seed): \(text) \(options)")
    }

    /// A text and what it asks for.
    mutating func query() -> (String, SlowQuery) {
        switch people.random.below(10) {
        case 0: return emailQuery()
        case 1: return phoneQuery()
        case 2: return mixedQuery()
        default: break
        }
        let text = names()
        return (text, SlowQuery(names: text))
    }

    /// Words of names: whole, begun, with a letter out of place, typed as they stand in the list or
    /// folded.
    private mutating func names() -> String {
        var words: [String] = []
        for _ in 0...people.random.below(3) {
            let names = people.random.happens(0.5) ? RandomPeople.firsts : RandomPeople.lasts
            let name = people.random.pick(names)
            if people.random.happens(0.3) {
                words.append(name)
                continue
            }
            var word = Array(people.random.pick(SlowList.folded(name)).text)
            if people.random.happens(0.5) {
                word = Array(word.prefix(people.random.below(word.count) + 1))
            }
            if people.random.happens(0.3), word.count > 3 { word.swapAt(1, 2) }
            words.append(String(word))
        }
        return words.joined(separator: " ")
    }

    private mutating func emailQuery() -> (String, SlowQuery) {
        let email = people.email().lowercased()
        let parts = email.split(separator: "@").map { String($0) }
        let local = String(parts[0].prefix(people.random.below(parts[0].count + 1)))
        let domain = String(parts[1].prefix(people.random.below(parts[1].count + 1)))
        guard !local.isEmpty || !domain.isEmpty else {
            return ("@gm", SlowQuery([SlowTerm(.domain("gm"))]))
        }
        var terms: [SlowTerm] = []
        if !local.isEmpty { terms.append(SlowTerm(.local(local))) }
        if !domain.isEmpty { terms.append(SlowTerm(.domain(domain))) }
        return (local + "@" + domain, SlowQuery(terms))
    }

    private mutating func phoneQuery() -> (String, SlowQuery) {
        let phone = String(people.phone())
        switch people.random.below(4) {
        case 0: return ("+" + phone, SlowQuery([SlowTerm(.digits(phone))]))
        case 1:
            let digits = "0" + phone.dropFirst(2)
            return (digits, SlowQuery([SlowTerm(.digits(digits))]))
        case 2: return ("00" + phone, SlowQuery([SlowTerm(.digits("00" + phone))]))
        default:
            let end = String(phone.suffix(people.random.below(6) + 4))
            return (end, SlowQuery([SlowTerm(.digits(end))]))
        }
    }

    /// The beginning of a name and the end of a phone.
    private mutating func mixedQuery() -> (String, SlowQuery) {
        let end = String(String(people.phone()).suffix(5))
        var word = SlowTerm(.word(people.random.pick(["mar", "dup", "kowal"])))
        word.isAlone = false
        guard case .word(let text) = word.what else { return ("", SlowQuery([])) }
        return (text + " " + end, SlowQuery([word, SlowTerm(.digits(end))]))
    }
}
