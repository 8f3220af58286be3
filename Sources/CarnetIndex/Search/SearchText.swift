import CarnetBytes
import CarnetModel

/// Reads what was typed: a word with an @ is an e-mail, a text of digits a phone, all else names.
enum SearchText {
    /// How many terms a text may have; further words are not looked at.
    static let termCountMax = 8

    /// The terms of `text`; none when there is nothing in it to search for.
    static func terms(of text: RawSpan, _ folded: inout FoldedTokens) -> [SearchTerm] {
        var terms: [SearchTerm] = []
        if let phone = phoneTerm(of: text, &folded) { return [phone] }
        var start = 0
        while start < text.byteCount, terms.count < termCountMax {
            var end = start
            var hasAt = false
            while end < text.byteCount, !isSpace(text.byte(at: end)) {
                if text.byte(at: end) == UInt8(ascii: "@") { hasAt = true }
                end &+= 1
            }
            if hasAt {
                appendAddress(text.extracting(start..<end), to: &terms)
            } else {
                folded.removeAll()
                Folding.fold(text.extracting(start..<end), into: &folded)
                appendWords(folded, to: &terms)
            }
            start = end &+ 1
        }
        return terms
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte &- 9 < 5
    }

    /// The parts of what was folded; not what was joined from them, since a client's joined words
    /// are tokens as well.
    private static func appendWords(
        _ folded: borrowing FoldedTokens,
        to terms: inout [SearchTerm]
    ) {
        for index in 0..<folded.count where !folded.isJoined(at: index) {
            var term = SearchTerm()
            term.word = folded.token(at: index).array()
            append(term, to: &terms)
        }
    }

    /// An e-mail: what stands before the @ begins the local part, what stands behind it the
    /// domain.
    private static func appendAddress(_ text: RawSpan, to terms: inout [SearchTerm]) {
        var bytes = ByteWriter(capacity: 64)
        EmailAddress.appendFolded(text, to: &bytes)
        let folded = bytes.array()
        let at = folded.firstIndex(of: UInt8(ascii: "@")) ?? folded.count
        if at > 0 {
            var term = SearchTerm()
            term.local = Array(folded[..<at])
            append(term, to: &terms)
        }
        guard at &+ 1 < folded.count else { return }
        var term = SearchTerm()
        term.word = [TokenIndex.domainMark] + folded[(at &+ 1)...]
        if term.word.count > TokenArena.tokenByteCountMax {
            term.word.removeSubrange(TokenArena.tokenByteCountMax...)
        }
        append(term, to: &terms)
    }

    private static func append(_ term: SearchTerm, to terms: inout [SearchTerm]) {
        guard !term.isEmpty, terms.count < termCountMax,
            !terms.contains(where: { $0.word == term.word && $0.local == term.local })
        else { return }
        terms.append(term)
    }

    // MARK: - Phones

    /// A phone, if the text is made of digits and of what people write between them, and has at
    /// least four; a text of digits alone may be a word as well.
    private static func phoneTerm(
        of text: RawSpan,
        _ folded: inout FoldedTokens
    ) -> SearchTerm? {
        var digits: [UInt8] = []
        var isInternational = false
        for index in 0..<text.byteCount {
            let byte = text.byte(at: index)
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
            case UInt8(ascii: "+") where digits.isEmpty: isInternational = true
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
                UInt8(ascii: "("), UInt8(ascii: ")"):
                break
            default: return nil
            }
            // Twice the longest phone: no phone, and a text that may be very long.
            if digits.count > 2 * PhoneEnd.digitCountMax { return nil }
        }
        var term = SearchTerm()
        term.ends = ends(of: digits, isInternational: isInternational)
        guard !term.ends.isEmpty else { return nil }
        folded.removeAll()
        Folding.fold(text, into: &folded)
        if folded.count == 1 { term.word = folded.token(at: 0).array() }
        return term
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
}
