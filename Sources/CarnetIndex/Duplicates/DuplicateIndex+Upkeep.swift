import CarnetBytes
public import CarnetModel

/// Room for what checks and scans compare, used again and again. Not shared between threads.
public struct MatchScratch: ~Copyable {
    public internal(set) var people: People
    var room = ReadingRoom()
    var keys: [BlockKey] = []
    var numbers: [UInt32] = []
    var found: [UInt64] = []
    /// Numbers of those who stand behind person 0, names alone: who shares a contact with it.
    var crowdMembers: [UInt32] = []
    /// What was read ahead of use; it says nothing, but is not to be left out.
    var warmed: UInt8 = 0
    /// Number of the client that is person 0, whose keys stand in `keys`; 0 where nobody is.
    var loaded: UInt32 = 0
    /// Counts of a list on which no value stands twice.
    var rare = ValueCounts()

    /// Forgets the client whose keys it knows.
    public mutating func forget() { loaded = 0 }

    /// For the index of that seed.
    public init(seed: UInt64) { people = People(schema: .clients, seed: seed) }
}

extension MatchScratch {
    /// Adds a client of whom only the names are read so far.
    @inline(__always)
    mutating func addNames(of client: ClientRecord) -> Int { people.addNames(of: client, &room) }

    /// The person of a number that shares a contact with person 0, added unless it is there already;
    /// nil where nobody has the number.
    mutating func addCrowdMember(_ number: UInt32, in store: RecordStore) -> Int? {
        if let place = crowdMembers.firstIndex(of: number) { return place &+ 1 }
        guard let bytes = store.record(number) else { return nil }
        let person = addNames(of: ClientRecord(bytes))
        people.leaveOutValues()
        crowdMembers.append(number)
        return person
    }

    /// The person whose names have been read for counting a crowd, if that is a candidate.
    @inline(__always)
    func crowdMember(_ candidate: Candidate) -> Int? {
        guard candidate.shares(Candidate.contact) else { return nil }
        return crowdMembers.firstIndex(of: candidate.number).map { $0 &+ 1 }
    }
}

extension DuplicateIndex {
    /// Room for this index.
    public func makeScratch() -> MatchScratch { MatchScratch(seed: blocks.seed) }

    /// Adds a client, who must not be in it. About 2 µs.
    public mutating func insert(_ client: ClientRecord, _ scratch: inout MatchScratch) {
        scratch.people.removeAll()
        scratch.loaded = 0
        let person = scratch.people.add(client, &scratch.room)
        insert(client.id.value, person, of: scratch.people, &scratch.keys)
    }

    /// Adds the client whose doubles were asked for last, whose keys are known from that.
    public mutating func insertLoaded(_ scratch: inout MatchScratch) {
        insert(keys: scratch.keys, scratch.loaded, 0, of: scratch.people)
        scratch.loaded = 0
    }

    /// Takes a client out; `client` must be the record that was inserted. About 2 µs.
    public mutating func remove(_ client: ClientRecord, _ scratch: inout MatchScratch) {
        scratch.people.removeAll()
        scratch.loaded = 0
        let person = scratch.people.add(client, &scratch.room)
        remove(client.id.value, person, of: scratch.people, &scratch.keys)
    }

    /// Adds a person of an arena under a number.
    mutating func insert(
        _ number: UInt32,
        _ person: Int,
        of people: borrowing People,
        _ keys: inout [BlockKey]
    ) {
        keys.removeAll(keepingCapacity: true)
        people.appendKeys(of: person, to: &keys)
        insert(keys: keys, number, person, of: people)
    }

    private mutating func insert(
        keys: [BlockKey],
        _ number: UInt32,
        _ person: Int,
        of people: borrowing People
    ) {
        warm(keys, person, of: people)
        for key in keys where key.use != .asked { blocks.insert(number, key.hash) }
        people.forEachCounted(person) { field, hash in counts.add(field, hash) }
        people.forEachContact(person) { counts.changeTotal($0, by: 1) }
        count &+= 1
    }

    /// Reads the places that are about to be changed, so that their memory is on the way all at
    /// once.
    @inline(__always)
    private mutating func warm(_ keys: [BlockKey], _ person: Int, of people: borrowing People) {
        var read: UInt64 = 0
        for key in keys where key.use != .asked { read |= blocks.warm(key.hash) }
        people.forEachCounted(person) { field, hash in read |= counts.warm(field, hash) }
        warmed = read
    }

    mutating func remove(
        _ number: UInt32,
        _ person: Int,
        of people: borrowing People,
        _ keys: inout [BlockKey]
    ) {
        keys.removeAll(keepingCapacity: true)
        people.appendKeys(of: person, to: &keys)
        warm(keys, person, of: people)
        for key in keys where key.use != .asked { blocks.remove(number, key.hash) }
        people.forEachCounted(person) { field, hash in counts.remove(field, hash) }
        people.forEachContact(person) { counts.changeTotal($0, by: -1) }
        count &-= 1
    }
}

