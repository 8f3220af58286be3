import CarnetBytes

/// The keys of a person.
extension People {
    /// Appends the keys under which a person is found, each once. O(keys).
    func appendKeys(of person: Int, to keys: inout [BlockKey]) {
        let first = keys.count
        for index in schema.values.indices {
            let value = value(person, index)
            guard !value.isMissing else { continue }
            switch schema.values[index].kind {
            case .phone:
                add(.phone, value.hash, 0, from: first, &keys)
                appendPhoneParts(value.number, of: person, from: first, &keys)
            case .email:
                add(.email, value.hash, 0, from: first, &keys)
                if value.number != 0 && value.isTellingUser {
                    add(.emailUser, value.number, 0, from: first, &keys)
                    add(.emailUser, value.number, 1, .asked, from: first, &keys)
                }
            case .birthDate:
                add(.birthDate, value.hash, 0, from: first, &keys)
                if !schema.hasPhone {
                    appendDateParts(value.number, of: person, from: first, &keys)
                }
            case .identity: add(.identity, value.hash, 0, from: first, &keys)
            case .address:
                if value.byteCount >= 6 { add(.address, value.hash, 0, from: first, &keys) }
            case .place, .language, .trait, .text, .givenName, .surname, .fullName: break
            }
        }
        if !schema.hasPhone {
            appendPlaceKeys(of: person, from: first, &keys)
            forEachName(of: person) { name in
                if !name.isInitial { add(.name, UInt64(name.sound), 0, from: first, &keys) }
            }
        }
        for index in readingRange(person) { appendNameKeys(readings[index], from: first, &keys) }
    }

    private func appendNameKeys(
        _ reading: NameReading,
        from first: Int,
        _ keys: inout [BlockKey]
    ) {
        let (given, surname) = (reading.given, reading.surname)
        guard !given.isMissing && !surname.isMissing else { return }
        add(
            .names,
            min(given.hash, surname.hash),
            max(given.hash, surname.hash),
            from: first,
            &keys
        )
        let (low, high) = (min(given.sound, surname.sound), max(given.sound, surname.sound))
        if !given.isInitial && !surname.isInitial {
            add(.sounds, UInt64(low), UInt64(high), from: first, &keys)
        }
        appendKeys(of: given, beside: surname, from: first, &keys)
        appendKeys(of: surname, beside: given, from: first, &keys)
        if schema.hasEmail { appendSpellings(given, surname, from: first, &keys) }
    }

    /// The keys of one name whole and a part of the other.
    private func appendKeys(
        of one: NamePart,
        beside other: NamePart,
        from first: Int,
        _ keys: inout [BlockKey]
    ) {
        if !other.isInitial {
            let initial = UInt64(texts[Int(one.start)])
            add(.initialAndSound, initial, UInt64(other.sound), from: first, &keys)
        }
        if one.isInitial { return }
        add(.nameAndStart, one.hash, start(of: other), from: first, &keys)
        // Each part of a compound, with the other name whole.
        guard other.tokenCount > 1 || other.tokenEnds[0] < other.byteCount else { return }
        for index in 0..<Int(other.tokenCount) {
            let token = tokenText(other, index)
            guard token.byteCount > 1 else { continue }
            let hash = self.hash.hash(token)
            add(.names, min(one.hash, hash), max(one.hash, hash), from: first, &keys)
        }
    }

    /// What the name would be as the user part of an e-mail, with the given name or its initial.
    private func appendSpellings(
        _ given: NamePart,
        _ surname: NamePart,
        from first: Int,
        _ keys: inout [BlockKey]
    ) {
        guard !given.isInitial && !surname.isInitial else { return }
        let (one, other) = (
            text(given.start, given.byteCount), text(surname.start, surname.byteCount)
        )
        var spelt = InlineArray<96, UInt8>(repeating: 0)
        for offset in 0..<one.byteCount { spelt[offset] = one.byte(at: offset) }
        for offset in 0..<other.byteCount {
            spelt[one.byteCount &+ offset] = other.byte(at: offset)
        }
        addSpelling(spelt, 0..<one.byteCount &+ other.byteCount, from: first, &keys)
        // The initial goes where the given name's last letter was.
        let start = one.byteCount &- 1
        spelt[start] = one.byte(at: 0)
        addSpelling(spelt, start..<one.byteCount &+ other.byteCount, from: first, &keys)
    }

