import CarnetBytes
import CarnetIndex
public import CarnetModel

/// How a list is ordered: by one thing up or down, then by id. Who lacks it comes last both ways.
public struct ClientOrder: Hashable, Sendable {
    public enum By: Hashable, Sendable {
        case id
        case version
        case created
        case updated
        case status
        /// R-RSV-10: folded last name, then first name.
        case name
        case field(ClientField)
        /// A field of the tenant's own, by its name without `x.`: kinds apart, then by value.
        case custom([UInt8])
        // What follows from bookings.
        case lastBooking
        case nextBooking
        case bookings
        case noShows
    }

    public var by: By
    public var isDescending: Bool

    public init(by: By, isDescending: Bool) {
        self.by = by
        self.isDescending = isDescending
    }

    /// Reads `f` or `-f`; nil where no list can be ordered by it.
    public init?(_ word: RawSpan) {
        let isDescending = word.byteCount > 1 && word.byte(at: 0) == UInt8(ascii: "-")
        let name = word.bytes((isDescending ? 1 : 0)..<word.byteCount)
        let by: By
        if name.isEqual(to: "id") {
            by = .id
        } else if name.isEqual(to: "version") {
            by = .version
        } else if name.isEqual(to: "created") {
            by = .created
        } else if name.isEqual(to: "updated") {
            by = .updated
        } else if name.isEqual(to: "status") {
            by = .status
        } else if name.isEqual(to: "name") {
            by = .name
        } else if name.isEqual(to: "last_booking") {
            by = .lastBooking
        } else if name.isEqual(to: "next_booking") {
            by = .nextBooking
        } else if name.isEqual(to: "bookings") {
            by = .bookings
        } else if name.isEqual(to: "no_shows") {
            by = .noShows
        } else if let field = ClientField(name: name), !field.repeats {
            by = .field(field)
        } else if let custom = CustomText.name(name),
            custom.byteCount <= CustomValue.nameByteCountMax
        {
            by = .custom(custom.array())
        } else {
            return nil
        }
        self.init(by: by, isDescending: isDescending)
    }

    /// Keys are compared to this many bytes; clients alike so far follow by id.
    static let keyByteCountMax = 96

    /// Whether it asks what the clients' bookings come to.
    var asksBookings: Bool {
        by == .lastBooking || by == .nextBooking || by == .bookings || by == .noShows
    }

    /// Writes what the client is ordered by: bytes that compare as the values do. Nothing is
    /// written for a client that lacks it. `figures` is asked for where the order is one of bookings.
    func appendKey(
        _ record: borrowing ClientRecord,
        figures: () -> BookingFigures,
        to key: inout ByteWriter
    ) {
        switch by {
        case .lastBooking: if let last = figures().last { Self.append(last.milliseconds, to: &key) }
        case .nextBooking: if let next = figures().next { Self.append(next.milliseconds, to: &key) }
        case .bookings: Self.append(UInt64(figures().bookings), to: &key)
        case .noShows: Self.append(UInt64(figures().noShows), to: &key)
        case .id: break
        case .version: Self.append(UInt64(record.version), to: &key)
        case .created: Self.append(record.createdMilliseconds, to: &key)
        case .updated: Self.append(record.updatedMilliseconds, to: &key)
        case .status: key.append(record.status.rawValue)
        case .name: appendName(record, to: &key)
        case .custom(let name): appendCustom(name, record, to: &key)
        case .field(let field):
            guard let range = record.field(field) else { return }
            switch field {
            case .phone, .newsletter:
                Self.append(record.integer(range), to: &key)
            case .birthday:
                Self.append(record.integer(range), to: &key)
            default:
                Folding.appendFolded(record.bytes.bytes(range), to: &key)
            }
        }
        if key.byteCount > Self.keyByteCountMax { key.truncate(to: Self.keyByteCountMax) }
    }

    private func appendCustom(
        _ name: [UInt8],
        _ record: borrowing ClientRecord,
        to key: inout ByteWriter
    ) {
        guard let value = record.custom(unsafe name.span.bytes) else { return }
        key.append(value.kind.rawValue)
        if let integer = value.integer {
            // The sign bit turned round: negative numbers stand before positive ones.
            Self.append(UInt64(bitPattern: integer) ^ 1 << 63, to: &key)
        } else {
            var text = ByteWriter(capacity: 64)
            value.appendText(to: &text)
            Folding.appendFolded(text.bytes, to: &key)
        }
    }

    private func appendName(_ record: borrowing ClientRecord, to key: inout ByteWriter) {
        let last = record.bytes.bytes(record.field(.last) ?? 0..<0)
        let first = record.bytes.bytes(record.field(.first) ?? 0..<0)
        guard last.byteCount > 0 || first.byteCount > 0 else { return }
        Folding.appendSortKey(last: last, first: first, to: &key)
    }

    private static func append(_ value: UInt64, to key: inout ByteWriter) {
        key.append(littleEndian: value.byteSwapped)
    }
}
