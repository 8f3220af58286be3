import CarnetBytes

// PAYLOAD OF clientsErased AND clientsAnonymized. Nothing of the person, so that the log holds none
// of it from this record on:
//    varint receipt, u8 flags (bit 0: the person asked for it, bit 1: the
//    time is over for which the tenant keeps people, bit 2: the receipt counts bookings and links as
//    well), varint length and name of the token,
//    varint count and varint numbers of the clients that were named, then the same of the doubles that had
//    gone into them; where the log was redacted since, six varints of ``Erasure/Counts``, with bit 2
//    eight, which can't be counted any more

/// Who is forgotten, as the log says it.
public struct ErasureEvent: Hashable, Sendable {
    /// Dense from 1 in its tenant.
    public let receipt: UInt32
    /// Whether the person asked for it.
    public let isRequested: Bool
    /// Whether it is the tenant's setting `retention_months` that asks for it.
    public let isByRetention: Bool
    /// Whether the receipt counts bookings and links: those of earlier builds do not, and stay as
    /// they were when their log is read again.
    public let countsBookings: Bool
    /// The name of the token that said so; empty for the machine's owner.
    public let by: [UInt8]
    public let named: [ClientID]
    /// Those merged into one of them, at whatever remove (R-SAL-19).
    public let doubles: [ClientID]
    /// What went with them, where the log does not show it any more.
    private(set) var counts: Erasure.Counts?

    init(
        receipt: UInt32,
        isRequested: Bool,
        isByRetention: Bool = false,
        countsBookings: Bool = true,
        by: [UInt8],
        named: [ClientID],
        doubles: [ClientID]
    ) {
        self.receipt = receipt
        self.isRequested = isRequested
        self.isByRetention = isByRetention
        self.countsBookings = countsBookings
        self.by = by
        self.named = named
        self.doubles = doubles
    }

    /// Reads a payload; nil where it makes no sense.
    public init?(_ payload: RawSpan) {
        var reader = ByteReader(payload)
        guard let receipt = reader.varint(), receipt >= 1, receipt < UInt64(UInt32.max),
            let flags = reader.byte(), let by = reader.lengthPrefixedRange(),
            let named = Self.clients(&reader), let doubles = Self.clients(&reader)
        else { return nil }
        self.init(
            receipt: UInt32(truncatingIfNeeded: receipt),
            isRequested: flags & 1 != 0,
            isByRetention: flags & 2 != 0,
            countsBookings: flags & 4 != 0,
            by: payload.bytes(by).array(),
            named: named,
            doubles: doubles
        )
        guard reader.remaining > 0 else { return }
        counts = Erasure.Counts(&reader, withBookings: countsBookings)
    }

    func append(to payload: inout ByteWriter) {
        payload.append(varint: UInt64(receipt))
        payload.append(
            (isRequested ? 1 : 0) | (isByRetention ? 2 : 0) | (countsBookings ? 4 : 0)
        )
        payload.append(lengthPrefixed: unsafe by.span.bytes)
        Self.append(named, to: &payload)
        Self.append(doubles, to: &payload)
    }

    private static func append(_ ids: [ClientID], to payload: inout ByteWriter) {
        payload.append(varint: UInt64(ids.count))
        for id in ids { payload.append(varint: UInt64(id.value)) }
    }

    private static func clients(_ reader: inout ByteReader) -> [ClientID]? {
        // Each takes a byte at least, so a count that lies can't reserve more than the payload has.
        guard let count = reader.varint(), count <= UInt64(reader.remaining) else { return nil }
        var ids: [ClientID] = []
        for _ in 0..<count {
            guard let id = MergeEvent.client(&reader) else { return nil }
            ids.append(id)
        }
        return ids
    }
}
