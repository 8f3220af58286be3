public import CarnetBytes

// TENANT IN A SNAPSHOT, SCHEMA 1. Rows, each: u8 kind, u32 length of what follows, then
//   kind 1  head: varint length and name, varint milliseconds of creation, varint version of the
//           settings, varint largest client number, u64 low and u64 high of the digest, then settings as tagged fields
//   kind 2  client records one behind the other, as CarnetBytes draws them
//   kind 3  remembered replies: varint milliseconds, varint LSN, varint length and event payload
//   kind 4  own records of survivors, as records
//   kind 5  merges, as MergeRow draws them
//   kind 6  pairs, as PairRow draws them
//   kind 7  learnt weights of comparisons, as MatchLearning draws them
//   kind 8  receipts of erasures: of each varint length and bytes, as Erasure draws them
//   kind 9  saved views: of each varint length and bytes, as SavedView draws them
//   kind 10 accounts: varint largest number ever given, then records one behind the other; in the
//           node's own partition alone
//   kind 11 bookings, as BookingRecord draws them
//   kind 12 what is counted of bookings by client, as BookingTally draws it
//   kind 13 links of clients, as ClientLink draws them
//   kind 14 points of partners: of each varint length and bytes, as PartnerAccount draws them
//   kind 15 addresses that are kept out, as KeepOut draws them
//   kind 32 a token, as Token draws it; in the node's own partition alone, before which no head stands
// Rows of the kinds 4 to 15 stand only where there is such a thing; a version that does not know
// them refuses the file.
// A head begins a tenant; what follows it until the next head is that tenant's.

/// Writes one tenant as rows of a snapshot, at most 1 MiB each.
public struct TenantSnapshotWriter: Sendable {
    private enum Step {
        case head
        case page(Int)
        case replies(Int)
        case own(Int)
        case merge(Int)
        case pair(Int)
        case learning
        case erasures(Int)
        case views
        case booking(Int)
        case tally(Int)
        case link(Int)
        case accounts(Int)
        case keepOut(Int)
        case done
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
    private var step = Step.head

    public init(_ view: TenantView) { self.view = view }

    /// Appends the next row to `writer`. False once all have been written.
    public mutating func appendRow(to writer: inout ByteWriter) -> Bool {
        while true {
            switch step {
            case .head:
                appendHead(to: &writer)
                step = .page(0)
                return true
            case .page(let index):
                guard index < view.clients.pageCount else {
                    step = .replies(0)
                    continue
                }
                step = .page(index + 1)
                if Self.append(2, view.clients, page: index, to: &writer) { return true }
            case .replies(let from):
                let start = Self.begin(3, in: &writer)
                let count = view.replies.append(from: from, max: Self.repliesPerRow, to: &writer)
                guard count > 0 else {
                    writer.truncate(to: start &- 5)
                    step = .own(0)
                    continue
                }
                Self.finish(start, in: &writer)
                step = .replies(from + count)
                return true
            case .own(let index):
                guard let owns = view.merges?.owns, index < owns.pageCount else {
                    step = .merge(0)
                    continue
                }
                step = .own(index + 1)
                if Self.append(4, owns, page: index, to: &writer) { return true }
            case .merge(let index):
                guard let rows = view.merges?.rows, index < rows.pageCount else {
                    step = .pair(0)
                    continue
                }
                step = .merge(index + 1)
                if Self.append(5, rows, page: index, to: &writer) { return true }
            case .pair(let index):
                guard let pairs = view.merges?.pairs, index < pairs.pageCount else {
                    step = .learning
                    continue
                }
                step = .pair(index + 1)
                if Self.append(6, pairs, page: index, to: &writer) { return true }
            case .learning:
                step = .erasures(0)
                guard let learning = view.matchLearning else { continue }
                let start = Self.begin(7, in: &writer)
                learning.append(to: &writer)
                Self.finish(start, in: &writer)
                return true
            case .erasures(let from):
                guard from < view.erasures.count else {
                    step = .views
                    continue
                }
                let end = min(view.erasures.count, from + Self.erasuresPerRow)
                appendErasures(from..<end, to: &writer)
                step = .erasures(end)
                return true
            case .views:
                step = .booking(0)
                guard !view.views.isEmpty else { continue }
                appendViews(to: &writer)
                return true
            case .booking(let index):
                guard let bookings = view.bookings?.records, index < bookings.pageCount else {
                    step = .tally(0)
                    continue
                }
                step = .booking(index + 1)
                if Self.append(11, bookings, page: index, to: &writer) { return true }
            case .tally(let index):
                guard let tallies = view.bookings?.tallies, index < tallies.pageCount else {
                    step = .link(0)
                    continue
                }
                step = .tally(index + 1)
                if Self.append(12, tallies, page: index, to: &writer) { return true }
            case .link(let index):
                guard let links = view.links?.records, index < links.pageCount else {
                    step = .accounts(0)
                    continue
                }
                step = .link(index + 1)
                if Self.append(13, links, page: index, to: &writer) { return true }
            case .accounts(let from):
                guard let accounts = view.links?.accounts, from < accounts.count else {
                    step = .keepOut(0)
                    continue
                }
                let end = min(accounts.count, from + Self.accountsPerRow)
                append(accounts[from..<end], to: &writer)
                step = .accounts(end)
                return true
            case .keepOut(let from):
                guard let key = view.keepOut.key, from <= view.keepOut.entries.count else {
                    step = .done
                    continue
                }
                let end = min(view.keepOut.entries.count, from + Self.keepOutsPerRow)
                appendKeepOut(key, from..<end, to: &writer)
                // The key alone is state as well.
                step = end < view.keepOut.entries.count ? .keepOut(end) : .done
                return true
            case .done:
                return false
            }
        }
    }

