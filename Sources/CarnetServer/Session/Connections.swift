import CarnetEngine

import struct NIOConcurrencyHelpers.NIOLock

/// All open connections, and who may open one more.
///
/// `@unchecked Sendable`: `lock` orders every access to what changes.
final class Connections: @unchecked Sendable {
    /// Why a connection is turned away.
    enum Refused: Error {
        case all(max: Int)
        case address(max: Int)
        case tenant(max: Int)

        /// What was wrong and what would be right.
        var message: String {
            switch self {
            case .all(let max):
                "max number of clients reached: \(max) connections are open; close some or raise max-connections"
            case .address(let max):
                "\(max) connections from this address are open; close some or raise max-address-connections"
            case .tenant(let max):
                "\(max) connections ask about this tenant alone; close some or raise max-tenant-connections"
            }
        }
    }

    private let limits: ServerLimits
    private let lock = NIOLock()
    private var byID: [UInt64: Connection] = [:]
    private var countByHost: [String: Int] = [:]
    private var countByTenant: [[UInt8]: Int] = [:]
    /// The connection in the place that is kept for `admin`.
    private var reserved: UInt64?

    init(_ limits: ServerLimits) { self.limits = limits }

    var count: Int { lock.withLock { byID.count } }
    var all: [Connection] { lock.withLock { byID.values.sorted { $0.id < $1.id } } }

    /// Takes a connection in unless there are too many. From this machine one more than may be is
    /// taken, in the place that is kept for `admin`.
    func add(_ connection: Connection) throws(Refused) {
        lock.lock()
        defer { lock.unlock() }
        if !connection.isLocal {
            let max = limits.addressConnectionCountMax.value
            guard max == 0 || countByHost[connection.host, default: 0] < max else {
                throw .address(max: max)
            }
        }
        let max = limits.connectionCountMax.value
        if byID.count - (reserved == nil ? 0 : 1) >= max {
            guard connection.isLocal, reserved == nil else { throw .all(max: max) }
            reserved = connection.id
            connection.isReserved = true
        }
        if !connection.isLocal { countByHost[connection.host, default: 0] += 1 }
        byID[connection.id] = connection
    }

    func remove(_ connection: Connection) {
        lock.withLock {
            guard byID.removeValue(forKey: connection.id) != nil else { return }
            if reserved == connection.id { reserved = nil }
            if !connection.isLocal { Self.leave(connection.host, &countByHost) }
        }
    }

    /// A connection asks about this tenant, and so far about no other.
    func enter(_ tenant: [UInt8]) throws(Refused) {
        lock.lock()
        defer { lock.unlock() }
        let max = limits.tenantConnectionCountMax.value
        let count = countByTenant[tenant, default: 0]
        guard max == 0 || count < max else { throw .tenant(max: max) }
        countByTenant[tenant] = count + 1
    }

    /// It has ended, or has asked about another one too.
    func leave(_ tenant: [UInt8]) { lock.withLock { Self.leave(tenant, &countByTenant) } }

    /// The connection that holds most unsent replies. O(connections).
    var largest: Connection? {
        lock.withLock { byID.values.max { $0.unsentByteCount < $1.unsentByteCount } }
    }

    private static func leave<Key>(_ key: Key, _ counts: inout [Key: Int]) {
        guard let count = counts[key] else { return }
        counts[key] = count > 1 ? count - 1 : nil
    }
}
