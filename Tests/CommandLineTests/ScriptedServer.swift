import CarnetBytes
import CarnetWire
import NIOConcurrencyHelpers
import NIOCore
import NIOPosix

/// A server that answers commands from a script and keeps what it was sent.
///
/// `@unchecked Sendable`: `lock` orders every access to what was sent.
final class ScriptedServer: @unchecked Sendable {
    let port: Int

    private let channel: any Channel
    private let sent: Sent

    /// Starts on any free port. `answer` makes the reply to a command's words, HELLO and QUIT left
    /// out, which are answered as they should be.
    static func start(
        _ answer: @escaping @Sendable ([String]) -> String
    ) async throws -> ScriptedServer {
        let sent = Sent()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        Session(sent: sent, answer: answer)
                    )
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return ScriptedServer(channel: channel, sent: sent)
    }

    private init(channel: any Channel, sent: Sent) {
        self.channel = channel
        self.sent = sent
        port = channel.localAddress?.port ?? 0
    }

    /// The commands that came, HELLO and QUIT left out.
    var commands: [[String]] { sent.commands.withLockedValue { $0 } }

    func stop() async throws { try await channel.close() }

    private final class Sent: Sendable {
        let commands = NIOLockedValueBox<[[String]]>([])
    }

    private final class Session: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let sent: Sent
        private let answer: @Sendable ([String]) -> String
        private var unread = ByteBuffer()
        private var decoder = CommandDecoder()
        private var parsed = ParsedCommand()

        init(sent: Sent, answer: @escaping @Sendable ([String]) -> String) {
            self.sent = sent
            self.answer = answer
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            var bytes = unwrapInboundIn(data)
            unread.writeBuffer(&bytes)
            while let words = next() {
                var reply = context.channel.allocator.buffer(capacity: 64)
                reply.writeString(text(for: words))
                context.writeAndFlush(wrapOutboundOut(reply), promise: nil)
                if words.first == "QUIT" { context.close(promise: nil) }
            }
        }

        private func next() -> [String]? {
            let bytes = unread
            let span = bytes.readableBytesSpan
            guard case .command(let end) = decoder.next(in: span, from: 0, into: &parsed.words)
            else {
                return nil
            }
            var words: [String] = []
            for index in 0..<parsed.words.count {
                words.append(parsed.word(index, in: span).text())
            }
            unread.moveReaderIndex(forwardBy: end)
            return words
        }

        private func text(for words: [String]) -> String {
            switch words.first {
            case "HELLO": return "%1\r\n$5\r\nproto\r\n:3\r\n"
            case "QUIT": return "+OK\r\n"
            default:
                sent.commands.withLockedValue { $0.append(words) }
                return answer(words)
            }
        }
    }
}
