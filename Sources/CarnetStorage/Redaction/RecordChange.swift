public import CarnetBytes

/// What becomes of a record when a segment is redacted. LSN, partition, sequence, time and tenant stay.
public enum RecordChange: Hashable, Sendable {
    case kept
    /// Another type, and the payload that was written.
    case replaced(type: UInt8)
}

/// Decides what becomes of a record: its LSN, the record, the body that its ranges are of, and where
/// to write another payload to.
public typealias RecordRedaction = (
    _ lsn: LSN, _ record: LogRecord, _ body: RawSpan, _ payload: inout ByteWriter
) -> RecordChange
