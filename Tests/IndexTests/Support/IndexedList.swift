import CarnetBytes
import CarnetIndex
import CarnetModel

/// A client list with its index, changed as the engine changes it, and the same people beside it
/// for ``SlowList`` to look through.
struct IndexedList: ~Copyable {
    private(set) var store = RecordStore()
    var index: ClientIndex
    private(set) var people: [UInt32: TestPerson] = [:]
    private var scratch = IndexScratch()

    init(seed: UInt64 = 1) { index = ClientIndex(seed: seed) }

    mutating func put(_ person: TestPerson) {
        let record = person.record
        unsafe index.willPut(record.span.bytes, in: store, scratch: &scratch)
        unsafe store.put(record.span.bytes)
        index.didPut(person.number, in: store, scratch: &scratch)
        people[person.number] = person
    }

    /// Stores a client without telling the index.
    mutating func load(_ person: TestPerson) {
        let record = person.record
        unsafe store.put(record.span.bytes)
        people[person.number] = person
    }

    mutating func remove(_ number: UInt32) {
        index.willRemove(number, in: store, scratch: &scratch)
        store.remove(number)
        people[number] = nil
    }

    /// Says on which day since 1970 a client was last there.
    mutating func visit(_ number: UInt32, day: UInt32) {
        index.setVisitDay(number, day, in: store, scratch: &scratch)
    }

    mutating func rebuild(visitDays: [UInt32: UInt32]) {
        index.rebuild(from: store, scratch: &scratch) { visitDays[$0] ?? 0 }
    }

    mutating func rebuild() { index.rebuild(from: store, scratch: &scratch) }

    mutating func search(
        _ text: String,
        _ options: SearchOptions = SearchOptions()
    ) -> SearchResult {
        let bytes = Array(text.utf8)
        return unsafe index.search(bytes.span.bytes, options, in: store, scratch: &scratch)
    }

    mutating func numbers(email: String, max: Int = 1_000) -> [UInt32] {
        let bytes = Array(email.utf8)
        var found: [UInt32] = [99]
        unsafe index.find(
            email: bytes.span.bytes,
            in: store,
            max: max,
            into: &found,
            scratch: &scratch
        )
        return found
    }

    mutating func numbers(phone: UInt64, max: Int = 1_000) -> [UInt32] {
        var found: [UInt32] = [99]
        index.find(phone: phone, in: store, max: max, into: &found, scratch: &scratch)
        return found
    }

    mutating func numbers(external: String, max: Int = 1_000) -> [UInt32] {
        let bytes = Array(external.utf8)
        var found: [UInt32] = [99]
        unsafe index.find(
            external: bytes.span.bytes,
            in: store,
            max: max,
            into: &found,
            scratch: &scratch
        )
        return found
    }
}
