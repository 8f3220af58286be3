import CarnetBytes
import Testing

@testable import CarnetIndex

/// What a maintainer who adds a name must keep to.
@Suite struct NicknameDataTests {
    struct Line {
        let gender: String
        let full: [String]
        let short: [String]
    }

    static let lines: [Line] = NicknameData.groups.flatMap { table in
        Lexicon.lines(table).flatMap { words -> [Line] in
            let gender = words[0].lowercased()
            if words[0] != gender {
                return words.dropFirst().map { Line(gender: gender, full: [$0], short: []) }
            }
            guard let colon = words.firstIndex(where: { $0.hasSuffix(":") }) else {
                return [Line(gender: gender, full: Array(words.dropFirst()), short: [])]
            }
            let full = words[1...colon].map { $0.filter { $0 != ":" } }
            return [Line(gender: gender, full: full, short: Array(words[(colon + 1)...]))]
        }
    }

    @Test func everyNameIsFolded() {
        let families = Lexicon.lines(NicknameData.families).flatMap { $0.dropFirst() }
        for name in Self.lines.flatMap({ $0.full + $0.short }) + families {
            #expect(FoldingTests.tokens(name) == name)
            #expect(name.utf8.count <= FoldedTokens.tokenByteCountMax)
        }
    }

    @Test func everyLineIsMarkedAndHasEachNameOnce() {
        for line in Self.lines {
            #expect(line.gender == "m" || line.gender == "f")
            let names = line.full + line.short
            #expect(Set(names).count == names.count, "\(names)")
        }
        for words in Lexicon.lines(NicknameData.families) {
            #expect(words[0] == "m" || words[0] == "f")
            #expect(Set(words.dropFirst()).count == words.count - 1, "\(words)")
        }
    }

    @Test func namesWithoutShortFormsAreSorted() {
        for table in NicknameData.groups {
            for mark in ["M", "F"] {
                let names = Lexicon.lines(table).filter { $0[0] == mark }.flatMap { $0.dropFirst() }
                #expect(names == names.sorted())
            }
        }
    }

    /// A name is called in full by one line of a language and gender, so that whoever adds to it
    /// finds it.
    @Test func aNameStandsInFullOnceInALanguage() {
        for table in NicknameData.groups {
            var seen: [String: [String]] = [:]
            for words in Lexicon.lines(table) {
                let gender = words[0].lowercased()
                let isList = words[0] != gender
                let colon = words.firstIndex { $0.hasSuffix(":") } ?? words.count - 1
                let full = words[1...(isList ? words.count - 1 : colon)].map {
                    $0.filter { $0 != ":" }
                }
                for name in full {
                    let key = gender + " " + name
                    let line = isList ? [name] : full
                    if let other = seen[key] { #expect(other == line && !isList, "\(key)") }
                    seen[key] = line
                }
            }
        }
    }

    /// A group is of one gender; what is in full a name of the other alone is not short for it.
    /// Those that really are stand here.
    @Test func noShortFormIsInFullTheOtherGender() {
        var genders: [String: Set<String>] = [:]
        for line in Self.lines {
            for name in line.full { genders[name, default: []].insert(line.gender) }
        }
        var found: Set<String> = []
        for line in Self.lines {
            for name in line.short {
                if let others = genders[name], !others.contains(line.gender) {
                    found.insert(name)
                }
            }
        }
        let unknown = found.subtracting(Self.sharedShortForms)
        #expect(unknown.isEmpty, "\(unknown)")
        let gone = Self.sharedShortForms.subtracting(found)
        #expect(gone.isEmpty, "\(gone)")
    }

    /// Short for names of both in one language or another: Toni, Sasha, Lou.
    static let sharedShortForms = Set(
        """
        adi ali ange ari arpi aurel berna bojan bora charley charlie chava chus conny cory
        dany eda eli elli fatos floor flor fran france frankie gabi gaby georgie gert giusi gocha
        halle harry heli helmi henny inge ira isa jackie jacky jan jani jantje joey johnnie
        jole jos jude jules kader kaja kira kristi lali laurie leen lenny leo lois lore loren
        lori ludo mads mane mara marti max maxi miha mila milou mimi mira naz nel nicky nico
        niki nour pauli petya phil ronny sabri sacha samy sandy sasa sasha simo sol stef
        stevie teo tia tine tone tuur uli ulli vanya vic vita vlasta wies willi willy
        """.split { $0.isWhitespace }.map(String.init)
    )

    @Test func everyFullNameOfOneFamilyHasOneGender() {
        let table = NicknameTable.standard
        for number in 0..<table.nameCount {
            let memberships = table.memberships(of: GivenName(number))
            #expect(!memberships.isEmpty)
            for pair in zip(memberships, memberships.dropFirst()) { #expect(pair.0 < pair.1) }
        }
        #expect(table.groupCount >= 600)
    }
}
