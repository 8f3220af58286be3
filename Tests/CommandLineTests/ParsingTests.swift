import ArgumentParser
import CarnetBytes
import CarnetEngine
import CarnetStorage
import CarnetWire
import Logging
import Testing

@testable import CarnetServer
@testable import carnet

@Suite struct ParsingTests {
    /// What the server is sent for a command line.
    static let sent: [(line: String, words: [String])] = [
        ("search hotel jean dup", ["CLIENT.SEARCH", "hotel", "jean dup"]),
        (
            "search hotel x --sort -name --status any --typos 2 --fields id,last",
            [
                "CLIENT.SEARCH", "hotel", "x", "SORT", "-name", "STATUS", "any", "TYPOS", "2",
                "FIELDS", "id,last",
            ]
        ),
        (
            "merge bistro 17 23 31 --take email:23 --take phone:31 --if-version 4 --dry-run",
            [
                "CLIENT.MERGE", "bistro", "17", "23", "31", "TAKE", "email:23", "phone:31",
                "IFVERSION", "4", "DRYRUN",
            ]
        ),
        (
            "merge bistro 17 23 --force --reason helpdesk --key k",
            [
                "CLIENT.MERGE", "bistro", "17", "23", "FORCE", "REASON", "helpdesk", "KEY", "k",
            ]
        ),
        ("unmerge bistro 4 --dry-run", ["CLIENT.UNMERGE", "bistro", "4", "DRYRUN"]),
        ("merges bistro 17", ["CLIENT.MERGES", "bistro", "17"]),
        ("distinct bistro 17 23 --off", ["CLIENT.DISTINCT", "bistro", "17", "23", "OFF"]),
        ("tenant create bistro", ["TENANT.CREATE", "bistro"]),
        (
            "tenant create b --name N --zone Z --country CH --language de --preset salon --key k",
            [
                "TENANT.CREATE", "b", "NAME", "N", "ZONE", "Z", "COUNTRY", "CH", "LANGUAGE", "de",
                "PRESET", "salon", "KEY", "k",
            ]
        ),
        ("tenant get bistro --fields zone", ["TENANT.GET", "bistro", "FIELDS", "zone"]),
        (
            "tenant set bistro required= name=a=b --if-version 3 --durable",
            [
                "TENANT.SET", "bistro", "required", "", "name", "a=b", "IFVERSION", "3", "DURABLE",
                "always",
            ]
        ),
        (
            "client add bistro first=Ada tags=a,b --anyway --not 3 --not 4 --dry-run",
            [
                "CLIENT.ADD", "bistro", "first", "Ada", "tags", "a,b", "ANYWAY", "NOT", "3", "4",
                "DRYRUN",
            ]
        ),
        ("client get bistro 17", ["CLIENT.GET", "bistro", "17"]),
        ("client get bistro --email a@b.c", ["CLIENT.GET", "bistro", "EMAIL", "a@b.c"]),
        ("client get bistro --phone 044", ["CLIENT.GET", "bistro", "PHONE", "044"]),
        ("client get bistro --external r", ["CLIENT.GET", "bistro", "EXTERNAL", "r"]),
        (
            "client set bistro 17 note= --if-version 2",
            ["CLIENT.SET", "bistro", "17", "note", "", "IFVERSION", "2"]
        ),
        (
            "client list bistro --tag a --tag b --has email --sort -updated --from 2026-01-01",
            [
                "CLIENT.LIST", "bistro", "SORT", "-updated", "TAG", "a", "TAG", "b", "HAS", "email",
                "FROM", "2026-01-01",
            ]
        ),
        (
            "client count bistro --newsletter yes --language nl --status any --to 2027-01-01",
            [
                "CLIENT.COUNT", "bistro", "STATUS", "any", "LANGUAGE", "nl", "NEWSLETTER", "yes",
                "TO", "2027-01-01",
            ]
        ),
        ("client deactivate bistro 1 2", ["CLIENT.DEACTIVATE", "bistro", "1", "2"]),
        (
            "client reactivate bistro 1 --if-version 9",
            ["CLIENT.REACTIVATE", "bistro", "1", "IFVERSION", "9"]
        ),
    ]

