import CarnetBytes

/// How far somebody has read the feed of pairs as they arise. As text
/// - `lsn-ms`: everything up to that event, at that time, has been told;
/// - `lsn-ms-count`: so many pairs of that event have been told;
/// - `lsn-ms-number-since`: what changed since that time is being told by rising client number, now
///   from `number` on; then it goes on as `lsn-ms`. So it is where the changes are no longer at hand one
///   by one, as after a restart or when nobody has read for long.
public struct FeedCursor: Hashable, Sendable {
    /// Reading up on what has changed since a time.
    struct CatchUp: Hashable, Sendable {
        var number: UInt32
        let sinceMilliseconds: UInt64
    }

    var lsn: LSN
    var milliseconds: UInt64
    var toldCount = 0
    var catchUp: CatchUp?

    init(lsn: LSN, milliseconds: UInt64) {
        self.lsn = lsn
        self.milliseconds = milliseconds
    }

    /// Reads what `text` wrote. Nil for anything else.
    public init?(_ text: RawSpan) {
        guard text.byteCount <= 80 else { return nil }
        let parts = text.text().split(separator: "-", omittingEmptySubsequences: false)
        guard (2...4).contains(parts.count) else { return nil }
        let numbers = parts.compactMap { UInt64($0) }
        guard numbers.count == parts.count else { return nil }
        self.init(lsn: LSN(numbers[0]), milliseconds: numbers[1])
        if numbers.count == 3 { toldCount = Int(clamping: numbers[2]) }
        if numbers.count == 4 {
            catchUp = CatchUp(
                number: UInt32(clamping: numbers[2]),
                sinceMilliseconds: numbers[3]
            )
        }
    }

    public var text: String {
        let base = "\(lsn.value)-\(milliseconds)"
        if let catchUp { return "\(base)-\(catchUp.number)-\(catchUp.sinceMilliseconds)" }
        return toldCount > 0 ? "\(base)-\(toldCount)" : base
    }
}
