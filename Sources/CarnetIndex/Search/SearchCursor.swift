public import CarnetBytes

// A CURSOR, FORMAT 3: 30 bytes, as 40 characters of base64 with - and _ in place of + and /.
//    0  u8   format << 4 | sort
//    1  u8   breadth << 4 | match of the last hit
//    2  u64  three words of its rank, little-endian, as SearchRank has them
//   26  u32  its number

/// Where a page of search results ended: the sort position of its last hit, not a count of hits,
/// so that the next page goes on there whatever has changed in between.
///
/// It says nothing about whom it was made for; a position that never existed is as good as one
/// that did. Opaque to callers.
public struct SearchCursor: Hashable, Sendable {
    /// How many characters the text has.
    public static let byteCount = 40
    private static let format: UInt8 = 3

    public let sort: SearchSort
    /// How far is looked in this result; decided by its first page.
    let breadth: SearchBreadth
    let rank: SearchRank

    init(sort: SearchSort, breadth: SearchBreadth, rank: SearchRank) {
        self.sort = sort
        self.breadth = breadth
        self.rank = rank
    }

    /// Reads the text of a cursor. Any bytes are answered by a cursor or an error.
    public init(_ text: RawSpan) throws(SearchCursorError) {
        guard text.byteCount == Self.byteCount else { throw .malformed }
        var bytes = ByteWriter(capacity: 30)
        var index = 0
        while index < Self.byteCount {
            var group: UInt32 = 0
            for place in index..<index &+ 4 {
                guard let digit = Self.digit(text.byte(at: place)) else { throw .malformed }
                group = group << 6 | digit
            }
            bytes.append(UInt8(truncatingIfNeeded: group >> 16))
            bytes.append(UInt8(truncatingIfNeeded: group >> 8))
            bytes.append(UInt8(truncatingIfNeeded: group))
            index &+= 4
        }
        try self.init(decoding: bytes.bytes)
    }

    private init(decoding bytes: RawSpan) throws(SearchCursorError) {
        let head = bytes.byte(at: 0)
        let found = bytes.byte(at: 1)
        guard head >> 4 == Self.format,
            let sort = SearchSort(rawValue: head & 15),
            let breadth = SearchBreadth(rawValue: found >> 4),
            let match = MatchClass(rawValue: found & 15)
        else { throw .malformed }
        self.sort = sort
        self.breadth = breadth
        let number = bytes.littleEndianUInt32(at: 26)
        var rank = SearchRank(number, MatchGrade(match, 0), activity: 0, sort: sort)
        rank.first = bytes.littleEndianUInt64(at: 2)
        rank.second = bytes.littleEndianUInt64(at: 10)
        rank.third = bytes.littleEndianUInt64(at: 18)
        self.rank = rank
    }

    /// Refuses a cursor that was made in another order than the one asked for.
    public func check(_ asked: SearchSort) throws(SearchCursorError) {
        guard sort == asked else { throw .otherSort(sort) }
    }

    /// Appends the text of the cursor: 40 characters of `A-Z a-z 0-9 - _`.
    public func append(to writer: inout ByteWriter) {
        var bytes = ByteWriter(capacity: 30)
        bytes.append(Self.format << 4 | sort.rawValue)
        bytes.append(breadth.rawValue << 4 | rank.match.rawValue)
        bytes.append(littleEndian: rank.first)
        bytes.append(littleEndian: rank.second)
        bytes.append(littleEndian: rank.third)
        bytes.append(littleEndian: rank.number)
        var index = 0
        while index < bytes.byteCount {
            let high = UInt32(bytes.bytes.byte(at: index)) << 16
            let middle = UInt32(bytes.bytes.byte(at: index &+ 1)) << 8
            let group = high | middle | UInt32(bytes.bytes.byte(at: index &+ 2))
            for shift in [18, 12, 6, 0] as [UInt32] {
                writer.append(Self.character(group >> shift & 63))
            }
            index &+= 3
        }
    }

    /// The digit of a character. Source: RFC 4648, section 5, the alphabet safe for URLs.
    private static func digit(_ character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character &- 65)
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character &- 97 &+ 26)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character &- 48 &+ 52)
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }

    private static func character(_ digit: UInt32) -> UInt8 {
        let value = UInt8(truncatingIfNeeded: digit)
        return switch value {
        case 0..<26: value &+ 65
        case 26..<52: value &- 26 &+ 97
        case 52..<62: value &- 52 &+ 48
        case 62: UInt8(ascii: "-")
        default: UInt8(ascii: "_")
        }
    }
}

/// Why a text is no cursor for this search.
public enum SearchCursorError: Error, Hashable, Sendable {
    case malformed
    case otherSort(SearchSort)

    /// What was wrong and what would be right.
    public var message: String {
        switch self {
        case .malformed:
            "the cursor is none of this server's; give back the one of the page before unchanged"
        case .otherSort(let sort):
            "the cursor is of a page sorted by \(sort.name); ask for the next one with the same SORT"
        }
    }
}
