import CarnetBytes

/// What an edit means for a client that goes by other names, or that others were merged into.
extension Tenant {
    /// Completes a `clientChanged` about the fields `changed`, whose plain fields stand in `payload` from `fieldsStart` on: a
    /// client that is called otherwise now keeps its old name as alias, and of a survivor it is
    /// written down what it has by itself.
    func completeChange(
        _ id: ClientID,
        changed: UInt64,
        fieldsStart: Int,
        in payload: inout ByteWriter
    ) throws(Refusal) {
        let isSurvivor = merges.first?.owns.contains(id.value) == true
        let kept = keptAliases(id, changed)
        guard isSurvivor || !kept.isEmpty, let before = content(of: id) else { return }
        let change = Self.groups(of: payload.bytes, from: fieldsStart)
        guard let merges = merges.first, let own = merges.own(id) else {
            var after = before
            for group in change { after.set(group.tag, group.values) }
            for alias in kept {
                after.set(
                    alias.rawValue,
                    Self.aliases(alias, of: before, after: after, known: [before])
                )
            }
            payload.truncate(to: fieldsStart)
            after.appendChange(from: before, to: &payload)
            return
        }
        let edited = Self.edited(own, before, change, keeping: kept, after: merges.latest)
        guard var fold = fold(id) else { return }
        fold = SurvivorFold(own: edited, parts: fold.parts)
        let after = fold.content()
        try Self.checkSize(after)
        try Self.checkSize(edited.marked)
        payload.truncate(to: fieldsStart)
        after.appendChange(from: before, to: &payload)
        var ownChange = ByteWriter(capacity: 256)
        edited.marked.appendChange(from: own.marked, to: &ownChange)
        ClientRecordWriter.append(tag: EventTag.ownChange, ownChange.bytes, to: &payload)
    }

    /// What a client stays known by although a change takes it away: its names, and while it is
    /// blocked its addresses, so that a block survives them (R-SAL-08).
    private func keptAliases(_ id: ClientID, _ changed: UInt64) -> [ClientAlias] {
        var kept: [ClientAlias] = []
        if changed & (ClientField.first.bit | ClientField.last.bit) != 0 { kept.append(.name) }
        guard changed & (ClientField.email.bit | ClientField.phone.bit) != 0,
            let bytes = clients.record(id.value), ClientRecord(bytes).block != nil
        else { return kept }
        if changed & ClientField.email.bit != 0 { kept.append(.email) }
        if changed & ClientField.phone.bit != 0 { kept.append(.phone) }
        return kept
    }

    /// What the survivor has by itself once `change` was made to what it shows.
    private static func edited(
        _ own: OwnContent,
        _ shown: ClientContent,
        _ change: [ClientContent.Group],
        keeping kept: [ClientAlias],
        after merge: UInt32
    ) -> OwnContent {
        var edited = own
        var after = shown
        for group in change {
            after.set(group.tag, group.values)
            switch ClientExtra(rawValue: group.tag) {
            case .custom?:
                editCustoms(&edited, from: shown, to: after, after: merge)
                continue
            case .proofs?:
                // They only grow, and of too many the oldest go.
                let known = shown.values(group.tag)
                let added = group.values.filter { !known.contains($0) }
                edited.content.set(
                    group.tag,
                    ConsentProof.kept(edited.content.values(group.tag) + added)
                )
                continue
            default: break
            }
            guard ClientField(rawValue: group.tag)?.repeats == true else {
                edited.edit(group.tag, group.values, after: merge)
                continue
            }
            let old = shown.values(group.tag)
            for value in old where !group.values.contains(value) {
                edited.remove(value, of: group.tag, after: merge)
            }
            let added = group.values.filter { !old.contains($0) }
            let all = Set(edited.content.values(group.tag) + added)
            edited.content.set(group.tag, all.sorted { $0.lexicographicallyPrecedes($1) })
        }
        for alias in kept {
            edited.content.set(
                alias.rawValue,
                aliases(alias, of: own.content, after: after, known: [own.content, shown])
            )
        }
        return edited
    }

    /// Each field of the tenant's own that differs was edited.
    private static func editCustoms(
        _ own: inout OwnContent,
        from old: ClientContent,
        to new: ClientContent,
        after merge: UInt32
    ) {
        let tag = ClientExtra.custom.rawValue
        let names = Set((old.values(tag) + new.values(tag)).map(CustomValue.name))
        for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) })
        where old.custom(name) != new.custom(name) {
            own.edit(custom: name, new.custom(name), after: merge)
        }
    }

    /// What a changed client went by: what `content` has of that already, and what
    /// each of `known` shows, but for what `after` shows itself.
    private static func aliases(
        _ kind: ClientAlias,
        of content: ClientContent,
        after: ClientContent,
        known: [ClientContent]
    ) -> [[UInt8]] {
        var list = AliasList(kind, shown: after)
        for alias in content.values(kind.rawValue) { list.append(alias) }
        for value in known.compactMap({ kind.value(of: $0) }) { list.append(value) }
        return list.values
    }

    /// The groups of a change; one without values clears its tag.
    static func groups(of payload: RawSpan, from offset: Int) -> [ClientContent.Group] {
        var groups: [ClientContent.Group] = []
        var cursor = FieldCursor(offset: offset)
        while let (tag, range) = cursor.next(in: payload) {
            let values = range.isEmpty ? [] : [payload.bytes(range).array()]
            if groups.last?.tag == tag {
                groups[groups.count - 1].values += values
            } else {
                groups.append(ClientContent.Group(tag: tag, values: values))
            }
        }
        return groups
    }
}
