public import CarnetBytes

/// One segment as MANIFEST names it.
public struct SegmentEntry: Hashable, Sendable {
    public enum State: String, Hashable, Sendable {
        /// Ends with a seal.
        case sealed
        /// Ends, after an unclean stop, behind its last frame at or below the watermark; nothing
        /// past `byteCount` is ever read.
        case cut
        /// Grows.
        case live
    }

    public let number: UInt64
    public var state: State
    public let firstLSN: LSN
    /// The last record's; one less than `firstLSN` where there is none. Of a live segment, what
    /// was known.
    public var lastLSN: LSN
    /// Bytes that count, header included. Of a live segment, what was known.
    public var byteCount: UInt64
    /// XXH3-128 of the bytes in front of the seal, or of all that count in a cut one; zero while
    /// live.
    public var hash: Hash128
    /// How often it was written anew, without what was erased.
    public var revision: UInt64 = 0

    /// Its path in the store's folder.
    public var path: String { StoreLayout.segment(number, revision: revision) }
}

/// How far the log is: a value that may go from the log's thread to the snapshotter's.
public struct LogPosition: Hashable, Sendable {
    /// The segments that this process knows, the live one last.
    public var segments: [SegmentEntry]
    public var durableLSN: LSN
    public var lastLSN: LSN
}

/// An empty segment, ready to be taken.
public struct SpareSegment: Hashable, Sendable {
    public let path: String
    public let byteCount: Int
}
