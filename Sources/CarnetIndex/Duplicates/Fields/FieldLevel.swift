/// How two values of a field stand to each other, the closest first. Which levels a field has
/// depends on its kind: see ``FieldLevel/levels(of:)``.
public enum FieldLevel: UInt8, Hashable, Sendable, CaseIterable {
    /// At least one of the two is not known: says nothing, 0 bits.
    case missing = 0
    case equal = 1
    /// Given names: one is short for the other, or a part or the initials of a compound.
    /// Surnames: one contains the other, or both share a part. E-mail: the same user part.
    case related = 2
    /// Given names: one is only an initial.
    case initial = 3
    /// One slip apart or pronounced alike. Dates: day and month exchanged, one part wrong, or a
    /// month apart at most.
    case near = 4
    /// Alike, but not by one slip. Dates: a year apart at most, or two digits wrong. E-mail: slips
    /// on both sides of the @.
    case loose = 5
    case different = 6

    /// The word in `reasons`.
    public var name: StaticString {
        switch self {
        case .missing: "missing"
        case .equal: "equal"
        case .related: "related"
        case .initial: "initial"
        case .near: "near"
        case .loose: "loose"
        case .different: "different"
        }
    }

    /// The levels that a kind of field has besides `missing`, the closest first.
    public static func levels(of kind: FieldKind) -> [FieldLevel] {
        switch kind {
        case .givenName: [.equal, .related, .initial, .near, .loose, .different]
        case .surname: [.equal, .related, .near, .loose, .different]
        case .email: [.equal, .related, .near, .loose, .different]
        case .phone, .identity: [.equal, .near, .different]
        case .birthDate, .place, .address, .text: [.equal, .near, .loose, .different]
        case .language, .trait: [.equal, .different]
        case .fullName: []
        }
    }
}

/// The levels of one pair, four bits each: given name, surname, their order (`equal` straight,
/// `related` exchanged), then the values of the schema.
public struct ComparisonPattern: Hashable, Sendable {
    public private(set) var bits: UInt64 = 0

    static let given = 0
    static let surname = 1
    static let order = 2
    static let firstValue = 3

    public init() {}

    init(bits: UInt64) { self.bits = bits }

    /// The level at `slot`: 0 given name, 1 surname, 2 order, from 3 on the values.
    @inline(__always)
    public subscript(slot: Int) -> FieldLevel {
        get { FieldLevel(rawValue: rawLevel(slot)) ?? .missing }
        set {
            let shift = UInt64(truncatingIfNeeded: slot &* 4)
            bits = bits & ~(15 << shift) | UInt64(newValue.rawValue) << shift
        }
    }

    @inline(__always)
    func rawLevel(_ slot: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: bits >> UInt64(truncatingIfNeeded: slot &* 4) & 7)
    }
}
