import CarnetBytes
public import CarnetEngine
import CarnetStorage
import Dispatch
import Glibc
public import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import UnixSignals

/// Runs a whole server: data folder, engine, listener, until it is asked to stop.
public enum CarnetServe {
    /// What the process ends with when the log failed (RELIABILITY 2, rule 1).
    public static let logFailedExitCode: Int32 = 74
    /// What the process ends with when the port can't be had: sysexits' EX_UNAVAILABLE.
    public static let cantListenExitCode: Int32 = 69

    /// Serves until SIGTERM, SIGINT or SHUTDOWN; then stops accepting, answers what is in flight,
    /// syncs, and answers the code that the process should end with. `started` is told the port.
    public static func run(
        dataFolder: String,
        engine engineOptions: EngineOptions,
        server options: ServerOptions,
        logger: Logger,
        started: @escaping @Sendable (Int) -> Void
    ) async throws -> Int32 {
        let service = ServerService(
            dataFolder: dataFolder,
            engineOptions: engineOptions,
            options: options,
            logger: logger,
            started: started
        )
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(
                        service: service,
                        successTerminationBehavior: .gracefullyShutdownGroup,
                        failureTerminationBehavior: .gracefullyShutdownGroup
                    )
                ],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        try await group.run()
        return service.exitCode
    }

    /// Opens the folder on a thread of its own, since loading is long and blocking.
    static func open(
        _ dataFolder: String,
        _ options: EngineOptions,
        _ logger: Logger
    ) async throws(EngineError) -> Engine {
        let result: Result<Engine, EngineError> = await withCheckedContinuation { continuation in
            DispatchQueue(label: "carnet-open").async {
                do throws(EngineError) {
                    let disk: PosixDisk
                    do throws(DiskError) {
                        disk = try PosixDisk(root: dataFolder)
                    } catch {
                        throw EngineError.store(.disk(error))
                    }
                    var random = SystemRandomNumberGenerator()
                    let engine = try Engine.open(
                        disk,
                        options,
                        clock: { WallClock.microseconds() },
                        random: &random
                    ) { notice in
                        report(notice, logger)
                    }
                    continuation.resume(returning: .success(engine))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }

    private static func report(_ notice: EngineNotice, _ logger: Logger) {
        switch notice {
        case .logFailed:
            logger.critical("\(notice.message)")
            // Held replies have been answered UNCERTAIN by now or will be within this time.
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(200)) {
                exit(logFailedExitCode)
            }
        case .full, .snapshotFailed, .memory(.usedUp, _, _), .logBehind(.tooFar, _):
            logger.error("\(notice.message)")
        case .memory(.short, _, _): logger.warning("\(notice.message)")
        case .roomAgain, .memory(.enough, _, _), .logBehind:
            logger.notice("\(notice.message)")
        }
    }
}

/// The wall clock, microseconds since 1970. Data only: no timer runs by it.
enum WallClock {
    static func microseconds() -> UInt64 {
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        return UInt64(now.tv_sec) &* 1_000_000 &+ UInt64(now.tv_nsec) / 1_000
    }
}

/// Somebody's wish that the process should stop.
final class StopRequest: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream() }

    func request() { continuation.finish() }

    /// Waits for the wish, or for a signal.
    func wait() async {
        for await _ in stream.cancelOnGracefulShutdown() {}
    }
}
