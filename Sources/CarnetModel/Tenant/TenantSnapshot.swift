import CarnetBytes

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
