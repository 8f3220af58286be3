import CarnetBytes
import CarnetModel

// A MARK: 16 bits, 0 where a client was not met.
//    0  8 bits  what the client has cost so far
//    8  2 bits  the worst class so far
//   10  6 bits  how many terms it has

/// Going through the clients of all terms of a reading, the rarest first: a client is marked with
/// how many terms it has and how well it matched, and what has all of them is found. Two or three
/// nanoseconds a posting.
extension Search {
    /// What reading a record and looking for a term in it costs, in postings.
    private static let postingCountOfRecord = 150

    /// Adds all that match to `scratch.found`.
    mutating func runThroughMarks(
        _ reading: [SearchTerm],
        in store: RecordStore,
        _ scratch: inout IndexScratch
    ) {
        let terms = reading.count == 1 ? reading : reading.sorted { $0.weight < $1.weight }
        for step in terms.indices {
            let before = scratch.search.touched.count
            if step > 0, before &* Self.postingCountOfRecord < terms[step].weight {
                checkRecords(terms[step], step, in: store, &scratch)
            } else {
                mark(terms[step], step, in: store, &scratch)
            }
            if scratch.search.touched.isEmpty { break }
        }
        scratch.search.collectMarked(by: terms.count)
        scratch.search.clean()
    }

    /// Marks the clients of one term that have all terms before it, better matches first.
    private mutating func mark(
        _ term: SearchTerm,
        _ step: Int,
        in store: RecordStore,
        _ scratch: inout IndexScratch
    ) {
        scratch.search.others.removeAll()
        if !term.ends.isEmpty { findPhones(term, step, in: store, &scratch) }
        if !term.local.isEmpty { findLocals(term, step, in: store, &scratch) }
        scratch.search.others.sort()
        let others = scratch.search.others.tiers
        var next = 0
        for tier in term.tiers.tiers {
            while next < others.count, others[next].grade < tier.grade {
                mark(others[next].numbers, step, others[next].grade, &scratch.search)
                next &+= 1
            }
            mark(tier, step, &scratch.search)
        }
        for tier in others[next...] { mark(tier.numbers, step, tier.grade, &scratch.search) }
    }

    private func mark(
        _ tier: TokenTiers.Tier,
        _ step: Int,
        _ scratch: inout SearchScratch
    ) {
        for token in tier.tokens {
            _ = tables[0].names.pool.visit(tables[0].names.clients(of: token)) { number in
                mark(number, step, tier.grade, &scratch)
                return true
            }
        }
    }

    private func mark(
        _ numbers: [UInt32],
        _ step: Int,
        _ grade: MatchGrade,
        _ scratch: inout SearchScratch
    ) {
        for number in numbers { mark(number, step, grade, &scratch) }
    }

    @inline(__always)
    private func mark(
        _ number: UInt32,
        _ step: Int,
        _ grade: MatchGrade,
        _ scratch: inout SearchScratch
    ) {
        let mark = scratch.marks[Int(number)]
        guard Int(mark >> 10) == step else { return }
        let next = UInt16(truncatingIfNeeded: step &+ 1) << 10
        if step == 0 {
            guard isWanted(number) else { return }
            scratch.touched.append(number)
            scratch.marks[Int(number)] = next | grade.packed
        } else {
            scratch.marks[Int(number)] = next | MatchGrade(mark: mark).and(grade).packed
        }
    }

    /// Notes the clients whose phones end as asked. All ends of a term have the same last four
    /// digits.
    private mutating func findPhones(
        _ term: SearchTerm,
        _ step: Int,
        in store: RecordStore,
        _ scratch: inout IndexScratch
    ) {
        let place = tables[0].hash.phonePlace(lastFour: term.ends[0].lastFour)
        tables[0].phones.visitPlace(of: place) { number in
            guard scratch.search.recordsLeft > 0 else {
                isCut = true
                return false
            }
            scratch.search.recordsLeft &-= 1
            guard let record = store.record(number) else { return true }
            let keys = ClientKeys(ClientRecord(record))
            if let grade = RecordMatcher.grade(phonesOf: term, record, keys) {
                scratch.search.others.add(number, grade)
            }
            return true
        }
    }

