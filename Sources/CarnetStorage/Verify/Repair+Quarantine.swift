import CarnetBytes

extension Repair {
    func quarantine(
        _ path: String,
        from offset: Int,
        _ report: inout RepairReport
    ) throws(StoreError) {
        let bytes: DiskBuffer
        do throws(StoreError) {
            bytes = try folder.readWhole(path: path)
        } catch .missing {
            return
        } catch {
            throw error
        }
        let start = min(max(0, offset), bytes.byteCount)
        let flat = path.split(separator: "/").joined(separator: "-")
        let names = try folder.list(StoreLayout.quarantineFolder)
        var name = "\(flat).\(start)"
        var number = 1
        while names.contains(name) {
            number += 1
            name = "\(flat).\(start)-\(number)"
        }
        try folder.makeFolder(StoreLayout.quarantineFolder)
        try folder.syncFolder("")
        let copy = "\(StoreLayout.quarantineFolder)/\(name)"
        try folder.writeWhole(path: copy, bytes.bytes.extracting(start..<bytes.byteCount))
        try folder.syncFolder(StoreLayout.quarantineFolder)
        report.quarantined.append(copy)
    }
}
