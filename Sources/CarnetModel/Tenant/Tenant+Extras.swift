import CarnetBytes

/// Changes of several clients by one command: all or none, at most ``Tenant/idCountMax``.
extension Tenant {
    /// Writes one event of `kind` for each client that `change` makes another of. One that is
    /// named twice is changed once. Answers how many change.
    func decideEach(
        _ ids: [ClientID],
        _ kind: EventKind,
        ifVersion: UInt32?,
        events: inout EventBuffer,
        change: (inout ClientContent) throws(Refusal) -> Void
    ) throws(Refusal) -> Int {
        guard ids.count <= Self.idCountMax else {
            throw .tooManyGiven(field: "id", max: Self.idCountMax)
        }
        for id in ids {
            guard let bytes = clients.record(id.value) else { throw .noClient(id) }
            try checkWritable(id)
            try checkVersion(ClientRecord(bytes), ifVersion)
        }
        var seen: Set<ClientID> = []
        var count = 0
        for id in ids where seen.insert(id).inserted {
            guard let before = content(of: id) else { throw .noClient(id) }
            var after = before
            try change(&after)
            guard after != before else { continue }
            try checkRequired(from: before, to: after)
            try Self.checkSize(after)
            events.payloads.append(varint: UInt64(id.value))
            let fieldsStart = events.payloads.byteCount
            after.appendChange(from: before, to: &events.payloads)
            try completeChange(
                id,
                changed: Self.changed(from: before, to: after),
                fieldsStart: fieldsStart,
                in: &events.payloads
            )
            events.close(kind)
            count += 1
        }
        return count
    }

    /// A change may not clear what the tenant's setting `required` asks for; what was missing
    /// before may stay so.
    private func checkRequired(
        from before: ClientContent,
        to after: ClientContent
    ) throws(Refusal) {
        let missing = settings.required.missing(in: Self.bits(after))
        guard missing.isEmpty || missing == settings.required.missing(in: Self.bits(before)) else {
            throw .missing(missing)
        }
    }

    private static func bits(_ content: ClientContent) -> UInt64 {
        content.groups.reduce(0) { $0 | 1 << UInt64($1.tag & 63) }
    }

    private static func changed(from before: ClientContent, to after: ClientContent) -> UInt64 {
        var bits: UInt64 = 0
        for tag in (before.groups + after.groups).map(\.tag)
        where before.values(tag) != after.values(tag) {
            bits |= 1 << UInt64(tag & 63)
        }
        return bits
    }

    // MARK: Tags

    /// CLIENT.TAG: puts tags on clients and takes others off. What is there, or gone, already is
    /// no change. Tags are taken as typed but for blanks at their ends. Answers how many
    /// clients change.
    public func decideTags(
        _ ids: [ClientID],
        adding added: [[UInt8]],
        removing removed: [[UInt8]],
        ifVersion: UInt32?,
        events: inout EventBuffer
    ) throws(Refusal) -> Int {
        let added = Set(try Self.checked(added))
        let removed = Set(try Self.checked(removed))
        guard added.isDisjoint(with: removed) else {
            throw .invalid(
                field: "tags",
                problem: "one is to be put on and taken off at once; say one of the two"
            )
        }
        return try decideEach(ids, .clientChanged, ifVersion: ifVersion, events: &events) {
            (client: inout ClientContent) throws(Refusal) in
            let tag = ClientField.tags.rawValue
            let tags = Set(client.values(tag)).subtracting(removed).union(added)
            client.set(tag, tags.sorted { $0.lexicographicallyPrecedes($1) })
        }
    }

    private static func checked(_ tags: [[UInt8]]) throws(Refusal) -> [[UInt8]] {
        var checked: [[UInt8]] = []
        var scratch = ByteWriter(capacity: 64)
        for tag in tags {
            let given = unsafe tag.span.bytes
            scratch.removeAll()
            do throws(ValueError) {
                let text = try TextValue.check(given, .tag, scratch: &scratch)
                checked.append(text.bytes(given: given, scratch: scratch).array())
            } catch {
                throw .invalid(field: "tags", problem: error.message)
            }
        }
        return checked
    }

    // MARK: Newsletter

    /// R-RES-03: CLIENT.NEWSLETTER. Asking for what is so already is no change. A change is
    /// proven by the moment alone; `CONSENT.SET` can say more. Answers how many clients
    /// change.
    public func decideNewsletter(
        _ ids: [ClientID],
        to isWanted: Bool,
        in context: Context,
        ifVersion: UInt32?,
        events: inout EventBuffer
    ) throws(Refusal) -> Int {
        let proof = ConsentProof(
            .newsletter,
            isGiven: isWanted,
            milliseconds: context.now.millisecondsSinceEpoch
        )
        return try decideEach(ids, .newsletterSet, ifVersion: ifVersion, events: &events) {
            (client: inout ClientContent) throws(Refusal) in
            let tag = ClientField.newsletter.rawValue
            let wanted: [UInt8] = [isWanted ? 1 : 0]
            guard client.values(tag) != [wanted] else { return }
            client.set(tag, [wanted])
            client.add(proof)
        }
    }
}

extension ClientContent {
    /// Adds how a consent came about.
    mutating func add(_ proof: ConsentProof) {
        let tag = ClientExtra.proofs.rawValue
        set(tag, ConsentProof.kept(values(tag) + [proof.value]))
    }
}
