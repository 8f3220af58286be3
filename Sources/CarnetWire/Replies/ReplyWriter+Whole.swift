internal import CarnetBytes

extension ReplyWriter {
    /// Appends whole replies that another writer of the same mode has written. Not inside an
    /// aggregate.
    public mutating func append(whole replies: [UInt8]) { output.append(replies) }

    /// Appends whole replies that another writer of the same mode has written. Not inside an
    /// aggregate.
    public mutating func append(whole replies: RawSpan) { output.append(replies) }
}
