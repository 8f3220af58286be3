import CarnetWire
import Testing

/// Every command with every role and with a token of another venue, over the socket of a real server.
@Suite struct RoleTests {
    /// What each role may, as the protocol says it, written down once more: `staff` and those above
    /// it everything of their venues but what is named here.
    private static let adminsAlone: Set<String> = [
        "ACCOUNT.GET", "ACCOUNT.SET", "CLIENT LIST", "CONFIG", "CONFIG GET", "CONFIG SET",
        "SHUTDOWN", "SNAPSHOT",
        "TENANT.CREATE",
        "TENANT.DROP", "TOKEN.CREATE", "TOKEN.LIST", "TOKEN.REVOKE", "VERIFY",
    ]
    private static let monitors: Set<String> = [
        "INFO", "SNAPSHOT.STATUS", "TENANT.LIST", "TENANT.STATS",
    ]
    private static let partners: Set<String> = [
        "BOOKING.ADD", "BOOKING.CANCEL", "BOOKING.GET", "BOOKING.LIST", "BOOKING.MOVE",
        "POINTS.GET", "WAITLSN",
    ]
    /// Their own person's alone: see `theClientSeesItsOwnPersonAlone`.
    private static let clients: Set<String> = [
        "ACCOUNT.GET", "ACCOUNT.SET", "BOOKING.ADD", "BOOKING.CANCEL", "BOOKING.GET",
        "BOOKING.LIST", "BOOKING.MOVE", "CLIENT.EXPORT", "CLIENT.GET", "WAITLSN",
    ]
    private static let platforms: Set<String> = ["ACCOUNT.ADMIN", "ACCOUNT.CODES"]

    /// About the connection or the commands themselves: everybody's.
    private static let everybodys: Set<String> = [
        "ACCOUNT.SIGNIN", "AUTH", "CLIENT", "CLIENT GETNAME", "CLIENT HELP", "CLIENT ID",
        "CLIENT INFO",
        "CLIENT NO-EVICT", "CLIENT NO-TOUCH", "CLIENT SETINFO", "CLIENT SETNAME", "COMMAND",
        "COMMAND COUNT", "COMMAND DOCS", "COMMAND GETKEYS", "COMMAND HELP", "COMMAND INFO",
        "COMMAND LIST", "CONFIG HELP", "ECHO", "HELLO", "HELP", "MODE", "PING", "QUIT",
        "RESET", "SELECT", "TIME",
    ]

    private static func isFor(_ role: String, _ name: String) -> Bool {
        if everybodys.contains(name) || role == "admin" { return true }
        if role == "client" { return clients.contains(name) }
        if adminsAlone.contains(name) { return false }
        switch role {
        case "platform": return true
        case "staff": return !platforms.contains(name)
        case "monitor": return monitors.contains(name)
        case "partner": return partners.contains(name)
        default: return false
        }
    }

    /// A server with the venues that the examples name, and a token of each role.
    private static func server() throws -> (server: ServerProcess, secrets: [String: String]) {
        let server = try ServerProcess()
        let owner = try server.connect()
        for tenant in ["bistro", "elsewhere"] { try owner.call("TENANT.CREATE", tenant) }
        var secrets: [String: String] = [:]
        let asked: [(String, [String])] = [
            ("admin", []), ("monitor", []), ("platform", ["TENANT", "bistro"]),
            ("staff", ["TENANT", "bistro"]),
            ("partner", ["PARTNER", "ritz", "TENANT", "bistro"]),
        ]
        for (role, more) in asked {
            let reply = try owner.call(["TOKEN.CREATE", role, "ROLE", role] + more)
            secrets[role] = try #require(reply["secret"]?.text)
        }
        let foreign = try owner.call(
            "TOKEN.CREATE",
            "foreign",
            "ROLE",
            "platform",
            "TENANT",
            "elsewhere"
        )
        secrets["foreign"] = try #require(foreign["secret"]?.text)
        secrets["client"] = try client(owner, server)
        return (server, secrets)
    }

    /// The login of the person who is client 1 of bistro.
    private static let login = "ada@example.org"

    /// Has a client sign in; answers the secret of the session.
    private static func client(_ owner: Connection, _ server: ServerProcess) throws -> String {
        let fields = ["first", "Ada", "last", "Lovelace", "email", login, "note", internalNote]
        try owner.call(["CLIENT.ADD", "bistro"] + fields + ["ANYWAY"])
        try owner.call([
            "CLIENT.ADD", "bistro", "last", "Other", "email", "o@example.org", "ANYWAY",
        ])
        try owner.call("ACCOUNT.INVITE", "bistro", "1")
        let codes = try owner.call("ACCOUNT.CODES")
        let code = try #require(codes["codes"]?.members.first?["code"]?.text)
        let reply = try server.connect().call("ACCOUNT.SIGNIN", login, code)
        return try #require(reply["secret"]?.text)
    }

    private static let internalNote = "SitsAlone"

    /// The reply to a command's first example, on a connection of its own. Commands that end the
    /// connection, or wait, are of no use here once they are let through.
    private static func answer(
        _ declaration: CommandDeclaration,
        _ server: ServerProcess,
        _ name: String,
        _ secret: String
    ) throws -> RESPValue {
        let connection = try server.connect()
        let who = name == "client" ? login : name
        #expect(try connection.call("AUTH", who, secret) == .simple("OK"))
        let example = try #require(declaration.examples.first)
        try connection.send(example.command + "\r\n")
        return try connection.reply()
    }

