import CarnetBytes
import CarnetModel
import CarnetStorage
import Dispatch
import NIOConcurrencyHelpers

/// Gets what was erased out of the data folder, in the background, and completes the receipts.
///
/// The log goes on in a new segment, and snapshot rounds follow until recovery needs neither a snapshot nor a
/// segment that is older than the erasure; usually two. What history keeps of those is then redacted
/// (``RedactionRun``). A receipt is completed when the folder itself shows no older file any more
/// (``OlderFiles``) than those that were redacted just now, and only then; so a crash at any moment leaves it pending,
/// and the next start begins again. Writes go on meanwhile. Erasures that come within `batchMilliseconds`
/// share all of it. Where a file can't be read or there is no room for another one beside it, that is
/// told, the receipt stays pending, and it is tried again.
///
/// `@unchecked Sendable`: `lock` orders every access to what changes.
final class ErasureKeeper: @unchecked Sendable {
    /// How often it should look, in milliseconds.
    static let interval = 100
    /// How long it waits for more erasures before it begins.
    static let batchMilliseconds = 500
    /// After so many rounds that left an older file it waits for `retryMilliseconds` before each
    /// further one: something keeps a file, such as `quarantine/`.
    static let eagerRoundCount = 4
    static let retryMilliseconds = 60_000

    /// What a redaction was about.
    private struct Work: Hashable {
        var receipts: [[UInt8]: [UInt32]] = [:]
        let forgotten: LSN

        init(_ pending: [PendingErasures], _ forgotten: LSN) {
            self.forgotten = forgotten
            for tenant in pending { receipts[tenant.tenant] = tenant.receipts.map(\.number) }
        }
    }

    private let shards: [Shard]
    private let signal: ErasureSignal
    private let queue: CommitQueue
    private let commits: CommitThread
    private let trigger: SnapshotTrigger
    private let files: OlderFiles
    private let courier: AccountCourier
    private let tell: @Sendable (EngineNotice) -> Void
    private let lock = NIOLock()
    private var isBusy = false
    private var isStopped = false
    private var roundsInVain = 0
    private var begins: DispatchTime?
    /// The latest erasure that the running pass is about.
    private var target: LSN?
    /// Of the running pass: history can't be redacted and has to go.
    private var givesUp = false
    /// The files that were redacted for it, once they all were, and for which receipts.
    private var clean: (paths: Set<String>, work: Work)?
    /// The directory's event behind which it holds nothing of what was erased; zero where it never
    /// held accounts.
    private var forgotten = LSN.zero

    init(
        _ shards: [Shard],
        _ signal: ErasureSignal,
        _ queue: CommitQueue,
        _ commits: CommitThread,
        _ trigger: SnapshotTrigger,
        _ disk: any Disk,
        _ courier: AccountCourier,
        tell: @escaping @Sendable (EngineNotice) -> Void
    ) {
        self.courier = courier
        self.shards = shards
        self.signal = signal
        self.queue = queue
        self.commits = commits
        self.trigger = trigger
        files = OlderFiles(disk)
        self.tell = tell
    }

    /// Nothing is begun or completed after this.
    func stop() { lock.withLock { isStopped = true } }

    /// Begins a pass once something is pending and the wait for more is over.
    func look() {
        let isNew = signal.take()
        let isDue = lock.withLock {
            guard !isStopped, !isBusy else {
                if isNew { signal.raise() }
                return false
            }
            if isNew, begins == nil {
                begins = .now() + .milliseconds(Self.batchMilliseconds)
            }
            guard let begins, begins <= .now() else { return false }
            self.begins = nil
            isBusy = true
            return true
        }
        guard isDue else { return }
        let all = shards.flatMap { PendingErasures.all(of: $0) }
        let latest = all.flatMap(\.receipts).map(\.lsn).max()
        if latest != nil { forgetAccounts() }
        // Later ones wait for the next pass, so that a stream of them can't hold this one up.
        let target = lock.withLock { () -> LSN? in
            self.target = latest.map { min($0, self.target ?? $0) }
            return self.target
        }
        guard let target else { return end(begins: nil) }
        let forgotten = lock.withLock { self.forgotten }
        let behind = max(target, forgotten)
        guard commits.position.segments.last.map({ $0.firstLSN > behind }) == true else {
            commits.requestRotation(behind: behind)
            return end(begins: .now())
        }
        let pending = all.compactMap { $0.upTo(target) }
        var erased: [PartitionID: LSN] = [:]
        for tenant in pending {
            for (_, lsn) in tenant.receipts {
                erased[tenant.partition] = max(erased[tenant.partition] ?? .zero, lsn)
            }
        }
        // The directory's files hold accounts: what history keeps of those goes, too.
        if forgotten > .zero { erased[.node] = forgotten }
        let parts = pending.map { $0.part() }
        let givesUp = lock.withLock { () -> Bool in
            self.givesUp = self.givesUp || parts.contains { $0.redaction.isMixed }
            return self.givesUp
        }
        trigger.forget(erased, givesUp: givesUp)
        let run = RedactionRun(parts, erased: erased, isGone: isGone)
        trigger.start { [self] progress in ended(pending, run, progress) }
    }

