import CarnetModel

/// Which of several records of one person to keep: the most complete one (most fields filled in),
/// then the one with the latest activity (its last booking, else its last change), then the one
/// with the lowest number.
enum KeepRule {
    /// Written by people; what the server says of a client by itself makes it no more complete.
    private static let fields = ClientField.allCases.map { "\($0.name)" }

    /// The number of the one to keep; nil of none.
    static func choice(of clients: [JSONValue]) -> UInt32? {
        clients.max { ranks($1, before: $0) }?.number("id")
    }

    private static func ranks(_ one: JSONValue, before other: JSONValue) -> Bool {
        let (filled, otherFilled) = (filledCount(one), filledCount(other))
        if filled != otherFilled { return filled > otherFilled }
        let (activity, otherActivity) = (lastActivity(one), lastActivity(other))
        if activity != otherActivity { return activity > otherActivity }
        return one.number("id") ?? .max < other.number("id") ?? .max
    }

    private static func filledCount(_ client: JSONValue) -> Int {
        fields.count { !(client[$0]?.cell ?? "").isEmpty }
    }

    /// Times stand in one form, in which later ones sort behind earlier ones.
    private static func lastActivity(_ client: JSONValue) -> String {
        ["last_booking", "updated"].compactMap { client[$0]?.string }.max() ?? ""
    }
}
