import CarnetBytes

/// Values of settings that are texts of some form.
extension SettingRule.Kind {
    static func text(_ value: String) throws(SettingFault) -> String {
        let bytes = Array(value.utf8)
        var scratch = ByteWriter()
        do throws(ValueError) {
            let span = unsafe bytes.span.bytes
            let checked = try TextValue.check(span, .line, scratch: &scratch)
            return checked.bytes(given: span, scratch: scratch).text()
        } catch {
            throw SettingFault(error.message)
        }
    }

    static func country(_ value: String) throws(SettingFault) -> String {
        guard CountryCode(unsafe Array(value.utf8).span.bytes) != nil else {
            throw SettingFault("must be two letters of ISO 3166, such as BE")
        }
        return value.uppercased()
    }

    static func language(_ value: String) throws(SettingFault) -> String {
        let bytes = Array(value.utf8)
        var scratch = ByteWriter()
        do throws(ValueError) {
            let span = unsafe bytes.span.bytes
            let checked = try LanguageTag.check(span, scratch: &scratch)
            return checked.bytes(given: span, scratch: scratch).text()
        } catch {
            throw SettingFault(error.message)
        }
    }

    static func email(_ value: String) throws(SettingFault) -> String {
        let bytes = Array(value.utf8)
        var scratch = ByteWriter()
        do throws(ValueError) {
            let span = unsafe bytes.span.bytes
            let checked = try EmailAddress.check(span, scratch: &scratch)
            return checked.bytes(given: span, scratch: scratch).text()
        } catch {
            throw SettingFault(error.message)
        }
    }

    /// Domains in lower case, each a name with points whose last part may be `*`.
    static func domains(_ value: String) throws(SettingFault) -> String {
        let domains = value.lowercased().split(separator: ",", omittingEmptySubsequences: false)
        guard domains.count <= 64, domains.allSatisfy(isDomain) else {
            throw SettingFault("must be up to 64 domains with commas between, such as hotmail.*")
        }
        return domains.joined(separator: ",")
    }

    private static func isDomain(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, text.utf8.count <= 253 else { return false }
        for (index, label) in labels.enumerated() {
            if label == "*", index == labels.count - 1 { continue }
            guard (1...63).contains(label.utf8.count), !label.hasPrefix("-"), !label.hasSuffix("-"),
                label.utf8.allSatisfy({ isNameByte($0) || $0 >= 0x80 })
            else { return false }
        }
        return true
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// `always`, `no`, or `until` and a number of minutes, hours or days: `until 24h`.
    static func untilDuration(_ value: String) throws(SettingFault) -> String {
        if value == "always" || value == "no" { return value }
        let words = value.split(separator: " ")
        guard words.count == 2, words[0] == "until", let unit = words[1].last, "mhd".contains(unit),
            let number = decimal(words[1].dropLast()), (1...9_999).contains(number)
        else {
            throw SettingFault("must be always, no, or until and a time before, such as until 24h")
        }
        return "until \(number)\(unit)"
    }

    /// Portals and their shares: 100 in all.
    static func shares(_ value: String) throws(SettingFault) -> String {
        var sum = 0
        var names: Set<Substring> = []
        let shares = value.split(separator: ",", omittingEmptySubsequences: false)
        for share in shares {
            let parts = share.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, (1...32).contains(parts[0].utf8.count),
                parts[0].utf8.allSatisfy(isNameByte), names.insert(parts[0]).inserted,
                let percent = decimal(parts[1]), (0...100).contains(percent)
            else { throw SettingFault(sharesText) }
            sum += percent
        }
        guard sum == 100, shares.count <= 16 else { throw SettingFault(sharesText) }
        return value
    }

    private static let sharesText =
        "must be up to 16 of name:percent with commas between, 100 percent in all, such as own:60,tripadvisor:40"
}
