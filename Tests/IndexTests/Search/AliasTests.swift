import CarnetIndex
import Testing

/// Who was called so, or had this e-mail or phone, is found and told apart from who has it.
@Suite struct AliasTests {
    /// Few clients are looked through, many have tables: both say the same.
    @Test(
        arguments: [
            ("king", "exact alias"), ("ada king", "exact alias"), ("lovelace", "exact"),
            ("ada", "exact"), ("ada love", "prefix"), ("byr", "prefix alias"),
            ("byronn", "typo alias"), ("ada@old.example", "exact alias"),
            ("ada@new.example", "exact"), ("6800", "prefix alias"), ("1234", "prefix"),
            ("kingsl", "prefix"), ("ada lovelace kingsley", "exact"),
        ],
        [2, 200] as [UInt32]
    )
    func R_RES_48_hitsByFormerNamesSaySo(query: (text: String, wanted: String), count: UInt32) {
        var list = Self.others(count)
        list.put(
            TestPerson(
                number: 1,
                first: "Ada",
                last: "Lovelace Kingsley",
                email: "ada@new.example",
                phone: 41_446_681_234,
                formerNames: [("Ada", "King"), ("Ada", "Byron")],
                formerEmails: ["ada@old.example"],
                formerPhones: [41_446_686_800]
            )
        )
        let hit = list.search(query.text).hits.first
        let told = hit.map { "\($0.match.name)" + ($0.isByAlias ? " alias" : "") }
        #expect(hit?.number == 1)
        #expect(told == query.wanted)
    }

    /// Who is called so now comes first, and nothing is said of it.
    @Test(arguments: [2, 200] as [UInt32])
    func R_RES_48_currentNamesComeFirst(count: UInt32) {
        var list = Self.others(count)
        list.put(
            TestPerson(number: 1, first: "Ada", last: "Byron", formerNames: [("Ada", "King")])
        )
        list.put(TestPerson(number: 2, first: "Ada", last: "King", updated: 1_600_000_000_000))
        let hits = list.search("ada king").hits
        #expect(hits.map(\.number) == [2, 1])
        #expect(hits.map(\.isByAlias) == [false, true])
    }

    private static func others(_ count: UInt32) -> IndexedList {
        var list = IndexedList()
        for number in 3..<count + 3 {
            list.put(TestPerson(number: number, first: "Somebody", last: "Else"))
        }
        return list
    }
}
