public import CarnetBytes

/// Comparison of addresses: with case folded on both sides of the @ (strictly only the domain
/// ignores case, but no provider in use tells `Ann@` from `ann@`). ASCII by adding 0x20, the rest
/// by the simple case folding of Unicode. `xn--` and the letters it stands for stay different.
extension EmailAddress {
    /// Appends the folded form: two addresses are the same when these bytes are. O(length).
    public static func appendFolded(_ email: RawSpan, to writer: inout ByteWriter) {
        var offset = 0
        while offset < email.byteCount {
            if offset &+ 8 <= email.byteCount,
                let word = asciiLowercase(email.littleEndianUInt64(at: offset))
            {
                writer.append(littleEndian: word)
                offset &+= 8
                continue
            }
            let byte = email.byte(at: offset)
            if byte < 0x80 {
                writer.append(asciiLowercase(byte))
                offset &+= 1
            } else if let scalar = email.scalar(at: offset) {
                writer.append(scalar: CaseFolding.simple(scalar.value))
                offset &+= scalar.byteCount
            } else {
                writer.append(byte)
                offset &+= 1
            }
        }
    }

    /// Whether both fold to the same bytes, without writing them. O(length).
    public static func isFoldedEqual(_ a: RawSpan, _ b: RawSpan) -> Bool {
        var left = 0
        var right = 0
        while left < a.byteCount, right < b.byteCount {
            if left &+ 8 <= a.byteCount, right &+ 8 <= b.byteCount,
                let one = asciiLowercase(a.littleEndianUInt64(at: left)),
                let other = asciiLowercase(b.littleEndianUInt64(at: right))
            {
                guard one == other else { return false }
                left &+= 8
                right &+= 8
                continue
            }
            let first = folded(a, at: left)
            let second = folded(b, at: right)
            guard first.value == second.value else { return false }
            left &+= first.byteCount
            right &+= second.byteCount
        }
        return left == a.byteCount && right == b.byteCount
    }

    /// The folded scalar at `offset`. A byte that is no UTF-8 stands for itself, out of reach of
    /// any scalar.
    private static func folded(_ bytes: RawSpan, at offset: Int) -> DecodedScalar {
        let byte = bytes.byte(at: offset)
        if byte < 0x80 { return DecodedScalar(value: UInt32(asciiLowercase(byte)), byteCount: 1) }
        guard let scalar = bytes.scalar(at: offset) else {
            let value = UInt32(byte) | 0x8000_0000
            return DecodedScalar(value: value, byteCount: 1)
        }
        let value = CaseFolding.simple(scalar.value)
        return DecodedScalar(value: value, byteCount: scalar.byteCount)
    }
}

/// The lower-case letter of an ASCII capital; any other byte as it is.
@inlinable
func asciiLowercase(_ byte: UInt8) -> UInt8 {
    let isCapital = byte &- UInt8(ascii: "A") < 26
    return isCapital ? byte | 0x20 : byte
}

/// Eight bytes of ASCII at once; nil where one is past it. Adding 0x3F sets the high bit of a byte
/// from "A" on, adding 0x25 that of one past "Z": the difference marks the capitals.
@inlinable
func asciiLowercase(_ word: UInt64) -> UInt64? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    guard word & (ones &* 0x80) == 0 else { return nil }
    let capitals = ((word &+ ones &* 0x3F) ^ (word &+ ones &* 0x25)) & (ones &* 0x80)
    return word | capitals >> 2
}
