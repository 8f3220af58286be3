import CarnetBytes
import CarnetModel

/// Reads what was typed: a word with an @ is an e-mail, digits are a phone, all else names.
struct SearchText: ~Copyable {
    /// How many terms a text may have; further words are not looked at.
    static let termCountMax = 8
    /// How many readings with joined words are looked for at most.
    static let joinCountMax = 6
    /// How many letters a word has at least that may be the beginning of an e-mail without its @.
    static let guessByteCountMin = 4

    private let tolerance: Int
    private var terms: [SearchTerm] = []
    /// Words that may be one: the terms that they are, and what they are joined.
    private var joins: [Join] = []
    private var isAddress = false

    private struct Join {
        let terms: Range<Int>
        let word: [UInt8]
        /// Whether a hyphen, an apostrophe or a particle says that they belong together.
        let isSaid: Bool
    }

    private init(tolerance: Int) { self.tolerance = tolerance }

    /// What `text` asks for; no readings when there is nothing in it to search for.
    static func query(
        of text: RawSpan,
        tolerance: Int,
        _ folded: inout FoldedTokens
    ) -> SearchQuery {
        var reader = SearchText(tolerance: tolerance)
        reader.read(text, &folded)
        return reader.query(of: text)
    }

    // MARK: - Words

    private mutating func read(_ text: RawSpan, _ folded: inout FoldedTokens) {
        var start = 0
        while start < text.byteCount, terms.count < Self.termCountMax {
            if Self.isSpace(text.byte(at: start)) {
                start &+= 1
                continue
            }
            let kind = Self.kind(of: text, from: start)
            var end = kind.end
            // Words of one kind are read together: digits with spaces between are one phone, and
            // particles belong to the name behind them. Each address stands alone.
            while kind.value != .address {
                var next = end
                while next < text.byteCount, Self.isSpace(text.byte(at: next)) { next &+= 1 }
                guard next < text.byteCount else { break }
                let following = Self.kind(of: text, from: next)
                guard following.value == kind.value else { break }
                end = following.end
            }
            let words = text.bytes(start..<end)
            switch kind.value {
            case .address: appendAddress(words)
            case .digits:
                if !appendPhone(words, &folded) { appendNames(words, &folded) }
            case .name: appendNames(words, &folded)
            }
            start = end
        }
        for index in terms.indices.dropLast() { terms[index].isLast = false }
    }

    private enum Kind {
        case address
        case digits
        case name
    }

    /// What the word from `start` is, and where it ends.
    private static func kind(of text: RawSpan, from start: Int) -> (value: Kind, end: Int) {
        var end = start
        var hasAt = false
        var hasDigit = false
        var isName = false
        while end < text.byteCount, !isSpace(text.byte(at: end)) {
            switch text.byte(at: end) {
            case UInt8(ascii: "@"): hasAt = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
            case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
                UInt8(ascii: "("), UInt8(ascii: ")"):
                break
            default: isName = true
            }
            end &+= 1
        }
        return (hasAt ? .address : isName || !hasDigit ? .name : .digits, end)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte &- 9 < 5
    }

    /// The parts of what was folded, and what joins them.
    private mutating func appendNames(_ text: RawSpan, _ folded: inout FoldedTokens) {
        folded.removeAll()
        Folding.fold(text, into: &folded)
        let first = terms.count
        for index in 0..<folded.count {
            guard !folded.isJoined(at: index) else {
                appendJoin(folded, index, from: first)
                continue
            }
            guard terms.count < Self.termCountMax else { continue }
            var term = SearchTerm()
            term.word = folded.token(at: index).array()
            terms.append(term)
        }
        appendPairs(from: first)
        SearchForms.append(of: text, folded, to: &terms, from: first)
    }

    private mutating func appendJoin(
        _ folded: borrowing FoldedTokens,
        _ index: Int,
        from first: Int
    ) {
        let parts = folded.parts(ofJoined: index)
        let range = first &+ parts.lowerBound..<first &+ parts.upperBound
        guard range.count > 1, range.upperBound <= terms.count,
            joins.count < Self.joinCountMax
        else { return }
        joins.append(
            Join(terms: range, word: folded.token(at: index).array(), isSaid: true)
        )
    }

    /// Neighbours that may be one word, "anne marie" for "annemarie".
    private mutating func appendPairs(from first: Int) {
        for index in first..<max(first, terms.count &- 1) {
            let range = index..<index &+ 2
            let word = terms[index].word + terms[index &+ 1].word
            guard word.count <= TokenArena.tokenByteCountMax,
                joins.count < Self.joinCountMax,
                !joins.contains(where: { $0.terms == range })
            else { continue }
            joins.append(Join(terms: range, word: word, isSaid: false))
        }
    }

    // MARK: - E-mails

