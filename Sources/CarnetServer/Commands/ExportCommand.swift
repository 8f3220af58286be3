import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// CLIENT.EXPORT: everything held on one person, in one JSON object.
enum ExportCommand {
    static let export: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let id = try parsed.neededClientID(at: 1, in: bytes)
        guard cell.tenant.version(of: id) != nil else { throw ErrorReply(.noClient(id)) }
        try ClientCommands.requireOwn(id, cell, parsed, shard)
        var columns = ClientColumns.all
        let isForStaff = RoleSet.from(.staff).allows(parsed.caller.role)
        if !isForStaff { columns.hideInternals() }
        var json = ReplyWriter(mode: .json)
        write(
            cell.tenant.survivor(of: id),
            cell,
            columns,
            try parsed.bookingColumns(in: bytes),
            isForStaff,
            shard,
            to: &json
        )
        if reply.mode == .json {
            reply.append(whole: json.bytes)
        } else {
            // Without the line end that parts replies.
            let text = json.bytes
            reply.bulk(text.bytes(0..<max(0, text.byteCount - 1)))
        }
        return Dependence(lsn: cell.lastLSN, isSynced: false)
    }

    private static func write(
        _ id: ClientID,
        _ cell: TenantCell,
        _ columns: ClientColumns,
        _ bookingColumns: BookingColumns,
        _ isForStaff: Bool,
        _ shard: isolated Shard,
        to json: inout ReplyWriter
    ) {
        // Why somebody merged is staff's own business.
        let merges = isForStaff ? cell.tenant.merges(of: id) : []
        let doubles = doubles(of: id, cell.tenant)
        json.map(9)
        json.field("tenant", unsafe cell.tenant.name.span.bytes)
        let now = shard.context.now.millisecondsSinceEpoch
        ExtrasReply.writeTime("exported", now, &shard.text, to: &json)
        json.bulk("client")
        writeClient(id, cell, columns, shard, to: &json)
        let clients = cell.tenant.clients
        if let bytes = clients.record(id.value) {
            ConsentCommands.writeConsents(ClientRecord(bytes), cell, shard, to: &json)
        }
        LinkCommands.writeLinks(of: id, cell, shard, to: &json)
        json.bulk("merges")
        json.array(merges.count)
        for number in merges { MergeCommands.write(cell.tenant.mergeRow(number), shard, &json) }
        json.bulk("doubles")
        json.array(doubles.count)
        for double in doubles { writeClient(double, cell, columns, shard, to: &json) }
        writeBookings(id, cell, bookingColumns, now, shard, to: &json)
        json.field("lsn", cell.lastLSN.value)
    }

    /// Every booking that the client is on, in the order of their beginnings.
    private static func writeBookings(
        _ id: ClientID,
        _ cell: TenantCell,
        _ columns: BookingColumns,
        _ now: UInt64,
        _ shard: isolated Shard,
        to json: inout ReplyWriter
    ) {
        let filter = BookingFilter(of: id)
        let page = cell.tenant.bookings(filter, after: nil, limit: .max, at: now, lookMax: .max)
        json.bulk("bookings")
        json.array(page.numbers.count)
        for number in page.numbers {
            let isWritten = cell.tenant.withBooking(number) { bytes in
                BookingReply.write(bytes, cell, columns, now: now, shard, to: &json)
                return true
            }
            if isWritten == nil { json.null() }
        }
    }

    private static func writeClient(
        _ id: ClientID,
        _ cell: TenantCell,
        _ columns: ClientColumns,
        _ shard: isolated Shard,
        to json: inout ReplyWriter
    ) {
        let clients = cell.tenant.clients
        guard let bytes = clients.record(id.value) else { return json.null() }
        ClientReply.write(
            ClientRecord(bytes),
            columns,
            extra: 0,
            figures: BookingReply.figures(of: id, cell, .all, shard),
            now: shard.context.now.millisecondsSinceEpoch,
            scratch: &shard.text,
            to: &json
        )
    }

    /// Those whose records were merged into the client, and into them, in the order of the merges.
    private static func doubles(of id: ClientID, _ tenant: Tenant) -> [ClientID] {
        var found: [ClientID] = []
        var open = [id]
        while let survivor = open.popLast() {
            for number in tenant.merges(of: survivor) {
                guard let row = tenant.mergeRow(number), row.survivor == survivor,
                    row.undoneMilliseconds == nil, !found.contains(row.double)
                else { continue }
                found.append(row.double)
                open.append(row.double)
            }
        }
        return found
    }
}
