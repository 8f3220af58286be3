import CarnetBytes

/// Commands in RESP, written straight into a connection's buffer.
extension ByteWriter {
    /// `*count`: how many words follow.
    mutating func beginCommand(_ wordCount: Int) {
        append(UInt8(ascii: "*"))
        appendLength(wordCount)
    }

    mutating func appendWord(_ word: StaticString) {
        append(UInt8(ascii: "$"))
        appendLength(word.utf8CodeUnitCount)
        append(word)
        appendLineEnd()
    }

    mutating func appendWord(_ word: RawSpan) {
        append(UInt8(ascii: "$"))
        appendLength(word.byteCount)
        append(word)
        appendLineEnd()
    }

    /// A number of at least 0, in decimal digits.
    mutating func appendWord(_ number: Int) {
        append(UInt8(ascii: "$"))
        appendLength(decimalByteCount(number))
        append(decimal: number)
        appendLineEnd()
    }

    /// A word made of a text, a colon and a number: a peer's key.
    mutating func appendKeyWord(_ text: RawSpan, _ number: Int) {
        append(UInt8(ascii: "$"))
        appendLength(text.byteCount + 1 + decimalByteCount(number))
        append(text)
        append(UInt8(ascii: ":"))
        append(decimal: number)
        appendLineEnd()
    }

    private mutating func appendLength(_ length: Int) {
        append(decimal: length)
        appendLineEnd()
    }

    private mutating func appendLineEnd() {
        append(littleEndian: UInt16(0x0A0D))
    }

    private mutating func append(decimal number: Int) {
        if number < 10 {
            append(UInt8(truncatingIfNeeded: 48 + number))
            return
        }
        var divisor = 10
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(truncatingIfNeeded: 48 + number / divisor % 10))
            divisor /= 10
        }
    }
}

private func decimalByteCount(_ number: Int) -> Int {
    var rest = number
    var count = 1
    while rest >= 10 {
        rest /= 10
        count += 1
    }
    return count
}
