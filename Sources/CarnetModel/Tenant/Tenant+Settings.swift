public import CarnetBytes

/// A setting and the value that somebody wants for it, unchecked.
public struct GivenSetting: Sendable {
    public let word: String
    public let value: String

    public init(word: String, value: String) {
        self.word = word
        self.value = value
    }
}

extension TenantSettings {
    /// Checks settings and appends them to `payload` as an event holds them. `isCreation` allows
    /// the preset, which is chosen once. Whether a zone is known is the caller's fact.
    public static func check(
        _ given: [GivenSetting],
        isCreation: Bool,
        zoneIsKnown: (String) -> Bool,
        to payload: inout ByteWriter
    ) throws(Refusal) {
        var seen: Set<TenantSetting> = []
        for setting in given {
            guard let known = TenantSetting.allCases.first(where: { $0.word == setting.word })
            else {
                let words = TenantSetting.allCases.map(\.word).joined(separator: " ")
                throw .invalid(field: setting.word, problem: "no such setting; there are \(words)")
            }
            guard seen.insert(known).inserted else { throw .givenTwice(field: known.word) }
            let checked = try check(
                known,
                setting.value,
                isCreation: isCreation,
                zoneIsKnown: zoneIsKnown
            )
            ClientRecordWriter.append(
                tag: known.rawValue,
                unsafe checked.span.bytes,
                to: &payload
            )
        }
    }

    private static func check(
        _ setting: TenantSetting,
        _ value: String,
        isCreation: Bool,
        zoneIsKnown: (String) -> Bool
    ) throws(Refusal) -> [UInt8] {
        if setting == .preset, !isCreation {
            throw .invalid(
                field: "preset",
                problem: "chosen by TENANT.CREATE and kept from then on"
            )
        }
        guard !value.isEmpty else { return [] }
        switch setting {
        case .name: return try text(setting, value)
        case .zone:
            guard zoneIsKnown(value) else {
                throw .invalid(
                    field: "zone",
                    problem: "must be a zone of the IANA database, such as Europe/Brussels"
                )
            }
        case .country:
            guard CountryCode(unsafe Array(value.utf8).span.bytes) != nil else {
                throw .invalid(
                    field: "country",
                    problem: "must be two letters of ISO 3166, such as BE"
                )
            }
            return Array(value.uppercased().utf8)
        case .language: return try language(value)
        case .preset:
            guard TenantPreset(rawValue: value) != nil else {
                let words = TenantPreset.allCases.map(\.rawValue).joined(separator: " ")
                throw .invalid(field: "preset", problem: "must be one of \(words)")
            }
        case .required:
            guard value.utf8.count <= 256 else {
                throw .invalid(field: "required", problem: "at most 256 bytes")
            }
            _ = try Requirement(value)
        }
        return Array(value.utf8)
    }

    private static func text(_ setting: TenantSetting, _ value: String) throws(Refusal) -> [UInt8] {
        let bytes = Array(value.utf8)
        var scratch = ByteWriter()
        do throws(ValueError) {
            let span = unsafe bytes.span.bytes
            let checked = try TextValue.check(span, .line, scratch: &scratch)
            return checked.bytes(given: span, scratch: scratch).array()
        } catch {
            throw .invalid(field: setting.word, problem: error.message)
        }
    }

    private static func language(_ value: String) throws(Refusal) -> [UInt8] {
        let bytes = Array(value.utf8)
        var scratch = ByteWriter()
        do throws(ValueError) {
            let span = unsafe bytes.span.bytes
            let checked = try LanguageTag.check(span, scratch: &scratch)
            return checked.bytes(given: span, scratch: scratch).array()
        } catch {
            throw .invalid(field: "language", problem: error.message)
        }
    }
}
