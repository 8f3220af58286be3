/// What people are looked for by who may be one another.
public enum BlockKind: UInt8, Hashable, Sendable, CaseIterable {
    case phone
    case email
    case identity
    /// What stands before the @, or how a name would be spelt there.
    case emailUser
    case birthDate
    case names
    case sounds
    case initialAndSound
    case nameAndStart
    case phonePart
    case address
    case placeAndName
    /// One name alone, as it sounds, and a date without one of its parts: kept where there are no
    /// phones, which would find most who are looked for under these.
    case name
    case datePart
    /// Two places, or a place and a date of birth.
    case places

    /// How many people may share a key before it says too little to look at all of them.
    public var bucketMax: Int {
        switch self {
        case .phone, .email, .identity, .birthDate, .names, .sounds: 60
        case .emailUser, .initialAndSound, .nameAndStart, .phonePart, .address, .placeAndName,
            .name, .datePart, .places:
            30
        }
    }
}

/// A key under which a person is found.
public struct BlockKey: Hashable, Sendable {
    /// The most that one person has.
    public static let countMax = 64
    /// Its low 32 bits alone are kept by a table.
    public let hash: UInt64
    public let kind: BlockKind
    let use: KeyUse
}

/// Whether a person is kept under a key, looked for under it, or both. A name as it would be spelt
/// in an e-mail looks for real addresses and is looked for by them, not by other names.
enum KeyUse: UInt8, Hashable, Sendable {
    case both
    case kept
    case asked
}
