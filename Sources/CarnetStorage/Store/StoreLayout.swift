// THE FOLDER
//   LOCK                          empty; held by flock while a process has the store
//   MANIFEST  MANIFEST.prev       what the store consists of, and the same one step before
//   reserve                       zeros, given up when the disk is full
//   wal/%016x.wal                 segments of the log by number
//   wal/%016x-%u.wal              … that were redacted so many times; MANIFEST says which counts
//   wal/%u.spare                  segments to be: zeros but for a header that may stand there
//   snap/p%05u-%016x.snap         snapshots by partition and the LSN they cover
//   snap/p%05u-%016x-%u.snap      … of history that were redacted so many times
//   carnet.sock                   a running server's own way in; it is the server's to make and remove
//   quarantine/                   what `carnet repair` has moved aside; never read
// Whatever ends in .tmp is unfinished and removed at the next start.

import CarnetBytes

/// The names of a store's files.
enum StoreLayout {
    static let lock = "LOCK"
    static let manifest = "MANIFEST"
    static let previousManifest = "MANIFEST.prev"
    static let newManifest = "MANIFEST.tmp"
    static let damagedManifest = "MANIFEST.damaged"
    static let reserve = "reserve"
    static let socket = "carnet.sock"
    static let logFolder = "wal"
    static let snapshotFolder = "snap"
    static let quarantineFolder = "quarantine"

    static func segment(_ number: UInt64) -> String { "wal/\(hexadecimal(number)).wal" }

    static func segment(_ number: UInt64, revision: UInt64) -> String {
        revision == 0 ? segment(number) : "wal/\(hexadecimal(number))-\(revision).wal"
    }

    static func unfinishedSegment(_ number: UInt64) -> String { "wal/\(hexadecimal(number)).tmp" }

    static func snapshot(_ partition: PartitionID, coveredTo lsn: LSN) -> String {
        "snap/p\(decimal(partition.value, digits: 5))-\(hexadecimal(lsn.value)).snap"
    }

    static func snapshot(
        _ partition: PartitionID,
        coveredTo lsn: LSN,
        revision: UInt64
    ) -> String {
        let path = snapshot(partition, coveredTo: lsn)
        return revision == 0 ? path : "\(path.dropLast(5))-\(revision).snap"
    }

    /// What stands behind the partition in a snapshot's path: the LSN and the extension.
    static let snapshotSuffixByteCount = 16 + 5
    /// A snapshot's file name, without folder, where it was never redacted.
    static let snapshotNameByteCount = 7 + snapshotSuffixByteCount

    /// A segment's file name, without its folder.
    static func name(ofSegment path: String) -> String {
        String(path.dropFirst(logFolder.utf8.count + 1))
    }

    /// The number in a segment's file name (without folder), nil for other files.
    static func segmentNumber(_ name: String) -> UInt64? {
        guard name.utf8.count == 20, name.hasSuffix(".wal") else { return nil }
        return hexadecimalValue(name.dropLast(4))
    }

    /// The number that lower-case hexadecimal digits stand for; nil for anything else.
    static func hexadecimalValue(_ text: some StringProtocol) -> UInt64? {
        guard !text.isEmpty, text.utf8.count <= 16 else { return nil }
        var value: UInt64 = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                value = value << 4 | UInt64(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"):
                value = value << 4 | UInt64(byte - UInt8(ascii: "a") + 10)
            default: return nil
            }
        }
        return value
    }
}
