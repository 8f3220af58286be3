import CarnetBytes
import Testing

@testable import CarnetIndex

@Suite struct NameWordsTests {
    static func kinds(_ text: String) -> NameWordKinds {
        Lexicon.with(text) { NameWords.kinds(of: $0) }
    }

    /// What is found in a text, as `kind(word word)`.
    static func phrases(_ text: String) -> [(NameWordKinds, Int)] {
        var tokens = FoldedTokens()
        Lexicon.with(text) { Folding.fold($0, into: &tokens) }
        var found: [(NameWordKinds, Int)] = []
        var index = 0
        while index < tokens.count {
            if tokens.isJoined(at: index) {
                index += 1
            } else if let phrase = NameWords.phrase(in: tokens, at: index) {
                found.append((phrase.kinds, phrase.endIndex - index))
                index = phrase.endIndex
            } else {
                found.append(([], 1))
                index += 1
            }
        }
        return found
    }

    @Test(arguments: [
        ("mr", NameWordKinds.title), ("mme", .title), ("herr", .title), ("dhr", .title),
        ("mevr", .title), ("sig", .title), ("srta", .title), ("pani", .title), ("kyria", .title),
        ("dr", .degree), ("ing", .degree), ("avv", .degree), ("mudr", .degree), ("phd", .degree),
        ("jr", .junior), ("fils", .junior), ("pere", .senior), ("senior", .senior), ("iii", .third),
        ("fam", .household), ("familie", .household), ("famille", .household), ("et", .connector),
        ("nee", .formerName), ("geb", .formerName), ("vip", .remark), ("stammgast", .remark),
        ("habitue", .remark), ("allergie", .remark), ("gluten", .remark), ("van", .particle),
        ("della", .particle), ("ibn", .particle), ("guest", .placeholder), ("walkin", .placeholder),
        ("inconnu", .placeholder), ("xxx", .placeholder), ("gmbh", .organisation),
        ("hotel", .organisation), ("rezeption", .organisation), ("maman", .relation),
        ("κυριοσ", .title), ("господин", .title), ("ооо", .organisation),
    ])
    func wordIsOfItsKind(word: String, kind: NameWordKinds) {
        #expect(Self.kinds(word).contains(kind))
    }

    @Test(arguments: [
        "dupont", "muller", "rossi", "kowalski", "papadopoulos", "smith", "garcia", "jansen",
        "moreau", "ferrari", "novak", "lefebvre", "", "schmidt", "nguyen", "oconnor", "marchetti",
        "leclerc", "dubois", "fontaine", "rivera", "andersson", "yilmaz", "ivanova",
    ])
    func familyNamesAreNoWords(name: String) {
        #expect(Self.kinds(name).isEmpty)
    }

    @Test(arguments: ["baron", "guest", "ben", "don", "major", "van", "bank", "page", "sales", "m"])
    func whatIsANameAsWellSaysSo(word: String) {
        let kinds = Self.kinds(word)
        #expect(kinds.isEmpty || kinds.contains(.name))
    }

    @Test(arguments: [
        ("mr", NameWordKinds.male), ("herr", .male), ("mme", .female), ("frau", .female),
        ("signora", .female), ("pan", .male), ("senorita", .female), ("sir", .male),
    ])
    func titlesTellMenFromWomen(title: String, gender: NameWordKinds) {
        let other: NameWordKinds = gender == .male ? .female : .male
        #expect(Self.kinds(title).contains(gender) && !Self.kinds(title).contains(other))
    }

    @Test(arguments: [
        ("Dupont NE PAS APPELER", [0, 3]), ("walk-in", [2]), ("Walk in", [2]),
        ("M. et Mme Petit", [3, 0]),
        ("Herr und Frau Huber", [3, 0]), ("Sig.ra Rossi", [2, 0]), ("do not call", [4]),
        ("no show", [2]), ("Maman de Léa", [2, 0]), ("Jean de la Cruz", [0, 2, 0]),
        ("Max Mustermann", [2]), ("sp. z o.o.", [4]), ("ne pas", [0, 0]), ("Dupont", [0]), ("", []),
    ])
    func phrasesAreTakenWhole(text: String, partCounts: [Int]) {
        // How many tokens each takes, joined ones between included; 0 stands for a plain name.
        let found = Self.phrases(text).map { $0.0.isEmpty ? 0 : $0.1 }
        #expect(found == partCounts, "\(text)")
    }

    @Test func juniorAndSeniorAreApart() {
        #expect(Self.kinds("jr").isDisjoint(with: Self.kinds("senior")))
        #expect(Self.kinds("sr").isSuperset(of: [.senior, .title]))
        #expect(Self.kinds("ii").isDisjoint(with: Self.kinds("iii")))
    }

    static let kindNames: Set<String> = [
        "title", "degree", "male", "female", "household", "connector", "senior", "junior", "third",
        "former", "relation", "remark", "particle", "placeholder", "organisation", "name",
    ]

    @Test func everyWordIsFoldedAndEveryKindKnown() {
        var seen: Set<String> = []
        for line in NameWordData.all.flatMap({ Lexicon.lines($0) }) {
            let colon = line.firstIndex { $0.hasSuffix(":") }
            #expect(colon != nil, "\(line)")
            guard let colon else { continue }
            let kinds = line[...colon].map { $0.filter { $0 != ":" } }
            #expect(Set(kinds).isSubset(of: Self.kindNames), "\(line)")
            for word in line[(colon + 1)...] {
                #expect(seen.insert(kinds.joined() + word).inserted, "\(kinds) \(word) twice")
                let parts = word.split(separator: "_", omittingEmptySubsequences: false)
                #expect(parts.count <= NameWords.phrasePartCountMax, "\(word)")
                #expect(word.utf8.count <= 40)
                for part in parts { #expect(FoldingTests.tokens(String(part)) == part, "\(word)") }
            }
        }
    }

    /// The particles of folding, which joins what stands behind them, are all known here.
    @Test func particlesOfFoldingAreParticlesHere() {
        for word in [
            "van", "vande", "vanden", "vander", "ver", "de", "den", "der", "het", "ten",
            "ter", "te", "op", "in", "aan", "bij", "tot", "uit", "von", "vom", "zu", "zum", "zur",
            "dem", "am", "an", "im", "auf", "sankt", "du", "des", "la", "le", "les", "saint",
            "sainte", "di", "da", "dal", "dall", "dalla", "dei", "del", "dell", "della", "delle",
            "dello", "degli", "lo", "li", "las", "los", "das", "do", "dos", "y", "e", "i", "san",
            "santa", "mac", "mc", "fitz", "ni", "nic", "ui", "st", "ap", "al", "el", "bin", "ben",
            "ibn", "bint", "bar", "bat", "abu", "abd", "ould", "af", "av",
        ] {
            #expect(Self.kinds(word).contains(.particle), "\(word)")
        }
    }
}
