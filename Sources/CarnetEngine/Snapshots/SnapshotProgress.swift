public import CarnetBytes

/// How a snapshot round is getting on, or how the last one ended.
public struct SnapshotProgress: Hashable, Sendable {
    public enum State: String, Hashable, Sendable {
        case none
        case running
        case done
        case failed
    }

    public var state = State.none
    public var partitionCount = 0
    public var partitionsWritten = 0
    public var clientCount: UInt64 = 0
    /// Bytes of the rows before compression, and of the files.
    public var rawByteCount: UInt64 = 0
    public var fileByteCount: UInt64 = 0
    public var fileCount = 0
    /// Everything up to here is in the snapshots.
    public var coveredTo = LSN.zero
    /// Milliseconds since 1970.
    public var startedMilliseconds: UInt64 = 0
    public var seconds = 0.0
    /// Why it failed, where it did.
    public var failure = ""

    public init() {}

    /// Raw bytes for each byte in the files; 0 when nothing was written.
    public var ratio: Double {
        fileByteCount == 0 ? 0 : Double(rawByteCount) / Double(fileByteCount)
    }
}
