import CarnetBytes
import CarnetModel

/// Adds to a word what else it may stand for: spellings with other letters, the names that it is
/// short for, what it sounds like, and typos. All of it is done once for a search, so that the index
/// needs no further words.
enum SearchForms {
    /// Two letters for which one with a sign on it stands: ue for ü, and what folding leaves of it.
    private static let pairs: [(UInt8, UInt8)] = [
        (UInt8(ascii: "a"), UInt8(ascii: "e")), (UInt8(ascii: "o"), UInt8(ascii: "e")),
        (UInt8(ascii: "u"), UInt8(ascii: "e")), (UInt8(ascii: "a"), UInt8(ascii: "a")),
    ]

    /// What each letter with a sign stands for in two letters, behind what it is folded to.
    private static func second(of scalar: UInt32) -> UInt8? {
        switch scalar {
        case 0xC4, 0xE4, 0xD6, 0xF6, 0xDC, 0xFC, 0xD8, 0xF8: UInt8(ascii: "e")
        case 0xC5, 0xE5: UInt8(ascii: "a")
        default: nil
        }
    }

    /// Adds the spellings of the names in `text`, whose parts are the terms from `first` on.
    static func append(
        of text: RawSpan,
        _ folded: borrowing FoldedTokens,
        to terms: inout [SearchTerm],
        from first: Int
    ) {
        for index in first..<terms.count {
            let word = terms[index].word
            if let form = contracted(word) { terms[index].forms.append(form) }
        }
        guard !text.isASCII else { return }
        var written = ByteWriter(capacity: 64)
        guard writeOut(text, to: &written) else { return }
        var others = FoldedTokens()
        Folding.fold(written.bytes, into: &others)
        var index = first
        for other in 0..<others.count where !others.isJoined(at: other) {
            guard index < terms.count else { return }
            let form = others.token(at: other).array()
            if form != terms[index].word { terms[index].forms.append(form) }
            index &+= 1
        }
    }

    /// A word with each pair of letters as the one that it may stand for; nil where there is none.
    private static func contracted(_ word: [UInt8]) -> [UInt8]? {
        var form: [UInt8] = []
        var index = 0
        while index < word.count {
            form.append(word[index])
            let next = index &+ 1 < word.count ? word[index &+ 1] : 0
            index &+= pairs.contains { $0.0 == word[index] && $0.1 == next } ? 2 : 1
        }
        return form.count == word.count || form.count < 3 ? nil : form
    }

    /// The text with two letters for each one with a sign; false where there is none.
    private static func writeOut(_ text: RawSpan, to written: inout ByteWriter) -> Bool {
        var isOther = false
        var offset = 0
        while offset < text.byteCount {
            guard let scalar = text.scalar(at: offset) else { return false }
            written.append(text.bytes(offset..<offset &+ scalar.byteCount))
            offset &+= scalar.byteCount
            guard let second = second(of: scalar.value) else { continue }
            written.append(second)
            isOther = true
        }
        return isOther
    }

    /// Fills in what follows from a term's word alone.
    static func prepare(_ term: inout SearchTerm, _ tolerance: Int, isAlone: Bool) {
        guard !term.word.isEmpty, !term.isDomain else { return }
        if Transliteration.isForeign(term.word.rawBytes) {
            var room = ByteWriter(capacity: 128)
            var forms: [[UInt8]] = []
            Transliteration.forEachForm(of: term.word.rawBytes, scratch: &room) {
                forms.append($0.array())
            }
            term.latin = forms.first ?? []
            term.forms += forms
        }
        term.name = Nicknames.name(term.word.rawBytes)
        if term.name == nil, !term.latin.isEmpty { term.name = Nicknames.name(term.latin.rawBytes) }
        guard tolerance > 0, term.ends.isEmpty else { return }
        term.editCountMax = TypoPattern.editCountMax(term.word.rawBytes, tolerance: tolerance)
        term.looseEditCountMax = TypoPattern.looseEditCountMax(
            term.word.rawBytes,
            tolerance: tolerance
        )
        guard !isAlone, let first = term.word.rawBytes.scalar(at: 0),
            first.byteCount < term.word.count
        else { return }
        term.initial = Array(term.word.prefix(first.byteCount))
    }
}
