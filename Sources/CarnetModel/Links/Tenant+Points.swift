import CarnetBytes

/// Points that partners get for the bookings they bring (R-RES-44): POINTS.ADD and POINTS.GET.
///
/// The points of a booking stand in the booking itself, written by `bookingDone` as the setting
/// `partner_points` says then; an account counts those of its partner's bookings. So none is
/// credited twice, and what is corrected corrects the account.
extension Tenant {
    /// What a partner has; nil where it has never had any. O(log partners).
    public func account(of given: RawSpan) throws(Refusal) -> (partner: [UInt8], PartnerAccount?) {
        let partner = try Self.checkedPartner(given)
        return (partner, links.first?.account(partner))
    }

    /// POINTS.ADD: writes `pointsAdded`. Negative points are taken, as where they are spent: not
    /// more than there are.
    public func decidePoints(
        _ given: RawSpan,
        _ points: Int64,
        reason: [UInt8],
        events: inout EventBuffer
    ) throws(Refusal) {
        let partner = try Self.checkedPartner(given)
        guard points != 0, points.magnitude <= UInt64(PartnerAccount.pointsMax) else {
            throw .invalid(
                field: "n",
                problem: "must be a whole number, not 0, of \(PartnerAccount.pointsMax) at most"
            )
        }
        let account = links.first?.account(partner) ?? PartnerAccount(partner: partner)
        guard points > 0 || account.points >= -points else {
            throw .invalid(
                field: "n",
                problem: "the partner has \(account.points) points; no more than those can be taken"
            )
        }
        // Some two billion such commands away from the end of 62 bits.
        guard account.given < Int64.max / 4 else {
            throw .invalid(field: "n", problem: "the partner has as many points as are counted")
        }
        events.payloads.append(lengthPrefixed: unsafe partner.span.bytes)
        events.payloads.append(varint: PartnerAccount.zigzag(points))
        ClientRecordWriter.append(
            tag: Self.reasonTag,
            unsafe reason.span.bytes,
            to: &events.payloads
        )
        events.close(.pointsAdded)
    }

    /// Of `pointsAdded`.
    public static let reasonTag: UInt8 = 1

    private static func checkedPartner(_ given: RawSpan) throws(Refusal) -> [UInt8] {
        var scratch = ByteWriter(capacity: 64)
        do throws(ValueError) {
            let checked = try TextValue.check(given, .line, scratch: &scratch)
            let partner = checked.bytes(given: given, scratch: scratch).array()
            guard !partner.isEmpty else { throw ValueError.empty }
            return partner
        } catch {
            throw .invalid(field: "partner", problem: error.message)
        }
    }

    // MARK: Points of bookings

    /// Appends what BOOKING.DONE and BOOKING.NOSHOW make of a booking's points: a visit has those
    /// of the setting as it is then, a missed one none.
    func appendPoints(
        _ step: BookingStep,
        _ record: borrowing BookingRecord,
        to payload: inout ByteWriter
    ) {
        if step == .finish {
            let points = settings.value(of: .partnerPoints).flatMap { UInt64($0) } ?? 0
            guard points > 0, record.field(.partner) != nil else { return }
            Self.append(.points, integer: points, to: &payload)
        } else if record.field(.points) != nil {
            payload.append(BookingField.points.rawValue)
            payload.append(0)
        }
    }

    /// Keeps accounts as a booking is about to become: its points leave the partner whose they
    /// were and go to the one whose they are.
    mutating func keepPoints(of bytes: RawSpan) {
        let before = bookingRecords.read(bytes.littleEndianUInt32(at: 3)) { Self.credit(of: $0) }
        let after = Self.credit(of: bytes)
        guard before ?? nil != after else { return }
        if let before = before ?? nil {
            changeAccount(before.partner) { account in
                account.earned &-= before.points
                account.bookings &-= 1
            }
        }
        if let after {
            changeAccount(after.partner) { account in
                account.earned &+= after.points
                account.bookings &+= 1
            }
        }
    }

    private struct Credit: Equatable {
        let partner: [UInt8]
        let points: Int64
    }

    private static func credit(of bytes: RawSpan) -> Credit? {
        let record = BookingRecord(bytes)
        guard let points = record.integer(.points), let partner = record.field(.partner) else {
            return nil
        }
        return Credit(partner: bytes.bytes(partner).array(), points: Int64(clamping: points))
    }

    mutating func changeAccount(
        _ partner: [UInt8],
        _ change: (inout PartnerAccount) -> Void
    ) {
        var account = links.first?.account(partner) ?? PartnerAccount(partner: partner)
        change(&account)
        put(account)
    }

    /// Puts an account in place, of an event or of a snapshot.
    private mutating func put(_ account: PartnerAccount) {
        if links.isEmpty { links.append(Links()) }
        var row = ByteWriter(capacity: 64)
        if let old = links[0].account(account.partner) {
            old.append(to: &row)
            digest.remove(row.bytes)
            row.removeAll()
        }
        links[0].put(account)
        guard !account.isEmpty else { return }
        account.append(to: &row)
        digest.add(row.bytes)
    }

    /// Puts a row of accounts in place.
    public mutating func restore(points row: RawSpan) throws(TenantSnapshotError) {
        var reader = ByteReader(row)
        while reader.remaining > 0 {
            guard let range = reader.lengthPrefixedRange(),
                let account = PartnerAccount(row.bytes(range))
            else { throw .malformed }
            put(account)
        }
    }
}
