import CarnetBytes

// OWN RECORD. What a survivor brings by itself: a client's record as CarnetModel draws it, with bit
// 3 of the flags set, and two kinds of fields that stand in own records alone:
//   60  edited since a merge: u8 tag of the field, varint number of the latest merge before the edit
//   61  taken out since a merge: u8 tag, varint merge, then the value that a double still brings

/// What a survivor has by itself, apart from its doubles: its fields as they were before the first
/// merge, and every change that was addressed to it since.
///
/// A client that is no survivor of any merge needs none: its record is what it has.
struct OwnContent: Hashable, Sendable {
    static let editedTag: UInt8 = 60
    static let removedTag: UInt8 = 61

    /// A value that was taken out of a set though a double brings it; of the tenant's own fields
    /// the name of one that was edited, since each is a field by itself.
    struct Removed: Hashable, Sendable {
        let tag: UInt8
        let value: [UInt8]
        /// Merges up to this one bring it no more.
        var merge: UInt32
    }

    var content: ClientContent
    /// By field: merges up to this one have no say in it any more, since it was edited after them.
    private(set) var edited: [UInt8: UInt32] = [:]
    private(set) var removed: [Removed] = []

    /// What a client brings that is no survivor yet.
    init(plain content: ClientContent) {
        self.content = content
        self.content.set(MergedInto.tag, [])
    }

    /// Reads an own record.
    init(_ record: borrowing ClientRecord) {
        content = ClientContent(record)
        for value in content.values(Self.editedTag) {
            guard let (tag, merge, _) = Self.mark(value) else { continue }
            edited[tag] = merge
        }
        for value in content.values(Self.removedTag) {
            guard let (tag, merge, rest) = Self.mark(value) else { continue }
            removed.append(Removed(tag: tag, value: rest, merge: merge))
        }
        content.set(Self.editedTag, [])
        content.set(Self.removedTag, [])
    }

    /// Begins an own record: version, status and last change stand in the client's record.
    static func begin(_ record: borrowing ClientRecord, in own: inout ByteWriter) {
        ClientRecordWriter.begin(
            record.id,
            status: .active,
            createdMilliseconds: record.createdMilliseconds,
            updatedMilliseconds: record.createdMilliseconds,
            version: 1,
            in: &own
        )
        own.set(flag, at: 2)
    }

    private static let flag: UInt8 = 1 << 3

    /// With the marks written back among the fields, as the own record holds them.
    var marked: ClientContent {
        var marked = content
        marked.set(
            Self.editedTag,
            edited.sorted { $0.key < $1.key }.map { Self.mark($0.key, $0.value, []) }
        )
        marked.set(Self.removedTag, removed.map { Self.mark($0.tag, $0.merge, $0.value) })
        return marked
    }

    /// Whether a merge has a say in a field.
    func listens(to merge: UInt32, about tag: UInt8) -> Bool { merge > edited[tag] ?? 0 }

    /// Whether a value that a merge brings into a set is still wanted there.
    func keeps(_ value: [UInt8], of tag: UInt8, from merge: UInt32) -> Bool {
        !removed.contains { $0.tag == tag && $0.value == value && merge <= $0.merge }
    }

    /// A field was edited after merge `merge`, the latest one there is.
    mutating func edit(_ tag: UInt8, _ values: [[UInt8]], after merge: UInt32) {
        content.set(tag, values)
        edited[tag] = merge
    }

    /// A value was taken out of a set after merge `merge`, though doubles may bring it.
    mutating func remove(_ value: [UInt8], of tag: UInt8, after merge: UInt32) {
        content.set(tag, content.values(tag).filter { $0 != value })
        removed.removeAll { $0.tag == tag && $0.value == value }
        removed.append(Removed(tag: tag, value: value, merge: merge))
    }

    /// A field of the tenant's own was set or cleared after merge `merge`.
    mutating func edit(custom name: [UInt8], _ value: [UInt8]?, after merge: UInt32) {
        let tag = ClientExtra.custom.rawValue
        content.set(custom: name, value)
        removed.removeAll { $0.tag == tag && $0.value == name }
        removed.append(Removed(tag: tag, value: name, merge: merge))
    }

    private static func mark(_ tag: UInt8, _ merge: UInt32, _ rest: [UInt8]) -> [UInt8] {
        var writer = ByteWriter(capacity: 16 + rest.count)
        writer.append(tag)
        writer.append(varint: UInt64(merge))
        writer.append(rest)
        return writer.array()
    }

    private static func mark(_ value: [UInt8]) -> (tag: UInt8, merge: UInt32, rest: [UInt8])? {
        let bytes = unsafe value.span.bytes
        var reader = ByteReader(bytes)
        guard let tag = reader.byte(), let merge = reader.varint() else { return nil }
        let rest = bytes.bytes(reader.offset..<bytes.byteCount).array()
        return (tag, UInt32(truncatingIfNeeded: merge), rest)
    }
}
