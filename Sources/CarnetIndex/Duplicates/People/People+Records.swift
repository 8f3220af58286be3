import CarnetBytes
public import CarnetModel

/// Adding people.
extension People {
    /// Adds a client; the schema must be `.clients`. Names that merging or renaming left behind are
    /// further readings; an old e-mail or phone stands in where there is no other.
    @discardableResult
    public mutating func add(_ client: ClientRecord) -> Int {
        var room = ReadingRoom()
        return add(client, &room)
    }

    /// Adds one of many clients. Half a microsecond, no allocation.
    mutating func add(_ client: ClientRecord, _ room: inout ReadingRoom) -> Int {
        let person = addNames(of: client, &room)
        addValues(of: client, &room)
        return person
    }

    /// Adds a client of whom only the names are read so far; `addValues` reads the rest.
    mutating func addNames(of client: ClientRecord, _ room: inout ReadingRoom) -> Int {
        let bytes = client.bytes
        var given = 0..<0
        var surname = 0..<0
        var email = 0..<0
        var hasAliases = false
        var cursor = client.fields
        while let (tag, range) = cursor.next(in: bytes) {
            if tag == ClientField.first.rawValue {
                given = range
            } else if tag == ClientField.last.rawValue {
                surname = range
            } else if tag == ClientField.email.rawValue {
                email = range
            } else if tag == ClientAlias.name.rawValue {
                hasAliases = true
            }
        }
        let firstReading = readings.count
        addNames(given: bytes.bytes(given), surname: bytes.bytes(surname), &room)
        addMailName(bytes.bytes(email), from: firstReading)
        if hasAliases { addFormerNames(of: client, from: firstReading, &room) }
        endPerson()
        return count &- 1
    }

    /// Takes no value to be known of the client whose names were added last.
    mutating func leaveOutValues() {
        for _ in schema.values { values.append(.none) }
    }

    /// Adds the values of the client whose names were added last.
    mutating func addValues(of client: ClientRecord, _ room: inout ReadingRoom) {
        let bytes = client.bytes
        var email = 0..<0
        var city = 0..<0
        var language = 0..<0
        var phoneDigits: UInt64 = 0
        var birthday: UInt64 = 0
        var cursor = client.fields
        while let (tag, range) = cursor.next(in: bytes) {
            switch ClientField(rawValue: tag) {
            case .email: email = range
            case .phone: phoneDigits = client.integer(range)
            case .birthday: birthday = client.integer(range)
            case .city: city = range
            case .language: language = range
            default:
                switch ClientAlias(rawValue: tag) {
                case .email: if email.isEmpty { email = range }
                case .phone: if phoneDigits == 0 { phoneDigits = client.integer(range) }
                case .name, nil: break
                }
            }
        }
        addValue(bytes.bytes(email), kind: .email, country: nil, &room)
        values.append(phone(e164Digits: phoneDigits))
        values.append(birthDate(year: birthday >> 9, birthday >> 5 & 15, birthday & 31))
        addValue(bytes.bytes(city), kind: .place, country: nil, &room)
        addValue(bytes.bytes(language), kind: .language, country: nil, &room)
        endTexts()
        markSpeltEmails(of: count &- 1)
    }

    /// Which e-mails of a person, whose names and values are all there, are the name alone.
    private mutating func markSpeltEmails(of person: Int) {
        for index in schema.values.indices where schema.values[index].kind == .email {
            let place = person &* schema.values.count &+ index
            if !values[place].isMissing {
                values[place].isSpelt = isSpelling(values[place], ofAName: person)
            }
        }
    }

    private func isSpelling(_ email: FieldValue, ofAName person: Int) -> Bool {
        let user = text(email.start, email.userByteCount)
        return readingRange(person).contains { isSpelling(user, readings[$0]) }
    }

    /// Whether a text is a name's parts in either order, or their initials, or one part; of a compound
    /// one of its parts will do.
    private func isSpelling(_ text: RawSpan, _ name: NameReading) -> Bool {
        for i in -1..<Int(name.given.tokenCount) {
            let first = part(name.given, i)
            let given = self.text(first.start, first.byteCount)
            for j in -1..<Int(name.surname.tokenCount) {
                let last = part(name.surname, j)
                let surname = self.text(last.start, last.byteCount)
                if Self.isJoined(text, given, surname) || Self.isJoined(text, surname, given) {
                    return true
                }
            }
        }
        return false
    }

