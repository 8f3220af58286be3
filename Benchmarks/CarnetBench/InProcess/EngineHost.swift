import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetStorage
import Dispatch
import Glibc

/// An engine without a server around it, on a folder of this run.
final class EngineHost: Sendable {
    let engine: Engine
    /// Tells waiting threads that the log has come further.
    let logAdvanced = DispatchSemaphore(value: 0)

    init(folder: String, durability: Durability) throws {
        let disk = try PosixDisk(root: folder)
        var options = EngineOptions()
        options.durability = durability
        options.snapshotEveryByteCount = 0
        options.snapshotEverySeconds = 0
        var random = SystemRandomNumberGenerator()
        engine = try Engine.open(
            disk,
            options,
            clock: { Self.microseconds() },
            random: &random,
            tell: { notice in
                Terminal.remark(notice.message)
                if case .logFailed = notice { exit(74) }
            }
        )
        let semaphore = logAdvanced
        engine.whenLogAdvances { semaphore.signal() }
    }

    /// Makes every venue's tenant and waits until the last is durable.
    func createTenants(_ dataset: Dataset) throws {
        var last = LSN.zero
        for (index, venue) in dataset.venues.enumerated() {
            let settings = [
                ("name", venue.title), ("zone", venue.zone), ("country", venue.country),
                ("language", venue.language), ("preset", venue.preset),
            ].map { GivenSetting(word: $0.0, value: $0.1) }
            last = try dataset.withTenant(index) { (name) throws(LoadError) in
                let made = engine.shard(ofTenant: name).held { shard in
                    Result { () throws(CommandFailure) in
                        try shard.createTenant(name, settings, WriteOptions()).lsn ?? .zero
                    }
                }
                switch made {
                case .success(let lsn): return lsn
                case .failure(let failure): throw .setup(failure.message)
                }
            }
        }
        while !engine.log.mayLeave(last, synced: false) {
            _ = logAdvanced.wait(timeout: .now() + .milliseconds(10))
        }
    }

    private static func microseconds() -> UInt64 {
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        return UInt64(now.tv_sec) &* 1_000_000 &+ UInt64(now.tv_nsec) / 1_000
    }
}

extension Shard {
    /// Runs `body` on this thread, giving way while another holds the shard.
    nonisolated func held<R: Sendable>(_ body: (isolated Shard) -> R) -> R {
        while true {
            if let result = now(body) { return result }
            sched_yield()
        }
    }
}
