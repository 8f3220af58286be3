import Foundation

/// The names of time zones that this machine's IANA database knows.
enum ZoneNames {
    private static let known = Set(TimeZone.knownTimeZoneIdentifiers)

    static func isKnown(_ name: String) -> Bool {
        name == "UTC" || known.contains(name)
    }
}
