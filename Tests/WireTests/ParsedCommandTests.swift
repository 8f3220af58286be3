import CarnetBytes
import CarnetTestKit
import CarnetWire
import Testing

@Suite struct ParsedCommandTests {
    // What stands where.

    @Test func aClientAddIsToldApart() {
        let line = ParsedLine(
            "client.add bistro first Ada KEY k-1 last \"Love lace\" ANYWAY NOT 1 007 x.seat window"
        )
        #expect(line.error == nil)
        #expect(line.parsed.id == .clientAdd)
        #expect(line.text { $0.argument(0, in: $1)?.text() } == "bistro")
        #expect(line.parsed.pairCount == 3)
        let pairs = (0..<3).map { index in
            line.text {
                $0.pairName(index, in: $1).text() + "=" + $0.pairValue(index, in: $1).text()
            }
        }
        #expect(pairs == ["first=Ada", "last=Love lace", "x.seat=window"])
        #expect(line.parsed.has(.anyway) && line.parsed.has(.key) && !line.parsed.has(.dryRun))
        #expect(line.text { $0.value(.key, in: $1)?.text() } == "k-1")
        #expect(line.parsed.valueCount(.not) == 2)
        #expect(line.text { $0.value(.not, 0, in: $1)?.text() } == "1")
        #expect(line.text { $0.value(.not, 1, in: $1)?.text() } == "007")
        #expect(line.text { $0.value(.not, 2, in: $1)?.text() } == nil)
        #expect(line.text { $0.value(.anyway, in: $1)?.text() } == nil)
    }

    @Test func valuesMayLookLikeOptionsAndFields() {
        let line = ParsedLine("CLIENT.ADD bistro first KEY last first note ANYWAY KEY NOT")
        #expect(line.error == nil)
        #expect(line.parsed.pairCount == 3)
        #expect(line.text { $0.pairValue(0, in: $1).text() } == "KEY")
        #expect(line.text { $0.value(.key, in: $1)?.text() } == "NOT")
        #expect(!line.parsed.has(.anyway))
        let search = ParsedLine("CLIENT.SEARCH bistro LIMIT LIMIT 5")
        #expect(search.text { $0.argument(1, in: $1)?.text() } == "LIMIT")
        #expect(search.text { $0.value(.limit, in: $1)?.text() } == "5")
    }

    /// A line, and the words of each positional argument, `-` for one left out, then of the rest.
    @Test(arguments: [
        ("PING", CommandID.ping, ["-"], []),
        ("ping hi", .ping, ["hi"], []),
        ("AUTH secret", .auth, ["-", "secret"], []),
        ("AUTH name secret", .auth, ["name", "secret"], []),
        ("HELLO", .hello, ["-"], []),
        ("hello 3 auth a b setname c", .hello, ["3"], []),
        ("HELLO SETNAME c", .hello, ["-"], []),
        ("client setname desk", .connectionSetName, ["desk"], []),
        ("CLIENT LIST ID 1 2", .connectionList, [], []),
        ("CLIENT SETINFO lib-name x", .connectionSetInfo, ["lib-name", "x"], []),
        ("COMMAND", .command, [], []),
        ("COMMAND INFO", .commandInfo, ["-"], []),
        ("COMMAND INFO get set", .commandInfo, ["get"], ["get", "set"]),
        (
            "COMMAND GETKEYS CLIENT.GET b 1 FIELDS a", .commandGetKeys, ["CLIENT.GET"],
            ["CLIENT.GET", "b", "1", "FIELDS", "a"]
        ),
        ("CONFIG SET durability none", .configSet, [], []),
        ("SNAPSHOT", .snapshot, ["-"], []),
        ("SNAPSHOT bistro", .snapshot, ["bistro"], []),
        ("WAITLSN 7", .waitLSN, ["7", "-"], []),
        ("WAITLSN 7 100", .waitLSN, ["7", "100"], []),
        ("CLIENT.GET bistro 7", .clientGet, ["bistro", "7"], []),
        ("CLIENT.GET bistro EMAIL a@b", .clientGet, ["bistro", "-"], []),
        ("CLIENT.GET EMAIL EMAIL EMAIL", .clientGet, ["EMAIL", "-"], []),
        (
            "CLIENT.DEACTIVATE bistro 1 2 3 KEY k", .clientDeactivate, ["bistro", "1"],
            ["1", "2", "3"]
        ),
        ("CLIENT.UPSERT bistro EXTERNAL crm-1", .clientUpsert, ["bistro"], []),
    ])
    func positionalArguments(
        line: String,
        id: CommandID,
        arguments: [String],
        rest: [String]
    ) {
        let parsed = ParsedLine(line)
        #expect(parsed.error == nil)
        #expect(parsed.parsed.id == id)
        let found = arguments.indices.map { place in
            parsed.text { $0.argument(place, in: $1)?.text() } ?? "-"
        }
        #expect(found == arguments)
        #expect(!parsed.parsed.hasArgument(arguments.count))
        let words = (0..<parsed.parsed.restCount).map { index in
            parsed.text { $0.rest(index, in: $1).text() } ?? ""
        }
        #expect(words == rest)
    }

