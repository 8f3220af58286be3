// Reservations, appointments and stays.
extension CommandDeclaration {
    private static let booking = Positional("booking", .id)
    private static let writeErrors: [ErrorCode] = [
        .noTenant, .noBooking, .invalid, .stale, .refused, .conflict, .tooBig, .quota, .overload,
        .full,
    ]
    private static let writeReply = "map: id, status, version, lsn"
    private static let fields =
        "start and end (times, or days where they are all-day), service, staff, note, request, "
        + "guest, guestemail (list), contact, by, external, with (list of clients), online, "
        + "created, updated, version"
    private static let map =
        "id, client, addressed (the number it was made for, where that client was merged since), "
        + "status, " + fields
        + "; for staff and above also first, last, client_note, no_shows and blocked of the client, "
        + "and where FIELDS names them greeting (formal) and recipients (list) of its messages now"

    private static let start = OptionUse(
        .start,
        "time",
        .time,
        isRequired: true,
        "when it begins: a time, local where it has no offset, or a day of arrival"
    )
    private static let end = OptionUse(
        .end,
        "time",
        .time,
        "when it ends, alike; a day of departure counts up to its end"
    )
    /// What a booking says, as BOOKING.ADD and BOOKING.SET take it.
    private static let words: [OptionUse] = [
        OptionUse(.service, "text", .text, "what is booked"),
        OptionUse(.staff, "text", .text, "with whom"),
        OptionUse(.note, "text", .text, "for staff alone, of this one booking"),
        OptionUse(.request, "text", .text, "the client's own words, shown to both sides"),
        OptionUse(.guest, "name", .text, "for whom the client books, where guest_override is on"),
        OptionUse(.guestEmail, "a,b", .text, "where its messages go instead"),
        OptionUse(.contact, "yes|no", .yesNo, "whether the client gets copies of them"),
        OptionUse(.by, "partner", .text, "the partner it came by"),
        OptionUse(.external, "ref", .text, "the caller's own reference, of one booking alone"),
    ]
    private static let from = OptionUse(
        .from,
        "time",
        .time,
        "those that begin then or later; a day from its first moment on"
    )
    private static let to = OptionUse(
        .to,
        "time",
        .time,
        "those that begin before then; a day up to its first moment"
    )

    static let bookingAdd = CommandDeclaration(
        .bookingAdd,
        "BOOKING.ADD",
        "Books for a client: a table, an appointment, a stay",
        in: .bookings,
        // R-RES-36: without a client it is INVALID client.
        arguments: [.tenant, Positional("client", .id, isAskedByRule: true)],
        options: [start, end] + words + [
            OptionUse(.clientNote, "text", .text, "what the client's own note becomes as well"),
            OptionUse(.with, "client", .id, takesMany: true, "other clients who are on it"),
            OptionUse(
                .online,
                "it comes from a booking widget: blocks hold and a code may be asked for"
            ),
            .dryRun,
        ] + OptionUse.ofWrites,
        reply: writeReply
            + "; blocked yes where staff book for somebody on the block list; code where one is "
            + "asked for (to be sent to the client by who asked); reading skipped or repeated where clocks change then",
        errors: [
            .noTenant, .noClient, .invalid, .exists, .refused, .blocked, .conflict, .tooBig, .quota,
            .overload, .full,
        ],
        from: .staff,
        also: [.partner, .client],
        flags: [.write, .denyOOM],
        complexity: "O(log bookings)",
        examples: [
            (
                "BOOKING.ADD bistro 4 START 2026-05-01T19:30 SERVICE \"table for 4\"",
                "id 1, status confirmed, version 1, lsn 26"
            )
        ]
    )

    static let bookingGet = CommandDeclaration(
        .bookingGet,
        "BOOKING.GET",
        "One booking, by number or external reference",
        in: .bookings,
        arguments: [.tenant, Positional("booking", .id, isOptional: true)],
        options: [
            OptionUse(.external, "ref", .text, "which has this reference of the caller's own"),
            .fields,
        ],
        exactlyOneOf: [.external],
        reply: "map: " + map,
        errors: [.noTenant, .noBooking, .invalid],
        from: .staff,
        also: [.partner, .client],
        flags: [.readOnly, .fast],
        examples: [
            (
                "BOOKING.GET bistro 1",
                "id 1, client 4, status confirmed, start 2026-05-01T17:30:00Z, service table for 4, …"
            )
        ]
    )

    static let bookingSet = CommandDeclaration(
        .bookingSet,
        "BOOKING.SET",
        "Changes what a booking says; an empty value clears. BOOKING.MOVE changes when it is",
        in: .bookings,
        arguments: [.tenant, booking],
        pairs: "field",
        needsPairs: false,
        options: words + [.ifVersion, .dryRun] + OptionUse.ofWrites,
        reply: writeReply,
        errors: writeErrors + [.exists],
        from: .staff,
        flags: [.write, .denyOOM],
        complexity: "O(bytes of the booking)",
        examples: [
            (
                "BOOKING.SET bistro 1 note \"arrives 5 minutes late\"",
                "id 1, status confirmed, version 2, lsn 27"
            )
        ]
    )

