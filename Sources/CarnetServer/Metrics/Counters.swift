import CarnetWire
import Synchronization

/// What the server counts for INFO, since it started.
final class Counters: Sendable {
    let connections = Atomic<Int>(0)
    let connectionsReceived = Atomic<UInt64>(0)
    let connectionsRejected = Atomic<UInt64>(0)
    /// Connections that wait for pairs to arise.
    let blocked = Atomic<Int>(0)
    private let errorsByCode = ErrorCode.allCases.map { _ in Count() }
    let lastConnectionID = Atomic<UInt64>(0)

    /// One number, which many threads count up.
    private final class Count: Sendable {
        let value = Atomic<UInt64>(0)
    }

    /// One more error reply.
    func countError(_ code: ErrorCode) {
        let index = Int(code.rawValue)
        guard errorsByCode.indices.contains(index) else { return }
        errorsByCode[index].value.wrappingAdd(1, ordering: .relaxed)
    }

    /// How many error replies of a kind there were.
    func errorCount(_ code: ErrorCode) -> UInt64 {
        let index = Int(code.rawValue)
        guard errorsByCode.indices.contains(index) else { return 0 }
        return errorsByCode[index].value.load(ordering: .relaxed)
    }

    /// How many error replies there were in all.
    var errorCount: UInt64 { ErrorCode.allCases.reduce(0) { $0 &+ errorCount($1) } }

    func nextConnectionID() -> UInt64 {
        lastConnectionID.wrappingAdd(1, ordering: .relaxed).newValue
    }
}
