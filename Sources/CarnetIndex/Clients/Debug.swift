extension ClientIndex {
    public var summary: String {
        guard let t = tables.first else { return "none" }
        let n = Double(t.activities.numberMax)
        return "emails \(Double(t.emails.byteCount) / n) phones \(Double(t.phones.byteCount) / n) ext \(Double(t.externals.byteCount) / n) locals \(Double(t.locals.byteCount) / n) names \(Double(t.names.byteCount) / n) tokens \(t.names.count) act \(Double(t.activities.byteCount) / n) :: \(t.names.summary(n))"
    }
}
extension TokenIndex {
    func summary(_ n: Double) -> String {
        "pool \(Double(pool.byteCount) / n) ordered \(Double(ordered.byteCount) / n) "
    }
}
