/// What stands in the way of writes beside the commit queue itself; whoever finds one sets it.
struct WriteObstacles: OptionSet, Sendable {
    let rawValue: UInt8

    /// The disk has no room for the log.
    static let full = WriteObstacles(rawValue: 1)
    /// The process takes as much memory as it may.
    static let memory = WriteObstacles(rawValue: 2)
    /// Too much log stands behind the last snapshot.
    static let behind = WriteObstacles(rawValue: 4)
}
