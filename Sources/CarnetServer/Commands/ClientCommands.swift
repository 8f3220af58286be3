import CarnetBytes
import CarnetEngine
import CarnetIndex
import CarnetModel
import CarnetWire

/// The commands about clients that run inside a tenant's shard.
enum ClientCommands {
    static let get: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try requireCell(shard, parsed, bytes)
        var columns = try parsed.columns(in: bytes, default: .all)
        if shard.isOfThePast { columns.leaveOutSignIn() }
        let id: ClientID?
        do throws(ErrorReply) {
            id = try parsed.clientID(at: 1, in: bytes)
        } catch {
            // Numbers begin at 1, so nobody ever has 0. That is no mistake of the caller's who draws
            // numbers, as redis-benchmark does, which ends at the first error.
            guard parsed.argument(1, in: bytes)?.unsignedInteger() == 0 else { throw error }
            reply.null()
            return Dependence(lsn: cell.lastLSN, isSynced: false)
        }
        if let id {
            try requireOwn(id, cell, parsed, shard)
            return try write(id, cell, columns, shard, &reply)
        }
        let clients = cell.tenant.clients
        var (ids, asked) = try find(shard, cell, parsed, bytes)
        if parsed.caller.role == .client {
            let own = shard.clients(cell, of: AccountID(parsed.caller.account))
            ids.removeAll { !own.contains($0) }
        }
        guard let first = ids.first, clients.contains(first.value) else {
            throw ErrorReply(.noClientFound(by: asked))
        }
        let lsn = writeWhole(first, cell, columns, shard, also: ids.dropFirst(), &reply)
        return Dependence(lsn: lsn, isSynced: false)
    }

    /// A client by its number; of a merged one its survivor (R-RES-48).
    private static func write(
        _ id: ClientID,
        _ cell: TenantCell,
        _ columns: borrowing ClientColumns,
        _ shard: isolated Shard,
        _ reply: inout ReplyWriter
    ) throws(ErrorReply) -> Dependence {
        let asksMatches = columns.contains(.blockedMatches) && shard.hasBlocked(cell)
        let asksAccount = columns.contains(.locked) || columns.contains(.login)
        let asksLocks = columns.contains(.locked) && cell.tenant.settings.emailIsOwnersAlone
        let figures = BookingReply.figures(of: id, cell, columns, shard)
        // Nearly all clients are as their record says: they are written from where it stands.
        let isWritten = cell.withClient(id.value) { bytes in
            let record = ClientRecord(bytes)
            guard record.status != .merged, !asksMatches, !asksLocks,
                !asksAccount || record.accountMark == nil
            else { return false }
            ClientReply.write(
                record,
                columns,
                extra: 0,
                figures: figures,
                now: shard.context.now.millisecondsSinceEpoch,
                scratch: &shard.text,
                to: &reply
            )
            return true
        }
        guard let isWritten else { throw ErrorReply(.noClient(id)) }
        let lsn = isWritten ? cell.lastLSN : writeWhole(id, cell, columns, shard, also: [], &reply)
        return Dependence(lsn: lsn, isSynced: false)
    }

    /// A client with what others say of it: the directory, the blocked ones, and whose double it was.
    /// Answers the last event that the reply shows.
    private static func writeWhole(
        _ id: ClientID,
        _ cell: TenantCell,
        _ columns: borrowing ClientColumns,
        _ shard: isolated Shard,
        also others: ArraySlice<ClientID>,
        _ reply: inout ReplyWriter
    ) -> LSN {
        let shown = cell.tenant.survivor(of: id)
        let clients = cell.tenant.clients
        guard let record = clients.record(shown.value) else {
            reply.null()
            return cell.lastLSN
        }
        let tells = shown != id && columns.contains(.mergedInto)
        let matches = columns.contains(.blockedMatches) ? shard.blockedMatches(cell, shown) : []
        let facts = AccountReply.facts(shown, cell, columns, shard)
        ClientReply.write(
            ClientRecord(record),
            columns,
            extra: (tells ? 1 : 0) + (others.isEmpty ? 0 : 1) + (matches.isEmpty ? 0 : 1)
                + facts.pairCount,
            figures: BookingReply.figures(of: shown, cell, columns, shard),
            now: shard.context.now.millisecondsSinceEpoch,
            scratch: &shard.text,
            to: &reply
        )
        if tells { reply.field("merged_into", UInt64(shown.value)) }
        if !others.isEmpty {
            reply.bulk("also")
            reply.array(others.count)
            for id in others { reply.integer(UInt64(id.value)) }
        }
        ExtrasReply.write(matches, to: &reply)
        AccountReply.write(facts, to: &reply)
        return max(cell.lastLSN, facts.lsn)
    }

    /// Role `client` has to do with its own person alone: others answer as if they were not there.
    static func requireOwn(
        _ id: ClientID,
        _ cell: TenantCell,
        _ parsed: borrowing ParsedCommand,
        _ shard: isolated Shard
    ) throws(ErrorReply) {
        guard parsed.caller.role == .client else { return }
        let own = shard.clients(cell, of: AccountID(parsed.caller.account))
        guard own.contains(cell.tenant.survivor(of: id)) else { throw ErrorReply(.noClient(id)) }
    }

    static let add: ShardCommand = { shard, bytes, parsed, given, reply throws(ErrorReply) in
        let cell = try requireCell(shard, parsed, bytes)
        var options = try parsed.writeOptions(in: bytes)
        options.keepsOut = parsed.has(.online)
        let waved = try parsed.clientIDs(.not, in: bytes)
        let anyway = parsed.has(.anyway)
        guard waved.isEmpty || anyway else {
            throw ErrorReply(.invalid, "NOT: stands beside ANYWAY; add ANYWAY or leave NOT out")
        }
        try parsed.readPairs(in: bytes, into: &given)
        let result = try engine { () throws(CommandFailure) in
            try shard.addClient(
                cell,
                given,
                in: bytes,
                anyway: anyway,
                wavedAside: waved,
                options
            )
        }
        let email = anyway ? nil : given.value(of: .email)
        let isElsewhere = email.map { shard.isKnownElsewhere(bytes.bytes($0), cell) } ?? false
        let more = isElsewhere ? 1 : 0
        switch result {
        case .created(let result):
            let matches = shard.blockedMatches(cell, of: result)
            let extra = ExtrasReply.pairCount(matches, result.keptOut) + more
            reply.map((result.lsn == nil ? 3 : 4) + extra)
            reply.field("status", "created")
            write(result, to: &reply)
            ExtrasReply.write(matches, result.keptOut, to: &reply)
        case .duplicates(let ids):
            reply.map(2 + more)
            reply.field("status", "duplicates")
            DoublesReply.writeCandidates(ids, cell, shard, to: &reply)
        }
        if isElsewhere { reply.field("elsewhere", true) }
        let lsn = isElsewhere ? max(cell.lastLSN, shard.accounts.lsn) : cell.lastLSN
        return Dependence(lsn: lsn, isSynced: options.wantsSync)
    }

    static let set: ShardCommand = { shard, bytes, parsed, given, reply throws(ErrorReply) in
        let cell = try requireCell(shard, parsed, bytes)
        var options = try parsed.writeOptions(in: bytes)
        let id = try parsed.neededClientID(at: 1, in: bytes)
        try parsed.readPairs(in: bytes, into: &given)
        if let reason = try parsed.line(.reason, in: bytes) {
            guard parsed.caller.role == .admin else {
                throw ErrorReply(
                    .noPerm,
                    "REASON is for role admin, who may change what is the person's own"
                )
            }
            options.unlockReason = reason
        }
        let result = try engine { () throws(CommandFailure) in
            try shard.changeClient(cell, id, given, in: bytes, options)
        }
        let matches = shard.blockedMatches(cell, of: result)
        reply.map((result.lsn == nil ? 2 : 3) + ExtrasReply.pairCount(matches, result.keptOut))
        write(result, to: &reply)
        ExtrasReply.write(matches, result.keptOut, to: &reply)
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    static let upsert: ShardCommand = { shard, bytes, parsed, given, reply throws(ErrorReply) in
        let cell = try requireCell(shard, parsed, bytes)
        var options = try parsed.writeOptions(in: bytes)
        // An interface or an import: nobody looks at the warning.
        options.keepsOut = parsed.has(.online) || parsed.caller.role == .platform
        guard let external = parsed.value(.external, in: bytes), external.byteCount > 0,
            let range = bytes.byteOffsets(of: external)
        else { throw ErrorReply(.invalid, "EXTERNAL: the caller's own reference is missing") }
        try parsed.readPairs(in: bytes, into: &given)
        let result = try engine { () throws(CommandFailure) in
            try shard.upsertClient(cell, &given, external: range, in: bytes, options)
        }
        switch result {
        case .created(let result, let doubles):
            let matches = shard.blockedMatches(cell, of: result)
            reply.map(
                (result.lsn == nil ? 3 : 4) + (doubles.isEmpty ? 0 : 1)
                    + ExtrasReply.pairCount(matches, result.keptOut)
            )
            reply.field("status", "created")
            write(result, to: &reply)
            ExtrasReply.write(matches, result.keptOut, to: &reply)
            if !doubles.isEmpty { DoublesReply.writeCandidates(doubles, cell, shard, to: &reply) }
        case .updated(let result):
            let matches = shard.blockedMatches(cell, of: result)
            reply.map((result.lsn == nil ? 3 : 4) + ExtrasReply.pairCount(matches, result.keptOut))
            reply.field("status", "updated")
            write(result, to: &reply)
            ExtrasReply.write(matches, result.keptOut, to: &reply)
        case .unchanged(let id, let version):
            reply.map(3)
            reply.field("status", "unchanged")
            reply.field("id", UInt64(id.value))
            reply.field("version", UInt64(version))
        case .merged(let id, let version):
            reply.map(4)
            reply.field("status", "unchanged")
            reply.field("id", UInt64(id.value))
            reply.field("version", UInt64(version))
            reply.field("merged_into", UInt64(id.value))
        }
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    static let deactivate: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        try setStatus(shard, parsed, bytes, active: false, &reply)
    }

    static let reactivate: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        try setStatus(shard, parsed, bytes, active: true, &reply)
    }

    static let search: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try requireCell(shard, parsed, bytes)
        let columns = try parsed.columns(in: bytes, default: .search)
        let options = try searchOptions(parsed, bytes)
        guard let text = parsed.argument(1, in: bytes) else {
            throw ErrorReply(.invalid, "text: what to search for is missing")
        }
        do throws(ValueError) {
            try text.checkUTF8()
        } catch {
            throw ErrorReply(.invalid, "text: \(error.message)")
        }
        let result = cell.index.search(
            text,
            options,
            in: cell.tenant.clients,
            scratch: &shard.scratch
        )
        reply.map(3 + (result.more ? 1 : 0) + (result.cursor == nil ? 0 : 1))
        reply.field("total", UInt64(result.total))
        if result.more { reply.field("more", true) }
        if let cursor = result.cursor { writeCursor(cursor, shard, to: &reply) }
        reply.bulk("clients")
        reply.array(result.hits.count)
        let clients = cell.tenant.clients
        // They lie all over the memory: read one after the other without anything in between, the
        // processor fetches many at once, and the loop below finds them in its cache.
        var recordByteCount = 0
        for hit in result.hits {
            recordByteCount &+= clients.record(hit.number)?.byteCount ?? 0
        }
        reply.reserve(4 &* recordByteCount)
        for hit in result.hits {
            guard let record = clients.record(hit.number) else {
                reply.null()
                continue
            }
            ClientReply.write(
                ClientRecord(record),
                columns,
                extra: hit.isByAlias ? 2 : 1,
                figures: BookingReply.figures(of: ClientID(hit.number), cell, columns, shard),
                now: shard.context.now.millisecondsSinceEpoch,
                scratch: &shard.text,
                to: &reply
            )
            reply.field("match", hit.match.name)
            if hit.isByAlias { reply.field("via", "alias") }
        }
        reply.field("lsn", cell.lastLSN.value)
        return Dependence(lsn: cell.lastLSN, isSynced: false)
    }

    // What they share.

    static func requireCell(
        _ shard: isolated Shard,
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan
    ) throws(ErrorReply) -> TenantCell {
        guard let name = parsed.argument(0, in: bytes), let cell = shard.cell(name) else {
            throw ErrorReply(.noTenant)
        }
        return cell
    }

    /// Runs what the engine may refuse.
    static func engine<R>(_ body: () throws(CommandFailure) -> R) throws(ErrorReply) -> R {
        do throws(CommandFailure) { return try body() } catch { throw ErrorReply(error) }
    }

    private static func write(_ result: WriteResult, to reply: inout ReplyWriter) {
        reply.field("id", UInt64(result.number))
        reply.field("version", UInt64(result.version))
        if let lsn = result.lsn { reply.field("lsn", lsn.value) }
    }

    private static func writeCursor(
        _ cursor: SearchCursor,
        _ shard: isolated Shard,
        to reply: inout ReplyWriter
    ) {
        shard.text.removeAll()
        cursor.append(to: &shard.text)
        reply.field("cursor", shard.text.bytes)
    }

    private static func find(
        _ shard: isolated Shard,
        _ cell: TenantCell,
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan
    ) throws(ErrorReply) -> ([ClientID], String) {
        if let email = parsed.value(.email, in: bytes) {
            return (shard.clients(cell, email: email), "e-mail")
        }
        if let external = parsed.value(.external, in: bytes) {
            return (shard.client(cell, external: external).map { [$0] } ?? [], "reference")
        }
        guard let phone = parsed.value(.phone, in: bytes) else {
            throw ErrorReply(.invalid, "id: give the client's number, or EMAIL, PHONE or EXTERNAL")
        }
        let ids = try engine { () throws(CommandFailure) in
            try shard.clients(cell, phone: phone)
        }
        return (ids, "phone")
    }

    private static func setStatus(
        _ shard: isolated Shard,
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan,
        active: Bool,
        _ reply: inout ReplyWriter
    ) throws(ErrorReply) -> Dependence {
        let cell = try requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        let ids = try parsed.clientIDs(in: bytes)
        let ahead = try parsed.bookingsAhead(in: bytes)
        let result = try engine { () throws(CommandFailure) in
            try shard.setStatus(
                cell,
                ids,
                active: active,
                bookingsAhead: ahead,
                options
            )
        }
        let namesDoubles = options.isDryRun && !active
        reply.map(1 + (result.lsn == nil ? 0 : 1) + (namesDoubles ? 1 : 0))
        reply.field("changed", UInt64(result.number))
        if namesDoubles {
            write("doubles", likelyDoubles(of: ids, cell, shard), cell, shard, to: &reply)
        }
        if let lsn = result.lsn { reply.field("lsn", lsn.value) }
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    /// R-SAL-02: a client who appears twice should be merged, not removed. Of these clients those who
    /// have likely doubles, with them.
    static func likelyDoubles(
        of ids: [ClientID],
        _ cell: TenantCell,
        _ shard: isolated Shard
    ) -> [(id: ClientID, doubles: [ClientPair])] {
        ids.map { (id: $0, doubles: shard.likelyDoubles(cell, $0)) }
            .filter { !$0.doubles.isEmpty }
    }

    static func write(
        _ name: StaticString,
        _ found: [(id: ClientID, doubles: [ClientPair])],
        _ cell: TenantCell,
        _ shard: isolated Shard,
        to reply: inout ReplyWriter
    ) {
        reply.bulk(name)
        reply.array(found.count)
        for (id, doubles) in found {
            reply.map(2)
            reply.field("id", UInt64(id.value))
            DoublesReply.writeCandidates(doubles, cell, shard, to: &reply)
        }
    }

    private static func searchOptions(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan
    ) throws(ErrorReply) -> SearchOptions {
        var options = SearchOptions()
        options.limit = try parsed.pageSize(in: bytes)
        if let word = parsed.value(.sort, in: bytes), let sort = SearchSort(word: word) {
            options.sort = sort
        }
        if let word = parsed.value(.status, in: bytes) {
            options.status = word.isEqual(to: "any") ? .all : SearchStatus(word: word) ?? .active
        }
        if let word = parsed.value(.typos, in: bytes), let typos = TypoTolerance(word: word) {
            options.typos = typos
        }
        if let text = parsed.value(.after, in: bytes) {
            do throws(SearchCursorError) {
                let cursor = try SearchCursor(text)
                try cursor.check(options.sort)
                options.after = cursor
            } catch {
                throw ErrorReply(.invalid, "AFTER: \(error.message)")
            }
        }
        return options
    }
}