    /// Appends the row of a token, which stands in the node's own partition.
    public static func append(_ token: Token, to writer: inout ByteWriter) {
        let start = begin(32, in: &writer)
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
        let start = begin(10, in: &writer)
        writer.append(varint: UInt64(view.accountNumberMax))
        if page < view.accounts.pageCount {
            _ = view.accounts.appendRecords(ofPage: page, to: &writer)
        }
        finish(start, in: &writer)
        return true
    }

    /// Appends the records of one page as a row; false where none of them counts.
    private static func append(
        _ kind: UInt8,
        _ pages: RecordPages,
        page index: Int,
        to writer: inout ByteWriter
    ) -> Bool {
        let start = begin(kind, in: &writer)
        guard pages.appendRecords(ofPage: index, to: &writer) > 0 else {
            writer.truncate(to: start &- 5)
            return false
        }
        finish(start, in: &writer)
        return true
    }

    private func appendErasures(_ range: Range<Int>, to writer: inout ByteWriter) {
        let start = Self.begin(8, in: &writer)
        var receipt = ByteWriter(capacity: 64)
        for erasure in view.erasures[range] {
            receipt.removeAll()
            erasure.append(to: &receipt)
            writer.append(lengthPrefixed: receipt.bytes)
        }
        Self.finish(start, in: &writer)
    }

    private func append(_ accounts: ArraySlice<PartnerAccount>, to writer: inout ByteWriter) {
        let start = Self.begin(14, in: &writer)
        var row = ByteWriter(capacity: 64)
        for account in accounts {
            row.removeAll()
            account.append(to: &row)
            writer.append(lengthPrefixed: row.bytes)
        }
        Self.finish(start, in: &writer)
    }

    /// At most some hundreds of KiB.
    private func appendViews(to writer: inout ByteWriter) {
        let start = Self.begin(9, in: &writer)
        var row = ByteWriter(capacity: 256)
        for saved in view.views {
            row.removeAll()
            saved.append(to: &row)
            writer.append(lengthPrefixed: row.bytes)
        }
        Self.finish(start, in: &writer)
    }

    private func appendKeepOut(
        _ key: KeyedHash,
        _ range: Range<Int>,
        to writer: inout ByteWriter
    ) {
        let start = Self.begin(15, in: &writer)
        writer.append(littleEndian: key.low)
        writer.append(littleEndian: key.high)
        for entry in view.keepOut.entries[range] { entry.append(to: &writer) }
        Self.finish(start, in: &writer)
    }

    private func appendHead(to writer: inout ByteWriter) {
        let start = Self.begin(1, in: &writer)
        writer.append(lengthPrefixed: unsafe view.name.span.bytes)
        writer.append(varint: view.createdMilliseconds)
        writer.append(varint: UInt64(view.version))
        writer.append(varint: UInt64(view.clients.numberMax))
        writer.append(littleEndian: view.digest.low)
        writer.append(littleEndian: view.digest.high)
        view.settings.append(to: &writer)
        Self.finish(start, in: &writer)
    }

