import CarnetBytes

/// A name as it is compared where the question is whether somebody is called otherwise now:
/// letters and digits alone, without accents and case. "Jean-Pierre Müller" is "jeanpierremuller".
///
/// The index folds more than this, and may fold otherwise tomorrow; what is written into events
/// must not depend on that.
enum NameKey {
    /// The key of a first and a last name, with a byte between them that neither holds.
    static func key(first: [UInt8], last: [UInt8]) -> [UInt8] {
        var writer = ByteWriter(capacity: 64)
        append(first, to: &writer)
        writer.append(ClientAlias.nameSeparator)
        append(last, to: &writer)
        return writer.array()
    }

    /// The key of one name. Empty where it holds no letter and no digit.
    static func key(_ name: [UInt8]) -> [UInt8] {
        var writer = ByteWriter(capacity: 32)
        append(name, to: &writer)
        return writer.array()
    }

    private static func append(_ name: [UInt8], to writer: inout ByteWriter) {
        let bytes = unsafe name.span.bytes
        var offset = 0
        while offset < bytes.byteCount {
            guard let scalar = bytes.scalar(at: offset) else {
                writer.append(bytes.byte(at: offset))
                offset += 1
                continue
            }
            append(scalar: scalar.value, to: &writer)
            offset += scalar.byteCount
        }
    }

    private static func append(scalar: UInt32, to writer: inout ByteWriter) {
        let table = NormalizationTable.standard
        if let (first, second) = table.decomposition(of: scalar) {
            append(scalar: first, to: &writer)
            if second != 0 { append(scalar: second, to: &writer) }
            return
        }
        guard table.combiningClass(of: scalar) == 0, !separates(scalar) else { return }
        writer.append(scalar: CaseFolding.simple(scalar))
    }

    /// Blanks, hyphens, apostrophes and points: spellings of one name differ in them.
    private static func separates(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x20, 0x27, 0x2D, 0x2E, 0x60, 0xA0, 0xB4, 0x2010...0x2015, 0x2018, 0x2019, 0x202F:
            true
        default: false
        }
    }
}

extension ClientRecord {
    /// The names that the client has and had, in a form without accents and case; those alone that
    /// have a first and a last part. O(fields).
    public var nameKeys: [[UInt8]] {
        var keys: [[UInt8]] = []
        func add(_ first: [UInt8], _ last: [UInt8]) {
            if !first.isEmpty, !last.isEmpty { keys.append(NameKey.key(first: first, last: last)) }
        }
        let first = field(.first).map { bytes.bytes($0).array() } ?? []
        add(first, field(.last).map { bytes.bytes($0).array() } ?? [])
        var cursor = fields
        while let (tag, range) = cursor.next(in: bytes) {
            guard tag == ClientAlias.name.rawValue else { continue }
            let (first, last) = ClientAlias.names(bytes.bytes(range).array())
            add(first, last)
        }
        return keys
    }
}
