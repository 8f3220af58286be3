public import CarnetBytes
import CarnetModel

/// Between `willPut` and `didPut`: which keys of the client are to be linked anew.
struct PendingPut: Sendable {
    var linksEmail = true
    var linksPhone = true
    var linksExternals = true
    var linksTokens = true

    /// Nothing is linked yet.
    static let all = PendingPut()

    var linksAny: Bool { linksEmail || linksPhone || linksExternals || linksTokens }
}

extension ClientIndex {
    /// Takes the keys out that the client of record `new` is about to lose. `store` still holds
    /// the old record, if there is one. Followed by storing the record and `didPut`.
    public mutating func willPut(
        _ new: RawSpan,
        in store: RecordStore,
        scratch: inout IndexScratch
    ) {
        pending = .all
        guard !tables.isEmpty else { return }
        let number = new.littleEndianUInt32(at: 3)
        guard let old = store.record(number) else { return }
        let oldKeys = ClientKeys(ClientRecord(old))
        guard oldKeys.isListed else { return }
        let newKeys = ClientKeys(ClientRecord(new))
        if newKeys.isListed { pending = Self.differences(old, oldKeys, new, newKeys) }
        unlink(number, old, oldKeys, pending, scratch: &scratch)
    }

    /// Links the keys that the client has won, and moves it to where its activity puts it. `store`
    /// holds the new record. About 1 µs in a venue of 200,000.
    public mutating func didPut(
        _ number: UInt32,
        in store: RecordStore,
        scratch: inout IndexScratch
    ) {
        guard !tables.isEmpty else {
            guard store.numberMax > Self.scanMax else { return }
            let days = visitDays
            rebuild(from: store, scratch: &scratch) { days[$0] ?? 0 }
            return
        }
        guard let record = store.record(number) else { return }
        let keys = ClientKeys(ClientRecord(record))
        tables[0].grow(to: number)
        let activity = tables[0].activities.keepingDay(keys.activity, of: number)
        if keys.isListed {
            link(number, record, keys, activity, pending, in: store, scratch: &scratch)
        }
        tables[0].setActivity(number, activity, isActive: keys.isActive)
    }

    /// Takes all keys of a client out, whose record is about to go.
    public mutating func willRemove(
        _ number: UInt32,
        in store: RecordStore,
        scratch: inout IndexScratch
    ) {
        guard !tables.isEmpty, let record = store.record(number) else { return }
        let keys = ClientKeys(ClientRecord(record))
        guard keys.isListed else { return }
        unlink(number, record, keys, .all, scratch: &scratch)
        tables[0].setActivity(number, 0, isActive: false)
    }

    /// Which keys differ between two records of one client.
    private static func differences(
        _ old: RawSpan,
        _ oldKeys: ClientKeys,
        _ new: RawSpan,
        _ newKeys: ClientKeys
    ) -> PendingPut {
        func differ(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
            !old.bytes(a).isEqual(to: new.bytes(b))
        }
        if differ(oldKeys.aliases, newKeys.aliases) {
            return PendingPut(linksExternals: differ(oldKeys.externals, newKeys.externals))
        }
        let email = differ(oldKeys.email, newKeys.email)
        let names =
            differ(oldKeys.first, newKeys.first) || differ(oldKeys.last, newKeys.last)
            || differ(oldKeys.company, newKeys.company)
        return PendingPut(
            linksEmail: email,
            linksPhone: oldKeys.phone != newKeys.phone,
            linksExternals: differ(oldKeys.externals, newKeys.externals),
            linksTokens: email || names
        )
    }

