import CarnetBytes
public import CarnetModel

/// Links of clients and points of partners.
extension Shard {
    /// LINK.ADD. `number` of the result is the link's; no LSN where the same link stood before.
    public func addLink(
        _ cell: TenantCell,
        _ id: ClientID,
        _ kind: LinkKind,
        _ reference: RawSpan,
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        try changeLinks(cell, .link, options) { tenant, events throws(Refusal) in
            try tenant.decideLink(id, kind, reference, events: &events)
        }
    }

    /// LINK.REMOVE.
    public func removeLink(
        _ cell: TenantCell,
        _ number: UInt32,
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        try changeLinks(cell, .link, options) { tenant, events throws(Refusal) in
            try tenant.decideLinkRemoval(number, events: &events)
            return number
        }
    }

    /// POINTS.ADD.
    public func addPoints(
        _ cell: TenantCell,
        _ partner: RawSpan,
        _ points: Int64,
        reason: [UInt8],
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        try changeLinks(cell, .points, options) { tenant, events throws(Refusal) in
            try tenant.decidePoints(partner, points, reason: reason, events: &events)
            return 0
        }
    }

    /// `decide` answers the number of what it is about.
    private func changeLinks(
        _ cell: TenantCell,
        _ kind: RememberedReply.Kind,
        _ options: WriteOptions,
        decide: (borrowing Tenant, inout EventBuffer) throws(Refusal) -> UInt32
    ) throws(CommandFailure) -> WriteResult {
        if let known = try remembered(cell, options) { return known }
        events.removeAll()
        let number: UInt32
        do throws(Refusal) {
            number = try decide(cell.tenant, &events)
        } catch {
            events.removeAll()
            throw .refused(error)
        }
        guard events.count > 0, !options.isDryRun else {
            return WriteResult(kind: kind, number: number, version: 0, lsn: nil)
        }
        let lsn = try commit(
            cell,
            microseconds: microsecondsNow,
            wantsSync: options.wantsSync,
            keyed: keyed(options, kind, number: number, version: 0)
        )
        return WriteResult(kind: kind, number: number, version: 0, lsn: lsn)
    }
}
