import CarnetBytes
import CarnetEngine
import CarnetStorage
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization

/// The server as swift-service-lifecycle runs it.
final class ServerService: Service {
    private let dataFolder: String
    private let engineOptions: EngineOptions
    private let options: ServerOptions
    private let logger: Logger
    private let started: @Sendable (Int) -> Void
    private let stop = StopRequest()
    private let code = Atomic<Int32>(0)

    init(
        dataFolder: String,
        engineOptions: EngineOptions,
        options: ServerOptions,
        logger: Logger,
        started: @escaping @Sendable (Int) -> Void
    ) {
        self.dataFolder = dataFolder
        self.engineOptions = engineOptions
        self.options = options
        self.logger = logger
        self.started = started
    }

    /// The code that the process should end with.
    var exitCode: Int32 { code.load(ordering: .relaxed) }

    /// Serves until a signal or SHUTDOWN, then ends in order: no more connections, no more
    /// commands, what is in flight answered and synced, the log sealed.
    func run() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: options.loopCount)
        do {
            try await serve(group)
        } catch let error as EngineError {
            logger.error("\(error.message)")
            code.store(error.exitCode, ordering: .relaxed)
        } catch {
            let message = ListenFailure.message(error, host: options.host, port: options.port)
            logger.error("\(message)")
            code.store(CarnetServe.cantListenExitCode, ordering: .relaxed)
        }
        try await group.shutdownGracefully()
    }

    private func serve(_ group: MultiThreadedEventLoopGroup) async throws {
        let listener = try await Listener(options, group: group)
        defer { listener.silence() }
        let engine: Engine
        do throws(EngineError) {
            engine = try await CarnetServe.open(dataFolder, engineOptions, logger)
        } catch {
            await listener.stopAccepting()
            throw error
        }
        let stop = stop
        let node = Node(
            engine: engine,
            options: options,
            limits: listener.limits,
            port: listener.port,
            counters: listener.counters,
            commandCount: { listener.commandCount },
            connections: listener.connections,
            logger: logger,
            dataFolder: dataFolder,
            requestStop: { stop.request() }
        )
        listener.open(node)
        do {
            try await listener.open(
                socket: "\(dataFolder)/\(ServerOptions.socketName)",
                group: group
            )
        } catch {
            logger.notice(
                "no socket in the data folder, so that tokens are needed by all: \(error); a shorter path helps where it is too long"
            )
        }
        report(engine, port: listener.port)
        started(listener.port)
        await stop.wait()
        logger.info("stopping")
        await listener.stopAccepting()
        await listener.drain(node)
        try engine.close()
        logger.info("stopped at LSN \(engine.log.lastLSN.value)")
    }

    private func report(_ engine: Engine, port: Int) {
        for note in engine.notes { logger.notice("\(note.message)") }
        logger.info(
            "serving on \(options.host):\(port)",
            metadata: [
                "durability": "\(engine.options.durability.rawValue)",
                "lsn": "\(engine.log.lastLSN.value)",
                "replayed": "\(engine.recovery.records)",
                "seconds": "\(engine.recovery.seconds)",
            ]
        )
    }
}