    // What is refused.

    /// A line, and the sentence that it gets.
    @Test(arguments: [
        ("FLY", "ERR unknown command 'FLY'; COMMAND LIST shows the commands"),
        (
            "CLIENT.GTE a 1",
            "ERR unknown command 'CLIENT.GTE'; did you mean CLIENT.GET? COMMAND LIST shows the "
                + "commands"
        ),
        (
            "client_add a",
            "ERR unknown command 'client_add'; did you mean CLIENT.ADD? COMMAND LIST shows the "
                + "commands"
        ),
        (
            "get a",
            "ERR unknown command 'get': Carnet keeps clients, not keys; did you mean CLIENT.GET? "
                + "COMMAND LIST shows the commands"
        ),
        (
            "ZADD a 1 b",
            "ERR unknown command 'ZADD': Carnet keeps clients, not keys; COMMAND LIST shows the "
                + "commands"
        ),
        (
            "MULTI",
            "ERR unknown command 'MULTI': all-or-none is per command here; give each write a KEY "
                + "and send it again if its reply is lost"
        ),
        (
            "CLIENT GET bistro 1",
            "ERR unknown subcommand 'GET'. Did you mean CLIENT.GET? Try CLIENT HELP."
        ),
        (
            "CLIENT serach bistro x",
            "ERR unknown subcommand 'serach'. Did you mean CLIENT.SEARCH? Try CLIENT HELP."
        ),
        ("CLIENT KILL 1", "ERR unknown subcommand 'KILL'. Try CLIENT HELP."),
        ("CONFIG REWRITE", "ERR unknown subcommand 'REWRITE'. Try CONFIG HELP."),
        (
            "CLIENT",
            "ERR wrong number of arguments for 'client' command; write CLIENT subcommand …; "
                + "CLIENT HELP lists them"
        ),
        (
            "CLIENT SETNAME",
            "ERR wrong number of arguments for 'client|setname' command; write CLIENT SETNAME name"
        ),
        ("TIME 1", "ERR wrong number of arguments for 'time' command; write TIME"),
        ("TIME X", "ERR wrong number of arguments for 'time' command; write TIME"),
        (
            "TENANT.DROP bistro",
            "ERR TENANT.DROP needs CONFIRM tenant; write TENANT.DROP tenant CONFIRM tenant"
                + " [IFVERSION version] [DRYRUN] [DURABLE always]"
        ),
        (
            "TENANT.SET bistro",
            "ERR wrong number of arguments for 'tenant.set' command; write TENANT.SET tenant "
                + "setting value … [IFVERSION version] [DRYRUN] [KEY key] [DURABLE always]"
        ),
        (
            "CLIENT.SET bistro 1 first",
            "ERR 'first' of CLIENT.SET has no value; write first and its value behind it"
        ),
        (
            "CLIENT.SET bistro 1 first Ada KEY",
            "ERR 'KEY' of CLIENT.SET has no value; write KEY and its value behind it"
        ),
        (
            "CLIENT.SET bistro 1 first Ada KEY a KEY b",
            "ERR option KEY of CLIENT.SET stands twice; write it once"
        ),
        (
            "CLIENT.SET bistro 1 First Ada",
            "ERR unknown option 'First' of CLIENT.SET; a field is written in lower case and its "
                + "value follows; the options are REASON IFVERSION DRYRUN KEY DURABLE"
        ),
        (
            "CLIENT.SET bistro 1 first Ada IFVERSOIN 2",
            "ERR unknown option 'IFVERSOIN' of CLIENT.SET; did you mean IFVERSION? a field is "
                + "written in lower case and its value follows; the options are REASON IFVERSION DRYRUN "
                + "KEY DURABLE"
        ),
        (
            "CLIENT.SET bistro 1 first Ada 5",
            "ERR word 6 of CLIENT.SET, '5', is not expected there; a field is written in lower case"
                + " and its value follows; the options are REASON IFVERSION DRYRUN KEY DURABLE"
        ),
        (
            "CLIENT.COUNT bistro tag vip",
            "ERR word 3 of CLIENT.COUNT, 'tag', is not expected there; write the option as TAG, in "
                + "upper case"
        ),
        (
            "CLIENT.COUNT bistro \"\"",
            "ERR word 3 of CLIENT.COUNT, '', is not expected there; the options are VIEW STATUS TAG "
                + "LANGUAGE NEWSLETTER CONSENT BLOCKED HAS SOURCE WHERE FROM TO NOSHOWS "
                + "LASTFROM LASTTO ASOF"
        ),
        ("CLIENT.GET bistro", "ERR CLIENT.GET needs exactly one of id, EMAIL, PHONE and EXTERNAL"),
        (
            "CLIENT.GET bistro 1 EMAIL a@b",
            "ERR CLIENT.GET needs exactly one of id, EMAIL, PHONE and EXTERNAL"
        ),
        (
            "CLIENT.GET bistro email a@b",
            "ERR word 3 of CLIENT.GET, 'email', is not expected there; write the option as EMAIL, in"
                + " upper case"
        ),
    ])
    func badLinesGetOneSentence(line: String, sentence: String) throws {
        let error = try #require(ParsedLine(line).error)
        #expect("\(error.code.text) \(error.message)" == sentence)
    }

