import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire
import Logging
import NIOCore
import Synchronization

/// One connection: bytes in, commands in order, replies in order, each held back until what it
/// depends on is durable.
///
/// A command runs on this connection's own event loop, inside the shard that it concerns. Where
/// the shard is held by another thread the command is left there and the connection begins no
/// further command before its reply is back; other connections of this loop go on. So it is while
/// a deep pipeline is worked through by another thread (see ``WorkSharing``).
///
/// `@unchecked Sendable`: everything is used on the channel's event loop. What is left with
/// another thread takes along what it needs and comes back through `loop.execute`.
final class Session: ChannelDuplexHandler, @unchecked Sendable {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = Never
    typealias OutboundIn = Never
    typealias OutboundOut = ByteBuffer

    let node: Node
    let gate: LoopGate
    let connection: Connection

    var work: Workspace
    var form: ConnectionCommands.Form
    /// What this connection waits for, where that is for pairs to arise.
    var feedWait: FeedWait? {
        didSet {
            let change = (feedWait == nil ? 0 : 1) - (oldValue == nil ? 0 : 1)
            node.counters.blocked.wrappingAdd(change, ordering: .relaxed)
        }
    }

    /// What was read and not begun.
    var input = ByteBuffer()
    var context: ChannelHandlerContext?
    var socket: DirectSocket?
    var held = HeldReplies()
    /// Commands are under way elsewhere; the next one begins when their replies are there.
    private(set) var isSuspended = false
    /// Bytes of `input` that another thread has taken along.
    private var sharedByteCount = 0
    private var isProcessing = false
    /// What a byte of this connection's commands costs.
    private var cost = CommandCost()
    /// Nothing more is read; the connection ends once its replies are out.
    var isClosing = false
    /// The last reply is on its way, or has been handed to the kernel.
    var isFinishing = false
    var isSent = false
    /// No further command comes: the peer has ended its side, or the server stops.
    private var inputHasEnded = false
    private(set) var peerHasEnded = false
    private var readIsHeld = false
    var isGated = false
    /// Writes that the channel has not sent yet.
    var unsentWrites = 0
    /// What this connection has entered into the budget of all.
    var budgeted = 0
    /// The loop's second in which the command began that is not whole yet; nil: there is none.
    private var halfCommandSince: UInt64?
    /// The loop's second of the last thing that keeps a connection in the place for `admin`.
    var lastAdminSecond: UInt64 = 0
    /// … and in which it came, and how many wrong secrets it has told.
    private let beganSecond: UInt64
    var wrongSecretCount = 0

    /// A connection whose replies have the given form: the usual one, or what it asked for while
    /// the lists were being loaded.
    init(
        node: Node,
        gate: LoopGate,
        connection: Connection,
        mode: ReplyMode = .resp2,
        form: ConnectionCommands.Form = ConnectionCommands.Form()
    ) {
        self.node = node
        self.form = form
        self.gate = gate
        self.connection = connection
        work = Workspace(limits: node.options.limits, node.counters, mode: mode)
        work.isReserved = connection.isReserved
        lastAdminSecond = gate.seconds
        beganSecond = gate.seconds
        become(node.access.atFirst(connection))
    }

    var parsed: ParsedCommand { work.parsed }

