/// What can be chosen when a store is opened.
public struct StoreOptions: Sendable {
    /// The size that segments are made with. A frame that is larger gets a longer segment.
    public var segmentByteCount: Int
    /// How many empty segments are kept ready; with fewer, and no room for more, writes are refused.
    public var spareCount: Int
    /// The room that is kept back for the moment when the disk is full.
    public var reserveByteCount: Int
    /// Raw bytes of a snapshot's block: 64 to 256 KiB.
    public var snapshotBlockByteCount: Int
    /// Whether bodies of frames and blocks are compressed where it pays.
    public var compression: Bool

    public init(
        segmentByteCount: Int = 64 << 20,
        spareCount: Int = 2,
        reserveByteCount: Int = 64 << 20,
        snapshotBlockByteCount: Int = 128 << 10,
        compression: Bool = true
    ) {
        self.segmentByteCount = segmentByteCount
        self.spareCount = spareCount
        self.reserveByteCount = reserveByteCount
        self.snapshotBlockByteCount = snapshotBlockByteCount
        self.compression = compression
    }
}
