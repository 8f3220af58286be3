// Commands that forget a person, and their receipts.
extension CommandDeclaration {
    private static let receiptReply =
        "map: receipt, kind, state (pending until no file of the data folder is older than the "
        + "erasure, then complete), at, cause (retention, where the setting asked), by, ids, erased, doubles, aliases, merges, pairs, replies, "
        + "bookings (emptied of the person), links (how many of each went), complete and complete_lsn (when that was), lsn"
    private static let wouldReply =
        "; without CONFIRM or with DRYRUN: would, ids, the same counts, and likely_doubles (list of "
        + "maps: id, candidates) of those who had better be merged"
    private static let exampleReply =
        "receipt 1, kind erase, state pending, at 2026-11-28T15:00:00Z, ids (2), erased 1, …, lsn 31"

    private static let confirm = OptionUse(
        .confirm,
        "says that you mean it; without it the answer says what would go"
    )
    private static let requested = OptionUse(
        .requested,
        "the person asks for it: whatever the state, active included"
    )

    static let clientDelete = CommandDeclaration(
        .clientDelete,
        "CLIENT.DELETE",
        "Takes clients off the list or erases them, as the tenant's setting delete_means says",
        in: .clients,
        arguments: [.tenant, Positional("id", .id, repeats: true)],
        options: [confirm] + OptionUse.bookingsAhead + [.ifVersion, .dryRun] + OptionUse.ofWrites,
        reply: "where it deactivates, map: means deactivate, changed (how many), lsn; where it "
            + "erases, as CLIENT.ERASE",
        errors: [
            .noTenant, .noClient, .invalid, .stale, .refused, .conflict, .tooBig, .quota,
            .overload, .full,
        ],
        from: .staff,
        flags: [.write],
        complexity: "O(ids and what was merged into them)",
        examples: [("CLIENT.DELETE bistro 2 3 CONFIRM", "means deactivate, changed 2, lsn 30")]
    )

    static let clientErase = CommandDeclaration(
        .clientErase,
        "CLIENT.ERASE",
        "Forgets clients for good, with all that was merged into them; answers a receipt",
        in: .clients,
        arguments: [.tenant, Positional("id", .id, repeats: true)],
        options: [
            confirm, requested,
            OptionUse(
                .keepOut,
                "yes|no",
                .yesNo,
                "keep digests of the addresses, by which whoever comes online or by an interface is refused"
            ),
        ] + OptionUse.bookingsAhead + [.ifVersion, .dryRun] + OptionUse.ofWrites,
        reply: receiptReply + "; with KEEPOUT yes: kept_out (how many digests)" + wouldReply,
        errors: [
            .noTenant, .noClient, .invalid, .stale, .refused, .conflict, .tooBig, .quota,
            .overload, .full,
        ],
        from: .staff,
        flags: [.write],
        complexity: "O(ids and what was merged into them)",
        examples: [("CLIENT.ERASE bistro 2 CONFIRM REQUESTED", exampleReply)]
    )

    static let clientAnonymize = CommandDeclaration(
        .clientAnonymize,
        "CLIENT.ANONYMIZE",
        "Takes the person out of clients and keeps their figures and language; not reversible",
        in: .clients,
        arguments: [.tenant, Positional("id", .id, repeats: true)],
        options: [.ifVersion, .dryRun] + OptionUse.ofWrites,
        reply: receiptReply + "; with DRYRUN: would, ids and the same counts",
        errors: [
            .noTenant, .noClient, .invalid, .stale, .refused, .conflict, .tooBig, .quota,
            .overload, .full,
        ],
        from: .staff,
        flags: [.write],
        complexity: "O(ids and what was merged into them)",
        examples: [("CLIENT.ANONYMIZE bistro 3", "receipt 2, kind anonymize, state pending, …")]
    )

    static let keepOutLift = CommandDeclaration(
        .keepOutLift,
        "KEEPOUT.LIFT",
        "Lets addresses in again that an erasure keeps out",
        in: .clients,
        arguments: [.tenant, Positional("receipt", .number, isOptional: true)],
        options: [
            OptionUse(.email, "email", .email, "this address, whatever erasure it is of"),
            OptionUse(.phone, "phone", .phone, "this number, whatever erasure it is of"),
            .dryRun,
        ] + OptionUse.ofWrites,
        exactlyOneOf: [.email, .phone],
        reply: "map: lifted (how many digests; with DRYRUN how many stand), lsn",
        errors: [.noTenant, .invalid, .conflict, .quota, .overload, .full],
        from: .staff,
        flags: [.write],
        complexity: "O(addresses that are kept out)",
        examples: [("KEEPOUT.LIFT bistro EMAIL ada@example.org", "lifted 1, lsn 34")]
    )

    static let erasureGet = CommandDeclaration(
        .erasureGet,
        "ERASURE.GET",
        "The receipt of an erasure: what went, and whether it has left every file",
        in: .clients,
        arguments: [.tenant, Positional("receipt", .number)],
        reply: receiptReply,
        errors: [.noTenant, .invalid],
        from: .staff,
        flags: [.readOnly],
        complexity: "O(clients of the receipt)",
        examples: [("ERASURE.GET bistro 1", exampleReply)]
    )

    static let erasureList = CommandDeclaration(
        .erasureList,
        "ERASURE.LIST",
        "Receipts of erasures, the latest first",
        in: .clients,
        arguments: [.tenant],
        options: [.limit, .after],
        reply: "map: total, cursor while there is more, receipts (as ERASURE.GET), lsn",
        errors: [.noTenant, .invalid],
        from: .staff,
        flags: [.readOnly],
        complexity: "O(page)",
        examples: [("ERASURE.LIST bistro", "total 1, receipts (receipt 1, kind erase, …), lsn 31")]
    )

    static let erasureVerify = CommandDeclaration(
        .erasureVerify,
        "ERASURE.VERIFY",
        "Looks for files of the data folder that are older than an erasure",
        in: .clients,
        arguments: [.tenant, Positional("receipt", .number)],
        reply: "map: receipt, state, clean (no file is older), older (paths of those that are: "
            + "segments of the log, snapshots of the tenant's partition, what lies in quarantine)",
        errors: [.noTenant, .invalid],
        from: .staff,
        flags: [.readOnly],
        complexity: "O(files of the data folder)",
        examples: [
            ("ERASURE.VERIFY bistro 1", "receipt 1, state complete, clean yes, older (none)")
        ]
    )
}
