import CarnetBytes
import CarnetModel
import CarnetWire

/// Values of options that several commands read in the same way.
extension ParsedCommand {
    /// A line of text behind an option, checked; nil where the option does not stand or says nothing.
    func line(_ option: OptionID, in bytes: RawSpan) throws(ErrorReply) -> [UInt8]? {
        guard let text = value(option, in: bytes) else { return nil }
        var scratch = ByteWriter(capacity: 256)
        do throws(ValueError) {
            let checked = try TextValue.check(text, .line, scratch: &scratch)
            return checked.isEmpty ? nil : checked.bytes(given: text, scratch: scratch).array()
        } catch {
            throw ErrorReply(.invalid, "\(option.token): \(error.message)")
        }
    }

    /// A time behind an option, milliseconds since 1970; without an offset it is the tenant's local
    /// time, and a date alone its midnight there. `zone` is asked for where an option stands.
    func time(
        _ option: OptionID,
        in bytes: RawSpan,
        zone: () -> ZoneRules
    ) throws(ErrorReply) -> UInt64? {
        guard let text = value(option, in: bytes) else { return nil }
        do throws(ValueError) {
            guard text.byteCount == 10 else {
                return try Timestamp.parse(text, zone: zone()).millisecondsSinceEpoch
            }
            let date = try CalendarDate.parse(text)
            guard let midnight = LocalTime(date: date, millisecondOfDay: 0) else {
                throw .noSuchTime
            }
            return try zone().resolve(midnight).timestamp.millisecondsSinceEpoch
        } catch {
            throw ErrorReply(.invalid, "\(option.token): \(error.message)")
        }
    }
}
