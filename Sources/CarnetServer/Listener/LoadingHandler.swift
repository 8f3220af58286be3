import CarnetBytes
import CarnetEngine
import CarnetWire
import NIOCore

/// Stands in for a session while the client lists are still being read into memory: answers what
/// is about the connection itself, and everything else LOADING, as Redis does. It makes room for a
/// session when all is there.
///
/// `@unchecked Sendable`: everything is used on the channel's event loop.
final class LoadingHandler: ChannelInboundHandler, RemovableChannelHandler, @unchecked Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var decoder: CommandDecoder
    private var parsed = ParsedCommand()
    private(set) var form = ConnectionCommands.Form()
    let connection: Connection
    private let connections: Connections
    private var reply = ReplyWriter()
    private var input = ByteBuffer()
    private var context: ChannelHandlerContext?

    init(limits: WireLimits, connection: Connection, connections: Connections) {
        decoder = CommandDecoder(limits: limits)
        self.connection = connection
        self.connections = connections
    }

    /// The form that the connection has asked for.
    var mode: ReplyMode { reply.mode }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed? = event as? ChannelEvent {
            // Everything that came has been answered.
            context.close(promise: nil)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        connections.remove(connection)
        context.fireChannelInactive()
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        input.writeBuffer(&bytes)
        var offset = 0
        loop: while true {
            switch decoder.next(in: input.readableBytesSpan, from: offset, into: &parsed.words) {
            case .command(let end):
                offset = end
                if answer(input) == .end { return self.end(context) }
            case .ownedCommand(let end):
                offset = end
                if answer(ByteBuffer(bytes: decoder.ownedBytes.array())) == .end {
                    return self.end(context)
                }
            case .incomplete(let keep):
                offset = keep
                break loop
            case .rejected(let error, let end):
                offset = end
                reply.error(error.code, error.message)
            case .fatal(let error):
                reply.error(error.code, error.message)
                return self.end(context)
            }
        }
        input.moveReaderIndex(forwardBy: offset)
        input.discardReadBytes()
        flush(context)
    }

    /// What has been read of a command that is not whole yet, for the session that follows. The
    /// session's decoder begins it anew.
    func takeInput() -> ByteBuffer {
        defer { input = ByteBuffer() }
        return input
    }

    private func answer(_ bytes: ByteBuffer) -> ConnectionCommands.Next {
        let start = reply.byteCount
        do throws(ErrorReply) {
            do throws(ArgumentError) {
                try parsed.parse(bytes.readableBytesSpan)
            } catch {
                throw ErrorReply(error)
            }
            if parsed.id == .info {
                reply.verbatim(InfoText.whileLoading)
                return .goOn
            }
            let next = try ConnectionCommands.answer(
                parsed,
                bytes.readableBytesSpan,
                connection,
                all: connections,
                nowMilliseconds: WallClock.microseconds() / 1_000,
                form: &form,
                to: &reply,
                greets: true
            ) { _, _ throws(ErrorReply) in throw Self.isLoading }
            // As Redis does it, PING too is told, so that whoever waits for the server knows.
            guard let next, parsed.id != .ping else {
                throw Self.isLoading
            }
            return next
        } catch {
            reply.truncate(to: start)
            reply.error(error.code, error.message)
            return .goOn
        }
    }

    private static var isLoading: ErrorReply {
        ErrorReply(
            .loading,
            "Carnet is loading the client lists into memory; try again in a moment"
        )
    }

    private func end(_ context: ChannelHandlerContext) {
        flush(context)
        context.close(promise: nil)
    }

    private func flush(_ context: ChannelHandlerContext) {
        guard reply.byteCount > 0 else { return }
        var bytes = context.channel.allocator.buffer(capacity: reply.byteCount)
        bytes.writeBytes(reply.bytes)
        reply.removeAll()
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
    }
}
