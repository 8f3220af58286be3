import CarnetBytes
import CarnetModel
import CarnetWire

/// Writes what a client carries beside its fields: fields of the tenant's own as `x.<name>`.
enum ExtrasReply {
    /// How many pairs of a client's map `write` writes of one field of the record.
    static func pairCount(_ tag: UInt8, _ value: RawSpan, _ columns: borrowing ClientColumns) -> Int
    {
        switch ClientExtra(rawValue: tag) {
        case .custom?:
            guard let field = CustomValue(value) else { return 0 }
            return columns.shows(custom: field) ? 1 : 0
        case .block?, .proofs?, .rebooking?, .birthday?, .review?, nil: return 0
        }
    }

    static func write(
        _ tag: UInt8,
        _ value: RawSpan,
        _ columns: borrowing ClientColumns,
        _ scratch: inout ByteWriter,
        to reply: inout ReplyWriter
    ) {
        switch ClientExtra(rawValue: tag) {
        case .custom?:
            guard let field = CustomValue(value), columns.shows(custom: field) else { return }
            write(field, &scratch, to: &reply)
        case .block?, .proofs?, .rebooking?, .birthday?, .review?, nil: break
        }
    }

    /// Numbers and dates as text, so that no decimal is lost on the way; yes and no as `newsletter`.
    private static func write(
        _ field: borrowing CustomValue,
        _ scratch: inout ByteWriter,
        to reply: inout ReplyWriter
    ) {
        scratch.removeAll()
        scratch.append("x.")
        scratch.append(field.name)
        reply.bulk(scratch.bytes)
        if let flag = field.flag { return reply.boolean(flag) }
        scratch.removeAll()
        field.appendText(to: &scratch)
        reply.bulk(scratch.bytes)
    }
}
