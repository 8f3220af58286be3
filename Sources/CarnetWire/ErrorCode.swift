/// The first word of an error reply. What each means stands in the protocol's own page; the words
/// that Redis has too are used only with Redis's meaning, since client libraries act on them.
public enum ErrorCode: UInt8, CaseIterable, Hashable, Sendable {
    /// Syntax, or an unknown command.
    case err
    /// Authentication is required first.
    case noAuth
    /// Name or secret is wrong.
    case wrongPass
    /// The token's role or tenants do not allow it.
    case noPerm
    /// A protocol version that is not spoken (`HELLO 4`).
    case noProto
    case noTenant
    case noClient
    case noBooking
    case noMessage
    case noAccount
    case noImport
    /// A value is wrong; the sentence names the field.
    case invalid
    /// Taken already.
    case exists
    /// The record's version is another than IFVERSION says.
    case stale
    /// The field belongs to the person's account.
    case locked
    /// A rule forbids it; the sentence names the rule.
    case refused
    /// The client is on the tenant's block list.
    case blocked
    /// The same KEY came with other arguments.
    case conflict
    /// A limit was passed; the sentence names it.
    case tooBig
    /// The tenant's share is used up.
    case quota
    /// The server has too much to do now.
    case overload
    /// The data is still being loaded.
    case loading
    /// The disk is full: reads go on, writes wait for room.
    case full
    /// A mistake of the server's own.
    case internalError
    /// The log failed under the command; alone says that it may or may not have happened.
    case uncertain

    /// The word on the wire.
    public var text: StaticString {
        switch self {
        case .err: "ERR"
        case .noAuth: "NOAUTH"
        case .wrongPass: "WRONGPASS"
        case .noPerm: "NOPERM"
        case .noProto: "NOPROTO"
        case .noTenant: "NOTENANT"
        case .noClient: "NOCLIENT"
        case .noBooking: "NOBOOKING"
        case .noMessage: "NOMESSAGE"
        case .noAccount: "NOACCOUNT"
        case .noImport: "NOIMPORT"
        case .invalid: "INVALID"
        case .exists: "EXISTS"
        case .stale: "STALE"
        case .locked: "LOCKED"
        case .refused: "REFUSED"
        case .blocked: "BLOCKED"
        case .conflict: "CONFLICT"
        case .tooBig: "TOOBIG"
        case .quota: "QUOTA"
        case .overload: "OVERLOAD"
        case .loading: "LOADING"
        case .full: "FULL"
        case .internalError: "INTERNAL"
        case .uncertain: "UNCERTAIN"
        }
    }
}
