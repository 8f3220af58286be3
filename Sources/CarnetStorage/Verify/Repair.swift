public import CarnetBytes

/// Makes a damaged store startable by giving up what is damaged: `carnet repair --accept-loss`.
///
/// Nothing goes before it stands, synced, in `quarantine/`. A damaged log ends where the damage
/// begins, since later events may rest on the lost ones; their LSNs are never used again. Where only
/// history needs the damaged segment, history begins behind it, and that is all. A rotten
/// snapshot gives way to the one before. A manifest that can't be read is made anew from the
/// folder. Killed in between, it is simply run again.
public struct Repair {
    let folder: StoreFolder
    private let now: @Sendable () -> UInt64

    public init(_ disk: any Disk, now: @escaping @Sendable () -> UInt64) {
        folder = StoreFolder(disk: disk)
        self.now = now
    }

    /// Throws `.locked` while a server runs, and `.damaged` with `.noSnapshot` for a partition that
    /// no file can bring back: then nothing but copies to `quarantine/` has been changed.
    public func acceptLoss() throws(StoreError) -> RepairReport {
        let lock = try folder.lock(StoreLayout.lock)
        defer { folder.disk.unlock(lock) }
        var report = RepairReport()
        var manifest = try readOrRebuild(&report)
        let before = manifest
        try repairSnapshots(&manifest, &report)
        try dropDamagedHistory(&manifest, &report)
        let log = LogRepair(folder: folder, manifest: manifest)
        let cut = try log.findCut()
        if let cut {
            for (path, offset) in cut.givenUp { try quarantine(path, from: offset, &report) }
        }
        guard manifest != before || cut != nil || report.manifestRebuilt else { return report }
        if let cut {
            try log.apply(cut, to: &manifest)
            report.lost = cut.lost
        }
        let file = ManifestFile(folder: folder)
        // Twice, so that MANIFEST.prev says the same.
        for _ in 0..<2 {
            manifest.generation += 1
            manifest.writtenAt = now()
            try file.publish(manifest)
        }
        return report
    }
}

/// What `Repair` has done.
public struct RepairReport: Hashable, Sendable {
    /// Files in `quarantine/` that hold what was given up.
    public internal(set) var quarantined: [String] = []
    /// LSNs that were given up; some of them may never have been used.
    public internal(set) var lost: ClosedRange<LSN>?
    public internal(set) var manifestRebuilt = false

    /// Nothing was wrong.
    public var isNothing: Bool { quarantined.isEmpty && lost == nil && !manifestRebuilt }
}
