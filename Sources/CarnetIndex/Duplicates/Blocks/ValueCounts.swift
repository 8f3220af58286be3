/// How often each value of a field stands on a list, by the value's hash: what the rarity of a
/// name is taken from. Exact but for values that share 32 bits of their hash.
public struct ValueCounts: Sendable {
    /// Fields are told apart by this number, which is mixed into the hash.
    private var table = HashSegments()
    private var totals = InlineArray<16, UInt32>(repeating: 0)

    public init() {}

    public var byteCount: Int { table.byteCount }

    /// Has every field known by so many records, each value of which stands nowhere.
    mutating func setTotals(_ count: Int) {
        totals = InlineArray(repeating: UInt32(clamping: count))
    }

    /// One more or one less knows a field whose values are counted elsewhere.
    @inline(__always)
    mutating func changeTotal(_ field: Int, by change: Int32) {
        totals[field] = totals[field] &+ UInt32(bitPattern: change)
    }

    /// How many records know the field.
    @inline(__always)
    func total(_ field: Int) -> UInt32 { totals[field] }

    @inline(__always)
    private static func hash(_ field: Int, _ value: UInt64) -> UInt32 {
        let mixed = (value ^ UInt64(field) &* 0xA24B_AED4_963E_E407) &* 0x9FB2_1C65_1E98_DF25
        return UInt32(truncatingIfNeeded: mixed >> 32)
    }

    /// Reads where a value's count belongs, so that its memory is on the way.
    @inline(__always)
    func warm(_ field: Int, _ value: UInt64) -> UInt64 { table.warm(Self.hash(field, value)) }

    /// How many records have the value. O(1).
    @inline(__always)
    func count(_ field: Int, _ value: UInt64) -> UInt32 {
        var found: UInt32 = 0
        table.visit(Self.hash(field, value)) { count in
            found = count
            return false
        }
        return found
    }

    mutating func add(_ field: Int, _ value: UInt64) {
        totals[field] &+= 1
        let hash = Self.hash(field, value)
        if !table.change(hash, { $0 < UInt32.max ? $0 &+ 1 : $0 }) { table.insert(hash, 1) }
    }

    mutating func remove(_ field: Int, _ value: UInt64) {
        if table.change(Self.hash(field, value), { $0 &- 1 }) { totals[field] &-= 1 }
    }
}
