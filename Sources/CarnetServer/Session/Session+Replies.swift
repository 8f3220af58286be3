import CarnetBytes
import CarnetEngine
import CarnetWire
import Logging
import NIOCore

/// How replies leave: held until the log has come as far as they depend on, then handed to the
/// kernel, within the limits on what lies unsent.
extension Session {
    /// Sends what was written to `reply` if it may leave, or puts it into the queue of what waits.
    func takeReplies() {
        defer { work.forgetReplies() }
        guard work.reply.byteCount > 0, let context else { return }
        if held.isEmpty, mayLeave(work.needs, work.needsSynced) {
            send(context)
        } else {
            held.append(
                HeldReplies.Entry(
                    needs: work.needs,
                    needsSynced: work.needsSynced,
                    bytes: work.copyReplies(from: 0, context.channel.allocator),
                    replyCount: work.replyCount
                )
            )
        }
    }

    /// Hands what was written to `reply` to the kernel, and what it does not take to the channel.
    private func send(_ context: ChannelHandlerContext) {
        let sent = sendNow(work.reply.bytes, context)
        guard sent < work.reply.byteCount else { return }
        write(work.copyReplies(from: sent, context.channel.allocator), context)
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
    func flush() {
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
    func closeWhenPeerHas(_ channel: any Channel) {
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
    func awaitLog() {
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

    /// Closes the connection when too much of its replies lies unsent, or of all together.
    func checkUnsent() {
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
    func endAsLargest() {
        cutOff(
            "unsent replies of all connections passed \(node.limits.unsentByteCountMaxInAll.value) bytes and this one had the most; read replies while sending"
        )
    }

    /// Enters a change into the budget of all connections; true when that is past its limit.
    @discardableResult
    func account(_ difference: Int) -> Bool {
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
