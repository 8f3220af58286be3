/// What one connection asked for and was told: the facts that a restarted server is held to.
struct LoadDiary: Sendable {
    /// A client that this connection adds and changes; nobody else does.
    struct Person: Sendable {
        /// Its own reference, which no other client has.
        let reference: String
        /// The idempotency key of its CLIENT.ADD; nil without one.
        let key: String?
        /// The words of the command that adds it.
        let words: [String]
        /// The number that the server acknowledged; nil while it has not.
        var id: Int?
        var version = 0
        /// How often its note was changed: sent, and acknowledged. The note is that number.
        var changesSent = 0
        var changesAcknowledged = 0
    }

    /// A client as a read showed it, of whichever connection it is.
    struct Sighting: Sendable {
        let reference: String
        let version: Int
        let note: Int
    }

    var people: [Person] = []
    /// By number; the newest version seen.
    var sightings: [Int: Sighting] = [:]
    /// The largest count that a CLIENT.COUNT answered.
    var countSeen = 0
    /// The largest LSN that a reply told.
    var lsnAcknowledged = 0
    /// Replies that no server should give, and readings that contradict an earlier one.
    var faults: [String] = []
    var repliesRead = 0
    /// How the conversation ended.
    var ending: SocketError?

    /// Takes a client down that a read answered.
    mutating func sees(_ client: RESPValue) {
        guard let id = client["id"]?.integer, let version = client["version"]?.integer,
            let reference = client["external"]?.members.first?.text
        else {
            faults.append("a read without id, version or reference: \(client)")
            return
        }
        let note = client["note"]?.integer ?? 0
        if let earlier = sightings[id], earlier.version >= version {
            if earlier.version > version || earlier.note != note || earlier.reference != reference {
                faults.append("client \(id) was \(earlier), then version \(version) note \(note)")
            }
            return
        }
        sightings[id] = Sighting(reference: reference, version: version, note: note)
    }
}