/// What is counted of each person.
extension People {
    /// Calls `body` with the field's number in ``ValueCounts`` and the hash of each value whose
    /// frequency matters. Phones and e-mails are counted by their buckets.
    @inline(__always)
    func forEachCounted(_ person: Int, _ body: (Int, UInt64) -> Void) {
        let range = readingRange(person)
        let first = readings[range.lowerBound]
        if !first.given.isMissing { body(ComparisonPattern.given, first.given.hash) }
        if !first.surname.isMissing { body(ComparisonPattern.surname, first.surname.hash) }
        for index in schema.values.indices where !schema.values[index].kind.isContact {
            let value = value(person, index)
            if !value.isMissing { body(ComparisonPattern.firstValue &+ index, value.hash) }
        }
    }

    /// Calls `body` with the number in ``ValueCounts`` of each phone or e-mail that is known.
    @inline(__always)
    func forEachContact(_ person: Int, _ body: (Int) -> Void) {
        for index in schema.values.indices where schema.values[index].kind.isContact {
            if !value(person, index).isMissing { body(ComparisonPattern.firstValue &+ index) }
        }
    }
}

extension DuplicateIndex {
    /// Looks up how rare the names and values of a person are.
    func fillRarities(of person: Int, _ people: inout People) {
        people.fillRarities(of: person, from: counts) { blocks.count($0) }
    }
}

/// How rare it is what is known of a person.
extension People {
    /// Looks up how rare the names and values of a person are. `contactCount` answers how many have
    /// the phone or the e-mail of a key.
    @inline(__always)
    mutating func fillRarities(
        of person: Int,
        from counts: borrowing ValueCounts,
        _ contactCount: (UInt64) -> Int
    ) {
        fillNameRarities(of: person, from: counts)
        markDefaultDates(of: person, from: counts)
        for index in schema.values.indices {
            let place = person &* schema.values.count &+ index
            guard !values[place].isMissing else { continue }
            let field = ComparisonPattern.firstValue &+ index
            let kind = schema.values[index].kind
            let count =
                kind.isContact
                ? contactKey(of: person, index).map { UInt32(clamping: contactCount($0)) } ?? 0
                : counts.count(field, values[place].hash)
            values[place].rarity = counts.rarity(field, count: count, kind)
        }
    }

    /// Only the names': enough for the second of two, since equal values are equally rare.
    mutating func fillNameRarities(of person: Int, from counts: borrowing ValueCounts) {
        for index in readingRange(person) {
            let (given, surname) = (readings[index].given, readings[index].surname)
            if !given.isMissing {
                let count = counts.count(ComparisonPattern.given, given.hash)
                readings[index].given.rarity = counts.rarity(
                    ComparisonPattern.given,
                    count: count,
                    .givenName
                )
            }
            if !surname.isMissing {
                let count = counts.count(ComparisonPattern.surname, surname.hash)
                readings[index].surname.rarity = counts.rarity(
                    ComparisonPattern.surname,
                    count: count,
                    .surname
                )
            }
        }
    }

    /// Takes the names to be rarer than any: what they say then is the most that they may say.
    mutating func setNamesRarest(of person: Int) {
        for index in readingRange(person) {
            readings[index].given.rarity = .max
            readings[index].surname.rarity = .max
        }
    }

    /// Which dates stand where nobody knows the day.
    mutating func markDefaultDates(of person: Int, from counts: borrowing ValueCounts) {
        for index in schema.values.indices where schema.values[index].kind == .birthDate {
            let place = person &* schema.values.count &+ index
            values[place].isDefault = counts.isDefaultDate(
                ComparisonPattern.firstValue &+ index,
                values[place]
            )
        }
    }
}

extension ValueCounts {
    /// Whether a first of January is so frequent that most who have it were not born then: ten
    /// times as many as a day of a year would have, and five at least.
    func isDefaultDate(_ field: Int, _ value: FieldValue) -> Bool {
        guard value.number % 10_000 == 101 else { return false }
        let count = count(field, value.hash)
        return count >= 5 && UInt64(count) * 2_000 >= UInt64(total(field))
    }

    /// How rare a value of that count is, -log2 of its share in thousandths of a bit: together with
    /// what is known of such fields anywhere, which outweighs the counts of a short list.
    func rarity(_ field: Int, count: UInt32, _ kind: FieldKind) -> Int32 {
        let (share, weight) = Self.prior(kind)
        let count = UInt64(max(count, 2)) &* 1_000_000
        let expected = share &* weight
        let total = (UInt64(total(field)) &+ weight) &* 1_000_000
        return Millibits.log2(max(total, 1)) &- Millibits.log2(max(count &+ expected, 1))
    }

    /// The share of a typical value of the kind in parts in a million, and for how many records
    /// that knowledge stands.
    private static func prior(_ kind: FieldKind) -> (share: UInt64, weight: UInt64) {
        switch kind {
        case .givenName: (5_000, 200)
        case .surname: (800, 200)
        case .phone, .email: (10, 20_000)
        case .identity: (10, 200)
        case .birthDate: (70, 200)
        case .place: (20_000, 50)
        case .address: (1_000, 100)
        case .language, .trait: (300_000, 20)
        case .text: (10_000, 50)
        case .fullName: (1_000, 100)
        }
    }
}
