import CarnetBytes

// MERGE AT REST. A record as CarnetBytes draws it (its number is the merge's), bit 4 of the flags
// set, then:
//    7  varint survivor, varint double, varint milliseconds since 1970 at which it was made,
//       varint milliseconds at which it was undone (0 while it stands), u8 status that the double had
//       then tagged fields: u8 tag, varint length, bytes
//    1  varint: fields that were taken from the double, as bits
//    2  the reason that was given
//    3  empty: what forbids such a merge was passed by FORCE
//    4  the name of a field of the tenant's own that was taken from the double; one for each
// Tags that this build does not know are carried along.

/// One merge: who went into whom, and what undoing it needs.
public struct MergeRow: Hashable, Sendable {
    static let flag: UInt8 = 1 << 4
    private static let takenTag: UInt8 = 1
    private static let reasonTag: UInt8 = 2
    private static let forcedTag: UInt8 = 3
    private static let takenCustomTag: UInt8 = 4

    /// Dense from 1 in its tenant, never used again.
    public let number: UInt32
    public let survivor: ClientID
    public let double: ClientID
    /// Milliseconds since 1970.
    public let milliseconds: UInt64
    /// When it was undone, or nil while it stands.
    public var undoneMilliseconds: UInt64?
    /// The status that the double had and gets back.
    public let statusBefore: ClientStatus
    /// Tagged fields.
    private(set) var fields: [UInt8]

    public var stands: Bool { undoneMilliseconds == nil }

    /// Fields that were taken from the double, as bits.
    public var taken: UInt64 {
        guard let range = range(of: Self.takenTag) else { return 0 }
        var reader = unsafe ByteReader(fields.span.bytes.bytes(range))
        return reader.varint() ?? 0
    }

    /// Names of the tenant's own fields that were taken from the double.
    public var takenCustoms: [[UInt8]] {
        let bytes = unsafe fields.span.bytes
        var names: [[UInt8]] = []
        var cursor = FieldCursor(offset: 0)
        while let (tag, range) = cursor.next(in: bytes) {
            if tag == Self.takenCustomTag { names.append(bytes.bytes(range).array()) }
        }
        return names
    }

    /// What was said in explanation.
    public var reason: [UInt8]? { range(of: Self.reasonTag).map { Array(fields[$0]) } }

    /// What was said in explanation, in the fields as rows and events hold them.
    @_lifetime(copy fields)
    static func reason(in fields: RawSpan) -> RawSpan? {
        var cursor = FieldCursor(offset: 0)
        while let (tag, range) = cursor.next(in: fields) {
            if tag == reasonTag { return fields.bytes(range) }
        }
        return nil
    }

    /// Takes out what was said and which fields went where: one of the two was erased.
    mutating func forgetWords() { fields = [] }

    /// Whether FORCE was said.
    public var isForced: Bool { range(of: Self.forcedTag) != nil }

    private func range(of wanted: UInt8) -> Range<Int>? {
        let bytes = unsafe fields.span.bytes
        var cursor = FieldCursor(offset: 0)
        while let (tag, range) = cursor.next(in: bytes) {
            if tag == wanted { return range }
        }
        return nil
    }

    /// Fields as rows and events hold them.
    static func fields(
        taken: UInt64,
        takenCustoms: [[UInt8]],
        reason: [UInt8]?,
        isForced: Bool
    ) -> [UInt8] {
        var writer = ByteWriter(capacity: 64)
        if taken != 0 {
            writer.append(takenTag)
            writer.append(varint: UInt64(varintByteCount(taken)))
            writer.append(varint: taken)
        }
        if let reason { ClientContent.append(reasonTag, [reason], to: &writer) }
        if isForced { ClientContent.append(forcedTag, [], to: &writer) }
        if !takenCustoms.isEmpty {
            ClientContent.append(takenCustomTag, takenCustoms, to: &writer)
        }
        return writer.array()
    }

    init(
        number: UInt32,
        survivor: ClientID,
        double: ClientID,
        milliseconds: UInt64,
        statusBefore: ClientStatus,
        fields: [UInt8]
    ) {
        self.number = number
        self.survivor = survivor
        self.double = double
        self.milliseconds = milliseconds
        self.statusBefore = statusBefore
        self.fields = fields
    }

    /// Reads a row; nil where it makes no sense.
    public init?(_ bytes: RawSpan) {
        guard bytes.byteCount > RecordStore.headerByteCount else { return nil }
        let body = bytes.bytes(RecordStore.headerByteCount..<bytes.byteCount)
        var reader = ByteReader(body)
        guard let survivor = reader.varint(), let double = reader.varint(),
            let made = reader.varint(), let undone = reader.varint(),
            let rawStatus = reader.byte(), let status = ClientStatus(rawValue: rawStatus),
            survivor >= 1, survivor <= UInt64(Tenant.clientCountMax),
            double >= 1, double <= UInt64(Tenant.clientCountMax)
        else { return nil }
        self.init(
            number: bytes.littleEndianUInt32(at: 3),
            survivor: ClientID(UInt32(truncatingIfNeeded: survivor)),
            double: ClientID(UInt32(truncatingIfNeeded: double)),
            milliseconds: made,
            statusBefore: status,
            fields: body.bytes(reader.offset..<body.byteCount).array()
        )
        undoneMilliseconds = undone == 0 ? nil : undone
    }

    /// Writes the row as its store keeps it.
    func append(to writer: inout ByteWriter) {
        let start = writer.byteCount
        writer.append(littleEndian: UInt16(0))
        writer.append(Self.flag)
        writer.append(littleEndian: number)
        writer.append(varint: UInt64(survivor.value))
        writer.append(varint: UInt64(double.value))
        writer.append(varint: milliseconds)
        writer.append(varint: undoneMilliseconds ?? 0)
        writer.append(statusBefore.rawValue)
        writer.append(fields)
        let fits = ClientRecordWriter.finish(from: start, in: &writer)
        precondition(fits, "the fields of a row are cut to 4 KiB when they are read")
    }
}
