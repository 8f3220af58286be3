internal import CarnetBytes

extension SamplePeople {
    /// Writes the name of a field and answers where its value begins.
    @inline(__always)
    func begin(
        _ field: StaticString,
        _ text: inout ByteWriter,
        _ words: inout WordRanges
    ) -> Int {
        let start = text.byteCount
        text.append(field)
        words.append(start..<text.byteCount)
        return text.byteCount
    }

    func appendEmail(
        _ index: Int,
        _ name: SampleName,
        _ table: SampleCountryTable,
        _ random: inout SampleRandom,
        to text: inout ByteWriter
    ) {
        let bits = random.next()
        switch bits & 7 {
        case 0, 1, 2:
            tables.append(name.first.ascii, to: &text)
            text.append(UInt8(ascii: "."))
            tables.appendSurnameASCII(name.last, to: &text)
        case 3:
            tables.append(name.first.ascii.prefix(1), to: &text)
            text.append(UInt8(ascii: "."))
            tables.appendSurnameASCII(name.last, to: &text)
        case 4:
            tables.append(name.first.ascii, to: &text)
            tables.appendSurnameASCII(name.last, to: &text)
        case 5:
            tables.append(name.first.ascii, to: &text)
            text.append(UInt8(ascii: "_"))
            tables.appendSurnameASCII(name.last, to: &text)
        default:
            tables.appendSurnameASCII(name.last, to: &text)
            text.append(UInt8(ascii: "."))
            tables.append(name.first.ascii, to: &text)
        }
        if richness.distinctEmails || (bits >> 3) & 1 == 0 { text.append(decimal: index) }
        text.append(UInt8(ascii: "@"))
        tables.append(table.providers.draw(bits >> 4).text, to: &text)
    }

    /// `+`, calling code, the beginning of a mobile number and seven digits, which are the index
    /// times a number prime to 2, 3 and 5, modulo 10,000,000 (6,000,000 where beginnings count as
    /// digits): no two indexes below that give the same.
    func appendPhone(
        _ index: Int,
        _ table: SampleCountryTable,
        _ random: inout SampleRandom,
        to text: inout ByteWriter
    ) {
        tables.append(table.calling.text, to: &text)
        let offset = (seed &* 0x9E37_79B9_7F4A_7C15) >> 40
        let mobiles = table.mobiles.words
        let isBlocks = table.mobileFreeDigits == 6
        let space: UInt64 = isBlocks ? 6_000_000 : 10_000_000
        let place = UInt64(bitPattern: Int64(index)) % space
        var digits = (place &* 6_180_341 &+ offset) % space
        var divisor: UInt64 = 1_000_000
        if isBlocks {
            tables.append(mobiles[Int(digits / divisor)].text, to: &text)
            digits %= divisor
            divisor /= 10
        } else {
            tables.append(table.mobiles.draw(random.next()).text, to: &text)
        }
        while divisor > 0 {
            text.append(UInt8(truncatingIfNeeded: 48 &+ digits / divisor))
            digits %= divisor
            divisor /= 10
        }
    }

    /// City, birthday, company, tags, note and newsletter, as often as the richness says.
    func appendRest(
        _ name: SampleName,
        _ table: SampleCountryTable,
        _ random: inout SampleRandom,
        _ text: inout ByteWriter,
        _ words: inout WordRanges
    ) {
        let bits = random.next()
        if random.happens(richness.city) {
            let start = begin("city", &text, &words)
            tables.append(table.cities.draw(bits).text, to: &text)
            words.append(start..<text.byteCount)
        }
        if random.happens(richness.birthday) {
            let start = begin("birthday", &text, &words)
            appendBirthday(&random, to: &text)
            words.append(start..<text.byteCount)
        }
        if random.happens(richness.company) {
            let start = begin("company", &text, &words)
            tables.appendSurname(name.last, to: &text)
            tables.append(table.companyEnding.text, to: &text)
            words.append(start..<text.byteCount)
        }
        if random.happens(richness.tags) {
            let tag = tables.tags.draw(bits >> 10)
            let second = tables.tags.draw(bits >> 20)
            var start = begin("tags", &text, &words)
            tables.append(tag.text, to: &text)
            words.append(start..<text.byteCount)
            if bits >> 62 == 0, second.text != tag.text {
                start = begin("tags", &text, &words)
                tables.append(second.text, to: &text)
                words.append(start..<text.byteCount)
            }
        }
        if random.happens(richness.note) {
            let start = begin("note", &text, &words)
            tables.append(table.notes.draw(bits >> 30).text, to: &text)
            words.append(start..<text.byteCount)
        }
        if random.happens(richness.newsletter) {
            let start = begin("newsletter", &text, &words)
            text.append((bits >> 40) & 3 == 0 ? "no" : "yes")
            words.append(start..<text.byteCount)
        }
    }

    /// Born 1935 to 2006; one of eight tells no year.
    private func appendBirthday(_ random: inout SampleRandom, to text: inout ByteWriter) {
        if random.below(8) == 0 {
            text.append("-")
        } else {
            text.append(decimal: 1935 + random.below(72))
        }
        let month = 1 + random.below(12)
        let day = 1 + random.below(28)
        for number in [month, day] {
            text.append(UInt8(ascii: "-"))
            text.append(UInt8(truncatingIfNeeded: 48 + number / 10))
            text.append(UInt8(truncatingIfNeeded: 48 + number % 10))
        }
    }
}

extension ByteWriter {
    /// A number that is not negative, in decimal digits.
    fileprivate mutating func append(decimal number: Int) {
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(truncatingIfNeeded: 48 + (number / divisor) % 10))
            divisor /= 10
        }
    }
}
