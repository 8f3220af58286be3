import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire
import NIOCore

/// What the commands of one connection are worked on with, kept from command to command so that
/// none allocates. One value, so that whoever runs commands takes hold of it once, and can be given
/// it for a while (see ``WorkSharing``).
struct Workspace: ~Copyable {
    private var decoder: CommandDecoder
    var parsed = ParsedCommand()
    var given = GivenFields()
    var reply: ReplyWriter
    /// The bytes that the words of `parsed` are ranges of.
    var bytes = ByteBuffer()
    /// What runs in the tenant's shard.
    var command: ShardCommand = ClientCommands.get
    let counters: Counters
    var scope = TenantScope.none
    /// The connection has the place that is kept for `admin`: no command runs unlooked at.
    var isReserved = false
    /// Who the connection is; nil while it has to say so.
    var access: Access? = .owner
    /// Whether it needs no token: then nothing is looked up for each command.
    var isOwner = true
    /// Replies written to `reply` since they were last taken, and what they depend on.
    private(set) var replyCount = 0
    private(set) var needs = LSN.zero
    private(set) var needsSynced = LSN.zero
    /// Commands found since this was last asked for.
    private var commandCount = 0

    init(limits: WireLimits, _ counters: Counters, mode: ReplyMode = .resp2) {
        decoder = CommandDecoder(limits: limits)
        reply = ReplyWriter(mode: mode)
        self.counters = counters
    }

    /// What stands in for a workspace that was given away; it is asked for nothing but its mode.
    init(standInFor work: borrowing Workspace) {
        decoder = CommandDecoder(limits: .standard)
        reply = ReplyWriter(mode: work.reply.mode, capacity: 0)
        counters = work.counters
    }

    /// Finds the next command in `bytes`.
    mutating func next(from offset: Int) -> DecodeOutcome {
        let bytes = bytes
        return decoder.next(in: bytes.readableBytesSpan, from: offset, into: &parsed.words)
    }

    mutating func setLimits(_ limits: WireLimits) { decoder.limits = limits }

    /// Whether a command has begun whose last byte is not there yet.
    var isInsideCommand: Bool { decoder.isInsideCommand }

    /// The command that was found stands in the decoder's own bytes.
    mutating func useOwnedBytes() { bytes = ByteBuffer(bytes: decoder.ownedBytes.array()) }

    /// Tells the words of the command apart.
    mutating func parse() throws(ArgumentError) {
        commandCount &+= 1
        let bytes = bytes
        try parsed.parse(bytes.readableBytesSpan)
    }

    /// How many commands were found since the last call.
    mutating func takeCommandCount() -> Int {
        defer { commandCount = 0 }
        return commandCount
    }

    /// A reply has been written, which depends on the log as said.
    mutating func answered(_ dependence: Dependence = .none) {
        replyCount &+= 1
        if dependence.lsn > needs { needs = dependence.lsn }
        if dependence.isSynced, dependence.lsn > needsSynced { needsSynced = dependence.lsn }
    }

    /// Answers an error.
    mutating func fail(_ code: ErrorCode, _ message: String) {
        counters.countError(code)
        reply.error(code, message)
        answered()
    }

    /// The replies have been taken.
    mutating func forgetReplies() {
        reply.removeAll()
        replyCount = 0
        needs = .zero
        needsSynced = .zero
    }

    /// A copy of the replies behind the first `offset` bytes, for what must wait.
    func copyReplies(from offset: Int, _ allocator: ByteBufferAllocator) -> ByteBuffer {
        let rest = reply.bytes.bytes(offset..<reply.byteCount)
        var copy = allocator.buffer(capacity: rest.byteCount)
        copy.writeBytes(rest)
        return copy
    }
}