    @Test(arguments: sent)
    func aCommandLineBecomesTheProtocolsCommand(line: String, words: [String]) throws {
        #expect(try Self.words(Self.parse(line)) == words)
    }

    /// The words must be ones that the server takes.
    @Test(arguments: sent)
    func theServersGrammarTakesThem(line: String, words: [String]) throws {
        var text = "*\(words.count)\r\n"
        for word in words { text += "$\(word.utf8.count)\r\n\(word)\r\n" }
        let bytes = Array(text.utf8)
        var decoder = CommandDecoder()
        var parsed = ParsedCommand()
        let span = unsafe bytes.span.bytes
        #expect(decoder.next(in: span, from: 0, into: &parsed.words) == .command(end: bytes.count))
        try parsed.parse(span)
    }

    @Test(arguments: [
        "", "nix", "search", "search hotel", "tenant", "tenant create", "tenant set bistro",
        "tenant set bistro required", "client add bistro =x", "client add bistro",
        "client get bistro",
        "client get bistro 1 --email a@b", "client get bistro x", "client set bistro 0x1 a=b",
        "client add bistro first=A --not 1", "client deactivate bistro",
        "client list bistro --limit 0",
        "client list bistro --all --limit 3", "status --port 0", "status --port 65536",
        "status --timeout 0", "serve --port -1", "serve --port 65536", "serve --data=",
        "serve --host 0.0.0.0", "serve --host ::", "serve --host 192.168.0.1", "serve --host 127.1",
        "serve --host 127.0.0.1.evil.example", "serve --durability often", "serve --shards 0",
        "serve --loops 0", "serve --segment-bytes 1k", "serve --max-arguments 1",
        "serve --max-connections 0", "serve --waiting-bytes 1", "serve --log-level loud",
        "serve --spare-segments 0", "log", "verify --data=", "repair", "log dump --limit 0",
    ])
    func wrongUsageEndsWith64(line: String) throws {
        // A group without its subcommand answers its help, which is no mistake.
        guard !["", "tenant", "log"].contains(line) else { return }
        let error = try #require(throws: (any Error).self) { try Self.parse(line) }
        #expect(Carnet.exitCode(for: error) == .validationFailure)
        #expect(Carnet.exitCode(for: error).rawValue == 64)
    }

    @Test func theDefaultServerIsOnThisMachine() throws {
        let status = try #require(try Self.parse("status") as? StatusCommand)
        #expect(status.server.host == "127.0.0.1")
        #expect(status.server.port == 7_420)
        #expect(status.server.timeout == 30)
        #expect(!status.output.json)
    }

    @Test(
        arguments: [
            ("desk:s3cret", nil, "desk", "s3cret"), ("s3cret", nil, "default", "s3cret"),
            (nil, "desk:a:b", "desk", "a:b"), ("own:1", "env:2", "own", "1"),
        ] as [(String?, String?, String, String)]
    )
    func theTokenIsNameAndSecret(given: String?, environment: String?, name: String, secret: String)
    {
        let token = ServerAddress.token(given: given, environment: environment)
        #expect(token?.name == name)
        #expect(token?.secret == secret)
    }

    @Test(arguments: [nil, ""] as [String?])
    func withoutATokenNobodyIsNamed(environment: String?) {
        #expect(ServerAddress.token(given: nil, environment: environment) == nil)
    }

