import ArgumentParser
import CarnetEngine

/// The flags of `carnet serve` that say when writes are refused.
struct WriteFlags: ParsableArguments {
    private static let standard = EngineOptions()

    @Option(help: "Past so much waiting for the log, writes answer OVERLOAD.")
    var waitingBytes = ByteAmount(WriteFlags.standard.waitingByteCountMax)

    @Option(help: "The same, by the milliseconds that the disk would take over it; 0: no limit.")
    var waitingMilliseconds = WriteFlags.standard.waitingMillisecondsMax

    @Option(
        help: "Memory that the process may take; 0: what the machine and its control groups allow."
    )
    var memory = ByteAmount(WriteFlags.standard.memoryByteCountMax)

    @Option(help: "Past so many hundredths of the memory no snapshot starts by itself.")
    var memorySoftPercent = WriteFlags.standard.memorySoftPercent

    @Option(help: "Past so many hundredths of the memory writes answer OVERLOAD.")
    var memoryHardPercent = WriteFlags.standard.memoryHardPercent

    @Option(
        help:
            "Log behind the last snapshot that forces one; at four times that writes answer OVERLOAD. 0: no limit."
    )
    var logBehindBytes = ByteAmount(WriteFlags.standard.behindByteCountMax)

    @Option(help: "The same, by the seconds that a restart would take to replay it.")
    var logBehindSeconds = WriteFlags.standard.behindSecondsMax

    @Option(help: "Events a second of one tenant, past which its writes answer QUOTA; 0: no limit.")
    var maxTenantWritesPerSecond = WriteFlags.standard.tenantWritesPerSecondMax

    @Option(help: "Active and inactive clients of one tenant; 0: no limit.")
    var maxTenantClients = WriteFlags.standard.tenantClientCountMax

    @Option(help: "What one tenant's clients may take, indexes not counted; 0: no limit.")
    var maxTenantBytes = ByteAmount(WriteFlags.standard.tenantByteCountMax)

    func validate() throws {
        try check(waitingBytes.byteCount, in: (1 << 20)...(16 << 30), "--waiting-bytes")
        try check(waitingMilliseconds, in: 0...60_000, "--waiting-milliseconds")
        if memory.byteCount != 0 {
            try check(memory.byteCount, in: (1 << 20)...Int.max, "--memory")
        }
        try check(memorySoftPercent, in: 1...100, "--memory-soft-percent")
        try check(memoryHardPercent, in: 1...100, "--memory-hard-percent")
        try check(logBehindSeconds, in: 0...86_400, "--log-behind-seconds")
        try check(maxTenantWritesPerSecond, in: 0...1_000_000_000, "--max-tenant-writes-per-second")
        try check(maxTenantClients, in: 0...(1 << 30), "--max-tenant-clients")
        try check(maxTenantBytes.byteCount, in: 0...(4 << 30), "--max-tenant-bytes")
    }

    /// Enters them.
    func apply(to options: inout EngineOptions) {
        options.waitingByteCountMax = waitingBytes.byteCount
        options.waitingMillisecondsMax = waitingMilliseconds
        options.memoryByteCountMax = memory.byteCount
        options.memorySoftPercent = memorySoftPercent
        options.memoryHardPercent = memoryHardPercent
        options.behindByteCountMax = logBehindBytes.byteCount
        options.behindSecondsMax = logBehindSeconds
        options.tenantWritesPerSecondMax = maxTenantWritesPerSecond
        options.tenantClientCountMax = maxTenantClients
        options.tenantByteCountMax = maxTenantBytes.byteCount
    }
}
