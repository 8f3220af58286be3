import CarnetBytes

extension Tenant {
    /// The client that answers for another: itself, or the last survivor of those that it was
    /// merged into. O(merges in a row).
    public func survivor(of id: ClientID) -> ClientID {
        var id = id
        while let bytes = clients.record(id.value), let into = ClientRecord(bytes).mergedInto {
            id = into.survivor
        }
        return id
    }

    /// A merge by its number, standing or undone.
    public func mergeRow(_ number: UInt32) -> MergeRow? { merges.first?.row(number) }

    /// The number of the latest merge; 0 before the first.
    public var latestMerge: UInt32 { merges.first?.latest ?? 0 }

    /// The merges that a client had part in, as survivor or double, ascending.
    public func merges(of id: ClientID) -> [UInt32] { merges.first?.merges(of: id) ?? [] }

    /// Bytes that merges and pairs take.
    public var mergesByteCount: Int { merges.first?.byteCount ?? 0 }

    /// Which client a reference, given as in CLIENT.ADD, came with: the one of that number or a double that went into it;
    /// nil where none of them brought it. The client itself comes first.
    public func owner(ofExternal reference: RawSpan, shownBy id: ClientID) -> ClientID? {
        guard let merges = merges.first else { return id }
        let tag = ClientField.external.rawValue
        var scratch = ByteWriter(capacity: 256)
        guard let checked = try? TextValue.check(reference, .external, scratch: &scratch) else {
            return nil
        }
        let reference = checked.bytes(given: reference, scratch: scratch).array()
        var asked = [id]
        while let next = asked.popLast() {
            guard let own = merges.own(next)?.content ?? content(of: next) else { continue }
            if own.values(tag).contains(reference) { return next }
            asked += merges.standing(into: next).map(\.double).reversed()
        }
        return nil
    }

    // MARK: What merging reckons with

    /// What a client shows, merged or not.
    func content(of id: ClientID) -> ClientContent? {
        guard let bytes = clients.record(id.value) else { return nil }
        return ClientContent(ClientRecord(bytes))
    }

    /// A client and all that was merged into it, ready to be put together. Doubles stand as they
    /// are, but for those in `changed`; merge `left` is left out.
    func fold(
        _ id: ClientID,
        changed: [ClientID: ClientContent] = [:],
        without left: UInt32? = nil
    ) -> SurvivorFold? {
        guard let content = content(of: id) else { return nil }
        let own = merges.first?.own(id) ?? OwnContent(plain: content)
        let rows = (merges.first?.standing(into: id) ?? []).filter { $0.number != left }
        return SurvivorFold(
            own: own,
            parts: rows.compactMap { row in
                guard let double = changed[row.double] ?? self.content(of: row.double) else {
                    return nil
                }
                return MergedPart(row, double)
            }
        )
    }

    /// Refused where a client can't be written to: it is not there, merged or erased.
    func checkWritable(_ id: ClientID) throws(Refusal) {
        guard let bytes = clients.record(id.value) else { throw .noClient(id) }
        switch ClientRecord(bytes).status {
        case .active, .inactive: break
        case .merged: throw .merged(survivor(of: id))
        case .erased: throw .erased(id)
        }
    }

    /// Refused where a client would hold more than one may.
    static func checkSize(_ content: ClientContent) throws(Refusal) {
        for field in [ClientField.external, .tags]
        where content.values(field.rawValue).count > ClientChecker.repeatedCountMax {
            throw .tooMany(field: "\(field.name)", max: ClientChecker.repeatedCountMax)
        }
        guard
            content.values(ClientExtra.custom.rawValue).count <= ClientExtra.customCountMax
        else { throw .tooMany(field: "x", max: ClientExtra.customCountMax) }
        let byteCount = content.fieldByteCount + recordHeadByteCountMax
        guard byteCount <= RecordStore.recordByteCountMax else {
            throw .recordTooLong(byteCount: byteCount)
        }
    }
}

extension MergedPart {
    init(_ row: MergeRow, _ content: ClientContent) {
        self.init(
            merge: row.number,
            double: row.double,
            milliseconds: row.milliseconds,
            taken: row.taken,
            takenCustoms: row.takenCustoms,
            content: content
        )
    }
}
