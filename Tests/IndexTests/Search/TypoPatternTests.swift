import CarnetBytes
import CarnetTestKit
import Testing

@testable import CarnetIndex

@Suite struct TypoPatternTests {
    @Test(arguments: [
        (word: "marie", token: "marie", typos: 1, matches: true),
        (word: "maire", token: "marie", typos: 1, matches: true),
        (word: "marrie", token: "marie", typos: 1, matches: true),
        (word: "mrie", token: "marie", typos: 1, matches: true),
        (word: "narie", token: "marie", typos: 1, matches: true),
        (word: "arie", token: "marie", typos: 1, matches: true),
        (word: "maire", token: "mariette", typos: 1, matches: true),
        (word: "naire", token: "marie", typos: 1, matches: false),
        (word: "mra", token: "mar", typos: 2, matches: false),
        (word: "vandenebrg", token: "vandenberg", typos: 2, matches: true),
        (word: "wandenebrg", token: "vandenberg", typos: 2, matches: true),
        (word: "wandenebrg", token: "vandenberg", typos: 1, matches: false),
        (word: "wandenebrk", token: "vandenberg", typos: 2, matches: false),
        (word: "вера", token: "вира", typos: 1, matches: true),
        (word: "вера", token: "вириа", typos: 1, matches: false),
    ])
    func forgives(word: String, token: String, typos: Int, matches: Bool) {
        #expect(Self.matches(word, token, typos) == matches)
    }

    /// Goal: the band answers what the whole matrix does. Method: random words and tokens of few
    /// letters, one to three bytes each, beside a plain matrix for every beginning of the token.
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func agreesWithTheWholeMatrix(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let letters: [Character] = seed == 4 ? ["a", "б", "語"] : ["a", "b", "c"]
        for _ in 0..<2_000 {
            let word = (0..<(random.below(9) + 3)).map { _ in random.pick(letters) }
            var token = word
            for _ in 0..<random.below(4) { Self.edit(&token, letters, &random) }
            let edits = min(word.count >= 8 ? 2 : word.count >= 4 ? 1 : 0, 2)
            let wanted = edits > 0 && SlowTypos.distanceToBeginning(word, token) <= edits
            #expect(
                Self.matches(String(word), String(token), 2) == wanted,
                "seed \(seed): \(String(word)) \(String(token))"
            )
        }
    }

    static func edit(
        _ token: inout [Character],
        _ letters: [Character],
        _ random: inout SeededRandom
    ) {
        let place = random.below(token.count + 1)
        switch random.below(4) {
        case 0: token.insert(random.pick(letters), at: place)
        case 1 where place < token.count && token.count > 1: token.remove(at: place)
        case 2 where place + 1 < token.count: token.swapAt(place, place + 1)
        default: if place < token.count { token[place] = random.pick(letters) }
        }
    }

    static func matches(_ word: String, _ token: String, _ typos: Int) -> Bool {
        let wordBytes = Array(word.utf8)
        let tokenBytes = Array(token.utf8)
        let pattern = unsafe TypoPattern(wordBytes.span.bytes, tolerance: typos)
        return unsafe pattern.matches(tokenBytes.span.bytes)
    }
}

@Suite struct TypoWalkTests {
    /// Goal: the walk finds what looking at every token finds. Method: dictionaries of short words
    /// that begin alike, words of one to three bytes a letter and of every group of a ``TokenCode``,
    /// every word asked for with an edit.
    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func agreesWithLookingAtEveryToken(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let letters: [Character] =
            switch seed {
            case 5: ["a", "б", "語"]
            case 6: ["a", "7", "α", "ж", "а", "ё"]
            default: ["a", "b", "c", "d"]
            }
        var index = TokenIndex(hash: ByteHash(seed: seed))
        var activities = Activities()
        activities.grow(to: 1)
        var tokens: [[Character]] = []
        for _ in 0..<1_500 {
            let token = (0..<(random.below(11) + 1)).map { _ in random.pick(letters) }
            let bytes = Array(String(token).utf8)
            guard unsafe index.find(bytes.span.bytes, .whole) == nil else { continue }
            let number = unsafe index.findOrAdd(bytes.span.bytes, .whole)
            index.link(1, 0, to: number, activities)
            tokens.append(token)
        }
        for _ in 0..<100 {
            var word = random.pick(tokens)
            TypoPatternTests.edit(&word, letters, &random)
            let bytes = Array(String(word).utf8)
            let pattern = unsafe TypoPattern(bytes.span.bytes, tolerance: 2)
            var found: [UInt32] = []
            TypoWalk.appendTokens(of: index, near: pattern, to: &found)
            let edits = word.count >= 8 ? 2 : word.count >= 4 ? 1 : 0
            let wanted = tokens.filter {
                edits > 0 && SlowTypos.distanceToBeginning(word, $0) <= edits
            }
            let names = found.map { index.bytes(of: $0).text() }
            #expect(names.sorted() == wanted.map { String($0) }.sorted(), "seed \(seed) \(word)")
        }
    }
}
