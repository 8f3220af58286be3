import CarnetBytes
public import CarnetModel

/// Adding people.
extension People {
    /// Adds a client; the schema must be `.clients`. Old names, e-mails and phones that merging or
    /// renaming left behind count as well. About half a microsecond, no allocation.
    @discardableResult
    public mutating func add(_ client: ClientRecord) -> Int {
        let bytes = client.bytes
        var given = 0..<0
        var surname = 0..<0
        var email = 0..<0
        var city = 0..<0
        var language = 0..<0
        var phoneDigits: UInt64 = 0
        var birthday: UInt64 = 0
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
            default: break
            }
        }
        addNames(given: bytes.bytes(given), surname: bytes.bytes(surname))
        addValue(bytes.bytes(email), kind: .email, country: nil)
        values.append(phone(e164Digits: phoneDigits))
        values.append(birthDate(year: birthday >> 9, birthday >> 5 & 15, birthday & 31))
        addValue(bytes.bytes(city), kind: .place, country: nil)
        addValue(bytes.bytes(language), kind: .language, country: nil)
        endPerson()
        return count &- 1
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
                addValue(row.bytes(ranges[index]), kind: field.kind, country: country)
            }
        }
        if given.isEmpty && surname.isEmpty && !full.isEmpty {
            addNames(full: row.bytes(full))
        } else {
            addNames(given: row.bytes(given), surname: row.bytes(surname))
        }
        endPerson()
        return count &- 1
    }
}
