import CarnetBytes
import CarnetWire
import Testing

@Suite struct CommandDeclarationTests {
    private func find(_ name: some StringProtocol, in container: CommandID? = nil) -> CommandID? {
        let name = Array(name.utf8)
        let bytes = unsafe name.span.bytes
        guard let container else { return CommandLookup.find(bytes) }
        return CommandLookup.find(bytes, in: container)
    }

    @Test func everyCommandIsDeclaredOnceAndFound() {
        for id in CommandID.allCases {
            let declaration = id.declaration
            #expect(declaration.id == id)
            let words = declaration.name.split(separator: " ").map(String.init)
            var found: CommandID?
            for spelling in [declaration.name, declaration.name.lowercased()] {
                let parts = spelling.split(separator: " ")
                found = find(parts[0])
                if parts.count == 2, let container = found {
                    #expect(container.isContainer)
                    found = find(parts[1], in: container)
                }
                #expect(found == id, "\(spelling)")
            }
            #expect(words.count == 2 ? declaration.container != nil : declaration.container == nil)
            #expect(CommandLookup.find(name: declaration.name.lowercased()) === declaration)
        }
        let names = CommandTable.declarations.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(OptionID.allCases.count <= 128)
    }

    @Test(arguments: [
        "", "P", "PINGG", "CLIENT.", "CLIENT.GETT", "CLIENT.DEACTIVATE.", "CLIENT\0ADD",
        "P\u{131}NG",
        String(repeating: "A", count: 24), String(repeating: "A", count: 25), "SETNAME",
    ])
    func otherNamesAreNotFound(name: String) {
        #expect(find(name) == nil)
    }

    @Test func lookupFoldsLettersOnly() {
        // Each byte that a letter would turn into by one bit, at every place.
        for declaration in CommandTable.declarations where declaration.container == nil {
            let name = Array(declaration.name.utf8)
            for place in name.indices {
                for byte in UInt8.min...UInt8.max {
                    var changed = name
                    changed[place] = byte
                    let same =
                        byte == name[place]
                        || (byte ^ name[place] == 0x20 && name[place] >= UInt8(ascii: "A"))
                    let found = unsafe CommandLookup.find(changed.span.bytes)
                    #expect((found == declaration.id) == same, "\(declaration.name) \(byte)")
                }
            }
        }
    }

