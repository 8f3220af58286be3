import CarnetBytes
import NIOCore

/// Replies that wait, in order, for the log to come as far as they depend on.
struct HeldReplies {
    struct Entry {
        /// The log must have come so far …
        let needs: LSN
        /// … and for these replies onto the disk, whatever the node's level.
        let needsSynced: LSN
        let bytes: ByteBuffer
        let replyCount: Int
    }

    private var entries = CircularBuffer<Entry>()
    private(set) var byteCount = 0

    var isEmpty: Bool { entries.isEmpty }
    var first: Entry? { entries.first }

    mutating func append(_ entry: Entry) {
        entries.append(entry)
        byteCount += entry.bytes.readableBytes
    }

    mutating func removeFirst() -> Entry? {
        guard let entry = entries.popFirst() else { return nil }
        byteCount -= entry.bytes.readableBytes
        return entry
    }
}
