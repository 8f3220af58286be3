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

    /// How many people may share a key before it says too little to look at all of them.
    public var bucketMax: Int {
        switch self {
        case .phone, .email, .identity, .names, .sounds: 60
        case .emailUser, .birthDate, .initialAndSound, .nameAndStart, .phonePart, .address,
            .placeAndName:
            30
        }
    }
}

/// A key under which a person is found.
public struct BlockKey: Hashable, Sendable {
    /// The most that one person has.
    public static let countMax = 32
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
