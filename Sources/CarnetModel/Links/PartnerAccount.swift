import CarnetBytes

// ACCOUNT AT REST. varint length and partner, then varints: points given by hand (zigzag), points
// of bookings, bookings that they are of.

/// The points of one partner (R-RES-44).
public struct PartnerAccount: Hashable, Sendable {
    /// The most points one POINTS.ADD may add or take.
    public static let pointsMax: Int64 = 1_000_000_000

    public let partner: [UInt8]
    /// Added by hand, less those taken by hand.
    public var given: Int64 = 0
    /// Of its bookings that are done.
    public var earned: Int64 = 0
    /// How many bookings those are of, aged ones included.
    public var bookings: UInt32 = 0

    /// What there is.
    public var points: Int64 { given &+ earned }

    var isEmpty: Bool { given == 0 && earned == 0 && bookings == 0 }

    init(partner: [UInt8]) { self.partner = partner }

    /// Reads a row; nil where it makes no sense.
    init?(_ row: RawSpan) {
        var reader = ByteReader(row)
        guard let partner = reader.lengthPrefixedRange(), let given = reader.varint(),
            let earned = reader.varint(), let bookings = reader.varint()
        else { return nil }
        self.init(partner: row.bytes(partner).array())
        self.given = Self.signed(given)
        self.earned = Int64(clamping: earned)
        self.bookings = UInt32(clamping: bookings)
    }

    func append(to row: inout ByteWriter) {
        row.append(lengthPrefixed: unsafe partner.span.bytes)
        row.append(varint: Self.zigzag(given))
        row.append(varint: UInt64(clamping: earned))
        row.append(varint: UInt64(bookings))
    }

    /// Small numbers of either sign as small numbers: 0, -1, 1, -2, …
    static func zigzag(_ value: Int64) -> UInt64 {
        UInt64(bitPattern: value << 1) ^ UInt64(bitPattern: value >> 63)
    }

    public static func signed(_ value: UInt64) -> Int64 {
        Int64(bitPattern: value >> 1) ^ (0 &- Int64(bitPattern: value & 1))
    }
}
