// What goes out of a venue's list: tables for spreadsheets, and all that is held on one person.
extension CommandDeclaration {
    static let clientCSV = CommandDeclaration(
        .clientCSV,
        "CLIENT.CSV",
        "Exports the list as CSV, in pages that are put one behind the other",
        in: .clients,
        arguments: [.tenant],
        options: [
            OptionUse(
                .delimiter,
                "delimiter",
                .text,
                "a comma, a semicolon, a tab (or the word tab) or |; a comma where left out"
            ),
            OptionUse(.raw, "leave cells alone that a spreadsheet would run as a formula"),
            .view, OptionUse.sortField,
        ] + OptionUse.filters + [.limit, .after, .fields],
        reply: "map: total (on the first page), cursor while there is more, rows (how many "
            + "clients), csv (text; the first page begins with the names of the columns), lsn",
        errors: [.noTenant, .invalid],
        from: .staff,
        flags: [.readOnly],
        complexity: "O(clients) at worst; O(page) by id behind the first page",
        examples: [
            (
                "CLIENT.CSV bistro DELIMITER ; FIELDS id,last,email TAG vip LIMIT 1000",
                "total 1, rows 1, csv \"id;last;email\\r\\n2;Lovelace;ada@example.org\\r\\n\", lsn 12"
            )
        ]
    )

    static let clientExport = CommandDeclaration(
        .clientExport,
        "CLIENT.EXPORT",
        "Everything held on one person, as JSON",
        in: .clients,
        arguments: [.tenant, .id],
        reply: "text of one JSON object, in JSON mode the object itself: tenant, exported (time), "
            + "client (all fields), consents (purpose, value, origin, proofs), links, merges, doubles "
            + "(all fields of those merged into it), bookings, lsn; of a merged client the survivor's",
        errors: [.noTenant, .noClient, .invalid],
        from: .staff,
        also: .client,
        flags: [.readOnly],
        complexity: "O(fields + merges of the client)",
        examples: [
            ("CLIENT.EXPORT bistro 2", "{\"tenant\":\"bistro\",\"exported\":…,\"client\":{…},…}")
        ]
    )
}
