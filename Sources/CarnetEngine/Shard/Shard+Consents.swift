import CarnetBytes
public import CarnetModel

extension Shard {
    /// CONSENT.SET: the proof is of now where `milliseconds` is nil.
    public func setConsent(
        _ cell: TenantCell,
        _ id: ClientID,
        _ purpose: ConsentPurpose,
        isGiven: Bool,
        milliseconds: UInt64?,
        source: [UInt8],
        wording: [UInt8],
        _ options: WriteOptions
    ) throws(CommandFailure) -> WriteResult {
        if let known = try remembered(cell, options) { return known }
        events.removeAll()
        let microseconds = microsecondsNow
        let context = Context(now: Timestamp(millisecondsSinceEpoch: microseconds / 1_000))
        let version: UInt32
        do throws(Refusal) {
            version = try cell.tenant.decideConsent(
                id,
                ConsentProof(
                    purpose,
                    isGiven: isGiven,
                    milliseconds: milliseconds ?? context.now.millisecondsSinceEpoch,
                    source: source,
                    wording: wording
                ),
                in: context,
                ifVersion: options.ifVersion,
                events: &events
            )
        } catch {
            events.removeAll()
            throw .refused(error)
        }
        guard events.count > 0, !options.isDryRun else {
            return WriteResult(kind: .updated, number: id.value, version: version, lsn: nil)
        }
        let lsn = try commit(
            cell,
            microseconds: microseconds,
            wantsSync: options.wantsSync,
            keyed: keyed(options, .updated, number: id.value, version: version)
        )
        return WriteResult(kind: .updated, number: id.value, version: version, lsn: lsn)
    }
}
