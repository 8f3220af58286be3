import NIOPosix
import Synchronization

/// One run of the generator: its threads, a progress line while they work, and one outcome.
struct LoadRun: Sendable {
    let plan: WorkloadPlan
    let settings: LoadSettings
    /// Shown at the head of the progress line.
    let label: String
    /// How many replies there will be, where that is known.
    var expectedCount: Int?
    /// The process whose memory the progress line shows.
    var serverProcess: Int32?
    /// The engine that is called in this process; nil drives a server over sockets.
    var host: EngineHost?
    /// What is shown of it, and how it is ended early.
    var progress = LoadProgress()

    func run() async throws -> Outcome {
        let pool = NIOThreadPool(numberOfThreads: settings.threads)
        pool.start()
        defer { pool.shutdownGracefully { _ in } }
        let line = ProgressLine(self, progress)
        let shown = Task { await line.show() }
        defer { shown.cancel() }
        let outcome = try await withThrowingTaskGroup(of: Outcome.self) { group in
            for thread in 0..<settings.threads {
                group.addTask {
                    try await pool.runIfActive {
                        try drive(thread, progress)
                    }
                }
            }
            var total = Outcome()
            do {
                for try await part in group { total.add(part) }
            } catch {
                progress.isStopped.store(true, ordering: .relaxed)
                throw error
            }
            return total
        }
        shown.cancel()
        line.end()
        return outcome
    }

    private func drive(_ thread: Int, _ progress: LoadProgress) throws -> Outcome {
        guard let host else {
            return try LoadThread(settings, plan: plan, thread: thread, progress: progress).run()
        }
        return try EngineThread(host, settings, plan: plan, thread: thread, progress: progress)
            .run()
    }
}

/// One line on standard error that is written over while a run goes on.
private struct ProgressLine: Sendable {
    private let run: LoadRun
    private let progress: LoadProgress
    private let start = ContinuousClock.now

    init(_ run: LoadRun, _ progress: LoadProgress) {
        self.run = run
        self.progress = progress
    }

    func show() async {
        var last = 0
        var lastTime = start
        while !Task.isCancelled {
            try? await Task.sleep(for: Terminal.progressInterval)
            if Task.isCancelled { return }
            let now = ContinuousClock.now
            let done = progress.completed.load(ordering: .relaxed)
            let failed = progress.failed.load(ordering: .relaxed)
            let rate = Double(done - last) / ((now - lastTime) / .seconds(1))
            var line = "\(run.label)  \(Text.seconds((now - start) / .seconds(1)))"
            line += "  \(Text.count(done))"
            if let expected = run.expectedCount, expected > 0 {
                line += " of \(Text.count(expected)) (\(done * 100 / expected) %)"
            }
            line += "  \(Text.count(Int(rate)))/s  errors \(Text.count(failed))"
            if let process = run.serverProcess,
                let memory = ProcessMemory.residentByteCount(process)
            {
                line += "  server \(memory >> 20) MiB"
            }
            Terminal.progress(line)
            last = done
            lastTime = now
        }
    }

    func end() { Terminal.progress("") }
}
