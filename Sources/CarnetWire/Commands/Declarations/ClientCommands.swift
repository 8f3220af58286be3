// Commands about the people on a venue's list. The tenant is always the first argument.
extension CommandDeclaration {
    static let clientAdd = CommandDeclaration(
        .clientAdd,
        "CLIENT.ADD",
        "Adds a client, unless likely doubles stand on the list",
        in: .clients,
        arguments: [.tenant],
        pairs: "field",
        options: [
            OptionUse(.anyway, "add without any check for doubles"),
            OptionUse(
                .not,
                "id",
                .id,
                takesMany: true,
                "beside ANYWAY: these were shown and are somebody else"
            ),
            OptionUse(
                .account,
                "login",
                .text,
                "whose account it is to be: a code goes to that person, who links it by signing in"
            ),
            .online, .dryRun,
        ] + OptionUse.ofWrites,
        reply:
            "map: status created, id, version, lsn; or status duplicates and candidates (list of "
            + "maps: id, first, last, email, phone, score, relative, reasons), and nothing is added; "
            + "message and expires of the code beside a new client with ACCOUNT; kept_out "
            + "(list: email, phone) where staff bring an address that is kept out; elsewhere yes where "
            + "the e-mail is the login of somebody who is a client of other tenants alone (not with ANYWAY)",
        errors: [
            .noTenant, .noAccount, .invalid, .refused, .conflict, .tooBig, .quota, .overload, .full,
        ],
        from: .staff,
        flags: [.write, .denyOOM, .fast],
        complexity: "O(log clients)",
        examples: [
            (
                "CLIENT.ADD bistro first Ada last Lovelace email ada@example.org",
                "status created, id 1, version 1, lsn 12"
            ),
            (
                "CLIENT.ADD bistro first Ada last Lovelace phone \"044 668 18 00\" ANYWAY NOT 1",
                "status created, id 2, version 1, lsn 13"
            ),
        ]
    )

    static let clientGet = CommandDeclaration(
        .clientGet,
        "CLIENT.GET",
        "One client, by number, e-mail, phone or external reference",
        in: .clients,
        arguments: [.tenant, Positional("id", .id, isOptional: true)],
        options: [
            OptionUse(.email, "email", .email, "who has this address; of several the latest seen"),
            OptionUse(.phone, "phone", .phone, "who has this number; of several the latest seen"),
            OptionUse(.external, "ref", .text, "who has this reference of the caller's own"),
            .fields, .asof,
        ],
        exactlyOneOf: [.email, .phone, .external],
        reply:
            "map of the client's fields; also (list of ids) where several fit",
        errors: [.noTenant, .noClient, .invalid],
        from: .staff,
        also: .client,
        flags: [.readOnly, .fast],
        examples: [
            ("CLIENT.GET bistro 1", "id 1, version 1, first Ada, last Lovelace, …"),
            ("CLIENT.GET bistro EMAIL ada@example.org FIELDS id,phone", "id 1"),
        ]
    )

    static let clientSet = CommandDeclaration(
        .clientSet,
        "CLIENT.SET",
        "Changes fields of a client; an empty value clears one",
        in: .clients,
        arguments: [.tenant, .id],
        pairs: "field",
        options: [
            OptionUse(
                .reason,
                "reason",
                .text,
                "for the helpdesk (role admin): changes what is the person's own, and why"
            ),
            .ifVersion, .dryRun,
        ] + OptionUse.ofWrites,
        reply:
            "map: id, version, lsn; kept_out (list: email, phone) where it brings an address that "
            + "is kept out",
        errors: [
            .noTenant, .noClient, .invalid, .stale, .locked, .conflict, .tooBig, .quota,
            .overload, .full,
        ],
        from: .staff,
        flags: [.write, .denyOOM, .fast],
        complexity: "O(log clients)",
        examples: [
            ("CLIENT.SET bistro 1 phone +41446681800 IFVERSION 1", "id 1, version 2, lsn 14")
        ]
    )

    static let clientUpsert = CommandDeclaration(
        .clientUpsert,
        "CLIENT.UPSERT",
        "Adds or changes a client by the caller's own reference",
        in: .clients,
        arguments: [.tenant],
        pairs: "field",
        needsPairs: false,
        options: [
            OptionUse(
                .external,
                "ref",
                .text,
                isRequired: true,
                "the caller's own reference, at most 256 bytes"
            ),
            .online, .ifVersion, .dryRun,
        ] + OptionUse.ofWrites,
        reply: "map: status created, updated or unchanged, id, version, lsn; candidates beside a "
            + "new client that may be a double; kept_out (list: email, phone) where staff bring an "
            + "address that is kept out",
        errors: [
            .noTenant, .invalid, .refused, .stale, .conflict, .tooBig, .quota, .overload, .full,
        ],
        from: .staff,
        flags: [.write, .denyOOM, .fast],
        complexity: "O(log clients)",
        examples: [
            (
                "CLIENT.UPSERT bistro EXTERNAL crm-77 first Ada last Lovelace phone +41446681800",
                "status created, id 3, version 1, lsn 15"
            )
        ]
    )

