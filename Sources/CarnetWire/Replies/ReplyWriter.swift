internal import CarnetBytes

/// Writes replies in the form of one connection: RESP2, RESP3 or JSON lines.
///
/// A reply is one value. `array`, `map`, `set` and `push` only begin one: exactly as many values
/// as they announce must follow, for a map keys and values in turn. In the RESP modes nothing but
/// the bytes is kept; JSON keeps the open brackets. Every call is O(its bytes); once the buffer
/// has grown nothing is allocated in the RESP modes.
public struct ReplyWriter: ~Copyable, Sendable {
    /// Changed only between replies.
    public var mode: ReplyMode
    var output: ByteWriter
    /// Aggregates of the JSON reply that is being written, outermost first.
    var openAggregates: [JSONAggregate] = []

    public init(mode: ReplyMode = .resp2, capacity: Int = 4_096) {
        self.mode = mode
        output = ByteWriter(capacity: capacity)
    }

    // The buffer.

    public var byteCount: Int { output.byteCount }

    /// What has been written.
    public var bytes: RawSpan {
        @_lifetime(borrow self)
        get { output.bytes }
    }

    /// Makes room for about so many more bytes.
    public mutating func reserve(_ byteCount: Int) { output.reserve(byteCount) }

    /// Forgets the bytes and keeps the room.
    public mutating func removeAll() { truncate(to: 0) }

    /// Forgets all but the first `count` bytes, which must end with a whole reply: so a reply that
    /// was begun is taken back, and an error written instead.
    public mutating func truncate(to count: Int) {
        output.truncate(to: count)
        openAggregates.removeAll(keepingCapacity: true)
    }

    // Scalars.

    /// A short status such as `OK`, without CR and LF.
    public mutating func simple(_ text: StaticString) {
        guard mode != .json else { return jsonString(text) }
        output.append(UInt8(ascii: "+"))
        output.append(text)
        endLine()
    }

    /// A status made at run time; CR, LF and other control characters become blanks.
    public mutating func line(_ text: String) {
        guard mode != .json else { return bulk(text) }
        output.append(UInt8(ascii: "+"))
        appendVisible(text)
        endLine()
    }

    /// The status `OK`.
    public mutating func ok() { simple("OK") }

    public mutating func integer(_ value: Int64) {
        guard mode != .json else { return jsonInteger(value) }
        if value >= 0, value < 10 {
            begin(UInt8(ascii: ":"), Int(value))
        } else {
            output.append(UInt8(ascii: ":"))
            output.append(decimal: value)
            endLine()
        }
    }

    /// A number past 2^63 − 1, which RESP integers do not reach, becomes that.
    public mutating func integer(_ value: UInt64) {
        integer(Int64(clamping: value))
    }

    public mutating func bulk(_ value: RawSpan) {
        guard mode != .json else { return jsonString(value) }
        begin(UInt8(ascii: "$"), value.byteCount)
        output.append(value)
        endLine()
    }

    public mutating func bulk(_ value: StaticString) {
        guard mode != .json else { return jsonString(value) }
        begin(UInt8(ascii: "$"), value.utf8CodeUnitCount)
        output.append(value)
        endLine()
    }

    /// For what is not on a hot path.
    public mutating func bulk(_ value: String) {
        var value = value
        value.makeContiguousUTF8()
        unsafe bulk(value.utf8Span.span.bytes)
    }

    /// A number as text.
    public mutating func bulk(number value: UInt64) {
        guard mode != .json else {
            beginJSON()
            output.append(UInt8(ascii: "\""))
            output.append(decimal: value)
            output.append(UInt8(ascii: "\""))
            return endJSON()
        }
        begin(UInt8(ascii: "$"), decimalDigitCount(value))
        output.append(decimal: value)
        endLine()
    }

    public mutating func null() {
        switch mode {
        case .resp2: output.append("$-1\r\n")
        case .resp3: output.append("_\r\n")
        case .json: jsonLiteral("null")
        }
    }

    /// RESP2 says 1 and 0.
    public mutating func boolean(_ value: Bool) {
        switch mode {
        case .resp2: output.append(value ? ":1\r\n" : ":0\r\n")
        case .resp3: output.append(value ? "#t\r\n" : "#f\r\n")
        case .json: jsonLiteral(value ? "true" : "false")
        }
    }

