public import CarnetBytes
public import CarnetModel

/// A client who may be the one that was asked about.
public struct ClientMatch: Hashable, Sendable {
    public let number: UInt32
    public let outcome: PairScore

    /// Match weight in thousandths of a bit.
    public var score: Int32 { outcome.score }
}

/// Which matches are wanted.
public struct MatchWish: Sendable {
    /// At most so many, the best first.
    public var limit: Int
    /// The lowest score, in thousandths of a bit.
    public var scoreMin: Int32
    /// Only clients of lower numbers: a scan that asks so for each client sees every pair once.
    public var onlyBelow: UInt32
    /// At most so many are compared, those first who share most. A scan has no such bound.
    public var comparedMax: Int

    public init(
        limit: Int = 5,
        scoreMin: Int32 = -2_000,
        onlyBelow: UInt32 = .max,
        comparedMax: Int? = nil
    ) {
        self.limit = limit
        self.scoreMin = scoreMin
        self.onlyBelow = onlyBelow
        let isScan = onlyBelow != .max
        self.comparedMax = comparedMax ?? (isScan ? .max : DuplicateIndex.candidateCountMax)
    }
}

extension DuplicateIndex {
    /// The clients who may be the one in `client`, best first, equal scores by rising number. It
    /// need not be in the index: what was typed and not yet stored is a record as well, of number
    /// 0 or the next. Itself is left out.
    ///
    /// A whole list is scanned by asking this for each number with `onlyBelow` set to it, in
    /// slices of any length. A few microseconds, and one for each candidate that is not ruled out
    /// by a glance at its record.
    public func matches(
        of client: ClientRecord,
        in store: RecordStore,
        _ wish: MatchWish = MatchWish(),
        _ scratch: inout MatchScratch
    ) -> [ClientMatch] {
        var matches: [ClientMatch] = []
        forEachOutcome(of: client, in: store, wish, &scratch) { number, outcome in
            if outcome.score >= wish.scoreMin {
                matches.append(ClientMatch(number: number, outcome: outcome))
            }
        }
        if matches.count > 1 {
            matches.sort { ($1.score, $0.number) < ($0.score, $1.number) }
        }
        if matches.count > wish.limit { matches.removeLast(matches.count - wish.limit) }
        return matches
    }

    /// Counts the outcomes for one client, as learning wants them: ask it for each number with
    /// `onlyBelow` set to it.
    public func count(
        _ client: ClientRecord,
        in store: RecordStore,
        _ wish: MatchWish,
        _ scratch: inout MatchScratch,
        into counts: inout PatternCounts
    ) {
        forEachOutcome(of: client, in: store, wish, &scratch) { counts.add($1) }
    }

    private func forEachOutcome(
        of client: ClientRecord,
        in store: RecordStore,
        _ wish: MatchWish,
        _ scratch: inout MatchScratch,
        _ body: (UInt32, PairScore) -> Void
    ) {
        let number = client.id.value
        load(client, &scratch)
        collect(
            scratch.keys,
            limit: .max,
            &scratch.numbers,
            &scratch.found
        ) { $0 != number && $0 < wish.onlyBelow }
        guard !scratch.found.isEmpty else { return }
        scratch.warmed = warmRecords(of: scratch.found, in: store)
        let scorer = makeScorer()
        let glance = CandidateGlance(client, scratch.people, scorer, wish.scoreMin)
        fillCrowds(in: store, &scratch)
        let household = HouseholdGlance(scratch.people, scorer)
        let known = scratch.people.count
        var left = wish.comparedMax
        // Those who share most come first, should there be too many.
        for kinds in Candidate.ranks where left > 0 {
            for packed in scratch.found where left > 0 {
                let candidate = Candidate(packed: packed)
                guard candidate.rank == kinds, let bytes = store.record(candidate.number) else {
                    continue
                }
                let other = ClientRecord(bytes)
                var most = CandidateGlance.unbound
                if candidate.isByNameAlone {
                    guard
                        let bound = glance.mostOfValues(candidate, other, scratch.people)
                    else { continue }
                    most = bound
                }
                left &-= 1
                scratch.people.truncate(to: known)
                var person = scratch.crowdMember(candidate) ?? scratch.addNames(of: other)
                // Most names are the same or quite other ones: how rare those are need not be looked up.
                scratch.people.setNamesRarest(of: person)
                var names = scorer.bestNames(scratch.people, 0, person)
                if names.asksRarity {
                    guard names.gain &+ most >= wish.scoreMin else { continue }
                    scratch.people.fillNameRarities(of: person, from: counts)
                    names = scorer.bestNames(scratch.people, 0, person)
                }
                guard names.gain &+ most >= wish.scoreMin,
                    names.gain &- names.householdGain &+ household.most(candidate) >= wish.scoreMin
                else { continue }
                if person < known {
                    // Values go behind the names that were read last.
                    person = scratch.addNames(of: other)
                    scratch.people.fillNameRarities(of: person, from: counts)
                }
                scratch.people.addValues(of: other, &scratch.room)
                scratch.people.markDefaultDates(of: person, from: counts)
                body(candidate.number, scorer.score(scratch.people, 0, person))
            }
        }
    }