    private static func begin(_ kind: UInt8, in writer: inout ByteWriter) -> Int {
        writer.append(kind)
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

/// Why a snapshot's rows can't be read, though their checksums agree.
public enum TenantSnapshotError: Error, Hashable, Sendable {
    case unknownRow(kind: UInt8)
    case malformed
    /// The records do not add up to the digest that the head gives.
    case digest

    public var message: String {
        switch self {
        case .unknownRow(let kind): "a row of kind \(kind), which this version does not know"
        case .malformed: "a row that can't be read"
        case .digest: "records that do not add up to the tenant's digest"
        }
    }
}

/// One row of a snapshot, as ranges of the block it stands in.
public struct TenantSnapshotRow: Hashable, Sendable {
    public enum Kind: UInt8, Sendable {
        case head = 1
        case records = 2
        case replies = 3
        case owns = 4
        case merges = 5
        case pairs = 6
        case learning = 7
        case erasures = 8
        case views = 9
        /// Of the node's own partition, as tokens are.
        case accounts = 10
        case bookings = 11
        case tallies = 12
        case links = 13
        case points = 14
        case keepOut = 15
        /// Of the node's own partition, which has no tenants.
        case token = 32
    }

    public let kind: Kind
    public let range: Range<Int>

    /// The row that begins at `offset` of a block, and where the next one does.
    public static func next(
        in block: RawSpan,
        at offset: inout Int
    ) throws(TenantSnapshotError) -> TenantSnapshotRow? {
        guard offset < block.byteCount else { return nil }
        guard block.byteCount &- offset >= 5 else { throw .malformed }
        guard let kind = Kind(rawValue: block.byte(at: offset)) else {
            throw .unknownRow(kind: block.byte(at: offset))
        }
        let count = Int(block.littleEndianUInt32(at: offset &+ 1))
        let start = offset &+ 5
        guard count <= block.byteCount &- start else { throw .malformed }
        offset = start &+ count
        return TenantSnapshotRow(kind: kind, range: start..<offset)
    }
}

extension Tenant {
    /// Begins a tenant from its head row. Answers it and the digest it must come to.
    public static func restore(
        head: RawSpan
    ) throws(TenantSnapshotError) -> (tenant: Tenant, digest: StateDigest) {
        var reader = ByteReader(head)
        guard let name = reader.lengthPrefixedRange(), let created = reader.varint(),
            let version = reader.varint(),
            let numberMax = reader.varint(), numberMax <= UInt64(clientCountMax),
            let low = reader.littleEndianUInt64(), let high = reader.littleEndianUInt64()
        else { throw .malformed }
        var tenant = Tenant(name: head.bytes(name).array())
        tenant.createdMilliseconds = created
        tenant.version = UInt32(truncatingIfNeeded: version)
        tenant.clients.reserve(numberMax: UInt32(numberMax))
        tenant.settings.apply(head, from: reader.offset)
        let settings = head.bytes(reader.offset..<head.byteCount)
        if settings.byteCount > 0 { tenant.digest.add(settings) }
        return (tenant, StateDigest(low: low, high: high))
    }

    /// Puts a row of client records, own records, merges or pairs in place. Each is checked to be
    /// whole.
    public mutating func restore(
        _ kind: TenantSnapshotRow.Kind,
        records: RawSpan
    ) throws(TenantSnapshotError) {
        let byteCountMin =
            switch kind {
            case .records, .owns: ClientRecord.byteCountMin
            case .bookings: BookingRecord.byteCountMin
            case .links: ClientLink.byteCountMin
            case .head, .replies, .merges, .pairs, .learning, .erasures, .views, .tallies,
                .points, .accounts, .keepOut, .token:
                RecordStore.headerByteCount
            }
        var offset = 0
        while offset < records.byteCount {
            guard records.byteCount &- offset >= byteCountMin else { throw .malformed }
            let count = Int(records.littleEndianUInt16(at: offset))
            let number = records.littleEndianUInt32(at: offset &+ 3)
            guard count >= byteCountMin, count <= records.byteCount &- offset,
                number >= 1, number <= Self.clientCountMax
            else { throw .malformed }
            let record = records.bytes(offset..<offset &+ count)
            switch kind {
            case .records: commit(record)
            case .owns: restore(own: record)
            case .merges:
                guard MergeRow(record) != nil else { throw .malformed }
                restore(merge: record)
            case .pairs:
                guard PairRow(record) != nil else { throw .malformed }
                restore(pair: record)
            case .bookings: restore(booking: record)
            case .tallies:
                guard BookingTally(record) != nil else { throw .malformed }
                restore(tally: record)
            case .links: put(link: record)
            case .head, .replies, .learning, .erasures, .views, .points, .accounts,
                .keepOut, .token:
                throw .malformed
            }
            offset &+= count
        }
    }

    /// Puts a row of learnt weights in place.
    public mutating func restore(learning row: RawSpan) throws(TenantSnapshotError) {
        guard let learning = MatchLearning(row) else { throw .malformed }
        put(learning)
    }

    /// Puts a row of receipts in place.
    public mutating func restore(erasures row: RawSpan) throws(TenantSnapshotError) {
        var reader = ByteReader(row)
        while reader.remaining > 0 {
            guard let range = reader.lengthPrefixedRange(),
                let erasure = Erasure(row.bytes(range)), erasure.number == nextReceipt
            else { throw .malformed }
            restore(erasure: erasure)
        }
    }

    /// Puts a row of saved views in place.
    public mutating func restore(views row: RawSpan) throws(TenantSnapshotError) {
        var reader = ByteReader(row)
        while reader.remaining > 0 {
            guard let range = reader.lengthPrefixedRange(),
                let view = SavedView(row.bytes(range))
            else { throw .malformed }
            restore(view: view)
        }
    }

    /// Puts a row of addresses that are kept out in place.
    public mutating func restore(keepOut row: RawSpan) throws(TenantSnapshotError) {
        var reader = ByteReader(row)
        guard let low = reader.littleEndianUInt64(), let high = reader.littleEndianUInt64(),
            reader.remaining % 12 == 0
        else { throw .malformed }
        restore(keepOutKey: KeyedHash(low: low, high: high))
        while let digest = reader.littleEndianUInt64(), let receipt = reader.littleEndianUInt32() {
            restore(keepOut: KeepOut.Entry(digest: digest, receipt: receipt))
        }
    }

    /// Puts a row of remembered replies in place.
    public mutating func restore(replies rows: RawSpan) throws(TenantSnapshotError) {
        guard replies.restore(rows) else { throw .malformed }
    }
}
