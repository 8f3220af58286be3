import ArgumentParser
import CarnetClient
import CarnetServer
import Foundation
import NIOCore

/// Where the server is and who asks it.
struct ServerAddress: ParsableArguments {
    static let defaultHost = "127.0.0.1"
    static let defaultPort = 7_420
    static let tokenVariable = "CARNET_TOKEN"

    @Option(
        name: .customLong("host"),
        help: "The server's host. (default: \(ServerAddress.defaultHost))"
    )
    var givenHost: String?

    @Option(
        name: [.customShort("p"), .customLong("port")],
        help: "Its port. (default: \(ServerAddress.defaultPort))"
    )
    var givenPort: Int?

    @Option(
        help: ArgumentHelp(
            "The socket in the folder of a server on this machine, which needs no token. Where neither host, port nor token is given, the one in \(ServeCommand.defaultData) is taken if a server is there.",
            valueName: "path"
        )
    )
    var socket: String?

    @Option(
        help: ArgumentHelp(
            "The token to identify by; better in the environment as CARNET_TOKEN, where no process list shows it.",
            valueName: "name:secret"
        )
    )
    var token: String?

    @Option(help: ArgumentHelp("How long to wait for a reply.", valueName: "seconds"))
    var timeout = 30.0

    var host: String { givenHost ?? Self.defaultHost }
    var port: Int { givenPort ?? Self.defaultPort }

    func validate() throws {
        guard socket == nil || (givenHost == nil && givenPort == nil) else {
            throw ValidationError("--socket: goes without --host and --port")
        }
        guard (1...65_535).contains(port) else {
            throw ValidationError("--port: must be 1 to 65535, the one that 'carnet serve' named")
        }
        guard timeout > 0, timeout <= 86_400 else {
            throw ValidationError("--timeout: must be above 0 and at most 86400 seconds")
        }
    }

    /// Connects. Without a limit, replies are waited for as long as it takes.
    func connect(isPatient: Bool = false) async throws(CarnetClientError) -> CarnetConnection {
        var options = CarnetClientOptions()
        options.token = Self.token(
            given: token,
            environment: ProcessInfo.processInfo.environment[Self.tokenVariable]
        )
        options.connectionName = "carnet-admin"
        options.replyTimeout = isPatient ? nil : .milliseconds(Int64(timeout * 1_000))
        if let socket {
            return try await CarnetConnection.connect(socket: socket, options: options)
        }
        if givenHost == nil, givenPort == nil, options.token == nil {
            // Nobody behind it: then the usual port is the server's address.
            let usual = "\(ServeCommand.defaultData)/\(ServerOptions.socketName)"
            let connection = try? await CarnetConnection.connect(socket: usual, options: options)
            if let connection { return connection }
        }
        return try await CarnetConnection.connect(host: host, port: port, options: options)
    }

    /// Where the server is, as a person would say it.
    var text: String { socket ?? "\(host):\(port)" }

    /// Connects, has `body` ask what it wants to, and closes.
    func call<Result>(
        isPatient: Bool = false,
        _ body: (CarnetConnection) async throws -> Result
    ) async throws -> Result {
        let carnet = try await connect(isPatient: isPatient)
        do {
            let result = try await body(carnet)
            await carnet.close()
            return result
        } catch {
            await carnet.close()
            throw error
        }
    }

    /// Name and secret: the option's before the environment's. A secret without a name is that of
    /// the token `default`, as Redis has it.
    static func token(given: String?, environment: String?) -> (name: String, secret: String)? {
        guard let text = given ?? environment, !text.isEmpty else { return nil }
        guard let colon = text.firstIndex(of: ":") else { return ("default", text) }
        return (String(text[..<colon]), String(text[text.index(after: colon)...]))
    }
}
