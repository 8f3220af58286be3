import CarnetBytes

/// What a message may need consent for (R-POL-14). Messages about a booking and codes need none.
/// There are these four; another one comes with the kind of message that needs it.
public enum ConsentPurpose: UInt8, Hashable, Sendable, CaseIterable {
    case newsletter = 1
    case rebooking = 2
    case birthday = 3
    case review = 4

    /// The word callers use, and the member of the setting `consent_default`.
    public var name: StaticString {
        switch self {
        case .newsletter: "newsletter"
        case .rebooking: "rebooking"
        case .birthday: "birthday"
        case .review: "review"
        }
    }

    public init?(name: RawSpan) {
        guard let found = Self.allCases.first(where: { name.isEqual(to: $0.name) }) else {
            return nil
        }
        self = found
    }

    /// Where a record holds what the client said: one byte, 1 for yes and 0 for no. The newsletter's
    /// is the field `newsletter` itself, so that the two can't say different things.
    public var tag: UInt8 {
        switch self {
        case .newsletter: ClientField.newsletter.rawValue
        case .rebooking: ClientExtra.rebooking.rawValue
        case .birthday: ClientExtra.birthday.rawValue
        case .review: ClientExtra.review.rawValue
        }
    }

    /// The purpose whose yes or no stands under that tag.
    init?(tag: UInt8) {
        guard let found = Self.allCases.first(where: { $0.tag == tag }) else { return nil }
        self = found
    }
}

extension ClientRecord {
    /// What the client said about a purpose, or nil where nobody has asked: then the tenant's setting
    /// `consent_default.<purpose>` holds (``TenantSettings/consent(to:said:)``). O(fields).
    public func consent(to purpose: ConsentPurpose) -> Bool? {
        var cursor = fields
        while let (tag, range) = cursor.next(in: bytes) {
            if tag == purpose.tag { return !range.isEmpty && bytes.byte(at: range.lowerBound) == 1 }
            if tag > purpose.tag { return nil }
        }
        return nil
    }
}

extension TenantSettings {
    /// Whether messages of a purpose may go to a client who `said` so: what was said, else what the
    /// tenant has on without asking. What `CONSENT purpose yes` filters by.
    public func consent(to purpose: ConsentPurpose, said: Bool?) -> Bool {
        said ?? (value(of: SettingName(.consentDefault, member: "\(purpose.name)")) == "yes")
    }
}
