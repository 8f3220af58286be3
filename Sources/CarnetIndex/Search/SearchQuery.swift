import CarnetBytes

/// What a text asks for. It can mean several things at once: "van den berg" three words or
/// "vandenberg", "jdupont" a name or the beginning of an e-mail. A client is found by any of them,
/// and stands where the best of them puts it.
struct SearchQuery: Sendable {
    /// The readings that are looked for from the first; each a list of terms that a client must
    /// all have.
    var readings: [[SearchTerm]] = []
    /// Those that are looked for only where few are found, like typos.
    var wideReadings: [[SearchTerm]] = []

    init() {}

    /// Whether looking for typos can find more.
    var canWiden: Bool {
        !wideReadings.isEmpty || readings.contains { $0.contains { $0.isTypable } }
    }
}
