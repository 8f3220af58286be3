public import CarnetModel
import Foundation
import NIOConcurrencyHelpers

/// The rules of time zones, from Foundation's copy of the IANA database: the one place where the
/// engine asks for them. What they decide is written into events or answers.
public final class ZoneCatalog: Sendable {
    private let known = NIOLockedValueBox<[String: ZoneRules]>([:])

    public init() {}

    /// The rules of a zone, from 1900 to 2100; UTC where there is none of that name.
    public func rules(of name: String) -> ZoneRules {
        if let rules = known.withLockedValue({ $0[name] }) { return rules }
        guard let zone = TimeZone(identifier: name) else { return .utc }
        let rules = Self.read(zone)
        known.withLockedValue { $0[name] = rules }
        return rules
    }

    private static func read(_ zone: TimeZone) -> ZoneRules {
        let start = Date(timeIntervalSince1970: -2_208_988_800)
        let end = Date(timeIntervalSince1970: 4_102_444_800)
        var transitions: [ZoneRules.Transition] = []
        var date = start
        while let next = zone.nextDaylightSavingTimeTransition(after: date), next < end, next > date
        {
            transitions.append(
                ZoneRules.Transition(
                    atSecond: Int64(next.timeIntervalSince1970.rounded()),
                    offsetSeconds: Int32(clamping: zone.secondsFromGMT(for: next))
                )
            )
            date = next
        }
        return ZoneRules(
            firstOffsetSeconds: Int32(clamping: zone.secondsFromGMT(for: start)),
            transitions: transitions
        )
    }
}