    private mutating func unlink(
        _ number: UInt32,
        _ record: RawSpan,
        _ keys: ClientKeys,
        _ which: PendingPut,
        scratch: inout IndexScratch
    ) {
        guard which.linksAny else { return }
        scratch.words.read(record, keys)
        scratch.contacts.read(keys, of: record, hash)
        if which.linksTokens { tables[0].unlinkTokens(number, &scratch) }
        if which.linksEmail {
            for email in scratch.contacts.emails { tables[0].unlinkEmail(number, email) }
            tables[0].unlinkLocals(number, scratch.words)
        }
        if which.linksPhone {
            for phone in scratch.contacts.phones { tables[0].unlinkPhone(number, phone) }
        }
        if which.linksExternals { tables[0].unlinkExternals(number, keys, of: record) }
    }

    private mutating func link(
        _ number: UInt32,
        _ record: RawSpan,
        _ keys: ClientKeys,
        _ activity: UInt64,
        _ which: PendingPut,
        in store: RecordStore,
        scratch: inout IndexScratch
    ) {
        scratch.contacts.read(keys, of: record, hash)
        scratch.warmth &+= tables[0].warm(
            ClientHashes(keys, of: record, scratch.contacts, hash)
        )
        scratch.words.read(record, keys)
        tables[0].noteAliases(keys)
        if which.linksTokens {
            tables[0].linkTokens(number, activity, &scratch)
        } else {
            tables[0].moveTokens(number, to: activity, &scratch)
        }
        if which.linksEmail {
            for email in scratch.contacts.emails {
                tables[0].linkEmail(number, email, in: store)
            }
            tables[0].linkLocals(number, scratch.words)
        }
        if which.linksPhone {
            for phone in scratch.contacts.phones {
                tables[0].linkPhone(number, phone, in: store)
            }
        }
        if which.linksExternals {
            tables[0].linkExternals(number, keys, of: record, in: store)
        }
    }

    // MARK: - In bulk

    /// Makes the index anew from the records, as after a snapshot was loaded. Below 1 µs a client.
    /// `visitDay` tells of a client the day of its last booking since 1970, 0 where there was none.
    public mutating func rebuild(
        from store: RecordStore,
        scratch: inout IndexScratch,
        visitDay: (UInt32) -> UInt32 = { _ in 0 }
    ) {
        pending = .all
        visitDays = [:]
        guard store.numberMax > Self.scanMax else {
            tables = []
            for number in 1..<store.numberMax &+ 1 where visitDay(number) > 0 {
                visitDays[number] = visitDay(number)
            }
            return
        }
        var built = IndexTables(hash: hash)
        built.grow(to: store.numberMax)
        var lists = KeyLists(reserving: store.count)
        for (number, activity) in Self.numbersByActivity(in: store, visitDay) {
            guard let record = store.record(number) else { continue }
            let keys = ClientKeys(ClientRecord(record))
            built.setActivity(number, activity, isActive: keys.isActive)
            guard keys.isListed else { continue }
            scratch.words.read(record, keys)
            built.noteAliases(keys)
            built.linkTokens(number, activity, &scratch)
            scratch.contacts.read(keys, of: record, hash)
            lists.append(number, keys, of: record, scratch.words, scratch.contacts, hash)
        }
        built.set(lists)
        tables = [built]
    }

    /// All clients and their keys, from the one that was active longest ago to the latest, so that
    /// every posting is appended.
    private static func numbersByActivity(
        in store: RecordStore,
        _ visitDay: (UInt32) -> UInt32
    ) -> [(number: UInt32, activity: UInt64)] {
        var activities = Activities()
        activities.grow(to: store.numberMax)
        var numbers: [UInt32] = []
        numbers.reserveCapacity(store.count)
        var isSorted = true
        for number in 1...store.numberMax {
            guard let record = store.record(number) else { continue }
            let updated = ClientRecord(record).updatedMilliseconds
            activities[number] = Activities.key(
                Activities.key(updatedMilliseconds: updated),
                day: visitDay(number)
            )
            if let last = numbers.last, activities[last] >= activities[number] { isSorted = false }
            numbers.append(number)
        }
        let keys = activities
        if !isSorted { numbers.sort { Activities.precedes(keys[$0], $0, keys[$1], $1) } }
        return numbers.map { ($0, keys[$0]) }
    }
}
