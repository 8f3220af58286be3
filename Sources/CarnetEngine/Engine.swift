import CarnetBytes
public import CarnetStorage
import Dispatch
import NIOConcurrencyHelpers

/// How an engine is set up. Every limit is also a flag of `carnet serve`.
public struct EngineOptions: Sendable {
    public var durability = Durability.always
    /// How many shards the partitions are dealt to; may change from start to start.
    public var shardCount = 64
    public var store = StoreOptions()
    /// Past this many bytes of records waiting for the log, writes answer OVERLOAD.
    public var waitingByteCountMax = 64 << 20
    /// … and past so many milliseconds that the disk would take over it; 0 for no such limit.
    public var waitingMillisecondsMax = 50
    /// What the process may take of the machine's memory; 0: what the machine and its control
    /// groups allow.
    public var memoryByteCountMax = 0
    /// Past so many hundredths of it no snapshot starts by itself …
    public var memorySoftPercent = 85
    /// … and past so many writes answer OVERLOAD.
    public var memoryHardPercent = 92
    /// Bytes of log behind the last snapshot at which one is forced; at four times that writes
    /// answer OVERLOAD. 0 for no such limit, here and below.
    public var behindByteCountMax = 4 << 30
    /// The same, by the seconds that a restart would take to replay it.
    public var behindSecondsMax = 60
    /// Events a second, clients, and bytes of clients that one tenant may have; past them its
    /// writes answer QUOTA.
    public var tenantWritesPerSecondMax = 0
    public var tenantClientCountMax = 0
    public var tenantByteCountMax = 0
    /// A snapshot round starts once the log has grown by so many bytes of records; 0 for never.
    public var snapshotEveryByteCount: UInt64 = 1 << 30
    /// … or after so many seconds in which anything changed; 0 for never.
    public var snapshotEverySeconds = 3_600

    /// For how many days the log is kept, beyond what recovery needs, for history, `ASOF` and
    /// `carnet restore`; 0 for none.
    public var historyDays = 30

    /// How many active clients a list must have for its own weights of comparisons to be learnt from
    /// it; 0 for never.
    public var learnClientCountMin = 2_000

    public init() {}
}

/// The whole of Carnet but the sockets: shards, log, snapshots.
public final class Engine: Sendable {
    public let shards: [Shard]
    /// Who is let in.
    public let directory: DirectoryShard
    /// Tells tenants of the accounts of their clients.
    public let courier: AccountCourier
    public let log: CommitQueue
    public let options: EngineOptions
    /// The limits that can change while it runs.
    public var limits: EngineLimits { log.limits }
    /// What the start has done that an operator should know.
    public let notes: [RecoveryNote]
    /// Seconds that loading and replaying took, and how many records were replayed.
    public let recovery: (seconds: Double, records: UInt64)
    public let clock: @Sendable () -> UInt64
    public let startedMicroseconds: UInt64

    /// The rules of time zones, read as they are asked for.
    public let zones: ZoneCatalog

    private let disk: any Disk
    let seed: UInt64
    private let commits: CommitThread
    private let snapshotter: Snapshotter
    let helper: HelperThread
    private let listeners: Listeners
    private let trigger: SnapshotTrigger
    private let memory: MemoryWatch
    /// What is done about doubles in the background.
    let doubles: DoublesKeeper
    /// How long the background holds shards.
    let meter: SliceMeter
    private let erasures: ErasureKeeper
    /// Anonymizes whoever has been away for too long.
    let retention: RetentionKeeper
    private let tickers: [Ticker]

    /// Nanoseconds of the machine's clock that never goes back.
    public static let uptime: @Sendable () -> UInt64 = { DispatchTime.now().uptimeNanoseconds }