    @Test(arguments: ["admin", "platform", "staff", "partner", "client", "monitor"])
    func everyCommandIsForTheRolesThatTheProtocolNames(role: String) throws {
        let (server, secrets) = try Self.server()
        let secret = try #require(secrets[role])
        for declaration in CommandTable.declarations {
            let isFor = Self.isFor(role, declaration.name)
            let known = Role(name: role).map { declaration.allows($0) }
            #expect(known == isFor, "\(declaration.name) and \(role)")
            // These are let through and then do what they say.
            if isFor, ["SHUTDOWN", "HELLO", "AUTH", "MODE"].contains(declaration.name) { continue }
            let reply = try Self.answer(declaration, server, role, secret)
            #expect(
                (reply.errorCode == "NOPERM") != isFor,
                "\(declaration.name) and \(role): \(reply)"
            )
        }
    }

    @Test func noCommandReachesAnotherVenue() throws {
        let (server, secrets) = try Self.server()
        let secret = try #require(secrets["foreign"])
        var count = 0
        for declaration in CommandTable.declarations where declaration.firstKey == 1 {
            let reply = try Self.answer(declaration, server, "foreign", secret)
            #expect(reply.errorCode == "NOPERM", "\(declaration.name): \(reply)")
            count += 1
        }
        #expect(count > 20)
        let connection = try server.connect()
        try connection.call("AUTH", "foreign", secret)
        let list = try connection.call("TENANT.LIST")
        #expect(list["total"]?.integer == 1)
        #expect(list["tenants"]?.members.first?["tenant"]?.text == "elsewhere")
    }

    @Test(arguments: [
        (role: "platform", isLetThrough: false), ("staff", false), ("admin", true),
    ])
    func R_RES_47_whatIsForSupportAlone(role: String, isLetThrough: Bool) throws {
        let (server, secrets) = try Self.server()
        let commands = [
            ["TENANT.SET", "bistro", "guest_override", "yes"],
            ["CLIENT.MERGE", "bistro", "1", "2", "FORCE", "REASON", "asked by phone"],
            ["CLIENT.SET", "bistro", "1", "last", "Lovelace", "REASON", "asked by phone"],
            ["ACCOUNT.SET", "bistro", "1", "EMAIL", "x@example.org", "REASON", "asked"],
        ]
        let connection = try server.connect()
        try connection.call("AUTH", role, try #require(secrets[role]))
        for command in commands {
            let reply = try connection.call(command)
            #expect((reply.errorCode != "NOPERM") == isLetThrough, "\(command): \(reply)")
        }
    }

    /// R-SAL-14: internal notes are never told below `staff`, whatever is asked for and how.
    @Test func R_SAL_14_theClientSeesItsOwnPersonAloneAndNoNotes() throws {
        let (server, secrets) = try Self.server()
        let secret = try #require(secrets["client"])
        for declaration in CommandTable.declarations where Self.isFor("client", declaration.name) {
            if ["SHUTDOWN", "HELLO", "AUTH", "MODE"].contains(declaration.name) { continue }
            let reply = try Self.answer(declaration, server, "client", secret)
            #expect(!"\(reply)".contains(Self.internalNote), "\(declaration.name)")
        }
        let connection = try server.connect()
        try connection.call("AUTH", Self.login, secret)
        let own = try connection.call("CLIENT.GET", "bistro", "1")
        #expect(own["last"]?.text == "Lovelace")
        let asked: [[String]] = [
            ["CLIENT.GET", "bistro", "1", "FIELDS", "id,note,blocked,block"],
            ["CLIENT.GET", "bistro", "EMAIL", Self.login],
            ["CLIENT.EXPORT", "bistro", "1"],
            ["ACCOUNT.GET"],
        ]
        for command in asked {
            let reply = try connection.call(command)
            #expect(reply.errorCode == nil, "\(command): \(reply)")
            #expect(!"\(reply)".contains(Self.internalNote), "\(command)")
        }
        for command in [
            ["CLIENT.GET", "bistro", "2"], ["CLIENT.GET", "bistro", "EMAIL", "o@example.org"],
            ["CLIENT.EXPORT", "bistro", "2"], ["CLIENT.GET", "bistro", "3"],
        ] {
            #expect(try connection.call(command).errorCode == "NOCLIENT", "\(command)")
        }
        #expect(
            try connection.call("CLIENT.GET", "bistro", "1", "ASOF", "2020-01-01").errorCode != nil
        )
    }

    @Test func whoHasNotAuthenticatedMayDoNothing() throws {
        let (server, _) = try Self.server()
        let connection = try server.connect()
        for declaration in CommandTable.declarations
        where !declaration.flags.contains(.noAuth) && declaration.name != "SHUTDOWN" {
            let example = try #require(declaration.examples.first)
            try connection.send(example.command + "\r\n")
            let reply = try connection.reply()
            #expect(reply.errorCode == "NOAUTH", "\(declaration.name): \(reply)")
        }
    }
}
