import CarnetBytes
import CarnetModel

extension EventFacts {
    /// An event about one booking: its number, whose it is, when it is, and what changes.
    mutating func readBooking(_ kind: EventKind, _ payload: RawSpan) {
        var reader = ByteReader(payload)
        guard let number = reader.varint() else { return noteCutOff() }
        add("booking", .unsigned(number))
        if kind == .bookingAdded || kind == .bookingLeft {
            guard let client = reader.varint() else { return noteCutOff() }
            add("client", .unsigned(client))
        }
        if kind == .bookingAdded {
            guard let raw = reader.byte() else { return noteCutOff() }
            let status = BookingStatus(rawValue: raw).map { "\($0.name)" } ?? "status \(raw)"
            add("status", .string(status))
        }
        if kind == .bookingAdded || kind == .bookingMoved {
            guard reader.byte() != nil, let start = reader.varint(), let length = reader.varint()
            else { return noteCutOff() }
            add("start", .string(Self.time(start)))
            if length > 0 { add("end", .string(Self.time(start &+ length))) }
        }
        readBookingFields(&reader)
    }

    mutating func readAgedOut(_ reader: inout ByteReader) {
        guard reader.varint() != nil else { return noteCutOff() }
        add(
            "bookings",
            .array(Self.numbers(reader.bytes.bytes(reader.offset..<reader.bytes.byteCount)))
        )
    }

    private mutating func readBookingFields(_ reader: inout ByteReader) {
        var repeated: [(name: String, values: [JSONValue])] = []
        while let (tag, range) = readTagged(&reader) {
            let value = reader.bytes.bytes(range)
            guard let field = BookingField(rawValue: tag) else {
                if tag != EventTag.author { add("tag \(tag)", .integer(Int64(value.byteCount))) }
                continue
            }
            switch field {
            case .service, .staff, .note, .request, .guest, .partner, .external:
                add("\(field.name)", .string(value.text()))
            case .guestEmail, .with:
                let name = "\(field.name)"
                let isNumber = field == .with
                let shown: JSONValue =
                    isNumber
                    ? .unsigned(value.shortInteger(0..<value.byteCount)) : .string(value.text())
                if repeated.last?.name == name {
                    repeated[repeated.count - 1].values.append(shown)
                } else {
                    repeated.append((name, value.byteCount == 0 ? [] : [shown]))
                }
            case .contact, .online: add("\(field.name)", .boolean(value.byteCount > 0))
            case .startDate, .endDate:
                let packed = UInt32(truncatingIfNeeded: value.shortInteger(0..<value.byteCount))
                var text = ByteWriter(capacity: 16)
                CalendarDate(packed: packed)?.append(to: &text)
                add(field == .startDate ? "start_date" : "end_date", .string(text.bytes.text()))
            case .points: add("points", .unsigned(value.shortInteger(0..<value.byteCount)))
            case .codeDigest, .codeEnd, .codeFailures: break
            }
        }
        for (name, values) in repeated { add(name, .array(values)) }
    }

    private static func time(_ milliseconds: UInt64) -> String {
        var text = ByteWriter(capacity: 32)
        Timestamp(millisecondsSinceEpoch: milliseconds).append(to: &text)
        return text.bytes.text()
    }
}
