public import CarnetBytes

/// One venue: its settings, its client list and what it has answered to keyed commands.
///
/// A pure state machine: `decide…` reads and writes events into a buffer or throws a ``Refusal``;
/// `stage` and `commit` apply an event and can't fail. Live, replay and tests use the same ones.
/// Facts that only an index knows (who has this e-mail?) come in as arguments.
public struct Tenant: Sendable {
    public internal(set) var clients = RecordStore()
    /// None before the first booking.
    @usableFromInline
    var bookings: BookingsBox?
    /// None before the first link or point.
    var links: [Links] = []
    public let name: [UInt8]
    public internal(set) var settings = TenantSettings()
    /// Grows by one with each change of the settings.
    public internal(set) var version: UInt32 = 0
    public internal(set) var activeCount = 0
    public internal(set) var inactiveCount = 0
    public internal(set) var mergedCount = 0
    public internal(set) var createdMilliseconds: UInt64 = 0
    public internal(set) var replies = RememberedReplies()
    public internal(set) var digest = StateDigest()
    /// What is kept of merges and of pairs that are two persons; none before the first.
    var merges: [Merges] = []

    /// Receipts by number, from 1 on.
    public internal(set) var erasures: [Erasure] = []
    /// How many of them are not complete.
    public internal(set) var pendingErasureCount = 0

    /// Which addresses are kept out after erasures.
    public internal(set) var keepOut = KeepOut()

    /// Saved views, by name.
    public internal(set) var views: [SavedView] = []

    /// What comparisons of its clients are worth, where it has learnt that from its own list.
    public internal(set) var matchLearning: MatchLearning?

    /// A tenant before its first event.
    public init(name: [UInt8]) { self.name = name }

    /// Whether it is the tenant of that name. O(name).
    public func hasName(_ other: RawSpan) -> Bool { unsafe name.span.bytes.isEqual(to: other) }

    /// The record of a client to `body`, where it stands; nil when there is none of that number.
    public mutating func withClient<R>(_ number: UInt32, _ body: (RawSpan) -> R) -> R? {
        clients.withRecord(number, body)
    }

    /// The version of a client, or nil where there is none.
    public func version(of id: ClientID) -> UInt32? {
        guard let record = clients.record(id.value) else { return nil }
        return ClientRecord(record).version
    }

    /// Whether there is such a client and it stands on the list.
    public func isActive(_ id: ClientID) -> Bool {
        guard let record = clients.record(id.value) else { return false }
        return ClientRecord(record).status == .active
    }

    /// Where a client stands, or nil where there is none.
    public func status(of id: ClientID) -> ClientStatus? {
        guard let record = clients.record(id.value) else { return nil }
        return ClientRecord(record).status
    }

    /// The number that the next new client gets.
    public var nextClient: ClientID { ClientID(clients.numberMax + 1) }

    /// The most clients one tenant may ever have had.
    public static let clientCountMax: UInt32 = 1 << 30
}

// MARK: - Applying

extension Tenant {
    /// What an event asks for next.
    public enum Staged: Hashable, Sendable {
        /// The record in `staging` takes its place: `commit` it.
        case record(ClientID)
        /// Several records stand in `staging`, one behind the other: `commit` each.
        case records
        /// Done already, or nothing to do.
        case done
    }

    /// Applies an event up to the point where a client's record changes, and writes that record
    /// to `staging`, so that an index can see both before `commit` puts it in place.
    public mutating func stage(
        _ event: borrowing Event,
        into staging: inout ByteWriter
    ) throws(EventError) -> Staged {
        staging.removeAll()
        switch event.kind {
        case .tenantCreated, .settingChanged:
            if event.kind == .tenantCreated { createdMilliseconds = event.milliseconds }
            changeSettings(event)
            return .done
        case .tenantDropped, .digestNoted, .redacted, .tokenCreated, .tokenRevoked, .accountCreated,
            .accountInvited, .accountCodeIssued, .accountSignedIn, .accountChanged,
            .accountLinked, .accountUnlinked, .accountsJoined, .accountAdminSet,
            .accountCodeRefused, .accountTold, .accountErased:
            return .done
        case .replyRemembered:
            replies.apply(event.payload, at: event.milliseconds, lsn: event.lsn)
            return .done
        case .clientAdded:
            stageAdded(event, into: &staging)
            applyWavedAside(event)
        case .clientChanged, .newsletterSet, .clientBlocked, .clientUnblocked, .consentSet:
            guard stageChanged(event, into: &staging) else { return .done }
            if !merges.isEmpty { try applyOwnChange(of: event.id, event) }
        case .clientDeactivated:
            guard stageStatus(event, .inactive, into: &staging) else { return .done }
        case .clientReactivated:
            guard stageStatus(event, .active, into: &staging) else { return .done }
        case .clientsMerged:
            try stageMerged(event, into: &staging)
            return .records
        case .clientsUnmerged:
            try stageUnmerged(event, into: &staging)
            return .records
        case .pairDeclaredDistinct:
            applyDistinct(event)
            return .done
        case .clientsErased:
            try stageErased(event, .erased, into: &staging)
            return .records
        case .clientsAnonymized:
            try stageErased(event, .anonymized, into: &staging)
            return .records
        case .erasureAdvanced:
            applyAdvance(event)
            return .done
        case .viewSet, .viewDropped:
            try applyView(event)
            return .done
        case .bookingAdded, .bookingChanged, .bookingMoved, .bookingVerified, .bookingExpired,
            .bookingCancelled, .bookingNoShow, .bookingDone, .bookingLeft, .bookingCodeFailed:
            try applyBooking(event, &staging)
            staging.removeAll()
            return .done
        case .linkAdded, .linkRemoved, .pointsAdded:
            try applyLink(event)
            return .done
        case .bookingsAgedOut:
            try applyAgedOut(event)
            return .done
        case .clientsKeptOut:
            try applyKeepOut(event)
            return .done
        case .keepOutLifted:
            try applyLift(event)
            return .done
        case .matchWeightsLearned:
            guard let learning = MatchLearning(event.payload) else { throw .malformed(event.kind) }
            put(learning)
            return .done
        }
        guard ClientRecordWriter.finish(from: 0, in: &staging) else { throw .tooLong(event.id) }
        return .record(event.id)
    }