    /// RESP2 has no fractions and gets the number as text; JSON has no infinities and gets null.
    public mutating func double(_ value: Double) {
        switch mode {
        case .resp2: bulk(decimalText(value))
        case .resp3:
            output.append(UInt8(ascii: ","))
            output.append(decimalText(value))
            endLine()
        case .json:
            guard value.isFinite else { return jsonLiteral("null") }
            jsonLiteral(decimalText(value))
        }
    }

    /// A number in thousandths with as many decimals as it needs, exactly: -1500 is `-1.5`. Forms as
    /// ``double(_:)``'s.
    public mutating func thousandths(_ value: Int32) {
        let size = value.magnitude
        var text = (value < 0 ? "-" : "") + "\(size / 1_000)"
        var part = size % 1_000
        if part > 0 {
            text += part < 10 ? ".00" : part < 100 ? ".0" : "."
            while part % 10 == 0 { part /= 10 }
            text += "\(part)"
        }
        switch mode {
        case .resp2: bulk(text)
        case .resp3:
            output.append(UInt8(ascii: ","))
            output.append(text)
            endLine()
        case .json: jsonLiteral(text)
        }
    }

    /// Text of many lines for people to read, as INFO answers.
    public mutating func verbatim(_ text: String) {
        guard mode == .resp3 else { return bulk(text) }
        begin(UInt8(ascii: "="), text.utf8.count &+ 4)
        output.append("txt:")
        output.append(text)
        endLine()
    }

    // Errors.

    /// CR, LF and other control characters of `message` become blanks.
    public mutating func error(_ code: ErrorCode, _ message: String) {
        guard mode != .json else { return jsonError(code, message) }
        output.append(UInt8(ascii: "-"))
        output.append(code.text)
        output.append(UInt8(ascii: " "))
        appendVisible(message)
        endLine()
    }

    // Aggregates.

    public mutating func array(_ count: Int) {
        guard mode != .json else { return jsonAggregate(count, isMap: false) }
        begin(UInt8(ascii: "*"), count)
    }

    /// A map of `count` pairs: `2 * count` values follow. RESP2 has a flat array.
    public mutating func map(_ count: Int) {
        switch mode {
        case .resp2: begin(UInt8(ascii: "*"), count &* 2)
        case .resp3: begin(UInt8(ascii: "%"), count)
        case .json: jsonAggregate(count, isMap: true)
        }
    }

    public mutating func set(_ count: Int) {
        switch mode {
        case .resp2: begin(UInt8(ascii: "*"), count)
        case .resp3: begin(UInt8(ascii: "~"), count)
        case .json: jsonAggregate(count, isMap: false)
        }
    }

    /// A message that answers no command.
    public mutating func push(_ count: Int) {
        switch mode {
        case .resp2: begin(UInt8(ascii: "*"), count)
        case .resp3: begin(UInt8(ascii: ">"), count)
        case .json: jsonAggregate(count, isMap: false)
        }
    }

    // A key of a map and its value.

    public mutating func field(_ name: StaticString, _ value: RawSpan) {
        bulk(name)
        bulk(value)
    }

    public mutating func field(_ name: StaticString, _ value: StaticString) {
        bulk(name)
        bulk(value)
    }

    public mutating func field(_ name: StaticString, text value: String) {
        bulk(name)
        bulk(value)
    }

    public mutating func field(_ name: StaticString, _ value: UInt64) {
        bulk(name)
        integer(value)
    }

    public mutating func field(_ name: StaticString, _ value: Bool) {
        bulk(name)
        boolean(value)
    }

    // Pieces.

    /// A type's first byte, a length and CRLF; lengths below 100 without a division loop.
    @inline(__always)
    private mutating func begin(_ type: UInt8, _ count: Int) {
        if count < 10 {
            output.append(littleEndian: 0x0A0D_3000 | UInt32(type) | UInt32(count) << 8)
        } else if count < 100 {
            let tens = UInt64(count) / 10
            let ones = UInt64(count) &- tens &* 10
            let digits = tens << 8 | ones << 16
            output.append(littleEndian: 0x0A_0D30_3000 | UInt64(type) | digits)
            output.truncate(to: output.byteCount &- 3)
        } else {
            output.append(type)
            output.append(decimal: UInt64(count))
            endLine()
        }
    }

    private mutating func appendVisible(_ text: String) {
        for byte in text.utf8 { output.append(byte < 0x20 || byte == 0x7F ? 0x20 : byte) }
    }

    @inline(__always)
    private mutating func endLine() { output.append(littleEndian: 0x0A0D as UInt16) }
}
