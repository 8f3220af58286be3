import CarnetBytes
import CarnetModel

/// Rules out candidates by a glance at their records, before names are folded: those of whom only
/// names are known to be alike, where names that frequent and all else that is there can't add up
/// to the score that is wanted. It never rules out one who would reach it.
struct CandidateGlance {
    private let scoreMin: Int32
    /// The most that names can say: both alike, or one alike and the other not found so.
    private let wholeNameBits: Int32
    private let partNameBits: Int32
    private let cityBits: Int32
    private var contacts = ContactGlance()
    /// What another phone than this one says.
    private var otherPhoneBits: Int32 = 0
    private let hasBirthday: Bool
    private let prior: Int32

    /// What a birthday that is alike and not found as equal says at most.
    private static let birthdayBits: Int32 = 6_000
    /// Room for roundings, and for learned weights that say a little more than the shipped ones.
    private static let slackBits: Int32 = 1_000

    /// Of person 0 of `people`, whose rarities are known.
    init(
        _ client: ClientRecord,
        _ people: borrowing People,
        _ scorer: MatchScorer,
        _ scoreMin: Int32
    ) {
        self.scoreMin = scoreMin
        let likeGiven = scorer.mostBits(ComparisonPattern.given, below: .equal)
        let likeSurname = scorer.mostBits(ComparisonPattern.surname, below: .equal)
        let equalGiven = scorer.weights[ComparisonPattern.given, .equal].same
        let equalSurname = scorer.weights[ComparisonPattern.surname, .equal].same
        var whole: Int32 = 0
        var part: Int32 = 0
        for index in people.readingRange(0) {
            let reading = people.readings[index]
            let given = max(reading.given.rarity &+ equalGiven, likeGiven)
            let surname = max(reading.surname.rarity &+ equalSurname, likeSurname)
            whole = max(whole, given &+ surname)
            part = max(part, given &+ likeSurname, surname &+ likeGiven)
        }
        wholeNameBits = whole
        partNameBits = part
        var other: Int32 = Self.slackBits
        var city: Int32 = 0
        for (index, field) in people.schema.values.enumerated() {
            let value = people.value(0, index)
            guard !value.isMissing else { continue }
            let slot = ComparisonPattern.firstValue &+ index
            if field.kind == .phone { otherPhoneBits = scorer.differentBits(slot) }
            if field.kind == .email {
                contacts.set(user: people.text(value.start, value.userByteCount))
            }
            if field.kind == .language { other &+= max(value.rarity, 0) }
            if field.kind == .place {
                city = max(value.rarity, scorer.mostBits(slot, below: .equal))
            }
        }
        prior = scorer.samePrior &+ other
        cityBits = city
        contacts.phone = client.phoneDigits ?? 0
        hasBirthday = client.field(.birthday) != nil
    }

    /// Whether the candidate, who shares keys of names alone, can't reach the score.
    func rulesOut(_ candidate: Candidate, _ other: ClientRecord) -> Bool {
        var bits = prior
        bits &+= candidate.shares(Candidate.wholeName) ? wholeNameBits : partNameBits
        var cursor = other.fields
        while let (tag, range) = cursor.next(in: other.bytes) {
            switch ClientField(rawValue: tag) {
            case .phone:
                let digits = other.integer(range)
                if contacts.isNear(phone: digits) { return false }
                if !Self.isDummy(digits) { bits &+= otherPhoneBits }
            case .email:
                if contacts.isNear(email: other.bytes.bytes(range)) { return false }
            case .birthday: if hasBirthday { bits &+= Self.birthdayBits }
            case .city: bits &+= cityBits
            default: break
            }
        }
        return bits < scoreMin
    }

    private static func isDummy(_ digits: UInt64) -> Bool {
        PhoneNumber(e164Digits: digits).map { PhoneOddities.isDummy($0) } ?? true
    }
}
