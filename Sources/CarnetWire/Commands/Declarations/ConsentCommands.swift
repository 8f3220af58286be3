// What clients agree to, with proof.
extension CommandDeclaration {
    static let consentSet = CommandDeclaration(
        .consentSet,
        "CONSENT.SET",
        "Keeps what a client said about a purpose, with source, wording and time",
        in: .clients,
        arguments: [
            .tenant, .id,
            Positional("purpose", .choice(["newsletter", "rebooking", "birthday", "review"])),
            Positional("yes|no", .yesNo),
        ],
        options: [
            OptionUse(.source, "source", .text, "the way it came by; at most 256 bytes"),
            OptionUse(.text, "wording", .text, "the words agreed to; at most 256 bytes"),
            OptionUse(
                .at,
                "time",
                .time,
                "when it was said, now where left out; a later word on the purpose stays what counts"
            ),
            .ifVersion, .dryRun,
        ] + OptionUse.ofWrites,
        reply: "map: id, version, lsn",
        errors: [
            .noTenant, .noClient, .invalid, .stale, .refused, .conflict, .tooBig, .quota,
            .overload, .full,
        ],
        from: .staff,
        flags: [.write, .denyOOM],
        complexity: "O(proofs of the client)",
        examples: [
            (
                "CONSENT.SET bistro 4 birthday yes SOURCE \"paper form\" AT 2026-05-01",
                "id 4, version 3, lsn 25"
            )
        ]
    )

    static let consentList = CommandDeclaration(
        .consentList,
        "CONSENT.LIST",
        "What holds for a client about each purpose, and how it came about",
        in: .clients,
        arguments: [.tenant, .id],
        reply: "map: id, consents (list of maps: purpose, value, origin, which is client or "
            + "setting, source, text and at of the latest proof that says so, proofs (list of "
            + "maps: value, at, source, text; the latest first)), merged_into, lsn",
        errors: [.noTenant, .noClient, .invalid],
        from: .staff,
        flags: [.readOnly],
        complexity: "O(proofs of the client)",
        examples: [
            (
                "CONSENT.LIST bistro 4",
                "id 4, consents (purpose newsletter, value no, origin setting, proofs (none); …), lsn 25"
            )
        ]
    )
}
