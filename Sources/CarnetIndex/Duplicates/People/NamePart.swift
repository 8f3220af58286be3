/// One name of a person, given name or surname, as it is compared: folded, without titles and
/// remarks. Its text lies in the arena of ``People``.
struct NamePart: Sendable {
    static let tokenCountMax = 4
    static let byteCountMax = 48
    static let none = NamePart()

    /// Where the text begins: all tokens joined, particles included.
    var start: UInt32 = 0
    /// 0 where the name is not known.
    var byteCount: UInt8 = 0
    /// Tokens that are no particles; those past the fourth are in the text alone.
    var tokenCount: UInt8 = 0
    /// The number in ``Nicknames`` plus one; 0 where it is not there.
    var given: UInt16 = 0
    /// Where each token begins in the text, and behind its last byte.
    var tokenStarts = SIMD4<UInt8>(repeating: 0)
    var tokenEnds = SIMD4<UInt8>(repeating: 0)
    /// Hash of the text; 0 where the name is not known.
    var hash: UInt64 = 0
    /// Hash of how the whole name sounds, never 0 for a name.
    var sound: UInt32 = 0
    /// Bits 0 to 25: which letters there are; two names that share few are not compared closely.
    var letters: UInt32 = 0
    /// How rare the name is in this venue, in thousandths of a bit: -log2 of its share.
    var rarity: Int32 = 0
    /// The first three sounds.
    var soundStart: UInt16 = 0

    @inline(__always)
    var isMissing: Bool { byteCount == 0 }
    @inline(__always)
    var isInitial: Bool { byteCount == 1 }
}

/// Given name and surname, as one reading of what was typed.
struct NameReading: Sendable {
    var given = NamePart.none
    var surname = NamePart.none
}

/// The value of a field that is no name.
struct FieldValue: Sendable {
    static let byteCountMax = 64
    static let userByteCountMax = 40
    static let none = FieldValue()

    /// Hash of the normalised value; 0 where it is not known.
    var hash: UInt64 = 0
    /// Of a phone the last nine digits, of a date `YYYYMMDD` (year 0 where it is unknown), of an
    /// e-mail the hash of its user part (0 where that says nothing of the person).
    var number: UInt64 = 0
    /// Where its text begins in the arena.
    var start: UInt32 = 0
    var byteCount: UInt8 = 0
    /// Of an e-mail: bytes of the user part.
    var userByteCount: UInt8 = 0
    /// Of a contact: how many distinct names are behind it.
    var crowd: UInt16 = 0
    /// -log2 of its share in this venue, in thousandths of a bit.
    var rarity: Int32 = 0

    /// Of an e-mail: whether its user part is the name and nothing else, so that beside the names it
    /// says little.
    var isSpelt = false
    /// Of a date: whether it stands where nobody knows the day, as 1900-01-01 does on many lists.
    var isDefault = false

    @inline(__always)
    var isMissing: Bool { hash == 0 }

    /// Of an e-mail: whether a user part so long says something at another provider. Two or three
    /// letters are initials, which many share.
    @inline(__always)
    var isTellingUser: Bool { userByteCount >= 4 }
}
