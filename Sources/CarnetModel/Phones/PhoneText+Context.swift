extension PhoneText {
    /// A `tel:` URI with a `phone-context` (RFC 3966, section 5.1.5), written out: a context of
    /// global digits goes before the number, a domain says nothing. Nil when there is no context;
    /// throws `notANumber` for one that is neither.
    func resolvingContext() throws(PhoneError) -> PhoneText? {
        guard let parameter = index(of: ";phone-context=") else { return nil }
        let start = parameter &+ 15
        var end = start
        while end < count && self[end] != UInt8(ascii: ";") { end &+= 1 }
        let context = start..<end
        let numberStart = try numberStart()
        guard numberStart <= parameter else { throw .notANumber }
        if self[start] == UInt8(ascii: "+") {
            guard isGlobalNumber(context) else { throw .notANumber }
            return PhoneText(context, then: numberStart..<parameter, of: self)
        }
        guard isDomain(context) else { throw .notANumber }
        return PhoneText(0..<0, then: numberStart..<parameter, of: self)
    }

    private func index(of word: StaticString) -> Int? {
        for index in 0..<count where has(word, at: index) { return index }
        return nil
    }

    /// A plus, then digits with `-`, `.`, `(` and `)` among them.
    private func isGlobalNumber(_ range: Range<Int>) -> Bool {
        var hasDigit = false
        for index in range.dropFirst() {
            let character = self[index]
            switch character {
            case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"):
                continue
            default:
                guard character.isPhoneDigit else { return false }
                hasDigit = true
            }
        }
        return hasDigit
    }

    /// Labels of letters, digits and hyphens between dots; the last one begins with a letter.
    private func isDomain(_ range: Range<Int>) -> Bool {
        var labelBegins = true
        var lastBeginsWithLetter = false
        for index in range {
            let character = self[index]
            let isLetter = character >= 0x61 && character <= 0x7A
            if labelBegins {
                guard isLetter || character.isPhoneDigit else { return false }
                lastBeginsWithLetter = isLetter
                labelBegins = false
            } else if character == UInt8(ascii: ".") {
                labelBegins = index &+ 1 < range.upperBound
            } else if !isLetter && !character.isPhoneDigit && character != UInt8(ascii: "-") {
                return false
            }
        }
        return lastBeginsWithLetter
    }
}
