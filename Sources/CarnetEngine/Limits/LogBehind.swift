/// How much log stands behind the last snapshot: what a restart would have to replay.
public struct LogBehind: Hashable, Sendable {
    public enum State: UInt8, Hashable, Comparable, Sendable {
        /// A restart is quick.
        case near
        /// A snapshot is forced.
        case far
        /// Writes are refused until there is one.
        case tooFar

        public static func < (a: State, b: State) -> Bool { a.rawValue < b.rawValue }
    }

    /// How far past the limit writes are refused.
    static let refusalFactor: UInt64 = 4
    /// Records that a replay applies in a second, where none has been measured: slower than what a
    /// machine of two cores does.
    static let recordsPerSecondToBeginWith: UInt64 = 300_000
    /// A replay of fewer records says nothing about speed.
    private static let recordCountThatTells: UInt64 = 100_000

    public var byteCount: UInt64
    public var recordCount: UInt64
    public private(set) var recordsPerSecond = recordsPerSecondToBeginWith

    /// Takes the speed of a replay for that of the next one.
    mutating func learn(records: UInt64, seconds: Double) {
        guard records >= Self.recordCountThatTells, seconds > 0 else { return }
        recordsPerSecond = max(1_000, UInt64(Double(records) / seconds))
    }

    init(byteCount: UInt64, recordCount: UInt64) {
        self.byteCount = byteCount
        self.recordCount = recordCount
    }

    /// Seconds that the replay would take.
    public var seconds: UInt64 { recordCount / recordsPerSecond }

    /// How that stands against the limits; 0 is none.
    public func state(byteCountMax: Int, secondsMax: Int) -> State {
        max(
            Self.state(byteCount, UInt64(clamping: byteCountMax)),
            Self.state(seconds, UInt64(clamping: secondsMax))
        )
    }

    private static func state(_ amount: UInt64, _ limit: UInt64) -> State {
        guard limit > 0, amount >= limit else { return .near }
        return amount / refusalFactor >= limit ? .tooFar : .far
    }
}
