public import CarnetBytes
import CarnetModel

/// Lookups by a whole key. Each replaces `numbers` by at most `max` clients that have the key now:
/// active ones before inactive ones, then the most recently active first, then the lower number.
/// O(1), and O(clients) where many share the key; a small tenant is looked through.
extension ClientIndex {
    /// The clients of an e-mail as typed; case does not count.
    public func find(
        email: RawSpan,
        in store: RecordStore,
        max: Int,
        into numbers: inout [UInt32],
        scratch: inout IndexScratch
    ) {
        numbers.removeAll(keepingCapacity: true)
        guard !email.isEmpty else { return }
        scratch.candidates.removeAll(keepingCapacity: true)
        if !tables.isEmpty { tables[0].emails.visit(hash.email(email)) { scratch.note($0) } }
        pick(in: store, max, &numbers, &scratch) { record, keys in
            EmailAddress.isFoldedEqual(record.bytes(keys.email), email)
        }
    }

    /// The clients of a phone: E.164 without the plus.
    public func find(
        phone digits: UInt64,
        in store: RecordStore,
        max: Int,
        into numbers: inout [UInt32],
        scratch: inout IndexScratch
    ) {
        numbers.removeAll(keepingCapacity: true)
        guard digits != 0 else { return }
        scratch.candidates.removeAll(keepingCapacity: true)
        if !tables.isEmpty { tables[0].phones.visit(hash.phone(digits)) { scratch.note($0) } }
        pick(in: store, max, &numbers, &scratch) { _, keys in keys.phone == digits }
    }

    /// The clients of an external reference, byte for byte.
    public func find(
        external: RawSpan,
        in store: RecordStore,
        max: Int,
        into numbers: inout [UInt32],
        scratch: inout IndexScratch
    ) {
        numbers.removeAll(keepingCapacity: true)
        guard !external.isEmpty else { return }
        scratch.candidates.removeAll(keepingCapacity: true)
        if !tables.isEmpty {
            tables[0].externals.visit(hash.external(external)) { scratch.note($0) }
        }
        pick(in: store, max, &numbers, &scratch) { record, keys in
            guard keys.externalCount > 0 else { return false }
            var references = ExternalReferences(keys)
            while let range = references.next(in: record) {
                if record.bytes(range).isEqual(to: external) { return true }
            }
            return false
        }
    }

    /// Fills `numbers` with the first of the candidates that match; of all clients where there are
    /// no tables.
    @inline(__always)
    private func pick(
        in store: RecordStore,
        _ max: Int,
        _ numbers: inout [UInt32],
        _ scratch: inout IndexScratch,
        _ matches: (RawSpan, ClientKeys) -> Bool
    ) {
        guard max > 0 else { return }
        guard !tables.isEmpty else {
            scan(store, max, &numbers, &scratch.search.top, matches)
            return
        }
        let candidates = scratch.candidates
        guard !candidates.isEmpty else { return }
        if candidates.count == 1, let record = store.record(candidates[0]) {
            let keys = ClientKeys(ClientRecord(record))
            if keys.isListed, matches(record, keys) { numbers.append(candidates[0]) }
            return
        }
        // Nearly all candidates match, so that a few more than are wanted will do.
        var keepCount = min(candidates.count, max &+ 16)
        while true {
            scratch.search.top.begin(keeping: keepCount)
            for number in candidates {
                let isActive = tables[0].activities.isActive(number)
                scratch.search.top.offer(
                    SearchRank(number, isActive: isActive, activity: tables[0].activities[number])
                )
            }
            numbers.removeAll(keepingCapacity: true)
            for rank in scratch.search.top.ordered() where numbers.count < max {
                // Two references of one client may stand under one tag.
                guard numbers.last != rank.number, let record = store.record(rank.number) else {
                    continue
                }
                let keys = ClientKeys(ClientRecord(record))
                if keys.isListed, matches(record, keys) { numbers.append(rank.number) }
            }
            if numbers.count == max || keepCount == candidates.count { return }
            keepCount = candidates.count
        }
    }

    @inline(__always)
    private func scan(
        _ store: RecordStore,
        _ max: Int,
        _ numbers: inout [UInt32],
        _ top: inout TopRanks,
        _ matches: (RawSpan, ClientKeys) -> Bool
    ) {
        top.begin(keeping: max)
        for index in 0..<store.numberMax {
            guard let record = store.record(index &+ 1) else { continue }
            let keys = ClientKeys(ClientRecord(record))
            guard keys.isListed, matches(record, keys) else { continue }
            top.offer(
                SearchRank(index &+ 1, isActive: keys.isActive, activity: keys.activity)
            )
        }
        for rank in top.ordered() { numbers.append(rank.number) }
    }
}
