import CarnetBytes

/// Reads `NicknameData` and turns it into the arrays of `NicknameTable`. Flat arrays all the
/// way: ten thousand small ones would take longer than all else at start.
struct NicknameTableBuilder {
    struct Group {
        let gender: NameGender
        /// Where its members begin; they end where those of the next group begin.
        let start: Int
        /// How many of them, the first ones, are the name in full.
        var fullCount = 0
        /// 0 is none.
        var family = 0
    }

    private(set) var words = WordTable(wordCount: 12_000)
    private(set) var groups: [Group] = []
    /// Names group by group.
    private(set) var members: [UInt16] = []
    private(set) var familyCount = 1
    /// For each name the last of the groups that are called so in full, as an index into `links`
    /// plus one, and for each of these the one before.
    private var lastLinks: [UInt32] = []
    private var links: [(group: UInt16, previous: UInt32)] = []

    // MARK: - Reading

    /// Reads the lines of one language.
    mutating func readGroups(_ source: StaticString) {
        var text = LexiconText(source)
        while !text.isAtEnd {
            guard let mark = text.nextWord() else { continue }
            let letter = text.word(mark).byte(at: 0)
            let gender = Self.gender(letter)
            if letter & 0x20 == 0 {
                readNames(&text, gender)
            } else {
                readGroup(&text, gender)
            }
        }
    }

    /// Reads a line of names for which nothing is short.
    private mutating func readNames(_ text: inout LexiconText, _ gender: NameGender) {
        while let range = text.nextWord() { addGroup(of: add(text.word(range)), gender) }
    }

    /// Reads a line of one name, or goes on with the one before where the full names are the same.
    private mutating func readGroup(_ text: inout LexiconText, _ gender: NameGender) {
        let start = members.count
        var fullCount: Int?
        while let range = text.nextWord() {
            let isLast = text.word(range).byte(at: range.count - 1) == UInt8(ascii: ":")
            let word = add(text.word(isLast ? range.dropLast() : range))
            if !members[start...].contains(word) { members.append(word) }
            if isLast { fullCount = members.count - start }
        }
        var group = Group(gender: gender, start: start)
        group.fullCount = fullCount ?? members.count - start
        guard let last = groups.last, last.gender == gender, full(last) == full(group) else {
            for word in full(group) { link(word, to: groups.count) }
            return groups.append(group)
        }
        let more = members[start...].filter { !members[last.start..<start].contains($0) }
        members.removeSubrange(start...)
        members.append(contentsOf: more)
    }

    /// Reads lines `m john jean johann`. A name that no group is called by becomes a group.
    mutating func readFamilies(_ source: StaticString) {
        var text = LexiconText(source)
        var first: UInt16?
        while !text.isAtEnd {
            guard let mark = text.nextWord() else { continue }
            let gender = Self.gender(text.word(mark).byte(at: 0))
            var isFirst = true
            while let range = text.nextWord() {
                let word = add(text.word(range))
                if isFirst, word != first { familyCount += 1 }
                if isFirst { first = word }
                isFirst = false
                place(word, gender, in: familyCount - 1)
            }
        }
    }

    private mutating func place(_ word: UInt16, _ gender: NameGender, in family: Int) {
        var hasGroup = false
        var link = lastLinks[Int(word)]
        while link != 0 {
            let (group, previous) = links[Int(link) - 1]
            if groups[Int(group)].gender == gender {
                groups[Int(group)].family = family
                hasGroup = true
            }
            link = previous
        }
        if !hasGroup { addGroup(of: word, gender, family: family) }
    }

    private mutating func addGroup(of word: UInt16, _ gender: NameGender, family: Int = 0) {
        link(word, to: groups.count)
        groups.append(
            Group(gender: gender, start: members.count, fullCount: 1, family: family)
        )
        members.append(word)
    }

