public import CarnetBytes

/// The words of one command, told apart: positional arguments, options and their values, pairs.
/// Checked against the declaration as far as grammar goes; what a value means is not known here.
///
/// It holds word numbers, never bytes: every question is asked with the bytes that the words are
/// ranges of. One is kept for each connection and filled anew by `parse`; once its arrays have
/// grown, nothing is allocated.
public struct ParsedCommand: Sendable {
    /// For the decoder to fill.
    public var words = WordRanges()
    public private(set) var id = CommandID.ping

    /// Who has sent it, as the session knows; kept from command to command.
    public var caller = Caller.owner

    private var shape = CommandID.ping.shape

    /// Word numbers of the positional arguments that stand, by their place; -1 for one left out.
    private var argumentWords = WordNumbers()
    private var restStart = 0
    private var optionSet: OptionBits = 0
    /// By option: the number of its first value's word.
    private var valueWords = [Int32](repeating: 0, count: OptionID.allCases.count)
    /// Further values of options that take many or may repeat.
    private var repeatedValues: [RepeatedValue] = []
    /// Word numbers of the names; each value stands behind its name.
    private var pairWords = WordNumbers()

    struct RepeatedValue: Sendable {
        let option: OptionID
        let word: Int32
    }

    public init() {}

    // What stands where.

    public var declaration: CommandDeclaration { id.declaration }

    /// How many positional arguments are declared.
    var argumentCount: Int { argumentWords.count }

    /// How many words the last, repeating positional argument has.
    public private(set) var restCount = 0

    public var pairCount: Int { pairWords.count }

    /// Whether the option stands.
    public func has(_ option: OptionID) -> Bool { optionSet & option.bit != 0 }

    /// Whether the positional argument at `place` of the declaration stands.
    public func hasArgument(_ place: Int) -> Bool {
        place < argumentWords.count && argumentWords[place] >= 0
    }

    // The bytes. Those given must be the ones that `parse` was given.

    /// Word `index`, 0 being the command's name; it must be below `words.count`.
    @_lifetime(copy bytes)
    public func word(_ index: Int, in bytes: RawSpan) -> RawSpan { bytes.bytes(words[index]) }

    /// The positional argument at `place` of the declaration; nil where it was left out.
    @_lifetime(copy bytes)
    public func argument(_ place: Int, in bytes: RawSpan) -> RawSpan? {
        guard hasArgument(place) else { return nil }
        return word(argumentWords[place], in: bytes)
    }

    /// A word of the last, repeating positional argument; `index` below `restCount`.
    @_lifetime(copy bytes)
    public func rest(_ index: Int, in bytes: RawSpan) -> RawSpan {
        precondition(index >= 0 && index < restCount)
        return word(restStart &+ index, in: bytes)
    }

    /// The option's first value; nil where the option does not stand or has none.
    @_lifetime(copy bytes)
    public func value(_ option: OptionID, in bytes: RawSpan) -> RawSpan? {
        guard optionSet & shape.withValue & option.bit != 0 else { return nil }
        return word(Int(valueWords[Int(option.rawValue)]), in: bytes)
    }

    /// The second value of an option that has two, as `AUTH name secret`.
    @_lifetime(copy bytes)
    public func secondValue(_ option: OptionID, in bytes: RawSpan) -> RawSpan? {
        guard optionSet & shape.withTwoValues & option.bit != 0 else { return nil }
        return word(Int(valueWords[Int(option.rawValue)]) &+ 1, in: bytes)
    }

    /// How many values an option has that takes many or may repeat. O(their number).
    public func valueCount(_ option: OptionID) -> Int {
        guard optionSet & shape.withValue & option.bit != 0 else { return 0 }
        return repeatedValues.count { $0.option == option } &+ 1
    }

