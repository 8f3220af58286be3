import NIOCore
import NIOPosix

/// A server on loopback that counts commands (a line that starts with `*`) and hands their numbers,
/// from 0, to a script, which answers the pieces of bytes to send; nil closes the connection.
struct ScriptedServer: Sendable {
    typealias Script = @Sendable (_ command: Int, _ bytes: String) -> [String]?

    private let channel: any Channel
    let port: Int

    static func start(_ script: @escaping Script) async throws -> ScriptedServer {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { child in
                child.eventLoop.makeCompletedFuture {
                    try child.pipeline.syncOperations.addHandler(ScriptHandler(script))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return ScriptedServer(channel: channel, port: channel.localAddress?.port ?? 0)
    }

    func stop() async { try? await channel.close() }
}

/// Splits what comes into commands, which in these tests are arrays of bulk strings.
private final class ScriptHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let script: ScriptedServer.Script
    private var unread = ""
    private var count = 0

    init(_ script: @escaping ScriptedServer.Script) { self.script = script }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        unread += String(buffer: unwrapInboundIn(data))
        while let command = takeCommand() {
            guard let pieces = script(count, command) else {
                context.close(promise: nil)
                return
            }
            count += 1
            for piece in pieces {
                context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: piece)), promise: nil)
            }
        }
    }

    /// The words of the next whole command, with spaces between.
    private func takeCommand() -> String? {
        let lines = unread.split(separator: "\r\n", omittingEmptySubsequences: false)
        guard let head = lines.first, head.first == "*", let count = Int(head.dropFirst()) else {
            return nil
        }
        guard lines.count > 2 * count + 1 else { return nil }
        let words = (0..<count).map { lines[2 + 2 * $0] }
        unread = lines[(2 * count + 1)...].joined(separator: "\r\n")
        return words.joined(separator: " ")
    }
}
