/// What a `CommandDecoder` found. Offsets are those of the bytes that it was given.
public enum DecodeOutcome: Hashable, Sendable {
    /// A command: the words are ranges of the bytes given; the next one starts at `end`.
    case command(end: Int)
    /// A command of an inline line with quotes: the words are ranges of the decoder's `ownedBytes`,
    /// which hold until the next call.
    case ownedCommand(end: Int)
    /// More bytes are needed. Those from `keepingFrom` on must be kept; the next call's offset is
    /// where that byte stands then.
    case incomplete(keepingFrom: Int)
    /// The command is refused and the stream still trusted: answer, and go on at `end`.
    case rejected(FramingError, end: Int)
    /// Nothing after this can be believed: answer, then close.
    case fatal(FramingError)
}