    /// Whether an account that once was is no more.
    private var isGone: @Sendable (AccountID) -> Bool {
        { [shared = courier.directory.shared] id in
            shared.read { directory, _ in
                id.value <= directory.accounts.numberMax && directory.accounts.account(id) == nil
            }
        }
    }

    /// Links and accounts of those who were erased go from the directory; what files hold of it up
    /// to there has to go as well. Where an earlier process may have done it, up to now.
    private func forgetAccounts() {
        let before = courier.directory.shared.lsn
        let hasHeld = courier.directory.shared.read { directory, _ in
            directory.accounts.numberMax > 0
        }
        guard hasHeld else { return }
        let behind = courier.forget()
        lock.withLock {
            if behind > before || forgotten == .zero { forgotten = behind }
        }
    }

    private func end(begins: DispatchTime?) {
        lock.withLock {
            isBusy = false
            self.begins = begins ?? self.begins
        }
    }

    /// A round has ended: what history keeps is redacted, once that alone is left.
    private func ended(
        _ pending: [PendingErasures],
        _ run: RedactionRun,
        _ progress: SnapshotProgress
    ) {
        let (givesUp, clean, work) = lock.withLock {
            (self.givesUp, self.clean, Work(pending, forgotten))
        }
        guard progress.state != .failed else { return finish(pending, nil) }
        if givesUp { return finish(pending, []) }
        if let clean, clean.work == work { return finish(pending, clean.paths) }
        trigger.redact(run) { [self] outcome in
            switch outcome {
            case .done(let paths):
                lock.withLock { self.clean = (paths, work) }
                finish(pending, paths)
            case .tooEarly: finish(pending, [])
            case .mixed:
                lock.withLock { self.givesUp = true }
                finish(pending, [])
            case .failed(let error):
                if !lock.withLock({ isStopped }) {
                    let text = "what was erased could not be taken out of history: \(error)"
                    tell(.snapshotFailed(text))
                }
                finish(pending, nil)
            }
        }
    }

    /// Receipts are complete where no older file is left but those that were redacted; for the others another
    /// round follows. Without `clean` something failed, and none is.
    private func finish(_ pending: [PendingErasures], _ clean: Set<String>?) {
        var isLeft = clean == nil
        if let clean {
            for tenant in pending {
                do throws(StoreError) {
                    let left = try complete(tenant, clean)
                    isLeft = isLeft || left
                } catch {
                    isLeft = true
                    tell(.snapshotFailed("what was erased could not be looked for: \(error)"))
                }
            }
        }
        lock.withLock {
            isBusy = false
            roundsInVain = isLeft ? roundsInVain + 1 : 0
            if !isLeft {
                target = nil
                givesUp = false
                self.clean = nil
            }
            let wait = roundsInVain < Self.eagerRoundCount ? 0 : Self.retryMilliseconds
            begins = .now() + .milliseconds(wait)
        }
    }

    /// Answers whether any receipt of the tenant is left pending.
    private func complete(
        _ pending: PendingErasures,
        _ clean: Set<String>
    ) throws(StoreError) -> Bool {
        var stages: [(number: UInt32, stage: Erasure.Stage)] = []
        var isLeft = false
        let forgotten = lock.withLock { self.forgotten }
        var nodes: [String] = []
        if forgotten > .zero {
            nodes = try files.run(before: forgotten, of: .node).filter { !clean.contains($0) }
            if !nodes.isEmpty { courier.directory.leave { $0.moveOn() } }
        }
        for receipt in pending.receipts {
            let own = try files.run(before: receipt.lsn, of: pending.partition)
            let older = own.filter { !clean.contains($0) } + nodes
            stages.append((receipt.number, older.isEmpty ? .complete : .snapshotTaken))
            isLeft = isLeft || !older.isEmpty
        }
        guard !lock.withLock({ isStopped }) else { return true }
        let reached = stages
        pending.shard.leave { $0.advance(tenant: pending.tenant, reached) }
        return isLeft
    }
}
