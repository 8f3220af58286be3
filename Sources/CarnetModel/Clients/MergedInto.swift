import CarnetBytes

/// Where a merged client went: the field of its record that says so. It stands for as long as the
/// merge does.
public struct MergedInto: Hashable, Sendable {
    /// Its tag in records. Value: varint number of the survivor, varint number of the merge.
    public static let tag: UInt8 = 43

    /// The survivor that the merge named; it may have been merged on since.
    public let survivor: ClientID
    public let merge: UInt32

    init(survivor: ClientID, merge: UInt32) {
        self.survivor = survivor
        self.merge = merge
    }

    init?(_ value: RawSpan) {
        var reader = ByteReader(value)
        guard let survivor = reader.varint(), let merge = reader.varint() else { return nil }
        self.survivor = ClientID(UInt32(truncatingIfNeeded: survivor))
        self.merge = UInt32(truncatingIfNeeded: merge)
    }

    var value: [UInt8] {
        var writer = ByteWriter(capacity: 16)
        writer.append(varint: UInt64(survivor.value))
        writer.append(varint: UInt64(merge))
        return writer.array()
    }
}

extension ClientRecord {
    /// Where the client went, or nil where it is not merged. O(fields).
    public var mergedInto: MergedInto? {
        guard status == .merged else { return nil }
        var cursor = fields
        while let (tag, range) = cursor.next(in: bytes) {
            if tag == MergedInto.tag { return MergedInto(bytes.bytes(range)) }
        }
        return nil
    }
}
