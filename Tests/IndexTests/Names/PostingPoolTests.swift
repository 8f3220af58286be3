import CarnetTestKit
import Testing

@testable import CarnetIndex

@Suite struct PostingPoolTests {
    /// Goal: each list stays in the order of activity through growth, shrinking and moves, long
    /// ones included, and lists never write into one another. Method: random changes of lists of
    /// very different lengths beside sorted arrays; keys are few, so that many are equal.
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func listsBehaveLikeSortedArrays(seed: UInt64) {
        var run = PoolRun(seed: seed)
        for step in 0..<40_000 { run.step(shrinks: step / 10_000 % 2 == 1) }
        run.check()
        run.removeAll()
        run.check()
    }

    /// Who changes in order is appended; a list of everybody costs little more than its numbers.
    @Test func appendingFillsChunks() {
        var pool = PostingPool()
        var list = PostingList.none
        var activities = Activities()
        activities.grow(to: 100_000)
        for number in 1...100_000 as ClosedRange<UInt32> {
            pool.insert(number, UInt64(number), into: &list, activities)
            activities[number] = UInt64(number)
        }
        #expect(pool.byteCount < 100_000 * 5)
        #expect(pool.number(0, of: list) == 1 && pool.number(99_999, of: list) == 100_000)
        #expect(pool.rank(50_000, 50_000, in: list, activities) == 49_999)
    }
}

private struct PoolRun {
    let seed: UInt64
    var random: SeededRandom
    var pool = PostingPool()
    var activities = Activities()
    var lists = [PostingList](repeating: .none, count: 12)
    var models = [Set<UInt32>](repeating: [], count: 12)

    init(seed: UInt64) {
        self.seed = seed
        random = SeededRandom(seed: seed)
        activities.grow(to: 5_000)
        for number in 1...5_000 as ClosedRange<UInt32> { activities[number] = key() }
    }

    mutating func key() -> UInt64 { UInt64(random.below(seed.isMultiple(of: 2) ? 50 : 1 << 40)) }

    mutating func step(shrinks: Bool) {
        // The first lists get most of it.
        let list = min(random.below(12), random.below(12), random.below(12))
        let number = UInt32(random.below(5_000)) + 1
        if random.happens(0.1) {
            move(number)
        } else if random.happens(shrinks ? 0.9 : 0.1) {
            guard models[list].remove(number) != nil else { return }
            pool.remove(number, activities[number], from: &lists[list], activities)
        } else if models[list].insert(number).inserted {
            pool.insert(number, activities[number], into: &lists[list], activities)
        }
    }

    /// A client's activity changes in all its lists at once.
    mutating func move(_ number: UInt32) {
        let key = key()
        for list in lists.indices where models[list].contains(number) {
            pool.move(
                number,
                from: activities[number],
                to: key,
                in: &lists[list],
                activities
            )
        }
        activities[number] = key
    }

    mutating func removeAll() {
        for list in lists.indices {
            for number in models[list] {
                pool.remove(number, activities[number], from: &lists[list], activities)
            }
            models[list] = []
        }
    }

    func check() {
        for list in lists.indices {
            let wanted = models[list].sorted {
                activities[$0] != activities[$1] ? activities[$0] < activities[$1] : $0 > $1
            }
            var found: [UInt32] = []
            _ = pool.visit(lists[list]) { number in
                found.append(number)
                return true
            }
            #expect(found == wanted, "seed \(seed), list \(list)")
            for index in stride(from: 0, to: wanted.count, by: 97) {
                let number = wanted[index]
                #expect(pool.number(index, of: lists[list]) == number)
                #expect(pool.rank(activities[number], number, in: lists[list], activities) == index)
                #expect(pool.contains(number, activities[number], in: lists[list], activities))
            }
        }
    }
}
