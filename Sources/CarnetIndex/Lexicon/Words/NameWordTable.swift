import CarnetBytes

/// What `NameWordData` says: a table of words and phrases, and what each one is.
struct NameWordTable: Sendable {
    static let standard = NameWordTable()

    /// Set on a word with which a phrase begins; not seen from outside.
    private static let beginsPhrase: UInt32 = 1 << 31
    /// The longest phrase, with a space between its parts.
    private static let phraseByteCountMax = 40

    private var words = WordTable(wordCount: 4_000)
    private var kinds: [UInt32] = []

    private init() {
        for source in NameWordData.all { read(source) }
        // What only begins phrases is nothing by itself.
        for number in kinds.indices
        where kinds[number] & ~Self.beginsPhrase == NameWordKinds.name.rawValue {
            kinds[number] &= Self.beginsPhrase
        }
    }

    func kinds(of token: RawSpan) -> NameWordKinds {
        guard let number = words.number(of: token) else { return [] }
        return NameWordKinds(rawValue: kinds[number] & ~Self.beginsPhrase)
    }

    func lone(_ token: RawSpan) -> NameWordKinds? {
        guard let number = words.number(of: token) else { return [] }
        let kinds = kinds[number]
        return kinds & Self.beginsPhrase == 0 ? NameWordKinds(rawValue: kinds) : nil
    }

    func phrase(in tokens: borrowing FoldedTokens, at index: Int) -> NamePhrase? {
        guard let first = words.number(of: tokens.token(at: index)) else { return nil }
        var found: NamePhrase?
        let single = NameWordKinds(rawValue: kinds[first] & ~Self.beginsPhrase)
        if !single.isEmpty { found = NamePhrase(kinds: single, endIndex: index &+ 1) }
        if kinds[first] & Self.beginsPhrase == 0 { return found }
        var text = PhraseText()
        text.append(tokens.token(at: index))
        var partCount = 1
        for next in index &+ 1..<tokens.count where !tokens.isJoined(at: next) {
            partCount &+= 1
            guard partCount <= NameWords.phrasePartCountMax,
                text.append(tokens.token(at: next))
            else { break }
            guard let number = words.number(of: text.bytes) else { continue }
            let kinds = NameWordKinds(rawValue: kinds[number] & ~Self.beginsPhrase)
            if !kinds.isEmpty { found = NamePhrase(kinds: kinds, endIndex: next &+ 1) }
        }
        return found
    }

    /// The parts of a phrase with a space between, in a buffer of fixed size.
    private struct PhraseText: ~Copyable {
        private var buffer = InlineArray<40, UInt8>(repeating: 0)
        private var count = 0

        var bytes: RawSpan {
            @_lifetime(borrow self)
            get { unsafe buffer.span.bytes.extracting(first: count) }
        }

        /// False when there is no room.
        @discardableResult
        mutating func append(_ token: RawSpan) -> Bool {
            let space = count > 0 ? 1 : 0
            guard count &+ space &+ token.byteCount <= phraseByteCountMax else { return false }
            if space == 1 { buffer[count] = UInt8(ascii: " ") }
            count &+= space
            for index in 0..<token.byteCount {
                buffer[count] = token.byte(at: index)
                count &+= 1
            }
            return true
        }
    }

    // MARK: - Reading

    /// Reads lines `kind kind: word word`; the parts of a phrase have an underscore between.
    private mutating func read(_ source: StaticString) {
        var text = LexiconText(source)
        while !text.isAtEnd {
            var kinds: NameWordKinds = []
            var isHead = true
            while let range = text.nextWord() {
                let word = text.word(range)
                if isHead {
                    let isLast = word.byte(at: range.count - 1) == UInt8(ascii: ":")
                    kinds.insert(Self.kind(isLast ? word.extracting(droppingLast: 1) : word))
                    if isLast { isHead = false }
                } else {
                    add(word, kinds.rawValue)
                }
            }
        }
    }

    private mutating func add(_ word: RawSpan, _ kinds: UInt32) {
        var spaced = ByteWriter(capacity: 64)
        for index in 0..<word.byteCount {
            let byte = word.byte(at: index)
            guard byte == UInt8(ascii: "_") else {
                spaced.append(byte)
                continue
            }
            // The first part alone: a phrase begins here.
            if !spaced.bytes.array().contains(UInt8(ascii: " ")) {
                note(spaced.bytes, Self.beginsPhrase)
            }
            spaced.append(UInt8(ascii: " "))
        }
        note(spaced.bytes, kinds)
    }

    /// Notes what a word is. A given name that we know, or an initial, is a name as well.
    private mutating func note(_ word: RawSpan, _ bits: UInt32) {
        let number = words.add(word)
        if number == kinds.count {
            let isName = word.byteCount == 1 || NicknameTable.standard.name(word) != nil
            kinds.append(isName ? NameWordKinds.name.rawValue : 0)
        }
        kinds[number] |= bits
    }

    /// The kind of that name; a name that is none is a mistake in our table, which a test finds.
    private static func kind(_ name: RawSpan) -> NameWordKinds {
        let known = kindNames.first { name.isEqual(to: $0.name) }
        return known?.kind ?? []
    }

    private static let kindNames: [(name: StaticString, kind: NameWordKinds)] = [
        ("title", .title), ("degree", .degree), ("male", .male), ("female", .female),
        ("household", .household), ("connector", .connector), ("senior", .senior),
        ("junior", .junior), ("third", .third), ("former", .formerName), ("relation", .relation),
        ("remark", .remark), ("particle", .particle), ("placeholder", .placeholder),
        ("organisation", .organisation), ("name", .name),
    ]
}