    /// A value of an option that takes many or may repeat; nil past the last. O(index).
    @_lifetime(copy bytes)
    public func value(_ option: OptionID, _ index: Int, in bytes: RawSpan) -> RawSpan? {
        guard index > 0 else { return value(option, in: bytes) }
        var left = index
        for repeated in repeatedValues where repeated.option == option {
            left &-= 1
            if left == 0 { return word(Int(repeated.word), in: bytes) }
        }
        return nil
    }

    /// The second value of an option that has two and may repeat; nil past the last. O(index).
    @_lifetime(copy bytes)
    public func secondValue(_ option: OptionID, _ index: Int, in bytes: RawSpan) -> RawSpan? {
        guard index > 0 else { return secondValue(option, in: bytes) }
        var left = index
        for repeated in repeatedValues where repeated.option == option {
            left &-= 1
            if left == 0 { return word(Int(repeated.word) &+ 1, in: bytes) }
        }
        return nil
    }

    /// The field or setting of a pair; `index` below `pairCount`.
    @_lifetime(copy bytes)
    public func pairName(_ index: Int, in bytes: RawSpan) -> RawSpan {
        word(pairWords[index], in: bytes)
    }

    @_lifetime(copy bytes)
    public func pairValue(_ index: Int, in bytes: RawSpan) -> RawSpan {
        word(pairWords[index] &+ 1, in: bytes)
    }

    // Parsing.

    /// Finds the command that `words` name and tells its arguments apart. `words` must be
    /// ranges of `bytes`. O(words).
    public mutating func parse(_ bytes: RawSpan) throws(ArgumentError) {
        guard words.count > 0 else { throw .unknownCommand("", suggestion: nil) }
        let name = word(0, in: bytes)
        guard var found = CommandLookup.find(name) else {
            throw Suggestions.unknownCommand(shown(name))
        }
        var next = 1
        if found.isContainer {
            if words.count > 1 {
                let second = word(1, in: bytes)
                guard let subcommand = CommandLookup.find(second, in: found) else {
                    throw Suggestions.unknownSubcommand(shown(second), of: found.declaration)
                }
                found = subcommand
                next = 2
            } else if found != .command {
                throw found.declaration.wordCountError
            }
        }
        id = found
        shape = found.shape
        try takePositionals(from: &next, in: bytes)
        try takeOptionsAndPairs(from: next, in: bytes)
        if optionSet & shape.choosing != 0 || shape.choosingPositionals != 0 {
            try checkChoices(in: bytes)
        }
    }

    /// Each value that must be one of some declared words is one of them.
    private func checkChoices(in bytes: RawSpan) throws(ArgumentError) {
        for use in declaration.options where optionSet & shape.choosing & use.id.bit != 0 {
            _ = try choice(use.id, in: bytes)
        }
        for place in 0..<shape.positionalCount
        where shape.choosingPositionals & (1 << UInt64(place)) != 0 {
            _ = try choiceArgument(place, in: bytes)
        }
    }

    private mutating func takePositionals(
        from next: inout Int,
        in bytes: RawSpan
    ) throws(ArgumentError) {
        argumentWords.removeAll()
        restCount = 0
        restStart = next
        var required = shape.requiredPositionalCount
        guard words.count &- next >= required else { throw declaration.wordCountError }
        for place in 0..<shape.positionalCount {
            if !shape.isOptional(place) {
                required &-= 1
            } else if words.count &- next <= required || endsPositionals(next, in: bytes) {
                argumentWords.append(-1)
                continue
            }
            argumentWords.append(next)
            next &+= 1
        }
        guard shape.lastPositionalRepeats, hasArgument(shape.positionalCount &- 1) else { return }
        restStart = next &- 1
        while next < words.count, !endsPositionals(next, in: bytes) { next &+= 1 }
        restCount = next &- restStart
    }

