import CarnetModel
import CarnetTestKit

/// People of few names, addresses and phones, so that they meet often.
struct RandomPeople {
    var random: SeededRandom
    /// How far apart the times of changes are; 0 makes them all equal.
    var clockStep: UInt64 = 5
    private var clock: UInt64 = 1_700_000_000_000

    static let firsts = [
        "Marie", "Maria", "Marianne", "Jean-Pierre", "Jean", "Zoë", "Élodie", "Jo", "Mario",
        "Łukasz",
        "Вера", "Anne Marie", "Søren", "Ana", "Bernadette", "Annemarie", "J", "Marie-Ange Rose",
        "William", "Bill", "Aleksander", "Alex", "Юлия", "Yuliya", "Αθηνά", "Athina", "Katharina",
        "Jean Pierre Marie", "Ben",
    ]
    static let lasts = [
        "Dupont", "Dupond", "Durand", "d'Artagnan", "van den Berg", "Martin", "Martinez", "Müller",
        "Mueller", "Meier", "Mayr", "Kowalczyk", "Thibault", "de la Cruz", "Oneill", "Vandenberg",
        "Петров", "Papadopoulos", "Παπαδόπουλος", "van der", "Mac Donald", "McDonald", "O'Neill",
        "García", "Vandenberghe", "Kowalski", "Петрова", "Li",
    ]
    static let companies = ["", "", "", "Hotel Zwaan", "Studio 54", "Martin & Fils", "Café 1984"]
    static let locals = [
        "marie", "marie.dupont", "info", "jean_p", "m.d+news", "guest", "sales-be", "MARIE",
    ]
    static let domains = ["gmail.com", "Gmail.com", "example.org", "hotel.be", "gmx.de"]

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func person(_ number: UInt32) -> TestPerson {
        var person = TestPerson(number: number)
        if random.happens(0.9) { person.first = random.pick(Self.firsts) }
        if random.happens(0.9) { person.last = random.pick(Self.lasts) }
        person.company = random.pick(Self.companies)
        if random.happens(0.7) { person.email = email() }
        if random.happens(0.7) { person.phone = phone() }
        for _ in 0..<random.below(4) where random.happens(0.6) {
            person.externals.append("pms:\(random.below(300))")
        }
        person.externals = Array(Set(person.externals)).sorted()
        if random.happens(0.15) { person.formerNames = formerNames() }
        if random.happens(0.1) { person.formerEmails = [email()] }
        if random.happens(0.05) { person.formerEmails.append(email()) }
        if random.happens(0.1) { person.formerPhones = [phone()] }
        if random.happens(0.05) { person.formerPhones.append(phone()) }
        person.status = random.happens(0.85) ? .active : .inactive
        person.updated = tick()
        return person
    }

    private mutating func formerNames() -> [(first: String, last: String)] {
        (0...random.below(2)).map { _ in
            (random.happens(0.5) ? random.pick(Self.firsts) : "", random.pick(Self.lasts))
        }
    }

    mutating func email() -> String {
        let suffix = random.happens(0.6) ? String(random.below(200)) : ""
        return random.pick(Self.locals) + suffix + "@" + random.pick(Self.domains)
    }

    mutating func phone() -> UInt64 {
        switch random.below(4) {
        case 0: 3_225_551_234
        case 1: 32_470_000_000 + UInt64(random.below(40)) * 10_000 + 1_234
        default: 33_600_000_000 + UInt64(random.below(3_000))
        }
    }

    /// Mostly later than before, now and then earlier, as clocks are.
    mutating func tick() -> UInt64 {
        clock += UInt64(random.below(3)) * clockStep
        return random.happens(0.05) ? clock - 1_000 * clockStep : clock
    }

    /// One field changed, or the status.
    mutating func change(_ person: TestPerson) -> TestPerson {
        var changed = person
        let other = self.person(person.number)
        switch random.below(10) {
        case 8:
            changed.formerNames = other.formerNames
            changed.formerEmails = other.formerEmails
            changed.formerPhones = other.formerPhones
        case 0: changed.first = other.first
        case 1: changed.last = other.last
        case 2: changed.company = other.company
        case 3: changed.email = other.email
        case 4: changed.phone = other.phone
        case 5: changed.externals = other.externals
        case 6: changed.status = person.status == .active ? .inactive : .active
        case 7: changed.status = random.happens(0.3) ? .merged : .active
        default: break
        }
        changed.updated = tick()
        return changed
    }
}
