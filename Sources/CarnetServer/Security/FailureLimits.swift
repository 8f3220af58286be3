import NIOConcurrencyHelpers

/// How often each address failed to say who it is: past five a second the answers come late
/// (RELIABILITY 2, rule 17). From the machine itself there is no limit.
///
/// `@unchecked Sendable`: `lock` orders every access.
final class FailureLimits: @unchecked Sendable {
    /// Failures a second that are answered at once.
    static let perSecond = 5
    /// Each one more waits so much longer …
    static let stepMilliseconds = 200
    /// … up to this.
    static let delayMillisecondsMax = 5_000
    /// So many addresses are known; past that those are forgotten that have failed least lately.
    static let addressCountMax = 10_000

    private let lock = NIOLock()
    /// When all failures of an address that count would have been spaced out, microseconds.
    private var paidUp: [String: UInt64] = [:]

    /// Milliseconds that the answer to a failure of that address waits; notes the failure.
    func delay(for host: String, at microseconds: UInt64) -> Int {
        lock.withLock {
            let space = 1_000_000 / UInt64(Self.perSecond)
            let start = max(paidUp[host] ?? 0, microseconds)
            if paidUp[host] == nil, paidUp.count >= Self.addressCountMax { forget(microseconds) }
            paidUp[host] = start &+ space
            // What stands ahead of now, beyond the five of one second.
            let ahead = Int((start &- microseconds) / space)
            guard ahead >= Self.perSecond else { return 0 }
            return min(
                Self.delayMillisecondsMax,
                (ahead - Self.perSecond + 1) * Self.stepMilliseconds
            )
        }
    }

    func delay(for connection: Connection, at microseconds: UInt64) -> Int {
        connection.isLocal ? 0 : delay(for: connection.host, at: microseconds)
    }

    private func forget(_ microseconds: UInt64) {
        paidUp = paidUp.filter { $0.value > microseconds }
        if paidUp.count >= Self.addressCountMax { paidUp = [:] }
    }
}
