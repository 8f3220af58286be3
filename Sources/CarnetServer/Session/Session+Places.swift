import CarnetBytes
import CarnetEngine
import CarnetWire
import NIOCore

/// What a connection has asked about so far.
enum TenantScope {
    /// No tenant yet.
    case none
    /// This one alone.
    case one([UInt8])
    /// Several: it is a platform's, and counts for none.
    case many
}

extension Session {
    static let reservedPlace =
        "all connections are in use but the one kept for administration; close some or raise max-connections"

    /// Whether a command may run in the place that is kept for `admin`: those of the connection
    /// itself, those for `admin` alone, and those that `monitor` may use. Whoever asks for anything else loses the place.
    func mayUseReservedPlace() -> Bool {
        let declaration = work.parsed.declaration
        guard let least = declaration.leastRole else { return true }
        guard least == .admin || declaration.roles.allows(.monitor) else {
            fail(.overload, Self.reservedPlace)
            endAfterReplies()
            return false
        }
        lastAdminSecond = gate.seconds
        return true
    }

    /// Counts the connection for the tenant that it asks about, as long as it asks about one only;
    /// false where that tenant has too many, which it is told.
    func mayAskAboutTenant() -> Bool {
        let bytes = work.bytes
        guard let tenant = work.parsed.argument(0, in: bytes.readableBytesSpan) else { return true }
        switch work.scope {
        case .many: return true
        case .one(let known):
            if unsafe !known.span.bytes.isEqual(to: tenant) {
                leaveTenant()
                work.scope = .many
            }
            return true
        case .none:
            guard node.limits.tenantConnectionCountMax.value > 0 else { return true }
            let name = tenant.array()
            do throws(Connections.Refused) {
                try node.connections.enter(name)
                work.scope = .one(name)
                return true
            } catch {
                fail(.overload, error.message)
                endAfterReplies()
                return false
            }
        }
    }

    /// The connection counts for no tenant any more.
    func leaveTenant() {
        if case .one(let tenant) = work.scope { node.connections.leave(tenant) }
        work.scope = .none
    }
}
