/// What one connection did to bookings of its own clients, and was told: the facts that a restarted
/// server is held to. Nobody else touches these clients and bookings.
struct BookingDiary: Sendable {
    struct Booking: Sendable {
        /// Its own reference, which no other booking has.
        let reference: String
        /// The words of the command that makes it, with its idempotency key.
        let words: [String]
        /// The number that the server acknowledged; nil while it has not.
        var id: Int?
        var version = 0
        var status = ""
        var start = ""
        /// Commands on it that were sent and are not answered.
        var openCount = 0
    }

    /// A merge of two of its clients.
    struct Merge: Sendable {
        let number: Int
        let double: Int
        var stands = true
        /// Whether taking it back was sent, and the answer is not known.
        var isOpen = false
    }

    /// Its clients' numbers.
    let clients: [Int]
    var bookings: [Booking] = []
    var merges: [Merge] = []
    /// Doubles of merges that were sent and are not answered.
    var openDoubles: [Int] = []
    /// Replies that no server should give.
    var faults: [String] = []
    var repliesRead = 0

    init(clients: [Int]) { self.clients = clients }

    /// Goes on from what a restarted server has: what was open is decided.
    mutating func settle(_ table: BookingTable) {
        for place in bookings.indices {
            bookings[place].openCount = 0
            guard let row = table.byReference[bookings[place].reference]?.first else { continue }
            bookings[place].id = row.id
            bookings[place].version = row.version
            bookings[place].status = row.status
            bookings[place].start = row.start
        }
        bookings.removeAll { $0.id == nil }
        // Whether an open merge was carried out is not worth asking: it is left alone from here on.
        merges.removeAll { $0.isOpen || !$0.stands }
        openDoubles = []
    }
}
