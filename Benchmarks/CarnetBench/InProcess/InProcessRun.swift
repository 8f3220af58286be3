import CarnetEngine
import CarnetModel
import Glibc

/// A run of `--in-process`: an engine of this process on a folder of its own, loaded and measured.
struct InProcessRun {
    let plan: WorkloadPlan
    let settings: LoadSettings
    let folder: String
    let durability: Durability

    func figures() async throws -> Figures {
        let host = try EngineHost(folder: folder + "/data", durability: durability)
        do {
            let figures = try await measure(host)
            try host.engine.close()
            return figures
        } catch {
            try? host.engine.close()
            throw error
        }
    }

    private func measure(_ host: EngineHost) async throws -> Figures {
        if plan.mix != .ping { try host.createTenants(plan.dataset) }
        if plan.mix != .ping, plan.mix != .ingest {
            var loading = settings
            loading.rate = nil
            loading.seconds = nil
            loading.requests = nil
            loading.warmupSeconds = 0
            loading.connections = 8
            loading.pipeline = 256
            var whole = plan
            whole.mix = .ingest
            let figures = try await drive(host, whole, loading)
            Terminal.remark(figures.text)
        }
        return try await drive(host, plan, settings)
    }

    private func drive(
        _ host: EngineHost,
        _ plan: WorkloadPlan,
        _ settings: LoadSettings
    ) async throws -> Figures {
        let process = getpid()
        let before = ProcessMemory.residentByteCount(process)
        var run = LoadRun(plan: plan, settings: settings, label: plan.mix.rawValue)
        run.expectedCount = plan.mix == .ingest ? plan.dataset.clientCount : settings.requests
        run.serverProcess = process
        run.host = host
        let outcome = try await run.run()
        var figures = Figures(
            outcome,
            target: "engine in process, durability \(durability.rawValue)",
            mix: plan.mix,
            settings: settings
        )
        figures.serverBytesBefore = before
        figures.serverBytesAfter = ProcessMemory.residentByteCount(process)
        return figures
    }
}