    /// Notes the clients whose local parts begin as asked, reading records only where the code does
    /// not decide, or the client's e-mail may be a former one.
    private mutating func findLocals(
        _ term: SearchTerm,
        _ step: Int,
        in store: RecordStore,
        _ scratch: inout IndexScratch
    ) {
        let keys = LocalPart.keys(beginningWith: term.local.rawBytes)
        let isDecided = LocalPart.isDecided(term.local.rawBytes) && !tables[0].hasFormerEmails
        var place = tables[0].locals.place(notBelow: keys.lowerBound)
        while let key = tables[0].locals.key(at: place), key < keys.upperBound {
            tables[0].locals.step(&place)
            let number = UInt32(truncatingIfNeeded: key)
            guard Int(scratch.search.marks[Int(number)] >> 10) == step else { continue }
            if isDecided {
                let isWhole = key >> 32 == keys.lowerBound >> 32
                let grade = term.grade(isWhole ? .exact : .prefix, isFormer: false)
                scratch.search.others.add(number, grade)
                continue
            }
            guard scratch.search.recordsLeft > 0 else {
                isCut = true
                return
            }
            guard let record = store.record(number) else { continue }
            scratch.search.recordsLeft &-= 1
            scratch.words.readAddresses(record, ClientKeys(ClientRecord(record)))
            if let grade = RecordMatcher.grade(local: term, scratch.words) {
                scratch.search.others.add(number, grade)
            }
        }
    }

    /// Looks for one term in the records of those that have all terms before it.
    private mutating func checkRecords(
        _ term: SearchTerm,
        _ step: Int,
        in store: RecordStore,
        _ scratch: inout IndexScratch
    ) {
        for number in scratch.search.touched {
            guard Int(scratch.search.marks[Int(number)] >> 10) == step,
                let record = store.record(number)
            else { continue }
            let keys = ClientKeys(ClientRecord(record))
            scratch.words.read(record, keys)
            let found = RecordMatcher.grade(
                term,
                record,
                keys,
                &scratch,
                countsTypos: breadth > .strict
            )
            if let found { mark(number, step, found, &scratch.search) }
        }
    }

    // MARK: - The first of them

    /// Counts those that were found and offers them in the order that is asked for.
    mutating func collect(
        isOnce: Bool,
        in store: RecordStore,
        _ scratch: inout IndexScratch
    ) {
        if !isOnce { scratch.search.keepBest() }
        let start = options.start?.rank
        let byName = options.sortsByName
        scratch.search.top.begin(
            keeping: byName ? SearchScratch.namedCountMax : options.keepCount
        )
        total = scratch.search.found.count
        for client in scratch.search.found {
            let rank = SearchRank(
                client.number,
                client.grade,
                activity: tables[0].activities[client.number],
                sort: byName ? .relevance : options.sort
            )
            if !byName, let start, !start.precedes(rank) { continue }
            scratch.search.top.offer(rank)
        }
        guard byName else { return }
        if total > SearchScratch.namedCountMax { isCut = true }
        NameOrder.sort(&scratch, options, in: store)
    }
}

extension MatchGrade {
    /// The grade in a mark.
    @inline(__always)
    init(mark: UInt16) {
        self.init(
            MatchClass(rawValue: UInt8(truncatingIfNeeded: mark >> 8) & 3) ?? .typo,
            UInt8(truncatingIfNeeded: mark)
        )
    }
}

extension SearchScratch {
    /// Adds those whose marks say that they have all terms.
    mutating func collectMarked(by termCount: Int) {
        for number in touched {
            let mark = marks[Int(number)]
            guard Int(mark >> 10) == termCount else { continue }
            found.append(FoundClient(number: number, grade: MatchGrade(mark: mark)))
        }
    }

    /// Leaves each client once, with the best that a reading gave it. O(n log n).
    mutating func keepBest() {
        found.sort { $0.number != $1.number ? $0.number < $1.number : $0.grade < $1.grade }
        var kept = 0
        for client in found where kept == 0 || found[kept &- 1].number != client.number {
            found[kept] = client
            kept &+= 1
        }
        found.removeSubrange(kept...)
    }
}
