public import CarnetBytes
public import CarnetModel

/// The doubles of one tenant's clients as a server looks for them: a ``DuplicateIndex``, or none while
/// the list is short.
///
/// Upkeep as ``ClientIndex``'s: whoever changes a record calls `willPut`, stores the record, and
/// calls `didPut`. Active clients up to `filledTo` are in the table and kept there with each change. New
/// ones wait behind it until somebody calls `fill`, so that loading a list costs nothing here; but
/// whoever was asked about just before is entered at once, since its keys are known.
public struct ClientDoubles: Sendable {
    /// Tenants whose highest client number is above this have tables; shorter lists are looked
    /// through.
    public static let scanMax: UInt32 = 48

    private let seed: UInt64
    /// The table, or none for a short list.
    var tables: [DuplicateIndex] = []
    /// Active clients up to this number are in the table.
    public private(set) var filledTo: UInt32 = 0
    /// Whether `didPut` has to enter the client.
    private var entersPending = true
    /// What scores are made with.
    public var weights: MatchWeights {
        didSet { if !tables.isEmpty { tables[0].weights = weights } }
    }

    /// Of no clients. `seed` as ``ClientIndex`` takes it.
    public init(seed: UInt64) {
        self.seed = seed
        weights = .standard
    }

    /// Bytes that the tables take.
    public var byteCount: Int { tables.first?.byteCount ?? 0 }

    /// Room for it, used again and again; one for all tenants of the same seed.
    public func makeScratch() -> MatchScratch { MatchScratch(seed: seed) }

    /// Whether everybody is in the table, or there need be none. O(1).
    public func isFilled(_ store: RecordStore) -> Bool {
        tables.isEmpty ? store.numberMax <= Self.scanMax : filledTo >= store.numberMax
    }

    /// How many numbers wait to be entered into the table. O(1).
    public func waitingCount(_ store: RecordStore) -> UInt32 {
        if tables.isEmpty { return store.numberMax > Self.scanMax ? store.numberMax : 0 }
        return store.numberMax &- min(filledTo, store.numberMax)
    }

    // MARK: - Upkeep

    /// Takes the client of record `new` out if what is compared of it changes. `store` still holds
    /// the old record, if there is one.
    public mutating func willPut(
        _ new: RawSpan,
        in store: RecordStore,
        _ scratch: inout MatchScratch
    ) {
        entersPending = true
        guard !tables.isEmpty else { return }
        let number = new.littleEndianUInt32(at: 3)
        guard number <= filledTo, let bytes = store.record(number) else { return }
        let old = ClientRecord(bytes)
        guard old.status == .active else { return }
        if ClientRecord(new).status == .active, Self.comparesAlike(old, ClientRecord(new)) {
            entersPending = false
        } else {
            tables[0].remove(old, &scratch)
        }
    }

    /// Enters the client, whose new record `store` holds, unless it waits behind what is filled.
    public mutating func didPut(
        _ number: UInt32,
        in store: RecordStore,
        _ scratch: inout MatchScratch
    ) {
        guard !tables.isEmpty else {
            if store.numberMax > Self.scanMax {
                tables = [DuplicateIndex(seed: seed, weights: weights)]
            }
            return
        }
        if number > filledTo {
            // A new client who was asked about just before, with nothing in between.
            guard number == filledTo &+ 1, scratch.loaded == number else { return }
            filledTo = number
            tables[0].insertLoaded(&scratch)
        } else if entersPending {
            enter(number, in: store, &scratch)
        }
    }

    /// Enters those up to `number` that are not in the table yet. A few microseconds each.
    public mutating func fill(
        in store: RecordStore,
        to number: UInt32,
        _ scratch: inout MatchScratch
    ) {
        if tables.isEmpty {
            guard store.numberMax > Self.scanMax else { return }
            tables = [DuplicateIndex(seed: seed, weights: weights)]
        }
        while filledTo < min(number, store.numberMax) {
            filledTo &+= 1
            enter(filledTo, in: store, &scratch)
        }
    }

    private mutating func enter(
        _ number: UInt32,
        in store: RecordStore,
        _ scratch: inout MatchScratch
    ) {
        guard let bytes = store.record(number) else { return }
        let record = ClientRecord(bytes)
        if record.status == .active { tables[0].insert(record, &scratch) }
    }

    /// Whether two records of one client have the same of all that is compared.
    private static func comparesAlike(
        _ old: borrowing ClientRecord,
        _ new: borrowing ClientRecord
    ) -> Bool {
        var oldCursor = old.fields
        var newCursor = new.fields
        while true {
            let one = nextCompared(&oldCursor, old.bytes)
            let other = nextCompared(&newCursor, new.bytes)
            guard let one, let other else { return one == nil && other == nil }
            guard one.tag == other.tag,
                old.bytes.bytes(one.range).isEqual(to: new.bytes.bytes(other.range))
            else { return false }
        }
    }

    private static func nextCompared(
        _ cursor: inout FieldCursor,
        _ bytes: RawSpan
    ) -> (tag: UInt8, range: Range<Int>)? {
        while let (tag, range) = cursor.next(in: bytes) {
            switch ClientField(rawValue: tag) {
            case .first, .last, .email, .phone, .birthday, .city, .language: return (tag, range)
            case nil: if ClientAlias(rawValue: tag) != nil { return (tag, range) }
            default: break
            }
        }
        return nil
    }

    // MARK: - Asking

    /// Runs `body` on an index of everybody, of a short list on one that is made for it: some
    /// microseconds a client. Where the table is not filled yet, what stands in it is taken for a
    /// sample of all `activeCount`.
    public func withIndex<R>(
        of store: RecordStore,
        _ activeCount: Int,
        _ scratch: inout MatchScratch,
        _ body: (DuplicateIndex, inout MatchScratch) -> R
    ) -> R {
        if !isFilled(store) {
            var index = tables.first ?? DuplicateIndex(seed: seed, weights: weights)
            index.count = activeCount
            return body(index, &scratch)
        }
        if let index = tables.first { return body(index, &scratch) }
        var index = DuplicateIndex(seed: seed, weights: weights)
        if store.numberMax >= 1 {
            for number in 1...store.numberMax {
                guard let bytes = store.record(number) else { continue }
                let record = ClientRecord(bytes)
                if record.status == .active { index.insert(record, &scratch) }
            }
        }
        return body(index, &scratch)
    }

    /// The same for a client that is about to be added, whose keys `didPut` then need not find
    /// again. Whoever does not add it, or anybody else first, calls ``MatchScratch/forget()``.
    public func matches(
        ofNew client: ClientRecord,
        in store: RecordStore,
        _ wish: MatchWish,
        _ scratch: inout MatchScratch
    ) -> [ClientMatch] {
        let found = matches(of: client, in: store, wish, &scratch)
        if !tables.isEmpty { scratch.loaded = client.id.value }
        return found
    }

    /// The clients who may be the one in `client`, as ``DuplicateIndex/matches(of:in:_:_:)``
    /// answers. Of a short list each is looked at.
    public func matches(
        of client: ClientRecord,
        in store: RecordStore,
        _ wish: MatchWish,
        _ scratch: inout MatchScratch
    ) -> [ClientMatch] {
        if let index = tables.first { return index.matches(of: client, in: store, wish, &scratch) }
        guard store.numberMax <= Self.scanMax, mayHaveMatches(client, in: store, wish, &scratch)
        else { return [] }
        return withIndex(of: store, 0, &scratch) { index, scratch in
            index.matches(of: client, in: store, wish, &scratch)
        }
    }
}
