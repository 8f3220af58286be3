import CarnetBytes

/// Reads the generated tables, which stand in the source as text: hexadecimal numbers, each with
/// the sign that follows it. The text is our own, so that a mistake in it stops the program.
public struct TableText: ~Copyable {
    private let text: ByteWriter
    private var offset = 0

    public init(_ text: StaticString) {
        var copy = ByteWriter(capacity: text.utf8CodeUnitCount)
        copy.append(text)
        self.text = copy
    }

    public var isAtEnd: Bool { offset >= text.byteCount }

    /// The next number, and the sign after it: a space where a line or the text ends.
    public mutating func next() -> (number: UInt32, sign: UInt8) {
        var number: UInt32 = 0
        while offset < text.byteCount {
            let byte = text.bytes.byte(at: offset)
            offset += 1
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                number = number << 4 | UInt32(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"):
                number = number << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "\n"): return (number, UInt8(ascii: " "))
            default: return (number, byte)
            }
        }
        return (number, UInt8(ascii: " "))
    }
}
