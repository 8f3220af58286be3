import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// What DRYRUN answers beside a merge or an undone one: everything that would become of the clients.
enum MergePreview {
    // CLIENT.MERGE.

    /// How many pairs `write` adds.
    static func pairCount(_ plan: MergePlan) -> Int { plan.isDistinct ? 4 : 3 }

    /// The resulting client, every field with whom it is from, and what moves.
    static func write(
        _ plan: MergePlan,
        _ cell: TenantCell,
        _ shard: isolated Shard,
        to reply: inout ReplyWriter
    ) {
        reply.bulk("client")
        let status = cell.tenant.status(of: plan.survivor)
        write(plan.after, plan.survivor, status, plan.version, shard, to: &reply)
        let fields = plan.after.groups.compactMap { ClientField(rawValue: $0.tag) }
        reply.bulk("fields")
        let customs = plan.customSources
        let blocked = plan.blockSources
        reply.array(fields.count + customs.count + (blocked.isEmpty ? 0 : 1))
        for field in fields {
            write("\(field.name)", from: plan.sources(of: field.rawValue), to: &reply)
        }
        for (name, sources) in customs { write(word(name), from: sources, to: &reply) }
        if !blocked.isEmpty { write("blocked", from: blocked, to: &reply) }
        reply.bulk("moves")
        reply.array(plan.doubles.count)
        for (id, content) in zip(plan.doubles, plan.doubleContents) {
            writeMove(id, content, plan, fields, to: &reply)
        }
        if plan.isDistinct { reply.field("distinct", true) }
    }

    private static func write(
        _ field: String,
        from sources: [ClientID],
        to reply: inout ReplyWriter
    ) {
        reply.map(2)
        reply.field("field", text: field)
        reply.bulk("from")
        reply.array(sources.count)
        for id in sources { reply.integer(UInt64(id.value)) }
    }

    /// The word of a field of the tenant's own.
    private static func word(_ name: [UInt8]) -> String {
        "x.\(String(decoding: name, as: UTF8.self))"
    }

    /// What one double brings that the survivor did not have. Bookings, messages and links will
    /// stand here as well.
    private static func writeMove(
        _ id: ClientID,
        _ content: ClientContent,
        _ plan: MergePlan,
        _ fields: [ClientField],
        to reply: inout ReplyWriter
    ) {
        let brought =
            fields.filter {
                !$0.repeats && plan.sources(of: $0.rawValue).contains(id)
            }.map { "\($0.name)" }
            + plan.customSources.filter { $0.from.contains(id) }.map { word($0.name) }
            + (plan.blockSources.contains(id) ? ["blocked"] : [])
        let external = news(ClientField.external.rawValue, content, plan)
        let tags = news(ClientField.tags.rawValue, content, plan)
        let aliases = ClientAlias.allCases.flatMap { newAliases($0, id, plan) }
        reply.map(
            1 + [brought.isEmpty, external.isEmpty, tags.isEmpty, aliases.isEmpty].count { !$0 }
        )
        reply.field("id", UInt64(id.value))
        if !brought.isEmpty {
            reply.bulk("fields")
            reply.array(brought.count)
            for field in brought { reply.bulk(field) }
        }
        writeTexts("external", external, to: &reply)
        writeTexts("tags", tags, to: &reply)
        writeTexts("aliases", aliases, to: &reply)
    }

    /// The values of a set that the survivor gets from this double.
    private static func news(
        _ tag: UInt8,
        _ content: ClientContent,
        _ plan: MergePlan
    ) -> [[UInt8]] {
        let known = plan.before.values(tag)
        return content.values(tag).filter { !known.contains($0) }
    }

    private static func newAliases(
        _ alias: ClientAlias,
        _ id: ClientID,
        _ plan: MergePlan
    ) -> [[UInt8]] {
        plan.newAliases(alias, from: id).map { value in
            var text = ByteWriter(capacity: 64)
            unsafe alias.appendText(value.span.bytes, to: &text)
            return text.array()
        }
    }

    private static func writeTexts(
        _ name: StaticString,
        _ texts: [[UInt8]],
        to reply: inout ReplyWriter
    ) {
        guard !texts.isEmpty else { return }
        reply.bulk(name)
        reply.array(texts.count)
        for text in texts { unsafe reply.bulk(text.span.bytes) }
    }

    // CLIENT.UNMERGE.

    /// The double as it comes back, the survivors as they are without it, and every choice.
    static func write(
        _ plan: UnmergePlan,
        _ cell: TenantCell,
        _ shard: isolated Shard,
        to reply: inout ReplyWriter
    ) {
        reply.bulk("client")
        let row = plan.merge
        write(plan.double, row.double, row.statusBefore, plan.doubleVersion, shard, to: &reply)
        reply.bulk("survivors")
        reply.array(plan.survivors.count)
        for change in plan.survivors {
            let status = cell.tenant.status(of: change.id)
            write(change.after, change.id, status, change.version, shard, to: &reply)
        }
        var choices = plan.choices.compactMap { tag, choice in
            name(of: tag).map { (name: $0, choice: choice) }
        }
        choices += plan.customChoices.map { (name: word($0.name), choice: $0.choice) }
        let aliases = plan.choices.filter { ClientAlias(rawValue: $0.tag) != nil }
        if let alias = aliases.first(where: { $0.choice == .returns }) ?? aliases.first {
            choices.append((name: "aliases", choice: alias.choice))
        }
        reply.bulk("choices")
        reply.array(choices.count)
        for (name, choice) in choices {
            reply.map(3)
            reply.field("id", UInt64(plan.merge.survivor.value))
            reply.field("field", text: name)
            reply.field("choice", choice.name)
        }
    }

    /// The word of a tag that stands among the choices; nil for those that are told otherwise.
    private static func name(of tag: UInt8) -> String? {
        if let field = ClientField(rawValue: tag) { return "\(field.name)" }
        switch ClientExtra(rawValue: tag) {
        case .block?: return "blocked"
        case .proofs?: return "consents"
        case .rebooking?, .birthday?, .review?, .custom?, nil: return nil
        }
    }

    /// A client as it would be.
    private static func write(
        _ content: ClientContent,
        _ id: ClientID,
        _ status: ClientStatus?,
        _ version: UInt32,
        _ shard: isolated Shard,
        to reply: inout ReplyWriter
    ) {
        var record = ByteWriter(capacity: 512)
        content.appendRecord(
            id,
            status: status ?? .active,
            version: version,
            updatedMilliseconds: shard.context.now.millisecondsSinceEpoch,
            to: &record
        )
        ClientReply.write(
            ClientRecord(record.bytes),
            .all,
            extra: 0,
            now: shard.context.now.millisecondsSinceEpoch,
            scratch: &shard.text,
            to: &reply
        )
    }
}
