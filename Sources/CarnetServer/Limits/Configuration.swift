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
            ("durability", engine.durability.rawValue),
            ("loops", "\(node.options.loopCount)"),
            ("maxclients", "\(node.options.connectionCountMax)"),
            ("max-argument-bytes", "\(limits.argumentByteCountMax)"),
            ("max-arguments", "\(limits.argumentCountMax)"),
            ("max-command-bytes", "\(limits.commandByteCountMax)"),
            ("max-connections", "\(node.options.connectionCountMax)"),
            ("max-line-bytes", "\(limits.lineByteCountMax)"),
            ("max-unsent-bytes", "\(node.unsentByteCountMax)"),
            ("max-unsent-bytes-in-all", "\(node.unsent.byteCountMax)"),
            ("segment-bytes", "\(engine.store.segmentByteCount)"),
            ("shards", "\(node.engine.shards.count)"),
            ("snapshot-every-bytes", "\(engine.snapshotEveryByteCount)"),
            ("snapshot-every-seconds", "\(engine.snapshotEverySeconds)"),
            ("waiting-bytes", "\(engine.waitingByteCountMax)"),
        ]
    }

    /// Changes what can be changed while the server runs; false for anything else.
    static func set(_ name: String, _ value: Int, _ node: Node) -> Bool {
        switch name {
        case "max-unsent-bytes":
            guard value >= 65_536 else { return false }
            node.unsentByteCountMax = value
        case "max-connections", "maxclients":
            guard value >= 1 else { return false }
            node.connectionCountMax = value
        default: return false
        }
        return true
    }
}
