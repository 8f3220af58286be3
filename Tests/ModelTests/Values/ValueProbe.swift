import CarnetBytes
import CarnetModel

/// Asks the values of this folder with strings instead of spans.
enum ValueProbe {
    /// The kept form of a text. A scratch that is not empty shows slips in its ranges.
    static func text(_ text: String, _ rule: TextRule = .line) throws(ValueError) -> String {
        try self.bytes(Array(text.utf8), rule)
    }

    static func bytes(_ bytes: [UInt8], _ rule: TextRule = .line) throws(ValueError) -> String {
        var scratch = dirtyScratch()
        let span = unsafe bytes.span.bytes
        let checked = try TextValue.check(span, rule, scratch: &scratch)
        return checked.bytes(given: span, scratch: scratch).text()
    }

    static func email(_ text: String) throws(ValueError) -> String {
        let bytes = Array(text.utf8)
        var scratch = dirtyScratch()
        let span = unsafe bytes.span.bytes
        let checked = try EmailAddress.check(span, scratch: &scratch)
        return checked.bytes(given: span, scratch: scratch).text()
    }

    static func foldedEmail(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var writer = ByteWriter()
        unsafe EmailAddress.appendFolded(bytes.span.bytes, to: &writer)
        return writer.bytes.text()
    }

    static func areSameEmail(_ a: String, _ b: String) -> Bool {
        let left = Array(a.utf8)
        let right = Array(b.utf8)
        return unsafe EmailAddress.isFoldedEqual(left.span.bytes, right.span.bytes)
    }

    static func language(_ text: String) throws(ValueError) -> String {
        let bytes = Array(text.utf8)
        var scratch = dirtyScratch()
        let span = unsafe bytes.span.bytes
        let checked = try LanguageTag.check(span, scratch: &scratch)
        return checked.bytes(given: span, scratch: scratch).text()
    }

    static func date(_ text: String) throws(ValueError) -> CalendarDate {
        let bytes = Array(text.utf8)
        return try CalendarDate.parse(unsafe bytes.span.bytes)
    }

    static func birthday(_ text: String) throws(ValueError) -> Birthday {
        let bytes = Array(text.utf8)
        return try Birthday.parse(unsafe bytes.span.bytes)
    }

    static func time(_ text: String) throws(ValueError) -> WrittenTime {
        let bytes = Array(text.utf8)
        return try Timestamp.parse(unsafe bytes.span.bytes)
    }

    static func yesNo(_ text: String) throws(ValueError) -> Bool {
        let bytes = Array(text.utf8)
        return try YesNo.parse(unsafe bytes.span.bytes)
    }

    static func number(_ text: String, max: UInt64 = .max) throws(ValueError) -> UInt64 {
        let bytes = Array(text.utf8)
        return try UnsignedNumber.parse(unsafe bytes.span.bytes, max: max)
    }

    static func checkTenantName(_ text: String) throws(ValueError) {
        let bytes = Array(text.utf8)
        try TenantName.check(unsafe bytes.span.bytes)
    }

    /// What `append` writes.
    static func written(_ append: (inout ByteWriter) -> Void) -> String {
        var writer = ByteWriter()
        append(&writer)
        return writer.bytes.text()
    }

    private static func dirtyScratch() -> ByteWriter {
        var scratch = ByteWriter()
        scratch.append("dirt")
        return scratch
    }
}
