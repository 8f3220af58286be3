import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// CONSENT.SET and CONSENT.LIST.
enum ConsentCommands {
    static let set: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        guard let id = try parsed.clientID(at: 1, in: bytes),
            let name = parsed.argument(2, in: bytes), let purpose = ConsentPurpose(name: name),
            let word = parsed.argument(3, in: bytes)
        else {
            throw ErrorReply(.invalid, "purpose: the client, the purpose and yes or no are needed")
        }
        let isGiven: Bool
        do throws(ValueError) {
            isGiven = try YesNo.parse(word)
        } catch {
            throw ErrorReply(.invalid, "\(purpose.name): \(error.message)")
        }
        let source = try parsed.line(.source, in: bytes) ?? []
        let wording = try parsed.line(.text, in: bytes) ?? []
        let at = try parsed.time(.at, in: bytes, zone: { shard.zone(of: cell) })
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.setConsent(
                cell,
                id,
                purpose,
                isGiven: isGiven,
                milliseconds: at,
                source: source,
                wording: wording,
                options
            )
        }
        reply.map(result.lsn == nil ? 2 : 3)
        reply.field("id", UInt64(result.number))
        reply.field("version", UInt64(result.version))
        if let lsn = result.lsn { reply.field("lsn", lsn.value) }
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    static let list: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let id = try parsed.neededClientID(at: 1, in: bytes)
        let survivor = cell.tenant.survivor(of: id)
        let clients = cell.tenant.clients
        guard let bytes = clients.record(survivor.value) else { throw ErrorReply(.noClient(id)) }
        let record = ClientRecord(bytes)
        let isMerged = survivor != id
        reply.map(isMerged ? 4 : 3)
        reply.field("id", UInt64(survivor.value))
        writeConsents(record, cell, shard, to: &reply)
        if isMerged { reply.field("merged_into", UInt64(survivor.value)) }
        reply.field("lsn", cell.lastLSN.value)
        return Dependence(lsn: cell.lastLSN, isSynced: false)
    }

    /// What holds for a client about each purpose, as the pair `consents` of a map.
    static func writeConsents(
        _ record: borrowing ClientRecord,
        _ cell: TenantCell,
        _ shard: isolated Shard,
        to reply: inout ReplyWriter
    ) {
        reply.bulk("consents")
        reply.array(ConsentPurpose.allCases.count)
        let proofs = record.consentProofs
        for purpose in ConsentPurpose.allCases {
            let said = record.consent(to: purpose)
            let value = cell.tenant.settings.consent(to: purpose, said: said)
            let own = proofs.filter { $0.purpose == purpose }
            write(purpose, said, value, own, shard, to: &reply)
        }
    }

    /// One purpose; of its proofs, oldest first, the latest that says what holds stands beside it.
    private static func write(
        _ purpose: ConsentPurpose,
        _ said: Bool?,
        _ value: Bool,
        _ proofs: [ConsentProof],
        _ shard: isolated Shard,
        to reply: inout ReplyWriter
    ) {
        let proof = proofs.last { $0.isGiven == said }
        reply.map(4 + (proof.map(pairCount) ?? 0))
        reply.field("purpose", purpose.name)
        reply.field("value", value)
        reply.field("origin", said == nil ? "setting" : "client")
        if let proof { write(proof, shard, to: &reply) }
        reply.bulk("proofs")
        reply.array(proofs.count)
        for proof in proofs.reversed() {
            reply.map(1 + pairCount(proof))
            reply.field("value", proof.isGiven)
            write(proof, shard, to: &reply)
        }
    }

    /// How many pairs `write` writes of a proof.
    private static func pairCount(_ proof: ConsentProof) -> Int {
        1 + (proof.source.isEmpty ? 0 : 1) + (proof.wording.isEmpty ? 0 : 1)
    }

    private static func write(
        _ proof: ConsentProof,
        _ shard: isolated Shard,
        to reply: inout ReplyWriter
    ) {
        ExtrasReply.writeTime("at", proof.milliseconds, &shard.text, to: &reply)
        if !proof.source.isEmpty { reply.field("source", unsafe proof.source.span.bytes) }
        if !proof.wording.isEmpty { reply.field("text", unsafe proof.wording.span.bytes) }
    }
}
