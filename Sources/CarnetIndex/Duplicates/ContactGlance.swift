import CarnetBytes

/// Tells from records as they are, before anything is normalised, whether a phone or an e-mail may
/// be that of a client but for a slip. It may say so of one that is not, never the other way.
struct ContactGlance {
    /// E.164 without the plus; 0 where there is none.
    var phone: UInt64 = 0
    /// The user part of the e-mail without separators; the first `userByteCount` bytes count.
    private var user = InlineArray<40, UInt8>(repeating: 0)
    private var userByteCount = 0
    private var hasForeignUser = false

    /// The user part of an e-mail as it was typed.
    mutating func set(email: RawSpan) {
        guard let count = Self.readUser(of: email, into: &user) else {
            hasForeignUser = true
            return
        }
        userByteCount = count
    }

    /// A user part that has been normalised.
    mutating func set(user text: RawSpan) {
        userByteCount = min(text.byteCount, 40)
        for offset in 0..<userByteCount { user[offset] = text.byte(at: offset) }
    }

    /// Whether the user parts may differ by a slip or two, separators left aside.
    func isNear(email: RawSpan) -> Bool {
        if hasForeignUser { return true }
        guard userByteCount > 0 else { return false }
        var other = InlineArray<40, UInt8>(repeating: 0)
        guard let count = Self.readUser(of: email, into: &other) else { return true }
        guard abs(count &- userByteCount) <= 2 else { return false }
        let (one, two) = unsafe (user.span.bytes, other.span.bytes)
        let (own, others) = (one.bytes(0..<userByteCount), two.bytes(0..<count))
        return Likeness.isOneSlip(own, others) || Likeness.isGarbled(own, others)
    }

    /// Whether the numbers may differ by a slip: at most two of their digits, or in length.
    func isNear(phone other: UInt64) -> Bool {
        guard phone != 0 else { return false }
        var (one, two) = (phone % 1_000_000_000, other % 1_000_000_000)
        while one % 10 == two % 10, one > 0, two > 0 {
            one /= 10
            two /= 10
        }
        return one / 100 == two / 100 || one / 10 == two || two / 10 == one
    }

    /// Small letters up to the @ or a plus, without separators; nil where it has other letters.
    private static func readUser(
        of email: RawSpan,
        into user: inout InlineArray<40, UInt8>
    ) -> Int? {
        var count = 0
        for index in 0..<email.byteCount {
            let byte = email.byte(at: index)
            if byte >= 0x80 { return nil }
            if byte == UInt8(ascii: "@") || byte == UInt8(ascii: "+") || count == 40 { break }
            if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
                continue
            }
            user[count] = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
            count &+= 1
        }
        return count
    }
}
