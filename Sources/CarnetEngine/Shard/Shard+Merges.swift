public import CarnetBytes
public import CarnetModel

/// What became of CLIENT.MERGE.
public struct MergeResult: Sendable {
    public let survivor: ClientID
    public let version: UInt32
    /// The merges by their numbers, one a double in the order of the command.
    public let merges: ClosedRange<UInt32>
    /// Nil where nothing was changed.
    public let lsn: LSN?
    /// What it comes to; nil for the repeated answer to a key.
    public let plan: MergePlan?
}

/// What became of CLIENT.UNMERGE.
public struct UnmergeResult: Sendable {
    public let merge: MergeRow
    /// The double's version.
    public let version: UInt32
    /// Nil where nothing was changed.
    public let lsn: LSN?
    /// What it comes to; nil for the repeated answer to a key.
    public let plan: UnmergePlan?
}

extension Shard {
    /// CLIENT.MERGE: all or none, in one append.
    public func mergeClients(
        _ cell: TenantCell,
        _ request: MergeRequest,
        _ options: WriteOptions
    ) throws(CommandFailure) -> MergeResult {
        let further = UInt32(max(1, request.doubles.count)) - 1
        if let known = try remembered(cell, options), known.kind == .merged {
            return MergeResult(
                survivor: request.survivor,
                version: known.version,
                merges: known.number...(known.number &+ further),
                lsn: known.lsn,
                plan: nil
            )
        }
        var request = request
        request.ifVersion = options.ifVersion
        events.removeAll()
        let microseconds = microsecondsNow
        let plan: MergePlan
        do throws(Refusal) {
            try settleAccounts(cell, &request)
            plan = try cell.tenant.decideMerge(
                request,
                in: Context(now: Timestamp(millisecondsSinceEpoch: microseconds / 1_000)),
                events: &events
            )
        } catch {
            events.removeAll()
            throw .refused(error)
        }
        var lsn: LSN?
        if !options.isDryRun {
            lsn = try commit(
                cell,
                microseconds: microseconds,
                wantsSync: options.wantsSync,
                keyed: keyed(options, .merged, number: plan.firstMerge, version: plan.version)
            )
        }
        return MergeResult(
            survivor: plan.survivor,
            version: plan.version,
            merges: plan.firstMerge...(plan.firstMerge + further),
            lsn: lsn,
            plan: plan
        )
    }

    /// CLIENT.UNMERGE: the double comes back.
    public func unmergeClients(
        _ cell: TenantCell,
        _ merge: UInt32,
        _ options: WriteOptions
    ) throws(CommandFailure) -> UnmergeResult {
        if let known = try remembered(cell, options), known.kind == .unmerged,
            let row = cell.tenant.mergeRow(known.number)
        {
            return UnmergeResult(merge: row, version: known.version, lsn: known.lsn, plan: nil)
        }
        events.removeAll()
        let microseconds = microsecondsNow
        let plan: UnmergePlan
        do throws(Refusal) {
            plan = try cell.tenant.decideUnmerge(
                merge,
                in: Context(now: Timestamp(millisecondsSinceEpoch: microseconds / 1_000)),
                holder: { client(cell, external: $0) },
                events: &events
            )
        } catch {
            events.removeAll()
            throw .refused(error)
        }
        var lsn: LSN?
        if !options.isDryRun {
            lsn = try commit(
                cell,
                microseconds: microseconds,
                wantsSync: options.wantsSync,
                keyed: keyed(options, .unmerged, number: merge, version: plan.doubleVersion)
            )
        }
        return UnmergeResult(merge: plan.merge, version: plan.doubleVersion, lsn: lsn, plan: plan)
    }

    /// CLIENT.DISTINCT: two persons, or that taken back. The number of the answer is 1 where that
    /// is new.
    public func declareDistinct(
        _ cell: TenantCell,
        _ a: ClientID,
        _ b: ClientID,
        isDistinct: Bool,
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        if let known = try remembered(cell, options) { return known }
        events.removeAll()
        let isNew: Bool
        do throws(Refusal) {
            isNew = try cell.tenant.decideDistinct(a, b, isDistinct: isDistinct, events: &events)
        } catch {
            events.removeAll()
            throw .refused(error)
        }
        let number: UInt32 = isNew ? 1 : 0
        guard isNew, !options.isDryRun else {
            return WriteResult(kind: .changed, number: number, version: 0, lsn: nil)
        }
        let lsn = try commit(
            cell,
            microseconds: microsecondsNow,
            wantsSync: options.wantsSync,
            keyed: keyed(options, .changed, number: number, version: 0)
        )
        return WriteResult(kind: .changed, number: number, version: 0, lsn: lsn)
    }
}
