/// What happened, as the log numbers it. A number once given is never given to another kind; a
/// kind that this build does not know refuses the start, since state without it would be wrong.
///
/// Payloads are a varint or two and then tagged fields (u8 tag, varint length, bytes). Tags below
/// 64 go into the record as they are, also those that this build does not know; tags from 64 on
/// belong to the event alone and are passed over where unknown.
public enum EventKind: UInt8, Hashable, Sendable, CaseIterable {
    /// Payload: settings as tagged fields.
    case tenantCreated = 1
    /// Payload: settings as tagged fields; an empty one returns to the default.
    case settingChanged = 2
    /// Payload: none.
    case tenantDropped = 3
    /// Payload: varint id, then the client's fields.
    case clientAdded = 16
    /// Payload: varint id, then the fields that changed; an empty one is cleared.
    case clientChanged = 17
    /// Payload: varint id.
    case clientDeactivated = 18
    /// Payload: varint id.
    case clientReactivated = 19
    /// A double went into a survivor. Payload: see ``MergeEvent``.
    case clientsMerged = 20
    /// A merge was undone. Payload: see ``MergeEvent``.
    case clientsUnmerged = 21
    /// Two clients are not the same person. Payload: varint a, varint b, u8 1, or 0 where that is
    /// taken back.
    case pairDeclaredDistinct = 22
    /// The venue's own weights of comparisons, learnt from its list. Payload: see ``MatchLearning``.
    case matchWeightsLearned = 23
    /// R-RES-03: staff said whether a client wants the newsletter. Payload: as `clientChanged`.
    case newsletterSet = 30
    /// R-SAL-06: a client was put on the block list, or its block changed. Payload: as
    /// `clientChanged`.
    case clientBlocked = 31
    /// A client was taken off the block list. Payload: as `clientChanged`.
    case clientUnblocked = 32
    /// R-POL-14: what a client said about a purpose, with proof. Payload: as `clientChanged`.
    case consentSet = 33
    /// A view was saved. Payload: see ``SavedView``.
    case viewSet = 36
    /// … and dropped. Payload: see ``SavedView``.
    case viewDropped = 37
    /// R-SAL-04: clients were emptied for good. Payload: see ``ErasureEvent``.
    case clientsErased = 40
    /// R-CAL-40: the person was taken out of clients, their figures stay. Payload: see ``ErasureEvent``.
    case clientsAnonymized = 41
    /// The data folder holds less of what was erased. Payload: varint receipt, u8 stage.
    case erasureAdvanced = 42
    /// R-SAL-20: addresses of an erasure are kept out. Payload: see ``KeepOut``.
    case clientsKeptOut = 43
    /// … and let in again. Payload: see ``KeepOut``.
    case keepOutLifted = 44
    /// The reply of a command that came with a key. Payload: see ``RememberedReply``.
    case replyRemembered = 48
    /// Somebody is let in from now on. In the node's own partition. Payload: see ``Token``.
    case tokenCreated = 50
    /// … and no longer. Payload: the token's name.
    case tokenRevoked = 51
    /// A person gets an account of their own. These too are in the node's own partition. Payload, here
    /// and down to `accountErased`: varint account, then what changes in it, as `AccountField` names it.
    case accountCreated = 52
    /// A code to sign in with was made.
    case accountInvited = 53
    /// A code for something else was made.
    case accountCodeIssued = 54
    /// Somebody signed in with a code.
    case accountSignedIn = 55
    /// Login or e-mail are others.
    case accountChanged = 56
    /// A client is linked to it from now on.
    case accountLinked = 57
    /// … and no longer.
    case accountUnlinked = 58
    /// Another account has become a part of this one.
    case accountsJoined = 59
    /// It may administer a tenant, or no longer.
    case accountAdminSet = 60
    /// A wrong code came.
    case accountCodeRefused = 61
    /// A tenant has been told what it was owed.
    case accountTold = 62
    /// The account is gone. Payload: varint account.
    case accountErased = 63
    // What happens to bookings. Payloads: see ``BookingEvent``.
    case bookingAdded = 70
    case bookingChanged = 71
    case bookingMoved = 72
    /// The code of one that was made online has come (R-SAL-16).
    case bookingVerified = 73
    case bookingExpired = 74
    case bookingCancelled = 75
    case bookingNoShow = 76
    case bookingDone = 77
    /// Somebody went off a booking, others stay on it (R-RSV-18).
    case bookingLeft = 78
    /// A wrong code has come.
    case bookingCodeFailed = 79
    /// Bookings beyond the venue's retention went; what is counted of them stays.
    case bookingsAgedOut = 80
    // Links of clients and points of partners. Payloads: see ``LinkEvent``.
    case linkAdded = 90
    case linkRemoved = 91
    case pointsAdded = 92
    /// What stood here was about somebody who was erased since, and is no more. Payload: none. Changes
    /// nothing but the partition's sequence.
    case redacted = 113
    /// The digest of one tenant's state just before this record: 16 bytes. Changes nothing.
    case digestNoted = 112
}

extension EventKind {
    /// Whether its payload ends with tagged fields, of clients or of bookings, so that more may follow.
    public var isAboutClients: Bool {
        switch self {
        case .clientAdded, .clientChanged, .clientDeactivated, .clientReactivated, .clientsMerged,
            .clientsUnmerged, .newsletterSet, .clientBlocked, .clientUnblocked, .consentSet,
            .bookingAdded, .bookingChanged, .bookingMoved, .bookingVerified, .bookingExpired,
            .bookingCancelled, .bookingNoShow, .bookingDone, .bookingLeft, .bookingCodeFailed,
            .linkAdded, .linkRemoved, .pointsAdded:
            true
        case .tenantCreated, .settingChanged, .tenantDropped, .pairDeclaredDistinct,
            .matchWeightsLearned, .clientsErased, .clientsAnonymized, .erasureAdvanced, .redacted,
            .replyRemembered, .digestNoted, .tokenCreated, .tokenRevoked, .viewSet, .viewDropped,
            .bookingsAgedOut, .clientsKeptOut, .keepOutLifted, .accountCreated, .accountInvited,
            .accountCodeIssued, .accountSignedIn, .accountChanged,
            .accountLinked, .accountUnlinked, .accountsJoined, .accountAdminSet,
            .accountCodeRefused, .accountTold, .accountErased:
            false
        }
    }
}

/// Tags of fields that belong to an event and not to the record.
public enum EventTag {
    /// What version 0.1 wrote of candidates that were waved aside: their numbers, as varints.
    /// Passed over, since the states that it logged digests of did not hold them.
    public static let wavedAsideNumbers: UInt8 = 64
    /// What the row of a merge keeps.
    public static let mergeFields: UInt8 = 65
    /// What becomes of one client; as many as there are clients that change.
    public static let effect: UInt8 = 66
    /// Candidates that were shown and waved aside: varint number and varint version of each.
    public static let wavedAside: UInt8 = 67
    /// What changes in that which a survivor has by itself, as tagged fields; of an undone merge
    /// it is the double that is a survivor, too.
    public static let ownChange: UInt8 = 68
    /// The name of the token by which it came, where it came by one; of events about clients.
    public static let author: UInt8 = 69
    /// The client who went off a booking: varint number.
    public static let leaver: UInt8 = 70
    /// Nobody is told of it; empty.
    public static let quiet: UInt8 = 71
    /// The event of the directory's that it carries on: varint LSN. What came so is told as the
    /// account's doing.
    public static let origin: UInt8 = 74
    /// Why the helpdesk changed what is the person's own.
    public static let reason: UInt8 = 75
}
