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
    /// Checks settings and appends those that change something to `payload`, as an event holds
    /// them. `isCreation` allows the preset, which is chosen once. Whether a zone is known is the
    /// caller's fact. Answers how many change.
    public func check(
        _ given: [GivenSetting],
        isCreation: Bool,
        zoneIsKnown: (String) -> Bool,
        to payload: inout ByteWriter
    ) throws(Refusal) -> Int {
        let start = payload.byteCount
        var seen: Set<SettingName> = []
        var count = 0
        for setting in given {
            let name = try Self.name(setting.word)
            guard seen.insert(name).inserted else { throw .givenTwice(field: name.word) }
            let value = try checked(name, setting.value, isCreation: isCreation, zoneIsKnown)
            guard (stated(name) ?? "") != value else { continue }
            count += 1
            Self.append(
                name.setting.rawValue,
                member: Array(name.member.utf8),
                Array(value.utf8),
                to: &payload
            )
        }
        var after = self
        after.apply(payload.bytes.bytes(start..<payload.byteCount), from: 0)
        try after.checkTogether()
        return count
    }

    private static func name(_ word: String) throws(Refusal) -> SettingName {
        guard let name = SettingName(word: word) else {
            throw .invalid(field: word, problem: "no such setting; there are \(SettingName.words)")
        }
        switch name.setting.rule.members {
        case nil: break
        case .some(.listed(let members)):
            guard members.contains(name.member) else {
                throw .invalid(
                    field: word,
                    problem: "behind the point stands one of \(members.joined(separator: " "))"
                )
            }
        case .some(.free):
            guard isMemberName(name.member) else {
                throw .invalid(
                    field: word,
                    problem:
                        "behind the point stand 1 to 32 of a-z, 0-9 and _, beginning with a letter"
                )
            }
        }
        return name
    }

    private static func isMemberName(_ name: String) -> Bool {
        guard let first = name.utf8.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first else {
            return false
        }
        return name.utf8.count <= 32
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }

    /// The value as it is kept; empty for one that returns to the default.
    private func checked(
        _ name: SettingName,
        _ value: String,
        isCreation: Bool,
        _ zoneIsKnown: (String) -> Bool
    ) throws(Refusal) -> String {
        if name.setting == .preset, !isCreation {
            throw .invalid(
                field: "preset",
                problem: "chosen by TENANT.CREATE and kept from then on"
            )
        }
        guard !value.isEmpty else { return "" }
        if case .zone = name.setting.rule.kind, !zoneIsKnown(value) {
            throw .invalid(
                field: name.word,
                problem: "must be a zone of the IANA database, such as Europe/Brussels"
            )
        }
        let kept: String
        do throws(SettingFault) {
            kept = try name.setting.rule.kind.checked(value)
        } catch {
            throw .invalid(field: name.word, problem: error.message)
        }
        if let preset, preset.pins(name.setting), preset.value(of: name.setting) != kept {
            throw .pinned(setting: name.word, preset: preset.rawValue)
        }
        return kept
    }

    /// What must hold of several settings together.
    private func checkTogether() throws(Refusal) {
        if isOn(.verifyBooking), value(of: .verifyBy) == "sms", !isOn(.sms) {
            // R-SAL-17: enabled without a channel.
            throw .invalid(
                field: "verify_by",
                problem: "sms needs the setting sms yes; turn it on or verify by email"
            )
        }
        let fieldCount = members(of: .field).count
        guard fieldCount <= SettingRule.fieldCountMax else {
            throw .tooManyGiven(field: "field", max: SettingRule.fieldCountMax)
        }
    }
}
