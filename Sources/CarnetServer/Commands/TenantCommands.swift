import CarnetBytes
import CarnetEngine
import CarnetIndex
import CarnetModel
import CarnetWire

/// The commands about one tenant that run inside its shard.
enum TenantCommands {
    private static func write(
        _ result: WriteResult,
        _ name: RawSpan,
        to reply: inout ReplyWriter
    ) {
        reply.map(result.lsn == nil ? 2 : 3)
        reply.field("tenant", name)
        reply.field("version", UInt64(result.version))
        if let lsn = result.lsn { reply.field("lsn", lsn.value) }
    }

    private static func given(
        _ word: String,
        _ value: RawSpan
    ) throws(ErrorReply) -> GivenSetting {
        do throws(ValueError) {
            try value.checkUTF8()
        } catch {
            throw ErrorReply(.invalid, "\(word): \(error.message)")
        }
        return GivenSetting(word: word, value: value.text())
    }

    static let create: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let name = try parsed.tenantName(in: bytes)
        do throws(ValueError) {
            try TenantName.check(name)
        } catch {
            throw ErrorReply(.invalid, "tenant: \(error.message)")
        }
        let options = try parsed.writeOptions(in: bytes)
        var settings: [GivenSetting] = []
        let optionsOfSettings: [(OptionID, TenantSetting)] = [
            (.name, .name), (.zone, .zone), (.country, .country), (.language, .language),
            (.preset, .preset),
        ]
        for (option, setting) in optionsOfSettings {
            guard let value = parsed.value(option, in: bytes) else { continue }
            settings.append(try given(setting.word, value))
        }
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.createTenant(name, settings, options)
        }
        write(result, name, to: &reply)
        return Dependence(lsn: result.lsn ?? .zero, isSynced: options.wantsSync)
    }

    /// What TENANT.GET tells beside the settings.
    private static let told = ["tenant", "created", "version", "origins"]

    static let get: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let settings = cell.tenant.settings
        let wanted = parsed.value(.fields, in: bytes)?.text().split(separator: ",").map(String.init)
        if let wanted {
            for word in wanted where !told.contains(word) && SettingName(word: word) == nil {
                throw ErrorReply(
                    .invalid,
                    "FIELDS: there are \(SettingName.words) \(told.joined(separator: " "))"
                )
            }
        }
        func shows(_ word: String) -> Bool { wanted?.contains(word) ?? true }
        let names = settings.names.filter { shows($0.word) || shows($0.setting.word) }
        reply.map(names.count + told.filter(shows).count)
        if shows("tenant") { reply.field("tenant", unsafe cell.tenant.name.span.bytes) }
        for name in names {
            reply.bulk(name.word)
            reply.bulk(settings.value(of: name) ?? "")
        }
        if shows("created") {
            shard.text.removeAll()
            Timestamp(millisecondsSinceEpoch: cell.tenant.createdMilliseconds)
                .append(to: &shard.text)
            reply.field("created", shard.text.bytes)
        }
        if shows("version") { reply.field("version", UInt64(cell.tenant.version)) }
        if shows("origins") {
            reply.bulk("origins")
            reply.map(names.count)
            for name in names {
                reply.bulk(name.word)
                reply.bulk(settings.valueAndOrigin(of: name)?.origin.rawValue ?? "")
            }
        }
        return Dependence(lsn: cell.lastLSN, isSynced: false)
    }

    static let set: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        let settings = try settings(parsed, bytes)
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.changeSettings(cell, settings, options)
        }
        write(result, try parsed.tenantName(in: bytes), to: &reply)
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    /// The pairs of TENANT.SET, unchecked but for who may change them.
    static func settings(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan
    ) throws(ErrorReply) -> [GivenSetting] {
        var settings: [GivenSetting] = []
        for index in 0..<parsed.pairCount {
            let word = parsed.pairName(index, in: bytes).text()
            try checkMayChange(word, parsed.caller)
            settings.append(try given(word, parsed.pairValue(index, in: bytes)))
        }
        return settings
    }

    /// Some settings are the platform's support's to change (R-RES-47).
    private static func checkMayChange(_ word: String, _ caller: Caller) throws(ErrorReply) {
        guard caller.role != .admin, SettingName(word: word)?.setting.rule.isAdmins == true else {
            return
        }
        throw ErrorReply(.noPerm, "\(word) is for role admin alone to change")
    }

    static let drop: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        guard let confirmed = parsed.value(.confirm, in: bytes), cell.tenant.hasName(confirmed)
        else {
            throw ErrorReply(.invalid, "CONFIRM: must be the tenant's name once more")
        }
        let lsn = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.dropTenant(cell, options)
        }
        reply.map(lsn == nil ? 2 : 3)
        reply.field("tenant", try parsed.tenantName(in: bytes))
        reply.field("clients", UInt64(cell.tenant.clients.count))
        if let lsn { reply.field("lsn", lsn.value) }
        return Dependence(lsn: lsn ?? cell.lastLSN, isSynced: options.wantsSync)
    }

    static let stats: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let tenant = cell.tenant
        let partners = tenant.partnerPoints
        let hasLinks = tenant.linksByteCount > 0
        reply.map(9 + (tenant.hasBookings ? 2 : 0) + (hasLinks ? 4 : 0))
        reply.field("clients", UInt64(tenant.clients.count))
        reply.field("active", UInt64(tenant.activeCount))
        reply.field("inactive", UInt64(tenant.inactiveCount))
        reply.field("merged", UInt64(tenant.mergedCount))
        reply.field("bytes_records", UInt64(tenant.clients.byteCount + tenant.mergesByteCount))
        reply.field("bytes_index", UInt64(cell.index.byteCount + cell.doubles.byteCount))
        if tenant.hasBookings {
            reply.field("bookings", UInt64(tenant.bookingCount))
            reply.field("bytes_bookings", UInt64(tenant.bookingsByteCount))
        }
        if hasLinks {
            reply.field("links", UInt64(tenant.linkCount))
            reply.field("partners", UInt64(partners.partners))
            reply.field("points", UInt64(max(0, partners.points)))
            reply.field("bytes_links", UInt64(tenant.linksByteCount))
        }
        reply.field("keys", UInt64(tenant.replies.count))
        reply.field("partition", UInt64(cell.partition.value))
        reply.field("lsn", cell.lastLSN.value)
        return Dependence(lsn: cell.lastLSN, isSynced: false)
    }

    static let digest: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        reply.map(2)
        reply.field("digest", text: cell.tenant.digest.text)
        reply.field("lsn", cell.lastLSN.value)
        return Dependence(lsn: cell.lastLSN, isSynced: false)
    }
}
