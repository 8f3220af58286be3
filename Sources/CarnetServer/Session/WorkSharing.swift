import CarnetEngine
import Dispatch
import NIOCore
import Synchronization

/// Threads that work through deep pipelines for event loops which cannot keep up: a loop that has
/// been busy without a pause gives them a connection's commands, all together, and goes on with
/// other connections. So one loop serves many who ask one thing at a time, which costs least,
/// and a bulk load has the other processors as well.
final class WorkSharing: Sendable {
    private let lanes: [Lane]
    private let runs = Atomic<UInt64>(0)

    /// One thread's work, in order.
    private final class Lane: Sendable {
        /// One run may wait behind the one under way, and short ones may wait up to so long together, so
        /// that the thread need not sleep in between.
        private static let countMax = 2
        private static let nanosecondsMax: UInt64 = 100_000

        let queue = DispatchQueue(label: "carnet-share")
        private let count = Atomic<Int>(0)
        /// What all that wait are likely to take.
        private let nanoseconds = Atomic<UInt64>(0)

        func takes(_ more: UInt64) -> Bool {
            count.load(ordering: .relaxed) < Self.countMax
                || nanoseconds.load(ordering: .relaxed) &+ more < Self.nanosecondsMax
        }

        func begin(_ more: UInt64) {
            count.wrappingAdd(1, ordering: .relaxed)
            nanoseconds.wrappingAdd(more, ordering: .relaxed)
        }

        func end(_ done: UInt64) {
            count.wrappingSubtract(1, ordering: .relaxed)
            nanoseconds.wrappingSubtract(done, ordering: .relaxed)
        }
    }

    /// Nil for no threads.
    init?(threadCount: Int) {
        guard threadCount > 0 else { return nil }
        lanes = (0..<threadCount).map { _ in Lane() }
    }

    /// How many runs were given away since the start.
    var runCount: UInt64 { runs.load(ordering: .relaxed) }

    /// Has a run that is likely to take so long done by another thread, which calls `done` when it
    /// has; false where none will be free soon. `make` is called only where one is.
    func offer(
        _ nanoseconds: UInt64,
        _ make: () -> SharedRun,
        _ done: @escaping @Sendable (SharedRun) -> Void
    ) -> Bool {
        guard let lane = lanes.first(where: { $0.takes(nanoseconds) }) else { return false }
        lane.begin(nanoseconds)
        runs.wrappingAdd(1, ordering: .relaxed)
        let run = make()
        lane.queue.async {
            run.run()
            lane.end(nanoseconds)
            done(run)
        }
        return true
    }
}

/// The commands of one connection while another thread works through them.
///
/// `@unchecked Sendable`: the session gives it away and does not look at it before it comes back;
/// `WorkSharing` and the event loop's queue order the two.
final class SharedRun: @unchecked Sendable {
    private var work: Workspace?
    let input: ByteBuffer
    private let engine: Engine
    /// How far it came in `input`, and why not further.
    private(set) var offset = 0
    private(set) var end = RunEnd.needsInput
    /// How long it took.
    private(set) var nanoseconds: UInt64 = 0

    init(work: consuming Workspace, _ input: ByteBuffer, _ engine: Engine) {
        self.work = consume work
        self.input = input
        self.engine = engine
    }

    /// Runs what can be run. On the thread that took it over.
    func run() {
        let began = NIODeadline.now()
        work?.bytes = input
        if let end = work?.run(from: &offset, engine) { self.end = end }
        nanoseconds = UInt64(max(0, (NIODeadline.now() - began).nanoseconds))
    }

    /// The workspace back, once.
    func takeWork() -> Workspace {
        guard let work = work.take() else { preconditionFailure("taken back twice") }
        return work
    }
}

/// What a byte of one connection's commands has cost lately, to foresee what a read will.
struct CommandCost {
    /// Giving work away and taking it back costs about as much; it is measured where the loop can
    /// do no more, so the other thread's time is there for nothing.
    private static let nanosecondsMin: UInt64 = 10_000

    private var picosecondsPerByte: UInt64 = 0

    /// So many bytes took so long.
    mutating func note(nanoseconds: UInt64, byteCount: Int) {
        guard byteCount > 0 else { return }
        let seen = min(nanoseconds, 1_000_000_000) &* 1_000 / UInt64(byteCount)
        picosecondsPerByte =
            picosecondsPerByte == 0 ? seen : (picosecondsPerByte &* 7 &+ seen) / 8
    }

    /// How long so many bytes are likely to take, in nanoseconds; nil for less than giving them away.
    func worthSharing(_ byteCount: Int) -> UInt64? {
        let nanoseconds = UInt64(byteCount) &* (picosecondsPerByte / 1_000)
        return nanoseconds >= Self.nanosecondsMin ? nanoseconds : nil
    }
}
