import CarnetBytes
import CarnetModel

/// What becomes of each scalar past ASCII in a token. Read once from `FoldingData`.
struct FoldingTable: Sendable {
    static let standard = FoldingTable()

    /// Ends a token.
    static let separator: UInt16 = 0
    /// Stays as it is.
    static let kept: UInt16 = 1
    /// Goes without ending the token.
    static let dropped: UInt16 = 2
    /// Ends a part of a token that is also found whole.
    static let apostrophe: UInt16 = 3
    static let hyphen: UInt16 = 4
    /// From here on an index into `expansionStarts`.
    static let firstExpansion: UInt16 = 5
    /// Set where the low byte is the ASCII letter or digit to write.
    static let ascii: UInt16 = 0x8000

    private var fates = ScalarTable()
    /// The UTF-8 of what letters become, one after the other, and where each begins.
    private var expansions: [UInt8] = []
    private var expansionStarts: [UInt32] = [0]

    private init() {
        readRanges(FoldingData.kept, Self.kept)
        readRanges(FoldingData.dropped, Self.dropped)
        readRanges(FoldingData.apostrophes, Self.apostrophe)
        readRanges(FoldingData.hyphens, Self.hyphen)
        readSingle()
        readSeveral()
    }

    /// One of the constants above, or an expansion.
    func fate(of scalar: UInt32) -> UInt16 { fates[scalar] }

    /// The bytes that a letter becomes; `fate` must be that of an expansion.
    func expansion(_ fate: UInt16) -> Range<Int> {
        let index = Int(fate &- Self.firstExpansion)
        return Int(expansionStarts[index])..<Int(expansionStarts[index &+ 1])
    }

    func expansionByte(at index: Int) -> UInt8 { expansions[index] }

    private mutating func readRanges(_ text: StaticString, _ fate: UInt16) {
        var text = TableText(text)
        var first: UInt32 = 0
        while !text.isAtEnd {
            first += text.next().number
            fates.set(fate, from: first, count: text.next().number)
        }
    }

    private mutating func readSingle() {
        var text = TableText(FoldingData.single)
        var known: [UInt32: UInt16] = [:]
        while !text.isAtEnd {
            let first = text.next().number
            let count = text.next().number
            let stride = text.next().number
            let target = text.next().number
            for index in 0..<count {
                let scalar = target + index * stride
                let fate = known[scalar] ?? addExpansion([scalar])
                known[scalar] = fate
                fates.set(fate, at: first + index * stride)
            }
        }
    }

    private mutating func readSeveral() {
        var text = TableText(FoldingData.several)
        while !text.isAtEnd {
            let letter = text.next().number
            var parts: [UInt32] = []
            var sign = UInt8(ascii: ".")
            while sign == UInt8(ascii: ".") {
                let part = text.next()
                parts.append(part.number)
                sign = part.sign
            }
            fates.set(addExpansion(parts), at: letter)
        }
    }

    private mutating func addExpansion(_ scalars: [UInt32]) -> UInt16 {
        if let only = scalars.first, scalars.count == 1, only < 0x80 {
            return Self.ascii | UInt16(only)
        }
        var writer = ByteWriter(capacity: 64)
        for scalar in scalars { writer.append(scalar: scalar) }
        expansions.append(contentsOf: writer.array())
        expansionStarts.append(UInt32(expansions.count))
        return Self.firstExpansion + UInt16(expansionStarts.count - 2)
    }
}
