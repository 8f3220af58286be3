import ArgumentParser
import CarnetEngine
import CarnetServer
import Logging

/// `carnet serve`: the server itself.
struct ServeCommand: AsyncParsableCommand {
    static let defaultData = "Snapshots/data"

    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run a server until SIGTERM, SIGINT or the command SHUTDOWN.",
        discussion: """
            EXAMPLES
              carnet serve --demo
              carnet serve --data /var/lib/carnet --durability always
              carnet serve --port 0 --json     any free port; the first line tells which
              carnet serve --snapshot-every-seconds 900 --max-connections 2000

            Byte counts may be written with a unit: 65536, 64k, 64KiB.
            """
    )

    @Option(help: "The address to listen on.")
    var host = ServerAddress.defaultHost

    @Option(name: [.short, .long], help: "The port; 0 takes any free one.")
    var port = ServerAddress.defaultPort

    @Option(help: ArgumentHelp("The data folder; made if it is absent.", valueName: "folder"))
    var data = ServeCommand.defaultData

    @Option(
        help: ArgumentHelp(
            "When a reply leaves: always (once it is synced), everysec or none.",
            valueName: "level"
        ),
        transform: ServeCommand.choice
    )
    var durability = Durability.always

    @Flag(
        help: "Make three venues to try in an empty data folder, and tell lines to try them with."
    )
    var demo = false

    @Flag(
        help:
            "Listen on an address that other machines reach, without encryption: whoever reaches the port can read and change every client list."
    )
    var insecureBind = false

    @OptionGroup(title: "Engine") var engine: EngineFlags
    @OptionGroup(title: "Limits of writes") var writes: WriteFlags
    @OptionGroup(title: "Limits") var limits: LimitFlags

    @Option(
        help: ArgumentHelp(
            "What is logged on stderr: trace, debug, info, notice, warning, error or critical.",
            valueName: "level"
        ),
        transform: ServeCommand.choice
    )
    var logLevel = Logger.Level.info

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port: must be 0 to 65535")
        }
        guard !data.isEmpty else { throw ValidationError("--data: must name a folder") }
        guard insecureBind || Self.isLoopback(host) else {
            throw ValidationError(
                "--host \(host): other machines could reach it, and nothing is encrypted: whoever "
                    + "reaches the port could read and change every client list. Listen on 127.0.0.1, "
                    + "or add --insecure-bind to say that the network is yours alone."
            )
        }
    }

    var engineOptions: EngineOptions {
        var options = engine.options
        writes.apply(to: &options)
        options.durability = durability
        return options
    }

    var serverOptions: ServerOptions {
        var options = limits.options
        options.host = host
        options.port = port
        options.loopCount = engine.loops
        return options
    }

    func run() async throws {
        do throws(AdminFailure) {
            try DataFolder.makeParent(of: data)
        } catch {
            throw output.report(error)
        }
        let (asJSON, level) = (output.json, logLevel)
        let logger = Logger(label: "carnet") { _ in LogLines(level: level, asJSON: asJSON) }
        let (started, tell) = AsyncStream.makeStream(of: Int.self)
        let demonstration = demo ? Demo(host: host, data: data, asJSON: asJSON) : nil
        // Beside the server, and never waited for: the server stops when it is told to.
        let beside = Task {
            for await port in started { await demonstration?.run(port: port) }
        }
        let code = try await CarnetServe.run(
            dataFolder: data,
            engine: engineOptions,
            server: serverOptions,
            logger: logger
        ) { [host, data] port in
            Self.announce(host: host, port: port, data: data, asJSON: asJSON)
            tell.yield(port)
            tell.finish()
        }
        beside.cancel()
        if code != 0 { throw ExitCode(code) }
    }

    /// The first line on stdout, for those who wait for it.
    private static func announce(host: String, port: Int, data: String, asJSON: Bool) {
        let json = JSONValue.object(of: [
            ("event", .string("listening")), ("host", .string(host)),
            ("port", .integer(Int64(port))), ("data", .string(data)),
        ])
        StandardOutput.line(asJSON ? json.text : "listening on \(host):\(port), data in \(data)")
    }

    static func isLoopback(_ host: String) -> Bool {
        guard host != "localhost", host != "::1" else { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}

extension ServeCommand {
    /// The case of that word, which is one of several.
    private static func choice<C: RawRepresentable & CaseIterable>(
        _ word: String
    ) throws -> C where C.RawValue == String {
        guard let choice = C(rawValue: word.lowercased()) else {
            let words = C.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("must be one of \(words)")
        }
        return choice
    }
}
