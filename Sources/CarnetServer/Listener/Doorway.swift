import CarnetEngine
import CarnetWire
import NIOConcurrencyHelpers
import NIOCore
import NIOPosix
import Synchronization

/// What a new connection gets: a handler that says LOADING, or a session once there is a node.
///
/// `@unchecked Sendable`: `lock` orders every access to what changes.
final class Doorway: @unchecked Sendable {
    private let options: ServerOptions
    private let gates: [ObjectIdentifier: LoopGate]
    private let lock = NIOLock()
    private var node: Node?
    private var waiting: [any Channel] = []
    let limits: ServerLimits
    let connections: Connections
    let counters = Counters()

    init(_ options: ServerOptions, _ group: MultiThreadedEventLoopGroup) {
        self.options = options
        limits = ServerLimits(options)
        connections = Connections(limits)
        var gates: [ObjectIdentifier: LoopGate] = [:]
        for loop in group.makeIterator() {
            gates[ObjectIdentifier(loop)] = LoopGate(loop: loop)
        }
        self.gates = gates
    }

    /// Sets a new connection up. On its event loop.
    func accept(_ channel: any Channel, byDataFolder: Bool = false) -> EventLoopFuture<Void> {
        let node = lock.withLock {
            if self.node == nil { waiting.append(channel) }
            return self.node
        }
        return channel.eventLoop.makeCompletedFuture {
            guard let connection = enter(channel, byDataFolder: byDataFolder) else { return }
            if let node {
                try addSession(channel, node, connection)
            } else {
                let handler = LoadingHandler(
                    limits: options.limits,
                    connection: connection,
                    connections: connections
                )
                try channel.pipeline.syncOperations.addHandler(handler)
            }
        }
    }

    /// There is a node now: those who were told LOADING get their sessions.
    func open(_ node: Node) {
        let gates = gates
        node.engine.whenLogAdvances {
            for gate in gates.values { gate.tell() }
        }
        for gate in gates.values { gate.startClock() }
        let channels = lock.withLock {
            self.node = node
            defer { waiting.removeAll() }
            return waiting
        }
        for channel in channels {
            channel.eventLoop.execute { self.replaceLoading(channel, node) }
        }
    }

    /// How many commands all connections have sent.
    var commandCount: UInt64 { gates.values.reduce(0) { $0 &+ $1.commandCount } }

    /// The loops are about to end.
    func silence() {
        for gate in gates.values { gate.silence() }
    }

    /// The server stops: every connection answers what it has begun and ends.
    func drain() {
        for gate in gates.values {
            gate.loop.execute { gate.drainAll() }
        }
    }

    private func replaceLoading(_ channel: any Channel, _ node: Node) {
        guard channel.isActive,
            let handler = try? channel.pipeline.syncOperations.handler(type: LoadingHandler.self)
        else { return }
        let input = handler.takeInput()
        try? addSession(channel, node, handler.connection, handler.mode, handler.form)
        channel.pipeline.syncOperations.removeHandler(handler).whenComplete { _ in
            if input.readableBytes > 0 {
                channel.pipeline.fireChannelRead(input)
                channel.pipeline.fireChannelReadComplete()
            }
        }
    }

    /// Enters a new connection; nil where there are too many, which it is told.
    private func enter(_ channel: any Channel, byDataFolder: Bool) -> Connection? {
        counters.connectionsReceived.wrappingAdd(1, ordering: .relaxed)
        let address = channel.remoteAddress
        let connection = Connection(
            id: counters.nextConnectionID(),
            address: address?.shortText ?? "",
            host: address?.ipAddress ?? "",
            isLocal: byDataFolder || (address?.isLoopback ?? false),
            isByDataFolder: byDataFolder,
            startedMilliseconds: WallClock.microseconds() / 1_000
        )
        do throws(Connections.Refused) {
            try connections.add(connection)
            return connection
        } catch {
            counters.connectionsRejected.wrappingAdd(1, ordering: .relaxed)
            counters.countError(.overload)
            refuse(channel, error.message)
            return nil
        }
    }

    private func addSession(
        _ channel: any Channel,
        _ node: Node,
        _ connection: Connection,
        _ mode: ReplyMode = .resp2,
        _ form: ConnectionCommands.Form = ConnectionCommands.Form()
    ) throws {
        guard let gate = gates[ObjectIdentifier(channel.eventLoop)] else { return }
        let session = Session(
            node: node,
            gate: gate,
            connection: connection,
            mode: mode,
            form: form
        )
        gate.enter(session)
        try channel.pipeline.syncOperations.addHandler(session)
    }

    private func refuse(_ channel: any Channel, _ message: String) {
        channel.writeAndFlush(ByteBuffer(string: "-OVERLOAD \(message)\r\n")).whenComplete { _ in
            channel.close(promise: nil)
        }
    }
}

extension SocketAddress {
    /// Address and port, as CLIENT LIST shows them.
    fileprivate var shortText: String {
        guard let ip = ipAddress, let port else { return description }
        return ip.contains(":") ? "[\(ip)]:\(port)" : "\(ip):\(port)"
    }

    /// Whether the peer is this very machine.
    fileprivate var isLoopback: Bool {
        guard let ip = ipAddress else { return false }
        return ip == "::1" || ip.hasPrefix("127.") || ip.hasPrefix("::ffff:127.")
    }
}