    /// Where a part of a name lies; -1 is the whole.
    private func part(_ name: NamePart, _ index: Int) -> (start: UInt32, byteCount: UInt8) {
        if index < 0 { return (name.start, name.byteCount) }
        let start = name.tokenStarts[index]
        return (name.start &+ UInt32(start), name.tokenEnds[index] &- start)
    }

    /// Whether a text is one name, and behind it nothing, or the other name or its initial; or the
    /// initial of the one and the other or its initial.
    private static func isJoined(_ text: RawSpan, _ one: RawSpan, _ other: RawSpan) -> Bool {
        guard one.byteCount > 0, text.byteCount > 0, text.byte(at: 0) == one.byte(at: 0) else {
            return false
        }
        if text.byteCount == 2, other.byteCount > 0, text.byte(at: 1) == other.byte(at: 0) {
            return true
        }
        let count = one.byteCount
        if text.byteCount >= count, text.bytes(0..<count).isEqual(to: one) {
            let rest = text.bytes(count..<text.byteCount)
            if rest.byteCount == 0 || rest.isEqual(to: other) { return true }
            if rest.byteCount == 1, other.byteCount > 0 {
                return rest.byte(at: 0) == other.byte(at: 0)
            }
        }
        return other.byteCount > 0 && text.bytes(1..<text.byteCount).isEqual(to: other)
    }

    /// Adds names of earlier days as readings, as many as there is room for.
    private mutating func addFormerNames(
        of client: ClientRecord,
        from firstReading: Int,
        _ room: inout ReadingRoom
    ) {
        let bytes = client.bytes
        var cursor = client.fields
        while let (tag, range) = cursor.next(in: bytes) {
            guard tag == ClientAlias.name.rawValue else { continue }
            let name = bytes.bytes(range)
            var cut = 0
            while cut < name.byteCount, name.byte(at: cut) != ClientAlias.nameSeparator {
                cut &+= 1
            }
            let surnameStart = min(cut &+ 1, name.byteCount)
            addNames(
                given: name.bytes(0..<cut),
                surname: name.bytes(surnameStart..<name.byteCount),
                &room
            )
            let excess = readings.count &- firstReading &- Self.readingCountMax
            if excess >= 0 {
                readings.removeLast(excess)
                return
            }
        }
    }

    private func phone(e164Digits digits: UInt64) -> FieldValue {
        guard let number = PhoneNumber(e164Digits: digits), !PhoneOddities.isDummy(number) else {
            return .none
        }
        return phone(digits: digits)
    }

    /// Adds a row of texts as people typed them: one for each field of the schema, in its order;
    /// an empty one is not known. `country` reads national phone numbers.
    @discardableResult
    public mutating func add(
        row: RawSpan,
        fields ranges: [Range<Int>],
        country: CountryCode?
    ) -> Int {
        var room = ReadingRoom()
        precondition(ranges.count == schema.fields.count)
        var given = 0..<0
        var surname = 0..<0
        var full = 0..<0
        for (index, field) in schema.fields.enumerated() {
            switch field.kind {
            case .givenName: if given.isEmpty { given = ranges[index] }
            case .surname: if surname.isEmpty { surname = ranges[index] }
            case .fullName: if full.isEmpty { full = ranges[index] }
            default:
                addValue(row.bytes(ranges[index]), kind: field.kind, country: country, &room)
            }
        }
        let firstReading = readings.count
        if given.isEmpty && surname.isEmpty && !full.isEmpty {
            addNames(full: row.bytes(full), &room)
        } else {
            addNames(given: row.bytes(given), surname: row.bytes(surname), &room)
        }
        for (index, field) in schema.fields.enumerated() where field.kind == .email {
            addMailName(row.bytes(ranges[index]), from: firstReading)
        }
        endPerson()
        markSpeltEmails(of: count &- 1)
        return count &- 1
    }
}
