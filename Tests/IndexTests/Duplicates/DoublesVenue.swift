import CarnetBytes
import CarnetModel
import CarnetTestKit

@testable import CarnetIndex

/// A venue of 3,000 strangers with the pair under test in it, so that frequencies and priors are
/// those of a list and not of two rows.
struct DoublesVenue {
    /// First, last, e-mail, phone, birthday, city, language: texts as somebody typed them.
    typealias Row = [String]

    private static let firsts = [
        "Marie", "Jean", "Pierre", "Nathalie", "Isabelle", "Philippe", "Michel", "Catherine",
        "Alain",
        "Sophie", "Nicolas", "Julien", "Camille", "Thomas", "Laura", "Hélène", "Paul", "Louis",
        "Emma", "Hugo", "Lucas", "Chloé", "Sarah", "Antoine", "Claire", "Anna", "Peter", "David",
    ]
    private static let syllables = [
        "mar", "tin", "du", "pont", "ber", "nard", "ro", "bert", "le", "fe", "vre", "mo", "reau",
        "gar", "nier", "bon", "net", "fon", "taine", "che", "va", "lier", "per", "rin", "mas",
        "son",
    ]

    var list: MatchList
    private let strangerCount: Int

    init(_ rows: [Row], strangers: Int = 3_000, seed: UInt64 = 7) {
        list = MatchList(schema: .clients, country: Self.country("FR"))
        strangerCount = strangers
        for row in rows { add(row) }
        var random = SeededRandom(seed: seed)
        for _ in 0..<strangers {
            let last = (0..<3).map { _ in random.pick(Self.syllables) }.joined()
            let first = random.pick(Self.firsts)
            let phone = "06" + (0..<8).map { _ in String(random.below(10)) }.joined()
            let year = 1940 + random.below(65)
            let birth =
                random.happens(0.3)
                ? "\(year)-0\(1 + random.below(9))-\(10 + random.below(18))" : ""
            add([
                first, last, random.happens(0.5) ? "\(first).\(last)@gmail.com" : "", phone, birth,
                random.pick(["Paris", "Lyon", "Lille", "Nantes", ""]),
                random.pick(["fr", "en", ""]),
            ])
        }
        list.complete()
    }

    private mutating func add(_ row: Row) {
        var bytes: [UInt8] = []
        var ranges: [Range<Int>] = []
        for text in row {
            let start = bytes.count
            bytes += Array(text.utf8)
            ranges.append(start..<bytes.count)
        }
        list.add(row: bytes.rawBytes, fields: ranges)
    }

    static func country(_ code: String) -> CountryCode? {
        CountryCode(Array(code.utf8).rawBytes)
    }

    func score(_ a: Int = 0, _ b: Int = 1) -> PairScore { list.score(a, b, list.makeScorer()) }
}
