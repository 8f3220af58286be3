/// How a letter opens in one language, and what it makes of titles (R-RES-41).
///
/// Titles are a table and never guessed from a first name. A title is matched word for word, letter
/// case and points aside: `M.`, `m` and `M` are one.
struct GreetingTable: Sendable {
    /// What stands before a name whose title is not known, in a formal letter.
    let opening: String
    /// The same where people are on first-name terms.
    let informalOpening: String
    /// What a formal letter says before the rest of the name, by the title's words.
    let titles: [String: String]

    /// The most words of a title.
    static let titleWordCountMax = 3

    private init(
        opening: String,
        informalOpening: String,
        _ rows: [(titles: [String], greeting: String)]
    ) {
        self.opening = opening
        self.informalOpening = informalOpening
        var titles: [String: String] = [:]
        for row in rows {
            for title in row.titles { titles[title] = row.greeting }
        }
        self.titles = titles
    }

    /// The table of a language tag; of its first subtag, English where there is none for it.
    static func of(language: String) -> GreetingTable {
        byLanguage[language.prefix { $0 != "-" }.lowercased()] ?? english
    }

    /// Whether there is a table for a language tag.
    static func knows(language: String) -> Bool {
        byLanguage[language.prefix { $0 != "-" }.lowercased()] != nil
    }

    private static let byLanguage = ["fr": french, "nl": dutch, "en": english, "de": german]

    private static let french = GreetingTable(
        opening: "Bonjour",
        informalOpening: "Bonjour",
        [
            (["m", "mr", "monsieur"], "Cher Monsieur"),
            (["mme", "madame"], "Chère Madame"),
            (["mlle", "mademoiselle"], "Chère Mademoiselle"),
            (["dr", "docteur"], "Cher Docteur"),
            (["pr", "prof", "professeur"], "Cher Professeur"),
            (["me", "maître"], "Cher Maître"),
            (
                ["m et mme", "mr et mme", "monsieur et madame", "mme et m", "madame et monsieur"],
                "Chers Madame et Monsieur"
            ),
            (["famille"], "Chère famille"),
        ]
    )

    private static let dutch = GreetingTable(
        opening: "Beste",
        informalOpening: "Beste",
        [
            (["dhr", "de heer", "heer", "meneer", "mijnheer"], "Geachte heer"),
            (["mevr", "mevrouw", "mw", "mej", "mejuffrouw"], "Geachte mevrouw"),
            (["dr", "dokter", "doctor"], "Geachte dr."),
            (["prof", "professor"], "Geachte professor"),
            (["mr", "meester"], "Geachte mr."),
            (["ir"], "Geachte ir."),
            (["ing"], "Geachte ing."),
            (
                [
                    "dhr en mevr", "dhr en mw", "heer en mevrouw", "meneer en mevrouw",
                    "mevr en dhr", "mw en dhr",
                ],
                "Geachte heer en mevrouw"
            ),
            (["fam", "familie"], "Geachte familie"),
        ]
    )

    private static let english = GreetingTable(
        opening: "Dear",
        informalOpening: "Dear",
        [
            (["mr", "mister"], "Dear Mr"),
            (["mrs"], "Dear Mrs"),
            (["ms"], "Dear Ms"),
            (["miss"], "Dear Miss"),
            (["mx"], "Dear Mx"),
            (["dr", "doctor"], "Dear Dr"),
            (["prof", "professor"], "Dear Professor"),
            (["sir"], "Dear Sir"),
            (["rev", "reverend"], "Dear Reverend"),
            (["mr and mrs", "mr & mrs", "mrs and mr", "mrs & mr"], "Dear Mr and Mrs"),
        ]
    )

    private static let german = GreetingTable(
        opening: "Guten Tag",
        informalOpening: "Hallo",
        [
            (["herr", "herrn", "hr"], "Sehr geehrter Herr"),
            (["frau", "fr"], "Sehr geehrte Frau"),
            (["herr dr", "herrn dr", "hr dr"], "Sehr geehrter Herr Dr."),
            (["frau dr", "fr dr"], "Sehr geehrte Frau Dr."),
            (["herr prof", "hr prof"], "Sehr geehrter Herr Professor"),
            (["herr prof dr", "hr prof dr"], "Sehr geehrter Herr Professor"),
            (["frau prof", "fr prof"], "Sehr geehrte Frau Professorin"),
            (["frau prof dr", "fr prof dr"], "Sehr geehrte Frau Professorin"),
            // Who it is, these do not say.
            (["dr", "doktor"], "Guten Tag Dr."),
            (["prof", "professor", "prof dr"], "Guten Tag Professor"),
            (["familie", "fam"], "Sehr geehrte Familie"),
        ]
    )
}
