import CarnetBytes

/// Verification of bookings that are made online (R-SAL-16 to R-SAL-18).
extension Tenant {
    /// How long a code holds, in milliseconds.
    public static let codeMilliseconds: UInt64 = 15 * 60_000
    /// How many wrong codes may come.
    public static let codeTryCountMax = 5

    func appendCode(_ digest: [UInt8], in context: Context, to payload: inout ByteWriter) {
        ClientRecordWriter.append(
            tag: BookingField.codeDigest.rawValue,
            unsafe digest.span.bytes,
            to: &payload
        )
        Self.append(
            .codeEnd,
            integer: context.now.millisecondsSinceEpoch &+ Self.codeMilliseconds,
            to: &payload
        )
    }

    /// BOOKING.VERIFY: writes what the code makes of the booking. A wrong one counts, also across a
    /// restart; the fifth lets the booking expire.
    public func decideVerification(
        _ id: BookingID,
        digest: [UInt8],
        in context: Context,
        events: inout EventBuffer
    ) throws(Refusal) -> BookingProof {
        let records = bookingRecords
        guard let bytes = records.record(id.value) else { throw .noBooking(id) }
        let record = BookingRecord(bytes)
        let now = context.now.millisecondsSinceEpoch
        guard record.keptStatus == .unverified else {
            throw .bookingState(id, record.keptStatus, .verify)
        }
        let failures = Int(clamping: record.integer(.codeFailures) ?? 0)
        let isRight = Self.isEqual(
            record.field(.codeDigest).map { bytes.bytes($0).array() },
            digest
        )
        let isLate = record.status(atMilliseconds: now) == .expired
        events.payloads.append(varint: UInt64(id.value))
        let version = record.version &+ 1
        guard isRight, !isLate else {
            if isLate || failures + 1 >= Self.codeTryCountMax {
                Self.appendNoCode(to: &events.payloads)
                events.close(.bookingExpired)
                return .expired(BookingOutcome(id: id, status: .expired, version: version))
            }
            Self.append(.codeFailures, integer: UInt64(failures + 1), to: &events.payloads)
            events.close(.bookingCodeFailed)
            return .wrong(
                BookingOutcome(id: id, status: .unverified, version: version),
                triesLeft: Self.codeTryCountMax - failures - 1
            )
        }
        Self.appendNoCode(to: &events.payloads)
        events.close(.bookingVerified)
        return .verified(BookingOutcome(id: id, status: .confirmed, version: version))
    }

    /// The code is not kept once it has done its work.
    private static func appendNoCode(to payload: inout ByteWriter) {
        for field in [BookingField.codeDigest, .codeEnd, .codeFailures] {
            payload.append(field.rawValue)
            payload.append(0)
        }
    }

    /// In time that does not tell where they differ.
    private static func isEqual(_ kept: [UInt8]?, _ given: [UInt8]) -> Bool {
        guard let kept, kept.count == given.count, !kept.isEmpty else { return false }
        var difference: UInt8 = 0
        for index in kept.indices { difference |= kept[index] ^ given[index] }
        return difference == 0
    }
}