    /// Where the replies of this connection are written.
    var reply: ReplyWriter {
        _read { yield work.reply }
        _modify { yield &work.reply }
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        socket = DirectSocket(of: context)
        let loop = gate.loop
        connection.whenTooLarge { [weak self] in
            loop.execute { [weak self] in self?.endAsLargest() }
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelInactive(context: ChannelHandlerContext) {
        account(-budgeted)
        isClosing = true
        gate.leave(self)
        feedWait?.cancel()
        feedWait = nil
        leaveTenant()
        connection.whenTooLarge(nil)
        node.connections.remove(connection)
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data)
        guard !isClosing else { return }
        append(bytes)
        process()
    }

    private func append(_ bytes: ByteBuffer) {
        if input.readableBytes == 0 {
            input = bytes
        } else {
            input.writeImmutableBuffer(bytes)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) { gate.sendSoon(self) }

    /// Reading stops while too much of what was read has not been begun, or while the commit queue
    /// is half full; never because replies wait unsent, since client libraries send a whole
    /// pipeline before they read.
    func read(context: ChannelHandlerContext) {
        // What was read and not begun will be taken whatever waits by then.
        let unbegun = isSuspended ? input.readableBytes + sharedByteCount : 0
        let log = node.engine.log
        if log.isCrowded(with: unbegun) || unbegun > node.limits.unbegunByteCountMax.value {
            readIsHeld = true
            // Else it goes on once what was read has been begun.
            if log.isCrowded { awaitLog() }
        } else {
            context.read()
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        checkUnsent()
        context.fireChannelWritabilityChanged()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed? = event as? ChannelEvent {
            // The peer has sent its last command; it still reads.
            inputHasEnded = true
            peerHasEnded = true
            feedWait?.end()
            if isFinishing {
                closeWhenPeerHas(context.channel)
            } else if !isSuspended {
                endAfterReplies()
            }
        }
        context.fireUserInboundEventTriggered(event)
    }

    /// Runs every whole command that has been read.
    private func process() {
        guard !isProcessing, !isSuspended else { return }
        isProcessing = true
        defer { isProcessing = false }
        let began = gate.now()
        gate.began(at: began)
        let byteCount = input.readableBytes
        if gate.isSaturated(at: began), let cost = cost.worthSharing(byteCount),
            gate.mayShare(cost), share(cost)
        {
            return
        }
        var offset = 0
        loop: while !isSuspended, !isClosing {
            work.bytes = input
            let end = work.run(from: &offset, node.engine)
            if case .needsInput = end { break loop }
            follow(end)
        }
        finishRun(offset)
        let ended = gate.now()
        gate.ended(at: ended)
        cost.note(nanoseconds: ended &- began, byteCount: byteCount &- input.readableBytes)
    }

    /// Does what is the session's to do where a run of commands has ended.
    private func follow(_ end: RunEnd) {
        switch end {
        case .needsInput: break
        case .command:
            guard !connection.isReserved || mayUseReservedPlace() else { return }
            dispatch()
        case .held(let shard):
            gate.noteHeld()
            leave(with: shard)
        case .repliesAreMany:
            takeReplies()
            context?.flush()
            checkUnsent()
        case .fatal: endAfterReplies()
        }
    }

    /// Lets go of the first `count` bytes, which have been looked at.
    private func finishRun(_ count: Int) {
        work.bytes = ByteBuffer()
        if count >= input.readableBytes {
            input = ByteBuffer()
        } else {
            input.moveReaderIndex(forwardBy: count)
            if input.readerIndex > 1 << 20 { input.discardReadBytes() }
        }
        let commandCount = work.takeCommandCount()
        gate.count(commandCount)
        if !work.isInsideCommand {
            halfCommandSince = nil
        } else if commandCount > 0 || halfCommandSince == nil {
            halfCommandSince = gate.seconds
        }
    }

    /// Gives what was read, likely to take so many nanoseconds, to another thread, if one is free.
    private func share(_ nanoseconds: UInt64) -> Bool {
        guard let sharing = node.sharing else { return false }
        let loop = gate.loop
        return sharing.offer(nanoseconds, giveAway) { run in loop.execute { self.takeBack(run) } }
    }

    private func giveAway() -> SharedRun {
        takeReplies()
        let standIn = Workspace(standInFor: work)
        let run = SharedRun(work: exchange(&work, with: standIn), input, node.engine)
        sharedByteCount = input.readableBytes
        input = ByteBuffer()
        suspend()
        return run
    }

    /// The commands that another thread took over are done, up to where it could go. On the loop.
    private func takeBack(_ run: SharedRun) {
        work = run.takeWork()
        cost.note(nanoseconds: run.nanoseconds, byteCount: run.offset)
        sharedByteCount = 0
        isSuspended = false
        let behind = input
        input = run.input
        if behind.readableBytes > 0 { append(behind) }
        // Where the connection has ended meanwhile, its place went with the stand-in.
        if context == nil { leaveTenant() }
        follow(run.end)
        finishRun(run.offset)
        takeUp()
    }

    /// Goes on with what was read meanwhile.
    private func takeUp() {
        process()
        if inputHasEnded, !isSuspended { return endAfterReplies() }
        flush()
        resumeReading()
    }

    /// Answers an error.
    func fail(_ code: ErrorCode, _ message: String) { work.fail(code, message) }

    /// A reply has been written, which depends on the log as said.
    func answered(_ dependence: Dependence = .none) { work.answered(dependence) }

    /// The next command waits until `resume`.
    func suspend() { isSuspended = true }

    /// The reply that the connection waited for is here. On the loop.
    func resume(_ outcome: Outcome) {
        guard isSuspended else { return }
        isSuspended = false
        reply.append(whole: outcome.bytes)
        answered(outcome.dependence)
        takeUp()
    }

    /// The server stops: what was begun is answered, then the connection ends. On the loop.
    func drain() {
        inputHasEnded = true
        feedWait?.end()
        if !isSuspended { endAfterReplies() }
    }

    /// Ends the connection once the replies so far are out.
    func endAfterReplies() {
        isClosing = true
        flush()
    }

    func resumeReading() {
        guard readIsHeld, let context else { return }
        readIsHeld = false
        read(context: context)
    }

    /// A second has passed. A peer has a limited time for a whole command, unless it is the server
    /// that does not read; and as long for the next one where it has the place for `admin`. On the
    /// loop.
    func secondPassed() {
        let max = UInt64(clamping: node.limits.commandSecondsMax.value)
        if !isClosing, work.access == nil, !isSuspended,
            gate.seconds &- beganSecond > Self.secondsToAuthenticate
        {
            fail(.noAuth, "nobody has authenticated in \(Self.secondsToAuthenticate) seconds")
            return endAfterReplies()
        }
        guard !isClosing, max > 0 else { return }
        if isSuspended || readIsHeld {
            if halfCommandSince != nil { halfCommandSince = gate.seconds }
        } else if let since = halfCommandSince, gate.seconds &- since > max {
            fail(
                .err,
                "Protocol error: a command was not whole \(max) seconds after its first byte"
            )
            endAfterReplies()
        } else if connection.isReserved, gate.seconds &- lastAdminSecond > max {
            fail(.overload, Self.reservedPlace)
            endAfterReplies()
        }
    }
}
