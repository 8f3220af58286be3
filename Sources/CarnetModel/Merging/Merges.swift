import CarnetBytes

/// What a tenant keeps of its merges: every merge ever made, what survivors have by themselves, and
/// which pairs are two persons. A tenant that never had any of it has none of this.
///
/// Rows of merges and pairs are never taken out and numbered as they come, so that a snapshot and a
/// replay end with the same numbers. The tables by client are made from the rows again at load.
struct Merges: Sendable {
    private(set) var rows = RecordStore()
    /// Own records of survivors, by the client's number.
    private(set) var owns = RecordStore()
    private(set) var pairs = RecordStore()
    /// Numbers of the merges that a client had part in, as survivor or double; ascending.
    private var mergesByClient: [UInt32: [UInt32]] = [:]
    /// Numbers of the pairs that a client stands in; ascending.
    private var pairsByClient: [UInt32: [UInt32]] = [:]

    /// The number of the latest merge; 0 before the first.
    var latest: UInt32 { rows.numberMax }

    /// Bytes that rows take; the tables by client not counted.
    var byteCount: Int { rows.byteCount &+ owns.byteCount &+ pairs.byteCount }

    // MARK: Merges

    func row(_ number: UInt32) -> MergeRow? {
        guard let bytes = rows.record(number) else { return nil }
        return MergeRow(bytes)
    }

    /// The merges that a client had part in, ascending. O(1).
    func merges(of id: ClientID) -> [UInt32] { mergesByClient[id.value] ?? [] }

    /// The merges into a client that stand, ascending. O(merges it ever had part in).
    func standing(into id: ClientID) -> [MergeRow] {
        merges(of: id).compactMap { row($0) }.filter { $0.stands && $0.survivor == id }
    }

    /// What the digest holds of a merge, or nil where there is none of that number.
    func rowHash(_ number: UInt32) -> Hash128? { Self.hash(number, in: rows) }

    /// Stores a merge, new or changed, whose bytes are those of a row.
    mutating func put(merge bytes: RawSpan) {
        guard let row = MergeRow(bytes) else { return }
        if !rows.contains(row.number) {
            mergesByClient[row.survivor.value, default: []].append(row.number)
            mergesByClient[row.double.value, default: []].append(row.number)
        }
        rows.put(bytes)
    }

    // MARK: What survivors have by themselves

    func own(_ id: ClientID) -> OwnContent? {
        guard let bytes = owns.record(id.value) else { return nil }
        return OwnContent(ClientRecord(bytes))
    }

    /// Appends the own record of a survivor as `change` makes it; false where it has none.
    func appendOwn(of id: ClientID, changedBy change: RawSpan, to own: inout ByteWriter) -> Bool {
        guard let old = owns.record(id.value) else { return false }
        let record = ClientRecord(old)
        OwnContent.begin(record, in: &own)
        ClientRecordWriter.appendFields(
            of: old,
            from: record.fieldsOffset,
            changedBy: change,
            from: 0,
            to: &own
        )
        return true
    }

    mutating func put(own bytes: RawSpan) { owns.put(bytes) }

    /// What the digest holds of an own record, or nil where there is none.
    func ownHash(_ id: ClientID) -> Hash128? { Self.hash(id.value, in: owns) }

    mutating func removeOwn(_ id: ClientID) { owns.remove(id.value) }

    // MARK: Pairs

    var hasPairs: Bool { pairs.count > 0 }

    func pair(_ number: UInt32) -> PairRow? {
        guard let bytes = pairs.record(number) else { return nil }
        return PairRow(bytes)
    }

    /// The pairs that a client stands in. O(their number).
    func pairs(of id: ClientID) -> [PairRow] {
        (pairsByClient[id.value] ?? []).compactMap { pair($0) }
    }

    /// What was said of exactly these two, or nil.
    func pair(_ a: ClientID, _ b: ClientID) -> PairRow? {
        pairs(of: a).first { $0.other(than: a) == b }
    }

    /// What the digest holds of a pair, or nil where there is none of that number.
    func pairHash(_ number: UInt32) -> Hash128? { Self.hash(number, in: pairs) }

    /// Stores a pair, new or changed, whose bytes are those of a row.
    mutating func put(pair bytes: RawSpan) {
        guard let row = PairRow(bytes) else { return }
        if !pairs.contains(row.number) {
            pairsByClient[row.lower.value, default: []].append(row.number)
            pairsByClient[row.higher.value, default: []].append(row.number)
        }
        pairs.put(bytes)
    }

    private static func hash(_ number: UInt32, in store: RecordStore) -> Hash128? {
        guard let bytes = store.record(number) else { return nil }
        return bytes.xxh3_128
    }
}

/// The same as it was at one moment, for a reader on another thread.
struct MergesView: Sendable {
    let rows: RecordPages
    let owns: RecordPages
    let pairs: RecordPages
}

extension Merges {
    func view() -> MergesView {
        MergesView(rows: rows.view(), owns: owns.view(), pairs: pairs.view())
    }
}
