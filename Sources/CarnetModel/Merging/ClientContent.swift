public import CarnetBytes

/// The fields of a client taken apart: what merging and undoing reckon with. At rest a client is a
/// ``ClientRecord``; this is made from one and written into events as a change of one.
public struct ClientContent: Hashable, Sendable {
    /// The values of one tag in their order; at least one, none of them empty.
    public struct Group: Hashable, Sendable {
        public let tag: UInt8
        public var values: [[UInt8]]
    }

    /// Milliseconds since 1970.
    public var createdMilliseconds: UInt64
    /// Ascending by tag.
    public private(set) var groups: [Group] = []

    public init(createdMilliseconds: UInt64) { self.createdMilliseconds = createdMilliseconds }

    /// Takes a record apart. O(bytes).
    public init(_ record: borrowing ClientRecord) {
        createdMilliseconds = record.createdMilliseconds
        var cursor = record.fields
        while let (tag, range) = cursor.next(in: record.bytes) {
            let value = record.bytes.bytes(range).array()
            if groups.last?.tag == tag {
                groups[groups.count - 1].values.append(value)
            } else {
                groups.append(Group(tag: tag, values: [value]))
            }
        }
    }

    /// All values of a tag; none where the client lacks it.
    public func values(_ tag: UInt8) -> [[UInt8]] {
        groups.first { $0.tag == tag }?.values ?? []
    }

    /// The value of a field that stands at most once.
    public func value(_ field: ClientField) -> [UInt8]? { values(field.rawValue).first }

    /// The value of a field of the tenant's own, with its name before it as records hold it.
    func custom(_ name: [UInt8]) -> [UInt8]? {
        values(ClientExtra.custom.rawValue).first { CustomValue.name($0) == name }
    }

    /// Puts a field of the tenant's own in place, or takes it out.
    mutating func set(custom name: [UInt8], _ value: [UInt8]?) {
        let tag = ClientExtra.custom.rawValue
        let others = values(tag).filter { CustomValue.name($0) != name }
        let all = value.map { others + [$0] } ?? others
        set(tag, all.sorted { $0.lexicographicallyPrecedes($1) })
    }

    public func has(_ tag: UInt8) -> Bool { groups.contains { $0.tag == tag } }

    /// Puts these values in the place of those of a tag; none take the tag out.
    public mutating func set(_ tag: UInt8, _ values: [[UInt8]]) {
        let place = groups.firstIndex { $0.tag >= tag } ?? groups.count
        let stands = place < groups.count && groups[place].tag == tag
        switch (stands, values.isEmpty) {
        case (true, true): groups.remove(at: place)
        case (true, false): groups[place].values = values
        case (false, true): break
        case (false, false): groups.insert(Group(tag: tag, values: values), at: place)
        }
    }

    /// Appends what has to change for `old` to become this, as `clientChanged` writes it: the
    /// groups that differ, and an empty field for each that goes. False where nothing differs.
    @discardableResult
    public func appendChange(from old: ClientContent, to payload: inout ByteWriter) -> Bool {
        let tags = Set(groups.map(\.tag)).union(old.groups.map(\.tag)).sorted()
        var differs = false
        for tag in tags {
            let values = values(tag)
            guard values != old.values(tag) else { continue }
            differs = true
            Self.append(tag, values, to: &payload)
        }
        return differs
    }

    /// Appends one group of a change; one without values clears the tag.
    static func append(_ tag: UInt8, _ values: [[UInt8]], to payload: inout ByteWriter) {
        for value in values.isEmpty ? [[]] : values {
            payload.append(tag)
            payload.append(varint: UInt64(value.count))
            payload.append(value)
        }
    }

    /// Writes a record of these fields, as it would stand: for an answer about what is not done.
    public func appendRecord(
        _ id: ClientID,
        status: ClientStatus,
        version: UInt32,
        updatedMilliseconds: UInt64,
        to writer: inout ByteWriter
    ) {
        let start = writer.byteCount
        ClientRecordWriter.begin(
            id,
            status: status,
            createdMilliseconds: createdMilliseconds,
            updatedMilliseconds: updatedMilliseconds,
            version: version,
            in: &writer
        )
        for group in groups { Self.append(group.tag, group.values, to: &writer) }
        _ = ClientRecordWriter.finish(from: start, in: &writer)
    }

    /// The bytes that its fields take in a record.
    var fieldByteCount: Int {
        groups.reduce(0) { sum, group in
            group.values.reduce(sum) { $0 + 1 + varintByteCount(UInt64($1.count)) + $1.count }
        }
    }
}
