public import CarnetBytes

/// Writes one tenant as rows of a snapshot, at most 1 MiB each.
public struct TenantSnapshotWriter: Sendable {
    /// In the order in which they stand.
    private static let parts: [TenantSnapshotRow.Kind] = [
        .head, .records, .replies, .owns, .merges, .pairs, .learning, .erasures, .views, .bookings,
        .tallies, .links, .points, .keepOut,
    ]

    /// How much of one part was dealt with at a time.
    private struct Portion {
        /// Where the part goes on.
        let next: Int
        /// False where nothing of it counted.
        var isRow = true
    }

    /// How many remembered replies go into one row.
    private static let repliesPerRow = 2_000

    /// How many receipts go into one row: each names at most some thousands of clients.
    private static let erasuresPerRow = 50

    /// How many addresses that are kept out go into one row.
    private static let keepOutsPerRow = 50_000
    /// How many accounts go into one row: each has a line of a name.
    private static let accountsPerRow = 1_000

    private let view: TenantView
    /// Which of the parts comes next, and from where in it.
    private var part = 0
    private var place = 0

    public init(_ view: TenantView) { self.view = view }

    /// Appends the next row to `writer`. False once all have been written.
    public mutating func appendRow(to writer: inout ByteWriter) -> Bool {
        while part < Self.parts.count {
            guard let portion = append(Self.parts[part], from: place, to: &writer) else {
                part &+= 1
                place = 0
                continue
            }
            place = portion.next
            if portion.isRow { return true }
        }
        return false
    }

    /// Appends a row of a part; nil behind its last. Of records a place is a page, of the others one of
    /// its things.
    private func append(
        _ kind: TenantSnapshotRow.Kind,
        from place: Int,
        to writer: inout ByteWriter
    ) -> Portion? {
        switch kind {
        case .head: return once(kind, place, &writer) { appendHead(to: &$0) }
        case .records: return append(kind, view.clients, page: place, to: &writer)
        case .owns: return append(kind, view.merges?.owns, page: place, to: &writer)
        case .merges: return append(kind, view.merges?.rows, page: place, to: &writer)
        case .pairs: return append(kind, view.merges?.pairs, page: place, to: &writer)
        case .bookings: return append(kind, view.bookings?.records, page: place, to: &writer)
        case .tallies: return append(kind, view.bookings?.tallies, page: place, to: &writer)
        case .links: return append(kind, view.links?.records, page: place, to: &writer)
        case .replies: return appendReplies(from: place, to: &writer)
        case .learning:
            guard let learning = view.matchLearning else { return nil }
            return once(kind, place, &writer) { learning.append(to: &$0) }
        case .erasures:
            return append(kind, view.erasures, from: place, max: Self.erasuresPerRow, to: &writer) {
                $0.append(to: &$1)
            }
        case .views:
            // All in one row: they are some hundreds of KiB at most.
            return append(kind, view.views, from: place, max: .max, to: &writer) {
                $0.append(to: &$1)
            }
        case .points:
            let accounts = view.links?.accounts ?? []
            return append(kind, accounts, from: place, max: Self.accountsPerRow, to: &writer) {
                $0.append(to: &$1)
            }
        case .keepOut: return appendKeepOut(from: place, to: &writer)
        case .accounts, .token: return nil
        }
    }

    /// A part of one row.
    private func once(
        _ kind: TenantSnapshotRow.Kind,
        _ place: Int,
        _ writer: inout ByteWriter,
        _ write: (inout ByteWriter) -> Void
    ) -> Portion? {
        guard place == 0 else { return nil }
        let start = Self.begin(kind, in: &writer)
        write(&writer)
        Self.finish(start, in: &writer)
        return Portion(next: 1)
    }

    /// The records of one page.
    private func append(
        _ kind: TenantSnapshotRow.Kind,
        _ pages: RecordPages?,
        page: Int,
        to writer: inout ByteWriter
    ) -> Portion? {
        guard let pages, page < pages.pageCount else { return nil }
        let start = Self.begin(kind, in: &writer)
        guard pages.appendRecords(ofPage: page, to: &writer) > 0 else {
            writer.truncate(to: start &- Self.rowHeadByteCount)
            return Portion(next: page + 1, isRow: false)
        }
        Self.finish(start, in: &writer)
        return Portion(next: page + 1)
    }

