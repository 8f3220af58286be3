internal import CarnetBytes

/// An array or an object of a JSON reply that is not closed yet.
struct JSONAggregate: Sendable {
    let isMap: Bool
    /// Values still to come, keys included.
    var left: Int
    var isEmpty = true

    /// Whether the next value is a key of an object.
    var expectsKey: Bool { isMap && left & 1 == 0 }
}

/// JSON lines. A reply ends with LF, and holds no other. Bytes that are not UTF-8 become U+FFFD.
extension ReplyWriter {
    mutating func jsonString(_ value: StaticString) {
        beginJSON()
        output.append(UInt8(ascii: "\""))
        output.append(value)
        output.append(UInt8(ascii: "\""))
        endJSON()
    }

    mutating func jsonString(_ value: RawSpan) {
        beginJSON()
        appendQuoted(value)
        endJSON()
    }

    mutating func jsonInteger(_ value: Int64) {
        let isKey = beginJSON()
        if isKey { output.append(UInt8(ascii: "\"")) }
        output.append(decimal: value)
        if isKey { output.append(UInt8(ascii: "\"")) }
        endJSON()
    }

    mutating func jsonLiteral(_ text: String) {
        let isKey = beginJSON()
        if isKey { output.append(UInt8(ascii: "\"")) }
        output.append(text)
        if isKey { output.append(UInt8(ascii: "\"")) }
        endJSON()
    }

    mutating func jsonError(_ code: ErrorCode, _ message: String) {
        beginJSON()
        output.append("{\"error\":\"")
        output.append(code.text)
        output.append("\",\"message\":")
        var message = message
        message.makeContiguousUTF8()
        unsafe appendQuoted(message.utf8Span.span.bytes)
        output.append(UInt8(ascii: "}"))
        endJSON()
    }

    mutating func jsonAggregate(_ count: Int, isMap: Bool) {
        beginJSON()
        output.append(isMap ? UInt8(ascii: "{") : UInt8(ascii: "["))
        openAggregates.append(JSONAggregate(isMap: isMap, left: isMap ? count &* 2 : count))
        closeFinished()
    }

    /// What separates the next value from the one before. Tells whether it is a key.
    @discardableResult
    mutating func beginJSON() -> Bool {
        guard let last = openAggregates.indices.last else { return false }
        let isKey = openAggregates[last].expectsKey
        if openAggregates[last].isMap, !isKey {
            output.append(UInt8(ascii: ":"))
        } else if !openAggregates[last].isEmpty {
            output.append(UInt8(ascii: ","))
        }
        openAggregates[last].isEmpty = false
        return isKey
    }

    /// One value is complete.
    mutating func endJSON() {
        guard let last = openAggregates.indices.last else {
            output.append(UInt8(ascii: "\n"))
            return
        }
        openAggregates[last].left &-= 1
        closeFinished()
    }

    private mutating func closeFinished() {
        while let aggregate = openAggregates.last, aggregate.left <= 0 {
            openAggregates.removeLast()
            output.append(aggregate.isMap ? UInt8(ascii: "}") : UInt8(ascii: "]"))
            guard let outer = openAggregates.indices.last else {
                output.append(UInt8(ascii: "\n"))
                return
            }
            openAggregates[outer].left &-= 1
        }
    }

    private mutating func appendQuoted(_ text: RawSpan) {
        output.append(UInt8(ascii: "\""))
        var plain = 0
        var at = 0
        while at < text.byteCount {
            let byte = text.byte(at: at)
            if byte >= 0x80 {
                let length = utf8SequenceByteCount(text, at: at)
                if length > 0 {
                    at &+= length
                    continue
                }
            } else if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                at &+= 1
                continue
            }
            output.append(text.bytes(plain..<at))
            appendEscaped(byte)
            at &+= 1
            plain = at
        }
        output.append(text.bytes(plain..<at))
        output.append(UInt8(ascii: "\""))
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): output.append("\\\"")
        case UInt8(ascii: "\\"): output.append("\\\\")
        case 8: output.append("\\b")
        case 9: output.append("\\t")
        case 10: output.append("\\n")
        case 12: output.append("\\f")
        case 13: output.append("\\r")
        case 0..<0x20:
            output.append("\\u00")
            output.append(hexDigit(byte >> 4))
            output.append(hexDigit(byte & 15))
        default: output.append("\u{FFFD}" as StaticString)
        }
    }

    private func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") &+ value : UInt8(ascii: "a") &+ value &- 10
    }
}

/// Bytes of the UTF-8 sequence of two to four that starts at `at`; 0 where it is none. Source:
/// The Unicode Standard, table 3-7, "Well-Formed UTF-8 Byte Sequences".
func utf8SequenceByteCount(_ text: RawSpan, at: Int) -> Int {
    let first = text.byte(at: at)
    let length: Int
    var secondRange: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, secondRange) = (3, 0xA0...0xBF)
    case 0xED: (length, secondRange) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, secondRange) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, secondRange) = (4, 0x80...0x8F)
    default: return 0
    }
    guard at &+ length <= text.byteCount, secondRange.contains(text.byte(at: at &+ 1)) else {
        return 0
    }
    for index in 2..<max(2, length) where text.byte(at: at &+ index) & 0xC0 != 0x80 { return 0 }
    return length
}
