public import CarnetBytes

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

extension ClientAlias {
    /// Appends a value as people read it: first and last name with a blank between them, a phone
    /// as E.164.
    public func appendText(_ value: RawSpan, to writer: inout ByteWriter) {
        switch self {
        case .email: writer.append(value)
        case .phone:
            PhoneNumber(e164Digits: value.shortInteger(0..<value.byteCount))?.write(to: &writer)
        case .name:
            for index in 0..<value.byteCount {
                let byte = value.byte(at: index)
                guard byte == Self.nameSeparator else {
                    writer.append(byte)
                    continue
                }
                // A name of one part alone has no blank.
                if index > 0, index < value.byteCount - 1 { writer.append(UInt8(ascii: " ")) }
            }
        }
    }
}
