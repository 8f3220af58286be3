import CarnetBytes

extension Tenant {
    /// R-RES-28: undoes a merge, whichever others were made since and wherever the survivor went.
    /// The double comes back with its number, its status and what it brought, doubles of its own
    /// included; what was addressed to the survivor since stays there. A reference that somebody
    /// else was given since, as `holder` tells, stays with them: it stands for one client alone.
    public func decideUnmerge(
        _ number: UInt32,
        in context: Context,
        holder: (RawSpan) -> ClientID?,
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
        MergeEvent.append(
            merge: number,
            survivor: row.survivor,
            double: row.double,
            milliseconds: context.now.millisecondsSinceEpoch,
            to: &events.payloads
        )
        let survivors = try appendSurvivors(row, events: &events)
        let double = try appendDouble(row, out: survivors, holder: holder, events: &events)
        events.close(.clientsUnmerged)
        return UnmergePlan(
            merge: row,
            double: double,
            doubleVersion: (version(of: row.double) ?? 0) &+ 1,
            survivors: survivors,
            edited: editedFields(of: row.survivor, since: number),
            editedCustoms: editedCustoms(of: row.survivor, since: number)
        )
    }

    /// The double as it comes back.
    private func appendDouble(
        _ row: MergeRow,
        out survivors: [UnmergePlan.Change],
        holder: (RawSpan) -> ClientID?,
        events: inout EventBuffer
    ) throws(Refusal) -> ClientContent {
        guard let merged = content(of: row.double), var fold = fold(row.double) else {
            throw .noClient(row.double)
        }
        let tag = ClientField.external.rawValue
        let last = survivors.last
        var own = fold.own
        for reference in merged.values(tag) {
            let found = unsafe holder(reference.span.bytes)
            let isElsewhere = found != nil && found != last?.id
            guard isElsewhere || last?.after.values(tag).contains(reference) == true else {
                continue
            }
            own.remove(reference, of: tag, after: latestMerge)
        }
        var ownChange = ByteWriter(capacity: 64)
        let isChanged = own.marked.appendChange(from: fold.own.marked, to: &ownChange)
        fold = SurvivorFold(own: own, parts: fold.parts)
        let double = fold.content()
        ClientEffect.append(
            row.double,
            from: merged,
            to: double,
            status: row.statusBefore,
            touched: true,
            to: &events.payloads
        )
        // What a client that is no survivor has by itself is its record.
        if isChanged, !fold.parts.isEmpty {
            ClientRecordWriter.append(
                tag: EventTag.ownChange,
                ownChange.bytes,
                to: &events.payloads
            )
        }
        return double
    }

    /// The survivor and everybody it was merged into, as they are without the double.
    private func appendSurvivors(
        _ row: MergeRow,
        events: inout EventBuffer
    ) throws(Refusal) -> [UnmergePlan.Change] {
        var survivors: [UnmergePlan.Change] = []
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
            survivors.append(
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
            else { break }
            id = into.survivor
        }
        return survivors
    }

    private func editedCustoms(of id: ClientID, since merge: UInt32) -> Set<[UInt8]> {
        let removed = merges.first?.own(id)?.removed ?? []
        return Set(
            removed.filter { $0.tag == ClientExtra.custom.rawValue && $0.merge >= merge }
                .map(\.value)
        )
    }

    private func editedFields(of id: ClientID, since merge: UInt32) -> Set<UInt8> {
        Set((merges.first?.own(id)?.edited ?? [:]).filter { $0.value >= merge }.keys)
    }
}
