/// Every option by number, of all commands together. At most 128, so that a command's fit two words.
public enum OptionID: UInt8, CaseIterable, Hashable, Sendable {
    case key
    case ifVersion
    case fields
    case limit
    case after
    case dryRun
    case durable
    case anyway
    case not
    case external
    case email
    case phone
    case sort
    case status
    case typos
    case tag
    case language
    case newsletter
    case has
    case from
    case to
    case name
    case zone
    case country
    case preset
    case confirm
    case auth
    case setName
    case type
    case id
    case filterBy
    case take
    case force
    case reason
    case off
    case min
    case block
    case role
    case tenant
    case partner
    case expires
    case asof
    case until
    case source
    case text
    case at
    case requested
    case blocked
    case consent
    case `where`
    case noShows
    case delimiter
    case raw
    case view
    case start
    case end
    case service
    case staff
    case note
    case clientNote
    case request
    case with
    case guest
    case guestEmail
    case contact
    case by
    case online
    case client
    case cancel
    case notify
    case lastFrom
    case lastTo
    case keepOut
    case code
    case same
    case account
    case kind
    case ref

    /// The word on the wire, in upper case.
    public var token: String {
        switch self {
        case .key: "KEY"
        case .ifVersion: "IFVERSION"
        case .fields: "FIELDS"
        case .limit: "LIMIT"
        case .after: "AFTER"
        case .dryRun: "DRYRUN"
        case .durable: "DURABLE"
        case .anyway: "ANYWAY"
        case .not: "NOT"
        case .external: "EXTERNAL"
        case .email: "EMAIL"
        case .phone: "PHONE"
        case .sort: "SORT"
        case .status: "STATUS"
        case .typos: "TYPOS"
        case .tag: "TAG"
        case .language: "LANGUAGE"
        case .newsletter: "NEWSLETTER"
        case .has: "HAS"
        case .from: "FROM"
        case .to: "TO"
        case .name: "NAME"
        case .zone: "ZONE"
        case .country: "COUNTRY"
        case .preset: "PRESET"
        case .confirm: "CONFIRM"
        case .auth: "AUTH"
        case .setName: "SETNAME"
        case .type: "TYPE"
        case .id: "ID"
        case .filterBy: "FILTERBY"
        case .take: "TAKE"
        case .force: "FORCE"
        case .reason: "REASON"
        case .off: "OFF"
        case .min: "MIN"
        case .block: "BLOCK"
        case .role: "ROLE"
        case .tenant: "TENANT"
        case .partner: "PARTNER"
        case .expires: "EXPIRES"
        case .asof: "ASOF"
        case .until: "UNTIL"
        case .source: "SOURCE"
        case .text: "TEXT"
        case .at: "AT"
        case .requested: "REQUESTED"
        case .blocked: "BLOCKED"
        case .consent: "CONSENT"
        case .where: "WHERE"
        case .noShows: "NOSHOWS"
        case .delimiter: "DELIMITER"
        case .raw: "RAW"
        case .view: "VIEW"
        case .start: "START"
        case .end: "END"
        case .service: "SERVICE"
        case .staff: "STAFF"
        case .note: "NOTE"
        case .clientNote: "CLIENTNOTE"
        case .request: "REQUEST"
        case .with: "WITH"
        case .guest: "GUEST"
        case .guestEmail: "GUESTEMAIL"
        case .contact: "CONTACT"
        case .by: "BY"
        case .online: "ONLINE"
        case .client: "CLIENT"
        case .cancel: "CANCEL"
        case .notify: "NOTIFY"
        case .lastFrom: "LASTFROM"
        case .lastTo: "LASTTO"
        case .keepOut: "KEEPOUT"
        case .code: "CODE"
        case .same: "SAME"
        case .account: "ACCOUNT"
        case .kind: "KIND"
        case .ref: "REF"
        }
    }

    /// The option's bit in a set of options.
    var bit: OptionBits { 1 << OptionBits(rawValue) }
}

/// A set of options, by their bits.
typealias OptionBits = UInt128
