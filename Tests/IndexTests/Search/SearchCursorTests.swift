import CarnetBytes
import Testing

@testable import CarnetIndex

@Suite struct SearchCursorTests {
    private static func cursor(_ sort: SearchSort) -> SearchCursor {
        var rank = SearchRank(4_000_000_000, .beginning, activity: 99, sort: sort)
        rank.third = .max
        return SearchCursor(sort: sort, breadth: sort == .name ? .guesses : .typos, rank: rank)
    }

    private static func text(_ cursor: SearchCursor) -> [UInt8] {
        var writer = ByteWriter()
        cursor.append(to: &writer)
        return writer.array()
    }

    private static func read(_ text: [UInt8]) throws(SearchCursorError) -> SearchCursor {
        try unsafe SearchCursor(text.span.bytes)
    }

    @Test(arguments: SearchSort.allCases)
    func readsWhatItWrote(sort: SearchSort) throws {
        let cursor = Self.cursor(sort)
        #expect(Self.text(cursor).count == SearchCursor.byteCount)
        #expect(try Self.read(Self.text(cursor)) == cursor)
        #expect(throws: Never.self) { try cursor.check(sort) }
        for other in SearchSort.allCases where other != sort {
            #expect(throws: SearchCursorError.otherSort(sort)) { try cursor.check(other) }
        }
    }

    @Test(arguments: [
        "", "A", "0", String(repeating: "A", count: 40), String(repeating: "-", count: 40),
        String(repeating: "=", count: 40), String(repeating: "A", count: 41),
    ])
    func refusesWhatIsNone(text: String) {
        #expect(throws: SearchCursorError.malformed) { try Self.read(Array(text.utf8)) }
    }

    /// Every byte in every place: a cursor or an error, and what is read is written alike.
    @Test func anyBytesAreAnswered() {
        let good = Self.text(Self.cursor(.relevance))
        for place in good.indices {
            for byte in UInt8.min...UInt8.max {
                var text = good
                text[place] = byte
                guard let cursor = try? Self.read(text) else { continue }
                #expect(Self.text(cursor) == text, "\(byte) at \(place)")
            }
        }
        #expect(!SearchCursorError.malformed.message.isEmpty)
        #expect(SearchCursorError.otherSort(.name).message.contains("name"))
    }
}
