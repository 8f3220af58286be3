import Synchronization

/// What the server counts for INFO, since it started.
final class Counters: Sendable {
    let connections = Atomic<Int>(0)
    let connectionsReceived = Atomic<UInt64>(0)
    let connectionsRejected = Atomic<UInt64>(0)
    let errors = Atomic<UInt64>(0)
    let lastConnectionID = Atomic<UInt64>(0)

    func nextConnectionID() -> UInt64 {
        lastConnectionID.wrappingAdd(1, ordering: .relaxed).newValue
    }
}
