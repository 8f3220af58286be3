import CarnetBytes
import CarnetModel

/// Reading names: which words belong to them, and which is which.
extension People {
    /// Adds the readings of a name that was typed into two fields, either of which may be empty
    /// or hold both. At most three readings.
    mutating func addNames(given: RawSpan, surname: RawSpan) {
        var givenTokens = tokens(of: given)
        var surnameTokens = tokens(of: surname)
        dropTitles(&givenTokens, &surnameTokens)
        if isPlaceholder(givenTokens, surnameTokens) { return addReading(.init(), .init()) }
        if givenTokens.count > 0 && surnameTokens.count > 0 {
            return addReading(givenTokens, surnameTokens)
        }
        let whole = givenTokens.count > 0 ? givenTokens : surnameTokens
        addReading(givenTokens, surnameTokens)
        addSplits(of: whole)
    }

    /// Adds the readings of a name that was typed into one field.
    mutating func addNames(full: RawSpan) {
        var whole = tokens(of: full)
        var none = NameTokens()
        dropTitles(&none, &whole)
        if isPlaceholder(none, whole) { return addReading(.init(), .init()) }
        if whole.count < 2 { return addReading(none, whole) }
        addSplits(of: whole)
    }

    /// The two ways to read a whole name: the given name stands first, or last. A comma decides.
    private mutating func addSplits(of whole: NameTokens) {
        guard whole.count >= 2 else { return }
        let comma = whole.countBeforeComma
        if comma > 0 && comma < whole.count {
            addReading(whole.only(comma..<whole.count), whole.only(0..<comma))
        }
        // A particle is no given name.
        let first = (0..<whole.count).first { !whole[$0].isParticle } ?? 0
        addReading(whole.only(first..<first &+ 1), whole.without(first))
        let last = whole.count &- 1
        if last != first || comma == 0 {
            addReading(whole.only(last..<last &+ 1), whole.without(last))
        }
    }

    // MARK: - Tokens

    /// Folds a text into the arena and answers its tokens.
    private mutating func tokens(of text: RawSpan) -> NameTokens {
        var found = NameTokens()
        guard text.byteCount > 0 else { return found }
        var folded = FoldedTokens()
        NameText.forEachPiece(of: text) { range, isComma in
            let before = folded.count
            Folding.fold(text.bytes(range), into: &folded)
            for index in before..<folded.count where !folded.isJoined(at: index) {
                append(folded.token(at: index), to: &found)
            }
            if isComma && found.countBeforeComma == 0 { found.countBeforeComma = found.count }
        }
        return found
    }

    private mutating func append(_ token: RawSpan, to found: inout NameTokens) {
        let first = token.byte(at: 0)
        guard first < UInt8(ascii: "0") || first > UInt8(ascii: "9") else { return }
        if MatchWords.isRemark(token) { return }
        let byteCount = min(token.byteCount, NamePart.byteCountMax)
        let start = texts.count
        for index in 0..<byteCount { texts.append(token.byte(at: index)) }
        found.append(
            NameTokens.Token(
                start: UInt32(start),
                byteCount: UInt8(byteCount),
                isParticle: isParticle(token)
            )
        )
    }

    private func isParticle(_ token: RawSpan) -> Bool {
        guard token.byteCount <= Particles.byteCountMax else { return false }
        var number: UInt64 = 0
        for index in (0..<token.byteCount).reversed() {
            number = number << 8 | UInt64(token.byte(at: index))
        }
        return Particles.contains(number)
    }

    /// Takes titles out, unless nothing would remain of the whole name.
    private func dropTitles(_ given: inout NameTokens, _ surname: inout NameTokens) {
        let keptGiven = withoutTitles(given)
        let keptSurname = withoutTitles(surname)
        if keptGiven.count == 0 && keptSurname.count == 0 { return }
        // A lone letter in its field is an initial ("M." for Michel), unless the field is a title
        // in full.
        if keptGiven.count > 0 || !isLoneLetter(given) { given = keptGiven }
        surname = keptSurname
    }

    private func isLoneLetter(_ tokens: NameTokens) -> Bool {
        tokens.count == 1 && tokens[0].byteCount == 1
    }

    private func withoutTitles(_ tokens: NameTokens) -> NameTokens {
        var kept = NameTokens()
        for index in 0..<tokens.count {
            if index == tokens.countBeforeComma { kept.countBeforeComma = kept.count }
            let token = tokens[index]
            if !MatchWords.isTitle(text(token.start, token.byteCount)) { kept.append(token) }
        }
        return kept
    }

    private func isPlaceholder(_ given: NameTokens, _ surname: NameTokens) -> Bool {
        var joined = InlineArray<32, UInt8>(repeating: 0)
        var count = 0
        for tokens in [given, surname] {
            for index in 0..<tokens.count {
                let token = tokens[index]
                for offset in 0..<Int(token.byteCount) {
                    guard count < 32 else { return false }
                    joined[count] = texts[Int(token.start) &+ offset]
                    count &+= 1
                }
            }
        }
        let bytes = unsafe joined.span.bytes
        return count > 0 && MatchWords.isPlaceholder(bytes.bytes(0..<count))
    }

    // MARK: - Readings

    private mutating func addReading(_ given: NameTokens, _ surname: NameTokens) {
        var reading = NameReading()
        reading.given = part(given)
        reading.surname = part(surname)
        readings.append(reading)
    }

    /// Joins tokens into one name.
    private mutating func part(_ tokens: NameTokens) -> NamePart {
        guard tokens.count > 0 else { return .none }
        var part = NamePart()
        let start = texts.count
        part.start = UInt32(start)
        var names = 0
        for index in 0..<tokens.count where !tokens[index].isParticle { names &+= 1 }
        for index in 0..<tokens.count {
            let token = tokens[index]
            let offset = texts.count &- start
            guard offset &+ Int(token.byteCount) <= NamePart.byteCountMax else { break }
            for byte in Int(token.start)..<Int(token.start) &+ Int(token.byteCount) {
                texts.append(texts[byte])
            }
            guard !token.isParticle || names == 0, part.tokenCount < NamePart.tokenCountMax else {
                continue
            }
            part.tokenStarts[Int(part.tokenCount)] = UInt8(offset)
            part.tokenEnds[Int(part.tokenCount)] = UInt8(texts.count &- start)
            part.tokenCount &+= 1
        }
        part.byteCount = UInt8(texts.count &- start)
        let name = text(part.start, part.byteCount)
        part.hash = hash.hash(name)
        let sound = Sound(name)
        part.sound = sound.hash
        part.soundStart = sound.start
        for index in 0..<name.byteCount {
            let letter = name.byte(at: index) &- UInt8(ascii: "a")
            part.letters |= letter < 26 ? 1 << UInt32(letter) : 1 << 26
        }
        part.given = MatchWords.given(name)
        return part
    }
}
