import CarnetBytes

extension Tenant {
    /// R-RES-28: undoes a merge, whichever others were made since and wherever the survivor went.
    /// The double comes back with its number, its status and what it brought, doubles of its own
    /// included; what was addressed to the survivor since stays there.
    public func decideUnmerge(
        _ number: UInt32,
        in context: Context,
        events: inout EventBuffer
    ) throws(Refusal) -> UnmergePlan {
        guard let row = mergeRow(number) else {
            throw .invalid(
                field: "merge",
                problem: "no merge \(number) here; CLIENT.MERGES shows those there are"
            )
        }
        guard row.stands else { throw .undone(merge: number) }
        for id in [row.double, row.survivor] where status(of: id) == .erased { throw .erased(id) }
        guard let merged = content(of: row.double) else { throw .noClient(row.double) }
        var double = merged
        double.set(MergedInto.tag, [])
        MergeEvent.append(
            merge: number,
            survivor: row.survivor,
            double: row.double,
            milliseconds: context.now.millisecondsSinceEpoch,
            to: &events.payloads
        )
        ClientEffect.append(
            row.double,
            from: merged,
            to: double,
            status: row.statusBefore,
            touched: true,
            to: &events.payloads
        )
        var plan = UnmergePlan(
            merge: row,
            double: double,
            doubleVersion: (version(of: row.double) ?? 0) &+ 1,
            edited: editedFields(of: row.survivor, since: number)
        )
        try appendSurvivors(row, &plan, events: &events)
        events.close(.clientsUnmerged)
        return plan
    }

    /// The survivor and everybody it was merged into, as they are without the double.
    private func appendSurvivors(
        _ row: MergeRow,
        _ plan: inout UnmergePlan,
        events: inout EventBuffer
    ) throws(Refusal) {
        var changed: [ClientID: ClientContent] = [:]
        var id = row.survivor
        while let before = content(of: id),
            var after = fold(id, changed: changed, without: row.number)?.content()
        {
            try Self.checkSize(after)
            after.set(MergedInto.tag, before.values(MergedInto.tag))
            let isTouched = id == row.survivor || after != before
            ClientEffect.append(
                id,
                from: before,
                to: after,
                status: nil,
                touched: isTouched,
                to: &events.payloads
            )
            plan.survivors.append(
                UnmergePlan.Change(
                    id: id,
                    version: (version(of: id) ?? 0) &+ (isTouched ? 1 : 0),
                    before: before,
                    after: after
                )
            )
            changed = [id: after]
            guard let bytes = clients.record(id.value),
                let into = ClientRecord(bytes).mergedInto
            else { return }
            id = into.survivor
        }
    }

    private func editedFields(of id: ClientID, since merge: UInt32) -> Set<UInt8> {
        Set((merges.first?.own(id)?.edited ?? [:]).filter { $0.value >= merge }.keys)
    }
}
