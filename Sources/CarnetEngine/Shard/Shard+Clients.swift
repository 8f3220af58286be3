import CarnetBytes
import CarnetIndex
public import CarnetModel

extension Shard {
    /// CLIENT.ADD: creates the client unless an active one scores the setting `double_bits` or more
    /// and `anyway` was not said.
    public func addClient(
        _ cell: TenantCell,
        _ given: borrowing GivenFields,
        in bytes: RawSpan,
        anyway: Bool,
        wavedAside: [ClientID],
        _ options: WriteOptions
    ) throws(CommandFailure) -> AddResult {
        if let known = try remembered(cell, options) { return .created(known) }
        let (id, start) = try draft(cell, given, in: bytes, wavedAside)
        let keptOut = try keptOutOfDraft(cell, from: start, options)
        if !anyway {
            let scoreMin = cell.tenant.settings.doubleMillibits
            let doubles = candidates(cell, ofNew: id, from: start, scoreMin: scoreMin)
            guard doubles.isEmpty else {
                matching.forget()
                events.discardOpen()
                return .duplicates(doubles)
            }
        }
        var result = try commitDraft(cell, id, options)
        result.keptOut = keptOut
        return .created(result)
    }

    /// CLIENT.UPSERT: creates or changes by the caller's own reference, which has been checked to
    /// stand among the given fields.
    public func upsertClient(
        _ cell: TenantCell,
        _ given: inout GivenFields,
        external: Range<Int>,
        in bytes: RawSpan,
        _ options: WriteOptions
    ) throws(CommandFailure) -> UpsertResult {
        if let known = try remembered(cell, options) {
            return known.kind == .created ? .created(known, []) : .updated(known)
        }
        let id = client(cell, external: bytes.bytes(external))
        // A new client has this reference, and one that gets other references keeps it.
        if id == nil || given.isGiven(.external) {
            do throws(Refusal) {
                try given.add(.external, value: external)
            } catch {
                throw .refused(error)
            }
        }
        if let id {
            let owner = cell.tenant.owner(ofExternal: bytes.bytes(external), shownBy: id)
            guard owner == id else { return .merged(id, version: cell.tenant.version(of: id) ?? 0) }
            let before = cell.tenant.version(of: id)
            let result = try changeClient(cell, id, given, in: bytes, options)
            return result.version == before
                ? .unchanged(id, version: result.version) : .updated(result)
        }
        if let asked = options.ifVersion, asked != 0 {
            throw .refused(.stale(asked: asked, found: 0))
        }
        let (newID, start) = try draft(cell, given, in: bytes, [])
        let keptOut = try keptOutOfDraft(cell, from: start, options)
        let doubles = candidates(
            cell,
            ofNew: newID,
            from: start,
            scoreMin: Self.listedScoreMin
        )
        var result = try commitDraft(cell, newID, options)
        result.keptOut = keptOut
        return .created(result, doubles)
    }

    /// CLIENT.SET: changes the fields that are given with other values than they have.
    public func changeClient(
        _ cell: TenantCell,
        _ id: ClientID,
        _ given: borrowing GivenFields,
        in bytes: RawSpan,
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        if let known = try remembered(cell, options) { return known }
        events.removeAll()
        let microseconds = microsecondsNow
        let version: UInt32
        var keptOut: KeptOutWays = []
        var context = Context(now: Timestamp(millisecondsSinceEpoch: microseconds / 1_000))
        if options.unlockReason.isEmpty {
            context.locked = lockedFields(cell, of: id)
        } else {
            context.reason = options.unlockReason
        }
        do throws(Refusal) {
            version = try cell.tenant.decideChange(
                id,
                given,
                in: bytes,
                ifVersion: options.ifVersion,
                in: context,
                checker: &checker,
                events: &events
            )
            if events.count > 0 {
                let start = varintByteCount(UInt64(id.value))
                try checkReferences(cell, of: id, in: events.payload(0), from: start)
                keptOut = cell.keptOut(events.payload(0), from: start)
                if options.keepsOut, !keptOut.isEmpty { throw .keptOut }
            }
        } catch {
            events.removeAll()
            throw .refused(error)
        }
        guard events.count > 0, !options.isDryRun else {
            var tried = WriteResult(
                kind: .updated,
                number: id.value,
                version: version,
                lsn: nil
            )
            tried.keptOut = keptOut
            return tried
        }
        let lsn = try commit(
            cell,
            microseconds: microseconds,
            wantsSync: options.wantsSync,
            keyed: keyed(options, .updated, number: id.value, version: version)
        )
        var result = WriteResult(kind: .updated, number: id.value, version: version, lsn: lsn)
        result.keptOut = keptOut
        return result
    }

