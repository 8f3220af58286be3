public import CarnetBytes
public import CarnetModel

/// What became of CLIENT.ERASE, CLIENT.ANONYMIZE and CLIENT.DELETE where that erases.
public struct ErasureResult: Hashable, Sendable {
    /// The receipt as it stands; nil where nothing was changed.
    public let receipt: Erasure?
    /// What it comes to; nil for the repeated answer to a key.
    public let plan: ErasurePlan?
    public let lsn: LSN?
    /// How many digests keep the addresses out.
    public let keptOutCount: Int

    init(receipt: Erasure?, plan: ErasurePlan?, lsn: LSN?, keptOutCount: Int = 0) {
        self.receipt = receipt
        self.plan = plan
        self.lsn = lsn
        self.keptOutCount = keptOutCount
    }
}

extension Shard {
    /// Empties clients for good, or takes the person out of them; all or none, in one append.
    /// Nothing is changed unless the command is confirmed (R-RSV-12). With `keepOutKey`, which is
    /// drawn at random, digests of the addresses stay, under that key where the tenant has none
    /// yet (R-SAL-20).
    public func eraseClients(
        _ cell: TenantCell,
        _ ids: [ClientID],
        _ kind: Erasure.Kind,
        isRequested: Bool,
        by token: [UInt8],
        bookingsAhead: BookingsAhead = .refuse,
        keepOutKey: KeyedHash? = nil,
        _ options: WriteOptions
    ) throws(CommandFailure) -> ErasureResult {
        if let known = try remembered(cell, options), known.kind == .erased {
            return ErasureResult(
                receipt: cell.tenant.erasure(known.number),
                plan: nil,
                lsn: known.lsn
            )
        }
        events.removeAll()
        let plan: ErasurePlan
        var digests: Set<UInt64> = []
        do throws(Refusal) {
            // What the person asks for is done whatever the state (R-POL-02); an anonymized client
            // stays on the list.
            if kind == .erased {
                try decideAhead(cell, ids, bookingsAhead.orCancel(isRequested))
            }
            plan = try cell.tenant.decideErasure(
                ids,
                kind,
                isRequested: isRequested,
                by: token,
                ifVersion: options.ifVersion,
                events: &events
            )
            if let key = keepOutKey {
                let key = cell.tenant.keepOut.key ?? key
                for address in cell.tenant.addresses(of: plan.named + plan.doubles) {
                    digests.formUnion(address.digests(key))
                }
                try cell.tenant.decideKeepOut(Array(digests), key, events: &events)
            }
        } catch {
            events.removeAll()
            throw .refused(error)
        }
        guard !options.isDryRun else {
            return ErasureResult(receipt: nil, plan: plan, lsn: nil, keptOutCount: digests.count)
        }
        let linked = linkedPlaces(cell, of: ids)
        let lsn = try commit(
            cell,
            microseconds: microsecondsNow,
            wantsSync: options.wantsSync,
            keyed: keyed(options, .erased, number: plan.receipt, version: 0),
            frees: true
        )
        for (account, places) in linked { accounts.noteGone(places, account) }
        erasureSignal.raise()
        return ErasureResult(
            receipt: cell.tenant.erasure(plan.receipt),
            plan: plan,
            lsn: lsn,
            keptOutCount: digests.count
        )
    }

    /// Notes how far receipts have come; also moves the log on, so that the next round has something to
    /// cover. What can't be logged now is found pending again.
    func advance(tenant name: [UInt8], _ stages: [(number: UInt32, stage: Erasure.Stage)]) {
        guard let cell = cell(unsafe name.span.bytes) else { return }
        events.removeAll()
        for (number, stage) in stages {
            _ = cell.tenant.decideAdvance(number, to: stage, events: &events)
        }
        guard events.count > 0 else { return }
        do throws(CommandFailure) {
            _ = try commit(
                cell,
                microseconds: microsecondsNow,
                wantsSync: true,
                keyed: nil,
                frees: true
            )
        } catch {
            events.removeAll()
            erasureSignal.raise()
        }
    }
}
