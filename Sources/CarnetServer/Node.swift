import CarnetBytes
import CarnetEngine
import CarnetStorage
import Logging
import NIOCore

/// What all connections of one server share.
///
/// Everything is constant or orders its accesses itself.
final class Node: Sendable {
    let engine: Engine
    let options: ServerOptions
    let logger: Logger
    /// How many commands all connections have sent.
    let commandCount: @Sendable () -> UInt64
    /// The port that the listener got.
    let port: Int
    let dataFolder: String
    let counters: Counters
    let connections: Connections
    let unsent: UnsentBudget
    let background: BackgroundWork
    /// Nil where there is a loop for every processor.
    let sharing: WorkSharing?
    let access: AccessControl
    /// Codes that wait for the program that sends them.
    let mailbox = CodeMailbox()
    /// How often somebody failed to say who they are.
    let failures = FailureLimits()
    var zones: ZoneCatalog { engine.zones }
    /// Asks the whole process to stop; set by the one who runs it.
    let requestStop: @Sendable () -> Void
    let limits: ServerLimits

    init(
        engine: Engine,
        options: ServerOptions,
        limits: ServerLimits,
        port: Int,
        counters: Counters,
        commandCount: @escaping @Sendable () -> UInt64,
        connections: Connections,
        logger: Logger,
        dataFolder: String,
        requestStop: @escaping @Sendable () -> Void
    ) {
        self.engine = engine
        access = AccessControl(engine)
        self.options = options
        self.port = port
        self.counters = counters
        self.commandCount = commandCount
        self.connections = connections
        self.logger = logger
        self.dataFolder = dataFolder
        self.requestStop = requestStop
        self.limits = limits
        unsent = UnsentBudget(limits)
        background = BackgroundWork()
        sharing = WorkSharing(threadCount: options.sharingThreadCount)
    }
}
