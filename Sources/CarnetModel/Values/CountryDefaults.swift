import CarnetBytes

/// What a tenant gets from its country when it names no language or no zone.
///
/// Countries are keyed by their two upper-case letters, `first << 8 | second`. The zone is the
/// first that the tz database's zone.tab lists for the country, the language the official one that
/// most people there use, by CLDR. For the creation of tenants, not for hot paths.
public enum CountryDefaults {
    private struct Row: Sendable {
        let language: String
        let zone: String
    }

    private static let rows = readRows()

    /// A BCP 47 tag; nil for letters that are no country.
    public static func language(of country: UInt16) -> String? { rows[country]?.language }

    /// A zone of the tz database; nil for letters that are no country.
    public static func zone(of country: UInt16) -> String? { rows[country]?.zone }

    /// Every country of the table, in no order.
    public static var countries: some Collection<UInt16> { rows.keys }

    private static func readRows() -> [UInt16: Row] {
        var rows: [UInt16: Row] = [:]
        let text = String(describing: CountryDefaultsData.rows)
        for row in text.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
            let words = row.split(separator: " ")
            let letters = Array(row.utf8.drop { $0 == UInt8(ascii: " ") }.prefix(2))
            guard words.count == 3, letters.count == 2 else { continue }
            rows[UInt16(letters[0]) << 8 | UInt16(letters[1])] = Row(
                language: String(words[1]),
                zone: String(words[2])
            )
        }
        return rows
    }
}
