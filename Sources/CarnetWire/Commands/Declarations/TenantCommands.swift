// Commands about venues. The tenant is the first argument everywhere but in TENANT.LIST.
extension CommandDeclaration {
    static let tenantCreate = CommandDeclaration(
        .tenantCreate,
        "TENANT.CREATE",
        "Makes a new venue; the preset fills its settings",
        in: .tenants,
        arguments: [.tenant],
        options: [
            OptionUse(.name, "name", .text, "how people call the venue"),
            OptionUse(.zone, "zone", .zone, "its time zone; else the country's first, else UTC"),
            OptionUse(.country, "country", .country, "by which national phone numbers are read"),
            OptionUse(.language, "language", .language, "of its messages; else the country's"),
            OptionUse(
                .preset,
                "preset",
                .choice(["restaurant", "salon", "appointments", "stay"]),
                "which settings to start with"
            ),
        ] + [.dryRun] + OptionUse.ofWrites,
        reply: "map: tenant, version, lsn",
        errors: [.exists, .invalid, .conflict, .overload, .full],
        from: .admin,
        flags: [.write, .denyOOM, .fast],
        examples: [
            (
                "TENANT.CREATE bistro NAME \"Bistro Lenz\" COUNTRY CH PRESET restaurant",
                "tenant bistro, version 1, lsn 1"
            )
        ]
    )

    static let tenantGet = CommandDeclaration(
        .tenantGet,
        "TENANT.GET",
        "Tells a venue's settings",
        in: .tenants,
        arguments: [.tenant],
        options: [.fields],
        reply:
            "map: the settings that have a value by name, created, version, and origins (map by "
            + "setting: set, preset, country or default)",
        errors: [.noTenant],
        from: .staff,
        flags: [.readOnly, .fast],
        examples: [
            ("TENANT.GET bistro", "name Bistro Lenz, zone Europe/Zurich, version 1, …"),
            ("TENANT.GET bistro FIELDS blocking,origins", "blocking off, origins blocking default"),
        ]
    )

    static let tenantSet = CommandDeclaration(
        .tenantSet,
        "TENANT.SET",
        "Changes settings; an empty value puts the default back",
        in: .tenants,
        arguments: [.tenant],
        pairs: "setting",
        options: [.ifVersion, .dryRun] + OptionUse.ofWrites,
        reply:
            "map: tenant, version, lsn; with DRYRUN and retention_months also before (time), due "
            + "(how many clients would be anonymized now) and ids (the first 20)",
        errors: [.noTenant, .invalid, .stale, .noPerm, .conflict, .quota, .overload, .full],
        from: .staff,
        flags: [.write, .denyOOM, .fast],
        examples: [
            ("TENANT.SET bistro required name,phone", "tenant bistro, version 2, lsn 9")
        ]
    )

    static let tenantList = CommandDeclaration(
        .tenantList,
        "TENANT.LIST",
        "Lists the venues that the token may see, by name",
        in: .tenants,
        options: [.limit, .after],
        reply:
            "map: total, cursor while there is more, tenants (list of maps: tenant, name, clients)",
        from: .staff,
        also: .monitor,
        flags: [.readOnly],
        complexity: "O(page)",
        examples: [("TENANT.LIST LIMIT 50", "total 3, tenants …")]
    )

    static let tenantDrop = CommandDeclaration(
        .tenantDrop,
        "TENANT.DROP",
        "Removes a venue and everything it holds",
        in: .tenants,
        arguments: [.tenant],
        options: [
            OptionUse(
                .confirm,
                "tenant",
                .tenant,
                isRequired: true,
                "the tenant's name once more"
            )
        ] + [.ifVersion, .dryRun, .durable],
        reply: "map: tenant, clients (how many went with it), lsn",
        errors: [.noTenant, .invalid, .stale, .overload, .full],
        from: .admin,
        flags: [.write],
        complexity: "O(clients)",
        examples: [("TENANT.DROP bistro CONFIRM bistro", "tenant bistro, clients 212, lsn 77")]
    )

    static let tenantStats = CommandDeclaration(
        .tenantStats,
        "TENANT.STATS",
        "Figures of a venue, nothing personal",
        in: .tenants,
        arguments: [.tenant],
        reply: "map: clients, active, inactive, merged, bytes_records, bytes_index, where there "
            + "are any bookings and bytes_bookings, links, partners, points (of all partners) and "
            + "bytes_links, keys, partition, lsn",
        errors: [.noTenant],
        from: .staff,
        also: .monitor,
        flags: [.readOnly, .fast],
        examples: [("TENANT.STATS bistro", "clients 212, active 209, inactive 3, …")]
    )

    static let tenantDigest = CommandDeclaration(
        .tenantDigest,
        "TENANT.DIGEST",
        "Checksum of the venue's state at a log position",
        in: .tenants,
        arguments: [.tenant],
        reply: "map: digest (32 hexadecimal digits), lsn",
        errors: [.noTenant],
        from: .staff,
        flags: [.readOnly],
        examples: [("TENANT.DIGEST bistro", "digest 8c41…, lsn 77")]
    )
}
