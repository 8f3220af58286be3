/// Why a command changes nothing: a rule or the state forbids it. Facts only; the sentence is made
/// here and nowhere else, and never holds a name, an address or a note.
public enum Refusal: Error, Hashable, Sendable {
    case noTenant
    case tenantExists
    case tokenExists
    case noToken
    /// A reference of the caller's own stands for one client alone.
    case referenceTaken(by: ClientID)
    case noClient(ClientID)
    /// No client fits the e-mail, phone or reference that was asked for.
    case noClientFound(by: String)
    case stale(asked: UInt32, found: UInt32)
    /// A value that can't be taken: the field's name, and what would be right.
    case invalid(field: String, problem: String)
    case unknownField(String)
    case givenTwice(field: String)
    /// Every requirement that is not met, as the setting writes it.
    case missing([String])
    case merged(ClientID)
    case erased(ClientID)
    /// The merge was undone before.
    case undone(merge: UInt32)
    case recordTooLong(byteCount: Int)
    case tooMany(field: String, max: Int)
    /// One command brings more of them than it may.
    case tooManyGiven(field: String, max: Int)
    case quota(String)
    case confirmation(needed: String)
    case keyConflict
    /// The preset's value holds and can't be changed.
    case pinned(setting: String, preset: String)
    case trimmed(first: UInt64)
    /// R-SAL-04: the client must be inactive first.
    case notInactive(ClientID)
    case noReceipt(UInt32)
    /// There is no view of that name, but some of these.
    case noView(known: [String])
    /// R-SAL-20: an address is kept out since an erasure.
    case keptOut
    /// R-POL-01: the tenant keeps no block list.
    case blockingOff
    case noBooking(BookingID)
    /// No booking has the reference that was asked for.
    case noBookingFound
    /// A reference of the caller's own stands for one booking alone; nil where it is not theirs to
    /// know which.
    case bookingReferenceTaken(by: BookingID?)
    /// The table of transitions has no such step from there.
    case bookingState(BookingID, BookingStatus, BookingStep)
    case bookingPast
    case bookingTooLong(byteCount: Int)
    /// R-RSV-17: others are on it.
    case groupBooking(BookingID)
    /// R-RES-36.
    case guestOverrideOff
    /// R-RES-43.
    case partnerBookingOff
    /// R-POL-09: the setting keeps clients from doing it themselves now.
    case selfServiceOff(TenantSetting, String)
    /// The client is not on the list; come back first.
    case inactive(ClientID)
    /// R-SAL-22: what they are still expected for, the first of them.
    case bookingsAhead([BookingID], count: Int)
    /// R-SAL-06: who asks is on the block list. Says nothing about it.
    case blocked
    /// R-RES-05, R-POL-04: the field is the person's own.
    case locked(field: String)
    /// There is no such account.
    case noAccount
    /// The person uses the account elsewhere too: what is printed here must not open it.
    case ownedElsewhere
    /// The address is the login of another client of this tenant.
    case loginOf(ClientID)
    /// The address is somebody's login.
    case loginTaken
    case tooManyLinks
    /// No such code was made, it came wrong too often, or its time is over.
    case wrongCode
    /// R-RES-26: both are persons who have signed in.
    case twoAccounts
    /// R-RES-23: the client's person administers a tenant.
    case adminProfile
    /// R-RES-12: an address must be proven before anything else.
    case mustProve

    /// The first word of the error reply.
    public var code: StaticString {
        switch self {
        case .noTenant: "NOTENANT"
        case .tenantExists, .referenceTaken, .bookingReferenceTaken, .tokenExists: "EXISTS"
        case .noClient, .noClientFound: "NOCLIENT"
        case .stale: "STALE"
        case .invalid, .unknownField, .givenTwice, .missing, .confirmation, .noToken, .noReceipt,
            .noView:
            "INVALID"
        case .noBooking, .noBookingFound: "NOBOOKING"
        case .blocked: "BLOCKED"
        case .bookingState, .bookingPast, .groupBooking, .guestOverrideOff, .partnerBookingOff,
            .selfServiceOff, .inactive, .bookingsAhead:
            "REFUSED"
        case .merged, .erased, .undone, .trimmed, .pinned, .blockingOff, .notInactive,
            .keptOut, .ownedElsewhere, .loginOf, .twoAccounts, .adminProfile, .mustProve:
            "REFUSED"
        case .locked: "LOCKED"
        case .noAccount: "NOACCOUNT"
        case .loginTaken: "EXISTS"
        case .wrongCode: "INVALID"
        case .bookingTooLong, .recordTooLong, .tooMany, .tooManyGiven, .tooManyLinks: "TOOBIG"
        case .quota: "QUOTA"
        case .keyConflict: "CONFLICT"
        }
    }

