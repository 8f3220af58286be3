public import CarnetWire
import NIOCore

/// How a server is set up. Every limit is also a flag of `carnet serve`.
public struct ServerOptions: Sendable {
    public var host = "127.0.0.1"
    public var port = 7_420
    /// Event loops, each on a thread of its own.
    public var loopCount = ServerOptions.loopCountHere

    /// One less than this process may use processors, at least one: the log's thread, the kernel's
    /// network and often the callers need one too. With as many loops as processors, commands that
    /// come one at a time cost a third more, in threads that are put to sleep and woken.
    public static let loopCountHere = max(1, System.coreCount - 1)

    /// Threads that help loops with deep pipelines: one for each processor without a loop.
    var sharingThreadCount: Int { max(0, System.coreCount - loopCount) }

    public var limits = WireLimits.standard
    public var connectionCountMax = 10_000
    /// Connections that name one and the same tenant in all they ask; 0 for no limit, here and
    /// below.
    public var tenantConnectionCountMax = 1_000
    /// Connections from one address other than this machine's own.
    public var addressConnectionCountMax = 256
    /// Seconds from the first byte of a command to its last.
    public var commandSecondsMax = 10
    /// Unsent replies of one connection, in bytes.
    public var unsentByteCountMax = 32 << 20
    /// Unsent replies of all connections together, in bytes.
    public var unsentByteCountMaxInAll = 1 << 30
    /// Bytes read but not yet begun, past which a connection is not read on.
    public var unbegunByteCountMax = 4 << 20

    /// The socket in the data folder, which the folder's owner alone can open.
    public static let socketName = "carnet.sock"

    public init() {}
}
