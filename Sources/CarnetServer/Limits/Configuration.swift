import CarnetEngine
import CarnetStorage
import CarnetWire

/// What CONFIG shows and may change. Every limit is also a flag of `carnet serve`.
enum Configuration {
    /// Names and values, by name.
    static func values(_ node: Node) -> [(String, String)] {
        let limits = node.options.limits
        let engine = node.engine.options
        return [
            // redis-benchmark asks for these two and warns where they are missing.
            ("appendonly", engine.durability == .none ? "no" : "yes"),
            ("durability", engine.durability.rawValue),
            ("loops", "\(node.options.loopCount)"),
            ("maxclients", "\(node.connectionCountMax)"),
            ("max-argument-bytes", "\(limits.argumentByteCountMax)"),
            ("max-arguments", "\(limits.argumentCountMax)"),
            ("max-command-bytes", "\(limits.commandByteCountMax)"),
            ("max-connections", "\(node.connectionCountMax)"),
            ("max-line-bytes", "\(limits.lineByteCountMax)"),
            ("max-unsent-bytes", "\(node.unsentByteCountMax)"),
            ("max-unsent-bytes-in-all", "\(node.unsent.byteCountMax)"),
            ("save", ""),
            ("segment-bytes", "\(engine.store.segmentByteCount)"),
            ("shards", "\(node.engine.shards.count)"),
            ("snapshot-every-bytes", "\(engine.snapshotEveryByteCount)"),
            ("snapshot-every-seconds", "\(engine.snapshotEverySeconds)"),
            ("waiting-bytes", "\(engine.waitingByteCountMax)"),
        ]
    }

    /// Whether it can be changed while the server runs, and to that.
    static func allows(_ name: String, _ value: Int) -> Bool {
        switch name {
        case "max-unsent-bytes": value >= 65_536
        case "max-connections", "maxclients": value >= 1
        default: false
        }
    }

    /// Changes what `allows` has allowed.
    static func set(_ name: String, _ value: Int, _ node: Node) {
        if name == "max-unsent-bytes" {
            node.unsentByteCountMax = value
        } else {
            node.connectionCountMax = value
        }
    }
}