    /// Puts a staged record in place. O(length).
    public mutating func commit(_ record: RawSpan) {
        let id = record.littleEndianUInt32(at: 3)
        if let (hash, status) = fingerprint(id) {
            digest.remove(hash)
            count(status, by: -1)
        }
        digest.add(record)
        count(ClientRecord(record).status, by: 1)
        clients.put(record)
    }

    /// What the state counts of a record that is about to be replaced.
    private func fingerprint(_ id: UInt32) -> (Hash128, ClientStatus)? {
        guard let old = clients.record(id) else { return nil }
        return (old.xxh3_128, ClientRecord(old).status)
    }

    /// Applies an event in one step, where no index looks on.
    public mutating func apply(
        _ event: borrowing Event,
        staging: inout ByteWriter
    ) throws(EventError) {
        switch try stage(event, into: &staging) {
        case .record: commit(staging.bytes)
        case .records:
            var offset = 0
            while let record = Self.nextRecord(of: staging.bytes, at: &offset) { commit(record) }
        case .done: break
        }
    }

    /// The record that begins at `offset` of what was staged, and where the next one does; nil
    /// behind the last.
    @_lifetime(copy staged)
    public static func nextRecord(of staged: RawSpan, at offset: inout Int) -> RawSpan? {
        guard offset < staged.byteCount else { return nil }
        let start = offset
        offset &+= Int(staged.littleEndianUInt16(at: start))
        return staged.bytes(start..<offset)
    }

    private mutating func changeSettings(_ event: borrowing Event) {
        var bytes = ByteWriter()
        settings.append(to: &bytes)
        if bytes.byteCount > 0 { digest.remove(bytes.bytes) }
        settings.apply(event.payload, from: 0)
        version &+= 1
        bytes.removeAll()
        settings.append(to: &bytes)
        if bytes.byteCount > 0 { digest.add(bytes.bytes) }
    }

    private func stageAdded(_ event: borrowing Event, into staging: inout ByteWriter) {
        ClientRecordWriter.begin(
            event.id,
            status: .active,
            createdMilliseconds: event.milliseconds,
            updatedMilliseconds: event.milliseconds,
            version: 1,
            in: &staging
        )
        ClientRecordWriter.appendFields(
            of: event.payload,
            from: event.fieldsOffset,
            to: &staging
        )
    }

    private func stageChanged(_ event: borrowing Event, into staging: inout ByteWriter) -> Bool {
        guard let old = clients.record(event.id.value) else { return false }
        let record = ClientRecord(old)
        begin(record, record.status, event, in: &staging)
        ClientRecordWriter.appendFields(
            of: old,
            from: record.fieldsOffset,
            changedBy: event.payload,
            from: event.fieldsOffset,
            to: &staging
        )
        return true
    }

    private func stageStatus(
        _ event: borrowing Event,
        _ status: ClientStatus,
        into staging: inout ByteWriter
    ) -> Bool {
        guard let old = clients.record(event.id.value) else { return false }
        let record = ClientRecord(old)
        begin(record, status, event, in: &staging)
        staging.append(old.bytes(record.fieldsOffset..<old.byteCount))
        return true
    }

    /// The head of the next version of a record.
    private func begin(
        _ record: borrowing ClientRecord,
        _ status: ClientStatus,
        _ event: borrowing Event,
        in staging: inout ByteWriter
    ) {
        ClientRecordWriter.begin(
            record.id,
            status: status,
            createdMilliseconds: record.createdMilliseconds,
            updatedMilliseconds: event.milliseconds,
            version: record.version &+ 1,
            in: &staging
        )
    }

    mutating func count(_ status: ClientStatus, by change: Int) {
        switch status {
        case .active: activeCount &+= change
        case .inactive: inactiveCount &+= change
        case .merged: mergedCount &+= change
        case .erased: break
        }
    }
}
