internal import CarnetBytes

/// A reply, and where the next one starts.
public struct DecodedReply: Hashable, Sendable {
    public let reply: Reply
    public let end: Int
}

/// Reads replies as a client does. One for each connection. Bytes may arrive in any pieces: a
/// scanner walks over what has come, once, and the reply is built when all of it is there.
///
/// Attributes and streamed values of RESP3 are refused: nobody sends them who was not asked to.
public struct ReplyDecoder: Sendable {
    private var scanner: ReplyScanner
    /// Bytes of the partial reply that the scanner is done with.
    private var scannedByteCount = 0

    public init(limits: ReplyLimits = .standard) { scanner = ReplyScanner(limits: limits) }

    /// Takes the next reply from `bytes`, starting at `offset`. Nil where more is needed: the bytes
    /// from `offset` on must be kept, and the next call's offset is where that byte stands then.
    public mutating func next(
        in bytes: RawSpan,
        from offset: Int
    ) throws(ReplyDecodingError) -> DecodedReply? {
        switch try scanner.next(in: bytes, from: offset &+ scannedByteCount) {
        case .incomplete(let keepingFrom):
            scannedByteCount = keepingFrom &- offset
            guard scannedByteCount <= scanner.limits.byteCountMax else {
                throw .tooLarge(byteCountMax: scanner.limits.byteCountMax)
            }
            return nil
        case .complete(let end, _):
            scannedByteCount = 0
            var builder = ReplyBuilder(at: offset, depthLeft: scanner.limits.depthMax)
            return DecodedReply(reply: try builder.build(bytes), end: end)
        }
    }
}

/// Builds a reply whose end has been found already. Still nothing is believed: every line is
/// parsed anew.
private struct ReplyBuilder {
    var at: Int
    var depthLeft: Int
    let depthMax: Int

    init(at: Int, depthLeft: Int) {
        self.at = at
        self.depthLeft = depthLeft
        depthMax = depthLeft
    }

    mutating func build(_ bytes: RawSpan) throws(ReplyDecodingError) -> Reply {
        guard at < bytes.byteCount else { throw .missingLineEnd }
        let type = bytes.byte(at: at)
        switch type {
        case UInt8(ascii: "+"): return .simple(try line(bytes, type).text())
        case UInt8(ascii: "-"): return .error(ReplyError(line: try line(bytes, type).text()))
        case UInt8(ascii: "("): return .bigNumber(try line(bytes, type).text())
        case UInt8(ascii: ":"):
            guard let value = try line(bytes, type).signedInteger() else {
                throw .badLine(type: type)
            }
            return .integer(value)
        case UInt8(ascii: ","):
            guard let value = Double(try line(bytes, type).text()) else {
                throw .badLine(type: type)
            }
            return .double(value)
        case UInt8(ascii: "#"): return .boolean(try boolean(bytes, type))
        case UInt8(ascii: "_"):
            guard try line(bytes, type).byteCount == 0 else { throw .badLine(type: type) }
            return .null
        case UInt8(ascii: "$"): return try bulk(bytes, type).map { .bulk($0) } ?? .null
        case UInt8(ascii: "!"):
            let text = try bulk(bytes, type) ?? []
            return .error(ReplyError(line: String(decoding: text, as: UTF8.self)))
        case UInt8(ascii: "="): return try verbatim(bytes, type)
        case UInt8(ascii: "*"): return try elements(bytes, type).map { .array($0) } ?? .null
        case UInt8(ascii: "~"): return .set(try elements(bytes, type) ?? [])
        case UInt8(ascii: ">"): return .push(try elements(bytes, type) ?? [])
        case UInt8(ascii: "%"): return .map(try pairs(bytes, type))
        default: throw .unknownType(type)
        }
    }

    /// The bytes of a line behind its type.
    @_lifetime(copy bytes)
    private mutating func line(
        _ bytes: RawSpan,
        _ type: UInt8
    ) throws(ReplyDecodingError) -> RawSpan {
        guard let end = lineEnd(in: bytes, from: at &+ 1) else { throw .badLine(type: type) }
        let line = bytes.bytes((at &+ 1)..<end)
        at = end &+ 2
        return line
    }

    private mutating func length(_ bytes: RawSpan, _ type: UInt8) throws(ReplyDecodingError) -> Int
    {
        var cursor = at &+ 1
        guard case .value(let count) = decimalLine(in: bytes, at: &cursor) else {
            throw .badLine(type: type)
        }
        at = cursor
        return count
    }

    private mutating func boolean(
        _ bytes: RawSpan,
        _ type: UInt8
    ) throws(ReplyDecodingError) -> Bool {
        let line = try line(bytes, type)
        if line.isEqual(to: "t") { return true }
        guard line.isEqual(to: "f") else { throw .badLine(type: type) }
        return false
    }

    private mutating func bulk(
        _ bytes: RawSpan,
        _ type: UInt8
    ) throws(ReplyDecodingError) -> [UInt8]? {
        let count = try length(bytes, type)
        guard count >= 0 else { return nil }
        guard count <= bytes.byteCount &- at &- 2 else { throw .missingLineEnd }
        let value = bytes.bytes(at..<(at &+ count)).array()
        at &+= count &+ 2
        return value
    }

    private mutating func verbatim(
        _ bytes: RawSpan,
        _ type: UInt8
    ) throws(ReplyDecodingError) -> Reply {
        let text = try bulk(bytes, type) ?? []
        guard text.count >= 4, text[3] == UInt8(ascii: ":") else { throw .badLine(type: type) }
        return .verbatim(
            format: String(decoding: text[..<3], as: UTF8.self),
            Array(text[4...])
        )
    }

    private mutating func elements(
        _ bytes: RawSpan,
        _ type: UInt8
    ) throws(ReplyDecodingError) -> [Reply]? {
        let count = try length(bytes, type)
        guard count >= 0 else { return nil }
        try goDeeper()
        defer { depthLeft += 1 }
        var elements: [Reply] = []
        // Each element takes three bytes at least.
        elements.reserveCapacity(min(count, (bytes.byteCount &- at) / 3))
        for _ in 0..<count { elements.append(try build(bytes)) }
        return elements
    }

    private mutating func pairs(
        _ bytes: RawSpan,
        _ type: UInt8
    ) throws(ReplyDecodingError) -> [ReplyPair] {
        let count = max(0, try length(bytes, type))
        try goDeeper()
        defer { depthLeft += 1 }
        var pairs: [ReplyPair] = []
        pairs.reserveCapacity(min(count, (bytes.byteCount &- at) / 6))
        for _ in 0..<count {
            let key = try build(bytes)
            pairs.append(ReplyPair(key: key, value: try build(bytes)))
        }
        return pairs
    }

    private mutating func goDeeper() throws(ReplyDecodingError) {
        guard depthLeft > 0 else { throw .tooDeep(depthMax: depthMax) }
        depthLeft -= 1
    }
}