    /// CLIENT.DEACTIVATE and CLIENT.REACTIVATE: all or none.
    public func setStatus(
        _ cell: TenantCell,
        _ ids: [ClientID],
        active: Bool,
        bookingsAhead: BookingsAhead = .refuse,
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        if let known = try remembered(cell, options) { return known }
        events.removeAll()
        let count: Int
        do throws(Refusal) {
            if !active { try decideAhead(cell, ids, bookingsAhead) }
            count = try cell.tenant.decideStatus(
                ids,
                active: active,
                ifVersion: options.ifVersion,
                events: &events
            )
        } catch {
            events.removeAll()
            throw .refused(error)
        }
        let number = UInt32(truncatingIfNeeded: count)
        guard events.count > 0, !options.isDryRun else {
            return WriteResult(kind: .changed, number: number, version: 0, lsn: nil)
        }
        let lsn = try commit(
            cell,
            microseconds: microsecondsNow,
            wantsSync: options.wantsSync,
            keyed: keyed(options, .changed, number: number, version: 0)
        )
        return WriteResult(kind: .changed, number: number, version: 0, lsn: lsn)
    }

    /// The client that carries the reference, given as it would be in CLIENT.ADD, or nil; active
    /// ones first.
    public func client(_ cell: TenantCell, external: RawSpan) -> ClientID? {
        find(external, .external) { text in
            cell.index.find(
                external: text,
                in: cell.tenant.clients,
                max: 1,
                into: &found,
                scratch: &scratch
            )
        }
        return found.first.map { ClientID($0) }
    }

    /// The clients with that e-mail, given as it would be in CLIENT.ADD: active ones first, then
    /// the most recently changed.
    public func clients(_ cell: TenantCell, email: RawSpan) -> [ClientID] {
        find(email, TextRule(byteCountMax: EmailAddress.byteCountMax)) { text in
            cell.index.find(
                email: text,
                in: cell.tenant.clients,
                max: Self.candidateCountMax,
                into: &found,
                scratch: &scratch
            )
        }
        return found.map { ClientID($0) }
    }

    /// Empties `found` and looks for a text in the form that a record would hold: without spaces
    /// at its ends, in normal form C. What no record can hold is not looked for.
    private func find(_ given: RawSpan, _ rule: TextRule, _ look: (RawSpan) -> Void) {
        found.removeAll(keepingCapacity: true)
        text.removeAll()
        guard let checked = try? TextValue.check(given, rule, scratch: &text) else { return }
        look(checked.bytes(given: given, scratch: text))
    }

    /// The clients with that phone, in any spelling; active ones first, then the most recently
    /// changed.
    public func clients(
        _ cell: TenantCell,
        phone: RawSpan
    ) throws(CommandFailure) -> [ClientID] {
        let digits: UInt64
        do throws(PhoneError) {
            digits = try PhoneParser.parse(phone, country: cell.tenant.settings.country).digits
        } catch {
            throw .refused(.invalid(field: "phone", problem: error.message))
        }
        found.removeAll(keepingCapacity: true)
        cell.index.find(
            phone: digits,
            in: cell.tenant.clients,
            max: Self.candidateCountMax,
            into: &found,
            scratch: &scratch
        )
        return found.map { ClientID($0) }
    }

    /// Checks the fields of a new client and leaves `clientAdded` open in `events`; answers its id
    /// and where its payload begins.
    private func draft(
        _ cell: TenantCell,
        _ given: borrowing GivenFields,
        in bytes: RawSpan,
        _ wavedAside: [ClientID]
    ) throws(CommandFailure) -> (ClientID, Int) {
        events.removeAll()
        matching.forget()
        do throws(Refusal) {
            let id = try cell.tenant.draftClient(
                given,
                in: bytes,
                wavedAside: wavedAside,
                checker: &checker,
                events: &events
            )
            let start = varintByteCount(UInt64(id.value))
            try checkReferences(cell, of: id, in: events.payloads.bytes, from: start)
            return (id, start)
        } catch {
            events.removeAll()
            throw .refused(error)
        }
    }

    /// No other client has a reference of the caller's own that `id` is given among these fields.
    private func checkReferences(
        _ cell: TenantCell,
        of id: ClientID,
        in fields: RawSpan,
        from start: Int
    ) throws(Refusal) {
        var cursor = FieldCursor(offset: start)
        while let (tag, range) = cursor.next(in: fields), tag <= ClientField.external.rawValue {
            guard tag == ClientField.external.rawValue, !range.isEmpty,
                let other = client(cell, external: fields.bytes(range)), other != id
            else { continue }
            throw .referenceTaken(by: other)
        }
    }

    private func commitDraft(
        _ cell: TenantCell,
        _ id: ClientID,
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        guard !options.isDryRun else {
            events.removeAll()
            matching.forget()
            return WriteResult(kind: .created, number: id.value, version: 1, lsn: nil)
        }
        events.close(.clientAdded)
        let lsn = try commit(
            cell,
            microseconds: microsecondsNow,
            wantsSync: options.wantsSync,
            keyed: keyed(options, .created, number: id.value, version: 1)
        )
        return WriteResult(kind: .created, number: id.value, version: 1, lsn: lsn)
    }
}
