import CarnetBytes
import CarnetModel

/// A client as a test makes it, and the record that the index reads.
struct TestPerson {
    var number: UInt32
    var first = ""
    var last = ""
    var company = ""
    var email = ""
    var phone: UInt64 = 0
    var externals: [String] = []
    var formerNames: [(first: String, last: String)] = []
    var formerEmails: [String] = []
    var formerPhones: [UInt64] = []
    var status = ClientStatus.active
    var updated: UInt64 = 1_700_000_000_000

    /// The record, written as the model writes it.
    var record: [UInt8] {
        var writer = ByteWriter()
        ClientRecordWriter.begin(
            ClientID(number),
            status: status,
            createdMilliseconds: 1_600_000_000_000,
            updatedMilliseconds: updated,
            version: 1,
            in: &writer
        )
        append(.first, first, to: &writer)
        append(.last, last, to: &writer)
        append(.company, company, to: &writer)
        append(.email, email, to: &writer)
        if phone != 0 {
            ClientRecordWriter.append(
                tag: ClientField.phone.rawValue,
                integer: phone,
                to: &writer
            )
        }
        append(.note, "a note that nobody looks for: zzyzx", to: &writer)
        for external in externals { append(.external, external, to: &writer) }
        append(.tags, "vip", to: &writer)
        for name in formerNames {
            append(.name, Array((name.first + "\u{1F}" + name.last).utf8), to: &writer)
        }
        for email in formerEmails { append(.email, Array(email.utf8), to: &writer) }
        for phone in formerPhones {
            ClientRecordWriter.append(
                tag: ClientAlias.phone.rawValue,
                integer: phone,
                to: &writer
            )
        }
        _ = ClientRecordWriter.finish(from: 0, in: &writer)
        return writer.array()
    }

    private func append(_ field: ClientField, _ text: String, to writer: inout ByteWriter) {
        guard !text.isEmpty else { return }
        let bytes = Array(text.utf8)
        unsafe ClientRecordWriter.append(tag: field.rawValue, bytes.span.bytes, to: &writer)
    }

    private func append(_ alias: ClientAlias, _ bytes: [UInt8], to writer: inout ByteWriter) {
        unsafe ClientRecordWriter.append(tag: alias.rawValue, bytes.span.bytes, to: &writer)
    }
}
