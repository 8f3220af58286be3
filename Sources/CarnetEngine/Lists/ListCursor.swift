import CarnetBytes
import CarnetModel

/// Where a page of a list ended: the last client's key and id, so that the next page goes on
/// behind it whatever has changed meanwhile. As text: hexadecimal, first a byte for the order, then
/// four of the id, then the key; before the key of a field of the tenant's own that field's name
/// behind a byte for its length.
public struct ListCursor: Hashable, Sendable {
    let order: UInt8
    let id: UInt32
    let key: [UInt8]
    /// The field of the tenant's own that it is ordered by, or nothing.
    private let custom: [UInt8]

    init(_ order: ClientOrder, id: UInt32, key: [UInt8]) {
        self.order = Self.code(order)
        self.id = id
        self.key = key
        if case .custom(let name) = order.by { custom = name } else { custom = [] }
    }

    /// Reads what `text` wrote. Nil for anything else.
    public init?(_ text: RawSpan) {
        guard text.byteCount >= 10, text.byteCount % 2 == 0,
            text.byteCount <= 10 + 2 * Self.tailByteCountMax
        else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: text.byteCount, by: 2) {
            guard let high = Self.digit(text.byte(at: index)),
                let low = Self.digit(text.byte(at: index + 1))
            else { return nil }
            bytes.append(high << 4 | low)
        }
        order = bytes[0]
        id = bytes[1...4].reduce(0) { $0 << 8 | UInt32($1) }
        guard order & 127 == Self.customCode else {
            custom = []
            key = Array(bytes[5...])
            return
        }
        guard bytes.count > 5, bytes.count >= 6 + Int(bytes[5]) else { return nil }
        custom = Array(bytes[6..<6 + Int(bytes[5])])
        key = Array(bytes[(6 + Int(bytes[5]))...])
    }

    /// Whether it belongs to lists of that order.
    public func fits(_ order: ClientOrder) -> Bool {
        guard case .custom(let name) = order.by else { return self.order == Self.code(order) }
        return self.order == Self.code(order) && custom == name
    }

    public var text: String {
        var bytes = [order]
        for shift in stride(from: 24, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: id >> UInt32(shift)))
        }
        if order & 127 == Self.customCode {
            bytes.append(UInt8(truncatingIfNeeded: custom.count))
            bytes += custom
        }
        bytes += key
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self
        )
    }

    /// A key, and before it the name of a field of the tenant's own.
    private static let tailByteCountMax =
        ClientOrder.keyByteCountMax + 1 + CustomValue.nameByteCountMax

    private static let customCode: UInt8 = 70

    private static func code(_ order: ClientOrder) -> UInt8 {
        let by: UInt8 =
            switch order.by {
            case .id: 64
            case .lastBooking: 72
            case .nextBooking: 73
            case .bookings: 74
            case .noShows: 75
            case .version: 65
            case .created: 66
            case .updated: 67
            case .status: 68
            case .name: 69
            case .custom: customCode
            case .field(let field): field.rawValue
            }
        return by | (order.isDescending ? 128 : 0)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
