import CarnetBytes
import CarnetWire
import Testing

/// COMMAND and HELP: the shapes are those that a Redis 7.0 answered for its own commands.
@Suite struct IntrospectionTests {
    private func answer(_ line: String, _ mode: ReplyMode = .resp2) -> String {
        let parsed = ParsedLine(line)
        return written(mode) { writer in
            if let error = parsed.error { return writer.error(error.code, error.message) }
            let bytes = unsafe parsed.bytes.span.bytes
            #expect(CommandIntrospection.answer(parsed.parsed, in: bytes, to: &writer))
        }
    }

    @Test func infoOfRESP2() {
        let expected =
            "*2|*10|$10|client.get|:-3|*2|+readonly|+fast|:1|:1|:1|*2|+@read|+@fast|*0|"
            + "*1|*6|$5|flags|*2|+RO|+access|$12|begin_search|*4|$4|type|$5|index|$4|spec|*2|$5|index"
            + "|:1|$9|find_keys|*4|$4|type|$5|range|$4|spec|*6|$7|lastkey|:0|$7|keystep|:1|$5|limit"
            + "|:0|*0|$-1|"
        #expect(answer("COMMAND INFO client.get nosuch") == expected)
    }

    @Test func infoOfRESP3() {
        let expected =
            "*2|*10|$10|client.get|:-3|~2|+readonly|+fast|:1|:1|:1|~2|+@read|+@fast|~0|"
            + "~1|%3|$5|flags|~2|+RO|+access|$12|begin_search|%2|$4|type|$5|index|$4|spec|%1|$5|index"
            + "|:1|$9|find_keys|%2|$4|type|$5|range|$4|spec|%3|$7|lastkey|:0|$7|keystep|:1|$5|limit"
            + "|:0|*0|_|"
        #expect(answer("COMMAND INFO client.get nosuch", .resp3) == expected)
    }

    @Test func infoOfAContainer() {
        let reply = answer("COMMAND INFO config")
        let start =
            "*1|*10|$6|config|:-2|*1|+admin|:0|:0|:0|*3|+@admin|+@dangerous|+@slow|*0|*0|*3|"
        #expect(reply.hasPrefix(start + "*10|$10|config|get|:-3|*3|+admin|+loading|+stale|:0|"))
    }

    @Test func docs() {
        let expected =
            "*2|$7|waitlsn|*10|$7|summary|$52|Waits until a log position would survive a power cut|"
            + "$5|since|$5|0.1.0|$5|group|$6|server|$10|complexity|$4|O(1)|$9|arguments|*2|"
            + "*4|$4|name|$3|lsn|$4|type|$7|integer|"
            + "*6|$4|name|$12|milliseconds|$4|type|$7|integer|$5|flags|*1|+optional|"
        #expect(answer("COMMAND DOCS waitlsn nosuch") == expected)
        #expect(answer("COMMAND DOCS nosuch", .resp3) == "%0|")
        let get = answer("COMMAND DOCS client.get")
        #expect(get.contains("*6|$4|name|$6|tenant|$4|type|$3|key|$14|key_spec_index|:0|"))
        #expect(
            get.contains(
                "*8|$4|name|$5|email|$4|type|$6|string|$5|token|$5|EMAIL|$5|flags|*1|+optional|"
            )
        )
        let mode = answer("COMMAND DOCS mode", .resp3)
        #expect(
            mode.contains(
                "%3|$4|name|$4|form|$4|type|$5|oneof|$9|arguments|*2|"
                    + "%3|$4|name|$4|json|$4|type|$10|pure-token|$5|token|$4|JSON|"
            )
        )
    }

    @Test func lists() {
        let all = CommandTable.declarations
        let top = all.count { $0.container == nil }
        #expect(answer("COMMAND COUNT") == ":\(top)|")
        #expect(answer("COMMAND").hasPrefix("*\(top)|*10|$4|ping|:-1|"))
        #expect(answer("COMMAND INFO").hasPrefix("*\(top)|*10|$4|ping|:-1|"))
        #expect(answer("COMMAND DOCS").hasPrefix("*\(top * 2)|$4|ping|"))
        #expect(answer("COMMAND LIST").hasPrefix("*\(all.count)|$4|ping|"))
        #expect(
            answer("COMMAND LIST FILTERBY PATTERN snap*")
                == "*2|$8|snapshot|$15|snapshot.status|"
        )
        #expect(answer("command list filterby aclcat nosuch") == "*0|")
        let writing = all.count { $0.flags.contains(.write) }
        #expect(answer("COMMAND LIST FILTERBY ACLCAT write").hasPrefix("*\(writing)|"))
        #expect(answer("COMMAND LIST FILTERBY MODULE x") == "*0|")
        #expect(answer("COMMAND LIST FILTERBY X x").hasPrefix("-ERR syntax error"))
    }

    @Test(arguments: [
        ("CLIENT.GET bistro 7", "*1|$6|bistro|"),
        ("client.add bistro first Ada", "*1|$6|bistro|"),
        ("SNAPSHOT bistro", "*1|$6|bistro|"),
        ("SNAPSHOT", "-ERR The command has no key arguments|"),
        ("PING", "-ERR The command has no key arguments|"),
        ("CLIENT LIST", "-ERR The command has no key arguments|"),
        ("CLIENT.GET bistro", "-ERR Invalid number of arguments specified for command|"),
        ("NOSUCH a", "-ERR Invalid command specified|"),
    ])
    func keys(command: String, reply: String) {
        #expect(answer("COMMAND GETKEYS " + command) == reply)
    }

    @Test(arguments: [
        ("client.get", "client.*", true), ("client.get", "*", true), ("", "*", true),
        ("client.get", "*.get", true), ("client.get", "c?ient.g*t", true), ("ab", "a", false),
        ("client.get", "tenant*", false), ("a", "", false), ("aXbXc", "a*b*d", false),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "*a*a*a*a*a*a*a*a*b", false), ("a", "??", false),
    ])
    func patterns(name: String, pattern: String, isLike: Bool) {
        #expect(CommandIntrospection.matches(name, pattern) == isLike)
    }

    @Test func help() {
        #expect(answer("HELP CLIENT.GET").contains("+CLIENT.GET tenant (id | EMAIL email"))
        #expect(answer("help client setname").contains("|+CLIENT SETNAME name|"))
        #expect(answer("HELP nosuch").hasPrefix("-ERR no command is called that"))
        #expect(answer("CLIENT HELP").hasPrefix("*19|+CLIENT <subcommand> [<arg>"))
        #expect(answer("HELP", .json).hasPrefix("[\"HELP NAME explains one command.\""))
        let overview = CommandHelp.overview()
        let reference = CommandReference.markdown()
        for declaration in CommandTable.declarations {
            #expect(overview.contains(declaration.name))
            #expect(reference.contains("\n### \(declaration.name)\n"))
            #expect(reference.contains(declaration.usage))
            for option in declaration.options { #expect(reference.contains("`\(option.id.token)")) }
        }
    }

    @Test func otherCommandsAreNotAnswered() {
        let parsed = ParsedLine("PING")
        var writer = ReplyWriter()
        let bytes = unsafe parsed.bytes.span.bytes
        #expect(!CommandIntrospection.answer(parsed.parsed, in: bytes, to: &writer))
        #expect(writer.byteCount == 0)
    }
}
