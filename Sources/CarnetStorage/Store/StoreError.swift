public import CarnetBytes

/// Why a store can't be opened, read or written. Holds facts; `description` makes the sentence.
public enum StoreError: Error, Hashable, Sendable {
    /// The disk refused. In the log that is final: see `LogWriter`.
    case disk(DiskError)
    /// No room is left: refuse writes with FULL, go on reading, try again later.
    case full
    /// An earlier write or sync failed; nothing more is written or acknowledged.
    case failed
    /// Bytes that should have survived did not.
    case damaged(Damage)
    /// A file that MANIFEST names is not there.
    case missing(path: String)
    /// The folder holds files of ours, but neither MANIFEST nor MANIFEST.prev can be read.
    case noManifest(found: String)
    /// A later version wrote this.
    case newerFormat(path: String, version: Int)
    /// A snapshot holds events that a power cut could still lose.
    case notDurable(needs: LSN, durable: LSN)
    /// Another process has the store.
    case locked(path: String)

    /// What a process should end with: 65 damaged, 66 missing, 74 disk, 75 try again later.
    public var exitCode: Int32 {
        switch self {
        case .damaged, .noManifest, .newerFormat, .notDurable: 65
        case .missing: 66
        case .disk, .full, .failed: 74
        case .locked: 75
        }
    }
}

/// One place that is damaged, and what is hit.
public struct Damage: Hashable, Sendable {
    public var file: String
    /// Where in the file it begins.
    public var offset: UInt64?
    /// How many bytes are in doubt, where that is known.
    public var byteCount: UInt64?
    /// The events in doubt, where that is known.
    public var firstLSN: LSN?
    public var lastLSN: LSN?
    public var kind: Kind

    public init(
        file: String,
        offset: UInt64? = nil,
        byteCount: UInt64? = nil,
        firstLSN: LSN? = nil,
        lastLSN: LSN? = nil,
        kind: Kind
    ) {
        self.file = file
        self.offset = offset
        self.byteCount = byteCount
        self.firstLSN = firstLSN
        self.lastLSN = lastLSN
        self.kind = kind
    }

    public enum Kind: Hashable, Sendable {
        /// A header's magic, checksum or fixed fields are wrong.
        case header
        /// The header is that of another store or another file.
        case foreign
        case frame(FrameFault)
        case record(LogRecordError)
        /// The log ends before an LSN that is known to have been durable.
        case logTooShort
        /// A segment does not continue the one before it.
        case chain
        /// A seal disagrees with its segment.
        case seal
        /// Two segments hold the same LSN with different records.
        case overlap
        /// A record's place in its partition is not the one expected.
        case sequenceGap(PartitionID, expected: PartitionSequence, found: PartitionSequence)
        case byteCount(expected: UInt64, found: UInt64)
        /// A checksum over a whole file is wrong.
        case fileHash
        case block(number: Int)
        case footer
        case manifest
        /// Bytes that must be zero are not.
        case notZero
        /// A file that MANIFEST names is not there.
        case missingFile
        /// A file that nothing names.
        case unknownFile
        /// Replay does not reproduce the state that was kept.
        case digest(PartitionID)
        /// Neither snapshot of the partition can be read.
        case noSnapshot(PartitionID)
        /// The payload can't be understood; the Engine says so.
        case payload
        /// Unfinished bytes behind the log's end; nothing acknowledged is hit.
        case tornTail
    }
}

extension StoreError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .disk(let error): "\(error)"
        case .full: "the disk is full; make room, writing resumes by itself"
        case .failed: "an earlier write to the log failed; restart to recover what is on disk"
        case .damaged(let damage):
            "\(damage); restore the file, or see what is lost with `carnet verify` and accept it "
                + "with `carnet repair --accept-loss`"
        case .missing(let path): "\(path) is missing though MANIFEST names it; put it back"
        case .noManifest(let found):
            "the folder holds \(found) but no readable MANIFEST or MANIFEST.prev; put one back, or "
                + "rebuild it with `carnet repair --accept-loss`"
        case .newerFormat(let path, let version):
            "\(path) has format \(version), which a later version of carnet wrote; use that one"
        case .notDurable(let needs, let durable):
            "the snapshot needs LSN \(needs.value) to be durable, but only \(durable.value) is"
        case .locked(let path):
            "the data folder is in use: another process holds \(path); stop it first"
        }
    }
}

extension Damage: CustomStringConvertible {
    public var description: String {
        var text = file
        if let offset { text += " at offset \(offset)" }
        switch (firstLSN, lastLSN) {
        case (.some(let first), .some(let last)): text += ", LSN \(first.value) to \(last.value)"
        case (.some(let first), nil): text += ", from LSN \(first.value) on"
        default: break
        }
        return text + ": " + kind.sentence
    }
}

extension Damage.Kind {
    var sentence: String {
        switch self {
        case .header: "the header is damaged"
        case .foreign: "the file belongs to another store or place"
        case .frame(let fault): "the frame is damaged (\(fault.rawValue))"
        case .record(let fault): "the record is damaged (\(fault.rawValue))"
        case .logTooShort: "the log ends before events that were acknowledged"
        case .chain: "the segment does not continue the one before it"
        case .seal: "the seal disagrees with the segment"
        case .overlap: "it differs from the copy of the same events"
        case .sequenceGap(let partition, let expected, let found):
            "partition \(partition.value) continues with \(found.value) instead of "
                + "\(expected.value)"
        case .byteCount(let expected, let found): "it has \(found) bytes instead of \(expected)"
        case .fileHash: "the checksum of the file is wrong"
        case .block(let number): "block \(number) is damaged"
        case .footer: "the footer is damaged"
        case .manifest: "the manifest is damaged"
        case .notZero: "bytes that must be zero are not"
        case .missingFile: "MANIFEST names it, but it is missing"
        case .unknownFile: "nothing names this file"
        case .digest(let partition):
            "replay does not reproduce the state of partition \(partition.value)"
        case .noSnapshot(let partition):
            "no snapshot of partition \(partition.value) can be read"
        case .payload: "the payload can't be understood"
        case .tornTail: "unfinished bytes behind the log's end"
        }
    }
}

extension DiskError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let path): "\(path) is missing"
        case .full(let path): "no room is left for \(path)"
        case .locked(let path): "\(path) is held by another process"
        case .failed(let operation, let path, let code):
            "can't \(operation.rawValue) \(path): system error \(code)"
        }
    }
}
