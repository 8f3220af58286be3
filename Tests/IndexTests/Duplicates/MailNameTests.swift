import Testing

@testable import CarnetIndex

/// A given name that stands in the e-mail alone is read from there (R-RES-30).
struct MailNameTests {
    struct Case: CustomTestStringConvertible {
        let first: String
        let last: String
        let email: String
        /// How given name and surname stand to those of Céline Mouton.
        let given: FieldLevel
        let surname: FieldLevel

        var testDescription: String { "\(first) \(last) \(email)" }

        init(
            _ first: String,
            _ last: String,
            _ email: String,
            _ given: FieldLevel,
            _ surname: FieldLevel
        ) {
            (self.first, self.last, self.email) = (first, last, email)
            (self.given, self.surname) = (given, surname)
        }
    }

    static let cases: [Case] = [
        Case("", "Mouton", "celine.mouton@free.fr", .equal, .equal),
        Case("", "Mouton", "Mouton_Celine75@free.fr", .equal, .equal),
        Case("", "Mouton", "cmouton@free.fr", .initial, .equal),
        Case("", "Mouton", "serge.mouton@free.fr", .different, .equal),
        // What is typed is believed.
        Case("Céline", "Mouton", "serge.mouton@free.fr", .equal, .equal),
        // No given name, nothing beside the surname, another's address, a surname nobody asked for.
        Case("", "Mouton", "cabinet.mouton@free.fr", .missing, .equal),
        Case("Céline", "", "celine.terrasson@free.fr", .equal, .missing),
        Case("", "Mouton", "mouton75@free.fr", .missing, .equal),
        Case("", "Mouton", "celine.terrasson@free.fr", .missing, .equal),
        Case("", "Mouton", "info@mouton.fr", .missing, .equal),
    ]

    @Test(arguments: cases)
    func R_RES_30_theEmailTellsAMissingGivenName(_ person: Case) {
        let venue = DoublesVenue(
            [
                [person.first, person.last, person.email, "", "", "", ""],
                ["Céline", "Mouton", "", "", "", "", ""],
            ],
            strangers: 20
        )
        for score in [venue.score(0, 1), venue.score(1, 0)] {
            #expect(score.pattern[ComparisonPattern.given] == person.given)
            #expect(score.pattern[ComparisonPattern.surname] == person.surname)
        }
    }
}