    @Test func everyDeclarationSaysEverything() {
        for declaration in CommandTable.declarations {
            let name = declaration.name
            #expect(declaration.summary.first?.isUppercase == true, "\(name)")
            #expect(!declaration.summary.hasSuffix("."), "\(name)")
            #expect(!declaration.reply.isEmpty, "\(name)")
            #expect(!declaration.examples.isEmpty, "\(name)")
            #expect(
                Set(declaration.options.map(\.id)).count == declaration.options.count,
                "\(name)"
            )
            let isWrite = declaration.flags.contains(.write)
            #expect(!(isWrite && declaration.flags.contains(.readOnly)), "\(name)")
            // What TENANT.DROP answered can't be remembered: the tenant that would remember is gone.
            // Nor what is about tokens and accounts: no tenant would, and a secret is told once.
            let remembers =
                isWrite && declaration.id != .tenantDrop
                && ![.tokens, .accounts].contains(declaration.group)
            let options = declaration.options.map(\.id)
            #expect(options.contains(.key) == remembers, "\(name)")
            #expect(options.contains(.durable) == isWrite, "\(name)")
            let isAboutPeople = [
                "CLIENT.", "TENANT.", "CONSENT.", "ERASURE.", "VIEW.", "BOOKING.",
                "LINK.", "POINTS.", "KEEPOUT.",
            ].contains { name.hasPrefix($0) }
            // A code that may be tried without counting would be no secret.
            if isAboutPeople, declaration.id != .bookingVerify {
                #expect(options.contains(.dryRun) == isWrite, "\(name)")
            }
            let isOfTenant = [CommandID.accountInvite, .accountLogin, .accountAdmin]
                .contains(declaration.id)
            if isAboutPeople || isOfTenant, declaration.id != .tenantList {
                #expect(declaration.firstKey == 1, "\(name)")
                #expect(declaration.errors.contains(.noTenant) || declaration.id == .tenantCreate)
            } else {
                #expect(declaration.firstKey == 0, "\(name)")
            }
        }
    }

    /// Each example is a command that the parser takes, and the one that it is an example of.
    @Test func examplesAreRight() {
        for declaration in CommandTable.declarations {
            for example in declaration.examples {
                let line = ParsedLine(example.command)
                #expect(line.error == nil, "\(example.command)")
                let helps = [CommandID.connection: CommandID.connectionID, .config: .configGet]
                #expect(line.parsed.id == helps[declaration.id] ?? declaration.id)
            }
        }
    }

    /// Who may do what: the roles besides `admin`, who may do all.
    @Test(arguments: [
        ("PING AUTH HELLO COMMAND HELP TIME MODE", "platform staff partner client monitor"),
        ("TENANT.CREATE TENANT.DROP SNAPSHOT VERIFY CONFIG SHUTDOWN", ""),
        ("INFO TENANT.LIST TENANT.STATS SNAPSHOT.STATUS", "platform staff monitor"),
        (
            "TENANT.GET TENANT.SET TENANT.DIGEST CLIENT.ADD CLIENT.SET CLIENT.UPSERT",
            "platform staff"
        ),
        ("CLIENT.SEARCH CLIENT.LIST CLIENT.COUNT CLIENT.DEACTIVATE", "platform staff"),
        ("CLIENT.GET", "platform staff client"),
        ("WAITLSN", "platform staff partner client"),
    ])
    func whoMayDoWhat(commands: String, roles: String) throws {
        for name in commands.split(separator: " ") {
            let declaration = try #require(CommandLookup.find(name: String(name)))
            let may = Role.allCases.filter(declaration.allows)
            #expect(may.first == .admin, "\(name)")
            #expect(may.dropFirst().map(\.name).joined(separator: " ") == roles, "\(name)")
        }
    }

    @Test(arguments: [
        ("PING", -1), ("ECHO", 2), ("HELLO", -1), ("AUTH", -2), ("TIME", 1), ("SELECT", 2),
        ("CLIENT", -2), ("CLIENT SETNAME", 3), ("CLIENT ID", 2), ("COMMAND", -1),
        ("COMMAND INFO", -2), ("COMMAND GETKEYS", -3), ("CONFIG", -2), ("CONFIG GET", -3),
        ("CONFIG SET", -4), ("TENANT.CREATE", -2), ("TENANT.LIST", -1), ("TENANT.DROP", -4),
        ("TENANT.STATS", 2), ("CLIENT.ADD", -4), ("CLIENT.GET", -3), ("CLIENT.SET", -5),
        ("CLIENT.UPSERT", -4), ("CLIENT.SEARCH", -3), ("CLIENT.DEACTIVATE", -3), ("WAITLSN", -2),
    ])
    func arity(name: String, arity: Int) {
        #expect(CommandLookup.find(name: name)?.arity == arity)
    }

    @Test(arguments: [
        (
            "CLIENT.GET",
            "CLIENT.GET tenant (id | EMAIL email | PHONE phone | EXTERNAL ref) "
                + "[FIELDS f,f] [ASOF time]"
        ),
        (
            "CLIENT.DEACTIVATE",
            "CLIENT.DEACTIVATE tenant id … [CANCEL yes|no] [NOTIFY yes|no] [IFVERSION version] [DRYRUN] [KEY key]"
                + " [DURABLE always]"
        ),
        ("AUTH", "AUTH [name] secret"),
        ("MODE", "MODE JSON|RESP"),
        ("HELLO", "HELLO [protover] [AUTH name secret] [SETNAME connection]"),
        ("CONFIG SET", "CONFIG SET name value …"),
        (
            "CLIENT.UPSERT",
            "CLIENT.UPSERT tenant EXTERNAL ref [field value …] [ONLINE] [IFVERSION version] "
                + "[DRYRUN] [KEY key] [DURABLE always]"
        ),
    ])
    func usage(name: String, usage: String) {
        #expect(CommandLookup.find(name: name)?.usage == usage)
    }
}
