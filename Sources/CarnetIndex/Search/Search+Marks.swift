import CarnetBytes
import CarnetModel

/// Going through the clients of all terms, the rarest first: a client is marked with how many
/// terms it has and how badly it matched, and what has all of them is found. Two or three
/// nanoseconds a posting.
extension Search {
    /// What reading a record and looking for a term in it costs, in postings.
    private static let postingCountOfRecord = 150

    /// Offers all that match to `scratch.top` and counts them.
    mutating func runThroughMarks(in store: RecordStore, _ scratch: inout IndexScratch) {
        terms.sort { $0.weight < $1.weight }
        for step in terms.indices {
            let before = scratch.search.touched.count
            if step > 0, before &* Self.postingCountOfRecord < terms[step].weight {
                checkRecords(step, in: store, &scratch)
            } else {
                mark(step, in: store, &scratch)
            }
            if scratch.search.touched.isEmpty { break }
        }
        collect(in: store, &scratch)
        scratch.search.clean()
    }

    /// Marks the clients of one term that have all terms before it, better matches first.
    private mutating func mark(
        _ step: Int,
        in store: RecordStore,
        _ scratch: inout IndexScratch
    ) {
        let term = terms[step]
        if term.exact != 0 { mark(step, .exact, tokens: [term.exact], &scratch.search) }
        if !term.ends.isEmpty { markPhones(term, step, in: store, &scratch) }
        mark(step, .prefix, tokens: term.prefixes, &scratch.search)
        if countsTypos { mark(step, .typo, tokens: term.nears, &scratch.search) }
        if !term.local.isEmpty { markLocals(term.local, step, in: store, &scratch) }
    }

    private func mark(
        _ step: Int,
        _ match: MatchClass,
        tokens: [UInt32],
        _ scratch: inout SearchScratch
    ) {
        for token in tokens {
            _ = tables.names.pool.visit(tables.names.clients(of: token)) { number in
                mark(number, step, match, &scratch)
                return true
            }
        }
    }

    @inline(__always)
    private func mark(
        _ number: UInt32,
        _ step: Int,
        _ match: MatchClass,
        _ scratch: inout SearchScratch
    ) {
        let mark = scratch.marks[Int(number)]
        guard Int(mark >> 2) == step else { return }
        if step == 0 {
            guard isWanted(number) else { return }
            scratch.touched.append(number)
        }
        let worst = max(mark & 3, match.rawValue)
        scratch.marks[Int(number)] = UInt8(truncatingIfNeeded: step &+ 1) << 2 | worst
    }

    /// Marks the clients whose phones end as asked. All ends of a term have the same last four
    /// digits.
    private mutating func markPhones(
        _ term: SearchTerm,
        _ step: Int,
        in store: RecordStore,
        _ scratch: inout IndexScratch
    ) {
        let place = tables.hash.phonePlace(lastFour: term.ends[0].lastFour)
        tables.phones.visitPlace(of: place) { number in
            guard scratch.search.recordsLeft > 0 else {
                isCut = true
                return false
            }
            scratch.search.recordsLeft &-= 1
            if let phone = Self.phone(of: number, in: store), let match = term.match(phone) {
                mark(number, step, match, &scratch.search)
            }
            return true
        }
    }

    private static func phone(of number: UInt32, in store: RecordStore) -> UInt64? {
        guard let record = store.record(number) else { return nil }
        return ClientRecord(record).phoneDigits
    }

    /// Marks the clients whose local parts begin as asked, reading records only where the code
    /// does not decide.
    private mutating func markLocals(
        _ local: [UInt8],
        _ step: Int,
        in store: RecordStore,
        _ scratch: inout IndexScratch
    ) {
        let keys = LocalPart.keys(beginningWith: local.rawBytes)
        let isDecided = LocalPart.isDecided(local.rawBytes)
        var place = tables.locals.place(notBelow: keys.lowerBound)
        while let key = tables.locals.key(at: place), key < keys.upperBound {
            tables.locals.step(&place)
            let number = UInt32(truncatingIfNeeded: key)
            guard Int(scratch.search.marks[Int(number)] >> 2) == step else { continue }
            if isDecided {
                mark(
                    number,
                    step,
                    key >> 32 == keys.lowerBound >> 32 ? .exact : .prefix,
                    &scratch.search
                )
                continue
            }
            guard scratch.search.recordsLeft > 0 else {
                isCut = true
                return
            }
            guard let record = store.record(number) else { continue }
            scratch.search.recordsLeft &-= 1
            scratch.words.readEmail(record)
            if let match = RecordMatcher.match(local: local, &scratch) {
                mark(number, step, match, &scratch.search)
            }
        }
    }

    /// Looks for one term in the records of those that have all terms before it.
    private mutating func checkRecords(
        _ step: Int,
        in store: RecordStore,
        _ scratch: inout IndexScratch
    ) {
        for number in scratch.search.touched {
            guard Int(scratch.search.marks[Int(number)] >> 2) == step,
                let record = store.record(number)
            else { continue }
            let keys = ClientKeys(ClientRecord(record))
            scratch.words.read(record, keys)
            let found = RecordMatcher.match(
                terms[step],
                keys,
                &scratch,
                countsTypos: countsTypos
            )
            if let found { mark(number, step, found, &scratch.search) }
        }
    }

    // MARK: - The first of them

    /// Counts those that have all terms and offers them in the order that is asked for.
    private mutating func collect(in store: RecordStore, _ scratch: inout IndexScratch) {
        let start = options.start?.rank
        let byName = options.sortsByName
        scratch.search.top.begin(
            keeping: byName ? SearchScratch.namedCountMax : options.keepCount
        )
        for number in scratch.search.touched {
            let mark = scratch.search.marks[Int(number)]
            guard Int(mark >> 2) == terms.count, let match = MatchClass(rawValue: mark & 3) else {
                continue
            }
            total &+= 1
            let rank = SearchRank(
                number,
                match,
                activity: tables.activities[number],
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