    @Test func aLongOrStrangeWordIsShownShortAndClean() throws {
        let word = String(repeating: "x", count: 100)
        let error = try #require(ParsedLine("\"a\\r\\nb\(word)\"").error)
        #expect(!error.message.contains("\n") && !error.message.contains("\r"))
        #expect(error.message.count < 150)
    }

    // Values.

    @Test(arguments: [
        ("CLIENT.LIST b", "20"), ("CLIENT.LIST b LIMIT 1", "1"),
        ("CLIENT.LIST b LIMIT 0001000", "1000"),
        ("CLIENT.LIST b LIMIT 1001", "INVALID LIMIT is out of range: '1001'; it must be 1 to 1000"),
        ("CLIENT.LIST b LIMIT 0", "INVALID LIMIT is out of range: '0'; it must be 1 to 1000"),
        (
            "CLIENT.LIST b LIMIT AFTER",
            "INVALID LIMIT is not right: 'AFTER'; it must be a whole number"
        ),
        (
            "CLIENT.LIST b LIMIT 99999999999999999999",
            "INVALID LIMIT is not right: '99999999999999999999'; it must be a whole number"
        ),
    ])
    func limit(line: String, result: String) {
        let line = ParsedLine(line)
        let found = line.text { parsed, bytes in
            do throws(ArgumentError) {
                return String(try parsed.limit(in: bytes))
            } catch {
                return "\(error.code.text) \(error.message)"
            }
        }
        #expect(found == result)
    }

    @Test(arguments: [
        ("CLIENT.LIST b", "nil nil nil"),
        ("CLIENT.LIST b STATUS any NEWSLETTER no", "4 false nil"),
        (
            "CLIENT.LIST b STATUS gone",
            "STATUS is not right: 'gone'; it must be one of active inactive merged erased any"
        ),
        (
            "CLIENT.LIST b STATUS Any",
            "STATUS is not right: 'Any'; it must be one of active inactive merged erased any"
        ),
        (
            "CLIENT.LIST b NEWSLETTER perhaps",
            "NEWSLETTER is not right: 'perhaps'; it must be yes, no, true, false, 1 or 0"
        ),
    ])
    func choicesAndYesNo(line: String, result: String) {
        let line = ParsedLine(line)
        let found = line.text { parsed, bytes in
            do throws(ArgumentError) {
                let status = try parsed.choice(.status, in: bytes).map { "\($0)" } ?? "nil"
                let newsletter = try parsed.yesNo(.newsletter, in: bytes).map { "\($0)" } ?? "nil"
                return "\(status) \(newsletter) nil"
            } catch {
                return error.message
            }
        }
        #expect(found == result)
    }

    @Test(arguments: [
        ("CLIENT.SET b 1 a b", "nil"), ("CLIENT.SET b 1 a b KEY k-1", "k-1"),
        (
            "CLIENT.SET b 1 a b KEY \"\"",
            "INVALID KEY is not right: ''; it must be a text of your own choice"
        ),
        (
            "CLIENT.SET b 1 a b KEY " + String(repeating: "k", count: 129),
            "TOOBIG KEY is too long: 129 bytes; it may have 128"
        ),
    ])
    func idempotencyKeys(line: String, result: String) {
        let line = ParsedLine(line)
        let found = line.text { parsed, bytes in
            do throws(ArgumentError) {
                guard let key = try parsed.idempotencyKey(in: bytes) else { return "nil" }
                return key.text()
            } catch {
                return "\(error.code.text) \(error.message)"
            }
        }
        #expect(found == result)
    }

