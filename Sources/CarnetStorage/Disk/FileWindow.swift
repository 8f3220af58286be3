import CarnetBytes

/// A piece of a file in memory that moves forward: large reads for who takes small ones.
struct FileWindow: ~Copyable {
    private static let leastByteCount = 1 << 20

    private let folder: StoreFolder
    private let file: DiskFile
    private let fileByteCount: Int
    private var buffer = DiskBuffer(byteCount: 0)
    private var held = 0..<0

    init(folder: StoreFolder, file: DiskFile, byteCount: Int) {
        self.folder = folder
        self.file = file
        fileByteCount = byteCount
    }

    /// Sees that `range` of the file is in memory; damage where the file is shorter.
    mutating func hold(_ range: Range<Int>, path: String) throws(StoreError) {
        if held.lowerBound <= range.lowerBound, range.upperBound <= held.upperBound { return }
        let start = range.lowerBound
        let wanted = max(range.count, min(Self.leastByteCount, fileByteCount - start))
        if buffer.byteCount < wanted { buffer = DiskBuffer(byteCount: wanted) }
        let count = try folder.read(file, at: start, byteCount: wanted, into: &buffer)
        held = start..<(start + count)
        guard count >= range.count else {
            let kind = Damage.Kind.byteCount(
                expected: UInt64(range.upperBound),
                found: UInt64(held.upperBound)
            )
            throw .damaged(Damage(file: path, kind: kind))
        }
    }

    /// The bytes of `range`, which `hold` must have taken last.
    @_lifetime(borrow self)
    func bytes(_ range: Range<Int>) -> RawSpan {
        let start = range.lowerBound - held.lowerBound
        return buffer.bytes.extracting(start..<(start + range.count))
    }
}
