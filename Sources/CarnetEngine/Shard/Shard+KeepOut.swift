import CarnetBytes
import CarnetIndex
import CarnetModel

/// Which addresses of a client are kept out since an erasure.
public struct KeptOutWays: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let email = KeptOutWays(rawValue: 1)
    public static let phone = KeptOutWays(rawValue: 2)
}

extension ClientAddress {
    /// What is kept of an address, or looked for: of an e-mail as it is spelled but for case, and the
    /// mailbox that it reaches, so that what a later version knows of providers loses nobody. None
    /// of an address that says nothing of who somebody is (relays, placeholders, dummy numbers):
    /// it would keep out others.
    func digests(_ key: KeyedHash) -> [UInt64] {
        switch self {
        case .email(let address):
            var folded = ByteWriter(capacity: 128)
            var mailbox = ByteWriter(capacity: 128)
            EmailAddress.appendFolded(unsafe address.span.bytes, to: &folded)
            let traits = MailProviders.appendMailbox(folded.bytes, to: &mailbox)
            guard traits.isDisjoint(with: .saysNothing) else { return [] }
            let digest = Self.digest(email: folded.bytes, key)
            guard !mailbox.bytes.isEqual(to: folded.bytes) else { return [digest] }
            return [digest, Self.digest(email: mailbox.bytes, key)]
        case .phone(let digits):
            guard let phone = PhoneNumber(e164Digits: digits), !PhoneOddities.isDummy(phone) else {
                return []
            }
            return [Self.digest(phone: digits, key)]
        }
    }
}

extension TenantCell {
    /// Which addresses among these fields are kept out. One look where nobody is.
    func keptOut(_ fields: RawSpan, from start: Int) -> KeptOutWays {
        guard !tenant.keepOut.isEmpty, let key = tenant.keepOut.key else { return [] }
        var ways: KeptOutWays = []
        var cursor = FieldCursor(offset: start)
        while let (tag, range) = cursor.next(in: fields) {
            // What becomes a former address was not brought by this command.
            guard tag == ClientField.email.rawValue || tag == ClientField.phone.rawValue,
                let address = ClientAddress(tag, fields.bytes(range)),
                address.digests(key).contains(where: tenant.keepOut.contains)
            else { continue }
            ways.insert(tag == ClientField.email.rawValue ? .email : .phone)
        }
        return ways
    }
}

extension Shard {
    /// Which addresses of the client that is open in `events` are kept out; refused where nobody
    /// would see a warning.
    func keptOutOfDraft(
        _ cell: TenantCell,
        from start: Int,
        _ options: WriteOptions
    ) throws(CommandFailure) -> KeptOutWays {
        let ways = cell.keptOut(events.payloads.bytes, from: start)
        guard options.keepsOut, !ways.isEmpty else { return ways }
        events.removeAll()
        matching.forget()
        throw .refused(.keptOut)
    }

    /// KEEPOUT.LIFT of all that an erasure left.
    public func liftKeepOut(
        _ cell: TenantCell,
        receipt: UInt32,
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        try lift(cell, .receipt(receipt), options)
    }

    /// KEEPOUT.LIFT of an e-mail, given as it would be in CLIENT.ADD.
    public func liftKeepOut(
        _ cell: TenantCell,
        email: RawSpan,
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        var scratch = ByteWriter(capacity: 128)
        let rule = TextRule(byteCountMax: EmailAddress.byteCountMax, allowsEmpty: false)
        let address: [UInt8]
        do throws(ValueError) {
            let text = try TextValue.check(email, rule, scratch: &scratch)
            address = text.bytes(given: email, scratch: scratch).array()
        } catch {
            throw .refused(.invalid(field: "email", problem: error.message))
        }
        return try lift(cell, .email(address), options)
    }

    /// KEEPOUT.LIFT of a phone, in any spelling.
    public func liftKeepOut(
        _ cell: TenantCell,
        phone: RawSpan,
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        let digits: UInt64
        do throws(PhoneError) {
            digits = try PhoneParser.parse(phone, country: cell.tenant.settings.country).digits
        } catch {
            throw .refused(.invalid(field: "phone", problem: error.message))
        }
        return try lift(cell, .phone(digits), options)
    }

    private func lift(
        _ cell: TenantCell,
        _ address: ClientAddress,
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        let digests = cell.tenant.keepOut.key.map { address.digests($0) } ?? []
        return try lift(cell, .digests(digests), options)
    }

    private func lift(
        _ cell: TenantCell,
        _ lift: KeepOutLift,
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        if let known = try remembered(cell, options) { return known }
        events.removeAll()
        let count: Int
        do throws(Refusal) {
            count = try cell.tenant.decideLift(lift, events: &events)
        } catch {
            throw .refused(error)
        }
        let number = UInt32(clamping: count)
        guard events.count > 0, !options.isDryRun else {
            return WriteResult(kind: .lifted, number: number, version: 0, lsn: nil)
        }
        let lsn = try commit(
            cell,
            microseconds: microsecondsNow,
            wantsSync: options.wantsSync,
            keyed: keyed(options, .lifted, number: number, version: 0)
        )
        return WriteResult(kind: .lifted, number: number, version: 0, lsn: lsn)
    }
}
