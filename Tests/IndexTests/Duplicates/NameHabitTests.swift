import CarnetBytes
import Testing

@testable import CarnetIndex

/// How names are written in one country and another, as the matcher reads them (R-RES-30).
@Suite struct NameHabitTests {
    @Test(
        arguments: [
            ("p. Nowak", "Nowak"), ("p.Nowak", "Nowak"), ("g. Žagar", "Žagar"), ("κ. Άννα", "Άννα"),
            ("п. Шило", "Шило"), ("г. Петров", "Петров"),
            ("P. Nowak", "P. Nowak"), ("p. nowak", "p. nowak"), ("p. J. Nowak", "p. J. Nowak"),
            ("p. Ł", "p. Ł"), ("κ. Μ", "κ. Μ"), ("p.  ", "p.  "), ("pa. Nowak", "pa. Nowak"),
            ("j. Nowak", "j. Nowak"), ("п. ", "п. "), ("é.é.", "é.é."),
        ]
    )
    func R_RES_30_aSmallLetterBeforeANameIsAFormOfAddress(text: String, name: String) {
        Lexicon.with(text) { bytes in
            let count = NameText.letterTitleByteCount(bytes)
            #expect(bytes.bytes(count..<bytes.byteCount).text() == name)
        }
    }

    /// What one surname in two forms is to the other.
    @Test(
        arguments: [
            ("van den Berg", "Berg", FieldLevel.related), ("VanDenBerg", "Berg", .related),
            ("GuijarroSuárez", "Suárez", .loose), ("Dvořák", "Dvořáková", .related),
            ("Leroy", "Roy", .different),
            ("Neubauer", "Bauer", .different),
        ]
    )
    func R_RES_30_surnamesInOtherForms(a: String, b: String, level: FieldLevel) {
        let venue = DoublesVenue([["Ada", a, "", "", "", "", ""], ["Ada", b, "", "", "", "", ""]])
        let found = venue.list.makeScorer().score(venue.list.people, 0, 1)
        #expect(found.pattern[ComparisonPattern.surname] == level)
    }

    /// A name that lost or gained a letter is no woman's form of itself; an initial may be two letters.
    @Test(
        arguments: [
            ("Siniša", "Sinisha"), ("Marinela", "Marinella"), ("Ottilie", "Ottili"),
            ("Josephinne", "Josephine"),
            ("Þórdís", "Þ."), ("Юлия", "Ю."), ("Щербан", "Щ"), ("Dipl.-Ing.in Irena", "Irena"),
        ]
    )
    func R_RES_30_oneGivenNameInTwoForms(a: String, b: String) {
        let venue = DoublesVenue([
            [a, "Horvat", "", "", "", "", ""], [b, "Horvat", "", "", "", "", ""],
        ])
        let found = venue.list.makeScorer().score(venue.list.people, 0, 1)
        #expect(found.pattern[ComparisonPattern.given].rawValue <= FieldLevel.near.rawValue)
    }

    @Test(
        arguments: [
            (WholeNameOrder.surnameFirst, "Nagy Anna Mária", "annamaria", "nagy"),
            (.surnameFirst, "dr. Kis-Tóth János", "janos", "kistoth"),
            (.surnameFirst, "Anna Nagy", "nagy", "anna"),
            (.givenFirst, "Anna Maria de la Rossi", "annamaria", "delarossi"),
            (.givenFirst, "José Luis García López", "joseluis", "garcialopez"),
            (.givenFirst, "Rossi, Anna", "anna", "rossi"),
            (.surnameFirst, "Nagy, Anna", "anna", "nagy"), (.givenFirst, "van Dam", "", "vandam"),
        ]
    )
    func R_RES_30_wholeNamesAreReadInTheOrderOfTheList(
        order: WholeNameOrder,
        text: String,
        given: String,
        surname: String
    ) {
        let schema = MatchSchema([MatchField("name", .fullName)])
        var list = MatchList(schema: schema, country: nil, nameOrder: order)
        Lexicon.with(text) { list.add(row: $0, fields: [0..<$0.byteCount]) }
        let people = list.people
        #expect(people.readingRange(0).count == 1)
        for (part, name) in [
            (people.readings[0].given, given), (people.readings[0].surname, surname),
        ] {
            #expect(people.text(part.start, part.byteCount).text() == name)
        }
    }
}
