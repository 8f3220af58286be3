import CarnetBytes

extension Repair {
    /// Where a segment is hurt that history alone needs, history begins behind it: nothing of the
    /// present rests on it, so nothing else is given up.
    func dropDamagedHistory(
        _ manifest: inout Manifest,
        _ report: inout RepairReport
    ) throws(StoreError) {
        let needed = manifest.neededFrom.next
        let history = manifest.segments.prefix { $0.lastLSN < needed && $0.state != .live }
        guard history.count > 0 else { return }
        var found = VerifyReport()
        var check = LogCheck(folder: folder, manifest: manifest, pause: nil)
        try check.run(&found)
        let files = Set(found.findings.filter { $0.weight != .note }.map(\.damage.file))
        guard let last = history.lastIndex(where: { files.contains($0.path) }) else { return }
        for segment in manifest.segments[...last] {
            try quarantine(segment.path, from: 0, &report)
        }
        manifest.firstSegment = manifest.segments[last].number + 1
        manifest.segments.removeSubrange(...last)
        manifest.dropStrandedBases()
    }
}