    /// At most `max` of some things, each with its length before it.
    private func append<Item>(
        _ kind: TenantSnapshotRow.Kind,
        _ items: [Item],
        from place: Int,
        max: Int,
        to writer: inout ByteWriter,
        _ write: (Item, inout ByteWriter) -> Void
    ) -> Portion? {
        guard place < items.count else { return nil }
        let end = place + min(max, items.count - place)
        let start = Self.begin(kind, in: &writer)
        var bytes = ByteWriter(capacity: 256)
        for item in items[place..<end] {
            bytes.removeAll()
            write(item, &bytes)
            writer.append(lengthPrefixed: bytes.bytes)
        }
        Self.finish(start, in: &writer)
        return Portion(next: end)
    }

    private func appendReplies(from place: Int, to writer: inout ByteWriter) -> Portion? {
        let start = Self.begin(.replies, in: &writer)
        let count = view.replies.append(from: place, max: Self.repliesPerRow, to: &writer)
        guard count > 0 else {
            writer.truncate(to: start &- Self.rowHeadByteCount)
            return nil
        }
        Self.finish(start, in: &writer)
        return Portion(next: place + count)
    }

    /// The key alone is state as well.
    private func appendKeepOut(from place: Int, to writer: inout ByteWriter) -> Portion? {
        let entries = view.keepOut.entries
        guard let key = view.keepOut.key, place < entries.count || place == 0 else { return nil }
        let end = min(entries.count, place + Self.keepOutsPerRow)
        let start = Self.begin(.keepOut, in: &writer)
        writer.append(littleEndian: key.low)
        writer.append(littleEndian: key.high)
        for entry in entries[place..<end] { entry.append(to: &writer) }
        Self.finish(start, in: &writer)
        return Portion(next: max(end, 1))
    }

    private func appendHead(to writer: inout ByteWriter) {
        writer.append(lengthPrefixed: unsafe view.name.span.bytes)
        writer.append(varint: view.createdMilliseconds)
        writer.append(varint: UInt64(view.version))
        writer.append(varint: UInt64(view.clients.numberMax))
        writer.append(littleEndian: view.digest.low)
        writer.append(littleEndian: view.digest.high)
        view.settings.append(to: &writer)
    }

    // MARK: What stands in the node's own partition

    /// Appends the row of a token, which stands in the node's own partition.
    public static func append(_ token: Token, to writer: inout ByteWriter) {
        let start = begin(.token, in: &writer)
        token.appendRow(to: &writer)
        finish(start, in: &writer)
    }

    /// Appends one row of accounts, those of one page; false behind the last. The first stands where
    /// there ever was an account, though its page be empty.
    public static func append(
        accountsOf view: DirectoryView,
        page: Int,
        to writer: inout ByteWriter
    ) -> Bool {
        guard view.accountNumberMax > 0, page < max(1, view.accounts.pageCount) else {
            return false
        }
        let start = begin(.accounts, in: &writer)
        writer.append(varint: UInt64(view.accountNumberMax))
        if page < view.accounts.pageCount {
            _ = view.accounts.appendRecords(ofPage: page, to: &writer)
        }
        finish(start, in: &writer)
        return true
    }

    // MARK: Rows

    /// Bytes of kind and length, which stand before a row.
    private static let rowHeadByteCount = 5

    private static func begin(
        _ kind: TenantSnapshotRow.Kind,
        in writer: inout ByteWriter
    ) -> Int {
        writer.append(kind.rawValue)
        writer.append(littleEndian: UInt32(0))
        return writer.byteCount
    }

    private static func finish(_ start: Int, in writer: inout ByteWriter) {
        writer.set(
            littleEndian: UInt32(truncatingIfNeeded: writer.byteCount &- start),
            at: start &- 4
        )
    }
}
