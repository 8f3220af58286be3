import CarnetBytes

/// The tokens of a name, in a buffer of fixed size that is used again for the next one: no
/// allocation. Parts stand in the order of the text, a joined token behind the last of its parts.
///
/// Only parts take room in the buffer, one after the other; a joined token is the range over its
/// parts. What does not fit is left out: tokens past the sixteenth, letters past byte 63 of one.
public struct FoldedTokens: ~Copyable, Sendable {
    public static let tokenCountMax = 16
    public static let tokenByteCountMax = 63

    /// Sixteen parts and the open one fit, and eight bytes can be read where any part begins.
    private static let bufferByteCount = 1_088

    /// Not in the value itself: the compiler moves a value of such a size about with each look at it.
    private var buffer = ByteWriter(capacity: bufferByteCount)
    private var starts = InlineArray<16, UInt16>(repeating: 0)
    private var byteCounts = InlineArray<16, UInt8>(repeating: 0)
    /// A bit for each token that was joined.
    private var joined: UInt16 = 0
    public private(set) var count = 0
    /// Where the open token begins: the parts before it lie in front.
    private var openStart = 0
    private var openEnd = 0
    /// Whether a letter did not fit the open token: those after it are left out as well.
    private var isFull = false

    public init() { buffer.appendZeros(Self.bufferByteCount) }

    public var isEmpty: Bool { count == 0 }

    /// The folded UTF-8 of token `index`, which must be below `count`: 1 to 63 bytes.
    @_lifetime(borrow self)
    public func token(at index: Int) -> RawSpan {
        precondition(index >= 0 && index < count)
        let start = Int(starts[index])
        return buffer.bytes.bytes(start..<start &+ Int(byteCounts[index]))
    }

    /// Whether token `index` was joined from others ("jeanpierre", "vandenberg"). Lists index all
    /// tokens; a query asks for the parts alone.
    public func isJoined(at index: Int) -> Bool {
        precondition(index >= 0 && index < count)
        return joined >> UInt16(truncatingIfNeeded: index) & 1 == 1
    }

    /// Which of the parts, counted without joined tokens, a joined token was made from.
    func parts(ofJoined joined: Int) -> Range<Int> {
        let start = starts[joined]
        let end = start &+ UInt16(byteCounts[joined])
        var part = 0
        var range = 0..<0
        for index in 0..<joined where !isJoined(at: index) {
            if starts[index] == start { range = part..<part }
            if starts[index] >= start, starts[index] < end {
                range = range.lowerBound..<part &+ 1
            }
            part &+= 1
        }
        return range
    }

    /// Forgets all tokens.
    public mutating func removeAll() {
        joined = 0
        count = 0
        openStart = 0
        openEnd = 0
        isFull = false
    }
}

/// What `Folding` does: add letters to the open token, end it, join.
extension FoldedTokens {
    var hasOpenToken: Bool { openEnd > openStart }

    /// Adds a byte that is a scalar of its own.
    mutating func append(_ byte: UInt8) {
        if hasRoom(for: 1) { appendUnchecked(byte) }
    }

    /// Whether `more` bytes still fit the open token.
    mutating func hasRoom(for more: Int) -> Bool {
        if openEnd &+ more > openStart &+ Self.tokenByteCountMax { isFull = true }
        return !isFull
    }

    /// Adds a byte for which there is room.
    mutating func appendUnchecked(_ byte: UInt8) {
        buffer.set(byte, at: openEnd)
        openEnd &+= 1
    }

    /// Adds the ASCII letters and digits from `offset` on and answers where they end.
    @inline(__always)
    mutating func appendASCII(_ text: RawSpan, from offset: Int) -> Int {
        let limit = isFull ? openEnd : openStart &+ Self.tokenByteCountMax
        var end = openEnd
        var index = offset
        while index < text.byteCount {
            let byte = text.byte(at: index)
            let letter = byte | 0x20
            if letter &- UInt8(ascii: "a") < 26 {
                if end < limit { buffer.set(letter, at: end) }
            } else if byte &- UInt8(ascii: "0") < 10 {
                if end < limit { buffer.set(byte, at: end) }
            } else {
                break
            }
            end &+= 1
            index &+= 1
        }
        if end > limit {
            isFull = true
            end = limit
        }
        openEnd = end
        return index
    }

    /// Makes the open token the next one; false where there are too many already.
    @inline(__always)
    mutating func endToken() -> Bool {
        isFull = false
        guard count < Self.tokenCountMax else {
            openEnd = openStart
            return false
        }
        starts[count] = UInt16(truncatingIfNeeded: openStart)
        byteCounts[count] = UInt8(truncatingIfNeeded: openEnd &- openStart)
        openStart = openEnd
        count &+= 1
        return true
    }

    /// How many bytes token `index` has, and its first eight as a number, the first in the low
    /// byte.
    @inline(__always)
    func short(at index: Int) -> (byteCount: Int, number: UInt64) {
        let byteCount = Int(byteCounts[index])
        let word = buffer.bytes.littleEndianUInt64(at: Int(starts[index]))
        let unused = UInt64(truncatingIfNeeded: max(0, 8 &- byteCount)) &* 8
        return (byteCount, (word << unused) >> unused)
    }

    /// Adds a token over all parts from token `first` on, unless it is there already.
    @inline(__always)
    mutating func appendJoined(from first: Int) {
        guard count < Self.tokenCountMax, first < count else { return }
        let start = Int(starts[first])
        var byteCount = openStart &- start
        if byteCount > Self.tokenByteCountMax {
            byteCount = Self.tokenByteCountMax
            while buffer.bytes.byte(at: start &+ byteCount) & 0xC0 == 0x80 { byteCount &-= 1 }
        }
        for index in first..<count where isJoined(at: index) {
            if Int(starts[index]) == start, Int(byteCounts[index]) == byteCount { return }
        }
        starts[count] = UInt16(truncatingIfNeeded: start)
        byteCounts[count] = UInt8(truncatingIfNeeded: byteCount)
        joined |= 1 << UInt16(truncatingIfNeeded: count)
        count &+= 1
    }
}
