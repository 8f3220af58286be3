// MANIFEST, FORMAT 1 or, where a `base` stands in it, 2, or, where a revision does, 3: what the store consists of. Text, one fact a line, fields parted by single
// spaces, lines in this order:
//   carnet-manifest 1|2|3
//   uuid <32 hex>
//   generation <n>                      one more than the one before
//   written <n>                         microseconds since 1970, UTC
//   durable <lsn>                       all events up to it were synced
//   empty <lsn>                         partitions not named below had no event up to it
//   first <n>                           the number of the first segment that is kept
//   segment <n> sealed|cut|live <bytes> <32 hex> <first lsn> <last lsn> [<revision>]
//   lost <first lsn> <last lsn>         given up by `carnet repair --accept-loss`
//   newest <partition> <sequence> <lsn> <covered to> <bytes> <32 hex>
//   older <partition> <sequence> <lsn> <covered to> <bytes> <32 hex>
//   older <partition> empty <covered to>
//   older <partition> none
//   base <partition> <sequence> <lsn> <covered to> <bytes> <32 hex> [<revision>]  any number, oldest first
//   crc32c <8 hex>                      of every byte before this line
// Each `newest` is followed by its `older` and its bases, which only history needs; partitions ascend. A snapshot's file is named by its
// partition and <lsn>, the LSN it was taken at; <covered to> moves on while nothing changes. What was redacted
// has its <revision>, from 1 on, in its name as well.

public import CarnetBytes

/// One snapshot as MANIFEST names it.
public struct SnapshotEntry: Hashable, Sendable {
    public let partition: PartitionID
    /// The last record that the state holds.
    public let sequence: PartitionSequence
    /// Every event of the partition up to this LSN was in the state when it was taken.
    public let lsn: LSN
    /// As `lsn`, but moved on while the partition did not change.
    public var coveredTo: LSN
    public let byteCount: UInt64
    /// XXH3-128 of the file in front of its trailer's hash.
    public let hash: Hash128
    /// How often it was written anew, without what was erased. Of bases alone.
    public var revision: UInt64 = 0

    /// Its path in the store's folder.
    public var path: String {
        StoreLayout.snapshot(partition, coveredTo: lsn, revision: revision)
    }
}

/// The snapshots of one partition.
public struct PartitionEntry: Hashable, Sendable {
    /// What to load where the newest snapshot turns out to be rotten.
    public enum Fallback: Hashable, Sendable {
        case file(SnapshotEntry)
        /// The partition had no event up to that LSN: start from nothing.
        case empty(coveredTo: LSN)
        case none
    }

    public var newest: SnapshotEntry
    public var older: Fallback
    /// Snapshots from before `older`, kept for history alone, oldest first: what was is folded from
    /// one of them.
    public var bases: [SnapshotEntry] = []

    public var partition: PartitionID { newest.partition }

    /// The log is needed from behind this LSN.
    public var neededFrom: LSN {
        switch older {
        case .file(let entry): min(entry.coveredTo, newest.coveredTo)
        case .empty(let lsn): min(lsn, newest.coveredTo)
        case .none: newest.coveredTo
        }
    }

    /// Every snapshot that is named, oldest first.
    public var snapshots: [SnapshotEntry] {
        if case .file(let entry) = older { return bases + [entry, newest] }
        return bases + [newest]
    }
}

/// What the store consists of. A value; `ManifestFile` puts it on the disk.
public struct Manifest: Hashable, Sendable {
    /// The latest format that is read; what older versions read is written where it suffices.
    public static let version = 3
    static let versionWithoutRevisions = 2
    static let versionWithoutBases = 1

    public let uuid: StoreUUID
    public var generation: UInt64
    public var writtenAt: UInt64
    public var durableLSN: LSN
    /// Partitions that are not named had no event up to it.
    public var emptyTo: LSN
    public var firstSegment: UInt64
    /// Ascending and without gaps; the live one last, where one is named.
    public var segments: [SegmentEntry]
    /// LSNs that were given up.
    public var lost: [ClosedRange<LSN>]
    /// Ascending by partition.
    public var partitions: [PartitionEntry]

    init(uuid: StoreUUID) {
        self.uuid = uuid
        generation = 0
        writtenAt = 0
        durableLSN = .zero
        emptyTo = .zero
        firstSegment = 1
        segments = []
        lost = []
        partitions = []
    }

    /// The partition's entry, nil where it has no snapshot. O(log partitions).
    public subscript(partition: PartitionID) -> PartitionEntry? {
        let index = position(of: partition)
        guard index < partitions.count, partitions[index].partition == partition else {
            return nil
        }
        return partitions[index]
    }

    mutating func set(_ entry: PartitionEntry) {
        let index = position(of: entry.partition)
        if index < partitions.count, partitions[index].partition == entry.partition {
            partitions[index] = entry
        } else {
            partitions.insert(entry, at: index)
        }
    }

    private func position(of partition: PartitionID) -> Int {
        var low = 0
        var high = partitions.count
        while low < high {
            let middle = (low + high) / 2
            if partitions[middle].partition < partition {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    /// Recovery needs the log from behind this LSN; what stands before is history.
    public var neededFrom: LSN { partitions.reduce(emptyTo) { min($0, $1.neededFrom) } }

    /// Whether anything was written anew without what was erased.
    public var isRedacted: Bool {
        segments.contains { $0.revision > 0 }
            || partitions.contains { $0.bases.contains { $0.revision > 0 } }
    }

    /// Where the segment of that number lies.
    func segmentPath(_ number: UInt64) -> String {
        // Numbers have no gaps.
        guard let first = segments.first?.number, number >= first,
            number - first < UInt64(segments.count)
        else { return StoreLayout.segment(number) }
        return segments[Int(number - first)].path
    }

    /// Every segment that is named and was written anew.
    var revisedSegmentPaths: Set<String> {
        Set(segments.filter { $0.revision > 0 }.map(\.path))
    }

    /// The numbers of the segments in a folder with those names, and of those that were written anew and
    /// are there: ascending, from the first that is kept.
    func segmentNumbers(in names: [String]) -> [UInt64] {
        let known = Set(names)
        let revised = segments.filter {
            $0.revision > 0 && known.contains(StoreLayout.name(ofSegment: $0.path))
        }
        let listed = names.compactMap { StoreLayout.segmentNumber($0) }
        return Set(listed + revised.map(\.number)).filter { $0 >= firstSegment }.sorted()
    }

    /// Whether the file of that name in the log's folder is what another has taken the place of, or
    /// never came to be named.
    func isSuperseded(logFile name: String) -> Bool {
        if let number = StoreLayout.segmentNumber(name) {
            return segmentPath(number) != StoreLayout.segment(number)
        }
        return name.hasSuffix(".wal")
            && !revisedSegmentPaths.contains("\(StoreLayout.logFolder)/\(name)")
    }

    /// Every snapshot file that is named.
    var snapshotPaths: Set<String> {
        var paths = Set<String>()
        for entry in partitions {
            for snapshot in entry.snapshots { paths.insert(snapshot.path) }
        }
        return paths
    }
}
