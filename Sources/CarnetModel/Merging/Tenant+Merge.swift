import CarnetBytes

extension Tenant {
    /// R-RES-20 to 27: merges doubles into a survivor, all or none, and writes one `clientsMerged`
    /// a double. Nothing depends on who is older or better filled; the caller has chosen.
    /// An inactive client may be either; the survivor's status stays as it is.
    public func decideMerge(
        _ request: MergeRequest,
        in context: Context,
        events: inout EventBuffer
    ) throws(Refusal) -> MergePlan {
        try check(request)
        guard let bytes = clients.record(request.survivor.value),
            let before = content(of: request.survivor),
            var fold = fold(request.survivor)
        else { throw .noClient(request.survivor) }
        let version = ClientRecord(bytes).version
        if let asked = request.ifVersion, asked != version {
            throw .stale(asked: asked, found: version)
        }
        var doubles: [ClientContent] = []
        var after = before
        for (index, id) in request.doubles.enumerated() {
            guard let double = content(of: id) else { throw .noClient(id) }
            let taken =
                request.takes.reduce(into: UInt64(0)) { bits, take in
                    if take.id == id { bits |= take.field.bit }
                } | (request.takesAccountFrom == id ? 1 << UInt64(AccountMark.tag) : 0)
            let part = MergedPart(
                merge: latestMerge + 1 + UInt32(index),
                double: id,
                milliseconds: context.now.millisecondsSinceEpoch,
                taken: taken,
                takenCustoms: request.customTakes.filter { $0.id == id }.map(\.name),
                content: double
            )
            fold.parts.append(part)
            let next = fold.content()
            try Self.checkSize(next)
            Self.append(part, request, from: after, to: next, events: &events)
            after = next
            doubles.append(double)
        }
        return MergePlan(
            survivor: request.survivor,
            version: version &+ UInt32(request.doubles.count),
            firstMerge: latestMerge + 1,
            doubles: request.doubles,
            before: before,
            after: after,
            doubleContents: doubles,
            isDistinct: hasDistinctPair(request),
            fold: fold
        )
    }

    private static func append(
        _ part: MergedPart,
        _ request: MergeRequest,
        from before: ClientContent,
        to after: ClientContent,
        events: inout EventBuffer
    ) {
        MergeEvent.append(
            merge: part.merge,
            survivor: request.survivor,
            double: part.double,
            milliseconds: part.milliseconds,
            to: &events.payloads
        )
        let fields = MergeRow.fields(
            taken: part.taken,
            takenCustoms: part.takenCustoms,
            reason: request.reason,
            isForced: request.isForced
        )
        if !fields.isEmpty {
            ClientContent.append(EventTag.mergeFields, [fields], to: &events.payloads)
        }
        ClientEffect.append(
            request.survivor,
            from: before,
            to: after,
            status: nil,
            touched: true,
            to: &events.payloads
        )
        var merged = part.content
        merged.set(
            MergedInto.tag,
            [MergedInto(survivor: request.survivor, merge: part.merge).value]
        )
        ClientEffect.append(
            part.double,
            from: part.content,
            to: merged,
            status: .merged,
            touched: true,
            to: &events.payloads
        )
        events.close(.clientsMerged)
    }

    /// R-RES-27, and what a command may name.
    private func check(_ request: MergeRequest) throws(Refusal) {
        guard request.doubles.count <= MergeRequest.doubleCountMax else {
            throw .tooMany(field: "double", max: MergeRequest.doubleCountMax)
        }
        guard latestMerge < UInt32.max - UInt32(MergeRequest.doubleCountMax) else {
            throw .quota("the tenant has had as many merges as one may have")
        }
        try checkWritable(request.survivor)
        var seen: Set<ClientID> = []
        for double in request.doubles {
            guard double != request.survivor else {
                throw .invalid(
                    field: "double",
                    problem:
                        "client \(double.value) can't be merged into itself; name another client"
                )
            }
            guard seen.insert(double).inserted else {
                throw .invalid(
                    field: "double",
                    problem: "client \(double.value) is named twice; name it once"
                )
            }
            try checkWritable(double)
        }
        try checkTakes(request)
        try checkCustomTakes(request)
    }

    private func checkTakes(_ request: MergeRequest) throws(Refusal) {
        var fields: UInt64 = 0
        for take in request.takes {
            let name = "\(take.field.name):\(take.id.value)"
            switch take.field {
            case .external, .tags, .note:
                throw .invalid(
                    field: "TAKE",
                    problem: "\(name): those of all are kept; leave it out"
                )
            case .newsletter:
                throw .invalid(
                    field: "TAKE",
                    problem: "\(name): a no on either side stays; leave it out"
                )
            default: break
            }
            guard fields & take.field.bit == 0 else {
                throw .invalid(field: "TAKE", problem: "\(take.field.name) is chosen twice")
            }
            fields |= take.field.bit
            guard take.id == request.survivor || request.doubles.contains(take.id) else {
                throw .invalid(
                    field: "TAKE",
                    problem: "\(name): client \(take.id.value) is none of those to be merged"
                )
            }
            guard content(of: take.id)?.has(take.field.rawValue) == true else {
                throw .invalid(
                    field: "TAKE",
                    problem: "\(name): client \(take.id.value) has no \(take.field.name)"
                )
            }
        }
    }

    private func checkCustomTakes(_ request: MergeRequest) throws(Refusal) {
        var names: Set<[UInt8]> = []
        for take in request.customTakes {
            let name = "x.\(String(decoding: take.name, as: UTF8.self))"
            guard names.insert(take.name).inserted else {
                throw .invalid(field: "TAKE", problem: "\(name) is chosen twice")
            }
            guard take.id == request.survivor || request.doubles.contains(take.id) else {
                throw .invalid(
                    field: "TAKE",
                    problem:
                        "\(name): client \(take.id.value) is none of those to be merged"
                )
            }
            guard content(of: take.id)?.custom(take.name) != nil else {
                throw .invalid(
                    field: "TAKE",
                    problem: "\(name): client \(take.id.value) has no \(name)"
                )
            }
        }
    }

    private func hasDistinctPair(_ request: MergeRequest) -> Bool {
        let all = [request.survivor] + request.doubles
        for (index, a) in all.enumerated() {
            for b in all[(index + 1)...] where isDistinct(a, b) { return true }
        }
        return false
    }
}