    /// Opens the data folder, loads and replays it, and starts the log. Blocks until all is done.
    ///
    /// `clock` answers microseconds since 1970, `monotonic` nanoseconds since any moment, never fewer
    /// than before: by it work in the background ends its turns. `tell` is called on threads of
    /// the engine.
    public static func open(
        _ disk: any Disk,
        _ options: EngineOptions,
        clock: @escaping @Sendable () -> UInt64,
        monotonic: @escaping @Sendable () -> UInt64 = Engine.uptime,
        random: inout some RandomNumberGenerator,
        tell: @escaping @Sendable (EngineNotice) -> Void
    ) throws(EngineError) -> Engine {
        let began = DispatchTime.now()
        let seed = UInt64.random(in: .min ... .max, using: &random)
        let uuid = StoreUUID(
            high: UInt64.random(in: .min ... .max, using: &random),
            low: UInt64.random(in: .min ... .max, using: &random)
        )
        let recovery = try EngineError.store { () throws(StoreError) in
            try Store.open(disk, options: options.store, freshUUID: uuid, now: clock)
        }
        let recovering = Recovering(recovery, seed: seed)
        let builds: [PartitionBuild]
        do throws(EngineError) {
            builds = try recovering.run()
        } catch {
            recovery.abandon()
            throw error
        }
        let files = recovery.snapshotFiles
        let store = try EngineError.store { () throws(StoreError) in try recovery.finish() }
        let nanoseconds = DispatchTime.now().uptimeNanoseconds &- began.uptimeNanoseconds
        return Engine(
            disk,
            options,
            store,
            files,
            builds,
            seed: seed,
            clock: clock,
            meter: SliceMeter(clock: monotonic),
            recovery: (Double(nanoseconds) / 1e9, recovering.replayedCount),
            behind: recovering.behind,
            tell: tell
        )
    }

    private init(
        _ disk: any Disk,
        _ options: EngineOptions,
        _ store: OpenStore,
        _ files: SnapshotFiles,
        _ builds: [PartitionBuild],
        seed: UInt64,
        clock: @escaping @Sendable () -> UInt64,
        meter: SliceMeter,
        recovery: (seconds: Double, records: UInt64),
        behind: LogBehind,
        tell: @escaping @Sendable (EngineNotice) -> Void
    ) {
        self.disk = disk
        self.seed = seed
        self.options = options
        self.clock = clock
        self.recovery = recovery
        self.meter = meter
        notes = store.notes
        startedMicroseconds = clock()
        let helper = HelperThread()
        self.helper = helper
        let log = CommitQueue(
            durability: options.durability,
            last: store.log.lastLSN,
            limits: EngineLimits(options)
        )
        self.log = log
        let fillSignal = FillSignal()
        let zones = ZoneCatalog()
        self.zones = zones
        let erasureSignal = ErasureSignal()
        let retentionSignal = RetentionSignal()
        let shared = SharedDirectory()
        let shards = (0..<max(1, options.shardCount)).map { _ in
            Shard(
                helper: helper,
                log: log,
                clock: clock,
                seed: seed,
                fillSignal: fillSignal,
                zones: zones,
                meter: meter,
                erasureSignal: erasureSignal,
                retentionSignal: retentionSignal,
                accounts: shared
            )
        }
        self.shards = shards
        let directory = DirectoryShard(helper: helper, log: log, shared: shared, clock: clock)
        self.directory = directory
        let courier = AccountCourier(directory, shards)
        self.courier = courier
        let listeners = Listeners()
        self.listeners = listeners
        let commits = Self.commitThread(store, log, listeners, tell)
        self.commits = commits
        let snapshotter = Snapshotter(
            catalog: store.catalog,
            files: files,
            shardOf: { shards[Int($0.value) % shards.count] },
            directory: directory,
            queue: log,
            position: { commits.position },
            clock: clock,
            tell: tell
        )
        self.snapshotter = snapshotter
        let memory = MemoryWatch(log.limits, log, tell: tell)
        self.memory = memory
        let trigger = SnapshotTrigger(
            options,
            log,
            commits,
            snapshotter,
            memory,
            behind: behind,
            tell: tell
        )
        self.trigger = trigger
        for build in builds {
            guard build.partition != .node else {
                directory.leave { $0.adopt(build) }
                continue
            }
            shards[Int(build.partition.value) % shards.count].leave { $0.adopt(build) }
        }
        commits.start()
        let doubles = DoublesKeeper(
            shards,
            fillSignal,
            learnsFromCount: options.learnClientCountMin
        )
        self.doubles = doubles
        let erasures = ErasureKeeper(
            shards,
            erasureSignal,
            log,
            commits,
            trigger,
            disk,
            courier,
            tell: tell
        )
        self.erasures = erasures
        let retention = RetentionKeeper(shards, retentionSignal, clock: clock)
        self.retention = retention
        tickers = Self.tickers(memory, trigger, doubles, erasures, retention, courier)
        doubles.start()
    }

