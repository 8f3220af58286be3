import CarnetBytes
import CarnetModel

@testable import CarnetIndex

/// Everything by which one person is found, as strings, each with what a match there costs.
struct SlowWords {
    struct Word {
        let text: String
        let cost: Int
        /// Whether it is of the present first or last name; and whether of the company.
        var isOfName = false
        var isOfCompany = false
    }

    private(set) var words: [Word] = []
    private(set) var domains: [Word] = []
    private(set) var locals: [Word] = []
    private(set) var phones: [(digits: UInt64, cost: Int)] = []

    init(_ person: TestPerson) {
        addName(person.first, isFirst: true)
        addName(person.last, isFirst: false)
        for token in SlowList.folded(person.company) {
            add(Word(text: token.text, cost: 7, isOfCompany: true))
        }
        for former in person.formerNames {
            for token in SlowList.folded(former.first) + SlowList.folded(former.last) {
                add(Word(text: token.text, cost: 8))
            }
        }
        addEmail(person.email, cost: 0)
        for email in person.formerEmails { addEmail(email, cost: 8) }
        if person.phone != 0 { phones.append((person.phone, 0)) }
        for phone in person.formerPhones { phones.append((phone, 8)) }
    }

    private mutating func addEmail(_ email: String, cost: Int) {
        guard !email.isEmpty else { return }
        let parts = email.lowercased().split(separator: "@", omittingEmptySubsequences: false)
        locals.append(Word(text: String(parts[0]), cost: cost))
        if parts.count > 1, !parts[1].isEmpty {
            domains.append(Word(text: String(parts[1]), cost: cost))
        }
    }

    private mutating func add(_ word: Word) {
        words.append(word)
        let latin = Self.latin(word.text)
        guard !latin.isEmpty, latin != word.text else { return }
        words.append(
            Word(
                text: latin,
                cost: word.cost,
                isOfName: word.isOfName,
                isOfCompany: word.isOfCompany
            )
        )
    }

    private mutating func addName(_ name: String, isFirst: Bool) {
        var tokens = SlowList.folded(name)
        let parts = tokens.filter { !$0.isJoined }.map(\.text)
        if isFirst, parts.count == 2 { tokens.append((parts.joined(), true)) }
        if isFirst {
            for count in [2, 3] where parts.count >= count {
                let initials = String(parts.prefix(count).compactMap(\.first))
                words.append(Word(text: initials, cost: 5, isOfName: true))
            }
        }
        let names = parts.filter { !Self.isParticle($0) }
        for token in tokens {
            add(Word(text: token.text, cost: Self.cost(token, parts, names), isOfName: true))
        }
    }

    private static func cost(
        _ token: (text: String, isJoined: Bool),
        _ parts: [String],
        _ names: [String]
    ) -> Int {
        if token.isJoined { return token.text == parts.joined() ? 2 : 3 }
        if parts.count == 1 { return 0 }
        if names.isEmpty { return parts.count == 2 ? 3 : 4 }
        if isParticle(token.text) { return 5 }
        return [2, 3, 4][min(names.count, 3) - 1]
    }

    private static func isParticle(_ part: String) -> Bool {
        guard part.utf8.count > 1 else { return true }
        guard part.utf8.count <= Particles.byteCountMax else { return false }
        return Particles.contains(part.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// The word as a passport has it.
    static func latin(_ word: String) -> String {
        let bytes = Array(word.utf8)
        guard unsafe Transliteration.isForeign(bytes.span.bytes) else { return word }
        var writer = ByteWriter()
        unsafe Transliteration.append(bytes.span.bytes, to: &writer)
        return writer.bytes.text()
    }
}
