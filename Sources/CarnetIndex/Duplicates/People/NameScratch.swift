import CarnetBytes
import CarnetModel

/// The tokens of one name field, in the order of the text, without titles, remarks and numbers:
/// what readings are made of. Ranges lie in the arena of ``People``.
struct NameTokens: Sendable {
    static let countMax = 10
    /// From so many on, what is left out is left to folding.
    static let plainCountMax = 5

    /// Where a token lies, and what else than a name it is.
    struct Token: Sendable {
        var start: UInt32 = 0
        var byteCount: UInt8 = 0
        var kinds: NameWordKinds = []

        var isParticle: Bool { kinds.contains(.particle) }
    }

    private var tokens = InlineArray<10, Token>(repeating: Token())
    private(set) var count = 0
    /// What any of them is.
    private(set) var kinds: NameWordKinds = []
    /// How many stood before a comma, as in "Martin, Jean"; 0 where there was none.
    var countBeforeComma = 0

    subscript(index: Int) -> Token { tokens[index] }

    /// Forgets all tokens.
    @inline(__always)
    mutating func removeAll() {
        count = 0
        kinds = []
        countBeforeComma = 0
    }

    mutating func append(_ token: Token) {
        guard count < Self.countMax else { return }
        tokens[count] = token
        kinds.formUnion(token.kinds)
        count &+= 1
    }

    /// Adds a token that is not known yet to be anything else than a name.
    @inline(__always)
    mutating func append(_ range: Range<Int>) {
        append(Token(start: UInt32(range.lowerBound), byteCount: UInt8(range.count)))
    }

    @inline(__always)
    mutating func setKinds(_ kinds: NameWordKinds, at index: Int) {
        tokens[index].kinds = kinds
        self.kinds.formUnion(kinds)
    }

    /// Whether each begins where the one before ends.
    @inline(__always)
    var areAdjacent: Bool {
        for index in 1..<max(count, 1) {
            let before = tokens[index &- 1]
            if tokens[index].start != before.start &+ UInt32(before.byteCount) { return false }
        }
        return true
    }

    /// Whether any is no particle.
    @inline(__always)
    var hasNames: Bool {
        if !kinds.contains(.particle) { return count > 0 }
        for index in 0..<count where !tokens[index].isParticle { return true }
        return false
    }

    /// The same tokens without the one at `index`.
    func without(_ index: Int) -> NameTokens {
        var rest = NameTokens()
        for other in 0..<count where other != index { rest.append(tokens[other]) }
        return rest
    }

    /// Tokens `range` alone.
    func only(_ range: Range<Int>) -> NameTokens {
        var some = NameTokens()
        for index in range { some.append(tokens[index]) }
        return some
    }
}

/// Splits the raw text of a name field into the pieces that belong to the name.
enum NameText {
    /// The length of a form of address that is one small letter, with its dot and what parts it from
    /// the name: "p. Nowak" (Polish, Czech, Slovak, Lithuanian), "g. Horvat" (Slovene, Croatian), and
    /// the same in Cyrillic and Greek. A capital is an initial, and so is a small one before another.
    @inline(__always)
    static func letterTitleByteCount(_ text: RawSpan) -> Int {
        guard text.byteCount >= 4 else { return 0 }
        let dot = text.byte(at: 0) < 0x80 ? 1 : 2
        guard text.byte(at: dot) == UInt8(ascii: ".") else { return 0 }
        return letterTitleByteCount(text, dot: dot)
    }

    private static func letterTitleByteCount(_ text: RawSpan, dot: Int) -> Int {
        switch text.scalar(at: 0)?.value {
        case UInt32(UInt8(ascii: "p")), UInt32(UInt8(ascii: "g")), 0x43F, 0x433, 0x3BA: break
        default: return 0
        }
        var next = dot &+ 1
        while next < text.byteCount, text.byte(at: next) == 0x20 { next &+= 1 }
        guard next < text.byteCount, let capital = text.scalar(at: next),
            Unicode.Scalar(capital.value)?.properties.isUppercase == true
        else { return 0 }
        let behind = next &+ capital.byteCount
        guard behind < text.byteCount, text.byte(at: behind) != UInt8(ascii: ".") else { return 0 }
        return next
    }

    /// Calls `body` with each piece: what stands in brackets, and what follows a dash between
    /// spaces, a star or a bar, is a remark. The flag says that a comma ends the piece.
    @inline(__always)
    static func forEachPiece(of text: RawSpan, _ body: (Range<Int>, Bool) -> Void) {
        var start = 0
        var index = 0
        var depth = 0
        let count = text.byteCount
        while index < count {
            let byte = text.byte(at: index)
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                if depth == 0, start < index { body(start..<index, false) }
                depth &+= 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                if depth > 0 { depth &-= 1 }
                start = index &+ 1
            case UInt8(ascii: "*"), UInt8(ascii: "|"), UInt8(ascii: "#"):
                guard depth == 0 else { break }
                if start < index { body(start..<index, false) }
                return
            case UInt8(ascii: "-"):
                guard depth == 0, index > 0, index &+ 1 < count,
                    text.byte(at: index &- 1) == UInt8(ascii: " "),
                    text.byte(at: index &+ 1) == UInt8(ascii: " ")
                else { break }
                if start < index { body(start..<index, false) }
                return
            case UInt8(ascii: ","), UInt8(ascii: ";"):
                guard depth == 0 else { break }
                if start < index { body(start..<index, true) }
                start = index &+ 1
            default: break
            }
            index &+= 1
        }
        if depth == 0, start < count { body(start..<count, false) }
    }
}
