import Glibc

/// Scores as people read them.
enum ScoreText {
    /// 6641 as "6.641".
    static func bits(_ thousandths: Int32) -> String {
        Quantity.fraction(Double(thousandths) / 1_000, digits: 3)
    }

    /// The same with its sign: "+6.641".
    static func signedBits(_ thousandths: Int32) -> String {
        (thousandths >= 0 ? "+" : "") + bits(thousandths)
    }

    /// What a score says: 6641 is "about 100 to 1".
    static func odds(_ thousandths: Int32) -> String {
        guard thousandths.magnitude >= 500 else { return "an even chance" }
        let ratio = exp2(Double(thousandths.magnitude) / 1_000)
        guard ratio < 1_000_000 else {
            return thousandths > 0 ? "more than a million to 1" : "less than 1 to a million"
        }
        // Two digits are all that a weight promises.
        var unit = 1.0
        while ratio / unit >= 100 { unit *= 10 }
        let shown = Quantity.count(Int((ratio / unit).rounded() * unit))
        return thousandths > 0 ? "about \(shown) to 1" : "about 1 to \(shown)"
    }
}
