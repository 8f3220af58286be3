// The filters of CLIENT.LIST, CLIENT.COUNT and whatever else picks clients from a list.
extension OptionUse {
    /// A client must pass all of them.
    static let filters: [OptionUse] = [
        OptionUse(
            .status,
            "status",
            .choice(["active", "inactive", "merged", "erased", "any"]),
            mayRepeat: true,
            "active where it is left out; of several, one of them"
        ),
        OptionUse(.tag, "tag", .word, mayRepeat: true, "who has this tag; of several, all of them"),
        OptionUse(
            .language,
            "language",
            .language,
            mayRepeat: true,
            "who speaks this language; of several, one of them"
        ),
        OptionUse(.newsletter, "yes|no", .yesNo, "who wants the newsletter, or does not"),
        OptionUse(
            .consent,
            values: [
                Positional("purpose", .choice(["newsletter", "rebooking", "birthday", "review"])),
                Positional("yes|no", .yesNo),
            ],
            mayRepeat: true,
            "who may be sent messages of this purpose, or may not; of several, all"
        ),
        OptionUse(.blocked, "yes|no", .yesNo, "who is on the block list, or is not"),
        OptionUse(
            .has,
            "field",
            .fieldName,
            mayRepeat: true,
            "who has this field, or x.name; of several, all"
        ),
        OptionUse(
            .source,
            "source",
            .text,
            mayRepeat: true,
            "who came from there, spelled like this; of several, one of them"
        ),
        OptionUse(
            .where,
            values: [Positional("x.name", .fieldName), Positional("value", .text)],
            mayRepeat: true,
            "whose field of the tenant's own holds this; of several of a name, one of them"
        ),
        OptionUse(.from, "time", .time, "added at or after this time"),
        OptionUse(.to, "time", .time, "added before this time"),
        OptionUse(.noShows, "count", .number, "who has missed so many bookings or more"),
        OptionUse(.lastFrom, "time", .time, "whose last booking began then or later"),
        OptionUse(.lastTo, "time", .time, "whose last booking began before then"),
    ]
}
