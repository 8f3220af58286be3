/// How the clients of one tenant are found: by e-mail, by phone and by any end of it, by external
/// reference, by beginnings of their names and of their e-mails, and despite typos.
///
/// The index holds numbers of clients, never their texts: it reads the records again to compare.
/// It is never a source of truth; `rebuild` makes it from the records alone. Upkeep goes with each
/// change, in bounded steps: whoever changes a record calls `willPut`, stores the record, and
/// calls `didPut`.
///
/// Of a tenant with at most ``scanMax`` clients nothing is kept: its records are looked through
/// instead, which takes a few microseconds. Else about 80 bytes a client in a venue of 200,000 and
/// up to 210 in one of thirty, whose names are nearly all different.
///
/// A value: a copy is independent, and costs a copy of everything at the next change of either.
public struct ClientIndex: Sendable {
    /// Tenants whose highest client number is above this have tables.
    public static let scanMax: UInt32 = 24

    let hash: KeyHash
    /// The tables, or none for a small tenant.
    var tables: [IndexTables] = []
    /// Of a small tenant the day of each client's last booking, where there was one.
    var visitDays: [UInt32: UInt32] = [:]
    /// What `willPut` leaves to `didPut`.
    var pending = PendingPut()

    /// An index of no clients. `seed` decides where keys fall; random for each process, so that
    /// nobody can foresee it.
    public init(seed: UInt64) { hash = KeyHash(seed: seed) }

    /// Bytes that the tables take.
    public var byteCount: Int { tables.first?.byteCount ?? 0 }
}
