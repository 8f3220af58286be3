// Commands that find out which clients may be one person.
extension CommandDeclaration {
    static let clientDuplicates = CommandDeclaration(
        .clientDuplicates,
        "CLIENT.DUPLICATES",
        "Pairs of clients who may be one person, the likeliest first, or as they arise",
        in: .clients,
        arguments: [.tenant, Positional("id", .id, isOptional: true)],
        options: [
            OptionUse(
                .min,
                "score",
                .decimal,
                "pairs of this score or more, in bits, from -2 on; 0 where it is left out"
            ),
            .limit, .after,
            OptionUse(
                .block,
                "ms",
                .milliseconds,
                "wait so long (0: for ever) for pairs that arise behind AFTER, or from now on"
            ),
        ],
        reply:
            "map: total, cursor while there is more, pairs (list of maps: a, b, score, relative, "
            + "reasons), feed (without id: what AFTER takes beside BLOCK to go on from here), "
            + "filling (with id) while clients wait to be entered into the table, lsn",
        errors: [.noTenant, .noClient, .invalid],
        from: .staff,
        flags: [.readOnly, .blocking],
        complexity: "O(clients × candidates) in slices; O(candidates) of one client",
        examples: [
            (
                "CLIENT.DUPLICATES bistro LIMIT 1",
                "total 1, pairs (a 1, b 2, score 8.25, reasons (field prior, bits -6.058, …)), feed 20-1764316459000, lsn 20"
            ),
            (
                "CLIENT.DUPLICATES bistro BLOCK 5000 AFTER 20-1764316459000",
                "total 0, pairs (none), feed 20-1764316459000, lsn 20"
            ),
        ]
    )

    static let clientCompare = CommandDeclaration(
        .clientCompare,
        "CLIENT.COMPARE",
        "Why two clients score what they score as one person",
        in: .clients,
        arguments: [.tenant, Positional("a", .id), Positional("b", .id)],
        reply: "map: a, b, score, relative where that is likelier, reasons (list of maps: field, "
            + "level, a, b, bits, which sum to the score), a_status and b_status of who is not "
            + "active, a_merged_into and b_merged_into of who was merged, distinct or waved where "
            + "somebody said so, filling, lsn",
        errors: [.noTenant, .noClient, .invalid],
        from: .staff,
        flags: [.readOnly],
        examples: [
            (
                "CLIENT.COMPARE bistro 1 2",
                "a 1, b 2, score 8.25, reasons (field prior, bits -6.058, …), lsn 20"
            )
        ]
    )
}
