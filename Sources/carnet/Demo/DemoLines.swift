import CarnetClient
import Foundation

/// Three lines for a shell, each tried before it is told: somebody is really found.
struct DemoLines: Sendable {
    let host: String
    let port: Int
    /// How this program was called.
    var program = DemoLines.callableProgram

    /// A venue and a text that finds somebody in it.
    private struct Find {
        let tenant: String
        let text: String
    }

    /// One line for each way to call: redis-cli, this program, nc. Venues with clients are asked
    /// in turn; without any, the lines say how to make one.
    func lines(_ carnet: CarnetConnection) async throws(CarnetClientError) -> [String] {
        let tenants = try await carnet.ask(["TENANT.LIST", "LIMIT", "20"])
        var finds: [Find] = []
        for row in tenants["tenants"]?.elements ?? [] where finds.count < 3 {
            guard let tenant = row["tenant"]?.string,
                let text = try await findable(
                    in: tenant,
                    carnet,
                    wordCount: finds.count == 1 ? 1 : 2
                )
            else { continue }
            finds.append(Find(tenant: tenant, text: text))
        }
        guard let first = finds.first else { return linesWithoutClients }
        return lines(first, finds.count > 1 ? finds[1] : first, finds.count > 2 ? finds[2] : first)
    }

    private func lines(_ first: Find, _ second: Find, _ third: Find) -> [String] {
        [
            "redis-cli\(redisAddress) CLIENT.SEARCH \(first.tenant) \(quoted(first.text)) LIMIT 5",
            "\(program) search\(ownAddress) \(second.tenant) \(quoted(second.text))",
            "printf 'MODE JSON\\nCLIENT.SEARCH \(third.tenant) \"\(third.text)\" LIMIT 3\\nQUIT\\n'"
                + " | nc \(host) \(port)",
        ]
    }

    private var linesWithoutClients: [String] {
        [
            "redis-cli\(redisAddress) TENANT.CREATE try COUNTRY CH",
            "\(program) client add\(ownAddress) try first=Ada last=Lovelace phone=0446681800",
            "printf 'MODE JSON\\nTENANT.LIST\\nQUIT\\n' | nc \(host) \(port)",
        ]
    }

    private var redisAddress: String {
        (host == ServerAddress.defaultHost ? "" : " -h \(host)") + " -p \(port)"
    }

    private var ownAddress: String {
        (host == ServerAddress.defaultHost ? "" : " --host \(host)")
            + (port == ServerAddress.defaultPort ? "" : " --port \(port)")
    }

    private func quoted(_ text: String) -> String { text.contains(" ") ? "\"\(text)\"" : text }

    /// Beginnings of somebody's names that find at least one client.
    private func findable(
        in tenant: String,
        _ carnet: CarnetConnection,
        wordCount: Int
    ) async throws(CarnetClientError) -> String? {
        let page = try await carnet.ask([
            "CLIENT.LIST", tenant, "LIMIT", "50", "FIELDS", "id,first,last",
        ])
        for client in page["clients"]?.elements ?? [] {
            guard let last = Self.beginning(client["last"], letterCount: 4) else { continue }
            var words = [last]
            if wordCount > 1 {
                guard let first = Self.beginning(client["first"], letterCount: 2) else { continue }
                words.append(first)
            }
            let text = words.joined(separator: " ")
            let found = try await carnet.ask(["CLIENT.SEARCH", tenant, text, "LIMIT", "1"])
            if found["total"]?.integer ?? 0 > 0 { return text }
        }
        return nil
    }

    /// The first letters of a name in lower case, if they are all ASCII: anybody can type them.
    static func beginning(_ name: JSONValue?, letterCount: Int) -> String? {
        let letters = (name?.string ?? "").prefix(letterCount)
        guard letters.count == letterCount,
            letters.allSatisfy({ $0.isASCII && $0.isLetter })
        else { return nil }
        return letters.lowercased()
    }

    /// The path this program was called by, relative to the current folder where it lies in it.
    private static var callableProgram: String {
        let called = CommandLine.arguments.first ?? "carnet"
        let folder = FileManager.default.currentDirectoryPath + "/"
        return called.hasPrefix(folder) ? String(called.dropFirst(folder.count)) : called
    }
}
