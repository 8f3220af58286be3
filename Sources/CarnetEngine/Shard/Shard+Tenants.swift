public import CarnetBytes
public import CarnetModel

extension Shard {
    /// Makes a new tenant. The name has been checked.
    public func createTenant(
        _ name: RawSpan,
        _ settings: [GivenSetting],
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        if let cell = cell(name) {
            if let known = try remembered(cell, options), known.kind == .tenant { return known }
            throw .refused(.tenantExists)
        }
        events.removeAll()
        do throws(Refusal) {
            _ = try TenantSettings().check(
                settings,
                isCreation: true,
                zoneIsKnown: ZoneNames.isKnown,
                to: &events.payloads
            )
        } catch {
            throw .refused(error)
        }
        events.close(.tenantCreated)
        guard !options.isDryRun else {
            events.removeAll()
            return WriteResult(kind: .tenant, number: 0, version: 1, lsn: nil)
        }
        let cell = addCell(name.array(), PartitionID(tenant: name))
        do throws(CommandFailure) {
            let lsn = try commit(
                cell,
                microseconds: microsecondsNow,
                wantsSync: options.wantsSync,
                keyed: keyed(options, .tenant, number: 0, version: 1)
            )
            return WriteResult(kind: .tenant, number: 0, version: 1, lsn: lsn)
        } catch {
            remove(cell)
            throw error
        }
    }

    /// Changes settings; those that say what holds already are no change.
    public func changeSettings(
        _ cell: TenantCell,
        _ settings: [GivenSetting],
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        if let known = try remembered(cell, options) { return known }
        if let asked = options.ifVersion, asked != cell.tenant.version {
            throw .refused(.stale(asked: asked, found: cell.tenant.version))
        }
        events.removeAll()
        let count: Int
        do throws(Refusal) {
            count = try cell.tenant.settings.check(
                settings,
                isCreation: false,
                zoneIsKnown: ZoneNames.isKnown,
                to: &events.payloads
            )
        } catch {
            events.discardOpen()
            throw .refused(error)
        }
        guard count > 0 else {
            return WriteResult(kind: .settings, number: 0, version: cell.tenant.version, lsn: nil)
        }
        events.close(.settingChanged)
        let version = cell.tenant.version &+ 1
        guard !options.isDryRun else {
            return WriteResult(kind: .settings, number: 0, version: version, lsn: nil)
        }
        let lsn = try commit(
            cell,
            microseconds: microsecondsNow,
            wantsSync: options.wantsSync,
            keyed: keyed(options, .settings, number: 0, version: version)
        )
        if cell.tenant.settings.value(of: .retentionMonths) != "off" { retentionSignal.raise() }
        return WriteResult(kind: .settings, number: 0, version: version, lsn: lsn)
    }

    /// Takes the tenant and all its clients away; nil where that is only tried.
    public func dropTenant(
        _ cell: TenantCell,
        _ options: WriteOptions
    ) throws(CommandFailure) -> LSN? {
        if let asked = options.ifVersion, asked != cell.tenant.version {
            throw .refused(.stale(asked: asked, found: cell.tenant.version))
        }
        guard !options.isDryRun else { return nil }
        events.removeAll()
        events.close(.tenantDropped)
        let lsn = try commit(
            cell,
            microseconds: microsecondsNow,
            wantsSync: options.wantsSync,
            keyed: nil,
            frees: true
        )
        remove(cell)
        accounts.noteDropped()
        lastDropLSN = lsn
        return lsn
    }

    /// What the same command with the same key was answered, or nil where it is new.
    func remembered(
        _ cell: TenantCell,
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult? {
        guard let key = options.key else { return nil }
        let now = microsecondsNow / 1_000
        if let reply = cell.tenant.replies.reply(to: key, atMilliseconds: now) {
            guard reply.arguments == options.arguments else { throw .refused(.keyConflict) }
            return WriteResult(reply)
        }
        guard cell.tenant.replies.hasRoom(atMilliseconds: now) else {
            throw .refused(
                .quota(
                    "the tenant has \(RememberedReplies.countMax) keys of the last 24 hours; "
                        + "send without KEY or wait"
                )
            )
        }
        return nil
    }

    /// What is to be remembered of a reply, where the command came with a key.
    func keyed(
        _ options: WriteOptions,
        _ kind: RememberedReply.Kind,
        number: UInt32,
        version: UInt32
    ) -> Keyed? {
        options.key.map {
            Keyed(
                key: $0,
                kind: kind,
                number: number,
                version: version,
                arguments: options.arguments
            )
        }
    }
}
