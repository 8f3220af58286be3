import CarnetBytes
import CarnetEngine
import CarnetIndex
import CarnetModel
import Dispatch
import Synchronization

/// One thread that calls the engine as a session does, without sockets and without replies: what
/// the rooms below the wire cost.
///
/// A request is done when its reply might leave, which for whatever depends on a write is when the
/// log is durable that far. `window` requests may wait for that.
struct EngineThread: ~Copyable {
    private struct Waiting {
        let operation: Operation
        let since: UInt64
        let needs: LSN
    }

    private enum Done: Sendable {
        case at(LSN)
        case withheld(LSN)
        case refused(CommandFailure)
        case missing
    }

    private let host: EngineHost
    private let plan: WorkloadPlan
    private let settings: LoadSettings
    private let progress: LoadProgress
    private let window: Int
    private var workload: Workload
    private var given = GivenFields()
    private var outcome = Outcome()
    private var waiting: [Waiting] = []
    private var head = 0
    private var measureStart: UInt64 = 0
    private var deadline = UInt64.max

    init(
        _ host: EngineHost,
        _ settings: LoadSettings,
        plan: WorkloadPlan,
        thread: Int,
        progress: LoadProgress
    ) {
        self.host = host
        self.plan = plan
        self.settings = settings
        self.progress = progress
        window = max(1, settings.connections * settings.pipeline / settings.threads)
        workload = Workload(plan, thread: thread, of: settings.threads)
    }

    consuming func run() throws(LoadError) -> Outcome {
        let start = MonotonicClock.now()
        measureStart = start + UInt64(settings.warmupSeconds * 1e9)
        if let seconds = settings.seconds { deadline = measureStart + UInt64(seconds * 1e9) }
        outcome.start = measureStart
        var left = settings.requests.map { max(1, $0 / settings.threads) } ?? Int.max
        while left > 0, !progress.isStopped.load(ordering: .relaxed) {
            let now = MonotonicClock.now()
            guard now < deadline, let request = workload.next() else { break }
            left -= 1
            try perform(request, since: now)
            finish()
            while waiting.count - head >= window { waitForLog() }
        }
        while waiting.count > head { waitForLog() }
        outcome.end = min(deadline, MonotonicClock.now())
        return outcome
    }

    private mutating func perform(_ request: Request, since: UInt64) throws(LoadError) {
        let done: Done
        switch request {
        case .ping: done = .at(.zero)
        case .add(let venue, _): done = try add(venue)
        case .get(let venue, let number): done = try get(venue, number)
        case .search(let venue, let prefix): done = try search(venue, prefix)
        case .duplicates(let venue, let number): done = try duplicates(venue, number)
        case .set(let venue, let number, let company): done = try set(venue, number, company)
        case .newsletter, .tag, .bookingAdd, .bookingMove, .bookingStep, .bookingList:
            throw .setup("bookings are asked for over a socket; the options refuse it")
        }
        switch done {
        case .at(let lsn):
            waiting.append(Waiting(operation: request.operation, since: since, needs: lsn))
        case .withheld(let lsn):
            outcome.withheldCount += 1
            waiting.append(Waiting(operation: request.operation, since: since, needs: lsn))
        case .missing: outcome.recordError("no such tenant or client")
        case .refused(let failure):
            progress.failed.wrappingAdd(1, ordering: .relaxed)
            outcome.recordError("\(failure.code) \(failure.message)")
        }
    }

    private mutating func add(_ venue: Int) throws(LoadError) -> Done {
        do throws(Refusal) {
            try Self.read(workload, into: &given)
        } catch {
            return .refused(.refused(error))
        }
        let bytes = workload.text.bytes
        let fields = given
        let addsAnyway = plan.mix.addsAnyway
        return try plan.dataset.withTenant(venue) { (name) throws(LoadError) in
            host.engine.shard(ofTenant: name).held { shard in
                guard let cell = shard.cell(name) else { return .missing }
                do throws(CommandFailure) {
                    let result = try shard.addClient(
                        cell,
                        fields,
                        in: bytes,
                        anyway: addsAnyway,
                        wavedAside: [],
                        WriteOptions()
                    )
                    if case .duplicates = result { return .withheld(cell.lastLSN) }
                    return .at(cell.lastLSN)
                } catch {
                    return .refused(error)
                }
            }
        }
    }

