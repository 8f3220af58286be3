internal import CarnetBytes

/// Up to 24 bytes of a name in three words, so that names are compared without a loop.
struct WordKey: Hashable, Sendable {
    private static let empty = WordKey()

    private let first: UInt64
    private let second: UInt64
    private let third: UInt64

    private init() {
        first = 0
        second = 0
        third = 0
    }

    /// Nil for an empty word and for one of more than 24 bytes. `folded` takes letters as upper
    /// case.
    @inline(__always)
    init?(_ word: RawSpan, folded: Bool) {
        let count = word.byteCount
        guard count > 0, count <= 24 else { return nil }
        let mask: UInt64 = folded ? .max : 0
        first = foldedASCII(partialWord(word, at: 0, count: min(count, 8)), mask)
        second =
            count > 8 ? foldedASCII(partialWord(word, at: 8, count: min(count &- 8, 8)), mask) : 0
        third = count > 16 ? foldedASCII(partialWord(word, at: 16, count: count &- 16), mask) : 0
    }

    /// Multiplication spreads the bytes to the top, where eight bits are taken. The odd constants
    /// are those of xxHash64.
    @inline(__always)
    func slot(seed: UInt8) -> Int {
        let mixed =
            (first &* 0x9E37_79B1_85EB_CA87) ^ (second &* 0xC2B2_AE3D_27D4_EB4F)
            ^ (third &* 0x1656_67B1_9E37_79F9) ^ (UInt64(seed) &* 0x27D4_EB2F_1656_67C5)
        return Int((mixed &* 0x9E37_79B1_85EB_CA87) >> 56)
    }
}

/// Names to small numbers: open addressing over 256 places.
struct WordTable: Sendable {
    private struct Entry: Sendable {
        var key: WordKey?
        var scope: UInt8 = 0
        var value: UInt8 = 0
    }

    private var entries = [Entry](repeating: Entry(), count: 256)

    /// Adds a name, which must be new in its scope, have 1 to 24 bytes and be in upper case.
    mutating func add(_ name: String, scope: UInt8 = 0, value: UInt8) {
        let bytes = Array(name.utf8)
        guard let key = unsafe WordKey(bytes.span.bytes, folded: false) else {
            preconditionFailure("a name has 1 to 24 bytes: \(name)")
        }
        var slot = key.slot(seed: scope)
        while let other = entries[slot].key {
            precondition(other != key || entries[slot].scope != scope, "twice: \(name)")
            slot = (slot &+ 1) & 255
        }
        entries[slot] = Entry(key: key, scope: scope, value: value)
    }

    /// O(1).
    @inline(__always)
    func find(_ word: RawSpan, scope: UInt8 = 0, folded: Bool) -> UInt8? {
        guard let key = WordKey(word, folded: folded) else { return nil }
        var slot = key.slot(seed: scope)
        while let found = entries[slot].key {
            if found == key, entries[slot].scope == scope { return entries[slot].value }
            slot = (slot &+ 1) & 255
        }
        return nil
    }
}

/// `count` bytes, 1 to 8, the first lowest, zeros above. Overlapping loads instead of a loop.
@inline(__always)
private func partialWord(_ bytes: RawSpan, at: Int, count: Int) -> UInt64 {
    if count == 8 { return bytes.littleEndianUInt64(at: at) }
    if count >= 4 {
        let low = UInt64(bytes.littleEndianUInt32(at: at))
        let high = UInt64(bytes.littleEndianUInt32(at: at &+ count &- 4))
        return low | high << UInt64((count &- 4) &* 8)
    }
    if count >= 2 {
        let low = UInt64(bytes.littleEndianUInt16(at: at))
        let high = UInt64(bytes.byte(at: at &+ count &- 1))
        return low | high << UInt64((count &- 1) &* 8)
    }
    return UInt64(bytes.byte(at: at))
}

/// Eight bytes at once: lower-case ASCII letters become upper case where `mask` has ones.
@inline(__always)
private func foldedASCII(_ word: UInt64, _ mask: UInt64) -> UInt64 {
    let heptets = word & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = heptets &+ 0x1F1F_1F1F_1F1F_1F1F
    let behindZ = heptets &+ 0x0505_0505_0505_0505
    let isLower = (fromA ^ behindZ) & ~word & 0x8080_8080_8080_8080
    return word ^ ((isLower >> 2) & mask)
}
