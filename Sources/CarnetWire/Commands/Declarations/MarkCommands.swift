// Commands that say one thing of one or several clients.
extension CommandDeclaration {
    static let clientTag = CommandDeclaration(
        .clientTag,
        "CLIENT.TAG",
        "Puts tags on clients and takes others off",
        in: .clients,
        arguments: [.tenant, Positional("id … +tag|-tag", .word, repeats: true)],
        options: [.ifVersion, .dryRun] + OptionUse.ofWrites,
        reply: "map: changed (how many), lsn",
        errors: [
            .noTenant, .noClient, .invalid, .stale, .refused, .conflict, .tooBig, .quota,
            .overload, .full,
        ],
        from: .staff,
        flags: [.write, .denyOOM],
        complexity: "O(ids × tags)",
        examples: [("CLIENT.TAG bistro 1 2 +vip -lunch", "changed 2, lsn 21")]
    )

    static let clientNewsletter = CommandDeclaration(
        .clientNewsletter,
        "CLIENT.NEWSLETTER",
        "Says whether clients want the newsletter; what is so already is no change",
        in: .clients,
        arguments: [.tenant, Positional("id … yes|no", .word, repeats: true)],
        options: [.ifVersion, .dryRun] + OptionUse.ofWrites,
        reply: "map: changed (how many), lsn",
        errors: [
            .noTenant, .noClient, .invalid, .stale, .refused, .conflict, .tooBig, .quota,
            .overload, .full,
        ],
        from: .staff,
        flags: [.write, .denyOOM],
        complexity: "O(ids)",
        examples: [("CLIENT.NEWSLETTER bistro 1 yes", "changed 1, lsn 22")]
    )

    static let clientBlock = CommandDeclaration(
        .clientBlock,
        "CLIENT.BLOCK",
        "Puts clients on the block list, where the tenant's setting blocking keeps one",
        in: .clients,
        arguments: [.tenant, Positional("id", .id, repeats: true)],
        options: [
            OptionUse(.reason, "reason", .text, "why, for staff; at most 256 bytes"),
            OptionUse(
                .until,
                "time",
                .time,
                "when it ends by itself; without it, when CLIENT.UNBLOCK says so"
            ),
            .ifVersion, .dryRun,
        ] + OptionUse.ofWrites,
        reply: "map: changed (how many), lsn",
        errors: [
            .noTenant, .noClient, .invalid, .stale, .refused, .conflict, .tooBig, .quota,
            .overload, .full,
        ],
        from: .staff,
        flags: [.write, .denyOOM],
        complexity: "O(ids)",
        examples: [
            (
                "CLIENT.BLOCK bistro 4 REASON \"missed five times\" UNTIL 2027-01-01",
                "changed 1, lsn 23"
            )
        ]
    )

    static let clientUnblock = CommandDeclaration(
        .clientUnblock,
        "CLIENT.UNBLOCK",
        "Takes clients off the block list",
        in: .clients,
        arguments: [.tenant, Positional("id", .id, repeats: true)],
        options: [.ifVersion, .dryRun] + OptionUse.ofWrites,
        reply: "map: changed (how many), lsn",
        errors: [.noTenant, .noClient, .stale, .refused, .conflict, .quota, .overload, .full],
        from: .staff,
        flags: [.write, .denyOOM],
        complexity: "O(ids)",
        examples: [("CLIENT.UNBLOCK bistro 4", "changed 1, lsn 24")]
    )
}
