public import CarnetBytes

// CUSTOM FIELD AT REST. One field of the record under tag 50 for each name, ascending by name:
//       the name, 1 to 32 of a-z 0-9 _
//       0x1F
//       u8 kind (see CustomKind)
//       text:   UTF-8
//       number: millionths, zigzag, as few little-endian bytes as it takes
//       date:   as CalendarDate packs it, u32
//       yesno:  u8 1 or 0
// The kind stands with the value: changing or taking back a declaration changes no client. What
// stands is shown, filtered and merged as what it was given as, until it is set anew or cleared;
// new values are checked against the declaration of the day.

/// One field of a tenant's own as a client carries it: a view of bytes that lie elsewhere.
public struct CustomValue: ~Escapable {
    /// Stands between name and kind: no name holds it, and it stands before all that one may hold.
    static let separator: UInt8 = 0x1F
    /// The most bytes of a name.
    public static let nameByteCountMax = 32

    private let bytes: RawSpan
    private let nameByteCount: Int
    public let kind: CustomKind

    /// Nil for bytes that make no sense.
    @_lifetime(copy bytes)
    public init?(_ bytes: RawSpan) {
        guard let count = Self.nameByteCount(bytes), count &+ 2 <= bytes.byteCount,
            let kind = CustomKind(rawValue: bytes.byte(at: count &+ 1))
        else { return nil }
        self.bytes = bytes
        nameByteCount = count
        self.kind = kind
    }

    /// The name that stands before a value, as records hold the two.
    static func name(_ bytes: [UInt8]) -> [UInt8] {
        Array(bytes.prefix { $0 != separator })
    }

    private static func nameByteCount(_ bytes: RawSpan) -> Int? {
        var index = 0
        while index < bytes.byteCount, index <= nameByteCountMax {
            if bytes.byte(at: index) == separator { return index }
            index &+= 1
        }
        return nil
    }

    /// Without the `x.` before it.
    public var name: RawSpan {
        @_lifetime(copy self) get { bytes.bytes(0..<nameByteCount) }
    }

    /// What stands behind the kind.
    private var value: RawSpan {
        @_lifetime(copy self) get { bytes.bytes(nameByteCount &+ 2..<bytes.byteCount) }
    }

    /// Of a number its millionths, of a date its packed form, of yes and no 1 and 0: what orders and
    /// compares. Nil of a text.
    public var integer: Int64? {
        let raw = value.shortInteger(0..<value.byteCount)
        switch kind {
        case .text: return nil
        case .number: return Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1)
        case .date, .yesNo: return Int64(bitPattern: raw)
        }
    }

    /// Of yes and no which it is; nil of all else.
    public var flag: Bool? { kind == .yesNo ? integer == 1 : nil }

    /// Appends the value as it is answered: `12.5`, `2026-05-01`, `yes`.
    public func appendText(to writer: inout ByteWriter) {
        switch kind {
        case .text: writer.append(value)
        case .number: Self.append(millionths: integer ?? 0, to: &writer)
        case .date:
            CalendarDate(packed: UInt32(truncatingIfNeeded: integer ?? 0))?.append(to: &writer)
        case .yesNo: writer.append(integer == 1 ? "yes" : "no")
        }
    }

    private static func append(millionths: Int64, to writer: inout ByteWriter) {
        if millionths < 0 { writer.append(UInt8(ascii: "-")) }
        let size = millionths.magnitude
        writer.append("\(size / 1_000_000)")
        var rest = size % 1_000_000
        guard rest > 0 else { return }
        writer.append(UInt8(ascii: "."))
        var unit: UInt64 = 100_000
        while rest > 0 {
            writer.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest / unit))
            rest %= unit
            unit /= 10
        }
    }

    /// Below zero where this one stands before `other` in a list, zero where the two are equal: kinds
    /// apart, then by value, texts by their bytes.
    public func order(before other: borrowing CustomValue) -> Int {
        if kind != other.kind { return Int(kind.rawValue) - Int(other.kind.rawValue) }
        guard let integer, let second = other.integer else {
            return value.order(before: other.value)
        }
        return integer == second ? 0 : integer < second ? -1 : 1
    }
}

extension ClientRecord {
    /// All fields of the tenant's own, as they are kept.
    var customValues: [[UInt8]] {
        var values: [[UInt8]] = []
        var cursor = fields
        while let (tag, range) = cursor.next(in: bytes), tag <= ClientExtra.custom.rawValue {
            if tag == ClientExtra.custom.rawValue { values.append(bytes.bytes(range).array()) }
        }
        return values
    }

    /// The client's field of that name (without `x.`), or nil: what `WHERE x.name value`, `HAS` and
    /// `SORT` look at. To compare with a caller's word, have ``CustomText`` read it as each
    /// kind once and compare with ``CustomValue/order(before:)``. O(fields).
    @_lifetime(copy self)
    public func custom(_ name: RawSpan) -> CustomValue? {
        var cursor = fields
        while let (tag, range) = cursor.next(in: bytes) {
            if tag > ClientExtra.custom.rawValue { return nil }
            guard tag == ClientExtra.custom.rawValue else { continue }
            let value = bytes.bytes(range)
            guard value.byteCount > name.byteCount,
                value.byte(at: name.byteCount) == CustomValue.separator,
                value.bytes(0..<name.byteCount).isEqual(to: name)
            else { continue }
            return CustomValue(value)
        }
        return nil
    }
}
