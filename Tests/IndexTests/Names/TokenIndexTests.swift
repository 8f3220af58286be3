import CarnetBytes
import CarnetTestKit
import Testing

@testable import CarnetIndex

@Suite struct TokenIndexTests {
    /// Goal: tokens come with their first client and go with their last; prefixes find exactly
    /// those that begin so. Method: random links and unlinks of short words beside a dictionary, of
    /// two letters and of letters of every group that a ``TokenCode`` knows, and of none.
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func behavesLikeADictionaryOfSets(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let letters = seed < 3 ? ["a", "b"] : ["a", "z", "1", "α", "ж", "ё", "語", "ა"]
        var index = TokenIndex(hash: ByteHash(seed: seed))
        var activities = Activities()
        activities.grow(to: 300)
        for number in 1...300 as ClosedRange<UInt32> { activities[number] = random.next() >> 30 }
        var model: [[UInt8]: Set<UInt32>] = [:]
        for step in 0..<20_000 {
            let word = Self.word(of: letters, &random)
            let number = UInt32(random.below(300)) + 1
            if random.happens(step / 5_000 % 2 == 1 ? 0.8 : 0.3) {
                guard model[word]?.remove(number) != nil else { continue }
                if model[word]?.isEmpty == true { model[word] = nil }
                let token = Self.find(word, in: index)
                #expect(token != 0, "seed \(seed)")
                index.unlink(number, activities[number], from: token, activities)
            } else if model[word, default: []].insert(number).inserted {
                let token = unsafe index.findOrAdd(word.span.bytes, .whole)
                index.link(number, activities[number], to: token, activities)
            }
        }
        #expect(index.count == model.count)
        for (word, numbers) in model {
            let token = Self.find(word, in: index)
            #expect(index.bytes(of: token).array() == word, "seed \(seed)")
            #expect(Int(index.clients(of: token).count) == numbers.count, "seed \(seed)")
        }
        for _ in 0..<300 {
            let prefix = (0...random.below(8)).flatMap { _ in random.pick(letters).utf8 }
            var found: [[UInt8]] = []
            unsafe index.visitTokens(beginningWith: prefix.span.bytes) { token, isWhole in
                #expect(isWhole == (index.bytes(of: token).byteCount == prefix.count))
                found.append(index.bytes(of: token).array())
                return true
            }
            let wanted = model.keys.filter { $0.starts(with: prefix) }
            #expect(Set(found) == Set(wanted) && found.count == wanted.count, "seed \(seed)")
        }
    }

    /// A word of a few letters, one to nine of them or as many as fit 63 bytes, so that many begin
    /// alike.
    static func word(of letters: [String], _ random: inout SeededRandom) -> [UInt8] {
        let count = random.happens(0.05) ? 63 : random.below(9) + 1
        var word: [UInt8] = []
        for _ in 0..<count {
            let letter = random.pick(letters).utf8
            if word.count + letter.count <= 63 { word += letter }
        }
        return word
    }

    static func find(_ word: [UInt8], in index: TokenIndex) -> UInt32 {
        unsafe index.find(word.span.bytes, .whole) ?? 0
    }
}
