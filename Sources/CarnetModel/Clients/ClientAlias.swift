import CarnetBytes

/// What a client was called or reached by before: searchable, shown as `aliases`, never written to
/// and never a place to send anything (R-RES-24). The raw value is a tag in records and events, as
/// those of ``ClientField`` are; each may stand several times.
public enum ClientAlias: UInt8, Hashable, Sendable, CaseIterable {
    /// First name, the byte `nameSeparator`, last name; either may be empty.
    case name = 40
    case email = 41
    /// As ``ClientField/phone`` is kept.
    case phone = 42

    /// Stands between first and last name: the unit separator, which no name may contain.
    public static let nameSeparator: UInt8 = 0x1F
}
