/// Which fields of a client only its person may change.
public enum FieldLocks {
    /// R-RES-05: what a person owns who has signed in elsewhere.
    public static let owned = ClientField.email.bit | ClientField.first.bit | ClientField.last.bit

    /// In the order in which they are told.
    private static let order: [ClientField] = [.email, .first, .last]

    /// The locked fields among these.
    public static func fields(_ bits: UInt64) -> [ClientField] {
        order.filter { bits & $0.bit != 0 }
    }

    /// Refuses a change of a locked field; one is enough to refuse the whole command.
    static func check(_ changed: UInt64, _ locked: UInt64) throws(Refusal) {
        guard let field = fields(changed & locked).first else { return }
        throw .locked(field: "\(field.name)")
    }
}
