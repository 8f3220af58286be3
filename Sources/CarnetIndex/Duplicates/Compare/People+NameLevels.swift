import CarnetBytes

/// How two names stand to each other.
extension People {
    /// Of two given names, or of a given name and a surname that may be one.
    func givenLevel(_ a: NamePart, _ b: NamePart) -> FieldLevel {
        if a.isMissing || b.isMissing { return .missing }
        if a.hash == b.hash { return .equal }
        if a.isInitial || b.isInitial {
            return texts[Int(a.start)] == texts[Int(b.start)] ? .initial : .different
        }
        if isLetter(a, of: b) || isLetter(b, of: a) { return .initial }
        let closeness =
            a.given != 0 && b.given != 0 ? MatchWords.closeness(a.given, b.given) : .unrelated
        if closeness >= .nickname || isShortForm(a, b) { return .related }
        if closeness == .translation { return .loose }
        if Likeness.isFar(a.letters, b.letters) && a.sound != b.sound { return .different }
        let (one, other) = (text(a.start, a.byteCount), text(b.start, b.byteCount))
        if contradicts(a, b) { return .different }
        let isOtherGender = isGenderForm(one, other) || isGenderForm(other, one)
        if min(one.byteCount, other.byteCount) >= 3 {
            if isPrefix(one, of: other) || isPrefix(other, of: one) {
                return isOtherGender ? .loose : .related
            }
            let isClose =
                a.sound == b.sound
                || (max(one.byteCount, other.byteCount) >= 4 && Likeness.isOneSlip(one, other))
            if isClose { return isOtherGender ? .loose : .near }
        }
        if likenessMost(a, b) < 840 { return .different }
        return Likeness.jaroWinkler(one, other) >= 840 ? .loose : .different
    }

    /// The most that two names can be alike, by their letters and how they begin.
    @inline(__always)
    private func likenessMost(_ a: NamePart, _ b: NamePart) -> Int {
        Likeness.jaroWinklerMost(
            text(a.start, a.byteCount),
            text(b.start, b.byteCount),
            (a.letters & ~b.letters).nonzeroBitCount,
            (b.letters & ~a.letters).nonzeroBitCount
        )
    }

    /// Of two surnames, or of a surname and a given name that may be one.
    func surnameLevel(_ a: NamePart, _ b: NamePart) -> FieldLevel {
        if a.isMissing || b.isMissing { return .missing }
        if a.hash == b.hash { return .equal }
        if a.isInitial || b.isInitial {
            return texts[Int(a.start)] == texts[Int(b.start)] ? .loose : .different
        }
        if sharesToken(a, b) { return .related }
        if Likeness.isFar(a.letters, b.letters) && a.sound != b.sound { return .different }
        let (one, other) = (text(a.start, a.byteCount), text(b.start, b.byteCount))
        let (short, long) = one.byteCount < other.byteCount ? (one, other) : (other, one)
        if short.byteCount >= 6 && isPrefix(short, of: long) { return .related }
        if let level = endLevel(short, of: long) { return level }
        if a.sound == b.sound && short.byteCount >= 3 { return .near }
        if long.byteCount >= 4 && Likeness.isOneSlip(one, other) { return .near }
        if likenessMost(a, b) < (short.byteCount >= 7 ? 700 : 880) { return .different }
        let likeness = Likeness.jaroWinkler(one, other)
        if likeness >= 940 { return .near }
        if likeness >= 880 { return .loose }
        return short.byteCount >= 7 && likeness >= 700 && Likeness.distance(one, other) <= 2
            ? .loose : .different
    }

    // MARK: - Given names

    /// Whether one is the other's initial, which is one letter in its own alphabet and several in
    /// Latin ones: Þ. for Þórdís, Ю. for Юлия.
    @inline(__always)
    private func isLetter(_ one: NamePart, of other: NamePart) -> Bool {
        one.byteCount <= 4 && one.byteCount < other.byteCount && isLetterOfOther(one, other)
    }

    private func isLetterOfOther(_ one: NamePart, _ other: NamePart) -> Bool {
        let letter = text(one.start, one.byteCount)
        return isPrefix(letter, of: text(other.start, other.byteCount))
            && Self.letters.contains { letter.isEqual(to: $0) }
    }

    /// Letters of Icelandic, Cyrillic and Greek in Latin ones, as ``Transliteration`` writes them.
    private static let letters: [StaticString] = [
        "th", "ae", "zh", "kh", "ts", "ch", "sh", "shch", "yu", "ya", "ye", "ps",
    ]

