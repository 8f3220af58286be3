/// What the parser asks of a declaration, worked out once as numbers and bits: copied without
/// counting references.
struct CommandShape: Hashable, Sendable {
    let positionalCount: Int
    let requiredPositionalCount: Int
    /// By place, from the lowest bit.
    let optionalPositionals: UInt64
    /// Numbers of records end where a word starts with a letter.
    let lastPositionalIsID: Bool
    let lastPositionalRepeats: Bool
    let takesPairs: Bool
    let needsPairs: Bool
    /// Connection and server commands take options in any case, as Redis does.
    let foldsOptions: Bool

    // Sets of options, by `OptionID.bit`.

    let options: OptionBits
    let requiredOptions: OptionBits
    let exactlyOneOf: OptionBits
    let withValue: OptionBits
    let withTwoValues: OptionBits
    let takingMany: OptionBits
    let repeating: OptionBits
    /// Whose first value must be one of some declared words.
    let choosing: OptionBits
    /// Places of arguments that must be one of some declared words, from the lowest bit.
    let choosingPositionals: UInt64

    init(
        positionals: [Positional],
        takesPairs: Bool,
        needsPairs: Bool,
        options: [OptionUse],
        exactlyOneOf: [OptionID],
        foldsOptions: Bool
    ) {
        positionalCount = positionals.count
        requiredPositionalCount = positionals.count { !$0.isOptional }
        optionalPositionals = positionals.enumerated().reduce(0) {
            $1.element.isOptional ? $0 | 1 << UInt64($1.offset) : $0
        }
        lastPositionalIsID = positionals.last?.kind == .id
        lastPositionalRepeats = positionals.last?.repeats ?? false
        self.takesPairs = takesPairs
        self.needsPairs = needsPairs
        self.foldsOptions = foldsOptions
        self.options = Self.bits(options)
        requiredOptions = Self.bits(options.filter(\.isRequired))
        self.exactlyOneOf = exactlyOneOf.reduce(0) { $0 | $1.bit }
        withValue = Self.bits(options.filter { !$0.values.isEmpty })
        withTwoValues = Self.bits(options.filter { $0.values.count == 2 })
        takingMany = Self.bits(options.filter(\.takesMany))
        repeating = Self.bits(options.filter { $0.mayRepeat || $0.takesMany })
        choosing = Self.bits(options.filter { $0.values.first?.kind.isChoice ?? false })
        choosingPositionals = positionals.enumerated().reduce(0) {
            $1.element.kind.isChoice ? $0 | 1 << UInt64($1.offset) : $0
        }
    }

    func isOptional(_ place: Int) -> Bool { optionalPositionals & (1 << UInt64(place)) != 0 }

    private static func bits(_ options: [OptionUse]) -> OptionBits {
        options.reduce(0) { $0 | $1.id.bit }
    }
}
