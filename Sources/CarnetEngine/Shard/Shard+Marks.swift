import CarnetBytes
public import CarnetModel

/// What is said of several clients at once: tags, newsletter, the block list.
extension Shard {
    /// CLIENT.TAG: all or none.
    public func changeTags(
        _ cell: TenantCell,
        _ ids: [ClientID],
        adding added: [[UInt8]],
        removing removed: [[UInt8]],
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        try changeEach(cell, options) { tenant, _, events throws(Refusal) in
            try tenant.decideTags(
                ids,
                adding: added,
                removing: removed,
                ifVersion: options.ifVersion,
                events: &events
            )
        }
    }

    /// CLIENT.NEWSLETTER: all or none.
    public func setNewsletter(
        _ cell: TenantCell,
        _ ids: [ClientID],
        to isWanted: Bool,
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        try changeEach(cell, options) { tenant, context, events throws(Refusal) in
            try tenant.decideNewsletter(
                ids,
                to: isWanted,
                in: context,
                ifVersion: options.ifVersion,
                events: &events
            )
        }
    }

    /// Commits what `decide` writes, in one append; `decide` answers how many clients change, and so
    /// does the result.
    func changeEach(
        _ cell: TenantCell,
        _ options: WriteOptions,
        decide: (borrowing Tenant, Context, inout EventBuffer) throws(Refusal) -> Int
    ) throws(CommandFailure) -> WriteResult {
        if let known = try remembered(cell, options) { return known }
        events.removeAll()
        let microseconds = microsecondsNow
        let context = Context(now: Timestamp(millisecondsSinceEpoch: microseconds / 1_000))
        let count: Int
        do throws(Refusal) {
            count = try decide(cell.tenant, context, &events)
        } catch {
            events.removeAll()
            throw .refused(error)
        }
        let number = UInt32(truncatingIfNeeded: count)
        guard events.count > 0, !options.isDryRun else {
            return WriteResult(kind: .changed, number: number, version: 0, lsn: nil)
        }
        let lsn = try commit(
            cell,
            microseconds: microseconds,
            wantsSync: options.wantsSync,
            keyed: keyed(options, .changed, number: number, version: 0)
        )
        return WriteResult(kind: .changed, number: number, version: 0, lsn: lsn)
    }
}
