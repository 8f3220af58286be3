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
        let names = ClientField.first.bit | ClientField.last.bit
        guard isSurvivor || changed & names != 0, let before = content(of: id) else { return }
        let change = Self.groups(of: payload.bytes, from: fieldsStart)
        guard let merges = merges.first, let own = merges.own(id) else {
            var after = before
            for group in change { after.set(group.tag, group.values) }
            let aliases = Self.aliases(of: before, after: after, known: [before])
            guard aliases != before.values(ClientAlias.name.rawValue) else { return }
            ClientContent.append(ClientAlias.name.rawValue, aliases, to: &payload)
            return
        }
        let edited = Self.edited(own, before, change, after: merges.latest)
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

    /// What the survivor has by itself once `change` was made to what it shows.
    private static func edited(
        _ own: OwnContent,
        _ shown: ClientContent,
        _ change: [ClientContent.Group],
        after merge: UInt32
    ) -> OwnContent {
        var edited = own
        var after = shown
        for group in change {
            after.set(group.tag, group.values)
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
        guard change.contains(where: { isNamePart($0.tag) }) else { return edited }
        edited.content.set(
            ClientAlias.name.rawValue,
            aliases(of: own.content, after: after, known: [own.content, shown])
        )
        return edited
    }

    private static func isNamePart(_ tag: UInt8) -> Bool {
        tag == ClientField.first.rawValue || tag == ClientField.last.rawValue
    }

    /// The names that a renamed client went by: those that `content` has already, and those that
    /// each of `known` shows, but for what `after` shows itself.
    private static func aliases(
        of content: ClientContent,
        after: ClientContent,
        known: [ClientContent]
    ) -> [[UInt8]] {
        var list = AliasList(.name, shown: after)
        for alias in content.values(ClientAlias.name.rawValue) { list.append(alias) }
        for name in known.compactMap({ ClientAlias.name.value(of: $0) }) { list.append(name) }
        return list.values
    }

    /// The groups of a change; one without values clears its tag.
    private static func groups(of payload: RawSpan, from offset: Int) -> [ClientContent.Group] {
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
