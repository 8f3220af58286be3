/// Figures as people read them. Machines get the plain ones.
enum Quantity {
    /// 1234567 as "1,234,567".
    static func count(_ value: some BinaryInteger) -> String {
        let digits = String(value.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += "," }
            grouped.append(digit)
        }
        return (value < 0 ? "-" : "") + grouped
    }

    /// "1 client", "2 clients".
    static func count(_ value: some BinaryInteger, _ noun: String) -> String {
        count(value) + " " + noun + (value == 1 ? "" : "s")
    }

    /// Bytes in the largest binary unit that keeps them above 1, with one decimal: "61.2 MiB".
    static func bytes(_ value: some BinaryInteger) -> String {
        guard value >= 1_024 else { return count(value, "byte") }
        var amount = Double(value)
        var unit = "bytes"
        for next in ["KiB", "MiB", "GiB", "TiB"] where amount >= 1_024 {
            amount /= 1_024
            unit = next
        }
        return fraction(amount, digits: 1) + " " + unit
    }

    /// Seconds in the two largest units that say something: "3 d 4 h", "12 min 5 s", "0.24 s".
    static func duration(seconds: Double) -> String {
        guard seconds.isFinite, seconds >= 0 else { return "-" }
        guard seconds >= 60 else {
            let digits = seconds < 0.1 ? 3 : seconds < 10 ? 2 : 1
            return fraction(seconds, digits: digits) + " s"
        }
        let whole = UInt64(min(seconds, 1e15))
        let units: [(UInt64, String)] = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")]
        var rest = whole
        var parts: [String] = []
        for (size, name) in units where parts.count < 2 {
            if rest >= size {
                parts.append("\(rest / size) \(name)")
            } else if !parts.isEmpty {
                break
            }
            rest %= size
        }
        return parts.joined(separator: " ")
    }

    /// A number with so many decimals, rounded half away from zero.
    static func fraction(_ value: Double, digits: Int) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return String(value) }
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let scaled = (value.magnitude * scale).rounded()
        let text = String(UInt64(scaled))
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard digits > 0 else { return sign + text }
        let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
        return sign + padded.dropLast(digits) + "." + padded.suffix(digits)
    }
}