    @Test func numbersNameTheirArgument() throws {
        let good = ParsedLine("CLIENT.SET bistro 0012 first A IFVERSION 3")
        #expect(try unsafe good.parsed.numberArgument(1, in: good.bytes.span.bytes) == 12)
        #expect(try unsafe good.parsed.number(.ifVersion, in: good.bytes.span.bytes) == 3)
        #expect(try unsafe good.parsed.number(.key, in: good.bytes.span.bytes) == nil)
        let bad = ParsedLine("CLIENT.SET bistro 0 first A")
        #expect(throws: ArgumentError.outOfRange(argument: "id", word: "0", least: 1, most: 9)) {
            try unsafe bad.parsed.numberArgument(
                1,
                in: bad.bytes.span.bytes,
                atLeast: 1,
                atMost: 9
            )
        }
        let mode = ParsedLine("mode json")
        #expect(try unsafe mode.parsed.choiceArgument(0, in: mode.bytes.span.bytes) == 0)
        let ids = ParsedLine("CLIENT.DEACTIVATE bistro 3 -1")
        #expect(try unsafe ids.parsed.restNumber(0, in: ids.bytes.span.bytes) == 3)
        #expect(
            throws: ArgumentError.badValue(
                argument: "id",
                word: "-1",
                expected: "a whole number"
            )
        ) {
            try unsafe ids.parsed.restNumber(1, in: ids.bytes.span.bytes)
        }
    }

    /// Goal: a reused command keeps nothing of the one before. Method: random good and bad lines in
    /// one value, compared with a fresh one.
    @Test(arguments: 1...50 as ClosedRange<UInt64>)
    func nothingIsLeftOfTheCommandBefore(seed: UInt64) {
        let lines = [
            "CLIENT.ADD b first A last B KEY k ANYWAY NOT 1 2 3", "CLIENT.LIST b TAG a TAG b HAS c",
            "CLIENT.GET b 1", "CLIENT.GET b EMAIL e FIELDS f", "PING", "HELLO 3 AUTH a b",
            "CLIENT.DEACTIVATE b 1 2 3", "CLIENT.ADD b first", "CLIENT GET", "COMMAND INFO a b c",
        ]
        var random = SeededRandom(seed: seed)
        var reused = ParsedCommand()
        for _ in 0..<20 {
            guard let line = lines.randomElement(using: &random) else { return }
            let bytes = Array((line + "\n").utf8)
            var fresh = ParsedCommand()
            let one = Self.summary(of: &reused, bytes)
            #expect(one == Self.summary(of: &fresh, bytes), "seed \(seed): \(line)")
        }
    }

    private static func summary(of parsed: inout ParsedCommand, _ sent: [UInt8]) -> String {
        var decoder = CommandDecoder()
        let bytes = unsafe sent.span.bytes
        _ = decoder.next(in: bytes, from: 0, into: &parsed.words)
        do throws(ArgumentError) {
            try parsed.parse(bytes)
        } catch {
            return error.message
        }
        var parts = ["\(parsed.id)", "\(parsed.restCount)", "\(parsed.pairCount)"]
        for place in 0..<4 { parts.append(parsed.argument(place, in: bytes)?.text() ?? "-") }
        for option in OptionID.allCases where parsed.has(option) {
            let values = (0..<parsed.valueCount(option)).map {
                parsed.value(option, $0, in: bytes)?.text() ?? "-"
            }
            parts.append("\(option)=\(values)")
        }
        return parts.joined(separator: " ")
    }

    /// Goal: no words trap. Method: words of commands, options, numbers and rubbish at random.
    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func randomWordsNeverTrap(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let names = CommandTable.declarations.flatMap { $0.name.split(separator: " ") }
            .map(String.init)
        let words =
            OptionID.allCases.map(\.token) + ["first", "x.y", "", "1", "-1", "é", "a b", "\0"]
        for _ in 0..<20 {
            var line = [names.randomElement(using: &random) ?? ""]
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                let isName = Int.random(in: 0..<6, using: &random) == 0
                line.append((isName ? names : words).randomElement(using: &random) ?? "")
            }
            let sent = Array(resp(line).utf8)
            var parsed = ParsedCommand()
            let summary = Self.summary(of: &parsed, sent)
            #expect(!summary.isEmpty, "seed \(seed)")
        }
    }
}