    /// What was wrong and what would be right.
    public var message: String {
        switch self {
        case .noTenant:
            "no such tenant; TENANT.LIST shows those there are, TENANT.CREATE makes one"
        case .tenantExists:
            "the tenant exists already; choose another name or use TENANT.SET"
        case .tokenExists:
            "the token exists already; revoke it first or choose another name"
        case .noToken:
            "name: no such token; TOKEN.LIST shows those there are"
        case .referenceTaken(let id):
            "external: client \(id.value) has this reference; change that client, or give another reference"
        case .noClient(let id):
            "no client \(id.value) here; CLIENT.LIST shows the numbers in use"
        case .noClientFound(let field):
            "no client here has that \(field)"
        case .stale(let asked, let found):
            "version is \(found), not \(asked); read it again and decide anew"
        case .invalid(let field, let problem):
            "\(field): \(problem)"
        case .unknownField(let name):
            "\(name): not a field that can be set; the fields are \(Self.settableFields)"
        case .givenTwice(let field):
            "\(field): given twice; give it once"
        case .missing(let requirements):
            "\(requirements.joined(separator: ", ")): missing; the tenant's setting 'required' asks for it"
        case .merged(let survivor):
            "merged: the client was merged into \(survivor.value); use that number"
        case .erased(let id):
            "erased: client \(id.value) was erased and stays so"
        case .undone(let merge):
            "undone: merge \(merge) was undone already; CLIENT.MERGES shows those that stand"
        case .recordTooLong(let byteCount):
            "the client would take \(byteCount) bytes; at most 65,535 fit, so shorten its texts"
        case .tooMany(let field, let max):
            "\(field): at most \(max) are kept for a client"
        case .tooManyGiven(let field, let max):
            "\(field): at most \(max) may be given at a time"
        case .quota(let what):
            "\(what)"
        case .confirmation(let needed):
            "confirm: add \(needed) to say that you mean it"
        case .keyConflict:
            "the KEY was used with other arguments; use a new key for a new command"
        case .pinned(let setting, let preset):
            "preset: \(setting) can't be changed where the preset is \(preset)"
        case .notInactive(let id):
            "not-inactive: client \(id.value) is active; deactivate it first, or add REQUESTED where the person asks for it"
        case .noReceipt(let number):
            "receipt: no receipt \(number) here; ERASURE.LIST shows those there are"
        case .noView(let known):
            known.isEmpty
                ? "view: no such view; none is saved here, VIEW.SET saves one"
                : "view: no such view; there are \(Self.shown(known))"
        case .keptOut:
            "kept-out: an address given here is kept out since an erasure; staff may add it, and KEEPOUT.LIFT lets it in again"
        case .blockingOff:
            "blocking-off: the tenant keeps no block list; its setting 'blocking' warn or online turns it on"
        case .noBooking(let id):
            "no booking \(id.value) here; BOOKING.LIST shows those there are"
        case .noBookingFound:
            "no booking here has that reference"
        case .bookingReferenceTaken(let id?):
            "external: booking \(id.value) has this reference; change that booking, or give another reference"
        case .bookingReferenceTaken(nil):
            "external: another booking has this reference; give another one"
        case .bookingState(let id, let status, let step):
            "state: booking \(id.value) is \(status.name) and can't be \(step.name)"
        case .bookingPast:
            "past: it is not ahead any more; staff can still change it"
        case .bookingTooLong(let byteCount):
            "the booking would take \(byteCount) bytes; at most 65,535 fit, so shorten its texts"
        case .groupBooking(let id):
            "group: others are on booking \(id.value); staff can move it"
        case .guestOverrideOff:
            "guest-override: the tenant's setting 'guest_override' is off; an admin turns it on"
        case .partnerBookingOff:
            "partner-booking: the tenant's setting 'partner_booking' is off"
        case .selfServiceOff(let setting, let value):
            "\(setting == .selfMove ? "self-move" : "self-cancel"): the tenant's setting '\(setting.word)' is '\(value)'; ask the venue"
        case .inactive(let id):
            "inactive: client \(id.value) is not on the list; CLIENT.REACTIVATE brings it back"
        case .bookingsAhead(let ids, let count):
            "bookings-ahead: \(count) still to come: \(ids.map { "\($0.value)" }.joined(separator: " "))\(count > ids.count ? " …" : ""); add CANCEL yes to cancel them"
        case .blocked:
            "this can't be booked online; please contact the venue"
        case .locked(let field):
            "\(field): is the person's own to change, who signs in for it; the helpdesk (role admin) may, with REASON"
        case .noAccount: "no such account; ACCOUNT.INVITE makes one for a client"
        case .ownedElsewhere:
            "owned: the person uses this account elsewhere too, so no code is printed for it; the helpdesk changes its address with ACCOUNT.SET"
        case .loginOf(let id):
            "login: the address is the login of client \(id.value); ACCOUNT.LOGIN says what can be done"
        case .loginTaken: "email: the address is the login of another account"
        case .tooManyLinks:
            "account: it is linked to \(Account.linkCountMax) clients, and no more are linked to one"
        case .wrongCode:
            "CODE: wrong, used, or too old; after \(OneTimeCode.attemptCountMax) wrong ones a new code is needed"
        case .twoAccounts:
            "two-accounts: both persons have signed in for themselves; ACCOUNT.LOGIN joins their accounts"
        case .adminProfile:
            "admin-profile: the account of one of them administers a tenant; the helpdesk (role admin) may, with FORCE and REASON"
        case .mustProve:
            "prove: the code was printed, so prove an address first, with ACCOUNT.SET EMAIL and the code that is sent there"
        case .trimmed(let first):
            "trimmed: the log begins at \(first) now"
        }
    }

    /// The first names of many.
    private static func shown(_ names: [String]) -> String {
        names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : "")
    }

    private static var settableFields: String {
        ClientField.allCases.map { "\($0.name)" }.joined(separator: " ") + " x.name"
    }
}
