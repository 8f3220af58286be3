import CarnetBytes

/// What is wrong with a setting's value: what it must be instead.
struct SettingFault: Error, Hashable, Sendable {
    let message: String

    init(_ message: String) { self.message = message }
}

extension SettingRule.Kind {
    /// The most bytes of a setting's value.
    private static let byteCountMax = 1_024

    /// The value in the one form that is kept; throws what it must be.
    func checked(_ value: String) throws(SettingFault) -> String {
        guard value.utf8.count <= Self.byteCountMax else {
            throw SettingFault("at most \(Self.byteCountMax) bytes")
        }
        switch self {
        case .text: return try Self.text(value)
        case .zone: return value
        case .country: return try Self.country(value)
        case .language: return try Self.language(value)
        case .preset:
            let words = TenantPreset.allCases.map(\.rawValue)
            return try Self.choice(value, words)
        case .fields: return try Self.fields(value)
        case .choice(let words): return try Self.choice(value, words)
        case .yesNo: return try Self.yesNo(value)
        case .whole(let range): return try Self.whole(value, range)
        case .wholeOrOff(let range):
            if value == "off" { return value }
            return try Self.whole(value, range, or: " or off")
        case .listedOrOff(let numbers):
            let words = numbers.map { "\($0)" } + ["off"]
            return try Self.choice(value, words)
        case .thousandths(let range): return try Self.thousandths(value, range)
        case .email: return try Self.email(value)
        case .domains: return try Self.domains(value)
        case .untilDuration: return try Self.untilDuration(value)
        case .shares: return try Self.shares(value)
        }
    }

    private static func choice(_ value: String, _ words: [String]) throws(SettingFault) -> String {
        guard words.contains(value) else {
            throw SettingFault("must be one of \(words.joined(separator: " "))")
        }
        return value
    }

    private static func yesNo(_ value: String) throws(SettingFault) -> String {
        let bytes = Array(value.utf8)
        guard let isYes = try? YesNo.parse(unsafe bytes.span.bytes) else {
            throw SettingFault("must be yes or no")
        }
        return isYes ? "yes" : "no"
    }

    private static func whole(
        _ value: String,
        _ range: ClosedRange<Int>,
        or alternative: String = ""
    ) throws(SettingFault) -> String {
        guard let number = decimal(value), range.contains(number) else {
            throw SettingFault(
                "must be a whole number from \(range.lowerBound) to \(range.upperBound)\(alternative)"
            )
        }
        return "\(number)"
    }

    /// Digits alone, leading zeros and all; nil for anything else and past nine digits.
    static func decimal(_ text: some StringProtocol) -> Int? {
        guard (1...9).contains(text.utf8.count),
            text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
        else { return nil }
        return Int(text)
    }

    private static func thousandths(
        _ value: String,
        _ range: ClosedRange<Int>
    ) throws(SettingFault) -> String {
        let isNegative = value.hasPrefix("-")
        let parts = value.drop { $0 == "-" }
            .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = parts.count == 2 ? String(parts[1]) : "0"
        guard value.utf8.count <= 12, let first = parts.first, let whole = decimal(first),
            (1...3).contains(fraction.utf8.count),
            let part = decimal(fraction + String(repeating: "0", count: 3 - fraction.utf8.count)),
            isNegative == (value.utf8.count - value.drop { $0 == "-" }.utf8.count == 1)
        else { throw SettingFault(rangeText(range)) }
        let number = (isNegative ? -1 : 1) * (whole * 1_000 + part)
        guard range.contains(number) else { throw SettingFault(rangeText(range)) }
        return thousandthsText(number)
    }

    private static func rangeText(_ range: ClosedRange<Int>) -> String {
        let first = thousandthsText(range.lowerBound)
        let last = thousandthsText(range.upperBound)
        return "must be a number from \(first) to \(last) with at most three decimals"
    }

    private static func thousandthsText(_ number: Int) -> String {
        let size = number.magnitude
        var text = (number < 0 ? "-" : "") + "\(size / 1_000)"
        let part = size % 1_000
        guard part != 0 else { return text }
        var digits = String(repeating: "0", count: 3 - "\(part)".utf8.count) + "\(part)"
        while digits.hasSuffix("0") { digits.removeLast() }
        text += ".\(digits)"
        return text
    }

    private static func fields(_ value: String) throws(SettingFault) -> String {
        guard value.utf8.count <= 256 else { throw SettingFault("at most 256 bytes") }
        do throws(Refusal) {
            _ = try Requirement(value)
        } catch {
            guard case .invalid(_, let problem) = error else { throw SettingFault(error.message) }
            throw SettingFault(problem)
        }
        return value
    }
}
