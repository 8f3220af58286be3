import CarnetBytes

/// `yes no true false 1 0`, in any case.
public enum YesNo {
    public static func parse(_ bytes: RawSpan) throws(ValueError) -> Bool {
        // Every word fits the eight bytes of an integer, so one comparison tells.
        guard bytes.byteCount > 0, bytes.byteCount <= 5 else { throw .yesNo }
        var word: UInt64 = 0
        var index = 0
        while index < bytes.byteCount {
            let byte = bytes.byte(at: index)
            guard byte != 0 else { throw .yesNo }
            word = word << 8 | UInt64(asciiLowercase(byte))
            index &+= 1
        }
        switch word {
        case 0x7965_73, 0x7472_7565, 0x31: return true  // yes true 1
        case 0x6E6F, 0x6661_6C73_65, 0x30: return false  // no false 0
        default: throw .yesNo
        }
    }
}
