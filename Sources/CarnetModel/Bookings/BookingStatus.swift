/// Where a booking stands. The raw value is what records and events hold.
public enum BookingStatus: UInt8, Hashable, Sendable, CaseIterable {
    /// Made online; counts for nothing before its code has come (R-SAL-16).
    case unverified = 0
    case confirmed = 1
    case cancelled = 2
    case noShow = 3
    case done = 4
    /// The code did not come in time, or too many wrong ones did (R-SAL-18).
    case expired = 5

    /// The word callers use.
    public var name: StaticString {
        switch self {
        case .unverified: "unverified"
        case .confirmed: "confirmed"
        case .cancelled: "cancelled"
        case .noShow: "noshow"
        case .done: "done"
        case .expired: "expired"
        }
    }

    public init?(word: String) {
        guard let status = Self.allCases.first(where: { "\($0.name)" == word }) else { return nil }
        self = status
    }

    /// Whether the booking is one of the client's `bookings`: it stands, or it was to take place.
    public var counts: Bool {
        switch self {
        case .confirmed, .noShow, .done: true
        case .unverified, .cancelled, .expired: false
        }
    }

    /// Whether the client is still expected.
    public var isOpen: Bool { self == .unverified || self == .confirmed }

    /// Whether it was a visit once its end has passed: neither cancelled nor missed.
    public var isVisit: Bool { self == .confirmed || self == .done }
}

/// What may become of a booking by a command. Its times, words and people change in
/// between, and only an open one moves.
public enum BookingStep: UInt8, Hashable, Sendable, CaseIterable {
    case verify, expire, cancel, miss, finish, move

    /// The word that a refusal uses.
    var name: StaticString {
        switch self {
        case .verify: "verified"
        case .expire: "expired"
        case .cancel: "cancelled"
        case .miss: "marked as a no-show"
        case .finish: "marked as done"
        case .move: "moved"
        }
    }
}

extension BookingStatus {
    /// Every transition there is; all others are refused (CLARIFICATIONS 24). A no-show and a visit
    /// may be taken for each other, which staff correct.
    public static let transitions: [(from: BookingStatus, step: BookingStep, to: BookingStatus)] = [
        (.unverified, .verify, .confirmed),
        (.unverified, .expire, .expired),
        (.unverified, .cancel, .cancelled),
        (.unverified, .move, .unverified),
        (.confirmed, .cancel, .cancelled),
        (.confirmed, .miss, .noShow),
        (.confirmed, .finish, .done),
        (.confirmed, .move, .confirmed),
        (.noShow, .finish, .done),
        (.done, .miss, .noShow),
    ]

    /// What a step makes of it; nil where it can't be taken.
    public func after(_ step: BookingStep) -> BookingStatus? {
        Self.transitions.first { $0.from == self && $0.step == step }?.to
    }
}
