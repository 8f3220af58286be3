import CarnetBytes

/// A given name that nobody typed but in the e-mail: "celine.mouton@…" of somebody who stands on the
/// list as "Mouton".
extension People {
    /// Fills the first reading of a person whose names are being added and who has a surname alone,
    /// with what stands beside that surname in the e-mail as it was typed: a word that is known as
    /// a given name, or an initial ("cmouton"). O(length).
    mutating func addMailName(_ email: RawSpan, from firstReading: Int) {
        guard email.byteCount > 0, readings.count > firstReading else { return }
        let surname = readings[firstReading].surname
        guard readings[firstReading].given.isMissing, surname.byteCount >= 3 else { return }
        let start = textCount
        appendUserLetters(of: email)
        var given = rest(of: start..<textCount, beside: surname)
        if !given.isMissing { given.set(traits(given.start, given.byteCount)) }
        if given.isInitial || given.given != 0 {
            readings[firstReading].given = given
        } else {
            textCount = start
        }
    }

    /// The letters of the user part, small, up to a digit, a plus or the @; separators left out.
    private mutating func appendUserLetters(of email: RawSpan) {
        let count = min(email.byteCount, NamePart.byteCountMax)
        makeRoom(for: count)
        for index in 0..<count {
            switch email.byte(at: index) {
            case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: " "): break
            case let byte:
                guard (byte | 0x20) &- UInt8(ascii: "a") < 26 else { return }
                texts[textCount] = byte | 0x20
                textCount &+= 1
            }
        }
    }

    /// What is left of a user part's letters, where they end or begin with the surname.
    private func rest(of letters: Range<Int>, beside surname: NamePart) -> NamePart {
        let count = Int(surname.byteCount)
        let rest = letters.count &- count
        guard rest == 1 || rest >= 3 else { return .none }
        let name = text(surname.start, surname.byteCount)
        let bytes = texts.rawBytes
        var part = NamePart()
        if bytes.bytes(letters.upperBound &- count..<letters.upperBound).isEqual(to: name) {
            part.start = UInt32(letters.lowerBound)
        } else if bytes.bytes(letters.lowerBound..<letters.lowerBound &+ count).isEqual(to: name) {
            part.start = UInt32(letters.lowerBound &+ count)
        } else {
            return .none
        }
        part.byteCount = UInt8(rest)
        part.tokenCount = 1
        part.tokenEnds[0] = part.byteCount
        return part
    }
}
