import CarnetBytes
import CarnetWire
import NIOCore

/// Stands in for a session while the client lists are still being read into memory: answers each
/// command LOADING, as Redis does, and makes room for a session when all is there.
///
/// `@unchecked Sendable`: everything is used on the channel's event loop.
final class LoadingHandler: ChannelInboundHandler, RemovableChannelHandler, @unchecked Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var decoder: CommandDecoder
    private var parsed = ParsedCommand()
    private var reply = ReplyWriter()
    private var input = ByteBuffer()
    private var context: ChannelHandlerContext?

    init(limits: WireLimits) { decoder = CommandDecoder(limits: limits) }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        input.writeBuffer(&bytes)
        var offset = 0
        loop: while true {
            switch decoder.next(in: input.readableBytesSpan, from: offset, into: &parsed.words) {
            case .command(let end), .ownedCommand(let end):
                offset = end
                answer()
            case .incomplete(let keep):
                offset = keep
                break loop
            case .rejected(let error, let end):
                offset = end
                reply.error(error.code, error.message)
            case .fatal(let error):
                reply.error(error.code, error.message)
                flush(context)
                return context.close(promise: nil)
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

    private func answer() {
        reply.error(
            .loading, "Carnet is loading the client lists into memory; try again in a moment")
    }

    private func flush(_ context: ChannelHandlerContext) {
        guard reply.byteCount > 0 else { return }
        var bytes = context.channel.allocator.buffer(capacity: reply.byteCount)
        bytes.writeBytes(reply.bytes)
        reply.removeAll()
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
    }
}