    static let clientSearch = CommandDeclaration(
        .clientSearch,
        "CLIENT.SEARCH",
        "Finds clients as one types: names, phone, e-mail",
        in: .clients,
        arguments: [.tenant, Positional("text", .text)],
        options: [
            OptionUse(
                .sort,
                "order",
                .choice(["relevance", "name", "-name", "recent"]),
                "relevance where it is left out"
            ),
            OptionUse(
                .status,
                "status",
                .choice(["active", "inactive", "any"]),
                "active where it is left out"
            ),
            OptionUse(
                .typos,
                "typos",
                .choice(["auto", "0", "1", "2"]),
                "letters that may be wrong; auto allows them only when little else is found"
            ),
            .limit, .after, .fields, .asof,
        ],
        reply: "map: total, more where there are over 1,000, cursor while there is more, clients "
            + "(list of maps with match, which is exact, prefix or typo, and via alias where only a "
            + "former name, phone or e-mail matches so), lsn",
        errors: [.noTenant, .invalid],
        from: .staff,
        flags: [.readOnly],
        complexity: "O(log clients + page) for most texts",
        examples: [
            ("CLIENT.SEARCH bistro \"lov ad\" LIMIT 5", "total 1, clients (id 1, match prefix, …)")
        ]
    )

    static let clientList = CommandDeclaration(
        .clientList,
        "CLIENT.LIST",
        "Lists clients by filters, in pages",
        in: .clients,
        arguments: [.tenant],
        options: [.view, OptionUse.sortField] + OptionUse.filters + [
            .limit, .after, .fields, .asof,
        ],
        reply: "map: total, cursor while there is more, clients "
            + "(list of maps), lsn",
        errors: [.noTenant, .invalid],
        from: .staff,
        flags: [.readOnly],
        complexity: "O(clients) at worst",
        examples: [
            (
                "CLIENT.LIST bistro TAG vip NEWSLETTER yes SORT -updated LIMIT 50",
                "total 12, clients …"
            )
        ]
    )

    static let clientCount = CommandDeclaration(
        .clientCount,
        "CLIENT.COUNT",
        "How many clients the filters let through",
        in: .clients,
        arguments: [.tenant],
        options: [.view] + OptionUse.filters + [.asof],
        reply: "a number",
        errors: [.noTenant, .invalid],
        from: .staff,
        flags: [.readOnly],
        complexity: "O(clients) at worst, O(1) without filters",
        examples: [("CLIENT.COUNT bistro HAS email", "174")]
    )

    static let clientDeactivate = CommandDeclaration(
        .clientDeactivate,
        "CLIENT.DEACTIVATE",
        "Takes clients off the list; nothing is forgotten",
        in: .clients,
        arguments: [.tenant, Positional("id", .id, repeats: true)],
        options: OptionUse.bookingsAhead + [.ifVersion, .dryRun] + OptionUse.ofWrites,
        reply: "map: changed (how many), lsn; with DRYRUN doubles (list of maps: id, candidates), "
            + "who had better be merged",
        errors: [.noTenant, .noClient, .stale, .refused, .conflict, .quota, .overload, .full],
        from: .staff,
        flags: [.write],
        complexity: "O(ids)",
        examples: [
            ("CLIENT.DEACTIVATE bistro 2 3", "changed 2, lsn 16")
        ]
    )

    static let clientReactivate = CommandDeclaration(
        .clientReactivate,
        "CLIENT.REACTIVATE",
        "Puts inactive clients back on the list",
        in: .clients,
        arguments: [.tenant, Positional("id", .id, repeats: true)],
        options: [.ifVersion, .dryRun] + OptionUse.ofWrites,
        reply: "map: changed (how many), lsn",
        errors: [.noTenant, .noClient, .stale, .refused, .conflict, .quota, .overload, .full],
        from: .staff,
        flags: [.write],
        complexity: "O(ids)",
        examples: [("CLIENT.REACTIVATE bistro 2", "changed 1, lsn 17")]
    )
}

extension OptionUse {
    static let sortField = OptionUse(
        .sort,
        "f|-f",
        .fieldName,
        "by name, a field or x.name, downwards after a minus; id if left out"
    )
}
