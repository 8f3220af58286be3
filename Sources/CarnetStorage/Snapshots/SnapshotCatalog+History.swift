import CarnetBytes

/// When the files that history is made of were begun. Each is asked once.
struct FileTimes {
    let folder: StoreFolder
    private var times: [String: UInt64] = [:]

    init(folder: StoreFolder) { self.folder = folder }

    /// Microseconds since 1970; nil where the file can't be read.
    mutating func time(of entry: SnapshotEntry, _ uuid: StoreUUID) -> UInt64? {
        if let known = times[entry.path] { return known }
        let reader = try? SnapshotFileReader(folder: folder, uuid: uuid, entry: entry)
        guard let reader else { return nil }
        times[entry.path] = reader.header.createdAt
        return reader.header.createdAt
    }

    /// As above, of a segment; 0 where its header can't be read.
    mutating func time(of segment: SegmentEntry, _ uuid: StoreUUID) -> UInt64 {
        if let known = times[segment.path] { return known }
        var page = DiskBuffer(byteCount: SegmentHeader.byteCount)
        var createdAt: UInt64 = 0
        if let file = try? folder.openNamed(segment.path) {
            defer { folder.close(file) }
            let read = try? folder.read(file, at: 0, byteCount: page.byteCount, into: &page)
            let header = try? SegmentHeader(
                page.bytes.extracting(0..<(read ?? 0)),
                path: segment.path,
                uuid: uuid,
                number: segment.number
            )
            createdAt = header?.createdAt ?? 0
        }
        times[segment.path] = createdAt
        return createdAt
    }

    mutating func forget(_ path: String) { times[path] = nil }
}

extension Manifest {
    /// Lets go of bases that the rule does not ask for, those behind which the log is not at hand
    /// excepted: see `dropStrandedBases`.
    mutating func thinBases(_ rule: HistoryRule, _ times: inout FileTimes) {
        for index in partitions.indices where !partitions[index].bases.isEmpty {
            var entry = partitions[index]
            guard let since = rule.since else {
                partitions[index].bases = []
                continue
            }
            if rule.givesUpErased, let erased = rule.erased[entry.partition] {
                entry.bases.removeAll { $0.lsn < erased }
            }
            var kept: [SnapshotEntry] = []
            var last: UInt64?
            for base in entry.bases {
                guard let time = times.time(of: base, uuid) else { continue }
                if let last, time < last &+ rule.spacing { continue }
                kept.append(base)
                last = time
            }
            entry.bases = kept
            // One from before the moment is enough.
            while let next = entry.snapshots.dropFirst().first, !entry.bases.isEmpty,
                let time = times.time(of: next, uuid), time <= since
            {
                entry.bases.removeFirst()
            }
            partitions[index] = entry
        }
    }

    /// The first LSN that history needs, nil where it needs none.
    func historyNeeds(_ rule: HistoryRule, _ times: inout FileTimes) -> LSN? {
        guard let since = rule.since, var first = segments.first else { return nil }
        for next in segments.dropFirst() {
            // Its records are older than the next one's beginning.
            guard times.time(of: next, uuid) <= since else { break }
            first = next
        }
        var needed = first.firstLSN
        for entry in partitions {
            guard let base = entry.bases.first, let time = times.time(of: base, uuid),
                time <= since
            else { continue }
            needed = min(needed, base.coveredTo.next)
        }
        guard rule.givesUpErased, let erased = rule.erased.values.max() else { return needed }
        // No segment stays for history's sake that may hold what was erased.
        guard let clean = segments.first(where: { $0.firstLSN > erased }) else { return nil }
        return max(needed, clean.firstLSN)
    }

    /// Lets go of bases behind which the log is not at hand any more.
    mutating func dropStrandedBases() {
        if let first = segments.first { dropBases(before: first.firstLSN) }
    }

    /// Lets go of bases that the log does not continue where it begins at `firstLSN`.
    mutating func dropBases(before firstLSN: LSN) {
        for index in partitions.indices {
            partitions[index].bases.removeAll { $0.coveredTo.next < firstLSN }
        }
    }

    /// What the files take.
    func usage(_ times: inout FileTimes) -> StoreUsage {
        var usage = StoreUsage()
        let needed = neededFrom.next
        let needsFirst = segments.last { $0.firstLSN <= needed }?.number ?? firstSegment
        for segment in segments {
            usage.segmentCount += 1
            usage.logByteCount += segment.byteCount
            guard segment.number < needsFirst else { continue }
            usage.historySegmentCount += 1
            usage.historyByteCount += segment.byteCount
        }
        for entry in partitions {
            for snapshot in entry.snapshots { usage.snapshotByteCount += snapshot.byteCount }
            for base in entry.bases { usage.historyByteCount += base.byteCount }
        }
        if let first = segments.first {
            usage.firstLSN = first.firstLSN
            usage.firstMicroseconds = times.time(of: first, uuid)
        }
        return usage
    }
}
