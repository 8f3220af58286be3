/// The digits of a spelling and whether a plus stands before them.
struct SpelledNumber {
    var digits = PhoneDigits()
    var isInternational = false
}

extension PhoneText {
    /// Reads the number and leaves out what surrounds it: the scheme of a `tel:` URI and its
    /// parameters, quotes, brackets, marks of writing direction, an extension, and a second
    /// extension after a slash (`x302/x2303`).
    func number() throws(PhoneError) -> SpelledNumber {
        if hasParameters, let resolved = try resolvingContext() {
            return try resolved.numberWithoutContext()
        }
        return try numberWithoutContext()
    }

    private func numberWithoutContext() throws(PhoneError) -> SpelledNumber {
        let start = try numberStart()
        let end = numberEnd(from: start)
        let shortEnd = endBeforeExtension(from: start, to: end)
        if shortEnd < end, let number = try? digits(from: start, to: shortEnd) { return number }
        return try digits(from: start, to: end)
    }

    /// Where the first digit or plus stands, after `tel:` if that is there.
    func numberStart() throws(PhoneError) -> Int {
        var index = 0
        var hasScheme = false
        while index < count {
            let character = self[index]
            if character.isPhoneDigit || character == UInt8(ascii: "+") { return index }
            if character.isPhoneLetter {
                guard !hasScheme && has("tel:", at: index) else { throw .letters }
                hasScheme = true
                index &+= 3
            }
            index &+= 1
        }
        throw .notANumber
    }

    /// Where the number ends, an extension included.
    private func numberEnd(from start: Int) -> Int {
        var end = start
        if hasSlash || hasParameters {
            while end < count && !endsNumber(at: end) { end &+= 1 }
        } else {
            end = count
        }
        while end > start && !self[end &- 1].mayEndPhone { end &-= 1 }
        return end
    }

    /// Whether `/x302` or `;isub=` stands here.
    private func endsNumber(at index: Int) -> Bool {
        let character = self[index]
        if character == UInt8(ascii: ";") { return has(";isub=", at: index) }
        guard character == UInt8(ascii: "/") || character == UInt8(ascii: "\\") else {
            return false
        }
        var next = index &+ 1
        while self[next] == UInt8(ascii: " ") { next &+= 1 }
        return self[next] == UInt8(ascii: "x")
    }

    /// The digits of a range that holds nothing but a number. At least three, or two that stand
    /// alone; two letters x may mark the place of a carrier's code, as in `0xx11 3030 3030`.
    private func digits(from start: Int, to end: Int) throws(PhoneError) -> SpelledNumber {
        var number = SpelledNumber()
        var placeholders = 0
        var index = start
        while self[index] == UInt8(ascii: "+") && index < end {
            number.isInternational = true
            index &+= 1
        }
        while index < end {
            let character = self[index]
            index &+= 1
            if character.isPhoneDigit {
                guard number.digits.append(character & 0xF) else {
                    throw .tooLong(digitCount: number.digits.count &+ 1)
                }
            } else if character == UInt8(ascii: "x") && placeholders < 2 {
                placeholders &+= 1
            } else if character.isPhoneLetter {
                throw .letters
            } else if !character.isPhoneSeparator {
                throw .notANumber
            }
        }
        let found = number.digits.count
        guard found > 2 || (found == 2 && end &- start == 2) else {
            throw .tooShort(digitCount: found)
        }
        return number
    }
}

extension UInt8 {
    var isPhoneDigit: Bool { self >= 0x30 && self <= 0x39 }

    var isPhoneLetter: Bool { (self >= 0x61 && self <= 0x7A) || self >= 0x80 }

    /// Whether the last character of a number, or of its extension, may be this one.
    var mayEndPhone: Bool { isPhoneDigit || isPhoneLetter || self == UInt8(ascii: "#") }

    /// What may stand between the digits of a number.
    var isPhoneSeparator: Bool {
        switch self {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "~"), UInt8(ascii: "*"):
            true
        default: false
        }
    }
}
