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

    /// How many records know the field.
    @inline(__always)
    func total(_ field: Int) -> UInt32 { totals[field] }

    @inline(__always)
    private static func hash(_ field: Int, _ value: UInt64) -> UInt32 {
        let mixed = (value ^ UInt64(field) &* 0xA24B_AED4_963E_E407) &* 0x9FB2_1C65_1E98_DF25
        return UInt32(truncatingIfNeeded: mixed >> 32)
    }

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
        let old = count(field, value)
        if old == 0 {
            table.insert(hash, 1)
        } else if old < UInt32.max {
            table.replace(hash, old, with: old &+ 1)
        }
    }

    mutating func remove(_ field: Int, _ value: UInt64) {
        let hash = Self.hash(field, value)
        let old = count(field, value)
        guard old > 0 else { return }
        totals[field] &-= 1
        if old == 1 {
            table.remove(hash, 1)
        } else {
            table.replace(hash, old, with: old &- 1)
        }
    }
}
