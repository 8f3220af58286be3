import CarnetBytes
import CarnetClient
import CarnetEngine
import CarnetWire

/// Asks a server that is starting until it serves.
struct ReadinessProbe: Sendable {
    let target: TargetOptions
    let dataset: Dataset

    /// Tries to connect and asks the last venue for its first client and a search, until both are
    /// answered; gives up after `seconds`.
    func waitForLastVenue(seconds: Int = 120) async throws {
        let limit = ContinuousClock.now + .seconds(seconds)
        let commands = lastVenueCommands()
        var connection: CarnetConnection?
        while ContinuousClock.now < limit {
            if connection == nil { connection = try? await target.connect() }
            if let open = connection {
                if let replies = try? await open.sendAll(commands) {
                    if replies.allSatisfy({ !$0.isError }) {
                        await open.close()
                        return
                    }
                } else {
                    connection = nil
                }
            }
            try await Task.sleep(for: .milliseconds(1))
        }
        throw LoadError.setup("the server did not serve the last venue within \(seconds) s")
    }

    /// Asks every venue once for a client and a search; answers how many were refused.
    func askEveryVenue() throws -> Int {
        let connection = try LoadConnection(index: 0, host: target.host, port: target.port)
        if let token = target.credentials {
            try connection.authenticate(name: token.name, secret: token.secret)
        }
        var poller = try Poller()
        poller.add(connection.socket.descriptor)
        for venue in dataset.venues.indices {
            connection.out.beginCommand(3)
            connection.out.appendWord("CLIENT.GET")
            dataset.appendTenant(venue, to: &connection.out)
            connection.out.appendWord(1)
            connection.expect(.get, since: 0)
            connection.out.beginCommand(5)
            connection.out.appendWord("CLIENT.SEARCH")
            dataset.appendTenant(venue, to: &connection.out)
            unsafe connection.out.appendWord(Array(prefix(venue).utf8).span.bytes)
            connection.out.appendWord("LIMIT")
            connection.out.appendWord(20)
            connection.expect(.search, since: 0)
        }
        try connection.flush(&poller)
        var refused = 0
        var ready: [Poller.Ready] = []
        let limit = MonotonicClock.now() + 120_000_000_000
        while connection.pendingCount > 0, MonotonicClock.now() < limit {
            poller.wait(until: limit, into: &ready)
            for event in ready {
                if event.isWritable { try connection.flush(&poller) }
                guard event.isReadable, try connection.receive() else { continue }
                while let reply = try connection.nextReply() {
                    if reply.isError { refused += 1 }
                }
            }
        }
        return refused + connection.pendingCount
    }

    private func lastVenueCommands() -> [[String]] {
        guard let last = dataset.venues.indices.last else { return [] }
        let tenant = dataset.venues[last].tenant
        return [
            ["CLIENT.GET", tenant, "1"],
            ["CLIENT.SEARCH", tenant, prefix(last), "LIMIT", "20"],
        ]
    }

    /// The first three letters of the longest word of the first client's last name.
    private func prefix(_ venue: Int) -> String {
        let person = dataset.venues[venue].people.person(0)
        let last = person.first { $0.field == "last" }?.value ?? ""
        let word = last.split(separator: " ").max { $0.count < $1.count } ?? ""
        return String(word.prefix(3))
    }
}

extension Reply {
    fileprivate var isError: Bool {
        if case .error = self { return true }
        return false
    }
}
