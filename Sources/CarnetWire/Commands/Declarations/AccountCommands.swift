// Commands about persons' own sign-ins, each one for the whole node.
extension CommandDeclaration {
    private static let accountReply =
        "map: account, login, email, proven (a code that was sent there came back), created, "
        + "signed_in, clients (list of maps: tenant, id), administers (tenants), prove where an "
        + "address must be proven first"

    static let accountInvite = CommandDeclaration(
        .accountInvite,
        "ACCOUNT.INVITE",
        "Sends a client a code to sign in with, or answers one to print; the one before it ends",
        in: .accounts,
        arguments: [.tenant, .id],
        options: [.durable],
        reply: "map: by email, message (ACCOUNT.CODES has it), expires, lsn; or by print, login, "
            + "code, expires, lsn, where the client has no address: then one must be proven "
            + "with it before anything else",
        errors: [.noTenant, .noClient, .invalid, .refused, .tooBig, .quota, .overload, .full],
        from: .staff,
        flags: [.write, .denyOOM, .fast],
        since: "0.2.0",
        examples: [
            (
                "ACCOUNT.INVITE bistro 1",
                "by email, message 41, expires 2026-12-12T15:00:00Z, lsn 41"
            ),
            (
                "ACCOUNT.INVITE bistro 2",
                "by print, login bistro/2, code 7KQP-X2MD-9RTW-4HJE, expires 2026-12-12T15:00:00Z, lsn 43"
            ),
        ]
    )

    static let accountCodes = CommandDeclaration(
        .accountCodes,
        "ACCOUNT.CODES",
        "Takes the codes that are to be sent by e-mail: for the program that sends them",
        in: .accounts,
        options: [.limit],
        reply:
            "map: codes (list of maps: message, to, purpose sign-in or address, login, code, expires, "
            + "tenant where a venue had it made); each is told once, and none outlives the process",
        errors: [.invalid],
        from: .platform,
        flags: [.fast],
        since: "0.2.0",
        examples: [
            (
                "ACCOUNT.CODES",
                "codes (message 41, to ada@example.org, purpose sign-in, login ada@example.org, code 7KQP-…, …)"
            )
        ]
    )

    static let accountSignIn = CommandDeclaration(
        .accountSignIn,
        "ACCOUNT.SIGNIN",
        "Signs a person in with a code; this connection is that client's from then on",
        in: .accounts,
        arguments: [Positional("login", .text), Positional("code", .secret)],
        options: [
            OptionUse(.tenant, "tenant", .tenant, "the venue at which it happens (R-RES-05)"),
            .durable,
        ],
        reply: "map: secret, expires, account, prove where an address must be proven first, lsn; "
            + "another connection says AUTH login secret",
        errors: [.wrongPass, .noTenant, .overload, .full],
        flags: [.write, .noAuth, .fast],
        since: "0.2.0",
        examples: [
            (
                "ACCOUNT.SIGNIN ada@example.org 7KQP-X2MD-9RTW-4HJE TENANT bistro",
                "secret …, expires 2026-12-28T15:00:00Z, account 1, lsn 45"
            )
        ]
    )

    static let accountGet = CommandDeclaration(
        .accountGet,
        "ACCOUNT.GET",
        "The caller's own account; for the helpdesk (role admin) that of a client",
        in: .accounts,
        arguments: [
            Positional("tenant", .tenant, isOptional: true),
            Positional("id", .id, isOptional: true),
        ],
        reply: accountReply,
        errors: [.noTenant, .noClient, .noAccount, .invalid],
        from: .admin,
        also: .client,
        flags: [.readOnly, .fast],
        since: "0.2.0",
        examples: [
            (
                "ACCOUNT.GET",
                "account 1, login ada@example.org, email ada@example.org, proven yes, …"
            )
        ]
    )

    static let accountSet = CommandDeclaration(
        .accountSet,
        "ACCOUNT.SET",
        "Changes one's own e-mail, proven by a code; the helpdesk (role admin) that of a client's account",
        in: .accounts,
        arguments: [
            Positional("tenant", .tenant, isOptional: true),
            Positional("id", .number, isOptional: true),
        ],
        options: [
            OptionUse(.email, "email", .email, "the new address: a code is sent there"),
            OptionUse(.code, "code", .secret, "the code that came: the address counts from now on"),
            OptionUse(.reason, "reason", .text, "why the helpdesk does it; needed there"),
            .durable,
        ],
        reply:
            "with EMAIL, map: status sent, message (ACCOUNT.CODES has it), expires, lsn; with CODE, map: "
            + "status changed, email, lsn: every linked client has it; of the helpdesk, map: "
            + "status changed, account, lsn: its sessions have ended",
        errors: [
            .noTenant, .noClient, .noAccount, .invalid, .exists, .noPerm, .overload, .full,
        ],
        from: .admin,
        also: .client,
        flags: [.write, .denyOOM, .fast],
        since: "0.2.0",
        examples: [
            (
                "ACCOUNT.SET EMAIL ada@lovelace.example",
                "status sent, message 50, expires 2026-11-28T15:15:00Z, lsn 50"
            ),
            ("ACCOUNT.SET CODE 273910", "status changed, email ada@lovelace.example, lsn 51"),
            (
                "ACCOUNT.SET bistro 1 EMAIL ada@lovelace.example REASON \"mailbox lost, passport seen\"",
                "status changed, account 1, lsn 54"
            ),
        ]
    )

    static let accountLogin = CommandDeclaration(
        .accountLogin,
        "ACCOUNT.LOGIN",
        "Makes an address a client's login, or says whose it is",
        in: .accounts,
        arguments: [.tenant, .id, Positional("email", .email)],
        options: [
            OptionUse(
                .same,
                "whoever has the address is this client: merge them, or join their accounts"
            ),
            .durable,
        ],
        reply:
            "map: status unchanged; or free, with message and expires where the address may be taken: by "
            + "the code that is sent there; or taken, with id, first, last where that is a client of this "
            + "venue; with SAME merged, survivor, merge, version, lsn, or taken with message "
            + "and expires: by the code that is sent there the accounts join",
        errors: [.noTenant, .noClient, .invalid, .refused, .locked, .tooBig, .overload, .full],
        from: .staff,
        flags: [.write, .denyOOM, .fast],
        since: "0.2.0",
        examples: [
            (
                "ACCOUNT.LOGIN bistro 1 ada@example.org",
                "status taken, id 2, first Ada, last Lovelace"
            ),
            (
                "ACCOUNT.LOGIN bistro 1 ada@example.org SAME",
                "status merged, survivor 1, merge 1, version 3, lsn 60"
            ),
        ]
    )

    static let accountAdmin = CommandDeclaration(
        .accountAdmin,
        "ACCOUNT.ADMIN",
        "Says that an account administers a venue, or no longer: then only the helpdesk merges its client",
        in: .accounts,
        arguments: [
            .tenant, Positional("login", .text), Positional("yes|no", .choice(["yes", "no"])),
        ],
        options: [.durable],
        reply: "map: changed (1 or 0), lsn",
        errors: [.noTenant, .noAccount, .invalid, .tooBig, .overload, .full],
        from: .platform,
        flags: [.write, .denyOOM, .fast],
        since: "0.2.0",
        examples: [("ACCOUNT.ADMIN bistro ada@example.org yes", "changed 1, lsn 61")]
    )
}
