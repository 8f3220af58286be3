import CarnetClient
import CarnetWire
import Testing

/// Maps read the same however the protocol's version spells them.
struct ReplyFieldsTests {
    private static let pairs: [(String, Reply)] = [
        ("status", .bulk(Array("created".utf8))), ("id", .integer(17)),
        ("blocked", .boolean(false)),
    ]
    private static let map = Reply.map(
        pairs.map { ReplyPair(key: .bulk(Array($0.0.utf8)), value: $0.1) }
    )
    private static let flat = Reply.array(
        pairs.flatMap { [.bulk(Array($0.0.utf8)), $0.1] }
    )

    @Test(arguments: [map, flat])
    func valuesAreFoundByKey(reply: Reply) throws {
        #expect(reply["status"]?.text == "created")
        #expect(try reply.requiredInteger("id") == 17)
        #expect(reply["blocked"]?.integer == 0)
        #expect(reply["absent"] == nil)
        #expect(reply.pairs?.count == 3)
    }

    @Test func whatIsMissingIsNamed() {
        #expect(throws: CarnetClientError.unexpected(wanted: "a map with lsn", found: "an array")) {
            try Self.flat.required("lsn")
        }
        #expect(
            throws: CarnetClientError.unexpected(wanted: "a number under status", found: "a string")
        ) {
            try Self.map.requiredInteger("status")
        }
    }

    @Test(
        arguments: [
            (Reply.simple("12"), "12", 12), (.integer(-3), "-3", -3),
            (.bulk(Array("x".utf8)), "x", nil),
            (.null, nil, nil), (.boolean(true), "yes", 1), (.array([]), nil, nil),
        ] as [(Reply, String?, Int64?)]
    )
    func textAndNumber(reply: Reply, text: String?, integer: Int64?) {
        #expect(reply.spelled == text)
        #expect(reply.integer == integer)
    }

    @Test func anArrayOfOddLengthIsNoMap() {
        #expect(Reply.array([.integer(1)]).pairs == nil)
    }
}
