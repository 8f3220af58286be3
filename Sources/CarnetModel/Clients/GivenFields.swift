import CarnetBytes

/// Fields and values as a command gave them: unchecked, values as ranges of the command's bytes.
/// Kept and used again, so that a command allocates nothing.
public struct GivenFields: Sendable {
    /// The most pairs one command may bring: each field, 64 tags, 64 references and 64 fields of the
    /// tenant's own.
    public static let countMax = 224

    private(set) var fields: [ClientField] = []
    private(set) var values: [Range<Int>] = []
    /// Fields of the tenant's own, in the order in which they were given.
    private(set) var customs: [GivenCustom] = []
    /// The place of the first pair of each field, by tag; -1 where it was not given.
    private var firstByTag = [Int16](repeating: -1, count: 64)

    public init() {}

    public var count: Int { fields.count }

    public mutating func removeAll() {
        for field in fields { firstByTag[Int(field.rawValue)] = -1 }
        fields.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        customs.removeAll(keepingCapacity: true)
    }

    /// Adds a pair. Refused: a name that is no settable field, a single-valued field given twice,
    /// too many pairs.
    public mutating func add(
        name: RawSpan,
        value: Range<Int>
    ) throws(Refusal) {
        guard let field = ClientField(name: name) else {
            guard let custom = CustomText.name(name) else { throw .unknownField(shown(name)) }
            return try add(custom: custom, value: value)
        }
        try add(field, value: value)
    }

    /// Adds a field of the tenant's own; whether there is one of that name is not known here.
    private mutating func add(custom name: RawSpan, value: Range<Int>) throws(Refusal) {
        guard count + customs.count < Self.countMax else {
            throw .tooManyGiven(field: "fields", max: Self.countMax)
        }
        guard name.byteCount <= CustomValue.nameByteCountMax else {
            throw .unknownField("x.\(shown(name))")
        }
        for custom in customs where unsafe name.isEqual(to: custom.name.span.bytes) {
            throw .givenTwice(field: custom.word)
        }
        customs.append(GivenCustom(name: name.array(), value: value))
    }

    /// Adds a pair of a known field.
    public mutating func add(_ field: ClientField, value: Range<Int>) throws(Refusal) {
        guard count < Self.countMax else {
            throw .tooManyGiven(field: "fields", max: Self.countMax)
        }
        let tag = Int(field.rawValue)
        if firstByTag[tag] >= 0 {
            guard field.repeats else { throw .givenTwice(field: "\(field.name)") }
        } else {
            firstByTag[tag] = Int16(truncatingIfNeeded: count)
        }
        fields.append(field)
        values.append(value)
    }

    /// Where a single-valued field's value stands, or nil when it was not given.
    public func value(of field: ClientField) -> Range<Int>? {
        let index = firstByTag[Int(field.rawValue)]
        return index < 0 ? nil : values[Int(index)]
    }

    /// Whether the field was given at least once.
    public func isGiven(_ field: ClientField) -> Bool { firstByTag[Int(field.rawValue)] >= 0 }

    /// A caller's word in an error: at most 32 bytes of it, unprintable ones left out.
    func shown(_ name: RawSpan) -> String {
        var text = ""
        for index in 0..<min(name.byteCount, 32) {
            let byte = name.byte(at: index)
            if byte > 0x20, byte < 0x7F { text.unicodeScalars.append(Unicode.Scalar(byte)) }
        }
        return text.isEmpty ? "(unreadable)" : text
    }
}

extension ClientField {
    /// Whether a client may have several values of it.
    public var repeats: Bool { self == .external || self == .tags }

    /// Its bit in a set of fields.
    public var bit: UInt64 { 1 << UInt64(rawValue) }

    /// All fields in ascending order of their tags, as records and events hold them.
    static let inTagOrder: [ClientField] = allCases.sorted { $0.rawValue < $1.rawValue }
}
