import CarnetBytes
import CarnetModel

/// Normalising values: fields that are no names.
extension People {
    /// Adds the value of a text as somebody typed it. Dates are expected as `YYYY-MM-DD`; who
    /// reads other orders turns them into that.
    mutating func addValue(
        _ text: RawSpan,
        kind: FieldKind,
        country: CountryCode?,
        _ room: inout ReadingRoom
    ) {
        switch kind {
        case .email: values.append(email(text, &room))
        case .phone: values.append(phone(text, country: country))
        case .birthDate: values.append(birthDate(text))
        case .language: values.append(language(text))
        case .identity, .trait, .place, .address, .text: values.append(folded(text, &room))
        case .givenName, .surname, .fullName: break
        }
    }

    // MARK: - E-mail

    /// The mailbox that an address reaches, in small letters; the user part without separators.
    private mutating func email(_ text: RawSpan, _ room: inout ReadingRoom) -> FieldValue {
        var start = 0
        var end = text.byteCount
        while start < end, text.byte(at: start) <= 0x20 { start &+= 1 }
        while end > start, text.byte(at: end &- 1) <= 0x20 { end &-= 1 }
        guard start < end, end &- start <= EmailAddress.byteCountMax else { return .none }
        room.address.removeAll()
        EmailAddress.appendFolded(text.bytes(start..<end), to: &room.address)
        return email(room.address, &room.mailbox, &room.user)
    }

    private mutating func email(
        _ address: borrowing ByteWriter,
        _ mailbox: inout ByteWriter,
        _ user: inout ByteWriter
    ) -> FieldValue {
        mailbox.removeAll()
        let traits = MailProviders.appendMailbox(address.bytes, to: &mailbox)
        guard traits.intersection(.saysNothing).isEmpty,
            let at = EmailAddress.atOffset(mailbox.bytes), at > 0
        else { return .none }
        user.removeAll()
        MailProviders.appendUserKey(mailbox.bytes.bytes(0..<at), to: &user)
        return email(user.bytes, mailbox.bytes.bytes(at..<mailbox.byteCount), traits)
    }

    private mutating func email(
        _ user: RawSpan,
        _ domain: RawSpan,
        _ traits: MailTraits
    ) -> FieldValue {
        guard user.byteCount > 0 else { return .none }
        var value = FieldValue()
        value.start = UInt32(textCount)
        let userByteCount = min(user.byteCount, FieldValue.userByteCountMax)
        append(user.bytes(0..<userByteCount))
        append(domain.bytes(0..<min(domain.byteCount, FieldValue.byteCountMax &- userByteCount)))
        value.userByteCount = UInt8(userByteCount)
        value.byteCount = UInt8(textCount &- Int(value.start))
        value.hash = hash.hash(self.text(value.start, value.byteCount))
        let isRole = traits.contains(.role)
        value.number = isRole ? 0 : hash.hash(self.text(value.start, value.userByteCount))
        return value
    }

    // MARK: - Phone

    private func phone(_ text: RawSpan, country: CountryCode?) -> FieldValue {
        if text.byteCount == 0 || PhoneOddities.isDummy(text) { return .none }
        if text.byteCount <= 128,
            let number = try? PhoneParser.parse(text, country: country)
        {
            return PhoneOddities.isDummy(number) ? .none : phone(digits: number.digits)
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
        value.number = key
        value.hash = hash.hash(key)
        return value
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
        return count == 8
            ? birthDate(year: digits / 10_000, digits / 100 % 100, digits % 100) : .none
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
    private mutating func folded(_ text: RawSpan, _ room: inout ReadingRoom) -> FieldValue {
        guard text.byteCount > 0 else { return .none }
        var value = FieldValue()
        value.start = UInt32(textCount)
        room.folded.removeAll()
        Folding.fold(text, into: &room.folded)
        for index in 0..<room.folded.count where !room.folded.isJoined(at: index) {
            let token = room.folded.token(at: index)
            let used = textCount &- Int(value.start)
            append(token.bytes(0..<min(FieldValue.byteCountMax &- used, token.byteCount)))
        }
        value.byteCount = UInt8(textCount &- Int(value.start))
        guard value.byteCount > 0 else { return .none }
        value.hash = hash.hash(self.text(value.start, value.byteCount))
        return value
    }

    /// The main language alone, in small letters: "fr" of "fr-CH". Its text is not kept.
    private func language(_ text: RawSpan) -> FieldValue {
        let number = Self.languageNumber(text)
        var value = FieldValue()
        guard number > 0 else { return value }
        value.hash = hash.hash(number)
        return value
    }

    /// The main language as a number; 0 for none.
    static func languageNumber(_ text: RawSpan) -> UInt64 {
        var number: UInt64 = 0
        for index in 0..<min(text.byteCount, 8) {
            let letter = text.byte(at: index) | 0x20
            guard letter &- UInt8(ascii: "a") < 26 else { break }
            number = number << 8 | UInt64(letter)
        }
        return number
    }
}
