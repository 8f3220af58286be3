import CarnetBytes

/// Two ranges of the tables' text: a name as it is written, and its ASCII letters in lower case.
struct SampleWord {
    let text: Range<Int>
    let ascii: Range<Int>
    let startsWithVowel: Bool
}

/// Words with the frequencies of a skewed list: word k of n is drawn about 1 / (k + 3) as often.
struct SampleWordList {
    let words: [SampleWord]
    /// 1,024 draws, so that drawing costs one load and no floating point.
    private let draws: [UInt16]

    init(_ words: [SampleWord], skewed: Bool) {
        self.words = words
        guard !words.isEmpty else {
            draws = []
            return
        }
        let weights = words.indices.map { skewed ? 1_000_000 / ($0 + 3) : 1_000 }
        let total = weights.reduce(0, +)
        var draws: [UInt16] = []
        var reached = 0
        for (index, weight) in weights.enumerated() {
            reached += weight
            while draws.count * total < reached * 1024 { draws.append(UInt16(index)) }
        }
        while draws.count < 1024 { draws.append(UInt16(words.count - 1)) }
        self.draws = draws
    }

    var isEmpty: Bool { words.isEmpty }

    /// The word that ten random bits draw. The list must not be empty.
    @inline(__always)
    func draw(_ random: UInt64) -> SampleWord {
        words[Int(draws[Int(truncatingIfNeeded: random & 1023)])]
    }
}

/// The names of one culture, ready to be drawn.
struct SampleNameTable {
    let men: SampleWordList
    let women: SampleWordList
    let last: SampleWordList
    let lastOfWomen: SampleWordList
    let heads: SampleWordList
    let tails: SampleWordList
    let tailsOfWomen: SampleWordList
    let particles: SampleWordList
    let particlePerMille: Int
    let hyphenPerMille: Int
    let doublePerMille: Int
    let joinedFirstPerMille: Int
}

/// One country, ready to be drawn.
struct SampleCountryTable {
    let language: SampleWord
    let calling: SampleWord
    let mobiles: SampleWordList
    let mobileFreeDigits: Int
    let cities: SampleWordList
    let providers: SampleWordList
    let companyEnding: SampleWord
    let notes: SampleWordList
    let names: SampleNameTable
}

/// Everything that samples are made of, compiled once from the lists: one text and ranges of it.
struct SampleTables {
    static let shared = SampleTables()

    let text: [UInt8]
    let countries: [SampleCountryTable]
    /// Countries of guests from abroad, drawn with ten random bits.
    let travellers: [SampleCountry]
    let tags: SampleWordList

    private init() {
        var compiler = SampleCompiler()
        var countries: [SampleCountryTable] = []
        var travellers: [SampleCountry] = []
        for country in SampleCountry.allCases {
            let facts = SampleCountryFacts.of(country)
            countries.append(compiler.country(facts))
            travellers += Array(repeating: country, count: facts.travellers)
        }
        tags = compiler.list(SampleTexts.tags, skewed: true)
        self.countries = countries
        self.travellers = travellers
        text = compiler.text
    }
}

/// Collects words into one text.
private struct SampleCompiler {
    var text: [UInt8] = []
    private var opensUmlauts = false

    mutating func country(_ facts: SampleCountryFacts) -> SampleCountryTable {
        opensUmlauts = facts.names.opensUmlauts
        return SampleCountryTable(
            language: word(facts.language[...]),
            calling: word(facts.calling[...]),
            mobiles: list(facts.mobiles, skewed: false),
            mobileFreeDigits: facts.mobileFreeDigits,
            cities: list(facts.cities, skewed: true),
            providers: list(facts.providers, skewed: true),
            companyEnding: word(facts.companyEnding[...]),
            notes: list(
                SampleTexts.notes(language: facts.language),
                separator: "\n",
                skewed: false
            ),
            names: names(facts.names)
        )
    }

    mutating func names(_ names: SampleNames) -> SampleNameTable {
        let last = list(names.last, skewed: true)
        let tails = list(names.tails, skewed: false)
        let lastOfWomen = list(names.lastOfWomen, skewed: true)
        let tailsOfWomen = list(names.tailsOfWomen, skewed: false)
        return SampleNameTable(
            men: list(names.men, skewed: true),
            women: list(names.women, skewed: true),
            last: last,
            lastOfWomen: lastOfWomen.isEmpty ? last : lastOfWomen,
            heads: list(names.heads, skewed: false),
            tails: tails,
            tailsOfWomen: tailsOfWomen.isEmpty ? tails : tailsOfWomen,
            particles: list(names.particles, skewed: true),
            particlePerMille: names.particlePerMille,
            hyphenPerMille: names.hyphenPerMille,
            doublePerMille: names.doublePerMille,
            joinedFirstPerMille: names.joinedFirstPerMille
        )
    }

    mutating func list(
        _ source: String,
        separator: Character = ",",
        skewed: Bool
    ) -> SampleWordList {
        SampleWordList(source.split(separator: separator).map { word($0) }, skewed: skewed)
    }

    mutating func word(_ source: Substring) -> SampleWord {
        let parts = source.split(separator: "|", maxSplits: 1)
        let written = parts.first ?? ""
        let start = text.count
        text += Array(written.utf8)
        let middle = text.count
        let ascii = SampleFolding.ascii(
            parts.count > 1 ? parts[1] : written,
            opensUmlauts: opensUmlauts
        )
        text += ascii
        let vowels: [UInt8] = [97, 101, 105, 111, 117, 121]
        return SampleWord(
            text: start..<middle,
            ascii: middle..<text.count,
            startsWithVowel: ascii.first.map { vowels.contains($0) } ?? false
        )
    }
}

/// Names as e-mail addresses spell them.
enum SampleFolding {
    /// Lower-case ASCII letters, digits and inner hyphens of `word`; all else is left out.
    static func ascii(_ word: Substring, opensUmlauts: Bool) -> [UInt8] {
        var folded: [UInt8] = []
        for scalar in word.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9", "-": folded.append(UInt8(truncatingIfNeeded: scalar.value))
            case "ä" where opensUmlauts: folded += Array("ae".utf8)
            case "ö" where opensUmlauts: folded += Array("oe".utf8)
            case "ü" where opensUmlauts: folded += Array("ue".utf8)
            default: folded += Array((spellings[scalar] ?? "").utf8)
            }
        }
        return folded
    }

    private static let spellings: [Unicode.Scalar: String] = {
        let groups: [(String, String)] = [
            ("àáâãäăąåª", "a"), ("çćčĉ", "c"), ("ďđ", "d"), ("èéêëěęėē", "e"), ("ğģ", "g"),
            ("ìíîïıī", "i"), ("ķ", "k"), ("łľĺ", "l"), ("ñńň", "n"), ("òóôõöøőō", "o"),
            ("řŕ", "r"), ("śšşș", "s"), ("ťţț", "t"), ("ùúûüůűū", "u"), ("ýÿ", "y"),
            ("źżž", "z"), ("æ", "ae"), ("œ", "oe"), ("ß", "ss"),
        ]
        var spellings: [Unicode.Scalar: String] = [:]
        for (letters, spelling) in groups {
            for letter in letters.unicodeScalars { spellings[letter] = spelling }
        }
        return spellings
    }()
}
