import Testing

@testable import CarnetIndex

/// Who is one person and who only looks so, in a venue of 3,000 (R-RES-30, point 5 of the issue).
/// Each case stands beside its counter-case. Rows: first, last, e-mail, phone, birthday, city,
/// language.
struct HardCaseTests {
    struct Case: CustomTestStringConvertible {
        let what: String
        let a: [String]
        let b: [String]
        var others: [[String]] = []
        let isOne: Bool

        var testDescription: String { what }
    }

    static let cases: [Case] = [
        Case(
            what: "a couple with one phone",
            a: ["Luc", "Terrasson", "", "0612345987", "", "Lyon", "fr"],
            b: ["Odile", "Terrasson", "", "06 12 34 59 87", "", "Lyon", "fr"],
            isOne: false
        ),
        Case(
            what: "one person with one phone",
            a: ["Luc", "Terrasson", "", "0612345987", "", "Lyon", "fr"],
            b: ["luc", "TERRASSON", "", "+33 (0)6 12 34 59 87", "", "", ""],
            isOne: true
        ),
        Case(
            what: "a family with one e-mail, phone and city",
            a: ["Luc", "Terrasson", "terrasson@free.fr", "0612345987", "", "Lyon", "fr"],
            b: ["Zoé", "Terrasson", "terrasson@free.fr", "0612345987", "", "Lyon", "fr"],
            isOne: false
        ),
        Case(
            what: "a nickname with the same e-mail",
            a: ["Alexandre", "Terrasson", "aterrasson@free.fr", "", "", "", "fr"],
            b: ["Alex", "Terrasson", "aterrasson@free.fr", "0612345987", "", "", ""],
            isOne: true
        ),
        Case(
            what: "father and son of one name",
            a: ["Henri", "Vauquelin", "", "0478001122", "1952-03-14", "Lyon", "fr"],
            b: ["Henri", "Vauquelin", "", "0478001122", "1981-11-02", "Lyon", "fr"],
            isOne: false
        ),
        Case(
            what: "one man whose birthday was mistyped",
            a: ["Henri", "Vauquelin", "", "0478001122", "1952-03-14", "Lyon", "fr"],
            b: ["Henri", "Vauquelin", "", "0478001122", "1952-04-14", "Lyon", "fr"],
            isOne: true
        ),
        Case(
            what: "twins",
            a: ["Emma", "Vauquelin", "", "0478001122", "2012-03-14", "Lyon", "fr"],
            b: ["Hugo", "Vauquelin", "", "0478001122", "2012-03-14", "Lyon", "fr"],
            isOne: false
        ),
        Case(
            what: "twins whose names begin alike",
            a: ["Clara", "Vauquelin", "", "0478001122", "2012-03-14", "Lyon", "fr"],
            b: ["Clément", "Vauquelin", "", "0478001122", "2012-03-14", "Lyon", "fr"],
            isOne: false
        ),
        Case(
            what: "a married name and a new address",
            a: ["Bérénice", "Vauquelin", "berenice.v@free.fr", "", "1985-06-17", "Lyon", "fr"],
            b: ["Bérénice", "Terrasson", "berenice.v@free.fr", "", "1985-06-17", "Paris", "fr"],
            isOne: true
        ),
        Case(
            what: "two women of one first name and city",
            a: ["Bérénice", "Vauquelin", "", "0611111112", "1985-06-17", "Lyon", "fr"],
            b: ["Bérénice", "Terrasson", "", "0622222223", "1979-01-30", "Lyon", "fr"],
            isOne: false
        ),
        Case(
            what: "a double name after marriage",
            a: ["Bérénice", "Vauquelin", "", "0611987412", "", "", "fr"],
            b: ["Bérénice", "Vauquelin-Terrasson", "", "0611987412", "", "", "fr"],
            isOne: true
        ),
        Case(
            what: "a secretary who books for two",
            a: ["Ingmar", "Oldenburg", "assistante@acme.com", "0140506070", "", "", ""],
            b: ["Fulvia", "Castracane", "assistante@acme.com", "0140506070", "", "", ""],
            isOne: false
        ),
        Case(
            what: "who is booked by the secretary twice",
            a: ["Ingmar", "Oldenburg", "assistante@acme.com", "0140506070", "", "", ""],
            b: ["Ingmar", "Oldenburg", "assistante@acme.com", "0140506070", "", "", ""],
            others: [
                ["Fulvia", "Castracane", "assistante@acme.com", "0140506070", "", "", ""],
                ["Björn", "Lindqvist", "assistante@acme.com", "0140506070", "", "", ""],
            ],
            isOne: true
        ),
        Case(
            what: "names exchanged",
            a: ["Terrasson", "Luc", "", "0612345987", "", "", ""],
            b: ["Luc", "Terrasson", "", "0612345987", "", "", ""],
            isOne: true
        ),
        Case(
            what: "a couple of whom one has the names exchanged",
            a: ["Letizia", "Terrasson", "terrasson@free.fr", "0612345987", "", "", ""],
            b: ["Terrasson", "Stefano", "terrasson@free.fr", "0612345987", "", "", ""],
            isOne: false
        ),
        Case(
            what: "an e-mail with slips on both sides of the @",
            a: ["Odile", "Terrasson", "odileterrasson@lutece.com", "", "", "", ""],
            b: ["", "Terrasson", "odileterrassson@luteec.com", "", "", "", ""],
            isOne: true
        ),
        Case(
            what: "a given name that stands in the e-mail alone",
            a: ["", "Terrasson", "odile.terrasson@free.fr", "", "", "", ""],
            b: ["Odile", "Terrasson", "", "0612345987", "", "", ""],
            isOne: true
        ),
        Case(
            what: "another given name than the e-mail has",
            a: ["", "Terrasson", "odile.terrasson@free.fr", "0612345987", "", "", ""],
            b: ["Luc", "Terrasson", "", "0612345987", "", "", ""],
            isOne: false
        ),
        Case(
            what: "initials at two providers",
            a: ["Odile", "Martin", "om@free.fr", "", "", "Lyon", ""],
            b: ["", "Martin", "om@orange.fr", "", "", "Lyon", ""],
            isOne: false
        ),
        Case(
            what: "the whole name in one field, title and remark",
            a: ["", "Mme Odile Terrasson (VIP)", "", "0612345987", "", "", ""],
            b: ["Odile", "Terrasson", "", "0612345987", "", "", ""],
            isOne: true
        ),
        Case(
            what: "the whole name of a wife in one field",
            a: ["", "Mme Odile Terrasson (VIP)", "", "0612345987", "", "", ""],
            b: ["Luc", "Terrasson", "", "0612345987", "", "", ""],
            isOne: false
        ),
        Case(
            what: "a placeholder with a dummy number",
            a: ["Walk", "In", "", "0000000000", "", "", ""],
            b: ["Walk", "In", "", "0000000000", "", "", ""],
            isOne: false
        ),
        Case(
            what: "the same entry twice without a first name",
            a: ["", "Terrasson", "terrasson@free.fr", "", "", "", ""],
            b: ["", "Terrasson", "terrasson@free.fr", "", "", "", ""],
            isOne: true
        ),
        Case(
            what: "a phone and an e-mail alone, twice",
            a: ["", "", "rex@free.fr", "0612345987", "", "", ""],
            b: ["", "", "rex@free.fr", "0612345987", "", "", ""],
            isOne: true
        ),
        Case(
            what: "two of one name whose e-mails are that name",
            a: [
                "Jukka", "Karjalainen", "jukka.karjalainen@gmail.com", "+358449208729", "", "Oulu",
                "fi",
            ],
            b: [
                "Jukka", "Karjalainen", "karjalainen.jukka@luukku.com", "+358504051385", "",
                "Turku", "",
            ],
            others: Array(
                repeating: ["Jukka", "Karjalainen", "", "", "", "", ""],
                count: 6
            ),
            isOne: false
        ),
        Case(
            what: "Jean and Jeanne",
            a: ["Jean", "Vauquelin", "", "0478001122", "", "", "fr"],
            b: ["Jeanne", "Vauquelin", "", "0478001122", "", "", "fr"],
            isOne: false
        ),
        Case(
            what: "a slip in the first name",
            a: ["Bérénice", "Vauquelin", "", "0478001122", "", "", "fr"],
            b: ["Bereniec", "Vauquelin", "", "0478001122", "", "", "fr"],
            isOne: true
        ),
        Case(
            what: "another alphabet",
            a: ["Αθηνά", "Παπαδοπούλου", "", "+306912345678", "", "", "el"],
            b: ["Athina", "Papadopoulou", "", "+30 691 234 5678", "", "", "el"],
            isOne: true
        ),
        Case(
            what: "a frequent name without any contact in common",
            a: ["Marie", "Martin", "", "0611111112", "", "", ""],
            b: ["Marie", "Martin", "", "0622222223", "", "", ""],
            others: (0..<30).map {
                ["Marie", "Martin", "", "07000\(10_000 + $0 * 77)", "", "", ""]
            },
            isOne: false
        ),
        Case(
            what: "one mailbox in two spellings",
            a: ["Luc", "Terrasson", "luc.terrasson+bistro@gmail.com", "", "", "", ""],
            b: ["L.", "Terrasson", "LucTerrasson@googlemail.com", "", "", "", ""],
            isOne: true
        ),
    ]

    @Test(arguments: cases)
    func R_RES_30_hardCasesAreDecided(_ hard: Case) {
        let outcome = DoublesVenue([hard.a, hard.b] + hard.others).score()
        #expect((outcome.score >= 0) == hard.isOne, "score \(outcome.score)")
    }

    @Test(arguments: cases)
    func R_RES_30_bothOrdersScoreTheSame(_ hard: Case) {
        let venue = DoublesVenue([hard.a, hard.b] + hard.others, strangers: 300)
        #expect(venue.score(0, 1) == venue.score(1, 0))
    }

    @Test(arguments: cases)
    func R_RES_31_reasonsAddUpToTheScore(_ hard: Case) {
        let venue = DoublesVenue([hard.a, hard.b] + hard.others, strangers: 300)
        let found = venue.list.makeScorer().explain(venue.list.people, 0, 1)
        #expect(found.reasons.reduce(0) { $0 + $1.bits } == found.score)
        #expect(found.reasons.first?.subject == .prior)
        #expect(found.reasons.last?.subject == .household)
        #expect(found.score == venue.score().score)
    }
}
