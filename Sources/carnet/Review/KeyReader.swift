/// What a person pressed.
enum Key: Hashable, Sendable {
    /// A letter in lower case, a digit or a sign.
    case character(Character)
    case enter
    case escape
    /// Ctrl-C.
    case interrupt
    /// Ctrl-D.
    case endOfInput
    /// Ctrl-Z.
    case suspend
    /// Ctrl-L.
    case redraw
}

/// Makes keys of what a terminal sends. What arrows and function keys send is left out, and so is
/// what is no ASCII.
enum KeyReader {
    /// Sequences are taken to come in one piece, as terminals send them.
    static func keys(in bytes: some Collection<UInt8>) -> [Key] {
        var keys: [Key] = []
        var rest = Array(bytes)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case 0x1B where rest.first == UInt8(ascii: "[") || rest.first == UInt8(ascii: "O"):
                rest.removeFirst()
                // Parameters, then one byte from @ to ~ that ends it.
                rest = rest.drop { !(0x40...0x7E).contains($0) }.dropFirst()
            case 0x1B: keys.append(.escape)
            case 0x03, 0x1C: keys.append(.interrupt)
            case 0x04: keys.append(.endOfInput)
            case 0x0C: keys.append(.redraw)
            case 0x1A: keys.append(.suspend)
            case 0x0A, 0x0D: keys.append(.enter)
            case 0x20..<0x7F:
                let letter = Character(Unicode.Scalar(byte))
                keys.append(.character(Character(letter.lowercased())))
            default: continue
            }
        }
        return keys
    }
}
