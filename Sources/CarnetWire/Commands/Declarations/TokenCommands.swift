// Commands about who may connect.
extension CommandDeclaration {
    static let tokenCreate = CommandDeclaration(
        .tokenCreate,
        "TOKEN.CREATE",
        "Lets somebody in: makes a token and tells its secret, this once",
        in: .tokens,
        arguments: [Positional("name", .word)],
        options: [
            OptionUse(
                .role,
                "role",
                .choice(["admin", "platform", "staff", "partner", "monitor"]),
                isRequired: true,
                "what its holder may do at most"
            ),
            OptionUse(
                .tenant,
                "tenant",
                .tenant,
                takesMany: true,
                "the venues that it may ask about; all where it is left out"
            ),
            OptionUse(.partner, "partner", .word, "whom a token of role partner acts for"),
            OptionUse(.expires, "time", .time, "from then on nobody is let in with it"),
            .durable,
        ],
        reply: "map: name, role, secret, lsn; a connection says AUTH name secret",
        errors: [.exists, .invalid, .quota, .overload, .full],
        from: .admin,
        flags: [.write, .admin, .denyOOM, .fast],
        examples: [
            ("TOKEN.CREATE desk ROLE staff TENANT bistro", "name desk, role staff, secret …, lsn 7")
        ]
    )

    static let tokenList = CommandDeclaration(
        .tokenList,
        "TOKEN.LIST",
        "Lists the tokens by name; no secret is told",
        in: .tokens,
        options: [.limit, .after],
        reply: "map: total, cursor where more follow, tokens (list of maps: name, role, created, "
            + "tenants where it is not for all, partner, expires, expired)",
        errors: [.invalid],
        from: .admin,
        flags: [.readOnly, .admin],
        complexity: "O(tokens)",
        examples: [("TOKEN.LIST", "total 1, tokens name desk, role staff, tenants bistro, …")]
    )

    static let tokenRevoke = CommandDeclaration(
        .tokenRevoke,
        "TOKEN.REVOKE",
        "Takes a token away; connections that came in with it may do nothing more",
        in: .tokens,
        arguments: [Positional("name", .word)],
        options: [.durable],
        reply: "map: name, lsn",
        errors: [.invalid, .overload, .full],
        from: .admin,
        flags: [.write, .admin, .fast],
        examples: [("TOKEN.REVOKE desk", "name desk, lsn 8")]
    )
}
