import CarnetBytes
import CarnetModel

/// Rules out candidates by a glance at their records, before names are folded: those of whom only
/// names are known to be alike, where names that frequent and all else that is there can't add up
/// to the score that is wanted. It never rules out one who would reach it.
struct CandidateGlance {
    struct NameBits {
        var sameGiven: Int32 = 0
        var sameSurname: Int32 = 0
        var likeGiven: Int32 = 0
        var likeSurname: Int32 = 0
    }

    /// The most that a value says when it is the same, and when it is not.
    struct ValueBits {
        var same: Int32 = 0
        var like: Int32 = 0
    }

    private let scoreMin: Int32
    /// The most that names can say: both alike, or one alike and the other not found so.
    private let wholeNameBits: Int32
    private let partNameBits: Int32
    /// The most that each name of each reading says when it is the same, and when it is not.
    private var bitsOfReadings = InlineArray<4, NameBits>(repeating: NameBits())
    private var city = ValueBits()
    private var language = ValueBits()
    private var birthday = ValueBits()
    private let cityPlace: Int
    private let birthdayNumber: UInt64
    private let languageNumber: UInt64
    private var contacts = ContactGlance()
    /// An earlier phone or e-mail may stand in for one that is not known.
    private var hasFormerContact = false
    /// What another phone than this one says.
    private var otherPhoneBits: Int32 = 0
    private let prior: Int32

    /// Of person 0 of `people`, whose rarities are known.
    init(
        _ client: ClientRecord,
        _ people: borrowing People,
        _ scorer: MatchScorer,
        _ scoreMin: Int32
    ) {
        self.scoreMin = scoreMin
        var whole: Int32 = 0
        var part: Int32 = 0
        for (place, index) in people.readingRange(0).enumerated() {
            let reading = people.readings[index]
            let bits = scorer.mostBits(of: reading)
            bitsOfReadings[place] = bits
            whole = max(whole, bits.sameGiven &+ bits.sameSurname)
            part = max(
                part,
                bits.sameGiven &+ bits.likeSurname,
                bits.sameSurname &+ bits.likeGiven
            )
        }
        wholeNameBits = whole
        partNameBits = part
        var cityPlace = -1
        for (index, field) in people.schema.values.enumerated() {
            let value = people.value(0, index)
            guard !value.isMissing else { continue }
            let slot = ComparisonPattern.firstValue &+ index
            switch field.kind {
            case .phone: otherPhoneBits = scorer.differentBits(slot)
            case .email: contacts.set(user: people.text(value.start, value.userByteCount))
            case .language: language = scorer.mostBits(slot, of: value)
            case .birthDate: birthday = scorer.mostBits(slot, of: value)
            case .place:
                city = scorer.mostBits(slot, of: value)
                cityPlace = index
            default: break
            }
        }
        self.cityPlace = cityPlace
        prior = scorer.samePrior
        var cursor = client.fields
        while let (tag, _) = cursor.next(in: client.bytes) {
            let alias = ClientAlias(rawValue: tag)
            if alias == .email || alias == .phone { hasFormerContact = true }
        }
        contacts.phone = client.phoneDigits ?? 0
        birthdayNumber = client.field(.birthday).map { client.integer($0) } ?? 0
        languageNumber =
            client.field(.language).map { People.languageNumber(client.bytes.bytes($0)) } ?? 0
    }

    /// The most that all but the names of a candidate say, who shares keys of names alone; nil where
    /// that can't reach the score whatever the names are by a glance. `people` is that of the
    /// beginning. Where a contact may be alike but for a slip, there is no bound.
    func mostOfValues(
        _ candidate: Candidate,
        _ other: ClientRecord,
        _ people: borrowing People
    ) -> Int32? {
        if hasFormerContact { return Self.unbound }
        var bits = prior
        var phone: UInt64 = 0
        var glance = NameGlance()
        var cursor = other.fields
        while let (tag, range) = cursor.next(in: other.bytes) {
            switch ClientField(rawValue: tag) {
            case .first, .last: glance.look(at: other.bytes.bytes(range))
            case .phone:
                phone = other.integer(range)
                if contacts.isNear(phone: phone) { return Self.unbound }
            case .email:
                if contacts.isNear(email: other.bytes.bytes(range)) { return Self.unbound }
            case .birthday:
                bits &+= other.integer(range) == birthdayNumber ? birthday.same : birthday.like
            case .city:
                if cityPlace >= 0 { bits &+= cityBits(other.bytes.bytes(range), people) }
            case .language:
                let number = People.languageNumber(other.bytes.bytes(range))
                if number > 0 {
                    bits &+= number == languageNumber ? language.same : language.like
                }
            case nil:
                switch ClientAlias(rawValue: tag) {
                case .name: glance.giveUp()
                // It stands in where there is no other.
                case .email, .phone: return Self.unbound
                case nil: break
                }
            default: break
            }
        }
        let names = nameBits(candidate, glance, people)
        if bits &+ names < scoreMin { return nil }
        // What another phone says counts only where it is one; asked last, since it takes longer.
        if phone == 0 || otherPhoneBits == 0 || Self.isDummy(phone) { return bits }
        bits &+= otherPhoneBits
        return bits &+ names < scoreMin ? nil : bits
    }

    /// More than any score.
    static let unbound: Int32 = 1_000_000

    /// The most that the names say.
    private func nameBits(
        _ candidate: Candidate,
        _ names: NameGlance,
        _ people: borrowing People
    ) -> Int32 {
        guard names.isSure else {
            return candidate.shares(Candidate.wholeName) ? wholeNameBits : partNameBits
        }
        var most: Int32 = 0
        for (place, index) in people.readingRange(0).enumerated() {
            let (given, surname) = (people.readings[index].given, people.readings[index].surname)
            let bits = bitsOfReadings[place]
            var sum: Int32 = 0
            if !given.isMissing {
                let isSame = names.mayHold(people.text(given.start, given.byteCount))
                sum &+= isSame ? bits.sameGiven : bits.likeGiven
            }
            if !surname.isMissing {
                let isSame = names.mayHold(people.text(surname.start, surname.byteCount))
                sum &+= isSame ? bits.sameSurname : bits.likeSurname
            }
            most = max(most, sum)
        }
        return most
    }

    private func cityBits(_ field: RawSpan, _ people: borrowing People) -> Int32 {
        var glance = NameGlance()
        glance.look(at: field)
        let value = people.value(0, cityPlace)
        let isSame = !glance.isPlain || glance.mayHold(people.text(value.start, value.byteCount))
        return isSame ? max(city.same, city.like) : city.like
    }

    private static func isDummy(_ digits: UInt64) -> Bool {
        PhoneNumber(e164Digits: digits).map { PhoneOddities.isDummy($0) } ?? true
    }
}
