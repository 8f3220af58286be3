import ArgumentParser
import CarnetServer
import CarnetWire

/// The flags of `carnet serve` that bound what callers may ask for.
struct LimitFlags: ParsableArguments {
    private static let standard = ServerOptions()

    @Option(help: "Connections at a time.")
    var maxConnections = LimitFlags.standard.connectionCountMax

    @Option(help: "Connections that ask about one tenant alone, and about the same; 0: no limit.")
    var maxTenantConnections = LimitFlags.standard.tenantConnectionCountMax

    @Option(help: "Connections from one address other than this machine's own; 0: no limit.")
    var maxAddressConnections = LimitFlags.standard.addressConnectionCountMax

    @Option(help: "Seconds from the first byte of a command to its last; 0: no limit.")
    var maxCommandSeconds = LimitFlags.standard.commandSecondsMax

    @Option(help: "What was read of one connection and not begun, past which no more is read.")
    var maxUnbegunBytes = ByteAmount(LimitFlags.standard.unbegunByteCountMax)

    @Option(help: "Unsent replies of one connection.")
    var maxUnsentBytes = ByteAmount(LimitFlags.standard.unsentByteCountMax)

    @Option(help: "Unsent replies of all connections together.")
    var maxUnsentBytesInAll = ByteAmount(LimitFlags.standard.unsentByteCountMaxInAll)

    @Option(help: "An inline line.")
    var maxLineBytes = ByteAmount(LimitFlags.standard.limits.lineByteCountMax)

    @Option(help: "One argument.")
    var maxArgumentBytes = ByteAmount(LimitFlags.standard.limits.argumentByteCountMax)

    @Option(help: "Arguments of one command.")
    var maxArguments = LimitFlags.standard.limits.argumentCountMax

    @Option(help: "One command with all its arguments.")
    var maxCommandBytes = ByteAmount(LimitFlags.standard.limits.commandByteCountMax)

    func validate() throws {
        try check(maxConnections, in: 1...1_000_000, "--max-connections")
        try check(maxTenantConnections, in: 0...1_000_000, "--max-tenant-connections")
        try check(maxAddressConnections, in: 0...1_000_000, "--max-address-connections")
        try check(maxCommandSeconds, in: 0...86_400, "--max-command-seconds")
        try check(maxUnbegunBytes.byteCount, in: 65_536...(1 << 30), "--max-unbegun-bytes")
        try check(maxUnsentBytes.byteCount, in: 65_536...(16 << 30), "--max-unsent-bytes")
        try check(
            maxUnsentBytesInAll.byteCount,
            in: 65_536...(256 << 30),
            "--max-unsent-bytes-in-all"
        )
        try check(maxLineBytes.byteCount, in: 1_024...(8 << 20), "--max-line-bytes")
        try check(maxArgumentBytes.byteCount, in: 1_024...(8 << 20), "--max-argument-bytes")
        try check(maxArguments, in: 16...65_536, "--max-arguments")
        try check(maxCommandBytes.byteCount, in: 4_096...(64 << 20), "--max-command-bytes")
    }

    var options: ServerOptions {
        var options = ServerOptions()
        options.connectionCountMax = maxConnections
        options.tenantConnectionCountMax = maxTenantConnections
        options.addressConnectionCountMax = maxAddressConnections
        options.commandSecondsMax = maxCommandSeconds
        options.unbegunByteCountMax = maxUnbegunBytes.byteCount
        options.unsentByteCountMax = maxUnsentBytes.byteCount
        options.unsentByteCountMaxInAll = maxUnsentBytesInAll.byteCount
        options.limits.lineByteCountMax = maxLineBytes.byteCount
        options.limits.argumentByteCountMax = maxArgumentBytes.byteCount
        options.limits.argumentCountMax = maxArguments
        options.limits.commandByteCountMax = maxCommandBytes.byteCount
        return options
    }
}