    private static func commitThread(
        _ store: OpenStore,
        _ log: CommitQueue,
        _ listeners: Listeners,
        _ tell: @escaping @Sendable (EngineNotice) -> Void
    ) -> CommitThread {
        CommitThread(
            log: store.log,
            queue: log,
            allocator: store.allocator,
            advanced: { listeners.tell() },
            tell: { notice in
                listeners.tell()
                tell(notice)
            }
        )
    }

    private static func tickers(
        _ memory: MemoryWatch,
        _ trigger: SnapshotTrigger,
        _ doubles: DoublesKeeper,
        _ erasures: ErasureKeeper,
        _ retention: RetentionKeeper,
        _ courier: AccountCourier
    ) -> [Ticker] {
        [
            Ticker("carnet-memory", everyMilliseconds: MemoryWatch.interval) { memory.look() },
            Ticker("carnet-trigger", everyMilliseconds: SnapshotTrigger.interval) {
                trigger.look()
            },
            Ticker("carnet-doubles-look", everyMilliseconds: DoublesKeeper.interval) {
                doubles.look()
            },
            Ticker("carnet-erasures", everyMilliseconds: ErasureKeeper.interval) {
                erasures.look()
            },
            Ticker("carnet-retention", everyMilliseconds: RetentionKeeper.interval) {
                retention.look()
            },
            Ticker("carnet-courier", everyMilliseconds: AccountCourier.interval) {
                courier.look()
            },
        ]
    }

    /// The shard that owns a tenant of that name.
    public func shard(ofTenant name: RawSpan) -> Shard {
        shards[Int(PartitionID(tenant: name).value) % shards.count]
    }

    /// Has `body` called each time the log has come further or has failed, on the log's thread.
    public func whenLogAdvances(_ body: @escaping @Sendable () -> Void) { listeners.add(body) }

    /// Starts a snapshot round, or joins the one that runs.
    public func snapshot(_ done: @escaping @Sendable (SnapshotProgress) -> Void) {
        trigger.start(done)
    }

    public var snapshotProgress: SnapshotProgress { snapshotter.progress }

    /// What the data folder's files take, as of the last round.
    public var usage: StoreUsage { snapshotter.usage }

    /// How many frames and bytes of records were written since the start.
    public var written: (frames: UInt64, bytes: UInt64) { commits.written }

    /// What a restart would have to replay now.
    public var behind: LogBehind { trigger.behind }

    /// How the process stands against its limit of memory.
    public var memoryState: MemoryState { memory.state }

    /// The disk that the data lies on, for those who only read it.
    public var storage: any Disk { disk }

    /// Ends cleanly: what waits is written, the log sealed, the manifest published. Blocks.
    public func close() throws(EngineError) {
        for ticker in tickers { ticker.stop() }
        doubles.stop()
        erasures.stop()
        retention.stop()
        defer { helper.stop() }
        do throws(StoreError) {
            let position = try commits.close()
            try snapshotter.close(position)
        } catch {
            throw .store(error)
        }
    }
}

/// Who wants to know when the log has come further.
///
/// `@unchecked Sendable`: `lock` orders every access.
private final class Listeners: @unchecked Sendable {
    private let lock = NIOLock()
    private var bodies: [@Sendable () -> Void] = []

    func add(_ body: @escaping @Sendable () -> Void) { lock.withLock { bodies.append(body) } }

    func tell() {
        for body in lock.withLock({ bodies }) { body() }
    }
}

extension Shard {
    /// Takes over a partition that was loaded. Before any command reaches the shard.
    func adopt(_ build: PartitionBuild) {
        partitions[build.partition] = build.state
        for cell in build.tenants { add(cell) }
    }
}
