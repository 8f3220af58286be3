public import CarnetBytes

/// What a tenant is told of an account that one of its clients is linked to.
public struct AccountNews: Hashable, Sendable {
    public let account: AccountID
    public let client: ClientID
    /// The directory's event: told once, and never after a later one.
    public let origin: LSN
    /// The person's e-mail, where that is what is told.
    public let email: [UInt8]?
}

/// What a tenant makes of it.
public enum NewsOutcome: Hashable, Sendable {
    /// The client is linked, and shows what it should; events were written where it did not.
    case told
    /// There is no such client any more: the link has no use.
    case gone
}

extension Tenant {
    /// The account that a client's record names; of a merged one, the survivor's. Whether the directory
    /// says so too has to be asked there: a tenant of the same name may have stood here before.
    public func account(of id: ClientID) -> AccountMark? {
        guard let record = clients.record(survivor(of: id).value) else { return nil }
        return ClientRecord(record).accountMark
    }

    /// Carries an account's event over to a linked client, unless that was done before: the record
    /// names the last event that was.
    public func decideNews(
        _ news: AccountNews,
        events: inout EventBuffer
    ) throws(Refusal) -> NewsOutcome {
        guard clients.contains(news.client.value) else { return .gone }
        let id = survivor(of: news.client)
        guard let old = clients.record(id.value) else { return .gone }
        let record = ClientRecord(old)
        guard record.status == .active || record.status == .inactive else { return .gone }
        if let mark = record.accountMark {
            guard mark.origin < news.origin else { return .told }
            // Merged into somebody else's client: that person's own account goes on.
            guard mark.account == news.account || id == news.client else { return .told }
        }
        let start = events.payloads.byteCount
        events.payloads.append(varint: UInt64(id.value))
        let fieldsStart = start + varintByteCount(UInt64(id.value))
        var changed: UInt64 = 1 << UInt64(AccountMark.tag)
        if let email = news.email, !email.isEmpty {
            let known = record.field(.email).map { old.bytes($0).array() }
            if known != email {
                ClientRecordWriter.append(
                    tag: ClientField.email.rawValue,
                    unsafe email.span.bytes,
                    to: &events.payloads
                )
                changed |= ClientField.email.bit
            }
        }
        let mark = AccountMark(account: news.account, origin: news.origin).value
        ClientRecordWriter.append(
            tag: AccountMark.tag,
            unsafe mark.span.bytes,
            to: &events.payloads
        )
        do throws(Refusal) {
            try completeChange(id, changed: changed, fieldsStart: fieldsStart, in: &events.payloads)
        } catch {
            events.discardOpen()
            throw error
        }
        var origin = ByteWriter(capacity: 10)
        origin.append(varint: news.origin.value)
        ClientRecordWriter.append(tag: EventTag.origin, origin.bytes, to: &events.payloads)
        events.close(.clientChanged)
        return .told
    }
}
