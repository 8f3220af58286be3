import CarnetTestKit
import Testing

@testable import CarnetIndex

/// The tables beside a dictionary.
struct BlockTableTests {
    /// Goal: the table answers what a dictionary of sets does, through growth, crowds and removal.
    /// Method: random inserts and removes of numbers under keys, of which a few are frequent.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func aTableAnswersAsADictionaryDoes(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var table = BlockTable(seed: seed)
        var slow: [UInt64: Set<UInt32>] = [:]
        for _ in 0..<40_000 {
            let rank = random.happens(0.2) ? random.below(20) : random.below(9_000)
            let key = UInt64(rank) &* 0x9E37_79B9_7F4A_7C15
            let number = UInt32(1 + random.below(400))
            if slow[key, default: []].contains(number) {
                table.remove(number, key)
                slow[key]?.remove(number)
            } else if slow[key, default: []].count < BlockTable.memberCountMax {
                table.insert(number, key)
                slow[key, default: []].insert(number)
            }
        }
        var found: [UInt32] = []
        for (key, numbers) in slow {
            found.removeAll()
            let count = table.numbers(key, most: .max, into: &found)
            #expect(count == numbers.count, "seed \(seed)")
            #expect(Set(found) == numbers, "seed \(seed)")
            #expect(table.count(key) == numbers.count, "seed \(seed)")
        }
    }

    /// Goal: a step of growth stays small however much a table holds, since whoever waits for the shard
    /// waits for it. Method: the longest segment, whose entries one step moves, at each size.
    @Test func R_RES_30_noSegmentOutgrowsOneStep() {
        var random = SeededRandom(seed: 3)
        var table = HashSegments()
        var longest = 0
        for size in 1...400_000 as ClosedRange<UInt32> {
            table.insert(UInt32.random(in: 0...UInt32.max, using: &random), size)
            if size.isMultiple(of: 20_000) { longest = max(longest, table.longestPlaceCount) }
        }
        #expect(longest <= HashSegments.segmentPlaceCountMax * 5 / 4)
        #expect(table.byteCount <= table.count * 12)
    }

    @Test func whatThousandsShareIsCountedOnly() {
        var table = BlockTable(seed: 1)
        for number in 1...5_000 as ClosedRange<UInt32> { table.insert(number, 77) }
        var found: [UInt32] = []
        #expect(table.numbers(77, most: .max, into: &found) == 5_000)
        #expect(found.isEmpty)
        #expect(table.byteCount < 2_000)
        for number in 1...5_000 as ClosedRange<UInt32> { table.remove(number, 77) }
        #expect(table.count(77) == 0)
        table.insert(9, 77)
        #expect(table.numbers(77, most: 5, into: &found) == 1)
        #expect(found == [9])
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func valuesAreCounted(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var counts = ValueCounts()
        var slow: [UInt64: UInt32] = [:]
        for _ in 0..<20_000 {
            let value = UInt64(random.below(3_000)) &* 0xD6E8_FEB8_6659_FD93
            if random.happens(0.4), slow[value, default: 0] > 0 {
                counts.remove(3, value)
                slow[value, default: 0] -= 1
            } else {
                counts.add(3, value)
                slow[value, default: 0] += 1
            }
        }
        for (value, count) in slow { #expect(counts.count(3, value) == count, "seed \(seed)") }
        #expect(counts.total(3) == slow.values.reduce(0, +))
        #expect(counts.count(4, 0) == 0)
    }
}
