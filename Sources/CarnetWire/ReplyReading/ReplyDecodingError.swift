/// Why the bytes of a server are no replies, or more than this side takes. The connection is
/// useless after it.
public enum ReplyDecodingError: Error, Hashable, Sendable {
    case unknownType(UInt8)
    /// A number, a length or its CRLF is not right.
    case badLine(type: UInt8)
    /// Bulk bytes are not followed by CRLF.
    case missingLineEnd
    case tooLarge(byteCountMax: Int)
    case tooDeep(depthMax: Int)

    public var message: String {
        switch self {
        case .unknownType(let byte):
            "a reply starts with byte \(byte), which is no type of RESP"
        case .badLine(let type):
            "a reply of type \(UnicodeScalar(type)) has a bad first line"
        case .missingLineEnd: "a reply's bytes are not followed by CRLF"
        case .tooLarge(let most): "a reply has more than \(most) bytes"
        case .tooDeep(let most): "a reply is nested more than \(most) deep"
        }
    }
}

/// How much one reply may bring.
public struct ReplyLimits: Hashable, Sendable {
    /// Bytes of a status, an error or a number.
    public static let lineByteCountMax = 64 << 10

    public var byteCountMax: Int
    public var depthMax: Int

    public init(byteCountMax: Int = 256 << 20, depthMax: Int = 32) {
        self.byteCountMax = byteCountMax
        self.depthMax = depthMax
    }

    public static let standard = ReplyLimits()
}
