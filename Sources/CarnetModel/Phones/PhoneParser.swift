/// Reads phone numbers as people write them.
///
/// What is accepted, and what it means, is what libphonenumber answers when a text is parsed for
/// the country and the number is of a possible length there, country and area code included.
/// Lengths, not number ranges, are looked at: ranges are handed out every week, and a table that
/// is a month old would refuse a real client. Beyond that only this is refused: letters outside
/// `tel:`, an extension and a carrier's placeholder; symbols of other scripts; more than the 15
/// digits of E.164. `Tests/Oracles/phones` holds both against each other.
public enum PhoneParser {
    /// Reads a national or international spelling: `+`, `00` or whatever the country dials abroad
    /// with, trunk prefixes and carriers' codes, `(0)`, separators, `tel:`, full-width and
    /// Arabic-Indic digits. An extension is dropped.
    ///
    /// - Parameters:
    ///   - text: at most 128 bytes of UTF-8; anything may stand there.
    ///   - country: whose people write so; nil reads only what begins with a plus.
    /// - Throws: what was wrong. O(length), without allocation.
    public static func parse(
        _ text: RawSpan,
        country: CountryCode?
    ) throws(PhoneError) -> PhoneNumber {
        let spelled = try PhoneText(text).number()
        let home = country.flatMap { NumberingPlan(country: $0) }
        if let abroad = try internationalNumber(spelled, home: home) {
            return try e164(abroad.digits, plan: abroad.plan)
        }
        if let home { return try e164(spelled.digits, plan: home) }
        guard let country else { throw .countryMissing }
        throw .countryWithoutNumbers(country)
    }

    /// The number behind its calling code and the plan of that code; nil when it is national.
    private static func internationalNumber(
        _ spelled: SpelledNumber,
        home: NumberingPlan?
    ) throws(PhoneError) -> (digits: PhoneDigits, plan: NumberingPlan)? {
        if spelled.isInternational {
            guard spelled.digits.count > 2 else {
                throw .tooShort(digitCount: spelled.digits.count)
            }
            if let found = splitCallingCode(spelled.digits) { return found }
        }
        if let home, let rest = withoutInternationalPrefix(spelled.digits, of: home) {
            guard rest.count > 2 else { throw .tooShort(digitCount: rest.count) }
            guard let found = splitCallingCode(rest) else { throw .unknownCallingCode }
            return found
        }
        if spelled.isInternational { throw .unknownCallingCode }
        guard let home, let rest = withoutHomeCallingCode(spelled.digits, of: home) else {
            return nil
        }
        return (rest, NumberingPlan(callingCode: Int(home.callingCode)) ?? home)
    }

    /// Calling codes are no prefixes of one another, so the first that is in use is the one.
    private static func splitCallingCode(
        _ digits: PhoneDigits
    ) -> (digits: PhoneDigits, plan: NumberingPlan)? {
        guard digits.count > 0 && digits[0] != 0 else { return nil }
        for count in 1...3 {
            guard let code = digits.value(ofFirst: count) else { return nil }
            if let plan = NumberingPlan(callingCode: code) {
                return (digits.dropping(count), plan)
            }
        }
        return nil
    }

    /// Nil when the number does not begin so, or goes on with a 0, as no calling code does.
    private static func withoutInternationalPrefix(
        _ digits: PhoneDigits,
        of plan: NumberingPlan
    ) -> PhoneDigits? {
        guard let prefix = plan.internationalPrefix.prefix(of: digits) else { return nil }
        let rest = digits.dropping(prefix.digitCount)
        return rest.count > 0 && rest[0] == 0 ? nil : rest
    }

    /// The home country's calling code without a plus, as in `49 30 901820`: taken for one where
    /// the number is a national one only without it, or too long with it.
    private static func withoutHomeCallingCode(
        _ digits: PhoneDigits,
        of plan: NumberingPlan
    ) -> PhoneDigits? {
        let code = Int(plan.callingCode)
        let codeDigitCount = code < 10 ? 1 : code < 100 ? 2 : 3
        guard digits.value(ofFirst: codeDigitCount) == code else { return nil }
        let rest = withoutTrunkPrefix(digits.dropping(codeDigitCount), of: plan)
        let shape = plan.nationalNumber
        let isBetter = !shape.matches(digits) && shape.matches(rest)
        return isBetter || plan.judge(digitCount: digits.count) == .tooLong ? rest : nil
    }

    /// Keeps the prefix where a number of the country's shape would lose that shape.
    private static func withoutTrunkPrefix(
        _ digits: PhoneDigits,
        of plan: NumberingPlan
    ) -> PhoneDigits {
        guard let prefix = plan.trunkPrefix.prefix(of: digits) else { return digits }
        let rest = digits.removing(prefix, area: plan.areaPrefix)
        let shape = plan.nationalNumber
        return shape.matches(digits) && !shape.matches(rest) ? digits : rest
    }

    /// Calling code and national number as one, if the lengths are right. A trunk prefix stays
    /// when the rest is no complete number: then it was none.
    private static func e164(
        _ digits: PhoneDigits,
        plan: NumberingPlan
    ) throws(PhoneError) -> PhoneNumber {
        guard digits.count >= 2 else { throw .tooShort(digitCount: digits.count) }
        var national = withoutTrunkPrefix(digits, of: plan)
        switch plan.judge(digitCount: national.count) {
        case .possible, .tooLong: break
        case .tooShort, .localOnly, .unused: national = digits
        }
        let main = NumberingPlan(callingCode: Int(plan.callingCode)) ?? plan
        switch main.judge(digitCount: national.count) {
        case .possible: break
        case .localOnly: throw .areaCodeMissing(digitCount: national.count)
        case .tooShort: throw .tooShort(digitCount: national.count)
        case .tooLong: throw .tooLong(digitCount: national.count)
        case .unused: throw .wrongLength(digitCount: national.count)
        }
        var value = UInt64(plan.callingCode)
        for index in 0..<national.count { value = value &* 10 &+ UInt64(national[index]) }
        guard let number = PhoneNumber(e164Digits: value) else {
            throw .tooLong(digitCount: national.count)
        }
        return number
    }
}
