internal import CarnetBytes

/// What a `ReplyScanner` found. Offsets are those of the bytes that it was given.
public enum ReplyScan: Hashable, Sendable {
    /// A whole reply ends before `end`.
    case complete(end: Int, isError: Bool)
    /// More bytes are needed; those before `keepingFrom` are done with.
    case incomplete(keepingFrom: Int)
}

/// Counts replies without keeping them: finds where each ends and whether it is an error. One for
/// each connection; it allocates nothing, and every byte is looked at once.
///
/// Nesting needs no stack: what is left of a reply is a number of values, and each aggregate adds
/// its elements to it.
public struct ReplyScanner: Sendable {
    public let limits: ReplyLimits
    /// Values still to come in the reply that is being read; 0 between replies.
    private var valuesLeft = 0
    /// Bytes of a bulk still to pass, its CRLF included.
    private var bulkLeft = 0
    private var isError = false
    private var byteCount = 0

    public init(limits: ReplyLimits = .standard) { self.limits = limits }

    /// Passes the next reply. `offset` lies inside `bytes` or at their end, and where a reply was
    /// left incomplete it is the place of the byte that `keepingFrom` named.
    public mutating func next(
        in bytes: RawSpan,
        from offset: Int
    ) throws(ReplyDecodingError) -> ReplyScan {
        var at = offset
        if valuesLeft == 0, bulkLeft == 0 {
            guard at < bytes.byteCount else { return .incomplete(keepingFrom: at) }
            let type = bytes.byte(at: at)
            isError = type == UInt8(ascii: "-") || type == UInt8(ascii: "!")
            valuesLeft = 1
            byteCount = 0
        }
        while true {
            if bulkLeft > 0, try passBulk(in: bytes, at: &at) == false { break }
            guard valuesLeft > 0 else {
                return .complete(end: at, isError: isError)
            }
            guard try passValue(in: bytes, at: &at) else { break }
        }
        byteCount &+= at &- offset
        guard byteCount <= limits.byteCountMax else {
            throw .tooLarge(byteCountMax: limits.byteCountMax)
        }
        return .incomplete(keepingFrom: at)
    }

    /// Passes what is there of a bulk. Tells whether that was all of it.
    private mutating func passBulk(
        in bytes: RawSpan,
        at: inout Int
    ) throws(ReplyDecodingError) -> Bool {
        let passed = min(bulkLeft, bytes.byteCount &- at)
        let firstOfEnd = at &+ bulkLeft &- 2
        for place in max(at, firstOfEnd)..<max(at, firstOfEnd, at &+ passed) {
            guard bytes.byte(at: place) == (place == firstOfEnd ? 13 : 10) else {
                throw .missingLineEnd
            }
        }
        at &+= passed
        bulkLeft &-= passed
        return bulkLeft == 0
    }

    /// Passes a value's first line. False where it is not all there.
    private mutating func passValue(
        in bytes: RawSpan,
        at: inout Int
    ) throws(ReplyDecodingError) -> Bool {
        guard at < bytes.byteCount else { return false }
        let type = bytes.byte(at: at)
        switch type {
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ","),
            UInt8(ascii: "#"), UInt8(ascii: "_"), UInt8(ascii: "("):
            guard let end = lineEnd(in: bytes, from: at &+ 1) else {
                guard bytes.byteCount &- at <= ReplyLimits.lineByteCountMax else {
                    throw .badLine(type: type)
                }
                return false
            }
            at = end &+ 2
            valuesLeft &-= 1
        case UInt8(ascii: "$"), UInt8(ascii: "!"), UInt8(ascii: "="):
            guard let count = try length(in: bytes, at: &at, type: type) else { return false }
            valuesLeft &-= 1
            if count >= 0 { bulkLeft = count &+ 2 }
        case UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: ">"):
            guard let count = try length(in: bytes, at: &at, type: type) else { return false }
            valuesLeft &+= max(0, count) &- 1
        case UInt8(ascii: "%"):
            guard let count = try length(in: bytes, at: &at, type: type) else { return false }
            valuesLeft &+= max(0, count) &* 2 &- 1
        default: throw .unknownType(type)
        }
        guard valuesLeft <= limits.byteCountMax else {
            throw .tooLarge(byteCountMax: limits.byteCountMax)
        }
        return true
    }

    private func length(
        in bytes: RawSpan,
        at: inout Int,
        type: UInt8
    ) throws(ReplyDecodingError) -> Int? {
        var cursor = at &+ 1
        switch decimalLine(in: bytes, at: &cursor) {
        case .needsMore: return nil
        case .bad: throw .badLine(type: type)
        case .value(let count):
            guard count <= limits.byteCountMax else {
                throw .tooLarge(byteCountMax: limits.byteCountMax)
            }
            guard count >= -1 else { throw .badLine(type: type) }
            at = cursor
            return count
        }
    }
}

/// Where the CR of the next CRLF stands.
func lineEnd(in bytes: RawSpan, from start: Int) -> Int? {
    var at = start
    while at &+ 1 < bytes.byteCount {
        if bytes.byte(at: at) == 13, bytes.byte(at: at &+ 1) == 10 { return at }
        at &+= 1
    }
    return nil
}