    /// Whether one is a part of the other, which is a compound, or its initials.
    private func isShortForm(_ a: NamePart, _ b: NamePart) -> Bool {
        let (short, long) = a.tokenCount <= b.tokenCount ? (a, b) : (b, a)
        guard long.tokenCount > 1 else { return false }
        return isInitials(short, of: long) || areTokens(of: short, in: long)
    }

    /// "jp" or "j-p" of "jean-pierre".
    private func isInitials(_ short: NamePart, of long: NamePart) -> Bool {
        guard short.byteCount == long.tokenCount else { return false }
        for index in 0..<Int(long.tokenCount) {
            let initial = texts[Int(long.start) &+ Int(long.tokenStarts[index])]
            guard texts[Int(short.start) &+ index] == initial else { return false }
        }
        return true
    }

    /// Whether every token of one name stands in the other as well, or begins one there.
    private func areTokens(of short: NamePart, in long: NamePart) -> Bool {
        for index in 0..<Int(short.tokenCount) {
            let token = tokenText(short, index)
            var isThere = false
            for other in 0..<Int(long.tokenCount) where !isThere {
                let longer = tokenText(long, other)
                isThere =
                    token.isEqual(to: longer)
                    || (token.byteCount == 1 && token.byte(at: 0) == longer.byte(at: 0))
            }
            guard isThere else { return false }
        }
        return true
    }

    /// Whether one is the woman's form of the other: Jean and Jeanne, Julien and Julie, Mario and
    /// Maria.
    private func isGenderForm(_ man: RawSpan, _ woman: RawSpan) -> Bool {
        let (m, w) = (man.byteCount, woman.byteCount)
        guard m >= 3, w >= 3 else { return false }
        let ending = woman.byte(at: w &- 1)
        let manEnding = man.byte(at: m &- 1)
        guard ending == UInt8(ascii: "e") || ending == UInt8(ascii: "a") else { return false }
        // Ottili is Ottilie cut short.
        if ending == UInt8(ascii: "e"), manEnding == UInt8(ascii: "i") { return false }
        var shared = 0
        while shared < min(m, w), man.byte(at: shared) == woman.byte(at: shared) { shared &+= 1 }
        // Who ends as a woman does is rarely a man (Siniša, Sinisha), but for René and Renée.
        if manEnding == ending {
            return ending == UInt8(ascii: "e") && shared == m && w &- shared == 1
        }
        // The ending, and before it at most a doubled or another letter.
        return m &- shared <= 1 && w &- shared <= 3
    }

    private func contradicts(_ a: NamePart, _ b: NamePart) -> Bool {
        a.given != 0 && b.given != 0 && MatchWords.contradicts(a.given, b.given)
    }

    private func isPrefix(_ short: RawSpan, of long: RawSpan) -> Bool {
        guard short.byteCount <= long.byteCount else { return false }
        return long.bytes(0..<short.byteCount).isEqual(to: short)
    }

    // MARK: - Surnames

    /// What it says that one name ends the other: all of it but particles ("Berg" and "Vandenberg"),
    /// or the second of two that were joined ("Suárez" and "GuijarroSuárez"). Nil where it does not.
    private func endLevel(_ short: RawSpan, of long: RawSpan) -> FieldLevel? {
        let lead = long.byteCount &- short.byteCount
        guard short.byteCount >= 4, lead >= 2,
            long.bytes(lead..<long.byteCount).isEqual(to: short)
        else { return nil }
        let kinds = NameWords.kinds(of: long.bytes(0..<lead))
        if kinds.contains(.particle), lead >= 5 || !kinds.contains(.name) { return .related }
        return short.byteCount >= 5 && lead >= 4 ? .loose : nil
    }

    /// Whether the names share a part that is no particle, or one is the other's part alone.
    private func sharesToken(_ a: NamePart, _ b: NamePart) -> Bool {
        let isSimple =
            a.tokenCount == 1 && a.tokenEnds[0] &- a.tokenStarts[0] == a.byteCount
            && b.tokenCount == 1 && b.tokenEnds[0] &- b.tokenStarts[0] == b.byteCount
        if isSimple { return false }
        for index in 0..<Int(a.tokenCount) {
            let token = tokenText(a, index)
            guard token.byteCount >= 3 else { continue }
            for other in 0..<Int(b.tokenCount) where token.isEqual(to: tokenText(b, other)) {
                return true
            }
        }
        return false
    }
}
