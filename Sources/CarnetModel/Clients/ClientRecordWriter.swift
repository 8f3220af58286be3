public import CarnetBytes

/// Writes clients as ``ClientRecord`` reads them.
public enum ClientRecordWriter {
    /// Begins a record; the fields follow in ascending order of their tags, then `finish`.
    public static func begin(
        _ id: ClientID,
        status: ClientStatus,
        createdMilliseconds: UInt64,
        updatedMilliseconds: UInt64,
        version: UInt32,
        in writer: inout ByteWriter
    ) {
        writer.append(littleEndian: UInt16(0))
        writer.append(status.rawValue << 1)
        writer.append(littleEndian: id.value)
        writer.append(littleEndian: UInt32(truncatingIfNeeded: createdMilliseconds))
        writer.append(littleEndian: UInt16(truncatingIfNeeded: createdMilliseconds >> 32))
        writer.append(varint: UInt64(version))
        let age = updatedMilliseconds &- createdMilliseconds
        writer.append(varint: updatedMilliseconds >= createdMilliseconds ? age : 0)
    }

    /// Writes the length of the record that began at `start`. False when it is too long to be kept.
    public static func finish(from start: Int, in writer: inout ByteWriter) -> Bool {
        let count = writer.byteCount &- start
        guard count <= RecordStore.recordByteCountMax else { return false }
        writer.set(UInt8(truncatingIfNeeded: count), at: start)
        writer.set(UInt8(truncatingIfNeeded: count >> 8), at: start &+ 1)
        return true
    }

    /// Appends one field.
    public static func append(tag: UInt8, _ bytes: RawSpan, to writer: inout ByteWriter) {
        writer.append(tag)
        writer.append(lengthPrefixed: bytes)
    }

    /// Appends an integer field in as few little-endian bytes as it takes.
    public static func append(tag: UInt8, integer value: UInt64, to writer: inout ByteWriter) {
        let count = max(1, (71 &- value.leadingZeroBitCount) / 8)
        writer.append(tag)
        writer.append(UInt8(count))
        var rest = value
        for _ in 0..<count {
            writer.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    /// Appends the fields of `event` that belong into a record: those with tags below 64.
    public static func appendFields(
        of event: RawSpan,
        from offset: Int,
        to writer: inout ByteWriter
    ) {
        var cursor = FieldCursor(offset: offset)
        while let (tag, range) = cursor.next(in: event) {
            if tag < 64, !range.isEmpty { append(tag: tag, event.bytes(range), to: &writer) }
        }
    }

    /// Appends the fields of `old` as `change` leaves them: a tag that stands in the change takes
    /// its values from there, an empty one is left out, all others stay. Both are in ascending
    /// order, and so is the result. O(fields).
    public static func appendFields(
        of old: RawSpan,
        from oldOffset: Int,
        changedBy change: RawSpan,
        from changeOffset: Int,
        to writer: inout ByteWriter
    ) {
        var oldCursor = FieldCursor(offset: oldOffset)
        var changeCursor = FieldCursor(offset: changeOffset)
        var kept = oldCursor.next(in: old)
        var changed = changeCursor.next(in: change)
        while kept != nil || changed != nil {
            let keptTag = kept?.tag ?? UInt8.max
            if let (tag, range) = changed, tag <= keptTag {
                if tag < 64, !range.isEmpty {
                    append(tag: tag, change.bytes(range), to: &writer)
                }
                changed = changeCursor.next(in: change)
                // The old values of this tag go once its last new one has been written.
                if changed?.tag != tag {
                    while kept?.tag == tag { kept = oldCursor.next(in: old) }
                }
            } else if let (tag, range) = kept {
                append(tag: tag, old.bytes(range), to: &writer)
                kept = oldCursor.next(in: old)
            }
        }
    }
}
