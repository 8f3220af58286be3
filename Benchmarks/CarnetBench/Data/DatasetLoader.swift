import CarnetClient
import CarnetEngine
import CarnetWire

/// Puts the data set into servers.
struct DatasetLoader: Sendable {
    let dataset: Dataset

    private static let batchCount = 500

    /// TENANT.CREATE for every venue; those that exist stay as they are.
    func createTenants(_ connection: CarnetConnection) async throws {
        for start in stride(from: 0, to: dataset.venues.count, by: Self.batchCount) {
            let batch = dataset.venues[start..<min(start + Self.batchCount, dataset.venues.count)]
            let commands = batch.map { venue in
                [
                    "TENANT.CREATE", venue.tenant, "NAME", venue.title, "ZONE", venue.zone,
                    "COUNTRY", venue.country, "LANGUAGE", venue.language, "PRESET", venue.preset,
                ]
            }
            for case .error(let error) in try await connection.sendAll(commands)
            where error.code != "EXISTS" {
                throw CarnetClientError.server(code: error.code, message: error.message)
            }
            Terminal.progress("tenants  \(Text.count(start + batch.count))")
        }
        Terminal.progress("")
    }

    /// Whether the largest and the last venue hold as many clients as the data set has, or more.
    func isLoaded(_ connection: CarnetConnection) async throws -> Bool {
        let venues = [dataset.venues.first, dataset.venues.last].compactMap { $0 }
        let counts = try await connection.sendAll(venues.map { ["CLIENT.COUNT", $0.tenant] })
        for (venue, count) in zip(venues, counts) {
            if case .error(let error) = count, error.code != "NOTENANT" {
                throw CarnetClientError.server(code: error.code, message: error.message)
            }
            if count.integer ?? 0 < venue.clientCount { return false }
        }
        return true
    }

    /// Copies every client of the data set to a peer as a hash `tenant:number` of the fields that
    /// CLIENT.GET answers, so that both sides are asked for the same.
    func copy(from carnet: CarnetConnection, to peer: CarnetConnection) async throws {
        var copied = 0
        for venue in dataset.venues {
            for start in stride(from: 1, through: venue.clientCount, by: Self.batchCount) {
                let numbers = start...min(venue.clientCount, start + Self.batchCount - 1)
                let gets = numbers.map { ["CLIENT.GET", venue.tenant, "\($0)"] }
                var sets: [[String]] = []
                for (number, reply) in zip(numbers, try await carnet.sendAll(gets)) {
                    guard let pairs = reply.pairs, !pairs.isEmpty else {
                        throw LoadError.setup(
                            "\(venue.tenant) has no client \(number); load the data set first"
                        )
                    }
                    let key = "\(venue.tenant):\(number)"
                    sets.append(["DEL", key])
                    var words = ["HSET", key]
                    for pair in pairs { words += [pair.key.spelled ?? "", Self.flat(pair.value)] }
                    sets.append(words)
                }
                for case .error(let error) in try await peer.sendAll(sets) {
                    throw CarnetClientError.server(code: error.code, message: error.message)
                }
                copied += numbers.count
                if copied % 20_000 < Self.batchCount {
                    Terminal.progress("copying to the peer  \(Text.count(copied))")
                }
            }
        }
        Terminal.progress("")
    }

    /// A value as a hash keeps it: lists become their members with commas between.
    private static func flat(_ reply: Reply) -> String {
        reply.spelled ?? (reply.elements ?? []).map(flat).joined(separator: ",")
    }
}