    @Test func serveFillsTheDefaults() throws {
        let serve = try #require(try Self.parse("serve") as? ServeCommand)
        #expect(serve.data == "Snapshots/data")
        #expect(!serve.demo)
        let (engine, engineStandard) = (serve.engineOptions, EngineOptions())
        #expect(engine.durability == .always)
        #expect(engine.shardCount == engineStandard.shardCount)
        #expect(engine.store.segmentByteCount == engineStandard.store.segmentByteCount)
        #expect(engine.store.reserveByteCount == engineStandard.store.reserveByteCount)
        #expect(engine.store.spareCount == engineStandard.store.spareCount)
        #expect(engine.snapshotEveryByteCount == engineStandard.snapshotEveryByteCount)
        #expect(engine.snapshotEverySeconds == engineStandard.snapshotEverySeconds)
        #expect(engine.waitingByteCountMax == engineStandard.waitingByteCountMax)
        #expect(engine.waitingMillisecondsMax == engineStandard.waitingMillisecondsMax)
        #expect(engine.memoryByteCountMax == engineStandard.memoryByteCountMax)
        #expect(engine.memorySoftPercent == engineStandard.memorySoftPercent)
        #expect(engine.memoryHardPercent == engineStandard.memoryHardPercent)
        #expect(engine.behindByteCountMax == engineStandard.behindByteCountMax)
        #expect(engine.behindSecondsMax == engineStandard.behindSecondsMax)
        #expect(engine.tenantWritesPerSecondMax == engineStandard.tenantWritesPerSecondMax)
        #expect(engine.tenantClientCountMax == engineStandard.tenantClientCountMax)
        #expect(engine.tenantByteCountMax == engineStandard.tenantByteCountMax)
        let (server, serverStandard) = (serve.serverOptions, ServerOptions())
        #expect(server.host == serverStandard.host)
        #expect(server.port == serverStandard.port)
        #expect(server.limits == serverStandard.limits)
        #expect(server.connectionCountMax == serverStandard.connectionCountMax)
        #expect(server.tenantConnectionCountMax == serverStandard.tenantConnectionCountMax)
        #expect(server.addressConnectionCountMax == serverStandard.addressConnectionCountMax)
        #expect(server.commandSecondsMax == serverStandard.commandSecondsMax)
        #expect(server.unbegunByteCountMax == serverStandard.unbegunByteCountMax)
        #expect(server.unsentByteCountMax == serverStandard.unsentByteCountMax)
        #expect(server.unsentByteCountMaxInAll == serverStandard.unsentByteCountMaxInAll)
    }

    @Test func everyFlagOfServeArrives() throws {
        let line = """
            serve --host 0.0.0.0 --insecure-bind --port 0 --data d --durability everysec --shards 8 \
            --loops 3 --segment-bytes 100001 --reserve-bytes 1m --spare-segments 4 \
            --snapshot-every-bytes 2g --snapshot-every-seconds 60 --history-days 5 --max-connections 7 \
            --max-unsent-bytes 70k --max-unsent-bytes-in-all 80k --max-line-bytes 2k \
            --max-argument-bytes 3k --max-arguments 20 --max-command-bytes 8k \
            --max-tenant-connections 8 --max-address-connections 9 --max-command-seconds 11 \
            --max-unbegun-bytes 90k --waiting-bytes 1m --waiting-milliseconds 12 --memory 3g \
            --memory-soft-percent 60 --memory-hard-percent 70 --log-behind-bytes 5m \
            --log-behind-seconds 13 --max-tenant-writes-per-second 14 --max-tenant-clients 15 \
            --max-tenant-bytes 6m --demo --log-level debug --json
            """
        let serve = try #require(try Self.parse(line) as? ServeCommand)
        let engine = serve.engineOptions
        #expect(engine.durability == .everysec)
        #expect(engine.shardCount == 8)
        #expect(engine.store.segmentByteCount == 102_400, "whole pages of 4,096 bytes")
        #expect(engine.store.reserveByteCount == 1 << 20)
        #expect(engine.store.spareCount == 4)
        #expect(engine.snapshotEveryByteCount == 2 << 30)
        #expect(engine.snapshotEverySeconds == 60)
        #expect(engine.historyDays == 5)
        #expect(engine.waitingByteCountMax == 1 << 20)
        #expect(engine.waitingMillisecondsMax == 12)
        #expect(engine.memoryByteCountMax == 3 << 30)
        #expect(engine.memorySoftPercent == 60)
        #expect(engine.memoryHardPercent == 70)
        #expect(engine.behindByteCountMax == 5 << 20)
        #expect(engine.behindSecondsMax == 13)
        #expect(engine.tenantWritesPerSecondMax == 14)
        #expect(engine.tenantClientCountMax == 15)
        #expect(engine.tenantByteCountMax == 6 << 20)
        let server = serve.serverOptions
        #expect(server.host == "0.0.0.0")
        #expect(server.port == 0)
        #expect(server.loopCount == 3)
        #expect(server.connectionCountMax == 7)
        #expect(server.tenantConnectionCountMax == 8)
        #expect(server.addressConnectionCountMax == 9)
        #expect(server.commandSecondsMax == 11)
        #expect(server.unbegunByteCountMax == 90 << 10)
        #expect(server.unsentByteCountMax == 70 << 10)
        #expect(server.unsentByteCountMaxInAll == 80 << 10)
        #expect(server.limits.lineByteCountMax == 2 << 10)
        #expect(server.limits.argumentByteCountMax == 3 << 10)
        #expect(server.limits.argumentCountMax == 20)
        #expect(server.limits.commandByteCountMax == 8 << 10)
        #expect(serve.demo && serve.output.json && serve.insecureBind)
        #expect(serve.logLevel == .debug)
        #expect(serve.data == "d")
    }

