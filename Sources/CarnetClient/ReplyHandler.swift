internal import CarnetWire
internal import NIOCore
internal import Synchronization

/// Why a connection has ended, for those who use it afterwards.
final class ConnectionEnd: Sendable {
    let reason = Mutex<CarnetClientError?>(nil)
}

/// Writes requests and hands each the replies that it waits for, in order.
///
/// Lives on its channel's event loop. Once it has failed, every request that waits and every later
/// one gets the same error.
final class ReplyHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = Request
    typealias OutboundOut = ByteBuffer

    /// Some commands that are sent together.
    struct Request: Sendable {
        let bytes: ByteBuffer
        let count: Int
        let timeout: TimeAmount?
        let promise: EventLoopPromise<[Reply]>
    }

    private struct Waiting {
        let count: Int
        let promise: EventLoopPromise<[Reply]>
        var replies: [Reply] = []
        var timeout: Scheduled<Void>?
    }

    private var decoder = ReplyDecoder()
    private var unread = ByteBuffer()
    private var waiting: CircularBuffer<Waiting> = []
    private var failure: CarnetClientError?
    private let end: ConnectionEnd

    init(_ end: ConnectionEnd) { self.end = end }

    func write(
        context: ChannelHandlerContext,
        data: NIOAny,
        promise: EventLoopPromise<Void>?
    ) {
        let request = unwrapOutboundIn(data)
        if let failure {
            request.promise.fail(failure)
            promise?.fail(failure)
            return
        }
        var entry = Waiting(count: request.count, promise: request.promise)
        if let limit = request.timeout {
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            entry.timeout = context.eventLoop.scheduleTask(in: limit) {
                let (handler, context) = bound.value
                let seconds = Double(limit.nanoseconds) / 1e9
                handler.fail(.timedOut(seconds: seconds), context: context)
            }
        }
        waiting.append(entry)
        context.write(wrapOutboundOut(request.bytes), promise: promise)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        if unread.readableBytes == 0 { unread = bytes } else { unread.writeBuffer(&bytes) }
        do throws(ReplyDecodingError) {
            while failure == nil, unread.readableBytes > 0,
                let decoded = try decoder.next(in: unread.readableBytesSpan, from: 0)
            {
                unread.moveReaderIndex(forwardBy: decoded.end)
                take(decoded.reply, context: context)
            }
        } catch {
            fail(.unreadable(reason: error.message), context: context)
        }
        unread.discardReadBytes()
    }

    func channelInactive(context: ChannelHandlerContext) {
        fail(.closed, context: context)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fail(.closed, context: context)
    }

    private func take(_ reply: Reply, context: ChannelHandlerContext) {
        if case .push = reply { return }
        guard !waiting.isEmpty else {
            // The last word of a server that closes may come unasked; it names the reason.
            if case .error(let error) = reply {
                fail(.server(code: error.code, message: error.message), context: context)
            } else {
                fail(.unreadable(reason: "a reply that nobody asked for"), context: context)
            }
            return
        }
        waiting[waiting.startIndex].replies.append(reply)
        guard waiting[waiting.startIndex].replies.count == waiting[waiting.startIndex].count else {
            return
        }
        let done = waiting.removeFirst()
        done.timeout?.cancel()
        done.promise.succeed(done.replies)
    }

    private func fail(_ error: CarnetClientError, context: ChannelHandlerContext) {
        guard failure == nil else { return }
        failure = error
        end.reason.withLock { $0 = error }
        let failed = waiting
        waiting = []
        context.close(promise: nil)
        for entry in failed {
            entry.timeout?.cancel()
            entry.promise.fail(error)
        }
    }
}
