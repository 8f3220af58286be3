public import CarnetBytes

/// One fact that changed a tenant, as the log holds it: a view of its payload, checked to be
/// readable so that applying it can't fail.
public struct Event: ~Escapable {
    public let kind: EventKind
    public let payload: RawSpan
    /// Milliseconds since 1970 at which it happened.
    public let milliseconds: UInt64
    /// Its place in the log.
    public let lsn: LSN
    /// The client it speaks of; 0 where it speaks of none.
    let id: ClientID
    /// Where the tagged fields begin.
    let fieldsOffset: Int

    /// Reads an event of our own log. Throws where a kind or a payload makes no sense, which a
    /// checksum would have caught unless a newer version wrote it.
    @_lifetime(copy payload)
    public init(
        kind rawKind: UInt8,
        payload: RawSpan,
        milliseconds: UInt64,
        lsn: LSN
    ) throws(EventError) {
        guard let kind = EventKind(rawValue: rawKind) else { throw .unknownKind(rawKind) }
        self.kind = kind
        self.payload = payload
        self.milliseconds = milliseconds
        self.lsn = lsn
        switch kind {
        case .clientAdded, .clientChanged, .clientDeactivated, .clientReactivated, .newsletterSet,
            .clientBlocked, .clientUnblocked, .consentSet:
            var reader = ByteReader(payload)
            guard let number = reader.varint(), number >= 1, number < UInt64(UInt32.max) else {
                throw .malformed(kind)
            }
            id = ClientID(UInt32(number))
            fieldsOffset = reader.offset
        case .clientsMerged, .clientsUnmerged:
            guard let merge = MergeEvent(payload) else { throw .malformed(kind) }
            id = merge.survivor
            fieldsOffset = merge.fieldsOffset
        case .clientsErased, .clientsAnonymized:
            guard ErasureEvent(payload) != nil else { throw .malformed(kind) }
            id = ClientID(0)
            fieldsOffset = 0
        case .viewSet, .viewDropped:
            guard ViewEvent(kind, payload) != nil else { throw .malformed(kind) }
            id = ClientID(0)
            fieldsOffset = 0
        case .bookingAdded, .bookingChanged, .bookingMoved, .bookingVerified, .bookingExpired,
            .bookingCancelled, .bookingNoShow, .bookingDone, .bookingLeft, .bookingCodeFailed:
            guard let booking = BookingEvent(kind, payload) else { throw .malformed(kind) }
            id = ClientID(0)
            fieldsOffset = booking.fieldsOffset
        case .linkAdded, .linkRemoved, .pointsAdded:
            guard let (_, offset) = LinkEvent.read(kind, payload) else { throw .malformed(kind) }
            id = ClientID(0)
            fieldsOffset = offset
        case .bookingsAgedOut:
            guard BookingEvent.numbers(payload) != nil else { throw .malformed(kind) }
            id = ClientID(0)
            fieldsOffset = 0
        case .clientsKeptOut:
            guard KeepOutEvent(payload) != nil else { throw .malformed(kind) }
            id = ClientID(0)
            fieldsOffset = 0
        case .keepOutLifted:
            guard KeepOutLift(payload) != nil else { throw .malformed(kind) }
            id = ClientID(0)
            fieldsOffset = 0
        case .matchWeightsLearned:
            guard MatchLearning(payload) != nil else { throw .malformed(kind) }
            id = ClientID(0)
            fieldsOffset = 0
        case .tenantCreated, .settingChanged, .tenantDropped, .replyRemembered, .digestNoted,
            .redacted,
            .pairDeclaredDistinct, .erasureAdvanced, .tokenCreated, .tokenRevoked, .accountCreated,
            .accountInvited, .accountCodeIssued, .accountSignedIn, .accountChanged,
            .accountLinked, .accountUnlinked, .accountsJoined, .accountAdminSet,
            .accountCodeRefused, .accountTold, .accountErased:
            id = ClientID(0)
            fieldsOffset = 0
        }
    }
}

extension Event {
    /// The name of the token by which it came; nil where it needed none, and of other events than
    /// those about clients.
    public var author: RawSpan? {
        @_lifetime(copy self)
        get { field(EventTag.author) }
    }

    /// Why the helpdesk changed what is the person's own, or why clients were merged; nil where
    /// nothing was said.
    public var reason: RawSpan? {
        @_lifetime(copy self)
        get {
            guard kind == .clientsMerged else { return field(EventTag.reason) }
            guard let row = field(EventTag.mergeFields) else { return nil }
            return MergeRow.reason(in: row)
        }
    }

    /// Whether it carries on what happened to the account of a client's person (R-RES-04).
    public var isOfAccount: Bool { field(EventTag.origin) != nil }

    @_lifetime(copy self)
    private func field(_ wanted: UInt8) -> RawSpan? {
        guard kind.isAboutClients else { return nil }
        var cursor = FieldCursor(offset: fieldsOffset)
        while let (tag, range) = cursor.next(in: payload) {
            if tag == wanted { return payload.bytes(range) }
        }
        return nil
    }

    /// Survivor and double of a merge or of its undoing; nil for other events.
    public var mergedPair: (survivor: ClientID, double: ClientID)? {
        guard kind == .clientsMerged || kind == .clientsUnmerged, let merge = MergeEvent(payload)
        else { return nil }
        return (merge.survivor, merge.double)
    }

    /// What `digestNoted` says the state must be just before it; nil for other events.
    public var digest: StateDigest? {
        guard kind == .digestNoted, payload.byteCount >= 16 else { return nil }
        return StateDigest(
            low: payload.littleEndianUInt64(at: 0),
            high: payload.littleEndianUInt64(at: 8)
        )
    }
}

/// Why a record of the log can't be applied.
public enum EventError: Error, Hashable, Sendable {
    case unknownKind(UInt8)
    case malformed(EventKind)
    /// An event of a tenant that was never created.
    case strayTenant
    /// The state is another one than was noted in the log.
    case digest
    /// The record is longer than any client may be: its fields and those it adds to.
    case tooLong(ClientID)

    public var message: String {
        switch self {
        case .unknownKind(let kind):
            "an event of kind \(kind), which this version does not know; use the version that wrote it or a newer one"
        case .strayTenant: "an event of a tenant that was never created"
        case .digest: "a digest that the state does not come to"
        case .malformed(let kind): "an event of kind \(kind) whose payload can't be read"
        case .tooLong(let id): "an event that makes client \(id.value) longer than a record may be"
        }
    }
}
