// Commands that make one client of several, take that back, and say that two are two.
extension CommandDeclaration {
    static let clientMerge = CommandDeclaration(
        .clientMerge,
        "CLIENT.MERGE",
        "Merges doubles into a survivor: all or none, undone by CLIENT.UNMERGE",
        in: .clients,
        arguments: [
            .tenant, Positional("survivor", .id), Positional("double", .id, repeats: true),
        ],
        options: [
            OptionUse(
                .take,
                "field:id",
                .word,
                takesMany: true,
                mayRepeat: true,
                "have this field from that client; else the survivor's stays and gaps are filled"
            ),
            OptionUse(.force, "pass what forbids it, for admin alone; a REASON is needed"),
            OptionUse(.reason, "reason", .text, "why, kept with the merge; at most 256 bytes"),
            .ifVersion, .dryRun,
        ] + OptionUse.ofWrites,
        reply:
            "map: survivor, version, merges (a number for each double, in their order), lsn; with "
            + "DRYRUN also client (as it would be), fields (list of maps: field, from), moves (list "
            + "of maps: id, fields, external, tags, aliases), distinct",
        errors: [
            .noTenant, .noClient, .invalid, .stale, .refused, .conflict, .tooBig, .quota,
            .overload, .full,
        ],
        from: .staff,
        flags: [.write, .denyOOM],
        complexity: "O(doubles × clients merged into the survivor)",
        examples: [
            ("CLIENT.MERGE bistro 1 2", "survivor 1, version 4, merges 1, lsn 18"),
            (
                "CLIENT.MERGE bistro 1 2 3 TAKE email:2 phone:3 IFVERSION 3 DRYRUN",
                "survivor 1, version 5, merges 1 2, client (id 1, first Ada, …), fields (…), moves (…)"
            ),
        ]
    )

    static let clientUnmerge = CommandDeclaration(
        .clientUnmerge,
        "CLIENT.UNMERGE",
        "Undoes a merge at any later time: the double comes back with what it brought",
        in: .clients,
        arguments: [.tenant, Positional("merge", .number)],
        options: [.dryRun] + OptionUse.ofWrites,
        reply: "map: merge, survivor, double, version (the double's), lsn; with DRYRUN also client "
            + "(the double as it would be), survivors (list of maps, as they would be), choices "
            + "(list of maps: id, field, choice, which is returns, stays or both)",
        errors: [.noTenant, .invalid, .refused, .conflict, .tooBig, .quota, .overload, .full],
        from: .staff,
        flags: [.write, .denyOOM],
        complexity: "O(clients merged into the survivor)",
        examples: [
            ("CLIENT.UNMERGE bistro 1", "merge 1, survivor 1, double 2, version 3, lsn 19")
        ]
    )

    static let clientMerges = CommandDeclaration(
        .clientMerges,
        "CLIENT.MERGES",
        "Merges that were made, the latest first",
        in: .clients,
        arguments: [.tenant, Positional("id", .id, isOptional: true)],
        options: [.limit, .after],
        reply: "map: total, cursor while there is more, merges (list of maps: merge, survivor, "
            + "double, at, undone, taken, reason, forced), lsn",
        errors: [.noTenant, .noClient, .invalid],
        from: .staff,
        flags: [.readOnly],
        complexity: "O(page)",
        examples: [
            ("CLIENT.MERGES bistro 1", "total 1, merges (merge 1, survivor 1, double 2, at …)")
        ]
    )

    static let clientDistinct = CommandDeclaration(
        .clientDistinct,
        "CLIENT.DISTINCT",
        "Says that two clients are not the same person: they are never proposed again",
        in: .clients,
        arguments: [.tenant, Positional("a", .id), Positional("b", .id)],
        options: [
            OptionUse(.off, "take it back, also what was said of clients merged into them"),
            .dryRun,
        ] + OptionUse.ofWrites,
        reply: "map: a, b, distinct, lsn where that is new",
        errors: [
            .noTenant, .noClient, .invalid, .refused, .conflict, .quota, .overload, .full,
        ],
        from: .staff,
        flags: [.write, .denyOOM],
        complexity: "O(clients merged into a)",
        examples: [("CLIENT.DISTINCT bistro 1 3", "a 1, b 3, distinct yes, lsn 20")]
    )
}
