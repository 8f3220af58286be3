import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// Commands that forget a person, and their receipts.
enum ErasureCommands {
    static let erase: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        try forget(shard, parsed, bytes, .erased, needsConfirmation: true, &reply)
    }

    static let anonymize: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        try forget(shard, parsed, bytes, .anonymized, needsConfirmation: false, &reply)
    }

    /// R-POL-02: what deleting means is the tenant's setting.
    static let delete: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        guard cell.tenant.settings.value(of: .deleteMeans) != "erase" else {
            return try forget(shard, parsed, bytes, .erased, needsConfirmation: true, &reply)
        }
        var options = try parsed.writeOptions(in: bytes)
        if !parsed.has(.confirm) { options.isDryRun = true }
        let ids = try parsed.clientIDs(in: bytes)
        let ahead = try parsed.bookingsAhead(in: bytes)
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.setStatus(cell, ids, active: false, bookingsAhead: ahead, options)
        }
        reply.map(result.lsn == nil ? 2 : 3)
        reply.field("means", "deactivate")
        reply.field("changed", UInt64(result.number))
        if let lsn = result.lsn { reply.field("lsn", lsn.value) }
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    /// Without `CONFIRM`, where that is asked for, the answer says what would go (R-RSV-12).
    private static func forget(
        _ shard: isolated Shard,
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan,
        _ kind: Erasure.Kind,
        needsConfirmation: Bool,
        _ reply: inout ReplyWriter
    ) throws(ErrorReply) -> Dependence {
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        var options = try parsed.writeOptions(in: bytes)
        if needsConfirmation, !parsed.has(.confirm) { options.isDryRun = true }
        let ids = try parsed.clientIDs(in: bytes)
        let isRequested = parsed.has(.requested)
        let token = parsed.caller.token
        let ahead = try parsed.bookingsAhead(in: bytes)
        let keepOutKey = try KeepOutCommands.key(parsed, bytes)
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.eraseClients(
                cell,
                ids,
                kind,
                isRequested: isRequested,
                by: token,
                bookingsAhead: ahead,
                keepOutKey: keepOutKey,
                options
            )
        }
        if let receipt = result.receipt {
            write(receipt, lsn: result.lsn, cell, shard, &reply)
        } else if let plan = result.plan {
            // Whoever is anonymized stays on the list, and stays a figure of its own.
            let likely =
                kind == .erased ? ClientCommands.likelyDoubles(of: plan.named, cell, shard) : []
            reply.map(
                2 + countPairs(plan.counts) + (keepOutKey == nil ? 0 : 1) + (likely.isEmpty ? 0 : 1)
            )
            reply.field("would", plan.kind.name)
            writeIDs(plan.named + plan.doubles, &reply)
            writeCounts(plan.counts, &reply)
            if keepOutKey != nil { reply.field("kept_out", UInt64(result.keptOutCount)) }
            if !likely.isEmpty {
                ClientCommands.write("likely_doubles", likely, cell, shard, to: &reply)
            }
        } else {
            reply.null()
        }
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    // MARK: Receipts

    static let get: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let number = try receiptNumber(parsed, bytes)
        guard let receipt = cell.tenant.erasure(number) else {
            throw ErrorReply(Refusal.noReceipt(number))
        }
        write(receipt, lsn: nil, cell, shard, &reply)
        return Dependence(lsn: cell.lastLSN, isSynced: false)
    }

    static let list: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let limit = try parsed.pageSize(in: bytes)
        var before = UInt64(cell.tenant.nextReceipt)
        if let text = parsed.value(.after, in: bytes) {
            guard let number = text.unsignedInteger(), number >= 1 else {
                throw ErrorReply(.invalid, "AFTER: must be the cursor of an earlier page")
            }
            before = min(before, number)
        }
        let last = before > UInt64(limit) ? before - UInt64(limit) : 1
        reply.map(last > 1 ? 4 : 3)
        reply.field("total", UInt64(cell.tenant.nextReceipt) - 1)
        if last > 1 { reply.field("cursor", text: "\(last)") }
        reply.bulk("receipts")
        reply.array(Int(before - min(before, last)))
        var number = before
        while number > last {
            number -= 1
            if let receipt = cell.tenant.erasure(UInt32(truncatingIfNeeded: number)) {
                write(receipt, lsn: nil, cell, shard, &reply)
            } else {
                reply.null()
            }
        }
        reply.field("lsn", cell.lastLSN.value)
        return Dependence(lsn: cell.lastLSN, isSynced: false)
    }

    static func receiptNumber(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan
    ) throws(ErrorReply) -> UInt32 {
        do throws(ArgumentError) {
            let number = try parsed.numberArgument(
                1,
                in: bytes,
                atLeast: 1,
                atMost: UInt64(UInt32.max)
            )
            return UInt32(truncatingIfNeeded: number ?? 0)
        } catch {
            throw ErrorReply(error)
        }
    }

    private static let countNames: [StaticString] = [
        "erased", "doubles", "aliases", "merges", "pairs", "replies",
    ]

    /// The receipt; it names no person (R-SAL-21). `lsn` is that of the command that made it.
    static func write(
        _ receipt: Erasure,
        lsn: LSN?,
        _ cell: TenantCell,
        _ shard: isolated Shard,
        _ reply: inout ReplyWriter
    ) {
        let isComplete = receipt.stage == .complete
        let keptOut = cell.tenant.keepOut.count(ofReceipt: receipt.number)
        reply.map(
            6 + countPairs(receipt.counts) + (isComplete ? 2 : 0) + (receipt.by.isEmpty ? 0 : 1)
                + (keptOut > 0 ? 1 : 0) + (receipt.isByRetention ? 1 : 0)
        )
        reply.field("receipt", UInt64(receipt.number))
        reply.field("kind", receipt.kind.name)
        reply.field("state", receipt.stage.name)
        reply.bulk("at")
        writeTime(receipt.milliseconds, shard, &reply)
        if receipt.isByRetention { reply.field("cause", "retention") }
        if !receipt.by.isEmpty { reply.field("by", unsafe receipt.by.span.bytes) }
        writeIDs(receipt.clients, &reply)
        writeCounts(receipt.counts, &reply)
        if keptOut > 0 { reply.field("kept_out", UInt64(keptOut)) }
        if isComplete {
            reply.bulk("complete")
            writeTime(receipt.completeMilliseconds, shard, &reply)
            reply.field("complete_lsn", receipt.completeLSN.value)
        }
        reply.field("lsn", (lsn ?? receipt.lsn).value)
    }

    private static func writeIDs(_ ids: [ClientID], _ reply: inout ReplyWriter) {
        reply.bulk("ids")
        reply.array(ids.count)
        for id in ids { reply.integer(Int64(id.value)) }
    }

    private static func writeCounts(_ counts: Erasure.Counts, _ reply: inout ReplyWriter) {
        let values = [
            counts.clients, counts.doubles, counts.aliases, counts.merges, counts.pairs,
            counts.replies,
        ]
        for (name, value) in zip(countNames, values) { reply.field(name, UInt64(value)) }
        if let bookings = counts.bookings { reply.field("bookings", UInt64(bookings)) }
        if let links = counts.links { reply.field("links", UInt64(links)) }
    }

    /// How many pairs `writeCounts` writes.
    private static func countPairs(_ counts: Erasure.Counts) -> Int {
        countNames.count + (counts.bookings == nil ? 0 : 1) + (counts.links == nil ? 0 : 1)
    }

    private static func writeTime(
        _ milliseconds: UInt64,
        _ shard: isolated Shard,
        _ reply: inout ReplyWriter
    ) {
        shard.text.removeAll()
        Timestamp(millisecondsSinceEpoch: milliseconds).append(to: &shard.text)
        reply.bulk(shard.text.bytes)
    }
}
