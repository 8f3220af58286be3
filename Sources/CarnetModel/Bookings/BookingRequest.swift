/// Who does something to a booking, as far as its rules ask.
public enum BookingCaller: Hashable, Sendable {
    /// Staff and whoever stands above them.
    case staff
    /// A booking widget, for somebody who has not signed in.
    case online
    /// A person who has signed in, by their numbers on this venue's list: one, unless they stand on
    /// it twice.
    case client([ClientID])
    /// A partner, by its name: a hotel, a secretary's office.
    case partner([UInt8])
}

/// What BOOKING.ADD asks for.
public struct BookingRequest: Sendable {
    /// Whose booking it is; a merged client's follows to the survivor.
    public var client: ClientID
    public var span: BookingSpan
    public var fields: GivenBookingFields
    /// The other clients who are on it.
    public var with: [ClientID] = []
    /// R-RES-02: what the client's own note becomes, in the same append.
    public var clientNote: [UInt8]?
    public var caller: BookingCaller
    /// Whether the client's block holds, or one that is known by the same e-mail, phone or account:
    /// what an index knows (R-SAL-08).
    public var isKnownAsBlocked = false
    /// Whether an address of the client's is kept out since an erasure (R-SAL-20).
    public var isKeptOut = false
    /// SHA-256 of the code that is told for it, where it needs one.
    public var codeDigest: [UInt8] = []

    public init(
        client: ClientID,
        span: BookingSpan,
        fields: GivenBookingFields,
        caller: BookingCaller
    ) {
        self.client = client
        self.span = span
        self.fields = fields
        self.caller = caller
    }
}

/// What became of a booking.
public struct BookingOutcome: Hashable, Sendable {
    public let id: BookingID
    public let status: BookingStatus
    public let version: UInt32
    /// Whether it waits for the code whose digest was given.
    public var awaitsCode = false

    public init(id: BookingID, status: BookingStatus, version: UInt32) {
        self.id = id
        self.status = status
        self.version = version
    }
}

/// What became of BOOKING.VERIFY.
public enum BookingProof: Hashable, Sendable {
    case verified(BookingOutcome)
    /// The code was another; so many tries are left.
    case wrong(BookingOutcome, triesLeft: Int)
    /// It came too late, or it was the last wrong one.
    case expired(BookingOutcome)
}
