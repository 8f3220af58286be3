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
/// the shard is held by another loop the command is left there and the connection reads no further
/// command before its reply is back; other connections of this loop go on.
///
/// `@unchecked Sendable`: everything is used on the channel's event loop. A command that is left
/// with a shard takes copies along and comes back through `loop.execute`.
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

    private var input = ByteBuffer()
    private var context: ChannelHandlerContext?
    private var socket: DirectSocket?
    private var held = HeldReplies()
    /// Replies written to `reply` since it was last taken, and what they depend on.
    private var openCount = 0
    private var needs = LSN.zero
    private var needsSynced = LSN.zero
    /// A command is under way elsewhere; the next one begins when its reply is there.
    private var isSuspended = false
    private var isProcessing = false
    /// Nothing more is read; the connection ends once its replies are out.
    private var isClosing = false
    /// The last reply is on its way, or has been handed to the kernel.
    private var isFinishing = false
    private var isSent = false
    /// No further command comes: the peer has ended its side, or the server stops.
    private var inputHasEnded = false
    private var peerHasEnded = false
    private var readIsHeld = false
    private var isGated = false
    /// Writes that the channel has not sent yet.
    private var unsentWrites = 0
    /// What this connection has entered into the budget of all.
    private var budgeted = 0
    /// The loop's second in which the command began that is not whole yet; nil: there is none.
    private var halfCommandSince: UInt64?
    /// The loop's second of the last thing that keeps a connection in the place for `admin`.
    var lastAdminSecond: UInt64 = 0
    var scope = TenantScope.none
    /// `mayAsk` has been asked since the last bytes came.
    var tenantIsNoted = false

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
        work = Workspace(limits: node.options.limits, node.counters)
        work.reply.mode = mode
        lastAdminSecond = gate.seconds
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
        leaveTenant()
        connection.whenTooLarge(nil)
        node.connections.remove(connection)
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        guard !isClosing else { return }
        if input.readableBytes == 0 {
            input = bytes
        } else {
            input.writeBuffer(&bytes)
        }
        process()
    }

    func channelReadComplete(context: ChannelHandlerContext) { flush() }

    /// Reading stops while too much of what was read has not been begun, or while the commit queue
    /// is half full; never because replies wait unsent, since client libraries send a whole
    /// pipeline before they read.
    func read(context: ChannelHandlerContext) {
        let isCrowded = node.engine.log.isCrowded
        let isBehind =
            isSuspended && input.readableBytes > node.limits.unbegunByteCountMax.value
        if isCrowded || isBehind {
            readIsHeld = true
            if isCrowded { awaitLog() }
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
        tenantIsNoted = false
        var hasCommand = false
        defer { isProcessing = false }
        var offset = 0
        work.bytes = input
        loop: while !isSuspended, !isClosing {
            switch work.next(from: offset) {
            case .command(let end):
                offset = end
                hasCommand = true
                run()
            case .ownedCommand(let end):
                offset = end
                hasCommand = true
                work.useOwnedBytes()
                run()
                work.bytes = input
            case .incomplete(let keep):
                offset = keep
                break loop
            case .rejected(let error, let end):
                offset = end
                fail(error.code, error.message)
            case .fatal(let error):
                fail(error.code, error.message)
                endAfterReplies()
            }
            // Not only at the end: few bytes of commands may ask for many of replies.
            if work.reply.byteCount >= 64 << 10 {
                takeReplies()
                context?.flush()
                checkUnsent()
            }
        }
        work.bytes = ByteBuffer()
        advanceInput(by: offset)
        if !work.isInsideCommand {
            halfCommandSince = nil
        } else if hasCommand || halfCommandSince == nil {
            halfCommandSince = gate.seconds
        }
    }

    private func advanceInput(by count: Int) {
        if count >= input.readableBytes {
            input = ByteBuffer()
        } else {
            input.moveReaderIndex(forwardBy: count)
            if input.readerIndex > 1 << 20 { input.discardReadBytes() }
        }
    }

    private func run() {
        gate.countCommand()
        do throws(ArgumentError) {
            try work.parse()
        } catch {
            return fail(error.code, error.message)
        }
        guard !connection.isReserved || mayUseReservedPlace() else { return }
        dispatch()
    }

    /// Answers an error.
    func fail(_ code: ErrorCode, _ message: String) {
        node.counters.countError(code)
        reply.error(code, message)
        answered()
    }

    /// A reply has been written, which depends on the log as said.
    func answered(_ dependence: Dependence = .none) {
        openCount += 1
        if dependence.lsn > needs { needs = dependence.lsn }
        if dependence.isSynced, dependence.lsn > needsSynced { needsSynced = dependence.lsn }
    }

    /// The next command waits until `resume`.
    func suspend() { isSuspended = true }

    /// The reply that the connection waited for is here. On the loop.
    func resume(_ outcome: Outcome) {
        guard isSuspended else { return }
        isSuspended = false
        reply.append(whole: outcome.bytes)
        answered(outcome.dependence)
        process()
        if inputHasEnded, !isSuspended { return endAfterReplies() }
        flush()
        resumeReading()
    }

    /// The server stops: what was begun is answered, then the connection ends. On the loop.
    func drain() {
        inputHasEnded = true
        if !isSuspended { endAfterReplies() }
    }

    /// Ends the connection once the replies so far are out.
    func endAfterReplies() {
        isClosing = true
        flush()
    }

    /// Sends what was written to `reply` if it may leave, or puts it into the queue of what waits.
    private func takeReplies() {
        guard work.reply.byteCount > 0, let context else { return work.reply.removeAll() }
        defer { work.reply.removeAll() }
        if held.isEmpty, mayLeave(needs, needsSynced) {
            send(context)
        } else {
            held.append(
                HeldReplies.Entry(
                    needs: needs,
                    needsSynced: needsSynced,
                    bytes: work.takeReplies(from: 0, context.channel.allocator),
                    replyCount: openCount
                )
            )
        }
        openCount = 0
        needs = .zero
        needsSynced = .zero
    }

    /// Hands what was written to `reply` to the kernel, and what it does not take to the channel.
    private func send(_ context: ChannelHandlerContext) {
        let sent = sendNow(work.reply.bytes, context)
        guard sent < work.reply.byteCount else { return }
        write(work.takeReplies(from: sent, context.channel.allocator), context)
    }

    /// Hands replies that have waited to the kernel, and what it does not take to the channel.
    private func send(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        var rest = bytes
        rest.moveReaderIndex(forwardBy: sendNow(bytes.readableBytesSpan, context))
        if rest.readableBytes > 0 { write(rest, context) }
    }

    /// How many bytes the kernel took; none while others wait in the channel.
    private func sendNow(_ bytes: RawSpan, _ context: ChannelHandlerContext) -> Int {
        guard unsentWrites == 0, let socket, context.channel.isActive else { return 0 }
        return socket.send(bytes)
    }

    /// Leaves bytes to the channel, which sends them when the peer takes them.
    private func write(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        unsentWrites += 1
        let sent = context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.whenComplete { [self] _ in unsentWrites -= 1 }
        context.write(wrapOutboundOut(bytes), promise: sent)
    }

    private func mayLeave(_ entry: HeldReplies.Entry) -> Bool {
        mayLeave(entry.needs, entry.needsSynced)
    }

    private func mayLeave(_ needs: LSN, _ needsSynced: LSN) -> Bool {
        let log = node.engine.log
        return log.mayLeave(needs, synced: false)
            && (needsSynced == .zero || log.mayLeave(needsSynced, synced: true))
    }

    /// Sends what may leave.
    private func flush() {
        takeReplies()
        guard let context else { return }
        if !held.isEmpty { releaseHeld(context) }
        if unsentWrites > 0 { context.flush() }
        if unsentWrites > 0 || !held.isEmpty || budgeted > 0 { checkUnsent() }
        if !held.isEmpty {
            awaitLog()
        } else if isClosing, !isSuspended {
            finish(context)
        }
    }

    /// Ends the connection once the last reply has been handed to the kernel. What still comes in
    /// is thrown away meanwhile: closing on unread bytes would make the kernel reset the
    /// connection and take replies with it that are still on their way.
    private func finish(_ context: ChannelHandlerContext) {
        guard !isFinishing else { return }
        isFinishing = true
        let channel = context.channel
        let sent = context.eventLoop.makePromise(of: Void.self)
        context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: sent)
        sent.futureResult.whenComplete { [self] _ in
            isSent = true
            channel.close(mode: .output, promise: nil)
            closeWhenPeerHas(channel)
        }
    }

    /// Closes for good when the peer has ended its side too, or has had two seconds for it.
    private func closeWhenPeerHas(_ channel: any Channel) {
        guard isSent else { return }
        guard !peerHasEnded else { return channel.close(promise: nil) }
        channel.eventLoop.scheduleTask(in: .seconds(2)) { channel.close(promise: nil) }
    }

    private func releaseHeld(_ context: ChannelHandlerContext) {
        while let first = held.first {
            if mayLeave(first) {
                send(first.bytes, context)
            } else if node.engine.log.hasFailed {
                send(uncertain(first.replyCount), context)
            } else {
                return
            }
            _ = held.removeFirst()
        }
    }

    /// What replies become whose events may not have reached the disk.
    private func uncertain(_ count: Int) -> ByteBuffer {
        var writer = ReplyWriter(mode: reply.mode)
        for _ in 0..<count {
            writer.error(.uncertain, Unavailable.uncertain.message)
        }
        var bytes = ByteBuffer()
        bytes.writeBytes(writer.bytes)
        return bytes
    }

    /// Asks to be told when the log advances, and looks once more whether it just has.
    private func awaitLog() {
        guard !isGated else { return }
        isGated = true
        gate.add(self)
        let log = node.engine.log
        let isReady = held.first.map { mayLeave($0) } ?? !log.isCrowded
        if isReady || log.hasFailed { gate.tell() }
    }

    /// The log has come further, or has failed. On the loop.
    func logAdvanced() {
        isGated = false
        flush()
        resumeReading()
    }

    private func resumeReading() {
        guard readIsHeld, let context else { return }
        readIsHeld = false
        read(context: context)
    }

    /// Closes the connection when too much of its replies lies unsent, or of all together.
    private func checkUnsent() {
        guard let context else { return }
        var unsent = held.byteCount
        if !context.channel.isWritable {
            unsent += Int(
                (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
            )
        }
        let isPastAll = account(unsent - budgeted)
        if unsent > node.limits.unsentByteCountMax.value {
            cutOff(
                "unsent replies of this connection passed \(node.limits.unsentByteCountMax.value) bytes; read replies while sending"
            )
        } else if isPastAll, let largest = node.connections.largest {
            // It may be on another loop, and may have nothing more to do there.
            if largest === connection { endAsLargest() } else { largest.endAsTooLarge() }
        }
    }

    /// All connections together hold too much, and this one most of it. On the loop.
    private func endAsLargest() {
        cutOff(
            "unsent replies of all connections passed \(node.limits.unsentByteCountMaxInAll.value) bytes and this one had the most; read replies while sending"
        )
    }

    /// A second has passed. A peer has a limited time for a whole command, unless it is the server
    /// that does not read; and as long for the next one where it has the place for `admin`. On the
    /// loop.
    func secondPassed() {
        let max = UInt64(clamping: node.limits.commandSecondsMax.value)
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

    /// Enters a change into the budget of all connections; true when that is past its limit.
    @discardableResult
    private func account(_ difference: Int) -> Bool {
        guard difference != 0 else { return false }
        budgeted += difference
        connection.noteUnsent(budgeted)
        return node.unsent.change(by: difference)
    }

    /// Tells why and ends at once: nothing that is held is sent any more.
    private func cutOff(_ message: String) {
        guard !isClosing, let context else { return }
        isClosing = true
        isFinishing = true
        held = HeldReplies()
        var writer = ReplyWriter(mode: reply.mode)
        writer.error(.tooBig, message)
        var bytes = context.channel.allocator.buffer(capacity: writer.byteCount)
        bytes.writeBytes(writer.bytes)
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
        node.logger.warning("connection \(connection.id) cut off: \(message)")
        // A peer that does not read would keep it open: it has two seconds to take what is left.
        let channel = context.channel
        context.eventLoop.scheduleTask(in: .seconds(2)) { channel.close(promise: nil) }
    }
}
