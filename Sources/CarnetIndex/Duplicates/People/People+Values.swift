import CarnetBytes
import CarnetModel

/// Normalising values: fields that are no names.
extension People {
    /// Adds the value of a text as somebody typed it. Dates are expected as `YYYY-MM-DD`; who
    /// reads other orders turns them into that.
    mutating func addValue(_ text: RawSpan, kind: FieldKind, country: CountryCode?) {
        switch kind {
        case .email: values.append(email(text))
        case .phone: values.append(phone(text, country: country))
        case .birthDate: values.append(birthDate(text))
        case .language, .trait: values.append(folded(text, spanning: false, digitsToo: true))
        case .identity: values.append(folded(text, spanning: false, digitsToo: true))
        case .place, .address, .text:
            values.append(folded(text, spanning: false, digitsToo: true))
        case .givenName, .surname, .fullName: break
        }
    }

    // MARK: - E-mail

    /// Lower case; the user part without what follows a plus, and without its separators.
    func emailParts(_ text: RawSpan) -> (user: Range<Int>, domain: Range<Int>)? {
        var start = 0
        var end = text.byteCount
        while start < end, text.byte(at: start) <= 0x20 { start &+= 1 }
        while end > start, text.byte(at: end &- 1) <= 0x20 { end &-= 1 }
        var at = end
        while at > start, text.byte(at: at &- 1) != UInt8(ascii: "@") { at &-= 1 }
        guard at > start &+ 1, at < end else { return nil }
        return (start..<at &- 1, at..<end)
    }

    private mutating func email(_ text: RawSpan) -> FieldValue {
        guard let (user, domain) = emailParts(text) else { return .none }
        var value = FieldValue()
        value.start = UInt32(texts.count)
        for index in user {
            let byte = text.byte(at: index)
            if byte == UInt8(ascii: "+") && index > user.lowerBound { break }
            guard byte != UInt8(ascii: "."), byte != UInt8(ascii: "_"), byte != UInt8(ascii: "-")
            else { continue }
            if texts.count &- Int(value.start) < 40 { texts.append(Self.lower(byte)) }
        }
        value.userByteCount = UInt8(texts.count &- Int(value.start))
        let domainStart = texts.count
        for index in domain.prefix(FieldValue.byteCountMax &- 40) {
            texts.append(Self.lower(text.byte(at: index)))
        }
        value.byteCount = UInt8(texts.count &- Int(value.start))
        let domainText = texts.rawBytes.bytes(domainStart..<texts.count)
        guard value.userByteCount > 0, !MatchWords.isRelay(domain: domainText) else {
            return .none
        }
        let userText = self.text(value.start, value.userByteCount)
        value.hash = hash.hash(self.text(value.start, value.byteCount))
        value.number = MatchWords.isGeneric(user: userText) ? 0 : hash.hash(userText)
        return value
    }

    @inline(__always)
    private static func lower(_ byte: UInt8) -> UInt8 {
        byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }

    // MARK: - Phone

    private func phone(_ text: RawSpan, country: CountryCode?) -> FieldValue {
        if text.byteCount == 0 { return .none }
        if text.byteCount <= 128,
            let number = try? PhoneParser.parse(text, country: country)
        {
            return phone(digits: number.digits)
        }
        var digits: UInt64 = 0
        var count = 0
        for index in 0..<text.byteCount {
            let byte = text.byte(at: index) &- UInt8(ascii: "0")
            guard byte < 10, count < 15 else { continue }
            digits = digits &* 10 &+ UInt64(byte)
            if digits > 0 { count &+= 1 }
        }
        return count >= 5 ? phone(digits: digits) : .none
    }

    /// The value of a number in its international form, or of what digits there are: compared are
    /// the last nine, which a lost calling code or trunk prefix leaves alone.
    func phone(digits: UInt64) -> FieldValue {
        var value = FieldValue()
        let key = digits % 1_000_000_000
        guard !Self.isDummy(key) else { return .none }
        value.number = key
        value.hash = hash.hash(key)
        return value
    }

    /// Whether nobody has this number: nearly all digits the same, or counted up.
    private static func isDummy(_ key: UInt64) -> Bool {
        var rest = key
        var counts = InlineArray<10, UInt8>(repeating: 0)
        var steps = 0
        var digitCount = 0
        var last = 10
        while rest > 0 {
            let digit = Int(rest % 10)
            counts[digit] &+= 1
            if last &- digit == 1 { steps &+= 1 }
            last = digit
            digitCount &+= 1
            rest /= 10
        }
        if digitCount < 5 || steps >= 6 { return true }
        for digit in 0..<10 where Int(counts[digit]) >= digitCount &- 1 { return true }
        return key == 101_010_101 || key == 102_030_405
    }

    // MARK: - Dates

    /// Reads `YYYY-MM-DD`, or eight digits in a row. A day that the calendar does not have is kept:
    /// it is a slip, and compared as one.
    private func birthDate(_ text: RawSpan) -> FieldValue {
        var digits: UInt64 = 0
        var count = 0
        for index in 0..<text.byteCount {
            let digit = text.byte(at: index) &- UInt8(ascii: "0")
            guard digit < 10 else { continue }
            guard count < 8 else { return .none }
            digits = digits &* 10 &+ UInt64(digit)
            count &+= 1
        }
        return count == 8 ? birthDate(year: digits / 10_000, digits / 100 % 100, digits % 100) : .none
    }

    func birthDate(year: UInt64, _ month: UInt64, _ day: UInt64) -> FieldValue {
        var value = FieldValue()
        guard year > 0 || month > 0 else { return value }
        value.number = year &* 10_000 &+ month &* 100 &+ day
        value.hash = hash.hash(value.number)
        return value
    }

    // MARK: - Other texts

    /// Letters and digits alone, folded.
    mutating func folded(_ text: RawSpan, spanning: Bool, digitsToo: Bool) -> FieldValue {
        guard text.byteCount > 0 else { return .none }
        var value = FieldValue()
        value.start = UInt32(texts.count)
        var tokens = FoldedTokens()
        Folding.fold(text, into: &tokens)
        for index in 0..<tokens.count where !tokens.isJoined(at: index) {
            let token = tokens.token(at: index)
            let room = FieldValue.byteCountMax &- (texts.count &- Int(value.start))
            for offset in 0..<min(room, token.byteCount) { texts.append(token.byte(at: offset)) }
        }
        value.byteCount = UInt8(texts.count &- Int(value.start))
        guard value.byteCount > 0 else { return .none }
        value.hash = hash.hash(self.text(value.start, value.byteCount))
        return value
    }
}
