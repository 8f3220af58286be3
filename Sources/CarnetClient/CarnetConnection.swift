public import CarnetWire
public import NIOCore
internal import NIOPosix
internal import Synchronization

/// One connection to a Carnet server.
///
/// Commands may be sent from any task at any time: they are pipelined in the order of the calls and
/// each call gets its own replies. A command is an array of words, the name first.
/// ```swift
/// let carnet = try await CarnetConnection.connect(host: "127.0.0.1", port: 7420)
/// let client = try await carnet.send(["CLIENT.GET", "bistro", "17"])
/// print(client["last"]?.text ?? "")
/// await carnet.close()
/// ```
public struct CarnetConnection: Sendable {
    private let channel: any Channel
    private let options: CarnetClientOptions
    private let end: ConnectionEnd

    /// Connects, then greets with `HELLO`, with the token if there is one. Without a group of the
    /// caller's the connection lives on NIO's own threads.
    public static func connect(
        host: String,
        port: Int,
        options: CarnetClientOptions = CarnetClientOptions(),
        on group: (any EventLoopGroup)? = nil
    ) async throws(CarnetClientError) -> CarnetConnection {
        try await connect(options, on: group) { bootstrap throws(CarnetClientError) in
            do {
                return try await bootstrap.channelOption(.socketOption(.tcp_nodelay), value: 1)
                    .connect(host: host, port: port).get()
            } catch {
                let reason = ConnectFailure.reason(error, options)
                throw .unreachable(host: host, port: port, reason: reason)
            }
        }
    }

    /// Connects by the socket in the data folder of a server on this machine.
    public static func connect(
        socket path: String,
        options: CarnetClientOptions = CarnetClientOptions(),
        on group: (any EventLoopGroup)? = nil
    ) async throws(CarnetClientError) -> CarnetConnection {
        try await connect(options, on: group) { bootstrap throws(CarnetClientError) in
            do {
                return try await bootstrap.connect(unixDomainSocketPath: path).get()
            } catch {
                throw .noSocket(path: path, reason: ConnectFailure.reason(error, options))
            }
        }
    }

    private static func connect(
        _ options: CarnetClientOptions,
        on group: (any EventLoopGroup)?,
        _ open: (ClientBootstrap) async throws(CarnetClientError) -> any Channel
    ) async throws(CarnetClientError) -> CarnetConnection {
        let end = ConnectionEnd()
        let bootstrap = ClientBootstrap(group: group ?? MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(options.connectTimeout)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ReplyHandler(end))
                }
            }
        let channel = try await open(bootstrap)
        let connection = CarnetConnection(channel: channel, options: options, end: end)
        do throws(CarnetClientError) {
            try await connection.greet()
        } catch {
            await connection.close()
            throw error
        }
        return connection
    }

    /// Sends one command and waits for its reply. An error reply is thrown as `.server`.
    public func send(_ words: [String]) async throws(CarnetClientError) -> Reply {
        guard let reply = try await sendAll([words]).first else { throw .closed }
        if case .error(let error) = reply {
            throw .server(code: error.code, message: error.message)
        }
        return reply
    }

    /// Sends one command and waits for its reply. An error reply is thrown as `.server`.
    public func send(_ words: String...) async throws(CarnetClientError) -> Reply {
        try await send(words)
    }

    /// Sends commands as one pipeline and waits for all replies, in order. Error replies stand among
    /// them as `.error`; thrown is only what concerns the connection.
    public func sendAll(_ commands: [[String]]) async throws(CarnetClientError) -> [Reply] {
        guard !commands.isEmpty else { return [] }
        var bytes = channel.allocator.buffer(capacity: commands.count * 64)
        for words in commands {
            guard !words.isEmpty else { throw .emptyCommand }
            bytes.writeCommand(words)
        }
        return try await sendAll(encoded: bytes, count: commands.count)
    }

    /// Sends `count` commands that are already encoded in RESP.
    public func sendAll(
        encoded bytes: ByteBuffer,
        count: Int
    ) async throws(CarnetClientError) -> [Reply] {
        let promise = channel.eventLoop.makePromise(of: [Reply].self)
        let request = ReplyHandler.Request(
            bytes: bytes,
            count: count,
            timeout: options.replyTimeout,
            promise: promise
        )
        // A channel that has closed no longer has the handler that would fail the request.
        channel.writeAndFlush(request).whenFailure { [end] _ in
            promise.fail(end.reason.withLock { $0 } ?? .closed)
        }
        do {
            return try await promise.futureResult.get()
        } catch let error as CarnetClientError {
            throw error
        } catch {
            throw .closed
        }
    }

    /// Identifies this connection by a token.
    public func authenticate(name: String, secret: String) async throws(CarnetClientError) {
        _ = try await send(["AUTH", name, secret])
    }

    /// Whether the connection still stands, as far as this side knows.
    public var isOpen: Bool { channel.isActive }

    /// Waits for replies in flight, says QUIT and closes. Calls after this throw `.closed`.
    public func close() async {
        if channel.isActive { _ = try? await sendAll([["QUIT"]]) }
        try? await channel.close()
    }

    private func greet() async throws(CarnetClientError) {
        var words = ["HELLO", "\(options.resp.rawValue)"]
        if let token = options.token { words += ["AUTH", token.name, token.secret] }
        if let name = options.connectionName { words += ["SETNAME", name] }
        _ = try await send(words)
    }
}

extension ByteBuffer {
    /// One command as RESP has it: an array of bulk strings.
    mutating func writeCommand(_ words: [String]) {
        writeString("*\(words.count)\r\n")
        for word in words {
            writeString("$\(word.utf8.count)\r\n")
            writeString(word)
            writeString("\r\n")
        }
    }
}
