internal import CarnetBytes

/// What a word of a command says, read without allocating.
extension RawSpan {
    /// Whether the bytes are `text` but for the case of ASCII letters. O(length).
    public func isEqualIgnoringCase(to text: StaticString) -> Bool {
        guard byteCount == text.utf8CodeUnitCount else { return false }
        let other = unsafe RawSpan(_unsafeStart: text.utf8Start, byteCount: byteCount)
        for index in 0..<byteCount
        where byte(at: index).asciiUppercased != other.byte(at: index).asciiUppercased {
            return false
        }
        return true
    }

    /// The next item of a list with commas, as FIELDS takes it; `start` moves behind its comma. Nil
    /// past the last. Items may be empty, and an empty text has one.
    @_lifetime(copy self)
    public func nextListItem(from start: inout Int) -> RawSpan? {
        guard start >= 0, start <= byteCount else { return nil }
        var end = start
        while end < byteCount, byte(at: end) != UInt8(ascii: ",") { end &+= 1 }
        let item = bytes(start..<end)
        start = end &+ 1
        return item
    }

    /// The decimal number that the bytes are, leading zeros allowed; nil where they are none or it
    /// passes 2^64 − 1.
    public func unsignedInteger() -> UInt64? {
        unsignedInteger(from: 0)
    }

    /// The decimal number that the bytes are, after `-` or `+` perhaps; nil where they are none or
    /// it does not fit.
    public func signedInteger() -> Int64? {
        guard byteCount > 0 else { return nil }
        let first = byte(at: 0)
        guard first == UInt8(ascii: "-") || first == UInt8(ascii: "+") else {
            return unsignedInteger(from: 0).flatMap { Int64(exactly: $0) }
        }
        guard let magnitude = unsignedInteger(from: 1) else { return nil }
        guard first == UInt8(ascii: "-") else { return Int64(exactly: magnitude) }
        guard magnitude <= Int64.min.magnitude else { return nil }
        return Int64(truncatingIfNeeded: 0 &- magnitude)
    }

    /// `yes no true false 1 0`, in any case; nil for anything else.
    public func yesNo() -> Bool? {
        switch byteCount {
        case 1:
            switch byte(at: 0) {
            case UInt8(ascii: "1"): true
            case UInt8(ascii: "0"): false
            default: nil
            }
        case 2: isEqualIgnoringCase(to: "no") ? false : nil
        case 3: isEqualIgnoringCase(to: "yes") ? true : nil
        case 4: isEqualIgnoringCase(to: "true") ? true : nil
        case 5: isEqualIgnoringCase(to: "false") ? false : nil
        default: nil
        }
    }

    private func unsignedInteger(from start: Int) -> UInt64? {
        guard byteCount > start else { return nil }
        var value: UInt64 = 0
        for index in start..<byteCount {
            let digit = UInt64(byte(at: index)) &- 48
            guard digit <= 9 else { return nil }
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(digit)
            guard !overflow, !carry else { return nil }
            value = sum
        }
        return value
    }
}

extension UInt8 {
    /// The upper-case letter of a lower-case ASCII one; every other byte is itself.
    var asciiUppercased: UInt8 {
        self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") ? self &- 32 : self
    }
}
