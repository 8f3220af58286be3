/// Figures as people read them.
enum Text {
    /// A whole number with commas between thousands.
    static func count(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return number < 0 ? "-" + text : text
    }

    /// A number with so many decimals, rounded.
    static func decimal(_ number: Double, _ places: Int) -> String {
        guard number.isFinite, number.magnitude < 1e15 else { return "\(number)" }
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((number.magnitude * scale).rounded())
        let sign = number < 0 && scaled > 0 ? "-" : ""
        guard places > 0 else { return sign + count(scaled) }
        let fraction = String(scaled % Int(scale))
        let zeros = String(repeating: "0", count: places - fraction.count)
        return sign + count(scaled / Int(scale)) + "." + zeros + fraction
    }

    static func seconds(_ number: Double) -> String { decimal(number, 1) + " s" }

    /// Microseconds, with as many digits as matter.
    static func microseconds(_ number: Double) -> String {
        decimal(number, number < 100 ? 1 : 0) + " µs"
    }

    /// `text` widened with spaces on its left.
    static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    /// `text` widened with spaces on its right.
    static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
