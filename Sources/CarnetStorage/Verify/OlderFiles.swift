public import CarnetBytes

/// Which files of a store may still hold something that an event took out: every file that was
/// written, at least in part, before that event was applied. Asks the folder and not MANIFEST, so what
/// nothing names any more but is still there is found too.
///
/// A segment counts where its first record is not behind the event; a snapshot of the partition where
/// it covers less; whatever lies in `quarantine/`; and whatever is unfinished. What was redacted since is older as well: who
/// redacts knows which files those are. Spare segments and the
/// reserve are zeros. MANIFEST holds names and hashes of files, nothing of their content.
public struct OlderFiles {
    private let folder: StoreFolder

    public init(_ disk: any Disk) { folder = StoreFolder(disk: disk) }

    /// The paths of such files for an event at `lsn` in `partition`, sorted. A file that can't be read
    /// is one of them. O(files), one page of each segment is read.
    public func run(before lsn: LSN, of partition: PartitionID) throws(StoreError) -> [String] {
        var paths: [String] = []
        for name in try folder.list(StoreLayout.logFolder) where !name.hasSuffix(".spare") {
            let path = "\(StoreLayout.logFolder)/\(name)"
            if try firstLSN(path).map({ $0 <= lsn }) ?? true { paths.append(path) }
        }
        let own = StoreLayout.snapshot(partition, coveredTo: lsn)
        let prefix = own.dropFirst(StoreLayout.snapshotFolder.utf8.count + 1).prefix(7)
        for name in try folder.list(StoreLayout.snapshotFolder) {
            let path = "\(StoreLayout.snapshotFolder)/\(name)"
            guard name.hasSuffix(".snap") else {
                paths.append(path)
                continue
            }
            guard name.hasPrefix(prefix) else { continue }
            // Hexadecimal digits of one length sort by LSN; a revision may stand behind them.
            if path.prefix(own.utf8.count - 5) < own.dropLast(5) { paths.append(path) }
        }
        for name in try folder.list(StoreLayout.quarantineFolder) {
            paths.append("\(StoreLayout.quarantineFolder)/\(name)")
        }
        return paths.sorted()
    }

    /// The LSN of the first record that a segment may hold; nil where its header can't be read.
    private func firstLSN(_ path: String) throws(StoreError) -> LSN? {
        let file: DiskFile
        do throws(StoreError) {
            file = try folder.openNamed(path)
        } catch .missing {
            // Removed since it was listed.
            return LSN(UInt64.max)
        } catch {
            throw error
        }
        defer { folder.close(file) }
        var page = DiskBuffer(byteCount: SegmentHeader.byteCount)
        let count = try folder.read(file, at: 0, byteCount: SegmentHeader.byteCount, into: &page)
        return SegmentHeader.firstLSN(page.bytes.extracting(0..<count))
    }
}

extension SegmentHeader {
    /// The LSN of the first record, where the page is the header of any store's segment.
    static func firstLSN(_ bytes: RawSpan) -> LSN? {
        isSound(bytes) ? LSN(bytes.littleEndianUInt64(at: 40)) : nil
    }

    /// When it was made, microseconds since 1970, where the page is the header of any store's segment.
    static func createdAt(_ bytes: RawSpan) -> UInt64? {
        isSound(bytes) ? bytes.littleEndianUInt64(at: 56) : nil
    }

    private static func isSound(_ bytes: RawSpan) -> Bool {
        bytes.byteCount >= byteCount && bytes.littleEndianUInt64(at: 0) == magic
            && bytes.crc32c(of: 0..<64) == bytes.littleEndianUInt32(at: 64)
    }
}
