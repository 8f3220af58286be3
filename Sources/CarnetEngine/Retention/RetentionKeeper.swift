import CarnetBytes
import CarnetModel
import Dispatch
import Glibc
import NIOConcurrencyHelpers

/// Anonymizes whoever has been away for longer than their venue keeps people (`retention_months`).
///
/// Looks through all such venues at the start, when a day begins by UTC, and when the setting changes; in slices,
/// with a rest as long as each. What is due is decided by the clock, once; the events name
/// the clients, so that a replay needs no clock.
///
/// `@unchecked Sendable`: `lock` orders every access to what changes.
final class RetentionKeeper: @unchecked Sendable {
    /// How often it should look, in milliseconds.
    static let interval = 1_000
    /// How long it waits where the log took nothing.
    private static let retryMicroseconds: UInt64 = 60_000_000
    private static let dayMicroseconds: UInt64 = 86_400_000_000

    private let shards: [Shard]
    private let signal: RetentionSignal
    private let clock: @Sendable () -> UInt64
    private let lock = NIOLock()
    private let pass = NIOLock()
    private var isStopped = false
    private var lastDay: UInt64?
    private var retryAt: UInt64?

    init(_ shards: [Shard], _ signal: RetentionSignal, clock: @escaping @Sendable () -> UInt64) {
        self.shards = shards
        self.signal = signal
        self.clock = clock
    }

    func stop() { lock.withLock { isStopped = true } }

    private var mayGoOn: Bool { lock.withLock { !isStopped } }

    /// Looks through all venues if there is a reason to. Blocks until that is done.
    func look() {
        let now = clock()
        let isChanged = signal.take()
        let isDue = lock.withLock {
            let day = now / Self.dayMicroseconds
            let isRetry = retryAt.map { now >= $0 } ?? false
            guard !isStopped, isChanged || isRetry || lastDay != day else { return false }
            lastDay = day
            retryAt = nil
            return true
        }
        guard isDue else { return }
        pass.withLock {
            for shard in shards {
                for name in shard.inBackground(.retention, { $0.namesWithRetention() }) {
                    guard retain(name, on: shard) else {
                        return lock.withLock { retryAt = clock() &+ Self.retryMicroseconds }
                    }
                }
            }
        }
    }

    /// False where the log takes nothing now, or the engine ends.
    private func retain(_ name: [UInt8], on shard: Shard) -> Bool {
        var number: UInt32 = 1
        while number > 0 {
            guard mayGoOn else { return false }
            let from = number
            let began = DispatchTime.now().uptimeNanoseconds
            guard let next = shard.inBackground(.retention, { $0.retain(name, from: from) }) else {
                return false
            }
            number = next
            let took = (DispatchTime.now().uptimeNanoseconds &- began) / 1_000
            if number > 0 { usleep(UInt32(clamping: min(took, 2_000))) }
        }
        return true
    }
}

extension Engine {
    /// Anonymizes whoever is due by now, where a day has begun or a setting has changed since that was last
    /// looked for. The engine does so by itself each second; blocks until it is done.
    public func retain() { retention.look() }
}
