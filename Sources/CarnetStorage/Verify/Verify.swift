import CarnetBytes

/// Reads everything a store holds and says what is wrong: every hash, chain, LSN and sequence, the
/// decoding of every record, MANIFEST against the folder. Changes nothing; works on a copy as on
/// the folder of a running server, which may trim and rotate meanwhile.
public struct Verify {
    /// How often a look is taken again while the server changes what is looked at.
    private static let attemptMax = 5

    private let folder: StoreFolder
    private let pause: ((_ readByteCount: Int) -> Void)?

    /// `pause` is told after every file how many bytes it had: a scrub sleeps there to keep its
    /// rate.
    public init(_ disk: any Disk, pause: ((_ readByteCount: Int) -> Void)? = nil) {
        folder = StoreFolder(disk: disk)
        self.pause = pause
    }

    /// Throws only where the disk itself fails. With `deep` the log between the two snapshots of
    /// every partition is replayed on the older one and the digest compared with the newer's;
    /// `deep` must be empty and is used up.
    public func run(deep: (any DeepReplay)? = nil) throws(StoreError) -> VerifyReport {
        var report = try look()
        for _ in 1..<Self.attemptMax where report.exitCode != 0 {
            let before = report.generation
            guard try generation() != before else { break }
            report = try look()
        }
        if let deep, report.exitCode == 0 {
            var check = DeepCheck(folder: folder, deep: deep)
            do throws(StoreError) { try check.run() } catch { try report.add(error) }
        }
        return report
    }

    private func generation() throws(StoreError) -> UInt64 {
        if case .current(let manifest) = try ManifestFile(folder: folder).read() {
            return manifest.generation
        }
        return 0
    }

    private func look() throws(StoreError) -> VerifyReport {
        var report = VerifyReport()
        guard let manifest = try readManifests(&report) else { return report }
        report.generation = manifest.generation
        try lookAtSnapshots(manifest, &report)
        var log = LogCheck(folder: folder, manifest: manifest, pause: pause)
        try log.run(&report)
        try lookAtOtherFiles(manifest, &report)
        return report
    }

    /// MANIFEST, or else MANIFEST.prev; a fault in either is a finding.
    private func readManifests(_ report: inout VerifyReport) throws(StoreError) -> Manifest? {
        let file = ManifestFile(folder: folder)
        var found: Manifest?
        do throws(StoreError) {
            found = try file.read(StoreLayout.manifest)
        } catch {
            try report.add(error)
        }
        do throws(StoreError) {
            let previous = try file.read(StoreLayout.previousManifest)
            if found == nil { found = previous }
        } catch .missing where found?.generation == 1 {
            // There was nothing before.
        } catch {
            try report.add(error)
        }
        return found
    }

    private func lookAtSnapshots(
        _ manifest: Manifest,
        _ report: inout VerifyReport
    ) throws(StoreError) {
        for entry in manifest.partitions {
            for snapshot in entry.snapshots.reversed() {
                do throws(StoreError) {
                    let reader = try SnapshotFileReader(
                        folder: folder,
                        uuid: manifest.uuid,
                        entry: snapshot
                    )
                    report.snapshotCount += 1
                    report.readByteCount += snapshot.byteCount
                    try reader.readBlocks { (_, count) throws(StoreError) in
                        report.rowCount += UInt64(count)
                    }
                } catch {
                    try report.add(error)
                }
                pause?(Int(clamping: snapshot.byteCount))
            }
        }
    }

    /// Files that hold nothing, and files that nothing names.
    private func lookAtOtherFiles(
        _ manifest: Manifest,
        _ report: inout VerifyReport
    ) throws(StoreError) {
        for name in try folder.list("") {
            switch name {
            case StoreLayout.lock, StoreLayout.reserve: try lookAtZeros(name, from: 0, &report)
            case StoreLayout.manifest, StoreLayout.previousManifest, StoreLayout.logFolder,
                StoreLayout.snapshotFolder, StoreLayout.quarantineFolder, StoreLayout.socket:
                break
            default: report.add(.note, Damage(file: name, kind: .unknownFile))
            }
        }
        for name in try folder.list(StoreLayout.logFolder) {
            let path = "wal/\(name)"
            if name.hasSuffix(".spare") {
                try lookAtSpare(path, manifest, &report)
            } else if Self.isUnfinished(name) {
                continue
            } else if Self.isUnknown(logFile: name, manifest) {
                report.add(.note, Damage(file: path, kind: .unknownFile))
            }
        }
        let named = manifest.snapshotPaths
        for name in try folder.list(StoreLayout.snapshotFolder)
        where !named.contains("snap/\(name)") && !Self.isUnfinished(name) {
            report.add(.note, Damage(file: "snap/\(name)", kind: .unknownFile))
        }
    }

    private static func isUnknown(logFile name: String, _ manifest: Manifest) -> Bool {
        if manifest.revisedSegmentPaths.contains("wal/\(name)") { return false }
        guard let number = StoreLayout.segmentNumber(name) else { return true }
        return number < manifest.firstSegment || manifest.isSuperseded(logFile: name)
    }

    /// A server may just be making it; the next start removes what a killed one has left.
    private static func isUnfinished(_ name: String) -> Bool { name.hasSuffix(".tmp") }

    /// A spare is zero but for its first page, where a segment that did not come to be may have
    /// begun.
    private func lookAtSpare(
        _ path: String,
        _ manifest: Manifest,
        _ report: inout VerifyReport
    ) throws(StoreError) {
        try lookAtZeros(path, from: SegmentHeader.byteCount, &report)
        guard let bytes = try readIfPresent(path) else { return }
        let page = bytes.bytes.extracting(0..<min(bytes.byteCount, SegmentHeader.byteCount))
        guard !page.isZero, page.byteCount == SegmentHeader.byteCount else { return }
        let number = page.littleEndianUInt64(at: 32)
        if (try? SegmentHeader(page, path: path, uuid: manifest.uuid, number: number)) == nil {
            report.add(.note, Damage(file: path, offset: 0, kind: .notZero))
        }
    }

    private func lookAtZeros(
        _ path: String,
        from start: Int,
        _ report: inout VerifyReport
    ) throws(StoreError) {
        guard let bytes = try readIfPresent(path), bytes.byteCount > start else { return }
        let rest = bytes.bytes.extracting(start..<bytes.byteCount)
        report.readByteCount += UInt64(rest.byteCount)
        if !rest.isZero {
            report.add(.damage, Damage(file: path, offset: UInt64(start), kind: .notZero))
        }
    }

    /// A file that the server may have taken away meanwhile.
    private func readIfPresent(_ path: String) throws(StoreError) -> DiskBuffer? {
        do throws(StoreError) {
            return try folder.readWhole(path: path)
        } catch .missing {
            return nil
        } catch {
            throw error
        }
    }
}
