import CarnetEngine
import Glibc
import Logging
import NIOConcurrencyHelpers
import NIOCore
import NIOPosix

/// Takes connections in: while the lists are being loaded each is told so, and from then on each
/// has a session on one of the event loops.
final class Listener: Sendable {
    let port: Int
    private let options: ServerOptions
    private let channel: any Channel
    private let doorway: Doorway
    /// The socket in the data folder, and where it is.
    private let local = NIOLockedValueBox<(any Channel, String)?>(nil)

    /// Opens the port. Throws what the system says, as when the port is taken.
    init(_ options: ServerOptions, group: MultiThreadedEventLoopGroup) async throws {
        self.options = options
        let doorway = Doorway(options, group)
        self.doorway = doorway
        channel = try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1_024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.so_keepalive), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            // A peer whose machine is gone is noticed after five minutes of silence and three tries.
            .childChannelOption(.tcpOption(.init(rawValue: TCP_KEEPIDLE)), value: 300)
            .childChannelOption(.tcpOption(.init(rawValue: TCP_KEEPINTVL)), value: 20)
            .childChannelOption(.tcpOption(.init(rawValue: TCP_KEEPCNT)), value: 3)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.maxMessagesPerRead, value: 4)
            .childChannelInitializer { doorway.accept($0) }
            .bind(host: options.host, port: options.port)
            .get()
        port = channel.localAddress?.port ?? options.port
    }

    var commandCount: UInt64 { doorway.commandCount }
    var counters: Counters { doorway.counters }
    var limits: ServerLimits { doorway.limits }
    var connections: Connections { doorway.connections }

    /// Opens the socket in the data folder, which the folder's owner alone may use and which needs no
    /// token. Once the folder is this process's; what an earlier one left is replaced.
    func open(socket path: String, group: MultiThreadedEventLoopGroup) async throws {
        // Nobody else may connect from the first moment on.
        let mask = umask(0o177)
        defer { umask(mask) }
        let doorway = doorway
        let opened = try await ServerBootstrap(group: group)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.maxMessagesPerRead, value: 4)
            .childChannelInitializer { doorway.accept($0, byDataFolder: true) }
            .bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true)
            .get()
        local.withLockedValue { $0 = (opened, path) }
    }

    /// All is loaded: those who wait and those who come get sessions.
    func open(_ node: Node) { doorway.open(node) }

    /// The loops are about to end: the log tells them nothing any more.
    func silence() { doorway.silence() }

    /// Takes no more connections.
    func stopAccepting() async {
        try? await channel.close().get()
        guard let (channel, path) = local.withLockedValue({ $0 }) else { return }
        try? await channel.close().get()
        _ = unsafe unlink(path)
    }

    /// Has every connection finish what it has begun and end; waits for at most ten seconds.
    func drain(_ node: Node) async {
        doorway.drain()
        let deadline = NIODeadline.now() + .seconds(10)
        while node.connections.count > 0, NIODeadline.now() < deadline {
            try? await Task.sleep(nanoseconds: 5_000_000)
        }
    }
}
