public import CarnetBytes

/// A person's own sign-in, one for the whole node; clients of several tenants may be linked to it.
///
/// The directory is what counts: a client's record names its account as well, but only what both say
/// is believed (see ``Tenant/account(of:)``).
public struct Account: Hashable, Sendable {
    public let id: AccountID
    public let createdMilliseconds: UInt64
    /// What the person signs in with: an e-mail address, or `tenant/client` where there was none.
    /// Belongs to one account alone; compared with case folded.
    public var login: [UInt8] = []
    /// Where the person is reached; empty where nobody knows.
    public var email: [UInt8] = []
    /// A code that was sent to `email` has come back.
    public var isProven = false
    /// When somebody last signed in; 0: never.
    public var signedInMilliseconds: UInt64 = 0
    public var links: [AccountLink] = []
    /// The tenants at which the person has signed in, ascending.
    public var venues: [[UInt8]] = []
    /// Oldest first.
    public var sessions: [AccountSession] = []
    /// At most one for each purpose.
    public var codes: [OneTimeCode] = []
    /// The tenants that it may administer, ascending.
    public var administered: [[UInt8]] = []

    /// The most clients that one account is linked to.
    public static let linkCountMax = 300
    /// The most sessions that stand at a time; of more the oldest end.
    public static let sessionCountMax = 20
    /// The most tenants whose sign-ins are told apart; they only serve to tell whether there is another.
    public static let venueCountMax = 100

    public init(id: AccountID, createdMilliseconds: UInt64) {
        self.id = id
        self.createdMilliseconds = createdMilliseconds
    }

    public var hasSignedIn: Bool { signedInMilliseconds > 0 }

    /// R-RES-05: whether the person owns the clients of that tenant: there is a sign-in elsewhere.
    public func owns(at tenant: [UInt8]) -> Bool { venues.contains { $0 != tenant } }

    /// Whether that text is its login, with case folded.
    public func hasLogin(_ text: RawSpan) -> Bool {
        unsafe EmailAddress.isFoldedEqual(login.span.bytes, text)
    }

    /// Whether that text is its e-mail, with case folded.
    public func hasEmail(_ text: [UInt8]) -> Bool {
        unsafe EmailAddress.isFoldedEqual(email.span.bytes, text.span.bytes)
    }

    public func code(_ purpose: OneTimeCode.Purpose) -> OneTimeCode? {
        codes.first { $0.purpose == purpose }
    }

    public func link(_ place: ClientPlace) -> AccountLink? {
        links.first { $0.place == place }
    }

    /// The clients of a tenant that it is linked to.
    public func clients(at tenant: [UInt8]) -> [ClientID] {
        links.filter { $0.place.tenant == tenant }.map(\.place.client)
    }
}

/// One client of one tenant, as the directory names it.
public struct ClientPlace: Hashable, Sendable {
    public let tenant: [UInt8]
    public let client: ClientID

    public init(tenant: [UInt8], client: ClientID) {
        self.tenant = tenant
        self.client = client
    }
}

/// A client that is linked to an account, and what its tenant has not been told yet.
public struct AccountLink: Hashable, Sendable {
    public let place: ClientPlace
    /// The event that the tenant has still to be told of; zero: none.
    public var owed = LSN.zero
    /// Whether that includes the e-mail.
    public var owesEmail = false

    public init(place: ClientPlace, owed: LSN = .zero, owesEmail: Bool = false) {
        self.place = place
        self.owed = owed
        self.owesEmail = owesEmail
    }
}

/// Somebody who has signed in and may come back with a secret.
public struct AccountSession: Hashable, Sendable {
    /// SHA-256 of the secret, 32 bytes.
    public let digest: [UInt8]
    public let expiresMilliseconds: UInt64
    /// R-RES-12: it began with a printed code, so an address must be proven before anything else.
    public var mustProve: Bool
    /// The tenant at which it began; empty: none was named.
    public let venue: [UInt8]

    /// How long a session lasts: 30 days.
    public static let lifetimeMilliseconds: UInt64 = 30 * 86_400_000

    public init(digest: [UInt8], expiresMilliseconds: UInt64, mustProve: Bool, venue: [UInt8]) {
        self.digest = digest
        self.expiresMilliseconds = expiresMilliseconds
        self.mustProve = mustProve
        self.venue = venue
    }
}
