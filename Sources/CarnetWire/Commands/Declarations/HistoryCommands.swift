// Commands about what was.
extension CommandDeclaration {
    static let clientHistory = CommandDeclaration(
        .clientHistory,
        "CLIENT.HISTORY",
        "What changed of a client, when and by which token, newest first",
        in: .clients,
        arguments: [.tenant, .id],
        options: [.limit, .after],
        reply:
            "map: id, total, cursor while there is more, since (where the log at hand does not reach "
            + "back to the beginning), changes (list of maps: lsn, at, event, by, cause account where it "
            + "is the person's own doing, reason of the helpdesk or of a merge, fields (list of maps: field, old, new))",
        errors: [.noTenant, .noClient, .invalid],
        from: .staff,
        flags: [.readOnly],
        complexity: "O(log at hand), read on another thread",
        examples: [
            (
                "CLIENT.HISTORY bistro 1 LIMIT 1",
                "id 1, total 3, cursor 17, changes lsn 17, at …, event clientChanged, by desk, fields …"
            )
        ]
    )
}