    @inline(__always)
    private func addSpelling(
        _ spelt: borrowing InlineArray<96, UInt8>,
        _ range: Range<Int>,
        from first: Int,
        _ keys: inout [BlockKey]
    ) {
        guard range.count >= 5, range.count <= 40 else { return }
        let bytes = unsafe spelt.span.bytes
        let spelling = hash.hash(bytes.bytes(range))
        add(.emailUser, spelling, 0, .asked, from: first, &keys)
        add(.emailUser, spelling, 1, .kept, from: first, &keys)
    }

    private func appendPhoneParts(
        _ number: UInt64,
        of person: Int,
        from first: Int,
        _ keys: inout [BlockKey]
    ) {
        for index in readingRange(person) {
            let surname = readings[index].surname
            guard !surname.isMissing else { continue }
            let sound = UInt64(surname.soundStart)
            add(.phonePart, number % 10_000, sound, from: first, &keys)
            add(.phonePart, number / 10_000 &+ 1 << 40, sound, from: first, &keys)
        }
    }

    /// The date without its day, its month and its year, each with how a name begins.
    private func appendDateParts(
        _ date: UInt64,
        of person: Int,
        from first: Int,
        _ keys: inout [BlockKey]
    ) {
        let (year, month, day) = (date / 10_000, date / 100 % 100, date % 100)
        forEachName(of: person) { name in
            let sound = UInt64(name.soundStart)
            add(.datePart, year &* 100 &+ month, sound, from: first, &keys)
            add(.datePart, month &* 100 &+ day, sound | 1 << 16, from: first, &keys)
            add(.datePart, year &* 100 &+ day, sound | 1 << 17, from: first, &keys)
        }
    }

    /// Each place with each name, and with the place or date of birth that stands before it.
    private func appendPlaceKeys(of person: Int, from first: Int, _ keys: inout [BlockKey]) {
        var before: UInt64 = 0
        for index in schema.values.indices {
            let value = value(person, index)
            guard !value.isMissing else { continue }
            switch schema.values[index].kind {
            case .place:
                forEachName(of: person) { name in
                    add(.placeAndName, value.hash, UInt64(name.sound), from: first, &keys)
                }
                if before != 0 { add(.places, before, value.hash, from: first, &keys) }
                before = value.hash
            case .birthDate:
                if before != 0 { add(.places, before, value.hash, from: first, &keys) }
                before = value.hash
            default: break
            }
        }
    }

    /// Calls `body` with each name of each reading.
    private func forEachName(of person: Int, _ body: (NamePart) -> Void) {
        for index in readingRange(person) {
            if !readings[index].given.isMissing { body(readings[index].given) }
            if !readings[index].surname.isMissing { body(readings[index].surname) }
        }
    }

    /// The first three bytes of a name.
    private func start(of part: NamePart) -> UInt64 {
        var start: UInt64 = 1
        for offset in 0..<min(3, Int(part.byteCount)) {
            start = start << 8 | UInt64(texts[Int(part.start) &+ offset])
        }
        return start
    }

    @inline(__always)
    @_lifetime(borrow self)
    func tokenText(_ part: NamePart, _ index: Int) -> RawSpan {
        let start = part.start &+ UInt32(part.tokenStarts[index])
        return text(start, part.tokenEnds[index] &- part.tokenStarts[index])
    }

    @inline(__always)
    private func add(
        _ kind: BlockKind,
        _ a: UInt64,
        _ b: UInt64,
        _ use: KeyUse = .both,
        from first: Int,
        _ keys: inout [BlockKey]
    ) {
        let key = keyHash(kind, a, b)
        guard keys.count &- first < BlockKey.countMax else { return }
        for index in first..<keys.count where keys[index].hash == key {
            if keys[index].use != use {
                keys[index] = BlockKey(hash: key, kind: kind, use: .both)
            }
            return
        }
        keys.append(BlockKey(hash: key, kind: kind, use: use))
    }

    @inline(__always)
    func keyHash(_ kind: BlockKind, _ a: UInt64, _ b: UInt64) -> UInt64 {
        hash.hash(hash.hash(a ^ UInt64(kind.rawValue) << 56) &+ b)
    }
}
