import CarnetTestKit
import Testing

@testable import CarnetIndex

@Suite struct OrderedKeysTests {
    /// Goal: a set in order, whatever comes and goes. Method: random keys, dense so that many come
    /// twice, beside a sorted array.
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func behavesLikeASortedArray(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var keys = OrderedKeys<UInt64>()
        var model: Set<UInt64> = []
        let space = UInt64(seed.isMultiple(of: 2) ? 3_000 : 1_000_000)
        for step in 0..<20_000 {
            let key = UInt64.random(in: 0..<space, using: &random)
            let removes = step / 5_000 % 2 == 1 ? random.happens(0.8) : random.happens(0.2)
            if removes {
                let isRemoved = keys.remove(key)
                #expect(isRemoved == (model.remove(key) != nil), "seed \(seed)")
            } else {
                let isInserted = keys.insert(key)
                #expect(isInserted == model.insert(key).inserted, "seed \(seed)")
            }
            #expect(keys.contains(key) == model.contains(key), "seed \(seed)")
        }
        #expect(Self.all(keys) == model.sorted(), "seed \(seed)")
        #expect(keys.count == model.count)
        let sorted = model.sorted()
        for _ in 0..<200 {
            let low = UInt64.random(in: 0..<space, using: &random)
            let place = keys.place(notBelow: low)
            #expect(keys.key(at: place) == sorted.first { $0 >= low }, "seed \(seed) \(low)")
            var walking = keys.place(notBelow: low / 2)
            keys.advance(&walking, notBelow: low)
            #expect(keys.key(at: walking) == sorted.first { $0 >= low }, "seed \(seed) \(low)")
        }
    }

    @Test(arguments: [0, 1, 223, 224, 225, 256, 257, 10_000])
    func isBuiltFromSortedKeys(count: Int) {
        let sorted = (0..<UInt64(count)).map { $0 * 3 }
        var keys = OrderedKeys(sorted: sorted)
        #expect(Self.all(keys) == sorted)
        keys.insert(1)
        #expect(keys.contains(1) && keys.count == count + 1)
    }

    @Test func keysInOrderLeaveFullChunks() {
        var keys = OrderedKeys<UInt64>()
        for key in 0..<UInt64(256 * 40) { keys.insert(key) }
        #expect(keys.byteCount < 256 * 40 * 9)
        #expect(Self.all(keys) == Array(0..<UInt64(256 * 40)))
    }

    static func all(_ keys: OrderedKeys<UInt64>) -> [UInt64] {
        var found: [UInt64] = []
        var place = keys.place(notBelow: 0)
        while let key = keys.key(at: place) {
            found.append(key)
            keys.step(&place)
        }
        return found
    }
}
