public import CarnetBytes
import CarnetModel

/// Lookups by a whole key. Each replaces `numbers` by at most `max` clients: active ones before
/// inactive ones, those that have the key now before those that had it (aliases, of e-mails and
/// phones), then the most recently active first, then the lower number. O(1), and O(clients) where
/// many share the key; a small tenant is looked through.
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
            if EmailAddress.isFoldedEqual(record.bytes(keys.email), email) { return .now }
            guard !keys.aliases.isEmpty else { return nil }
            var former = ClientAliases(.email, keys)
            while let range = former.next(in: record) {
                if EmailAddress.isFoldedEqual(record.bytes(range), email) { return .before }
            }
            return nil
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
        pick(in: store, max, &numbers, &scratch) { record, keys in
            if keys.phone == digits { return .now }
            guard !keys.aliases.isEmpty else { return nil }
            var former = ClientAliases(.phone, keys)
            while let range = former.next(in: record) {
                if record.shortInteger(range) == digits { return .before }
            }
            return nil
        }
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
            guard keys.externalCount > 0 else { return nil }
            var references = ExternalReferences(keys)
            while let range = references.next(in: record) {
                if record.bytes(range).isEqual(to: external) { return .now }
            }
            return nil
        }
    }

    /// Since when a client has a key.
    private enum Holding: UInt8 {
        case now
        case before
    }

    /// Fills `numbers` with the first of the candidates that match; of all clients where there are
    /// no tables.
    @inline(__always)
    private func pick(
        in store: RecordStore,
        _ max: Int,
        _ numbers: inout [UInt32],
        _ scratch: inout IndexScratch,
        _ holding: (RawSpan, ClientKeys) -> Holding?
    ) {
        guard max > 0 else { return }
        guard !tables.isEmpty else {
            scan(store, max, &numbers, &scratch.search.top, holding)
            return
        }
        let candidates = scratch.candidates
        guard !candidates.isEmpty else { return }
        if candidates.count == 1, let record = store.record(candidates[0]) {
            let keys = ClientKeys(ClientRecord(record))
            if keys.isListed, holding(record, keys) != nil { numbers.append(candidates[0]) }
            return
        }
        // Nearly all candidates match, so that a few more than are wanted will do: a crowd's first
        // by activity, whose records then say who comes first of them.
        var keepCount = min(candidates.count, max &+ Self.spareCount)
        while true {
            scratch.search.top.begin(keeping: keepCount)
            for number in candidates {
                let isActive = tables[0].activities.isActive(number)
                scratch.search.top.offer(
                    SearchRank(
                        number,
                        isActive: isActive,
                        isFormer: false,
                        activity: tables[0].activities[number]
                    )
                )
            }
            let kept = scratch.search.top.ordered()
            scratch.search.top.begin(keeping: max)
            var formerCount = 0
            var found = 0
            var last: UInt32 = 0
            for rank in kept {
                // Two keys of one client may stand under one tag.
                guard last != rank.number, let record = store.record(rank.number) else { continue }
                last = rank.number
                let keys = ClientKeys(ClientRecord(record))
                guard keys.isListed, let holding = holding(record, keys) else { continue }
                found &+= 1
                if holding == .before { formerCount &+= 1 }
                scratch.search.top.offer(
                    SearchRank(
                        rank.number,
                        isActive: keys.isActive,
                        isFormer: holding == .before,
                        activity: tables[0].activities[rank.number]
                    )
                )
            }
            // Those who had it before may have taken the room of some who have it.
            if keepCount == candidates.count || (found >= max && formerCount == 0) { break }
            keepCount = candidates.count
        }
        numbers.removeAll(keepingCapacity: true)
        for rank in scratch.search.top.ordered() { numbers.append(rank.number) }
    }

    /// How many candidates more than are wanted are looked at first.
    private static let spareCount = 16

    @inline(__always)
    private func scan(
        _ store: RecordStore,
        _ max: Int,
        _ numbers: inout [UInt32],
        _ top: inout TopRanks,
        _ holding: (RawSpan, ClientKeys) -> Holding?
    ) {
        top.begin(keeping: max)
        for index in 0..<store.numberMax {
            guard let record = store.record(index &+ 1) else { continue }
            let keys = ClientKeys(ClientRecord(record))
            guard keys.isListed, let holding = holding(record, keys) else { continue }
            top.offer(
                SearchRank(
                    index &+ 1,
                    isActive: keys.isActive,
                    isFormer: holding == .before,
                    activity: activity(index &+ 1, keys)
                )
            )
        }
        for rank in top.ordered() { numbers.append(rank.number) }
    }
}
