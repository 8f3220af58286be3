import CarnetBytes
import CarnetModel
import CarnetTestKit
import Testing

@testable import CarnetIndex

/// The index that a server keeps, fed client by client.
struct DuplicateIndexTests {
    /// Goal: after any changes the index answers as one that was made from the records alone.
    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func R_RES_30_theIndexFollowsEveryChange(seed: UInt64) {
        var people = RandomPeople(seed: seed)
        var store = RecordStore()
        var live = DuplicateIndex(seed: 5)
        var scratch = live.makeScratch()
        var current: [UInt32: TestPerson] = [:]
        for _ in 0..<1_500 {
            let number = UInt32(1 + people.random.below(300))
            if let old = current[number] {
                live.remove(ClientRecord(old.record.rawBytes), &scratch)
                if people.random.happens(0.2) {
                    current[number] = nil
                    _ = store.remove(number)
                    continue
                }
            }
            let person = people.person(number)
            current[number] = person
            store.put(person.record.rawBytes)
            live.insert(ClientRecord(person.record.rawBytes), &scratch)
        }
        var fresh = DuplicateIndex(seed: 5)
        for number in current.keys.sorted() {
            guard let person = current[number] else { continue }
            fresh.insert(ClientRecord(person.record.rawBytes), &scratch)
        }
        #expect(live.count == current.count, "seed \(seed)")
        for (_, person) in current {
            let record = person.record
            let a = live.matches(
                of: ClientRecord(record.rawBytes),
                in: store,
                MatchWish(),
                &scratch
            )
            let b = fresh.matches(
                of: ClientRecord(record.rawBytes),
                in: store,
                MatchWish(),
                &scratch
            )
            #expect(a == b, "seed \(seed), client \(person.number)")
        }
    }

    /// Goal: what is left out on the way to a score, a look-up, a name, somebody by a glance, changes
    /// no score and hides nobody. Method: everybody's matches beside those of a wish that hardly
    /// anything is too little for, and beside the comparison that leaves nothing out.
    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func R_RES_29_whatIsSparedChangesNoScore(seed: UInt64) {
        var people = RandomPeople(seed: seed)
        var store = RecordStore()
        var index = DuplicateIndex(seed: 5)
        var scratch = index.makeScratch()
        for number in 1...400 as ClosedRange<UInt32> {
            let record = people.person(number).record
            store.put(record.rawBytes)
            index.insert(ClientRecord(record.rawBytes), &scratch)
        }
        var count = 0
        for number in 1...400 as ClosedRange<UInt32> {
            guard let bytes = store.record(number) else { continue }
            let client = ClientRecord(bytes)
            func find(_ scoreMin: Int32) -> [ClientMatch] {
                let wish = MatchWish(limit: .max, scoreMin: scoreMin, comparedMax: .max)
                return index.matches(of: client, in: store, wish, &scratch)
            }
            let found = find(-2_000)
            #expect(
                found == find(-60_000).filter { $0.score >= -2_000 },
                "seed \(seed), client \(number)"
            )
            for match in found {
                guard let other = store.record(match.number) else { continue }
                let whole = index.explain(client, ClientRecord(other), in: store, &scratch)
                #expect(match.score == whole.score, "seed \(seed), client \(number)")
            }
            count += found.count
        }
        #expect(count > 100, "seed \(seed)")
    }

    @Test func R_RES_30_aDoubleIsFoundBeforeItIsStored() {
        var store = RecordStore()
        var index = DuplicateIndex(seed: 5)
        var scratch = index.makeScratch()
        for number in 1...500 as ClosedRange<UInt32> {
            let stored = TestPerson(
                number: number,
                first: "Anna\(number % 20)",
                last: "Xylander\(number)",
                email: "x\(number)@example.net",
                phone: 33_611_000_000 + UInt64(number) * 7_919
            )
            store.put(stored.record.rawBytes)
            index.insert(ClientRecord(stored.record.rawBytes), &scratch)
        }
        let typed = TestPerson(
            number: 501,
            first: "Luc",
            last: "Terrasson",
            phone: 33_612_345_987
        )
        let double = TestPerson(
            number: 77,
            first: "LUC",
            last: "Terasson",
            phone: 33_612_345_987
        )
        let record = typed.record
        func find() -> [ClientMatch] {
            index.matches(of: ClientRecord(record.rawBytes), in: store, MatchWish(), &scratch)
        }
        #expect(find().isEmpty)
        if let old = store.record(77) { index.remove(ClientRecord(old), &scratch) }
        store.put(double.record.rawBytes)
        index.insert(ClientRecord(double.record.rawBytes), &scratch)
        #expect(find().map(\.number) == [77])
        #expect((find().first?.score ?? 0) > 0)
    }
}