    /// Touches the records, so that their memory is on the way all at once. The answer says nothing.
    private func warmRecords(of found: [UInt64], in store: RecordStore) -> UInt8 {
        var touched: UInt8 = 0
        for packed in found {
            if let bytes = store.record(Candidate(packed: packed).number) {
                touched &+= bytes.byte(at: 2) &+ bytes.byte(at: bytes.byteCount &- 1)
            }
        }
        return touched
    }

    /// How two clients compare, whether or not they share a key, with the reasons.
    public func explain(
        _ a: ClientRecord,
        _ b: ClientRecord,
        in store: RecordStore,
        _ scratch: inout MatchScratch
    ) -> MatchExplanation {
        load(a, &scratch)
        fillCrowds(in: store, &scratch)
        let person = scratch.people.add(b, &scratch.room)
        scratch.people.fillNameRarities(of: person, from: counts)
        scratch.people.markDefaultDates(of: person, from: counts)
        return makeScorer().explain(scratch.people, 0, person)
    }

    /// A scorer with the index's weights and as many records as it has.
    public func makeScorer() -> MatchScorer {
        MatchScorer(weights: weights, schema: schema, recordCount: count)
    }

    /// Makes the client person 0 of the scratch, with its keys and rarities.
    private func load(
        _ client: ClientRecord,
        _ scratch: inout MatchScratch
    ) {
        scratch.people.removeAll()
        scratch.loaded = 0
        let person = scratch.people.add(client, &scratch.room)
        fillRarities(of: person, &scratch.people)
        scratch.keys.removeAll(keepingCapacity: true)
        scratch.people.appendKeys(of: person, to: &scratch.keys)
    }

    /// Counts the distinct names behind the phone and the e-mail of person 0, next to whom those who were
    /// read for that stand then: whoever shares a contact is likely to be compared.
    private func fillCrowds(
        in store: RecordStore,
        _ scratch: inout MatchScratch
    ) {
        scratch.crowdMembers.removeAll(keepingCapacity: true)
        for index in scratch.people.schema.values.indices {
            let kind = scratch.people.schema.values[index].kind
            guard kind == .phone || kind == .email else { continue }
            guard let key = scratch.people.contactKey(of: 0, index) else { continue }
            scratch.numbers.removeAll(keepingCapacity: true)
            let found = blocks.numbers(key, most: Self.crowdMemberMax, into: &scratch.numbers)
            // Two names behind a contact are a household like any other.
            guard found > 2 else { continue }
            var names = DistinctNames()
            for number in scratch.numbers {
                guard let person = scratch.addCrowdMember(number, in: store) else { continue }
                names.add(scratch.people.nameSignature(of: person))
            }
            let crowd = found > Self.crowdMemberMax ? found / 2 : names.count
            scratch.people.setCrowd(UInt16(clamping: crowd), of: 0, index)
        }
    }

    /// The most records behind a contact whose names are looked at; of more, half are taken to be
    /// different people.
    static let crowdMemberMax = 24
}

/// Counts names that differ in their surname's sound or their initial.
struct DistinctNames {
    private var seen: [UInt64] = []

    var count: Int { seen.count }

    mutating func removeAll() { seen.removeAll(keepingCapacity: true) }

    /// 0 is no name and does not count.
    mutating func add(_ signature: UInt64) {
        if signature != 0 && !seen.contains(signature) { seen.append(signature) }
    }
}

extension People {
    /// The key of a phone or an e-mail; nil where there is none.
    func contactKey(of person: Int, _ index: Int) -> UInt64? {
        let value = value(person, index)
        guard !value.isMissing else { return nil }
        let kind: BlockKind = schema.values[index].kind == .phone ? .phone : .email
        return keyHash(kind, value.hash, 0)
    }

    /// Surname's sound and given name's initial as one number; 0 where either is not known.
    func nameSignature(of person: Int) -> UInt64 {
        let range = readingRange(person)
        let name = readings[range.lowerBound]
        guard !name.given.isMissing && !name.surname.isMissing else { return 0 }
        return UInt64(name.surname.sound) << 8 | UInt64(texts[Int(name.given.start)])
    }

    mutating func setCrowd(_ crowd: UInt16, of person: Int, _ index: Int) {
        values[person &* schema.values.count &+ index].crowd = crowd
    }
}
