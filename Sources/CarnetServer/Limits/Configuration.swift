import CarnetEngine
import CarnetStorage
import CarnetWire

/// What CONFIG shows and may change. Every limit is also a flag of `carnet serve`, by the same
/// name.
struct Configuration: Sendable {
    /// One name. Those without `set` are fixed while the server runs.
    struct Setting: Sendable {
        let name: String
        let value: @Sendable (Node) -> String
        /// The numbers that it takes.
        var range = 0...Int.max
        var set: (@Sendable (Node, Int) -> Void)?

        /// Shown alone.
        static func shown(
            _ name: String,
            _ value: @escaping @Sendable (Node) -> String
        ) -> Setting {
            Setting(name: name, value: value)
        }

        /// A number that CONFIG SET changes.
        static func limit(
            _ name: String,
            _ range: ClosedRange<Int>,
            get: @escaping @Sendable (Node) -> Int,
            set: @escaping @Sendable (Node, Int) -> Void
        ) -> Setting {
            Setting(name: name, value: { "\(get($0))" }, range: range, set: set)
        }
    }

    /// All of them, by name.
    static let settings = (fixed + ofConnections + ofWrites).sorted { $0.name < $1.name }

    static func setting(_ name: String) -> Setting? { settings.first { $0.name == name } }

    private static let fixed: [Setting] = [
        // redis-benchmark asks for these two and warns where they are missing.
        .shown("appendonly") { $0.engine.options.durability == .none ? "no" : "yes" },
        .shown("save") { _ in "" },
        .shown("durability") { $0.engine.options.durability.rawValue },
        .shown("loops") { "\($0.options.loopCount)" },
        .shown("shards") { "\($0.engine.shards.count)" },
        .shown("segment-bytes") { "\($0.engine.options.store.segmentByteCount)" },
        .shown("spare-segments") { "\($0.engine.options.store.spareCount)" },
        .shown("reserve-bytes") { "\($0.engine.options.store.reserveByteCount)" },
        .shown("snapshot-every-bytes") { "\($0.engine.options.snapshotEveryByteCount)" },
        .shown("snapshot-every-seconds") { "\($0.engine.options.snapshotEverySeconds)" },
        .shown("max-argument-bytes") { "\($0.options.limits.argumentByteCountMax)" },
        .shown("max-arguments") { "\($0.options.limits.argumentCountMax)" },
        .shown("max-command-bytes") { "\($0.options.limits.commandByteCountMax)" },
        .shown("max-line-bytes") { "\($0.options.limits.lineByteCountMax)" },
    ]

    private static let ofConnections: [Setting] = [
        .limit("max-connections", 1...1_000_000) {
            $0.limits.connectionCountMax.value
        } set: {
            $0.limits.connectionCountMax.value = $1
        },
        // Redis's name for the same.
        .limit("maxclients", 1...1_000_000) {
            $0.limits.connectionCountMax.value
        } set: {
            $0.limits.connectionCountMax.value = $1
        },
        .limit("max-tenant-connections", 0...1_000_000) {
            $0.limits.tenantConnectionCountMax.value
        } set: {
            $0.limits.tenantConnectionCountMax.value = $1
        },
        .limit("max-address-connections", 0...1_000_000) {
            $0.limits.addressConnectionCountMax.value
        } set: {
            $0.limits.addressConnectionCountMax.value = $1
        },
        .limit("max-unsent-bytes", 65_536...(16 << 30)) {
            $0.limits.unsentByteCountMax.value
        } set: {
            $0.limits.unsentByteCountMax.value = $1
        },
        .limit("max-unsent-bytes-in-all", 65_536...(256 << 30)) {
            $0.limits.unsentByteCountMaxInAll.value
        } set: {
            $0.limits.unsentByteCountMaxInAll.value = $1
        },
        .limit("max-unbegun-bytes", 65_536...(1 << 30)) {
            $0.limits.unbegunByteCountMax.value
        } set: {
            $0.limits.unbegunByteCountMax.value = $1
        },
        .limit("max-command-seconds", 0...86_400) {
            $0.limits.commandSecondsMax.value
        } set: {
            $0.limits.commandSecondsMax.value = $1
        },
    ]

    private static let ofWrites: [Setting] = [
        .limit("history-days", 0...36_500) {
            $0.engine.limits.historyDays.value
        } set: {
            $0.engine.limits.historyDays.value = $1
        },
        .limit("waiting-bytes", (1 << 20)...(16 << 30)) {
            $0.engine.limits.waitingByteCountMax.value
        } set: {
            $0.engine.limits.waitingByteCountMax.value = $1
        },
        .limit("waiting-milliseconds", 0...60_000) {
            $0.engine.limits.waitingMillisecondsMax.value
        } set: {
            $0.engine.limits.waitingMillisecondsMax.value = $1
        },
        .limit("memory", (1 << 20)...Int.max) {
            $0.engine.limits.memoryByteCountMax.value
        } set: {
            $0.engine.limits.memoryByteCountMax.value = $1
        },
        .limit("memory-soft-percent", 1...100) {
            $0.engine.limits.memorySoftPercent.value
        } set: {
            $0.engine.limits.memorySoftPercent.value = $1
        },
        .limit("memory-hard-percent", 1...100) {
            $0.engine.limits.memoryHardPercent.value
        } set: {
            $0.engine.limits.memoryHardPercent.value = $1
        },
        .limit("log-behind-bytes", 0...Int.max) {
            $0.engine.limits.behindByteCountMax.value
        } set: {
            $0.engine.limits.behindByteCountMax.value = $1
        },
        .limit("log-behind-seconds", 0...86_400) {
            $0.engine.limits.behindSecondsMax.value
        } set: {
            $0.engine.limits.behindSecondsMax.value = $1
        },
        .limit("max-tenant-writes-per-second", 0...1_000_000_000) {
            $0.engine.limits.tenantWritesPerSecondMax.value
        } set: {
            $0.engine.limits.tenantWritesPerSecondMax.value = $1
        },
        .limit("max-tenant-clients", 0...(1 << 30)) {
            $0.engine.limits.tenantClientCountMax.value
        } set: {
            $0.engine.limits.tenantClientCountMax.value = $1
        },
        .limit("max-tenant-bytes", 0...(4 << 30)) {
            $0.engine.limits.tenantByteCountMax.value
        } set: {
            $0.engine.limits.tenantByteCountMax.value = $1
        },
    ]
}
