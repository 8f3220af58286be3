import CarnetBytes
public import CarnetIndex
public import CarnetModel

/// The block list.
extension Shard {
    /// CLIENT.BLOCK: all or none. `until` in milliseconds since 1970.
    public func blockClients(
        _ cell: TenantCell,
        _ ids: [ClientID],
        reason: [UInt8]?,
        until: UInt64?,
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        try changeEach(cell, options) { tenant, context, events throws(Refusal) in
            try tenant.decideBlock(
                ids,
                reason: reason,
                until: until,
                in: context,
                ifVersion: options.ifVersion,
                events: &events
            )
        }
    }

    /// CLIENT.UNBLOCK: all or none.
    public func unblockClients(
        _ cell: TenantCell,
        _ ids: [ClientID],
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        try changeEach(cell, options) { tenant, context, events throws(Refusal) in
            try tenant.decideUnblock(
                ids,
                in: context,
                ifVersion: options.ifVersion,
                events: &events
            )
        }
    }

    /// Whether there are blocked clients that others may turn out to be.
    public func hasBlocked(_ cell: TenantCell) -> Bool {
        !cell.blocked.isEmpty && cell.tenant.settings.value(of: .blocking) != "off"
    }

    /// R-SAL-08: the clients whose block holds now and who share an e-mail, a phone, a former one of
    /// either, or the name with this one. None where the tenant keeps no block list. A match by
    /// name alone is a warning for staff and keeps nobody from anything.
    public func blockedMatches(_ cell: TenantCell, _ id: ClientID) -> [BlockedClients.Match] {
        guard hasBlocked(cell) else { return [] }
        let clients = cell.tenant.clients
        guard let bytes = clients.record(id.value) else { return [] }
        let now = context.now.millisecondsSinceEpoch
        return cell.blocked.matches(of: ClientRecord(bytes)).filter { match in
            guard let other = clients.record(match.id.value) else { return false }
            return ClientRecord(other).isBlocked(atMilliseconds: now)
        }
    }

    /// As above, of a client that was created or changed just now; none where that was only tried.
    public func blockedMatches(
        _ cell: TenantCell,
        of result: WriteResult
    ) -> [BlockedClients.Match] {
        result.lsn == nil ? [] : blockedMatches(cell, ClientID(result.number))
    }
}
