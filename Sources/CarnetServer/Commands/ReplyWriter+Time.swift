import CarnetBytes
import CarnetModel
import CarnetWire

extension ReplyWriter {
    /// A pair of a map whose value is a moment, in milliseconds since 1970. For replies that are not
    /// among the hottest: those keep a scratch for the text.
    mutating func field(_ name: StaticString, time milliseconds: UInt64) {
        var text = ByteWriter(capacity: 32)
        Timestamp(millisecondsSinceEpoch: milliseconds).append(to: &text)
        field(name, text.bytes)
    }
}
