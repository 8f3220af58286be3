import Foundation

/// The names of time zones that this machine's IANA database knows.
public enum ZoneNames {
    private static let known = Set(TimeZone.knownTimeZoneIdentifiers)

    /// Whether the IANA database of this machine has a zone of that name.
    public static func isKnown(_ name: String) -> Bool {
        name == "UTC" || known.contains(name)
    }
}
