// Saved views: a list's filters, columns, order and page size under a name.
extension CommandDeclaration {
    private static let viewReply =
        "map: view, version, updated, filters (list of lists: the option and its values), fields, "
        + "sort and limit where they were given, invalid (why the view can't be used as it is)"
    private static let name = Positional("name", .text)

    static let viewSet = CommandDeclaration(
        .viewSet,
        "VIEW.SET",
        "Saves filters, columns, order and page size of a list under a name, or replaces them",
        in: .clients,
        arguments: [.tenant, name],
        options: OptionUse.filters + [.fields, .sortField, .limit, .ifVersion, .dryRun]
            + OptionUse.ofWrites,
        reply: "map: view, version, lsn; the same again is no change",
        errors: [
            .noTenant, .invalid, .stale, .conflict, .tooBig, .quota, .overload, .full,
        ],
        from: .staff,
        flags: [.write, .denyOOM],
        complexity: "O(views)",
        examples: [
            (
                "VIEW.SET bistro regulars TAG vip HAS email FIELDS id,last,email SORT name LIMIT 50",
                "view regulars, version 1, lsn 32"
            )
        ]
    )

    static let viewGet = CommandDeclaration(
        .viewGet,
        "VIEW.GET",
        "What a view was saved with",
        in: .clients,
        arguments: [.tenant, name],
        reply: viewReply,
        errors: [.noTenant, .invalid],
        from: .staff,
        flags: [.readOnly],
        complexity: "O(views)",
        examples: [
            (
                "VIEW.GET bistro regulars",
                "view regulars, version 1, filters ((TAG vip) (HAS email)), fields id,last,email, …"
            )
        ]
    )

    static let viewList = CommandDeclaration(
        .viewList,
        "VIEW.LIST",
        "The tenant's views, by name; there are at most 100",
        in: .clients,
        arguments: [.tenant],
        reply: "map: total, views (as VIEW.GET), lsn",
        errors: [.noTenant],
        from: .staff,
        flags: [.readOnly],
        complexity: "O(views)",
        examples: [("VIEW.LIST bistro", "total 1, views (view regulars, version 1, …), lsn 32")]
    )

    static let viewDrop = CommandDeclaration(
        .viewDrop,
        "VIEW.DROP",
        "Forgets a view; no client changes",
        in: .clients,
        arguments: [.tenant, name],
        options: [.ifVersion, .dryRun] + OptionUse.ofWrites,
        reply: "map: view, version (which it had), lsn",
        errors: [.noTenant, .invalid, .stale, .conflict, .quota, .overload, .full],
        from: .staff,
        flags: [.write],
        complexity: "O(views)",
        examples: [("VIEW.DROP bistro regulars", "view regulars, version 1, lsn 33")]
    )
}

extension OptionUse {
    static let view = OptionUse(
        .view,
        "name",
        .text,
        "what the view was saved with; each option that stands here takes the place of the view's"
    )
}
