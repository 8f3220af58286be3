/// The limits by which an engine refuses writes (RELIABILITY 6). They can change while it runs.
public final class EngineLimits: Sendable {
    /// Past so many bytes of records waiting for the log, writes answer OVERLOAD …
    public let waitingByteCountMax: LimitValue
    /// … and past so many milliseconds that they would have to wait; 0 for no such limit.
    public let waitingMillisecondsMax: LimitValue

    /// What the process may take of the machine's memory, in bytes.
    public let memoryByteCountMax: LimitValue
    /// Past so many hundredths of it no snapshot starts by itself …
    public let memorySoftPercent: LimitValue
    /// … and past so many writes answer OVERLOAD.
    public let memoryHardPercent: LimitValue

    /// Once so many bytes of log stand behind the last snapshot one is forced; at four times that
    /// writes answer OVERLOAD. 0 for no such limit.
    public let behindByteCountMax: LimitValue
    /// The same, by the seconds that their replay would take.
    public let behindSecondsMax: LimitValue

    /// Events a second that one tenant may append, and as many at once after a pause; 0 for no
    /// such limit, here and below. Past it the tenant's writes answer QUOTA.
    public let tenantWritesPerSecondMax: LimitValue
    /// Active and inactive clients of one tenant.
    public let tenantClientCountMax: LimitValue
    /// Bytes that one tenant's clients, bookings and links take, indexes not counted.
    public let tenantByteCountMax: LimitValue

    /// For how many days history is kept; 0 for none.
    public let historyDays: LimitValue

    public init(_ options: EngineOptions) {
        historyDays = LimitValue(options.historyDays)
        waitingByteCountMax = LimitValue(options.waitingByteCountMax)
        waitingMillisecondsMax = LimitValue(options.waitingMillisecondsMax)
        let memory = options.memoryByteCountMax
        memoryByteCountMax = LimitValue(memory > 0 ? memory : MachineMemory.byteCountMax())
        memorySoftPercent = LimitValue(options.memorySoftPercent)
        memoryHardPercent = LimitValue(options.memoryHardPercent)
        behindByteCountMax = LimitValue(options.behindByteCountMax)
        behindSecondsMax = LimitValue(options.behindSecondsMax)
        tenantWritesPerSecondMax = LimitValue(options.tenantWritesPerSecondMax)
        tenantClientCountMax = LimitValue(options.tenantClientCountMax)
        tenantByteCountMax = LimitValue(options.tenantByteCountMax)
    }

    /// The bytes at which memory is short, and those at which it is used up. A limit of 0, where
    /// the machine does not say what it has, is none.
    var memoryBounds: (soft: Int, hard: Int) {
        let all = memoryByteCountMax.value
        guard all > 0 else { return (.max, .max) }
        return (all / 100 * memorySoftPercent.value, all / 100 * memoryHardPercent.value)
    }

    /// Whether any limit of single tenants is set, which spares the others their question.
    var limitsTenants: Bool {
        tenantWritesPerSecondMax.value | tenantClientCountMax.value | tenantByteCountMax.value != 0
    }
}