    /// Takes the drawn person's fields and values.
    private static func read(
        _ workload: borrowing Workload,
        into given: inout GivenFields
    ) throws(Refusal) {
        given.removeAll()
        let bytes = workload.text.bytes
        let words = workload.words
        for word in stride(from: 0, to: words.count - 1, by: 2) {
            try given.add(name: bytes.extracting(words[word]), value: words[word + 1])
        }
    }

    private func get(_ venue: Int, _ number: Int) throws(LoadError) -> Done {
        try plan.dataset.withTenant(venue) { (name) throws(LoadError) in
            host.engine.shard(ofTenant: name).held { shard in
                guard let cell = shard.cell(name) else { return .missing }
                let clients = cell.tenant.clients
                guard let record = clients.record(UInt32(truncatingIfNeeded: number)),
                    record.byteCount > 0
                else { return .missing }
                return .at(cell.lastLSN)
            }
        }
    }

    private func search(_ venue: Int, _ prefix: Range<Int>) throws(LoadError) -> Done {
        let text = workload.text.bytes.extracting(prefix)
        return try plan.dataset.withTenant(venue) { (name) throws(LoadError) in
            host.engine.shard(ofTenant: name).held { shard in
                guard let cell = shard.cell(name) else { return .missing }
                let result = cell.index.search(
                    text,
                    SearchOptions(),
                    in: cell.tenant.clients,
                    scratch: &shard.scratch
                )
                return result.hits.isEmpty ? .missing : .at(cell.lastLSN)
            }
        }
    }

    private func duplicates(_ venue: Int, _ number: Int) throws(LoadError) -> Done {
        let id = ClientID(UInt32(clamping: number))
        return try plan.dataset.withTenant(venue) { (name) throws(LoadError) in
            host.engine.shard(ofTenant: name).held { shard in
                guard let cell = shard.cell(name) else { return .missing }
                do throws(CommandFailure) {
                    let request = DuplicatesRequest()
                    return .at(try shard.duplicates(of: id, cell, request, after: nil).lsn)
                } catch {
                    return .refused(error)
                }
            }
        }
    }

    private mutating func set(
        _ venue: Int,
        _ number: Int,
        _ company: Range<Int>
    ) throws(LoadError) -> Done {
        given.removeAll()
        do throws(Refusal) {
            try given.add(.company, value: company)
        } catch {
            return .refused(.refused(error))
        }
        let fields = given
        let bytes = workload.text.bytes
        return try plan.dataset.withTenant(venue) { (name) throws(LoadError) in
            host.engine.shard(ofTenant: name).held { shard in
                guard let cell = shard.cell(name) else { return .missing }
                let id = ClientID(UInt32(truncatingIfNeeded: number))
                do throws(CommandFailure) {
                    _ = try shard.changeClient(cell, id, fields, in: bytes, WriteOptions())
                    return .at(cell.lastLSN)
                } catch {
                    return .refused(error)
                }
            }
        }
    }

    /// Takes note of everything at the head whose reply might leave now.
    private mutating func finish() {
        var completed = 0
        let now = MonotonicClock.now()
        while head < waiting.count, host.engine.log.mayLeave(waiting[head].needs, synced: false) {
            let request = waiting[head]
            if request.since >= measureStart, now <= deadline {
                outcome.record(request.operation, latency: now - request.since)
            }
            head += 1
            completed += 1
        }
        if head == waiting.count || head >= 8192 {
            waiting.removeFirst(head)
            head = 0
        }
        if completed > 0 { progress.completed.wrappingAdd(completed, ordering: .relaxed) }
    }

    private mutating func waitForLog() {
        _ = host.logAdvanced.wait(timeout: .now() + .milliseconds(2))
        finish()
    }
}
