import CarnetBytes

/// R-SAL-20: addresses that are kept out after an erasure.
extension Tenant {
    /// Writes `clientsKeptOut` beside the erasure that gets the next receipt. `key` is that of the
    /// tenant, or one drawn at random where it has none.
    public func decideKeepOut(
        _ digests: [UInt64],
        _ key: KeyedHash,
        events: inout EventBuffer
    ) throws(Refusal) {
        guard !digests.isEmpty else { return }
        guard keepOut.entries.count + digests.count <= KeepOut.countMax else {
            throw .quota(
                "the tenant keeps \(KeepOut.countMax) addresses out; KEEPOUT.LIFT lets some in again"
            )
        }
        KeepOutEvent(key: key, receipt: nextReceipt, digests: digests.sorted())
            .append(to: &events.payloads)
        events.close(.clientsKeptOut)
    }

    /// Writes `keepOutLifted` where somebody is let in by it. Answers how many digests go.
    public func decideLift(
        _ lift: KeepOutLift,
        events: inout EventBuffer
    ) throws(Refusal) -> Int {
        if case .receipt(let number) = lift, erasure(number) == nil { throw .noReceipt(number) }
        let count = keepOut.entries.count(where: lift.picks)
        guard count > 0 else { return 0 }
        lift.append(to: &events.payloads)
        events.close(.keepOutLifted)
        return count
    }

    /// Applies `clientsKeptOut`.
    mutating func applyKeepOut(_ event: borrowing Event) throws(EventError) {
        guard let change = KeepOutEvent(event.payload) else { throw .malformed(event.kind) }
        restore(keepOutKey: change.key)
        for digest in change.digests {
            restore(keepOut: KeepOut.Entry(digest: digest, receipt: change.receipt))
        }
    }

    /// Applies `keepOutLifted`.
    mutating func applyLift(_ event: borrowing Event) throws(EventError) {
        guard let lift = KeepOutLift(event.payload) else { throw .malformed(event.kind) }
        for entry in keepOut.remove(where: lift.picks) { digest.remove(Self.row(of: entry).bytes) }
    }

    mutating func restore(keepOutKey key: KeyedHash) {
        guard keepOut.take(key) else { return }
        var row = ByteWriter(capacity: 16)
        row.append(littleEndian: key.low)
        row.append(littleEndian: key.high)
        digest.add(row.bytes)
    }

    mutating func restore(keepOut entry: KeepOut.Entry) {
        if keepOut.insert(entry) { digest.add(Self.row(of: entry).bytes) }
    }

    private static func row(of entry: KeepOut.Entry) -> ByteWriter {
        var row = ByteWriter(capacity: 16)
        entry.append(to: &row)
        return row
    }
}

extension KeepOut.Entry {
    func append(to row: inout ByteWriter) {
        row.append(littleEndian: digest)
        row.append(littleEndian: receipt)
    }
}
