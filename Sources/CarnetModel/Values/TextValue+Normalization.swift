import CarnetBytes

/// The way of text that is not printable ASCII alone: one pass finds what is refused and whether
/// the text is in normal form C already (UAX #15, "Detecting Normalization Forms"); a second one
/// rewrites it from the last place before which nothing can change.
extension TextValue {
    static func checkScalars(
        _ bytes: RawSpan,
        _ range: Range<Int>,
        _ rule: TextRule,
        scratch: inout ByteWriter
    ) throws(ValueError) -> CheckedText {
        guard let start = try firstChange(bytes, range, rule) else { return .asGiven(range) }
        let lowerBound = scratch.byteCount
        scratch.append(bytes.bytes(range.lowerBound..<start))
        var composer = Composer()
        var offset = start
        while offset < range.upperBound, let scalar = bytes.scalar(at: offset) {
            offset += scalar.byteCount
            if scalar.value != 0x0D { composer.push(scalar.value, to: &scratch) }
        }
        composer.finish(to: &scratch)
        return .rewritten(lowerBound..<scratch.byteCount)
    }

    /// Where rewriting has to begin: the start of the last scalar in front of the first possible
    /// change that nothing after it can reach across. Nil where the text stays as it is.
    private static func firstChange(
        _ bytes: RawSpan,
        _ range: Range<Int>,
        _ rule: TextRule
    ) throws(ValueError) -> Int? {
        var change: Int?
        var boundary = range.lowerBound
        var lastClass: UInt16 = 0
        var markCount = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            guard let scalar = bytes.scalar(at: offset),
                offset &+ scalar.byteCount <= range.upperBound
            else { throw .notUTF8(offset: offset) }
            if scalar.value < 0x300 {
                if isLowControl(scalar.value) {
                    let isPair = try allowControl(bytes, range, offset, rule)
                    if isPair, change == nil { change = offset }
                }
                if change == nil { boundary = offset }
                lastClass = 0
                markCount = 0
            } else {
                guard !isForbidden(scalar.value) else {
                    throw .forbiddenCharacter(scalar.value, offset: offset)
                }
                let property = NormalizationTable.standard.property(of: scalar.value)
                let combiningClass = property & 0xFF
                markCount = combiningClass == 0 ? 0 : markCount &+ 1
                guard markCount <= Composer.markCountMax else {
                    throw .tooManyMarks(offset: offset)
                }
                let isOrdered = combiningClass == 0 || lastClass <= combiningClass
                if change == nil {
                    if property & NormalizationTable.mayChange != 0 || !isOrdered {
                        change = boundary
                    } else if combiningClass == 0 {
                        boundary = offset
                    }
                }
                lastClass = combiningClass
            }
            offset &+= scalar.byteCount
        }
        return change
    }

    private static func isLowControl(_ scalar: UInt32) -> Bool {
        scalar < 0x20 || (scalar >= 0x7F && scalar < 0xA0)
    }

    /// Refuses the control at `offset` unless it is a newline of a note; true for the CR of a
    /// CR LF, which has to go.
    private static func allowControl(
        _ bytes: RawSpan,
        _ range: Range<Int>,
        _ offset: Int,
        _ rule: TextRule
    ) throws(ValueError) -> Bool {
        let byte = bytes.byte(at: offset)
        if byte == 0x0A {
            guard rule.allowsNewline else { throw .newline(offset: offset) }
            return false
        }
        let isPair =
            byte == 0x0D && offset &+ 1 < range.upperBound && bytes.byte(at: offset &+ 1) == 0x0A
        guard isPair else {
            throw .forbiddenCharacter(bytes.scalar(at: offset)?.value ?? 0, offset: offset)
        }
        guard rule.allowsNewline else { throw .newline(offset: offset) }
        return true
    }

    /// Line separators and noncharacters; the C1 controls are below U+0300.
    private static func isForbidden(_ scalar: UInt32) -> Bool {
        scalar == 0x2028 || scalar == 0x2029 || scalar & 0xFFFE == 0xFFFE
            || (scalar >= 0xFDD0 && scalar <= 0xFDEF)
    }
}
