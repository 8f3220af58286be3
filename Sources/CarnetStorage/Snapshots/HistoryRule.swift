public import CarnetBytes

/// What is kept beyond what recovery needs, so that what was can be told.
///
/// Kept are the segments with events since a moment, for each partition one snapshot from before
/// that moment with the log behind it, and from there on a snapshot every so often, so that no fold
/// has more than that to read. A base is a snapshot that history alone needs.
public struct HistoryRule: Sendable {
    /// How many stretches the time that is kept is parted into by bases.
    static let stretchCount: UInt64 = 8

    /// Events since that moment stay, microseconds since 1970; nil: none for history's sake.
    public var since: UInt64?
    /// How much older than a snapshot the base before it must be for it to stay as one, in
    /// microseconds.
    public var spacing: UInt64
    /// What was erased, and in which partition: no snapshot of it from before that LSN stays that
    /// nothing names.
    public var erased: [PartitionID: LSN]
    /// Whether no base of those partitions from before that LSN stays, either, and no segment with an
    /// event up to it: what was erased can't be redacted.
    public var givesUpErased = false

    /// Nothing is kept but what recovery needs.
    public static let none = HistoryRule(since: nil, spacing: 0)

    public init(since: UInt64?, spacing: UInt64, erased: [PartitionID: LSN] = [:]) {
        self.since = since
        self.spacing = spacing
        self.erased = erased
    }

    /// What so many days before `now` (microseconds since 1970) come to; 0 days: nothing is kept.
    public init(days: Int, now: UInt64, erased: [PartitionID: LSN] = [:]) {
        guard days > 0 else {
            self.init(since: nil, spacing: 0, erased: erased)
            return
        }
        let microseconds = UInt64(days) * 86_400_000_000
        self.init(
            since: now > microseconds ? now - microseconds : 0,
            spacing: microseconds / Self.stretchCount,
            erased: erased
        )
    }
}

/// What a store's files take, as MANIFEST has it.
public struct StoreUsage: Hashable, Sendable {
    public var segmentCount = 0
    public var logByteCount: UInt64 = 0
    public var snapshotByteCount: UInt64 = 0
    /// What of it recovery does not need: segments, and bases of folding.
    public var historySegmentCount = 0
    public var historyByteCount: UInt64 = 0
    /// The first event that is at hand, and when its segment was begun, microseconds since 1970;
    /// zero while there is no segment.
    public var firstLSN = LSN.zero
    public var firstMicroseconds: UInt64 = 0

    public init() {}
}
