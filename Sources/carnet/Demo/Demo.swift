import CarnetClient
import CarnetEngine

/// What `carnet serve --demo` does once the server is up: three venues, then lines to try.
///
/// It calls the server over the socket like everybody else. When the server stops, its connection
/// closes and it ends.
struct Demo: Sendable {
    /// Where the server listens; `0.0.0.0` and `::` are called by their loopback addresses.
    let host: String
    let data: String
    let asJSON: Bool

    func run(port: Int) async {
        var progress = ProgressLine()
        do throws(CarnetClientError) {
            let callable = host == "0.0.0.0" ? "127.0.0.1" : host == "::" ? "::1" : host
            let carnet = try await CarnetConnection.connect(host: callable, port: port)
            let tenants = try await carnet.ask(["TENANT.LIST", "LIMIT", "1000"])
            if tenants["total"]?.integer == 0 {
                try await make(carnet, &progress)
            } else {
                tellWhatIsThere(tenants)
            }
            let lines = try await DemoLines(host: callable, port: port).lines(carnet)
            await carnet.close()
            tell(lines)
        } catch {
            progress.end()
            Diagnostics.line("demo: \(error.message)")
        }
    }

    private func make(
        _ carnet: CarnetConnection,
        _ progress: inout ProgressLine
    ) async throws(CarnetClientError) {
        let clock = ContinuousClock()
        let began = clock.now
        for venue in SampleVenues.demo {
            try await DemoVenue(venue: venue).make(on: carnet) { count in
                progress.show(
                    "demo: \(venue.title), \(Quantity.count(count)) of \(Quantity.count(venue.clientCount)) clients"
                )
            }
            progress.end()
            Diagnostics.line(
                "demo: tenant \(venue.tenant), \(venue.title), \(Quantity.count(venue.clientCount)) clients"
            )
        }
        let (seconds, attoseconds) = (clock.now - began).components
        let took = Double(seconds) + Double(attoseconds) / 1e18
        Diagnostics.line(
            "demo: made in \(Quantity.duration(seconds: took)), all of it synced to \(data)"
        )
    }

    private func tellWhatIsThere(_ tenants: JSONValue) {
        let rows = tenants["tenants"]?.elements ?? []
        let shown = rows.prefix(10).map { row in
            "\(row["tenant"]?.cell ?? "") (\(Quantity.count(row["clients"]?.integer ?? 0)) clients)"
        }
        let more = (tenants["total"]?.integer ?? 0) - Int64(shown.count)
        Diagnostics.line(
            "demo: \(data) is not empty, so nothing was made; it has "
                + shown.joined(separator: ", ")
                + (more > 0 ? " and \(Quantity.count(more)) more" : "")
        )
    }

    private func tell(_ lines: [String]) {
        if asJSON {
            let json = JSONValue.object(of: [
                ("event", .string("demo")), ("try", .array(lines.map { .string($0) })),
            ])
            StandardOutput.line(json.text)
        } else {
            StandardOutput.line("\nTry, in another terminal:\n  " + lines.joined(separator: "\n  "))
        }
    }
}
