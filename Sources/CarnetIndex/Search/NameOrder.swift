import CarnetBytes
import CarnetModel

/// The order by name of what was found: reads the records of at most 2,048 hits, those that come
/// first by match and activity where there are more.
enum NameOrder {
    /// Replaces the ranks in `scratch.search.top` by the first in the order by name.
    static func sort(
        _ scratch: inout IndexScratch,
        _ options: SearchOptions,
        in store: RecordStore
    ) {
        let found = scratch.search.top.ordered()
        let start = options.start?.rank
        scratch.search.top.begin(keeping: options.keepCount)
        var text = ByteWriter(capacity: 256)
        for hit in found {
            guard let record = store.record(hit.number) else { continue }
            let rank = SearchRank(
                hit.number,
                hit.match,
                name: key(of: record, &text),
                isDescending: options.sort == .nameDescending
            )
            if let start, !start.precedes(rank) { continue }
            scratch.search.top.offer(rank)
        }
    }

    /// The beginning of the folded name: last name, then first; the company of who has no last
    /// name.
    static func key(of record: RawSpan, _ text: inout ByteWriter) -> NameKey {
        let keys = ClientKeys(ClientRecord(record))
        let last = keys.last.isEmpty ? keys.company : keys.last
        text.removeAll()
        Folding.appendSortKey(
            last: record.bytes(last),
            first: record.bytes(keys.first),
            to: &text
        )
        text.appendZeros(max(0, 24 &- text.byteCount))
        return NameKey(
            first: text.bytes.littleEndianUInt64(at: 0).byteSwapped,
            second: text.bytes.littleEndianUInt64(at: 8).byteSwapped,
            third: text.bytes.littleEndianUInt64(at: 16).byteSwapped
        )
    }
}
