/// Somebody who shares a key: the number, and of which kinds the shared keys are.
struct Candidate {
    /// Number above, a bit for each kind below.
    var packed: UInt64

    init(packed: UInt64) { self.packed = packed }

    init(_ number: UInt32, _ kind: BlockKind) {
        packed = UInt64(number) << 16 | 1 << UInt64(kind.rawValue)
    }

    @inline(__always)
    var number: UInt32 { UInt32(truncatingIfNeeded: packed >> 16) }

    @inline(__always)
    func shares(_ kinds: UInt64) -> Bool { packed & kinds != 0 }

    @inline(__always)
    private static func bit(_ kind: BlockKind) -> UInt64 { 1 << UInt64(kind.rawValue) }

    /// How much the shared keys say, the most first. Behind a contact alone may be a crowd.
    enum Rank {
        case strongAndName
        case wholeName
        case strong
        case partOfName
    }

    static let ranks: [Rank] = [.strongAndName, .wholeName, .strong, .partOfName]

    @inline(__always)
    var rank: Rank {
        if shares(Self.strong) { return shares(Self.anyName) ? .strongAndName : .strong }
        return shares(Self.wholeName) ? .wholeName : .partOfName
    }

    /// Whether only names are alike, as far as keys say.
    @inline(__always)
    var isByNameAlone: Bool { !shares(Self.strong) }

    // Computed, so that they become constants: a stored one is asked whether it is there each time.

    /// Keys of which each may alone stand for a double: all but those of names.
    @inline(__always)
    static var strong: UInt64 {
        bit(.phone) | bit(.email) | bit(.identity) | bit(.emailUser) | bit(.birthDate)
            | bit(.phonePart) | bit(.address) | bit(.placeAndName) | bit(.datePart) | bit(.places)
    }

    /// Keys of what a crowd may share.
    @inline(__always)
    static var contact: UInt64 { bit(.phone) | bit(.email) }

    /// Keys of both names, exact or as they sound.
    @inline(__always)
    static var wholeName: UInt64 { bit(.names) | bit(.sounds) }

    @inline(__always)
    static var anyName: UInt64 { wholeName | bit(.initialAndSound) | bit(.nameAndStart) }
}

/// Who may be one person.
extension DuplicateIndex {
    /// The most candidates that one check compares.
    public static let candidateCountMax = 64

    /// From so many records on buckets may be twice as large.
    private static let largeCount = 50_000

    /// Collects in `found` those who share a key with a person, each once, by rising number, if
    /// `wants` says so. Of more than `limit` the rest is left out, those under the kinds of keys
    /// that say least first. O(keys + candidates · log candidates).
    @inline(__always)
    func collect(
        _ keys: [BlockKey],
        limit: Int,
        _ numbers: inout [UInt32],
        _ found: inout [UInt64],
        where wants: (UInt32) -> Bool
    ) {
        found.removeAll(keepingCapacity: true)
        let factor = count >= Self.largeCount ? 2 : 1
        var warmed: UInt64 = 0
        for key in keys where key.use != .kept { warmed |= blocks.warm(key.hash) }
        if warmed == 0 { return }
        for kinds in [Candidate.strong, ~Candidate.strong] where found.count < limit {
            for key in keys
            where key.use != .kept && kinds & 1 << UInt64(key.kind.rawValue) != 0 {
                numbers.removeAll(keepingCapacity: true)
                _ = blocks.numbers(key.hash, most: key.kind.bucketMax &* factor, into: &numbers)
                for number in numbers where wants(number) {
                    found.append(Candidate(number, key.kind).packed)
                }
            }
        }
        found.sort()
        var kept = 0
        for index in found.indices {
            if kept > 0, found[kept &- 1] >> 16 == found[index] >> 16 {
                found[kept &- 1] |= found[index]
            } else {
                found[kept] = found[index]
                kept &+= 1
            }
        }
        found.removeLast(found.count &- kept)
    }
}
