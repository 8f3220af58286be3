public import CarnetBytes

/// That a client is linked to an account, as the client's record says it: varint account, varint LSN
/// of the directory's event that this tenant was last told of.
///
/// Told apart from ``ClientExtra`` since a caller never gives it: it follows from the directory.
public struct AccountMark: Hashable, Sendable {
    /// Its tag in records, events and snapshots.
    public static let tag: UInt8 = 62

    public let account: AccountID
    /// Whatever happened to the account before has been carried over.
    public let origin: LSN

    public init(account: AccountID, origin: LSN) {
        self.account = account
        self.origin = origin
    }

    public init?(_ value: RawSpan) {
        var reader = ByteReader(value)
        guard let number = reader.varint(), let account = UInt32(exactly: number),
            let origin = reader.varint()
        else { return nil }
        self.init(account: AccountID(account), origin: LSN(origin))
    }

    var value: [UInt8] {
        var writer = ByteWriter(capacity: 16)
        writer.append(varint: UInt64(account.value))
        writer.append(varint: origin.value)
        return writer.array()
    }
}

extension ClientRecord {
    /// The account that it is linked to, or nil. O(fields).
    public var accountMark: AccountMark? {
        var cursor = fields
        while let (tag, range) = cursor.next(in: bytes) {
            if tag == AccountMark.tag { return AccountMark(bytes.bytes(range)) }
        }
        return nil
    }
}
