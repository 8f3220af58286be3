// Links of clients, and points of partners.
extension CommandDeclaration {
    private static let writeErrors: [ErrorCode] = [
        .noTenant, .invalid, .conflict, .quota, .overload, .full,
    ]
    private static let partner = Positional("partner", .text)

    static let linkAdd = CommandDeclaration(
        .linkAdd,
        "LINK.ADD",
        "Links a client to an order, a subscription or a voucher of the caller's own",
        in: .bookings,
        arguments: [.tenant, Positional("client", .id)],
        options: [
            OptionUse(
                .kind,
                "kind",
                .choice(["order", "subscription", "voucher"]),
                isRequired: true,
                "what it is"
            ),
            OptionUse(.ref, "ref", .text, isRequired: true, "the caller's own reference"),
            .dryRun,
        ] + OptionUse.ofWrites,
        reply: "map: id (of the link), lsn; the same link again is no change. A double's number "
            + "leads to its survivor and is kept with the link",
        errors: writeErrors + [.noClient, .refused, .tooBig],
        from: .staff,
        flags: [.write, .denyOOM],
        complexity: "O(links of the client)",
        examples: [("LINK.ADD bistro 4 KIND order REF shop-1001", "id 1, lsn 33")]
    )

    static let linkList = CommandDeclaration(
        .linkList,
        "LINK.LIST",
        "A client's links and those of the doubles that were merged into it",
        in: .bookings,
        arguments: [.tenant, Positional("client", .id)],
        reply: "map: id, links (list of maps: id, kind, ref, addressed (the number it was made "
            + "for, where that client was merged since), created), merged_into, lsn",
        errors: [.noTenant, .noClient, .invalid],
        from: .staff,
        flags: [.readOnly],
        complexity: "O(links of the client)",
        examples: [
            ("LINK.LIST bistro 4", "id 4, links (id 1, kind order, ref shop-1001, …), lsn 33")
        ]
    )

    static let linkRemove = CommandDeclaration(
        .linkRemove,
        "LINK.REMOVE",
        "Removes a link; its number is not used again",
        in: .bookings,
        arguments: [.tenant, Positional("link", .id)],
        options: [.dryRun] + OptionUse.ofWrites,
        reply: "map: id, lsn",
        errors: writeErrors,
        from: .staff,
        flags: [.write],
        complexity: "O(links of the client)",
        examples: [("LINK.REMOVE bistro 1", "id 1, lsn 34")]
    )

    static let pointsAdd = CommandDeclaration(
        .pointsAdd,
        "POINTS.ADD",
        "Gives a partner points, or takes them where they are spent",
        in: .bookings,
        arguments: [.tenant, partner, Positional("n", .number)],
        options: [
            OptionUse(.reason, "reason", .text, isRequired: true, "what for; stands in the log"),
            .dryRun,
        ] + OptionUse.ofWrites,
        reply: "map: partner, points (all there are), lsn. Below 0 takes, not more than there are",
        errors: writeErrors,
        from: .staff,
        flags: [.write, .denyOOM],
        complexity: "O(log partners)",
        examples: [
            (
                "POINTS.ADD bistro hotel-sun 50 REASON welcome",
                "partner hotel-sun, points 50, lsn 35"
            )
        ]
    )

    static let pointsGet = CommandDeclaration(
        .pointsGet,
        "POINTS.GET",
        "A partner's points",
        in: .bookings,
        arguments: [.tenant, partner],
        reply: "map: partner, points, given (by hand, less those taken), earned (by bookings that "
            + "are done), bookings (how many those are), lsn",
        errors: [.noTenant, .invalid],
        from: .staff,
        also: [.partner],
        flags: [.readOnly],
        complexity: "O(log partners)",
        examples: [
            (
                "POINTS.GET bistro ritz",
                "partner hotel-sun, points 70, given 50, earned 20, bookings 2, lsn 39"
            )
        ]
    )
}