    private mutating func link(_ word: UInt16, to group: Int) {
        links.append((UInt16(group), lastLinks[Int(word)]))
        lastLinks[Int(word)] = UInt32(links.count)
    }

    private mutating func add(_ text: RawSpan) -> UInt16 {
        let word = words.add(text)
        if word == lastLinks.count { lastLinks.append(0) }
        return UInt16(word)
    }

    private func full(_ group: Group) -> ArraySlice<UInt16> {
        members[group.start..<group.start + group.fullCount]
    }

    private static func gender(_ mark: UInt8) -> NameGender {
        mark | 0x20 == UInt8(ascii: "f") ? .female : .male
    }
}

// MARK: - The arrays

extension NicknameTableBuilder {
    func groupStarts() -> [UInt32] {
        groups.map { UInt32($0.start) } + [UInt32(members.count)]
    }

    /// The memberships of each name, by rising group.
    func memberships(_ groupStarts: [UInt32]) -> (starts: [UInt32], values: [UInt16]) {
        var starts = Array(repeating: UInt32(0), count: words.count + 1)
        for word in members { starts[Int(word) + 1] += 1 }
        for word in 0..<words.count { starts[word + 1] += starts[word] }
        var ends = starts
        var values = Array(repeating: UInt16(0), count: members.count)
        for (number, group) in groups.enumerated() {
            for place in Int(groupStarts[number])..<Int(groupStarts[number + 1]) {
                let isFull = place - group.start < group.fullCount
                let membership = NicknameTable.Membership(group: number, isFull: isFull)
                let word = Int(members[place])
                values[Int(ends[word])] = membership.packed
                ends[word] += 1
            }
        }
        return (starts, values)
    }

    /// The groups of each family, by rising number.
    func familyGroups() -> (starts: [UInt32], values: [UInt16]) {
        var starts = Array(repeating: UInt32(0), count: familyCount + 1)
        for group in groups where group.family != 0 { starts[group.family + 1] += 1 }
        for family in 0..<familyCount { starts[family + 1] += starts[family] }
        var ends = starts
        var values = Array(repeating: UInt16(0), count: Int(starts[familyCount]))
        for (number, group) in groups.enumerated() where group.family != 0 {
            values[Int(ends[group.family])] = UInt16(number)
            ends[group.family] += 1
        }
        return (starts, values)
    }

    func genders() -> [NameGender] {
        var bits = Array(repeating: UInt8(0), count: words.count)
        for group in 0..<groups.count {
            let end = group + 1 < groups.count ? groups[group + 1].start : members.count
            for word in members[groups[group].start..<end] {
                bits[Int(word)] |= groups[group].gender.rawValue
            }
        }
        return bits.map { NameGender(rawValue: $0) ?? .unknown }
    }

    /// In how many different names each one stands: groups of one family, and groups of several
    /// languages that are called alike, are one name.
    func meaningCounts(_ starts: [UInt32], _ memberships: [UInt16]) -> [UInt8] {
        var meanings: [Int] = []
        return (0..<words.count).map { word in
            meanings.removeAll(keepingCapacity: true)
            for place in Int(starts[word])..<Int(starts[word + 1]) {
                let group = groups[NicknameTable.Membership(packed: memberships[place]).group]
                let called = Int(members[group.start]) << 2 | Int(group.gender.rawValue)
                let meaning = group.family != 0 ? -group.family : called
                if !meanings.contains(meaning) { meanings.append(meaning) }
            }
            return UInt8(truncatingIfNeeded: min(meanings.count, 255))
        }
    }

    func signatures(_ starts: [UInt32], _ memberships: [UInt16]) -> [UInt64] {
        (0..<words.count).map { word in
            var signature: UInt64 = 0
            for place in Int(starts[word])..<Int(starts[word + 1]) {
                let group = NicknameTable.Membership(packed: memberships[place]).group
                let family = groups[group].family
                signature |= 1 << UInt64((family != 0 ? family : group) & 63)
            }
            return signature
        }
    }
}
