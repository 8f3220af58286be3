internal import CarnetBytes

/// Values read as what the declaration says they are. Each error names the argument. The bytes
/// given must be those that `parse` was given.
extension ParsedCommand {
    /// How many records LIMIT may ask for at most.
    public static let limitMax = 1_000
    /// How many records a page has without LIMIT.
    public static let limitDefault = 20
    /// Bytes of an idempotency key.
    public static let keyByteCountMax = 128

    /// The option's number, leading zeros allowed; nil where it does not stand.
    public func number(
        _ option: OptionID,
        in bytes: RawSpan,
        atLeast least: UInt64 = 0,
        atMost most: UInt64 = .max
    ) throws(ArgumentError) -> UInt64? {
        guard let word = value(option, in: bytes) else { return nil }
        return try number(word, least: least, most: most, argument: option.token)
    }

    /// The option's number in thousandths; nil where it does not stand.
    public func thousandths(
        _ option: OptionID,
        in bytes: RawSpan,
        atLeast least: Int32,
        atMost most: Int32
    ) throws(ArgumentError) -> Int32? {
        guard let word = value(option, in: bytes) else { return nil }
        guard let value = word.thousandths(), value >= least, value <= most else {
            throw .badValue(
                argument: option.token,
                word: shown(word),
                expected:
                    "a number from \(least / 1_000) to \(most / 1_000) with at most three decimals"
            )
        }
        return value
    }

    /// A number among the values of an option that takes many; nil past the last.
    public func number(
        _ option: OptionID,
        _ index: Int,
        in bytes: RawSpan,
        atLeast least: UInt64 = 0,
        atMost most: UInt64 = .max
    ) throws(ArgumentError) -> UInt64? {
        guard let word = value(option, index, in: bytes) else { return nil }
        return try number(word, least: least, most: most, argument: option.token)
    }

    /// The number at `place` of the positional arguments; nil where it was left out.
    public func numberArgument(
        _ place: Int,
        in bytes: RawSpan,
        atLeast least: UInt64 = 0,
        atMost most: UInt64 = .max
    ) throws(ArgumentError) -> UInt64? {
        guard let word = argument(place, in: bytes) else { return nil }
        return try number(word, least: least, most: most, argument: nameOfArgument(place))
    }

    /// A number of the last, repeating positional argument; `index` below `restCount`.
    public func restNumber(
        _ index: Int,
        in bytes: RawSpan,
        atLeast least: UInt64 = 0,
        atMost most: UInt64 = .max
    ) throws(ArgumentError) -> UInt64 {
        let word = rest(index, in: bytes)
        return try number(
            word,
            least: least,
            most: most,
            // Of several words behind each other, numbers come first: "id … +tag|-tag".
            argument: String(nameOfArgument(argumentCount - 1).prefix { $0 != " " })
        )
    }

    /// LIMIT: 1 to 1,000, and 20 where it does not stand.
    public func limit(in bytes: RawSpan) throws(ArgumentError) -> Int {
        let asked = try number(.limit, in: bytes, atLeast: 1, atMost: UInt64(Self.limitMax))
        return asked.map { Int($0) } ?? Self.limitDefault
    }

    /// KEY: 1 to 128 bytes; nil where it does not stand.
    @_lifetime(copy bytes)
    public func idempotencyKey(in bytes: RawSpan) throws(ArgumentError) -> RawSpan? {
        guard let word = value(.key, in: bytes) else { return nil }
        guard word.byteCount > 0 else {
            throw .badValue(
                argument: OptionID.key.token,
                word: "",
                expected: "a text of your own choice"
            )
        }
        guard word.byteCount <= Self.keyByteCountMax else {
            throw .tooLong(
                argument: OptionID.key.token,
                byteCount: word.byteCount,
                most: Self.keyByteCountMax
            )
        }
        return word
    }

    /// The option's yes or no; nil where it does not stand.
    public func yesNo(_ option: OptionID, in bytes: RawSpan) throws(ArgumentError) -> Bool? {
        guard let word = value(option, in: bytes) else { return nil }
        guard let isYes = word.yesNo() else {
            throw .badValue(
                argument: option.token,
                word: shown(word),
                expected: "yes, no, true, false, 1 or 0"
            )
        }
        return isYes
    }

    /// Which of the declared words the option has, from 0; nil where it does not stand.
    public func choice(_ option: OptionID, in bytes: RawSpan) throws(ArgumentError) -> Int? {
        guard let word = value(option, in: bytes) else { return nil }
        let use = declaration.options.first { $0.id == option }
        return try choice(word, of: use?.values.first?.kind, argument: option.token)
    }

    /// Which of the declared words stands at `place` of the positional arguments.
    public func choiceArgument(
        _ place: Int,
        in bytes: RawSpan
    ) throws(ArgumentError) -> Int? {
        guard let word = argument(place, in: bytes) else { return nil }
        return try choice(
            word,
            of: declaration.positionals[place].kind,
            argument: nameOfArgument(place)
        )
    }

    private func number(
        _ word: RawSpan,
        least: UInt64,
        most: UInt64,
        argument: @autoclosure () -> String
    ) throws(ArgumentError) -> UInt64 {
        guard let value = word.unsignedInteger() else {
            throw .badValue(
                argument: argument(),
                word: shown(word),
                expected: "a whole number"
            )
        }
        guard value >= least, value <= most else {
            throw .outOfRange(argument: argument(), word: shown(word), least: least, most: most)
        }
        return value
    }

    private func choice(
        _ word: RawSpan,
        of kind: ValueKind?,
        argument: @autoclosure () -> String
    ) throws(ArgumentError) -> Int {
        guard case .choice(let words)? = kind else { preconditionFailure("no choice is declared") }
        let folded = declaration.shape.foldsOptions
        for (index, text) in words.enumerated() where word.spells(text, folded: folded) {
            return index
        }
        throw .badValue(
            argument: argument(),
            word: shown(word),
            expected: "one of " + words.joined(separator: " ")
        )
    }

    private func nameOfArgument(_ place: Int) -> String { declaration.positionals[place].name }
}

extension RawSpan {
    /// The number of these digits, with a minus before them and up to three behind a point, in
    /// thousandths; nil for anything else and past six digits before the point.
    func thousandths() -> Int32? {
        let isNegative = byteCount > 0 && byte(at: 0) == UInt8(ascii: "-")
        var value: Int32 = 0
        var digitCount = 0
        var decimalCount: Int?
        for index in (isNegative ? 1 : 0)..<byteCount {
            let byte = byte(at: index)
            if byte == UInt8(ascii: "."), decimalCount == nil, digitCount > 0 {
                decimalCount = 0
                continue
            }
            let digit = byte &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            if let count = decimalCount {
                guard count < 3 else { return nil }
                decimalCount = count + 1
            } else {
                guard digitCount < 6 else { return nil }
                digitCount += 1
            }
            value = value &* 10 &+ Int32(digit)
        }
        guard digitCount > 0, decimalCount != 0 else { return nil }
        for _ in (decimalCount ?? 0)..<3 { value = value &* 10 }
        return isNegative ? -value : value
    }

    /// Whether the bytes are the UTF-8 of `text`; ASCII letters of any case where `folded`.
    func spells(_ text: String, folded: Bool) -> Bool {
        var index = 0
        for other in text.utf8 {
            guard index < byteCount else { return false }
            let byte = byte(at: index)
            guard byte == other || folded && byte.asciiUppercased == other.asciiUppercased else {
                return false
            }
            index += 1
        }
        return index == byteCount
    }
}