    static let bookingMove = CommandDeclaration(
        .bookingMove,
        "BOOKING.MOVE",
        "Puts a booking at another time; without END it keeps its length",
        in: .bookings,
        arguments: [.tenant, booking],
        options: [start, end, .ifVersion, .dryRun] + OptionUse.ofWrites,
        reply: writeReply + "; reading skipped or repeated where clocks change then",
        errors: writeErrors,
        from: .staff,
        also: [.partner, .client],
        flags: [.write, .denyOOM],
        complexity: "O(log bookings)",
        examples: [
            (
                "BOOKING.MOVE bistro 1 START 2026-05-02T19:30",
                "id 1, status confirmed, version 3, lsn 28"
            )
        ]
    )

    static let bookingCancel = CommandDeclaration(
        .bookingCancel,
        "BOOKING.CANCEL",
        "Cancels a booking, or takes one client off it while others stay",
        in: .bookings,
        arguments: [.tenant, booking],
        options: [
            OptionUse(.client, "id", .id, "take this client off; the last one off cancels it"),
            .ifVersion, .dryRun,
        ] + OptionUse.ofWrites,
        reply: writeReply,
        errors: writeErrors,
        from: .staff,
        also: [.partner, .client],
        flags: [.write],
        examples: [("BOOKING.CANCEL bistro 1", "id 1, status cancelled, version 4, lsn 29")]
    )

    static let bookingNoShow = CommandDeclaration(
        .bookingNoShow,
        "BOOKING.NOSHOW",
        "The client did not come; corrects DONE",
        in: .bookings,
        arguments: [.tenant, booking],
        options: [.ifVersion, .dryRun] + OptionUse.ofWrites,
        reply: writeReply,
        errors: writeErrors,
        from: .staff,
        flags: [.write],
        examples: [("BOOKING.NOSHOW bistro 2", "id 2, status noshow, version 2, lsn 30")]
    )

    static let bookingDone = CommandDeclaration(
        .bookingDone,
        "BOOKING.DONE",
        "The client was there; corrects NOSHOW",
        in: .bookings,
        arguments: [.tenant, booking],
        options: [.ifVersion, .dryRun] + OptionUse.ofWrites,
        reply: writeReply,
        errors: writeErrors,
        from: .staff,
        flags: [.write],
        examples: [("BOOKING.DONE bistro 2", "id 2, status done, version 3, lsn 31")]
    )

    static let bookingVerify = CommandDeclaration(
        .bookingVerify,
        "BOOKING.VERIFY",
        "Confirms a booking that was made online by the code that its client got",
        in: .bookings,
        arguments: [.tenant, booking, Positional("code", .secret)],
        options: OptionUse.ofWrites,
        reply: "map: id, status, version, verified (yes or no), tries_left while it may be tried "
            + "again, lsn",
        errors: writeErrors,
        from: .staff,
        flags: [.write],
        examples: [
            (
                "BOOKING.VERIFY bistro 3 481516",
                "id 3, status confirmed, version 2, verified yes, lsn 32"
            )
        ]
    )

    static let bookingList = CommandDeclaration(
        .bookingList,
        "BOOKING.LIST",
        "Bookings in the order of their beginnings: a client's, a day's, an employee's",
        in: .bookings,
        arguments: [.tenant],
        options: [
            OptionUse(.client, "id", .id, "those that this client is on"), from, to,
            OptionUse(
                .status,
                "status",
                .choice(["unverified", "confirmed", "cancelled", "noshow", "done", "expired"]),
                "those that stand so"
            ),
            OptionUse(.staff, "text", .text, "those with this employee"),
            .limit, .after, .fields,
        ],
        reply: "map: bookings (list of maps: as BOOKING.GET answers), cursor while there is more, "
            + "lsn. A page looks at 4,000 bookings at most, so one may be short and still have a "
            + "cursor",
        errors: [.noTenant, .noClient, .invalid],
        from: .staff,
        also: [.partner, .client],
        flags: [.readOnly],
        complexity: "O(log bookings + those looked at)",
        examples: [
            (
                "BOOKING.LIST bistro FROM 2026-05-01 TO 2026-05-02",
                "bookings (id 1, client 4, …; …), lsn 31"
            )
        ]
    )
}

extension OptionUse {
    /// R-SAL-22, of commands that take clients off the list.
    static let bookingsAhead: [OptionUse] = [
        OptionUse(
            .cancel,
            "yes|no",
            .yesNo,
            "cancel what the clients are still expected for; else that is REFUSED"
        ),
        OptionUse(.notify, "yes|no", .yesNo, "whether those concerned are told; yes if left out"),
    ]
}
