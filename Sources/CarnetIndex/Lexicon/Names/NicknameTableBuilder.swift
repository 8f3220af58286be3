import CarnetBytes

/// Reads ``NicknameData`` and turns it into the arrays of ``NicknameTable``.
struct NicknameTableBuilder {
    struct Group {
        let gender: NameGender
        /// Names by number, the full ones first.
        var members: [UInt16] = []
        var fullCount = 0
        /// 0 is none.
        var family = 0

        var full: ArraySlice<UInt16> { members[..<fullCount] }
    }

    private(set) var words = WordTable()
    private(set) var groups: [Group] = []
    private(set) var familyCount = 1
    /// The groups that are called by each name in full.
    private var groupsOfFull: [[UInt16]] = []

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
        while let range = text.nextWord() {
            let word = add(text.word(range))
            addGroup(Group(gender: gender, members: [word], fullCount: 1))
        }
    }

    /// Reads a line of one name, or goes on with the one before where the full names are the same.
    private mutating func readGroup(_ text: inout LexiconText, _ gender: NameGender) {
        var group = Group(gender: gender)
        var isFull = true
        while let range = text.nextWord() {
            let isLast = text.word(range).byte(at: range.count - 1) == UInt8(ascii: ":")
            let word = add(text.word(isLast ? range.dropLast() : range))
            if !group.members.contains(word) { group.members.append(word) }
            if isFull { group.fullCount = group.members.count }
            if isLast { isFull = false }
        }
        guard let last = groups.last, last.gender == gender, last.full == group.full else {
            return addGroup(group)
        }
        for word in group.members where !last.members.contains(word) {
            groups[groups.count - 1].members.append(word)
        }
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
        for group in groupsOfFull[Int(word)] where groups[Int(group)].gender == gender {
            groups[Int(group)].family = family
            hasGroup = true
        }
        if hasGroup { return }
        addGroup(Group(gender: gender, members: [word], fullCount: 1, family: family))
    }

    private mutating func addGroup(_ group: Group) {
        for word in group.full { groupsOfFull[Int(word)].append(UInt16(groups.count)) }
        groups.append(group)
    }

    private mutating func add(_ text: RawSpan) -> UInt16 {
        let word = words.add(text)
        if word == groupsOfFull.count { groupsOfFull.append([]) }
        return UInt16(word)
    }

    private static func gender(_ mark: UInt8) -> NameGender {
        mark | 0x20 == UInt8(ascii: "f") ? .female : .male
    }

    // MARK: - The arrays

    func memberships() -> (starts: [UInt32], values: [UInt16]) {
        var lists = Array(repeating: [UInt16](), count: words.count)
        for (number, group) in groups.enumerated() {
            for (place, word) in group.members.enumerated() {
                let isFull = place < group.fullCount
                let membership = NicknameTable.Membership(group: number, isFull: isFull)
                lists[Int(word)].append(membership.packed)
            }
        }
        return Self.flattened(lists)
    }

    func members() -> (starts: [UInt32], values: [UInt16]) {
        Self.flattened(groups.map(\.members))
    }

    func familyGroups() -> (starts: [UInt32], values: [UInt16]) {
        var lists = Array(repeating: [UInt16](), count: familyCount)
        for (number, group) in groups.enumerated() where group.family != 0 {
            lists[group.family].append(UInt16(number))
        }
        return Self.flattened(lists)
    }

    func genders() -> [NameGender] {
        var bits = Array(repeating: UInt8(0), count: words.count)
        for group in groups {
            for word in group.members { bits[Int(word)] |= group.gender.rawValue }
        }
        return bits.map { NameGender(rawValue: $0) ?? .unknown }
    }

    /// In how many different names each one stands: groups of one family, and groups of several
    /// languages that are called alike, are one name.
    func meaningCounts() -> [UInt8] {
        var meanings = Array(repeating: Set<Int>(), count: words.count)
        for group in groups {
            let first = group.full.first.map(Int.init) ?? 0
            let meaning =
                group.family != 0 ? -group.family : first << 2 | Int(group.gender.rawValue)
            for word in group.members { meanings[Int(word)].insert(meaning) }
        }
        return meanings.map { UInt8(truncatingIfNeeded: min($0.count, 255)) }
    }

    private static func flattened(_ lists: [[UInt16]]) -> ([UInt32], [UInt16]) {
        var starts: [UInt32] = [0]
        var values: [UInt16] = []
        for list in lists {
            values.append(contentsOf: list)
            starts.append(UInt32(values.count))
        }
        return (starts, values)
    }
}
