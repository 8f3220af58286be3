import CarnetBytes
import CarnetModel

/// Reading names: which words belong to them, and which is which.
extension People {
    /// Adds the readings of a name that was typed into two fields, either of which may be empty
    /// or hold both. At most three readings.
    mutating func addNames(given: RawSpan, surname: RawSpan, _ room: inout ReadingRoom) {
        var givenTokens = NameTokens()
        var surnameTokens = NameTokens()
        addTokens(of: given, to: &givenTokens, &room)
        addTokens(of: surname, to: &surnameTokens, &room)
        dropTitles(&givenTokens, &surnameTokens)
        if isPlaceholder(givenTokens, surnameTokens, &room) { return addReading(.init(), .init()) }
        if givenTokens.count > 0 && surnameTokens.count > 0 {
            return addReading(givenTokens, surnameTokens)
        }
        addReading(givenTokens, surnameTokens)
        addSplits(of: givenTokens.count > 0 ? givenTokens : surnameTokens)
    }

    /// Adds the readings of a name that was typed into one field.
    mutating func addNames(full: RawSpan, _ room: inout ReadingRoom) {
        var whole = NameTokens()
        var none = NameTokens()
        addTokens(of: full, to: &whole, &room)
        dropTitles(&none, &whole)
        if whole.count < 2 { return addReading(none, whole) }
        guard let nameOrder else { return addSplits(of: whole) }
        addReading(of: whole, in: nameOrder)
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

    /// Folds a text into the arena and adds its tokens: what stands in other letters in Latin
    /// ones, remarks and numbers left out.
    private mutating func addTokens(
        of field: RawSpan,
        to found: inout NameTokens,
        _ room: inout ReadingRoom
    ) {
        let text = field.bytes(NameText.letterTitleByteCount(field)..<field.byteCount)
        guard text.byteCount > 0, !addPlainTokens(of: text, to: &found) else { return }
        found.removeAll()
        room.folded.removeAll()
        NameText.forEachPiece(of: text) { range, isComma in
            var index = room.folded.count
            Folding.fold(text.bytes(range), into: &room.folded)
            while index < room.folded.count {
                index = append(room.folded, index, &room.latin, to: &found)
            }
            if isComma && found.countBeforeComma == 0 { found.countBeforeComma = found.count }
        }
    }

    /// Adds the token or phrase at `index` and answers where the next begins.
    private mutating func append(
        _ folded: borrowing FoldedTokens,
        _ index: Int,
        _ latin: inout ByteWriter,
        to found: inout NameTokens
    ) -> Int {
        if folded.isJoined(at: index) { return index &+ 1 }
        var kinds: NameWordKinds = []
        var end = index &+ 1
        if let phrase = NameWords.phrase(in: folded, at: index) {
            kinds = phrase.kinds
            end = phrase.endIndex
        }
        for place in index..<end where !folded.isJoined(at: place) {
            add(folded.token(at: place), kinds, &latin, to: &found)
        }
        return end
    }

    private mutating func add(
        _ token: RawSpan,
        _ kinds: NameWordKinds,
        _ latin: inout ByteWriter,
        to found: inout NameTokens
    ) {
        let first = token.byte(at: 0)
        guard first < UInt8(ascii: "0") || first > UInt8(ascii: "9") else { return }
        let start = textCount
        if Transliteration.isForeign(token) {
            latin.removeAll()
            Transliteration.append(token, to: &latin)
            appendText(latin.bytes)
        } else {
            appendText(token)
        }
        guard textCount > start else { return }
        found.append(
            NameTokens.Token(
                start: UInt32(start),
                byteCount: UInt8(textCount &- start),
                kinds: kinds
            )
        )
    }

    /// Whether both names together are a phrase that stands for nobody: "Walk" and "In".
    private func isPlaceholder(
        _ given: NameTokens,
        _ surname: NameTokens,
        _ room: inout ReadingRoom
    ) -> Bool {
        guard given.count == 1, surname.count == 1, surname[0].byteCount <= 6,
            !surname[0].kinds.isEmpty
        else { return false }
        room.folded.removeAll()
        Folding.fold(text(given[0].start, given[0].byteCount), into: &room.folded)
        Folding.fold(text(surname[0].start, surname[0].byteCount), into: &room.folded)
        guard let phrase = NameWords.phrase(in: room.folded, at: 0) else { return false }
        return phrase.kinds.contains(.placeholder) && phrase.endIndex >= 2
    }

    private mutating func appendText(_ token: RawSpan) {
        append(token.bytes(0..<min(token.byteCount, NamePart.byteCountMax)))
    }

    /// Takes out what is no name: forms of address, remarks, degrees, generations. What is also a
    /// name stays where its field has nothing else.
    private func dropTitles(_ given: inout NameTokens, _ surname: inout NameTokens) {
        if given.kinds.union(surname.kinds).intersection(.noName).isEmpty { return }
        let keptGiven = withoutTitles(given)
        let keptSurname = withoutTitles(surname)
        if keptGiven.count == 0 && keptSurname.count == 0 {
            // "Guest Guest" is nobody; "Baron" may be somebody.
            given = kept(given) { $0.contains(.name) && !$0.contains(.placeholder) }
            surname = kept(surname) { $0.contains(.name) && !$0.contains(.placeholder) }
            return
        }
        // A lone letter in its field is an initial ("M." for Michel).
        if keptGiven.count > 0 || !isLoneLetter(given) {
            given = keptGiven.count > 0 ? keptGiven : onlyNames(given)
        }
        surname = keptSurname.count > 0 ? keptSurname : onlyNames(surname)
    }

    private func isLoneLetter(_ tokens: NameTokens) -> Bool {
        tokens.count == 1 && tokens[0].byteCount == 1
    }

    private func withoutTitles(_ tokens: NameTokens) -> NameTokens {
        kept(tokens) { $0.intersection(.noName).isEmpty }
    }

    /// Words that may be names, whatever else they are.
    private func onlyNames(_ tokens: NameTokens) -> NameTokens {
        kept(tokens) { $0.intersection(.noName).isEmpty || $0.contains(.name) }
    }

    @inline(__always)
    private func kept(_ tokens: NameTokens, _ wants: (NameWordKinds) -> Bool) -> NameTokens {
        var kept = NameTokens()
        for index in 0..<tokens.count {
            if index == tokens.countBeforeComma { kept.countBeforeComma = kept.count }
            if wants(tokens[index].kinds) { kept.append(tokens[index]) }
        }
        return kept
    }

    // MARK: - Readings

    mutating func addReading(_ given: NameTokens, _ surname: NameTokens) {
        var reading = NameReading()
        reading.given = part(given)
        reading.surname = part(surname)
        readings.append(reading)
    }

    /// Joins tokens into one name: where they lie, if that is one behind the other.
    private mutating func part(_ tokens: NameTokens) -> NamePart {
        guard tokens.count > 0 else { return .none }
        var part = NamePart()
        let isInPlace = tokens.areAdjacent
        part.start = isInPlace ? tokens[0].start : UInt32(textCount)
        let hasNames = tokens.hasNames
        var end = 0
        for index in 0..<tokens.count {
            let token = tokens[index]
            let start = end
            guard start &+ Int(token.byteCount) <= NamePart.byteCountMax else { break }
            if !isInPlace { appendCopy(of: token) }
            end &+= Int(token.byteCount)
            guard !token.isParticle || !hasNames, part.tokenCount < NamePart.tokenCountMax else {
                continue
            }
            part.tokenStarts[Int(part.tokenCount)] = UInt8(start)
            part.tokenEnds[Int(part.tokenCount)] = UInt8(end)
            part.tokenCount &+= 1
        }
        part.byteCount = UInt8(end)
        part.set(traits(part.start, part.byteCount))
        return part
    }

    private mutating func appendCopy(of token: NameTokens.Token) {
        makeRoom(for: Int(token.byteCount))
        for byte in Int(token.start)..<Int(token.start) &+ Int(token.byteCount) {
            texts[textCount] = texts[byte]
            textCount &+= 1
        }
    }
}
