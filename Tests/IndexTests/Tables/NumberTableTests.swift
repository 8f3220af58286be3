import CarnetTestKit
import Testing

@testable import CarnetIndex

@Suite struct NumberTableTests {
    /// How the hashes of a run are made.
    enum Keys: CaseIterable {
        /// All different.
        case distinct
        /// A few hundred keys, some of which thousands share.
        case crowded
        /// All in one place, told apart by the tag alone, as phones that end alike.
        case onePlace
        /// Low bits and tags all the same, top bits few.
        case skewed

        func hash(_ random: inout SeededRandom) -> UInt64 {
            switch self {
            case .distinct: random.next()
            case .crowded:
                UInt64(min(random.below(400), random.below(400))) &* 0x9E37_79B9_7F4A_7C15
            case .onePlace: 0xABCD_EF01_2345_6700 | UInt64(random.below(256))
            case .skewed: UInt64(random.below(64)) << 58 | 0x1234_5600 | UInt64(random.below(3))
            }
        }
    }

    /// Goal: every number is found under its hash and no other, whatever comes and goes. Method:
    /// random insertions and removals beside a dictionary of sets, growing, then shrinking.
    @Test(arguments: Keys.allCases, [1, 2] as [UInt64])
    func behavesLikeADictionary(keys: Keys, seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var table = NumberTable()
        var hashes: [UInt32: UInt64] = [:]
        var model: [UInt64: Set<UInt32>] = [:]
        for step in 0..<18_000 {
            let shrinks = step / 6_000 == 1
            if !random.happens(shrinks ? 0.7 : 0.2) {
                let number = UInt32(random.below(40_000)) + 1
                guard hashes[number] == nil else { continue }
                let hash = keys.hash(&random)
                table.insert(number, hash) { hashes[$0.number] ?? 0 }
                hashes[number] = hash
                model[hash, default: []].insert(number)
            } else if let number = hashes.keys.randomElement(using: &random),
                let hash = hashes[number]
            {
                let isRemoved = table.remove(number, hash)
                let isRemovedAgain = table.remove(number, hash)
                #expect(isRemoved && !isRemovedAgain, "seed \(seed)")
                hashes[number] = nil
                model[hash]?.remove(number)
            }
        }
        #expect(table.count == hashes.count)
        Self.check(table, model, seed)
        for (number, hash) in hashes {
            let isRemoved = table.remove(number, hash)
            #expect(isRemoved, "seed \(seed)")
        }
        #expect(table.count == 0)
        Self.check(table, [1: [], 2: []], seed)
    }

    @Test(arguments: Keys.allCases, [0, 1, 50, 5_000])
    func isBuiltAtOnce(keys: Keys, count: Int) {
        var random = SeededRandom(seed: 9)
        var hashes: [UInt32: UInt64] = [:]
        var model: [UInt64: Set<UInt32>] = [:]
        for number in 0..<UInt32(count) { hashes[number + 1] = keys.hash(&random) }
        for (number, hash) in hashes { model[hash, default: []].insert(number) }
        let numbers = hashes.keys.sorted()
        var table = NumberTable(numbers, hashes: numbers.map { hashes[$0] ?? 0 })
        #expect(table.count == count)
        Self.check(table, model, 9)
        for number in UInt32(count)..<UInt32(count + 3_000) {
            let hash = keys.hash(&random)
            table.insert(number + 1, hash) { hashes[$0.number] ?? 0 }
            hashes[number + 1] = hash
            model[hash, default: []].insert(number + 1)
        }
        Self.check(table, model, 9)
    }

    /// Ten thousand under one hash cost one slot and a list.
    @Test func aCrowdIsSmall() {
        var table = NumberTable()
        for number in 1...10_000 as ClosedRange<UInt32> { table.insert(number, 77) { _ in 77 } }
        #expect(table.byteCount < 10_000 * 10)
        var found: [UInt32] = []
        table.visit(77) { number in
            found.append(number)
            return found.count < 3
        }
        #expect(found == [1, 2, 3])
    }

    /// Goal: two keys of one client that fall together are told apart when a segment splits.
    /// Method: each number has two hashes with one tag, and the table is asked which is which.
    @Test func twoKeysOfOneNumberSplitApart() {
        var random = SeededRandom(seed: 5)
        var table = NumberTable()
        var pairs: [UInt32: [UInt64]] = [:]
        for number in 1...5_000 as ClosedRange<UInt32> {
            let tag = UInt64(random.below(255) + 1)
            pairs[number] = [random.next() & ~0xFF | tag, random.next() & ~0xFF | tag]
        }
        for (number, hashes) in pairs {
            for hash in hashes {
                table.insert(number, hash) { entry in
                    let fitting = (pairs[entry.number] ?? []).filter(entry.fits)
                    return fitting[min(entry.occurrence(), fitting.count - 1)]
                }
            }
        }
        for (number, hashes) in pairs {
            for hash in hashes {
                let isRemoved = table.remove(number, hash)
                #expect(isRemoved, "\(number)")
            }
        }
        #expect(table.count == 0)
    }

    private static func check(
        _ table: NumberTable,
        _ model: [UInt64: Set<UInt32>],
        _ seed: UInt64
    ) {
        for (hash, numbers) in model {
            var found: [UInt32] = []
            table.visit(hash) { number in
                found.append(number)
                return true
            }
            // Others may stand beside them under the same tag, never one twice.
            #expect(numbers.isSubset(of: found), "seed \(seed)")
            #expect(Set(found).count == found.count, "seed \(seed)")
            var atPlace: Set<UInt32> = []
            table.visitPlace(of: hash) { number in
                atPlace.insert(number)
                return true
            }
            #expect(numbers.isSubset(of: atPlace), "seed \(seed)")
        }
    }
}