    /// An e-mail: what stands before the @ begins the local part, what stands behind it the
    /// domain.
    private mutating func appendAddress(_ text: RawSpan) {
        isAddress = true
        let folded = Self.foldedAddress(text)
        let at = folded.firstIndex(of: UInt8(ascii: "@")) ?? folded.count
        if at > 0 {
            var term = SearchTerm()
            term.local = Array(folded[..<at])
            terms.append(term)
        }
        guard at &+ 1 < folded.count, terms.count < Self.termCountMax else { return }
        terms.append(Self.domain(folded[(at &+ 1)...]))
    }

    private static func foldedAddress(_ text: RawSpan) -> [UInt8] {
        var bytes = ByteWriter(capacity: 64)
        EmailAddress.appendFolded(text, to: &bytes)
        return bytes.array()
    }

    private static func domain(_ text: ArraySlice<UInt8>) -> SearchTerm {
        var term = SearchTerm()
        term.word = [TokenIndex.domainMark] + text.prefix(TokenArena.tokenByteCountMax &- 1)
        return term
    }

    // MARK: - Phones

    /// A phone, if there are at least four digits; a text of digits alone may be a word as well.
    private mutating func appendPhone(_ text: RawSpan, _ folded: inout FoldedTokens) -> Bool {
        var digits: [UInt8] = []
        for index in 0..<text.byteCount {
            let byte = text.byte(at: index)
            if byte &- UInt8(ascii: "0") < 10 { digits.append(byte) }
            // Twice the longest phone: no phone, and a text that may be very long.
            if digits.count > 2 * PhoneEnd.digitCountMax { return false }
        }
        var term = SearchTerm()
        term.ends = Self.ends(
            of: digits,
            isInternational: text.byte(at: 0) == UInt8(ascii: "+")
        )
        guard !term.ends.isEmpty else { return false }
        folded.removeAll()
        Folding.fold(text, into: &folded)
        if folded.count == 1 { term.word = folded.token(at: 0).array() }
        terms.append(term)
        return true
    }

    /// The ends that the digits may mean: as they stand; behind 00, which is +; behind 0, which is
    /// dialled inside a country alone.
    private static func ends(of digits: [UInt8], isInternational: Bool) -> [PhoneEnd] {
        var ends: [PhoneEnd] = []
        if let end = PhoneEnd(digits[...], isNational: false) { ends.append(end) }
        guard !isInternational, digits.first == UInt8(ascii: "0") else { return ends }
        let isDoubled = digits.count > 1 && digits[1] == UInt8(ascii: "0")
        let rest = digits[(isDoubled ? 2 : 1)...]
        if let end = PhoneEnd(rest, isNational: !isDoubled) { ends.append(end) }
        return ends
    }

    // MARK: - Readings

    private consuming func query(of text: RawSpan) -> SearchQuery {
        var query = SearchQuery()
        guard !terms.isEmpty else { return query }
        for index in terms.indices {
            SearchForms.prepare(&terms[index], tolerance, isAlone: terms.count == 1)
        }
        query.readings.append(Self.once(terms))
        for join in joins {
            var term = SearchTerm()
            term.word = join.word
            term.extraCost = MatchGrade.joined(from: join.terms.count)
            term.isLast = join.terms.upperBound == terms.count
            if join.isSaid {
                let isAlone = join.terms.count == terms.count
                SearchForms.prepare(&term, tolerance, isAlone: isAlone)
            }
            var reading = terms
            reading.replaceSubrange(join.terms, with: [term])
            query.readings.append(Self.once(reading))
        }
        if !isAddress, terms.contains(where: { $0.ends.isEmpty }) {
            query.guesses = Self.guesses(text)
        }
        return query
    }

    /// The terms, each of them once.
    private static func once(_ terms: [SearchTerm]) -> [SearchTerm] {
        var kept: [SearchTerm] = []
        for term in terms
        where !kept.contains(where: { $0.word == term.word && $0.local == term.local }) {
            kept.append(term)
        }
        return kept
    }

    /// A single word may be the beginning of an e-mail, or of its domain, whose @ was left out.
    private static func guesses(_ text: RawSpan) -> [[SearchTerm]] {
        var start = 0
        var end = text.byteCount
        while start < end, isSpace(text.byte(at: start)) { start &+= 1 }
        while end > start, isSpace(text.byte(at: end &- 1)) { end &-= 1 }
        guard end &- start >= guessByteCountMin else { return [] }
        for index in start..<end where isSpace(text.byte(at: index)) { return [] }
        let folded = foldedAddress(text.bytes(start..<end))
        var local = SearchTerm()
        local.local = folded
        local.isGuess = true
        var domain = Self.domain(folded[...])
        domain.isGuess = true
        return [[local], [domain]]
    }
}
