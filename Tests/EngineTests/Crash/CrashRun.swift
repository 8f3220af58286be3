import CarnetBytes
import CarnetEngine
import CarnetStorage
import CarnetTestKit
import Foundation

/// A moment between two calls of the disk.
struct Moment {
    let call: Int
    let files: SimulatedFiles
    /// Which of the run's histories holds.
    let era: Int
    /// What the log called durable.
    let durable: LSN
    /// What the log called handed to the kernel.
    let written: LSN
    /// How far replies that had left depended on the log.
    let told: LSN
    /// The same of those that promised the disk.
    let promised: LSN
}

/// Keeps what stands before every call of a disk.
///
/// `@unchecked Sendable`: `lock` orders every access to what changes.
private final class Recorder: @unchecked Sendable {
    private let lock = NSLock()
    private var moments: [Moment] = []
    private var era = 0
    private var gate: TestGate?
    private var log: CommitQueue?
    private var durable = LSN.zero
    private var written = LSN.zero
    private var told = LSN.zero
    private var promised = LSN.zero

    var all: [Moment] { lock.withLock { moments } }

    /// From now on this engine says what is promised; until then what the last one has said.
    func follow(_ engine: Engine, _ gate: TestGate) {
        lock.withLock {
            log = engine.log
            self.gate = gate
        }
    }

    /// The engine is gone and `era` begins. Answers what a kill must have left.
    func leave(era: Int) -> LSN {
        lock.withLock {
            look()
            let kept = log?.durability == Durability.none ? written : max(written, told)
            log = nil
            gate = nil
            self.era = era
            return max(kept, promised)
        }
    }

    /// The store was opened again at `lsn`; `era` begins.
    func begin(era: Int, at lsn: LSN) {
        lock.withLock {
            self.era = era
            durable = min(durable, lsn)
            written = min(written, lsn)
            told = min(told, lsn)
            promised = min(promised, lsn)
        }
    }

    func note(_ call: Int, _ files: SimulatedFiles) {
        lock.withLock {
            look()
            let moment = Moment(
                call: moments.count,
                files: files,
                era: era,
                durable: durable,
                written: written,
                told: told,
                promised: promised
            )
            moments.append(moment)
        }
    }

    private func look() {
        guard let log, let gate else { return }
        // What has left was durable before: this order never sees more told than promised.
        told = gate.told
        promised = gate.promised
        written = log.writtenLSN
        durable = log.durableLSN
    }
}

/// A script of commands, reads, snapshots and restarts on the whole engine, every moment of its
/// disk kept. The disk, the clock and the commands are fixed by the seed; the engine's threads are
/// real, so two runs of one seed may differ in how commands fall into frames.
struct CrashRun {
    let level: Durability
    let clock: SimulatedClock
    private(set) var moments: [Moment] = []
    private(set) var histories: [History]
    /// What went wrong in the run itself.
    private(set) var faults: [String] = []

    private var script = CommandScript(tenants: ["bistro", "salon-7", "hotel.x"])
    private var disk: SimulatedDisk
    private let recorder = Recorder()
    private var engine: Engine
    private var gate: TestGate
    /// By tenant, the LSN at which its digest changed last.
    private var changed: [LSN]
    private var digests: [String]
    private var random: SeededRandom

    init(seed: UInt64, level: Durability, operationCount: Int) throws {
        self.level = level
        clock = SimulatedClock(seed: seed)
        random = SeededRandom(seed: seed)
        disk = SimulatedDisk(seed: seed)
        disk.faults.writesShort = seed % 3 == 0
        disk.observeCalls { [recorder] in recorder.note($0, $1) }
        engine = try Engine.open(disk, .small(level), clock)
        gate = TestGate(engine)
        recorder.follow(engine, gate)
        digests = Array(repeating: "none", count: script.tenants.count)
        changed = Array(repeating: .zero, count: script.tenants.count)
        histories = [History(tenants: script.tenants.count)]
        try create()
        for _ in 0..<operationCount { try step() }
        if !gate.drain() { faults.append("a reply never left") }
        disk.observeCalls(nil)
        moments = recorder.all
        try engine.close()
    }

    /// One tenant after the other, so that each has a state of its own in the history.
    private mutating func create() throws {
        for name in script.tenants {
            try CommandScript(tenants: [name]).create(engine)
            note()
        }
    }

    private mutating func step() throws {
        switch Int.random(in: 0..<40, using: &random) {
        case 0, 1:
            let progress = engine.snapshotAndWait()
            if progress.state != .done { faults.append("snapshot: \(progress.failure)") }
        case 2: try restart(clean: random.oneIn(2))
        case 3...7: read(Int.random(in: 0..<script.tenants.count, using: &random))
        default:
            script.step(engine, &random)
            note()
        }
        if random.oneIn(2), !gate.drain() { faults.append("a reply never left") }
    }

    /// Keeps the state behind a command, whose reply is on its way.
    private mutating func note() {
        let lsn = engine.log.lastLSN
        let now = script.digests(engine)
        for index in now.indices where now[index] != digests[index] { changed[index] = lsn }
        digests = now
        histories[histories.count - 1].note(lsn, now)
        gate.reply(lsn, synced: random.oneIn(5))
    }

    /// A reader is told of a tenant: the reply must wait for all that it shows.
    private mutating func read(_ index: Int) {
        let name = script.tenants[index]
        let seen = try? script.onShard(engine, name) { shard, name in
            try shard.requireCell(name).lastLSN
        }
        guard let seen else { return }
        if seen < changed[index] {
            faults.append("a reader of \(name) waits for \(seen), it sees \(changed[index])")
        }
        gate.reply(seen)
    }

    /// Stops, or pulls the plug of the process, and goes on with what is left.
    private mutating func restart(clean: Bool) throws {
        if clean { try engine.close() }
        disk.observeCalls(nil)
        let promised = recorder.leave(era: histories.count)
        let left = disk.afterKill()
        left.faults = disk.faults
        // The killed one ends on a disk that nobody looks at any more.
        if !clean { try engine.close() }
        var history = histories[histories.count - 1]
        left.observeCalls { [recorder] in recorder.note($0, $1) }
        histories.append(history)
        disk = left
        engine = try Engine.open(disk, .small(level), clock)
        let lsn = engine.log.lastLSN
        history.cut(behind: lsn)
        histories.append(history)
        gate = TestGate(engine)
        if lsn < promised { faults.append("a restart lost \(lsn.value + 1) to \(promised.value)") }
        recorder.begin(era: histories.count - 1, at: lsn)
        recorder.follow(engine, gate)
        digests = script.digests(engine)
        if digests != history.states[lsn] { faults.append("a restart came to another state") }
        changed = changed.indices.map { history.changed($0, at: lsn) }
    }

    // MARK: What came back

    /// What is wrong with an engine that was opened on what a moment has left; nil: nothing.
    /// `atLeast` must have come back.
    func fault(_ engine: Engine, _ moment: Moment, atLeast promised: LSN) -> String? {
        let last = engine.log.lastLSN
        if last < promised { return "lost \(last.value + 1) to \(promised.value)" }
        let history = histories[moment.era]
        guard let expected = history.states[last] else {
            return "LSN \(last.value) is the end of no command"
        }
        let found = script.digests(engine)
        if found != expected { return "LSN \(last.value): \(found) instead of \(expected)" }
        let differences = script.indexDifferences(engine).filter { !$0.hasPrefix("no tenant") }
        return differences.isEmpty ? nil : "index: \(differences.prefix(3))"
    }
}
