import CarnetBytes
import Testing

@testable import CarnetIndex

/// Who is found as a candidate at all (R-RES-30): two rows on a list that has phones or none.
struct KeyTests {
    struct Case: CustomTestStringConvertible {
        let what: String
        let a: [String]
        let b: [String]
        /// With the column of phones, and without.
        let isFound: (Bool, Bool)

        var testDescription: String { what }
    }

    private static func isFound(_ a: [String], _ b: [String], hasPhones: Bool) -> Bool {
        var fields = [
            MatchField("first", .givenName), MatchField("last", .surname),
            MatchField("email", .email), MatchField("birthday", .birthDate),
            MatchField("city", .place), MatchField("postcode", .place),
        ]
        if hasPhones { fields.append(MatchField("phone", .phone)) }
        var list = MatchList(schema: MatchSchema(fields), country: nil)
        for row in [a, b] {
            var bytes: [UInt8] = []
            var ranges: [Range<Int>] = []
            for text in row + (hasPhones ? [""] : []) {
                let start = bytes.count
                bytes += Array(text.utf8)
                ranges.append(start..<bytes.count)
            }
            list.add(row: bytes.rawBytes, fields: ranges)
        }
        list.complete()
        var scratch = MatchList.ScanScratch()
        var found = false
        list.scan(1, list.makeScorer(), &scratch) { other, _ in found = found || other == 0 }
        return found
    }

    static let cases: [Case] = [
        Case(
            what: "a day of birth alone",
            a: ["Odile", "", "", "1985-06-17", "", ""],
            b: ["", "Terrasson", "", "1985-06-17", "", ""],
            isFound: (true, true)
        ),
        Case(
            what: "a user part of four letters",
            a: ["Odile", "", "ot20@lutece.com", "", "", ""],
            b: ["", "Terrasson", "ot20@luteec.com", "", "", ""],
            isFound: (true, true)
        ),
        Case(
            what: "a user part of two letters",
            a: ["Odile", "", "ot@lutece.com", "", "", ""],
            b: ["", "Terrasson", "ot@luteec.com", "", "", ""],
            isFound: (false, false)
        ),
        Case(
            what: "one name, the other missing",
            a: ["Odile", "Terrasson", "", "", "", ""],
            b: ["", "Terasson", "", "", "", ""],
            isFound: (false, true)
        ),
        Case(
            what: "another month of birth, and a name that begins alike",
            a: ["Bert", "Terrasson", "", "1985-06-17", "", ""],
            b: ["Herbert", "Terrassier", "", "1985-09-17", "", ""],
            isFound: (false, true)
        ),
        Case(
            what: "two places",
            a: ["Odile", "Terrasson", "", "", "Lyon", "69001"],
            b: ["Berthe", "Vauquelin", "", "", "LYON", "69001"],
            isFound: (false, true)
        ),
        Case(
            what: "one place",
            a: ["Odile", "Terrasson", "", "", "Lyon", "69001"],
            b: ["Berthe", "Vauquelin", "", "", "Lyon", "69004"],
            isFound: (false, false)
        ),
    ]

    @Test(arguments: cases)
    func R_RES_30_whoSharesAKeyIsFound(_ pair: Case) {
        let found = (
            Self.isFound(pair.a, pair.b, hasPhones: true),
            Self.isFound(pair.a, pair.b, hasPhones: false)
        )
        #expect(found == pair.isFound)
    }
}
