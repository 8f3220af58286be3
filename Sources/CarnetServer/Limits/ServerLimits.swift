import CarnetEngine

/// The limits of connections (RELIABILITY 6). They can change while the server runs; a limit of 0
/// is none where its declaration says so.
final class ServerLimits: Sendable {
    /// Connections at a time. One more from this machine is let in, for `admin` alone.
    let connectionCountMax: LimitValue
    /// Connections that name one and the same tenant in all they ask; 0 for no limit.
    let tenantConnectionCountMax: LimitValue
    /// Connections from one address other than this machine's own; 0 for no limit.
    let addressConnectionCountMax: LimitValue
    /// Unsent replies of one connection, in bytes.
    let unsentByteCountMax: LimitValue
    /// Unsent replies of all connections together, in bytes.
    let unsentByteCountMaxInAll: LimitValue
    /// Bytes read but not yet begun, past which a connection is not read on.
    let unbegunByteCountMax: LimitValue
    /// Seconds from the first byte of a command to its last; 0 for no limit.
    let commandSecondsMax: LimitValue

    init(_ options: ServerOptions) {
        connectionCountMax = LimitValue(options.connectionCountMax)
        tenantConnectionCountMax = LimitValue(options.tenantConnectionCountMax)
        addressConnectionCountMax = LimitValue(options.addressConnectionCountMax)
        unsentByteCountMax = LimitValue(options.unsentByteCountMax)
        unsentByteCountMaxInAll = LimitValue(options.unsentByteCountMaxInAll)
        unbegunByteCountMax = LimitValue(options.unbegunByteCountMax)
        commandSecondsMax = LimitValue(options.commandSecondsMax)
    }
}
