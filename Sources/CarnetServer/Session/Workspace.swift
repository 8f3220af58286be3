import CarnetBytes
import CarnetModel
import CarnetWire
import NIOCore

/// What a command of one connection is worked on with, kept from command to command so that none
/// allocates. One value, so that a command takes hold of it once.
struct Workspace: ~Copyable {
    private var decoder: CommandDecoder
    var parsed = ParsedCommand()
    var given = GivenFields()
    var reply = ReplyWriter()
    /// The bytes that the words of `parsed` are ranges of.
    var bytes = ByteBuffer()
    /// What runs in the tenant's shard.
    var command: ShardCommand = ClientCommands.get
    let counters: Counters

    init(limits: WireLimits, _ counters: Counters) {
        decoder = CommandDecoder(limits: limits)
        self.counters = counters
    }

    /// Finds the next command in `bytes`.
    mutating func next(from offset: Int) -> DecodeOutcome {
        let bytes = bytes
        return decoder.next(in: bytes.readableBytesSpan, from: offset, into: &parsed.words)
    }

    /// Whether a command has begun whose last byte is not there yet.
    var isInsideCommand: Bool { decoder.isInsideCommand }

    /// The command that was found stands in the decoder's own bytes.
    mutating func useOwnedBytes() { bytes = ByteBuffer(bytes: decoder.ownedBytes.array()) }

    /// Tells the words of the command apart.
    mutating func parse() throws(ArgumentError) {
        let bytes = bytes
        try parsed.parse(bytes.readableBytesSpan)
    }

    /// A copy of the replies behind the first `offset` bytes, for what must wait.
    func takeReplies(from offset: Int, _ allocator: ByteBufferAllocator) -> ByteBuffer {
        let rest = reply.bytes.bytes(offset..<reply.byteCount)
        var copy = allocator.buffer(capacity: rest.byteCount)
        copy.writeBytes(rest)
        return copy
    }
}
