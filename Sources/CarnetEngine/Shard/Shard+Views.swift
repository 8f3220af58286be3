import CarnetBytes
public import CarnetModel

/// Views that a tenant saves.
extension Shard {
    /// VIEW.SET: saves options that have been tried under a name.
    public func setView(
        _ cell: TenantCell,
        _ name: RawSpan,
        _ words: [SavedView.Option],
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        try changeView(cell, options) { tenant, events throws(Refusal) in
            try tenant.decideView(name, words, ifVersion: options.ifVersion, events: &events)
        }
    }

    /// VIEW.DROP.
    public func dropView(
        _ cell: TenantCell,
        _ name: RawSpan,
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        try changeView(cell, options) { tenant, events throws(Refusal) in
            try tenant.decideViewDrop(name, ifVersion: options.ifVersion, events: &events)
        }
    }

    /// `decide` answers the version that the view has afterwards, or had.
    private func changeView(
        _ cell: TenantCell,
        _ options: WriteOptions,
        decide: (borrowing Tenant, inout EventBuffer) throws(Refusal) -> UInt32
    ) throws(CommandFailure) -> WriteResult {
        if let known = try remembered(cell, options) { return known }
        events.removeAll()
        let version: UInt32
        do throws(Refusal) {
            version = try decide(cell.tenant, &events)
        } catch {
            events.removeAll()
            throw .refused(error)
        }
        guard events.count > 0, !options.isDryRun else {
            return WriteResult(kind: .view, number: 0, version: version, lsn: nil)
        }
        let lsn = try commit(
            cell,
            microseconds: microsecondsNow,
            wantsSync: options.wantsSync,
            keyed: keyed(options, .view, number: 0, version: version)
        )
        return WriteResult(kind: .view, number: 0, version: version, lsn: lsn)
    }
}
