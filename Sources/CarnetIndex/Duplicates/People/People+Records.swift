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

    /// Adds one of many clients. About a microsecond, no allocation.
    mutating func add(_ client: ClientRecord, _ room: inout ReadingRoom) -> Int {
        let bytes = client.bytes
        var given = 0..<0
        var surname = 0..<0
        var email = 0..<0
        var city = 0..<0
        var language = 0..<0
        var phoneDigits: UInt64 = 0
        var birthday: UInt64 = 0
        var hasAliases = false
        var cursor = client.fields
        while let (tag, range) = cursor.next(in: bytes) {
            switch ClientField(rawValue: tag) {
            case .first: given = range
            case .last: surname = range
            case .email: email = range
            case .phone: phoneDigits = client.integer(range)
            case .birthday: birthday = client.integer(range)
            case .city: city = range
            case .language: language = range
            default:
                switch ClientAlias(rawValue: tag) {
                case .name: hasAliases = true
                case .email: if email.isEmpty { email = range }
                case .phone: if phoneDigits == 0 { phoneDigits = client.integer(range) }
                case nil: break
                }
            }
        }
        let firstReading = readings.count
        addNames(given: bytes.bytes(given), surname: bytes.bytes(surname), &room)
        if hasAliases { addFormerNames(of: client, from: firstReading, &room) }
        addValue(bytes.bytes(email), kind: .email, country: nil, &room)
        values.append(phone(e164Digits: phoneDigits))
        values.append(birthDate(year: birthday >> 9, birthday >> 5 & 15, birthday & 31))
        addValue(bytes.bytes(city), kind: .place, country: nil, &room)
        addValue(bytes.bytes(language), kind: .language, country: nil, &room)
        endPerson()
        return count &- 1
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
        if given.isEmpty && surname.isEmpty && !full.isEmpty {
            addNames(full: row.bytes(full), &room)
        } else {
            addNames(given: row.bytes(given), surname: row.bytes(surname), &room)
        }
        endPerson()
        return count &- 1
    }
}
