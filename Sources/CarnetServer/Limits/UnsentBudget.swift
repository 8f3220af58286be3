import CarnetEngine
import Synchronization

/// What all connections together hold of unsent replies.
final class UnsentBudget: Sendable {
    private let limits: ServerLimits
    private let byteCount = Atomic<Int>(0)

    init(_ limits: ServerLimits) { self.limits = limits }

    var total: Int { byteCount.load(ordering: .relaxed) }

    /// Takes note of a change; true when the whole is past the limit afterwards.
    func change(by difference: Int) -> Bool {
        let sum = byteCount.wrappingAdd(difference, ordering: .relaxed).newValue
        return sum > limits.unsentByteCountMaxInAll.value
    }
}
