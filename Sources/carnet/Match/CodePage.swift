import CarnetBytes
import Foundation

/// A way to write letters past ASCII in one byte each, as lists from older programs have them.
enum CodePage: CaseIterable {
    case windows1252, windows1250, windows1251, windows1253, windows1254, windows1257, iso2
    case koi8, dos850, dos852, dos866, mac

    /// The name for people.
    var name: String {
        switch self {
        case .windows1252: "Windows-1252"
        case .windows1250: "Windows-1250"
        case .windows1251: "Windows-1251"
        case .windows1253: "Windows-1253"
        case .windows1254: "Windows-1254"
        case .windows1257: "Windows-1257"
        case .iso2: "ISO 8859-2"
        case .koi8: "KOI8"
        case .dos850: "DOS 850"
        case .dos852: "DOS 852"
        case .dos866: "DOS 866"
        case .mac: "Mac Roman"
        }
    }

    /// Whether its letters stand among those of ASCII.
    var isLatin: Bool {
        switch self {
        case .windows1251, .windows1253, .koi8, .dos866: false
        case .windows1252, .windows1250, .windows1254, .windows1257, .iso2, .dos850, .dos852, .mac:
            true
        }
    }

    /// The UTF-8 of bytes 0x80 to 0xFF; empty where there is no letter.
    func table() -> [[UInt8]] {
        "\(characters)".unicodeScalars.map { $0.value == 0xFFFD ? [] : Array(String($0).utf8) }
    }
}

/// Finds out which code page the bytes of a text belong to that are no UTF-8, by what languages
/// have which letters how often: for each page and language that is written in it, the likelihood
/// of the bytes. A list of names has enough of them once some lines are read; where pages do not
/// differ in the letters at hand, neither does the text.
struct CodePageGuess {
    /// So much of the text is looked at.
    private static let byteCountMax = 16 << 20
    /// Of the bytes of a text so many are letters of another language or signs.
    private static let strangeShare = 0.03
    /// How many capitals there are beside small letters: names begin with one.
    private static let capitalShare = 0.25

    /// How often each byte from 0x80 on stands in lines that are no UTF-8.
    private var counts: [Double] = Array(repeating: 0, count: 128)
    /// How many of them stand beside an ASCII letter, as they do where the alphabet is Latin.
    private var besideLatinCount = 0.0

    /// Counts the bytes of `text`. O(length).
    init(_ text: RawSpan) {
        let end = min(text.byteCount, Self.byteCountMax)
        var start = 0
        var hasHigh = false
        for index in 0..<end {
            let byte = text.byte(at: index)
            if byte >= 0x80 { hasHigh = true }
            guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || index == end - 1
            else { continue }
            if hasHigh, !text.bytes(start..<index + 1).isUTF8 {
                count(text.bytes(start..<index + 1))
            }
            hasHigh = false
            start = index + 1
        }
    }

    private mutating func count(_ line: RawSpan) {
        func isLatin(_ index: Int) -> Bool {
            line.byteCount > index && index >= 0
                && (line.byte(at: index) | 0x20) &- UInt8(ascii: "a") < 26
        }
        for index in 0..<line.byteCount where line.byte(at: index) >= 0x80 {
            counts[Int(line.byte(at: index)) - 0x80] += 1
            if isLatin(index - 1) || isLatin(index + 1) { besideLatinCount += 1 }
        }
    }

    /// The likeliest page; Windows-1252 where nothing tells.
    var page: CodePage {
        var best = (page: CodePage.windows1252, likelihood: -Double.infinity)
        let sum = counts.reduce(0, +)
        guard sum > 0 else { return best.page }
        let isLatin = besideLatinCount * 2 > sum
        for page in CodePage.allCases where page.isLatin == isLatin {
            let places = Self.places(of: page)
            for language in CodePageLanguages.all where language.pages.contains(page) {
                // Some lists have nothing but capitals.
                for shares in [(1, Self.capitalShare), (0, 1)] as [(Double, Double)] {
                    let likelihood = likelihood(of: language.letters, shares, at: places)
                    if likelihood > best.likelihood { best = (page, likelihood) }
                }
            }
        }
        return best.page
    }

