/// A rate that is kept over time: so many tokens come in each second, at most one second's worth
/// lies ready, and what is done takes some away.
struct TokenBucket: Hashable, Sendable {
    /// Millionths of a token.
    private var credit: UInt64 = 0
    private var lastNanoseconds: UInt64?

    /// Takes `count` tokens where that many lie ready. More than a second's worth is taken from a
    /// full bucket, which then owes nothing: one command is never too large for ever.
    mutating func take(_ count: Int, perSecond rate: Int, atNanoseconds now: UInt64) -> Bool {
        let full = UInt64(clamping: rate).multipliedReportingOverflow(by: 1_000_000)
        let most = full.overflow ? .max : full.partialValue
        if let last = lastNanoseconds {
            let elapsed = min(now > last ? (now - last) / 1_000 : 0, 1_000_000)
            // At most a second's worth of microseconds times the rate.
            let (gained, overflows) = elapsed.multipliedReportingOverflow(
                by: UInt64(clamping: rate)
            )
            let sum = credit.addingReportingOverflow(overflows ? .max : gained)
            credit = min(most, sum.overflow ? .max : sum.partialValue)
            if now > last, elapsed > 0 { lastNanoseconds = now }
        } else {
            credit = most
            lastNanoseconds = now
        }
        let wanted = UInt64(clamping: count).multipliedReportingOverflow(by: 1_000_000)
        let needed = min(most, wanted.overflow ? .max : wanted.partialValue)
        guard credit >= needed else { return false }
        credit -= needed
        return true
    }
}
