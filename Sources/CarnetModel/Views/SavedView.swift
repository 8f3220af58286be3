import CarnetBytes

// SAVED VIEW AT REST. varint length and name, varint version, varint milliseconds since 1970, then
// its options:
//    varint count; of each: varint length and word, varint count of values, of each varint length
//    and bytes
// The payload of viewSet is the name with its length before it, then the options; that of viewDropped the
// name with its length before it.

/// A list's filters, columns, order and page size under a name (R-CAL-42, R-CAL-43).
///
/// What it asks for is kept as the words that were given, and read anew whenever it is used: so a
/// view means what the command means that it was set with, and what it means follows the tenant's
/// settings. The model checks no grammar; who sets a view has tried it.
public struct SavedView: Hashable, Sendable {
    /// An option of a list and its values, as words of a command.
    public struct Option: Hashable, Sendable {
        public let word: [UInt8]
        public let values: [[UInt8]]

        public init(word: [UInt8], values: [[UInt8]]) {
            self.word = word
            self.values = values
        }
    }

    /// The most bytes of a name.
    public static let nameByteCountMax = 64
    /// The most views of a tenant.
    public static let countMax = 100
    /// The most bytes that a view's options take.
    public static let byteCountMax = 4_096

    public let name: [UInt8]
    /// Grows by one each time it is set to something else.
    public let version: UInt32
    /// When it was set, milliseconds since 1970.
    public let milliseconds: UInt64
    public let options: [Option]

    init(name: [UInt8], version: UInt32, milliseconds: UInt64, options: [Option]) {
        self.name = name
        self.version = version
        self.milliseconds = milliseconds
        self.options = options
    }

    /// Reads a row; nil where it makes no sense.
    init?(_ row: RawSpan) {
        var reader = ByteReader(row)
        guard let name = reader.lengthPrefixedRange(), let version = reader.varint(),
            let milliseconds = reader.varint(), let options = Self.options(&reader)
        else { return nil }
        self.init(
            name: row.bytes(name).array(),
            version: UInt32(truncatingIfNeeded: version),
            milliseconds: milliseconds,
            options: options
        )
    }

    func append(to row: inout ByteWriter) {
        row.append(lengthPrefixed: unsafe name.span.bytes)
        row.append(varint: UInt64(version))
        row.append(varint: milliseconds)
        Self.append(options, to: &row)
    }

    static func append(_ options: [Option], to writer: inout ByteWriter) {
        writer.append(varint: UInt64(options.count))
        for option in options {
            writer.append(lengthPrefixed: unsafe option.word.span.bytes)
            writer.append(varint: UInt64(option.values.count))
            for value in option.values { writer.append(lengthPrefixed: unsafe value.span.bytes) }
        }
    }

    static func options(_ reader: inout ByteReader) -> [Option]? {
        // Each takes a byte at least, so a count that lies can't ask for more than there is.
        guard let count = reader.varint(), count <= UInt64(reader.remaining) else { return nil }
        var options: [Option] = []
        for _ in 0..<count {
            guard let word = reader.lengthPrefixedRange(), let valueCount = reader.varint(),
                valueCount <= UInt64(reader.remaining)
            else { return nil }
            var values: [[UInt8]] = []
            for _ in 0..<valueCount {
                guard let value = reader.lengthPrefixedRange() else { return nil }
                values.append(reader.bytes.bytes(value).array())
            }
            options.append(Option(word: reader.bytes.bytes(word).array(), values: values))
        }
        return options
    }
}

/// What an event says of a view.
public struct ViewEvent: Hashable, Sendable {
    public let name: [UInt8]
    /// Nil where it is dropped.
    public let options: [SavedView.Option]?

    /// Reads the payload of `viewSet` or `viewDropped`; nil where it makes no sense.
    public init?(_ kind: EventKind, _ payload: RawSpan) {
        var reader = ByteReader(payload)
        guard let name = reader.lengthPrefixedRange(), !name.isEmpty else { return nil }
        self.name = payload.bytes(name).array()
        guard kind == .viewSet else {
            options = nil
            return
        }
        guard let options = SavedView.options(&reader) else { return nil }
        self.options = options
    }
}
