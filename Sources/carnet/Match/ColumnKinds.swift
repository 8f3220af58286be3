import CarnetIndex
import Foundation

/// What a column holds, as far as matching is concerned.
enum ColumnUse: Hashable {
    case id
    case field(FieldKind)
    /// Says nothing about who somebody is, or would give the answer away.
    case ignored
}

/// Recognises columns by their headers, in the languages of Europe.
enum ColumnKinds {
    /// The use of a column of that header, and whether the header is known as a whole; nil where
    /// nobody knows it. `isFirst` says that it stands before all others.
    static func use(of header: String, isFirst: Bool = false) -> (use: ColumnUse, isExact: Bool)? {
        let name = folded(header)
        if let exact = exact[name] { return (exact, true) }
        if isFirst, name.isEmpty || weakIDs.contains(name) { return (.id, false) }
        // One thing in two languages: "Voornaam - Prénom", "Name/Nom".
        let sides = header.split(separator: #/[\/|()\[\]\n]| - | – /#).map { folded(String($0)) }
        if sides.count > 1, let side = sides.firstNonNil({ exact[$0] }) { return (side, true) }
        return use(inside: header, name).map { ($0, false) }
    }

    /// The use that a word of many tells: "customer_e_mail", "Tel. privat".
    private static func use(inside header: String, _ name: String) -> ColumnUse? {
        let words = words(of: header)
        if words.count > 1, words.contains(where: ColumnWords.strange.contains) { return nil }
        let found = ColumnWords.parts.filter { name.contains($0.0) }.map(\.1)
        if found.contains(.field(.surname))
            && (found.contains(.field(.givenName)) || name.contains("first"))
        {
            return .field(.fullName)
        }
        if let first = found.first { return first }
        guard words.count > 1 else { return nil }
        let told = words.compactMap { ColumnWords.vague.contains($0) ? nil : exact[$0] }
        return order.first(where: told.contains)
    }

    /// Which of several words counts: what is rarer in a header for something else comes first.
    private static let order: [ColumnUse] =
        [.ignored]
        + [.email, .phone, .birthDate, .text, .surname, .givenName, .place, .address, .language]
        .map { ColumnUse.field($0) }

    private static func words(of header: String) -> [String] {
        header.split { !$0.isLetter && !$0.isNumber }.map { folded(String($0)) }
    }

    /// Small letters and digits alone, without accents.
    static func folded(_ header: String) -> String {
        let plain = header.folding(
            options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive],
            locale: nil
        )
        var text = String(plain.lowercased().filter { $0.isLetter || $0.isNumber })
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        for (letter, plain) in letters { text = text.replacing(letter, with: plain) }
        return text
    }

    /// Letters that are no others with an accent.
    private static let letters = [
        ("ł", "l"), ("ø", "o"), ("ß", "ss"), ("ı", "i"), ("æ", "ae"), ("œ", "oe"), ("đ", "d"),
        ("ð", "d"), ("þ", "th"), ("ς", "σ"),
    ]

    private static let exact: [String: ColumnUse] = {
        var table: [String: ColumnUse] = [:]
        for (use, words) in ColumnWords.all {
            for word in words.split(separator: " ") { table[folded(String(word))] = use }
        }
        return table
    }()

    private static let weakIDs = Set(
        ColumnWords.weakIDs.split(separator: " ").map { folded(String($0)) }
    )
}

extension Array {
    /// The first result of `transform` that is none.
    fileprivate func firstNonNil<Result>(_ transform: (Element) -> Result?) -> Result? {
        for element in self {
            if let result = transform(element) { return result }
        }
        return nil
    }
}