    private func likelihood(
        of letters: StaticString,
        _ shares: (small: Double, capital: Double),
        at places: [String: Int]
    ) -> Double {
        var weights = Array(repeating: 0.0, count: 128)
        var sum = 0.0
        for word in "\(letters)".split(separator: " ") {
            guard let letter = word.first, let weight = Double(word.dropFirst()) else { continue }
            let forms = [
                (String(letter), shares.small), (letter.uppercased(), shares.capital),
            ]
            for (text, share) in forms {
                guard let place = places[text] else { continue }
                weights[place] += weight * share
                sum += weight * share
            }
        }
        guard sum > 0 else { return -.infinity }
        return counts.indices.reduce(0.0) { total, place in
            guard counts[place] > 0 else { return total }
            let share =
                weights[place] / sum * (1 - Self.strangeShare) + Self.strangeShare / 128
            return total + counts[place] * log2(share)
        }
    }

    /// Where each character stands in a page, from 0x80 on.
    private static func places(of page: CodePage) -> [String: Int] {
        var places: [String: Int] = [:]
        for (place, scalar) in "\(page.characters)".unicodeScalars.enumerated()
        where scalar.value != 0xFFFD {
            places[String(scalar)] = place
        }
        return places
    }
}

/// Letters past ASCII of each language and how many of a hundred or so are which, from texts and
/// lists of names; estimates. Languages that share letters and pages stand together.
private enum CodePageLanguages {
    static let all: [(pages: Set<CodePage>, letters: StaticString)] = [
        (western, "é60 è12 ë6 ç6 ê3 î2 ï2 ô3 û1 â2 à2 ü1 ö1 œ1 ù1"),
        (western, "ü40 ö22 ä20 ß14 é2"), (western, "ë40 é25 ï8 ö8 ü6 è3"),
        (western, "é12 í22 á25 ó18 ñ14 ú8 ü1"),
        (western, "ã14 é14 á12 ç18 ó12 í10 õ6 ê5 â6 ú4 à2"),
        (western, "ò30 ì16 à22 è14 ù8 é4"), (western, "å30 ä30 ö34 é3 ü2"),
        (western, "ø45 å20 æ20 é3 ö3 ä2"),
        (western, "ð15 þ8 á14 é5 í14 ó14 ú8 æ7 ö9 ý5"),
        (central, "ł30 ś8 ż8 ó10 ą5 ę5 ń9 ć4 ź4"),
        (central, "á24 í16 é8 ě7 ř10 č12 š12 ž7 ý9 ů2 ú3 ň3 ť1 ď1 ľ3 ó2 ô1 ä1"),
        (central, "á30 é20 ó14 ö8 í5 ő7 ü5 ú4 ű3"), (central, "ć25 č22 š22 ž16 đ7"),
        (central, "ă30 ţ14 ş22 î4 â6"),
        (baltic, "ė20 š18 ž12 ū9 č8 ų3 į3 ą4 ę2"),
        (baltic, "ā25 ē8 ī14 ū5 š9 ņ11 ļ5 ķ3 ž5 č3 ģ2"), (baltic, "õ25 ä30 ö15 ü28 š2 ž1"),
        ([.windows1254], "ı18 ş14 ü14 ğ8 ö8 ç10 İ4"),
        (
            cyrillic,
            """
            а110 о85 е70 и80 н75 в65 р55 с45 л45 к45 т40 д30 м28 п20 у22 я20 г18 б18 ы7 з15 ь10 \
            ч10 й12 х8 ж6 ш8 ю8 ц6 щ3 э2 ф4 ъ3 ё2 і8 ї2 є2 ґ1 ј3 љ1 њ1 ћ3 ђ1
            """
        ),
        (
            [.windows1253],
            """
            α100 ο80 ι75 ς50 η45 ρ45 τ40 ν45 κ38 λ38 σ30 π25 μ25 ε25 υ25 γ18 δ15 θ12 χ12 β10 φ8 ω8 \
            ά25 ό20 ί25 έ15 ή10 ύ8 ώ5 ζ5 ξ4 ψ2 ϊ1
            """
        ),
    ]

    private static let western: Set<CodePage> = [.windows1252, .dos850, .mac]
    private static let central: Set<CodePage> = [.windows1250, .iso2, .dos852]
    private static let baltic: Set<CodePage> = [.windows1257]
    private static let cyrillic: Set<CodePage> = [.windows1251, .koi8, .dos866]
}
