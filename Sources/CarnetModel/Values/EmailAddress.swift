public import CarnetBytes

/// The syntax of e-mail addresses, as far as mail is sent to them today: RFC 5321 with the
/// dot-atom of RFC 5322 before the @ (no quotes, no comments) and a domain name after it (no
/// address in brackets), widened to UTF-8 by RFC 6531. Kept as typed, but for spaces at both ends
/// and normal form C.
public enum EmailAddress {
    /// RFC 5321, section 4.5.3.1.3: a path has 256 with its two angle brackets.
    public static let byteCountMax = 254
    private static let localByteCountMax = 64
    private static let labelByteCountMax = 63

    /// Checks an address. An empty text passes: it clears the field. Appends to `scratch` only
    /// where normal form C differs from what was given. O(length), no allocation for ASCII.
    public static func check(
        _ bytes: RawSpan,
        scratch: inout ByteWriter
    ) throws(ValueError) -> CheckedText {
        let rule = TextRule(byteCountMax: byteCountMax)
        let checked = try TextValue.check(bytes, rule, scratch: &scratch)
        guard !checked.isEmpty else { return checked }
        do throws(EmailFault) {
            switch checked {
            case .asGiven(let range): try checkSyntax(bytes, range)
            case .rewritten(let range): try checkSyntax(scratch.bytes, range)
            }
        } catch {
            if case .rewritten(let range) = checked { scratch.truncate(to: range.lowerBound) }
            throw .email(error)
        }
        return checked
    }

    /// The offset of the @ in an address that was checked; nil in any other text without one.
    public static func atOffset(_ email: RawSpan) -> Int? {
        var index = 0
        while index < email.byteCount {
            if email.byte(at: index) == UInt8(ascii: "@") { return index }
            index &+= 1
        }
        return nil
    }

    private static func checkSyntax(_ bytes: RawSpan, _ range: Range<Int>) throws(EmailFault) {
        let at = try checkLocal(bytes, range)
        try checkDomain(bytes, at &+ 1..<range.upperBound, start: range.lowerBound)
    }

    /// Checks what stands before the @ and answers where that is.
    private static func checkLocal(
        _ bytes: RawSpan,
        _ range: Range<Int>
    ) throws(EmailFault) -> Int {
        let start = range.lowerBound
        var offset = start
        // As if a dot stood in front: the first character can't be one.
        var lastIsDot = true
        while offset < range.upperBound {
            let byte = bytes.byte(at: offset)
            if byte == UInt8(ascii: "@") {
                guard offset > start else { throw .localEmpty }
                guard !lastIsDot else { throw .localDot }
                guard offset &- start <= localByteCountMax else { throw .localTooLong }
                return offset
            }
            if byte == UInt8(ascii: ".") {
                guard !lastIsDot else { throw .localDot }
                lastIsDot = true
                offset &+= 1
                continue
            }
            lastIsDot = false
            if byte < 0x80 {
                guard isAtomCharacter(byte) else {
                    throw byte == UInt8(ascii: "\"") ? .quoted : .character(offset: offset &- start)
                }
                offset &+= 1
            } else {
                offset &+= try letterByteCount(bytes, at: offset, start: start)
            }
        }
        throw .noAt
    }

    private static func checkDomain(
        _ bytes: RawSpan,
        _ range: Range<Int>,
        start: Int
    ) throws(EmailFault) {
        guard !range.isEmpty else { throw .domainEmpty }
        guard bytes.byte(at: range.lowerBound) != UInt8(ascii: "[") else { throw .addressLiteral }
        var offset = range.lowerBound
        var labelStart = offset
        var labelCount = 0
        var hasLetter = false
        while offset < range.upperBound {
            let byte = bytes.byte(at: offset)
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "-"):
                hasLetter = true
                offset &+= 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                offset &+= 1
            case UInt8(ascii: "."):
                try checkLabel(bytes, labelStart..<offset)
                offset &+= 1
                guard offset < range.upperBound else { throw .trailingDot }
                labelCount &+= 1
                labelStart = offset
                hasLetter = false
            case UInt8(ascii: "@"):
                throw .secondAt
            case 0x80...:
                hasLetter = true
                offset &+= try letterByteCount(bytes, at: offset, start: start)
            default:
                throw .character(offset: offset &- start)
            }
        }
        try checkLabel(bytes, labelStart..<offset)
        guard labelCount > 0 else { throw .oneLabel }
        guard hasLetter else { throw .numericTop }
    }

    private static func checkLabel(_ bytes: RawSpan, _ range: Range<Int>) throws(EmailFault) {
        guard let first = range.first, let last = range.last else { throw .labelEmpty }
        guard range.count <= labelByteCountMax else { throw .labelTooLong }
        guard bytes.byte(at: first) != UInt8(ascii: "-"),
            bytes.byte(at: last) != UInt8(ascii: "-")
        else { throw .labelHyphen }
    }

    /// `atext` of RFC 5322, section 3.2.3: letters, digits and !#$%&'*+-/=?^ `{|}~ with the
    /// underscore. A bit for each of the 128 characters.
    @inline(__always)
    private static func isAtomCharacter(_ byte: UInt8) -> Bool {
        let low: UInt64 = 0xA3FF_ACFA_0000_0000
        let high: UInt64 = 0x7FFF_FFFF_C7FF_FFFE
        let bits = byte < 64 ? low : high
        return bits >> UInt64(byte & 63) & 1 == 1
    }

    /// How many bytes the character past ASCII at `offset` takes. Spaces and characters that
    /// nobody sees come from copying and are refused: mail to such an address never arrives.
    private static func letterByteCount(
        _ bytes: RawSpan,
        at offset: Int,
        start: Int
    ) throws(EmailFault) -> Int {
        guard let scalar = bytes.scalar(at: offset), !isInvisible(scalar.value) else {
            throw .character(offset: offset &- start)
        }
        return scalar.byteCount
    }

    private static func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: TextValue.isWideSpace(scalar)
        }
    }
}
