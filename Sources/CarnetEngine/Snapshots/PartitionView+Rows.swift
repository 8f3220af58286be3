import CarnetBytes
import CarnetModel
import CarnetStorage

extension PartitionView {
    /// Writes the partition as rows of a snapshot; `did` is told of the bytes of each.
    func append(
        to writer: SnapshotFileWriter,
        did: (Int) -> Void
    ) throws(StoreError) {
        var row = ByteWriter(capacity: 128 << 10)
        for tenant in tenants {
            var rows = TenantSnapshotWriter(tenant)
            row.removeAll()
            while rows.appendRow(to: &row) {
                try writer.append(row: row.bytes)
                did(row.byteCount)
                row.removeAll()
            }
        }
        for token in directory?.tokens ?? [] {
            row.removeAll()
            TenantSnapshotWriter.append(token, to: &row)
            try writer.append(row: row.bytes)
            did(row.byteCount)
        }
        guard let directory else { return }
        var page = 0
        row.removeAll()
        while TenantSnapshotWriter.append(accountsOf: directory, page: page, to: &row) {
            try writer.append(row: row.bytes)
            did(row.byteCount)
            row.removeAll()
            page += 1
        }
    }
}
