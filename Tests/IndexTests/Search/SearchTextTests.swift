import CarnetIndex
import CarnetModel
import CarnetTestKit
import Testing

/// What people type at a desk, against five clients: once looked through, once in tables.
@Suite struct SearchTextTests {
    private static let people = [
        TestPerson(
            number: 1,
            first: "Jean-Pierre",
            last: "Dupont",
            email: "jp.dupont@gmail.com",
            phone: 32_470_123_456
        ),
        TestPerson(
            number: 2,
            first: "Zoë",
            last: "van den Berg",
            company: "Studio 54",
            email: "zoe@hotel-zwaan.be",
            phone: 3_225_551_984
        ),
        TestPerson(number: 3, first: "Élodie", last: "d'Artagnan", phone: 33_612_345_678),
        TestPerson(number: 4, first: "Вера", last: "Петрова", email: "Vera_P@Example.org"),
        TestPerson(number: 5, company: "Café 1984", email: "cafe1984@gmail.com"),
    ]

    private static func list(inTables: Bool) -> IndexedList {
        var list = IndexedList()
        for person in people { list.put(person) }
        if inTables {
            for number in 6...(ClientIndex.scanMax + 10) {
                list.put(TestPerson(number: number, first: "Q\(number)"))
            }
        }
        return list
    }

    @Test(
        arguments: [
            ("dupont", [1]), ("DUPONT jean", [1]), ("pie dup", [1]), ("jeanpierre", [1]),
            ("jean-pierre", [1]), ("zoe", [2]), ("vandenberg", [2]), ("berg zoë", [2]),
            ("artagnan", [3]), ("dartagnan", [3]), ("d'artagnan élo", [3]), ("вера", [4]),
            ("ВЕРА п", [4]), ("studio 54", [2]), ("54", [2]), ("1984", [5, 2]), ("cafe 1984", [5]),
            ("dupotn", [1]), ("artangan", [3]), ("jean dupnot", [1]), ("elodei", [3]),
            ("jp.d@", [1]), ("@gmail", [1, 5]), ("j@gmail.com", [1]), ("vera_p@", [4]),
            ("VERA_P@EXAMPLE", [4]), ("jp.dupont@gmail.com", [1]), ("zoe @hotel", [2]),
            ("3456", [1]), ("0470 12 34 56", [1]), ("+32 470 12 34 56", [1]),
            ("0032470123456", [1]), ("(0470) 12.34/56", [1]), ("470123456", [1]),
            ("+32 2 555 19 84", [2]),
            ("", []), ("   ", []), ("@", []), ("!?", []), ("345", []), ("x", []),
            ("dupont berg", []),
            ("00470123456", [1]), ("123456789012345678901234567890123", []),
        ] as [(String, [UInt32])]
    )
    func finds(text: String, wanted: [UInt32]) {
        for inTables in [false, true] {
            var list = Self.list(inTables: inTables)
            let found = list.search(text).hits.map(\.number)
            #expect(found == wanted, "\(text), in tables: \(inTables)")
        }
    }

    /// Goal: no text stops the program or answers differently in tables. Method: random bytes,
    /// UTF-8 or not, short and long.
    @Test func anyBytesAreAnswered() {
        var random = SeededRandom(seed: 11)
        var scanned = Self.list(inTables: false)
        var looked = Self.list(inTables: true)
        let pieces = [
            "a", "@", " ", "0", "+", "é", "\u{0}", "\u{FFFD}", "'", "-", "dupont", "語", ".",
        ]
        for round in 0..<400 {
            let count = round % 50 == 0 ? 3_000 : random.below(12)
            let text = (0..<count).map { _ in random.pick(pieces) }.joined()
            let wanted = scanned.search(text).hits.filter { $0.number <= 5 }
            #expect(looked.search(text).hits.filter { $0.number <= 5 } == wanted, "\(text)")
        }
    }

    @Test func matchIsTheWorstOfTheWords() {
        var list = Self.list(inTables: true)
        let options = SearchOptions()
        #expect(list.search("jean dupont", options).hits.first?.match == .exact)
        #expect(list.search("jean dup", options).hits.first?.match == .prefix)
        #expect(list.search("jaen dup", options).hits.first?.match == .typo)
        #expect(list.search("0470123456", options).hits.first?.match == .exact)
        #expect(list.search("123456", options).hits.first?.match == .prefix)
        #expect(list.search("jp.dupont@gmail.com", options).hits.first?.match == .exact)
        #expect(list.search("jp@gmail.com", options).hits.first?.match == .prefix)
    }

    @Test func wordsOfOptionsAreTheirNames() {
        #expect(
            SearchSort.allCases.map { "\($0.name)" } == ["relevance", "name", "-name", "recent"]
        )
        #expect(TypoTolerance.allCases.map { "\($0.name)" } == ["auto", "0", "1", "2"])
        for sort in SearchSort.allCases {
            let bytes = Array("\(sort.name)".utf8)
            #expect(unsafe SearchSort(word: bytes.span.bytes) == sort)
            #expect(unsafe SearchStatus(word: bytes.span.bytes) == nil)
        }
    }
}
