/// What normal form C needs to know of each scalar. Read once from `NormalizationData`.
/// Source: Unicode Standard Annex #15, and section 3.12 of the standard for Hangul.
struct NormalizationTable: Sendable {
    static let standard = NormalizationTable()

    /// Set where a scalar may change in normal form C: it decomposes for good, or it may join
    /// the one before it.
    static let mayChange: UInt16 = 0x100

    /// The combining class in the low eight bits, and `mayChange`.
    private var properties = ScalarTable()
    /// Scalars that decompose, ascending; the two they become, the second 0 for a singleton.
    private var decomposed: [UInt32] = []
    private var parts: [(first: UInt32, second: UInt32)] = []
    /// Pairs that compose, `first << 32 | second`, ascending; what they become.
    private var pairs: [UInt64] = []
    private var composites: [UInt32] = []

    private init() {
        readCombiningClasses()
        readDecompositions()
        for jamo in Hangul.vowelBase + 0..<Hangul.vowelBase + Hangul.vowelCount {
            properties.set(Self.mayChange, at: jamo)
        }
        for jamo in Hangul.tailBase + 1..<Hangul.tailBase + Hangul.tailCount {
            properties.set(Self.mayChange, at: jamo)
        }
    }

    /// The combining class of a scalar in the low eight bits, and `mayChange`.
    func property(of scalar: UInt32) -> UInt16 { properties[scalar] }

    func combiningClass(of scalar: UInt32) -> UInt8 {
        UInt8(truncatingIfNeeded: properties[scalar])
    }

    /// The canonical decomposition in one step; the second is 0 for a singleton. O(log n).
    func decomposition(of scalar: UInt32) -> (first: UInt32, second: UInt32)? {
        var low = 0
        var high = decomposed.count
        while low < high {
            let middle = (low + high) / 2
            if decomposed[middle] < scalar { low = middle + 1 } else { high = middle }
        }
        guard low < decomposed.count, decomposed[low] == scalar else { return nil }
        return parts[low]
    }

    /// What two scalars become together, Hangul included. O(log n).
    func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if let syllable = Hangul.composite(first, second) { return syllable }
        let wanted = UInt64(first) << 32 | UInt64(second)
        var low = 0
        var high = pairs.count
        while low < high {
            let middle = (low + high) / 2
            if pairs[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        guard low < pairs.count, pairs[low] == wanted else { return nil }
        return composites[low]
    }

    private mutating func readCombiningClasses() {
        var text = TableText(NormalizationData.combiningClasses)
        var first: UInt32 = 0
        while !text.isAtEnd {
            first += text.next().number
            let count = text.next().number
            properties.set(UInt16(text.next().number), from: first, count: count)
        }
    }

    private mutating func readDecompositions() {
        var text = TableText(NormalizationData.decompositions)
        var found: [(pair: UInt64, composite: UInt32)] = []
        var scalar: UInt32 = 0
        while !text.isAtEnd {
            scalar += text.next().number
            let (first, sign) = text.next()
            let second = sign == UInt8(ascii: " ") ? 0 : text.next().number
            decomposed.append(scalar)
            parts.append((first, second))
            if sign == UInt8(ascii: "+") {
                found.append((UInt64(first) << 32 | UInt64(second), scalar))
                properties.set(properties[second] | Self.mayChange, at: second)
            } else {
                properties.set(properties[scalar] | Self.mayChange, at: scalar)
            }
        }
        found.sort { $0.pair < $1.pair }
        pairs = found.map(\.pair)
        composites = found.map(\.composite)
    }
}
