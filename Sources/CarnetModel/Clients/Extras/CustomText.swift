public import CarnetBytes

/// Reads what a caller wrote for a field of a tenant's own.
public enum CustomText {
    /// The name behind `x.`, or nil where the word is no custom field's.
    @_lifetime(copy word)
    public static func name(_ word: RawSpan) -> RawSpan? {
        guard word.byteCount > 2, word.byte(at: 0) == UInt8(ascii: "x"),
            word.byte(at: 1) == UInt8(ascii: ".")
        else { return nil }
        return word.bytes(2..<word.byteCount)
    }

    /// Appends name and value in the form that records hold; throws what the value must be. A
    /// text that is empty once its blanks are gone is refused: clearing is said otherwise.
    public static func append(
        _ name: RawSpan,
        _ kind: CustomKind,
        _ text: RawSpan,
        to writer: inout ByteWriter
    ) throws(ValueError) {
        writer.append(name)
        writer.append(CustomValue.separator)
        writer.append(kind.rawValue)
        switch kind {
        case .text:
            var scratch = ByteWriter(capacity: 256)
            let checked = try TextValue.check(text, .customText, scratch: &scratch)
            writer.append(checked.bytes(given: text, scratch: scratch))
        case .number:
            appendShort(zigzag(try millionths(text)), to: &writer)
        case .date: writer.append(littleEndian: try CalendarDate.parse(text).packed)
        case .yesNo: writer.append(try YesNo.parse(text) ? 1 : 0)
        }
    }

    /// A number with a minus before it and up to six decimals behind a point, in millionths. At most
    /// twelve digits stand before the point, leading zeros included.
    static func millionths(_ text: RawSpan) throws(ValueError) -> Int64 {
        let isNegative = text.byteCount > 0 && text.byte(at: 0) == UInt8(ascii: "-")
        var value: Int64 = 0
        var wholeCount = 0
        var decimalCount: Int?
        for index in (isNegative ? 1 : 0)..<text.byteCount {
            let byte = text.byte(at: index)
            if byte == UInt8(ascii: "."), decimalCount == nil, wholeCount > 0 {
                decimalCount = 0
                continue
            }
            let digit = byte &- UInt8(ascii: "0")
            guard digit < 10 else { throw .decimal }
            if let count = decimalCount {
                guard count < 6 else { throw .decimal }
                decimalCount = count + 1
            } else {
                guard wholeCount < 12 else { throw .decimal }
                wholeCount += 1
            }
            value = value * 10 + Int64(digit)
        }
        guard wholeCount > 0, decimalCount != 0 else { throw .decimal }
        for _ in (decimalCount ?? 0)..<6 { value *= 10 }
        return isNegative ? -value : value
    }

    /// Small numbers of either sign as small ones without.
    private static func zigzag(_ value: Int64) -> UInt64 {
        UInt64(bitPattern: value << 1 ^ value >> 63)
    }

    private static func appendShort(_ value: UInt64, to writer: inout ByteWriter) {
        var rest = value
        repeat {
            writer.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        } while rest > 0
    }
}
