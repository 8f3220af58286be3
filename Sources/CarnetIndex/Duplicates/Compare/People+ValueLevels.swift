import CarnetBytes

/// How two values of a field that is no name stand to each other.
extension People {
    func valueLevel(_ a: FieldValue, _ b: FieldValue, kind: FieldKind) -> FieldLevel {
        if a.isMissing || b.isMissing { return .missing }
        if a.hash == b.hash { return .equal }
        switch kind {
        case .phone: return phoneLevel(a.number, b.number)
        case .email:
            // "jean.dupont" at two providers is what two of that name have.
            let level = emailLevel(a, b)
            return level != .different && a.isSpelt && b.isSpelt ? .missing : level
        case .birthDate:
            let level = dateLevel(a.number, b.number)
            return level == .different && (a.isDefault || b.isDefault) ? .missing : level
        case .identity: return isOneSlip(a, b) ? .near : .different
        case .place, .address, .text: return textLevel(a, b)
        case .language, .trait: return .different
        case .givenName, .surname, .fullName: return .missing
        }
    }

    private func isOneSlip(_ a: FieldValue, _ b: FieldValue) -> Bool {
        Likeness.isOneSlip(text(a.start, a.byteCount), text(b.start, b.byteCount))
    }

    /// One digit other, more or less, or two neighbours exchanged.
    private func phoneLevel(_ a: UInt64, _ b: UInt64) -> FieldLevel {
        var (one, other) = (a, b)
        // Digits that agree at the end go; then what is left must differ by one slip.
        while one % 10 == other % 10 && one > 0 && other > 0 {
            one /= 10
            other /= 10
        }
        if one / 10 == other / 10 || one / 10 == other || other / 10 == one { return .near }
        let isExchanged =
            one % 10 == other / 10 % 10 && one / 10 % 10 == other % 10
            && one / 100 == other / 100
        return isExchanged ? .near : .different
    }

    private func emailLevel(_ a: FieldValue, _ b: FieldValue) -> FieldLevel {
        guard a.number != 0 && b.number != 0 else { return .different }
        if a.number == b.number {
            let isOne = a.isTellingUser || Likeness.isGarbled(domain(a), domain(b))
            return isOne ? .related : .missing
        }
        let (one, other) = (text(a.start, a.userByteCount), text(b.start, b.userByteCount))
        if min(one.byteCount, other.byteCount) >= 5, Likeness.isOneSlip(one, other),
            isTelling(one, other)
        {
            return .near
        }
        // At one provider two that are alike are two mailboxes; slips on both sides of the @ are one
        // that somebody wrote down in a hurry.
        let (domainA, domainB) = (domain(a), domain(b))
        guard !domainA.isEqual(to: domainB), Likeness.isGarbled(one, other) else {
            return .different
        }
        return Likeness.isGarbled(domainA, domainB) ? .loose : .different
    }

    /// The domain of an e-mail with the @ before it.
    @_lifetime(borrow self)
    private func domain(_ email: FieldValue) -> RawSpan {
        text(email.start &+ UInt32(email.userByteCount), email.byteCount &- email.userByteCount)
    }

    /// Whether a slip may be one: where the first difference is a digit, the first or the last
    /// character, it makes another address, not a mistyped one.
    private func isTelling(_ a: RawSpan, _ b: RawSpan) -> Bool {
        var start = 0
        let end = min(a.byteCount, b.byteCount)
        while start < end, a.byte(at: start) == b.byte(at: start) { start &+= 1 }
        if start == 0 || start >= end { return false }
        if start >= end &- 1 && a.byteCount == b.byteCount { return false }
        return a.byte(at: start) &- UInt8(ascii: "0") >= 10
            && b.byte(at: start) &- UInt8(ascii: "0") >= 10
    }

    private func dateLevel(_ a: UInt64, _ b: UInt64) -> FieldLevel {
        let (yearA, monthA, dayA) = (a / 10_000, a / 100 % 100, a % 100)
        let (yearB, monthB, dayB) = (b / 10_000, b / 100 % 100, b % 100)
        let sameDay = monthA == monthB && dayA == dayB
        if yearA == 0 || yearB == 0 { return sameDay ? .near : .different }
        // In days, where every month has 31: nobody's sister or brother was born within the month
        // but on the same day.
        let first = Int((yearA &* 12 &+ monthA) &* 31 &+ dayA)
        let distance = abs(first &- Int((yearB &* 12 &+ monthB) &* 31 &+ dayB))
        if distance <= 31 { return .near }
        if yearA == yearB {
            if monthA == dayB && dayA == monthB { return .near }
            if monthA == monthB || dayA == dayB { return .near }
            return .loose
        }
        if sameDay, differingDigitCount(yearA, yearB) <= 1 || phoneLevel(yearA, yearB) == .near {
            return .near
        }
        return distance <= 12 * 31 || differingDigitCount(a, b) <= 2 ? .loose : .different
    }

    private func differingDigitCount(_ a: UInt64, _ b: UInt64) -> Int {
        var differing = 0
        var (one, other) = (a, b)
        while one > 0 || other > 0 {
            if one % 10 != other % 10 { differing &+= 1 }
            one /= 10
            other /= 10
        }
        return differing
    }

    private func textLevel(_ a: FieldValue, _ b: FieldValue) -> FieldLevel {
        let (one, other) = (text(a.start, a.byteCount), text(b.start, b.byteCount))
        let (short, long) = one.byteCount < other.byteCount ? (one, other) : (other, one)
        guard long.byteCount >= 3 else { return .different }
        let isNumber = short.byte(at: 0) &- UInt8(ascii: "0") < 10
        if Likeness.isOneSlip(one, other) { return .near }
        if isNumber { return .different }
        if short.byteCount >= 4 && short.isEqual(to: long.bytes(0..<short.byteCount)) {
            return .near
        }
        let likeness = Likeness.jaroWinkler(one, other)
        return likeness >= 930 ? .near : likeness >= 850 ? .loose : .different
    }
}
