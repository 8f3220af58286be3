import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// Writes clients who may be one person into replies.
enum DoublesReply {
    /// Who may be a client that was named before them, with what makes them so.
    static func writeCandidates(
        _ pairs: [ClientPair],
        _ cell: TenantCell,
        _ shard: isolated Shard,
        to reply: inout ReplyWriter
    ) {
        reply.bulk("candidates")
        reply.array(pairs.count)
        let columns = ClientColumns([.id, .first, .last, .email, .phone, .blocked])
        let clients = cell.tenant.clients
        for pair in pairs {
            guard let record = clients.record(pair.b.value) else {
                reply.null()
                continue
            }
            ClientReply.write(
                ClientRecord(record),
                columns,
                extra: pairCount(pair),
                now: shard.context.now.millisecondsSinceEpoch,
                scratch: &shard.text,
                to: &reply
            )
            write(pair, &reply)
        }
    }

    /// Two clients as a map of their numbers and what `write` writes; `extra` pairs follow, written
    /// by the caller.
    static func writePair(_ pair: ClientPair, extra: Int = 0, to reply: inout ReplyWriter) {
        reply.map(2 + pairCount(pair) + extra)
        reply.field("a", UInt64(pair.a.value))
        reply.field("b", UInt64(pair.b.value))
        write(pair, &reply)
    }

    /// How many pairs of a map `write` writes.
    private static func pairCount(_ pair: ClientPair) -> Int { pair.isLikelyRelative ? 3 : 2 }

    private static func write(_ pair: ClientPair, _ reply: inout ReplyWriter) {
        reply.bulk("score")
        reply.thousandths(pair.score)
        if pair.isLikelyRelative { reply.field("relative", true) }
        reply.bulk("reasons")
        reply.array(pair.reasons.count)
        for reason in pair.reasons {
            reply.map(2 + [reason.level == nil, reason.a == nil, reason.b == nil].count { !$0 })
            reply.field("field", text: reason.field)
            if let level = reason.level { reply.field("level", text: level) }
            if let a = reason.a { reply.field("a", unsafe a.span.bytes) }
            if let b = reason.b { reply.field("b", unsafe b.span.bytes) }
            reply.bulk("bits")
            reply.thousandths(reason.bits)
        }
    }
}
