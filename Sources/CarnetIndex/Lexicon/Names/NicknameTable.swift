import CarnetBytes

/// What `NicknameData` says, as arrays of numbers.
///
/// A *group* is one line: the spellings of one given name of one gender, and what is short for it.
/// A *family* is the same name in several languages: groups whose full names stand on one line of
/// `NicknameData.families`. Both directions are kept, names to groups and groups to names.
struct NicknameTable: Sendable {
    static let standard = NicknameTable()

    /// Where one name stands: a group, and whether the group is called so.
    struct Membership {
        let packed: UInt16

        init(group: Int, isFull: Bool) { packed = UInt16(group << 1 | (isFull ? 1 : 0)) }
        init(packed: UInt16) { self.packed = packed }

        var group: Int { Int(packed >> 1) }
        var isFull: Bool { packed & 1 == 1 }
    }

    private let words: WordTable
    /// Memberships name by name, by rising group; those of name n lie from `nameStarts[n]`.
    private let memberships: [UInt16]
    private let nameStarts: [UInt32]
    private let genders: [NameGender]
    private let meaningCounts: [UInt8]
    /// For each name a bit for each family or lone group it stands in, 64 of them for all: two
    /// names without one in common are unrelated, which most are.
    private let signatures: [UInt64]
    /// Names group by group, the full ones first.
    private let members: [UInt16]
    private let groupStarts: [UInt32]
    /// The family of each group; 0 is none.
    private let families: [UInt16]
    /// Groups family by family.
    private let familyGroups: [UInt16]
    private let familyStarts: [UInt32]

    private init() {
        var builder = NicknameTableBuilder()
        for text in NicknameData.groups { builder.readGroups(text) }
        builder.readFamilies(NicknameData.families)
        words = builder.words
        members = builder.members
        groupStarts = builder.groupStarts()
        (nameStarts, memberships) = builder.memberships(groupStarts)
        families = builder.groups.map { UInt16($0.family) }
        (familyStarts, familyGroups) = builder.familyGroups()
        genders = builder.genders()
        meaningCounts = builder.meaningCounts(nameStarts, memberships)
        signatures = builder.signatures(nameStarts, memberships)
    }

    var nameCount: Int { words.count }
    var groupCount: Int { families.count }

    func name(_ token: RawSpan) -> GivenName? { words.number(of: token).map { GivenName($0) } }

    func append(_ name: GivenName, to writer: inout ByteWriter) {
        words.append(Int(name.number), to: &writer)
    }

    func gender(of name: GivenName) -> NameGender { genders[Int(name.number)] }

    func meaningCount(of name: GivenName) -> Int { Int(meaningCounts[Int(name.number)]) }

    /// The packed memberships of a name, by rising group.
    func memberships(of name: GivenName) -> ArraySlice<UInt16> {
        memberships[Int(nameStarts[Int(name.number)])..<Int(nameStarts[Int(name.number) &+ 1])]
    }

    /// The names of a group, as their numbers.
    func members(of group: Int) -> ArraySlice<UInt16> {
        members[Int(groupStarts[group])..<Int(groupStarts[group &+ 1])]
    }

    // MARK: - Comparing

    func closeness(_ a: GivenName, _ b: GivenName) -> NameCloseness {
        if a == b { return .same }
        guard signatures[Int(a.number)] & signatures[Int(b.number)] != 0 else { return .unrelated }
        var closest = NameCloseness.unrelated
        for left in range(a) {
            for right in range(b) {
                let found = closeness(
                    Membership(packed: memberships[left]),
                    Membership(packed: memberships[right])
                )
                if found > closest { closest = found }
            }
        }
        return closest == .translation && isGenderedPair(a, b) ? .unrelated : closest
    }

    func isGenderedPair(_ a: GivenName, _ b: GivenName) -> Bool {
        isPair(man: a, woman: b) || isPair(man: b, woman: a)
    }

    private func isPair(man: GivenName, woman: GivenName) -> Bool {
        guard gender(of: man).mayBe(.male), gender(of: woman).mayBe(.female) else { return false }
        return GenderedPair.isMade(words.word(Int(man.number)), words.word(Int(woman.number)))
    }

    private func range(_ name: GivenName) -> Range<Int> {
        Int(nameStarts[Int(name.number)])..<Int(nameStarts[Int(name.number) &+ 1])
    }

    private func closeness(_ a: Membership, _ b: Membership) -> NameCloseness {
        if a.group == b.group {
            if a.isFull && b.isFull { return .spelling }
            return a.isFull || b.isFull ? .nickname : .sibling
        }
        let family = families[a.group]
        return family != 0 && family == families[b.group] ? .translation : .unrelated
    }

    // MARK: - Walking

    func forEachName(
        near name: GivenName,
        atLeast wanted: NameCloseness,
        _ body: (GivenName, NameCloseness) -> Void
    ) {
        var passed = [name.number]
        for membership in memberships(of: name) {
            let group = Membership(packed: membership).group
            walk(group, from: name, wanted, &passed, body)
            guard wanted <= .translation, families[group] != 0 else { continue }
            let family = Int(families[group])
            for other in Int(familyStarts[family])..<Int(familyStarts[family &+ 1]) {
                walk(Int(familyGroups[other]), from: name, wanted, &passed, body)
            }
        }
    }

    private func walk(
        _ group: Int,
        from name: GivenName,
        _ wanted: NameCloseness,
        _ passed: inout [UInt16],
        _ body: (GivenName, NameCloseness) -> Void
    ) {
        for number in members(of: group) where !passed.contains(number) {
            let other = GivenName(Int(number))
            let closeness = closeness(name, other)
            guard closeness >= wanted else { continue }
            passed.append(number)
            body(other, closeness)
        }
    }
}