    /// Whatever CONFIG shows is a flag of the same name, but for what Redis's tools ask for.
    @Test func everyNameOfConfigIsAFlag() {
        let help = ServeCommand.helpMessage()
        let ofRedis: Set = ["appendonly", "save", "maxclients"]
        for setting in Configuration.settings where !ofRedis.contains(setting.name) {
            #expect(help.contains("--\(setting.name) "), "\(setting.name) is no flag")
        }
        #expect(Configuration.settings.count > 25)
    }

    @Test(arguments: ["127.0.0.1", "127.8.9.10", "localhost", "::1"])
    func loopbackNeedsNoConsent(host: String) throws {
        #expect(try Self.parse("serve --host \(host)") is ServeCommand)
    }

    @Test(arguments: Carnet.configuration.subcommands.map { $0.configuration.commandName ?? "" })
    func everySubcommandExplainsItselfWithExamples(name: String) throws {
        let help = try #require(HelpCommand.text(for: [name]))
        #expect(help.contains("EXAMPLES"))
        #expect(help.contains("carnet \(name)"))
        #expect(
            help.split(separator: "\n").allSatisfy {
                $0.hasPrefix("USAGE") || $0.count <= 80 || !$0.hasPrefix("  carnet")
            }
        )
    }

    @Test func helpKnowsTheProtocolsCommandsToo() throws {
        #expect(try #require(HelpCommand.text(for: ["client.search"])).contains("CLIENT.SEARCH"))
        #expect(try #require(HelpCommand.text(for: ["client", "setname"])).contains("SETNAME"))
        let both = try #require(HelpCommand.text(for: ["snapshot"]))
        #expect(both.contains("USAGE: carnet snapshot") && both.contains("SNAPSHOT [tenant]"))
        #expect(HelpCommand.text(for: ["nix"]) == nil)
        let all = try #require(HelpCommand.text(for: []))
        #expect(all.contains("carnet serve --demo") && all.contains("CLIENT.REACTIVATE"))
    }

    static func parse(_ line: String) throws -> any ParsableCommand {
        let arguments = line.split(separator: " ").map {
            $0.hasSuffix("--data=") ? "--data=" : String($0)
        }
        return try Carnet.parseAsRoot(arguments)
    }

    private static func words(_ command: any ParsableCommand) throws -> [String]? {
        switch command {
        case let command as SearchCommand: command.words.words
        case let command as TenantCreateCommand: command.words.words
        case let command as TenantGetCommand: command.words.words
        case let command as TenantSetCommand: command.words.words
        case let command as ClientAddCommand: command.words.words
        case let command as ClientGetCommand: command.words.words
        case let command as ClientSetCommand: command.words.words
        case let command as ClientListCommand: command.words.words
        case let command as ClientCountCommand: command.words.words
        case let command as ClientDeactivateCommand: command.words.words
        case let command as ClientReactivateCommand: command.words.words
        case let command as MergeCommand: command.words.words
        case let command as UnmergeCommand: command.words.words
        case let command as MergesCommand: command.words.words
        case let command as DistinctCommand: command.words.words
        default: nil
        }
    }
}
