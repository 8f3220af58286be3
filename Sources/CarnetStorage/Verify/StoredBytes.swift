import CarnetBytes

/// Hands out everything that a store's files hold: every file as it is on the disk, and beside
/// that the bodies of every log frame and snapshot block as they were before compression. For whoever
/// looks for bytes that must not be there any more. Takes no lock, changes nothing, and reads on
/// where a file is damaged.
public struct StoredBytes {
    private let folder: StoreFolder

    public init(_ disk: any Disk) { folder = StoreFolder(disk: disk) }

    /// Hands to `use` each piece with the path of its file. O(bytes of the folder).
    public func run(_ use: (String, RawSpan) -> Void) throws(StoreError) {
        for name in [
            "", StoreLayout.logFolder, StoreLayout.snapshotFolder, StoreLayout.quarantineFolder,
        ] {
            for file in try folder.list(name) {
                let path = name.isEmpty ? file : "\(name)/\(file)"
                guard !Self.folders.contains(path), path != StoreLayout.socket,
                    path != StoreLayout.lock
                else { continue }
                do throws(StoreError) {
                    let bytes = try folder.readWhole(path: path)
                    use(path, bytes.bytes)
                } catch .missing {
                    continue
                } catch {
                    throw error
                }
                if path.hasSuffix(".snap") { try readBlocks(path, use) }
            }
        }
        try LogDump(folder.disk).run { item, raw throws(StoreError) in
            guard case .frame(_, let offset) = item else { return }
            use("wal frame at \(offset)", raw)
        }
    }

    private static let folders = [
        StoreLayout.logFolder, StoreLayout.snapshotFolder, StoreLayout.quarantineFolder,
    ]

    private func readBlocks(
        _ path: String,
        _ use: (String, RawSpan) -> Void
    ) throws(StoreError) {
        do throws(StoreError) {
            let reader = try SnapshotFileReader(folder: folder, uuid: nil, path: path)
            try reader.readBlocks { block, _ throws(StoreError) in use(path, block) }
        } catch {
            switch error {
            case .missing, .damaged: return
            default: throw error
            }
        }
    }
}
