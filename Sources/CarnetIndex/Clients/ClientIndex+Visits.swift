public import CarnetBytes
import CarnetModel

extension ClientIndex {
    /// Moves a client to where the day of its last booking puts it, in days since 1970; 0 where there
    /// was none. `store` holds its record. O(words of the client · log clients), where the day is another.
    public mutating func setVisitDay(
        _ number: UInt32,
        _ day: UInt32,
        in store: RecordStore,
        scratch: inout IndexScratch
    ) {
        guard !tables.isEmpty else {
            visitDays[number] = day == 0 ? nil : day
            return
        }
        guard let record = store.record(number) else { return }
        tables[0].grow(to: number)
        let keys = ClientKeys(ClientRecord(record))
        let activity = Activities.key(keys.activity, day: day)
        guard activity != tables[0].activities[number] else { return }
        if keys.isListed {
            scratch.words.read(record, keys)
            tables[0].moveTokens(number, to: activity, &scratch)
        }
        tables[0].setActivity(number, activity, isActive: keys.isActive)
    }

    /// The key of a client of a small tenant.
    func activity(_ number: UInt32, _ keys: ClientKeys) -> UInt64 {
        visitDays.isEmpty
            ? keys.activity : Activities.key(keys.activity, day: visitDays[number] ?? 0)
    }
}
