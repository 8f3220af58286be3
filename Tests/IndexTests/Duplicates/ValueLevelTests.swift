import Testing

@testable import CarnetIndex

/// How values stand to each other, and that it does not matter which comes first (R-RES-30).
struct ValueLevelTests {
    private static func level(_ field: Int, _ a: String, _ b: String) -> [FieldLevel] {
        var rows = [
            ["Odile", "Terrasson", "", "", "", "", ""], ["Odile", "Terrasson", "", "", "", "", ""],
        ]
        rows[0][field] = a
        rows[1][field] = b
        let venue = DoublesVenue(rows, strangers: 20)
        let slot = ComparisonPattern.firstValue + field - 2
        return [venue.score(0, 1).pattern[slot], venue.score(1, 0).pattern[slot]]
    }

    @Test(
        arguments: [
            ("1985-06-17", "1985-06-17", .equal), ("1985-06-07", "1985-07-06", .near),
            ("1985-06-17", "1985-08-17", .near), ("1985-06-17", "1986-06-17", .near),
            ("1985-06-17", "1985-06-02", .near), ("1985-06-17", "1985-06-87", .near),
            // A month apart, over the year's end as well; a year apart; two digits.
            ("2009-12-21", "2010-01-20", .near), ("2010-01-01", "2009-12-31", .near),
            ("1985-06-17", "1985-10-02", .loose), ("2009-12-21", "2010-03-04", .loose),
            ("1985-06-17", "1986-07-29", .different), ("1985-06-17", "1995-06-27", .loose),
            ("1985-06-17", "1971-02-05", .different),
        ] as [(String, String, FieldLevel)]
    )
    func R_RES_30_datesAreNearOrWithinAYear(_ a: String, _ b: String, _ level: FieldLevel) {
        #expect(Self.level(4, a, b) == [level, level])
    }

    @Test(
        arguments: [
            ("rex75@lutece.com", "rex75@lutece.com", .equal),
            ("rex75@lutece.com", "rex75@acme.org", .related),
            ("horatio@lutece.com", "horatoi@lutece.com", .near),
            ("horatio@lutece.com", "horatoi@acme.org", .near),
            // Two letters are initials, at another provider anybody's; a domain with a slip is the same.
            ("xy@lutece.com", "xy@acme.org", .missing),
            ("xy@lutece.com", "xy@luteec.com", .related),
            // Slips on both sides; at one provider, or with another beginning, it is another mailbox.
            ("horatio9@lutece.com", "horatoo8@luteec.com", .loose),
            ("horatio9@lutece.com", "horatoo8@lutece.com", .different),
            ("horatio9@lutece.com", "goratoo8@luteec.com", .different),
            ("horatio9@lutece.com", "horatoo8@acme.org", .different),
            // The name, or its initials, says nothing beside the name.
            ("odile.terrasson@lutece.com", "terrasson.odile@acme.org", .different),
            ("oterrasson@lutece.com", "oterrasson@acme.org", .missing),
            ("ot@lutece.com", "ot@acme.org", .missing),
        ] as [(String, String, FieldLevel)]
    )
    func R_RES_30_emailsAreAlikeOrAnother(_ a: String, _ b: String, _ level: FieldLevel) {
        #expect(Self.level(2, a, b) == [level, level])
    }
}
