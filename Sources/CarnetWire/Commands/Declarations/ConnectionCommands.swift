// Commands about the connection itself. They answer as Redis answers them, so that client
// libraries connect unmodified; their options may be written in any case.
extension CommandDeclaration {
    static let ping = CommandDeclaration(
        .ping,
        "PING",
        "Answers PONG, or the message",
        in: .connection,
        arguments: [Positional("message", .text, isOptional: true)],
        reply: "PONG, or the message",
        flags: [.fast, .loading, .stale],
        examples: [("PING", "PONG")]
    )

    static let echo = CommandDeclaration(
        .echo,
        "ECHO",
        "Answers the message",
        in: .connection,
        arguments: [Positional("message", .text)],
        reply: "the message",
        flags: [.fast, .loading, .stale],
        examples: [("ECHO hello", "hello")]
    )

    static let hello = CommandDeclaration(
        .hello,
        "HELLO",
        "Chooses RESP2 or RESP3, and may authenticate and name the connection",
        in: .connection,
        arguments: [Positional("protover", .number, isOptional: true)],
        options: [
            OptionUse(
                .auth,
                values: [Positional("name", .word), Positional("secret", .secret)],
                "authenticate as AUTH does"
            ),
            OptionUse(.setName, "connection", .word, "name the connection as CLIENT SETNAME does"),
        ],
        reply: "map: server, version, proto, id, mode, role, modules",
        errors: [.noProto, .wrongPass],
        flags: [.fast, .loading, .stale, .noAuth],
        examples: [("HELLO 3", "server carnet, version 7.2.0, proto 3, …")]
    )

    static let auth = CommandDeclaration(
        .auth,
        "AUTH",
        "Authenticates the connection by a token",
        in: .connection,
        arguments: [Positional("name", .word, isOptional: true), Positional("secret", .secret)],
        reply: "OK",
        errors: [.wrongPass],
        flags: [.fast, .loading, .stale, .noAuth],
        examples: [("AUTH front-desk 5f2c", "OK")]
    )

    static let quit = CommandDeclaration(
        .quit,
        "QUIT",
        "Answers, then closes the connection",
        in: .connection,
        reply: "OK",
        flags: [.fast, .loading, .stale, .noAuth],
        examples: [("QUIT", "OK")]
    )

    static let reset = CommandDeclaration(
        .reset,
        "RESET",
        "Puts the connection back to RESP2, unnamed and unauthenticated",
        in: .connection,
        reply: "RESET",
        flags: [.fast, .loading, .stale, .noAuth],
        examples: [("RESET", "RESET")]
    )

    static let select = CommandDeclaration(
        .select,
        "SELECT",
        "Accepts 0, the only number; venues are tenants here",
        in: .connection,
        arguments: [Positional("index", .number)],
        reply: "OK",
        flags: [.fast, .loading, .stale],
        examples: [("SELECT 0", "OK")]
    )

    static let mode = CommandDeclaration(
        .mode,
        "MODE",
        "Chooses JSON lines or RESP for the replies of this connection",
        in: .connection,
        arguments: [Positional("form", .choice(["JSON", "RESP"]))],
        reply: "OK, in the form chosen",
        flags: [.fast, .loading, .stale],
        examples: [("MODE JSON", "\"OK\"")]
    )

    static let connection = CommandDeclaration(
        .connection,
        "CLIENT",
        "About connections, as in Redis; the people of a venue are behind CLIENT. with a dot",
        in: .connection,
        reply: "that of the subcommand",
        flags: [],
        examples: [("CLIENT ID", "7")]
    )

    static let connectionSetName = CommandDeclaration(
        .connectionSetName,
        "CLIENT SETNAME",
        "Names the connection",
        in: .connection,
        arguments: [Positional("name", .word)],
        reply: "OK",
        flags: [.fast, .loading, .stale],
        examples: [("CLIENT SETNAME front-desk", "OK")]
    )

    static let connectionGetName = CommandDeclaration(
        .connectionGetName,
        "CLIENT GETNAME",
        "Tells the connection's name",
        in: .connection,
        reply: "the name, or null",
        flags: [.fast, .loading, .stale],
        examples: [("CLIENT GETNAME", "front-desk")]
    )

    static let connectionSetInfo = CommandDeclaration(
        .connectionSetInfo,
        "CLIENT SETINFO",
        "Takes the name or version of a client library",
        in: .connection,
        arguments: [Positional("attribute", .word), Positional("value", .text)],
        reply: "OK",
        flags: [.fast, .loading, .stale],
        examples: [("CLIENT SETINFO LIB-NAME redis-py", "OK")]
    )

    static let connectionID = CommandDeclaration(
        .connectionID,
        "CLIENT ID",
        "Tells the connection's number",
        in: .connection,
        reply: "a number, never used again",
        flags: [.fast, .loading, .stale],
        examples: [("CLIENT ID", "7")]
    )

    static let connectionInfo = CommandDeclaration(
        .connectionInfo,
        "CLIENT INFO",
        "Tells what is known of this connection",
        in: .connection,
        reply: "one line of name=value",
        flags: [.fast, .loading, .stale],
        examples: [("CLIENT INFO", "id=7 addr=127.0.0.1:50112 name=front-desk …")]
    )

    static let connectionList = CommandDeclaration(
        .connectionList,
        "CLIENT LIST",
        "Lists the connections; clients are in CLIENT.LIST",
        in: .connection,
        options: [
            OptionUse(.type, "normal", .word, "connections of one type; all are normal"),
            OptionUse(.id, "id", .id, takesMany: true, "only these connections"),
        ],
        reply: "a line of name=value for each connection",
        errors: [.noPerm],
        from: .admin,
        flags: [.admin, .loading, .stale],
        complexity: "O(connections)",
        examples: [("CLIENT LIST", "id=7 addr=127.0.0.1:50112 name=front-desk …")]
    )

    static let connectionNoEvict = CommandDeclaration(
        .connectionNoEvict,
        "CLIENT NO-EVICT",
        "Accepted; connections are never evicted",
        in: .connection,
        arguments: [Positional("on|off", .word)],
        reply: "OK",
        flags: [.fast, .loading, .stale],
        examples: [("CLIENT NO-EVICT on", "OK")]
    )

    static let connectionNoTouch = CommandDeclaration(
        .connectionNoTouch,
        "CLIENT NO-TOUCH",
        "Accepted; reading never changes what is kept",
        in: .connection,
        arguments: [Positional("on|off", .word)],
        reply: "OK",
        flags: [.fast, .loading, .stale],
        examples: [("CLIENT NO-TOUCH on", "OK")]
    )

    static let connectionHelp = CommandDeclaration(
        .connectionHelp,
        "CLIENT HELP",
        "Lists the subcommands",
        in: .connection,
        reply: "lines of text",
        flags: [.loading, .stale],
        examples: [("CLIENT HELP", "CLIENT <subcommand> …")]
    )
}
