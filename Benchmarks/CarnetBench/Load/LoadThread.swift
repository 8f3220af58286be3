import CarnetBytes
import Synchronization

/// How a run is made.
struct LoadSettings: Sendable {
    var host = "127.0.0.1"
    var port = 7420
    /// The name and secret of a token; nil sends no AUTH.
    var token: (name: String, secret: String)?
    var connections = 50
    /// Closed loop: requests that a connection sends at once; the next come when all are answered.
    var pipeline = 1
    var threads = 1
    /// Open loop: requests a second, whatever the replies do. Nil is a closed loop.
    var rate: Double?
    /// Ends the run; nil runs until `requests` or the data set is done.
    var seconds: Double?
    var requests: Int?
    /// Runs this long before anything is recorded.
    var warmupSeconds = 0.0
}

/// What a running run shows.
final class LoadProgress: Sendable {
    let completed = Atomic<Int>(0)
    let failed = Atomic<Int>(0)
    /// Set from outside to end the run early.
    let isStopped = Atomic<Bool>(false)
}

/// One thread of the generator with its share of the connections: a poll loop that encodes,
/// sends, counts replies and records latencies.
struct LoadThread: ~Copyable {
    /// How long replies are waited for after the last request.
    private static let drainNanoseconds: UInt64 = 20_000_000_000

    private let settings: LoadSettings
    private let dialect: Dialect
    private let progress: LoadProgress
    private var poller: Poller
    private let connections: [LoadConnection]
    private var workload: Workload
    private var outcome = Outcome()
    private var isExhausted = false
    private var pendingCount = 0
    private var requestsLeft: Int
    private var measureStart: UInt64 = 0
    private var deadline = UInt64.max

    init(
        _ settings: LoadSettings,
        plan: WorkloadPlan,
        thread: Int,
        progress: LoadProgress
    ) throws(LoadError) {
        let share = { (total: Int) in
            total / settings.threads + (thread < total % settings.threads ? 1 : 0)
        }
        var poller = try Poller()
        var connections: [LoadConnection] = []
        for index in 0..<max(1, share(settings.connections)) {
            let connection = try LoadConnection(
                index: index,
                host: settings.host,
                port: settings.port
            )
            if let token = settings.token {
                try connection.authenticate(name: token.name, secret: token.secret)
            }
            poller.add(connection.socket.descriptor)
            connections.append(connection)
        }
        self.settings = settings
        dialect = plan.dialect
        self.progress = progress
        self.poller = poller
        self.connections = connections
        workload = Workload(plan, thread: thread, of: settings.threads)
        requestsLeft = settings.requests.map(share) ?? Int.max
    }

    /// Runs to the end and answers what was seen.
    consuming func run() throws(LoadError) -> Outcome {
        let start = MonotonicClock.now()
        measureStart = start + UInt64(settings.warmupSeconds * 1e9)
        if let seconds = settings.seconds { deadline = measureStart + UInt64(seconds * 1e9) }
        outcome.start = measureStart
        if let rate = settings.rate {
            try runOpen(interval: 1e9 * Double(settings.threads) / rate, from: start)
        } else {
            try runClosed()
        }
        if outcome.end == 0 { outcome.end = MonotonicClock.now() }
        if deadline != UInt64.max { outcome.end = max(outcome.start, min(outcome.end, deadline)) }
        outcome.unansweredCount = pendingCount
        for connection in connections {
            outcome.bytesIn += connection.bytesIn
            outcome.bytesOut += connection.bytesOut
        }
        return outcome
    }

    // Closed loop: a connection sends `pipeline` requests and the next when all are answered.
    private mutating func runClosed() throws(LoadError) {
        for connection in connections { try refill(connection) }
        var ready: [Poller.Ready] = []
        while pendingCount > 0 {
            poller.wait(until: waitLimit(), into: &ready)
            if isGivenUp() { return }
            for event in ready {
                let connection = connections[event.index]
                if event.isWritable { try connection.flush(&poller) }
                if event.isReadable {
                    try takeReplies(connection)
                    if connection.pendingCount == 0 { try refill(connection) }
                }
            }
        }
    }

    private mutating func refill(_ connection: LoadConnection) throws(LoadError) {
        let now = MonotonicClock.now()
        if now >= deadline || progress.isStopped.load(ordering: .relaxed) { isExhausted = true }
        guard !isExhausted else { return }
        for _ in 0..<settings.pipeline {
            guard send(on: connection, since: now) else { break }
        }
        try connection.flush(&poller)
    }

    // Open loop: request k is due at start + k × interval and goes to the connections in turn,
    // whatever they still wait for. Latency counts from when it was due.
    private mutating func runOpen(interval: Double, from start: UInt64) throws(LoadError) {
        var number = 0
        var due = start
        var ready: [Poller.Ready] = []
        while !isExhausted || pendingCount > 0 {
            let now = MonotonicClock.now()
            if now >= deadline || progress.isStopped.load(ordering: .relaxed) { isExhausted = true }
            let first = number
            // A generator that has fallen behind still reads replies between its bursts.
            while !isExhausted, due <= now, number - first < 1024 {
                guard send(on: connections[number % connections.count], since: due) else { break }
                number += 1
                due = start + UInt64(Double(number) * interval)
            }
            for offset in 0..<min(number - first, connections.count) {
                try connections[(first + offset) % connections.count].flush(&poller)
            }
            if isGivenUp() { return }
            poller.wait(until: isExhausted ? waitLimit() : due, into: &ready)
            for event in ready {
                if event.isWritable { try connections[event.index].flush(&poller) }
                if event.isReadable { try takeReplies(connections[event.index]) }
            }
        }
    }

    private mutating func send(on connection: LoadConnection, since: UInt64) -> Bool {
        guard requestsLeft > 0, let request = workload.append(to: &connection.out) else {
            isExhausted = true
            return false
        }
        requestsLeft -= 1
        connection.expect(request.operation, booking: request.booking, since: since)
        pendingCount += 1
        return true
    }

    private mutating func takeReplies(_ connection: LoadConnection) throws(LoadError) {
        guard try connection.receive() else { return }
        let now = MonotonicClock.now()
        var completed = 0
        while let reply = try connection.nextReply() {
            completed += 1
            if reply.isError {
                progress.failed.wrappingAdd(1, ordering: .relaxed)
                outcome.recordError(connection.inputText(from: reply.bytes.lowerBound, upTo: 160))
                continue
            }
            let operation = reply.pending.operation
            let since = reply.pending.since
            if since >= measureStart, now <= deadline {
                outcome.record(operation, latency: now > since ? now - since : 0)
            }
            if let booking = reply.pending.booking {
                workload.pool.settle(operation, booking, connection.firstInteger(reply.bytes))
            }
            switch dialect {
            case .carnet where operation == .add && !connection.saysCreated(reply.bytes):
                outcome.withheldCount += 1
            case .redis where operation == .get && reply.bytes.count <= 4:
                outcome.emptyCount += 1
            case .carnet, .redis: break
            }
        }
        pendingCount -= completed
        outcome.end = now
        progress.completed.wrappingAdd(completed, ordering: .relaxed)
    }

    private func waitLimit() -> UInt64 {
        MonotonicClock.now() + 500_000_000
    }

    /// Whether the replies that are missing after the end have been waited for long enough.
    private func isGivenUp() -> Bool {
        guard deadline < UInt64.max - Self.drainNanoseconds else { return false }
        return MonotonicClock.now() > deadline + Self.drainNanoseconds
    }
}
