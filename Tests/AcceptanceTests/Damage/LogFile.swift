/// A segment of the log as CarnetStorage's format page draws it, read here on its own: only the
/// fields that these tests need.
struct LogFile {
    struct Frame {
        let offset: Int
        /// Header and body, without the padding.
        let byteCount: Int
        let firstLSN: Int
        let recordCount: Int
        let durableLSN: Int
        /// 1 records, 2 watermark, 127 seal.
        let type: UInt8

        var lastLSN: Int { firstLSN + recordCount - 1 }
        var endOffset: Int { (offset + byteCount + 4_095) & ~4_095 }
    }

    let bytes: [UInt8]
    private(set) var frames: [Frame] = []

    /// Follows the frames up to the first place where none begins.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var offset = 4_096
        while offset + 64 <= bytes.count, integer(at: offset, 4) == 0x3152_4643 {
            let frame = Frame(
                offset: offset,
                byteCount: 64 + integer(at: offset + 8, 4),
                firstLSN: integer(at: offset + 16, 8),
                recordCount: integer(at: offset + 48, 4),
                durableLSN: integer(at: offset + 24, 8),
                type: bytes[offset + 53]
            )
            frames.append(frame)
            offset = frame.endOffset
        }
    }

    /// The highest LSN that a frame says to have been durable.
    var watermark: Int { frames.map(\.durableLSN).max() ?? 0 }

    private func integer(at offset: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
}