    private mutating func takeOptionsAndPairs(
        from start: Int,
        in bytes: RawSpan
    ) throws(ArgumentError) {
        optionSet = 0
        if !repeatedValues.isEmpty { repeatedValues.removeAll(keepingCapacity: true) }
        pairWords.removeAll()
        var next = start
        while next < words.count {
            let range = words[next]
            let first = range.isEmpty ? 0 : bytes.byte(at: range.lowerBound)
            if shape.takesPairs, isLowerCase(first) {
                guard next &+ 1 < words.count else {
                    throw .missingValue(of: shown(bytes.bytes(range)), command: declaration.name)
                }
                pairWords.append(next)
                next &+= 2
            } else if isUpperCase(first) || (shape.foldsOptions && isLowerCase(first)) {
                try takeOption(at: &next, in: bytes)
            } else {
                throw unexpected(next, in: bytes)
            }
        }
        try checkWhatMustStand()
    }

    private mutating func takeOption(at next: inout Int, in bytes: RawSpan) throws(ArgumentError) {
        let found = CommandLookup.option(word(next, in: bytes), folded: shape.foldsOptions)
        guard let option = found, shape.options & option.bit != 0 else {
            throw unknownOption(next, in: bytes)
        }
        let stood = has(option)
        guard !stood || shape.repeating & option.bit != 0 else {
            throw .repeatedOption(option.token, command: declaration.name)
        }
        next &+= 1
        optionSet |= option.bit
        guard shape.withValue & option.bit != 0 else { return }
        let valueCount = shape.withTwoValues & option.bit == 0 ? 1 : 2
        guard words.count &- next >= valueCount else {
            throw .missingValue(of: option.token, command: declaration.name)
        }
        if stood {
            add(next, to: option)
        } else {
            valueWords[Int(option.rawValue)] = Int32(truncatingIfNeeded: next)
        }
        next &+= valueCount
        guard shape.takingMany & option.bit != 0 else { return }
        while next < words.count, !endsValues(next, in: bytes) {
            add(next, to: option)
            next &+= 1
        }
    }

    private mutating func add(_ word: Int, to option: OptionID) {
        repeatedValues.append(
            RepeatedValue(option: option, word: Int32(truncatingIfNeeded: word))
        )
    }

    private func checkWhatMustStand() throws(ArgumentError) {
        let missing = shape.requiredOptions & ~optionSet
        guard missing == 0 else {
            let option = declaration.options.first { missing & $0.id.bit != 0 }
            throw .missingOption(
                option?.usage ?? "",
                command: declaration.name,
                usage: declaration.usage
            )
        }
        if shape.needsPairs, pairWords.count == 0 { throw declaration.wordCountError }
        guard shape.exactlyOneOf != 0 else { return }
        var ways = (optionSet & shape.exactlyOneOf).nonzeroBitCount
        for place in 0..<argumentWords.count
        where shape.isOptional(place) && argumentWords[place] >= 0 {
            ways += 1
        }
        guard ways == 1 else {
            throw .notOne(of: declaration.waysToName, command: declaration.name)
        }
    }

    // Looking at single words.

    /// Whether an optional or repeating positional argument can't stand there, since an option
    /// does, or would if it were spelled right.
    private func endsPositionals(_ index: Int, in bytes: RawSpan) -> Bool {
        guard shape.options != 0 else { return false }
        if shape.lastPositionalIsID { return startsWithLetter(index, in: bytes) }
        let option = CommandLookup.option(word(index, in: bytes), folded: shape.foldsOptions)
        guard let option else { return false }
        return shape.options & option.bit != 0
    }

    /// Whether the values of an option that takes many end before this word. Only where there are
    /// pairs may a word in lower case be something else than a value.
    private func endsValues(_ index: Int, in bytes: RawSpan) -> Bool {
        if shape.takesPairs || shape.foldsOptions { return startsWithLetter(index, in: bytes) }
        guard let first = words[index].first else { return false }
        return isUpperCase(bytes.byte(at: first))
    }

    private func startsWithLetter(_ index: Int, in bytes: RawSpan) -> Bool {
        guard let first = words[index].first else { return false }
        let byte = bytes.byte(at: first)
        return isLowerCase(byte) || isUpperCase(byte)
    }

    private func isLowerCase(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
    }

    private func isUpperCase(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
    }
}
