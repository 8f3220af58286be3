import CarnetBytes
import CarnetEngine
import CarnetIndex
import CarnetModel

/// An index on one thread; times in nanoseconds of the machine's clock.
struct CheckRun: ~Copyable {
    private var index = DuplicateIndex(seed: 1)
    private var scratch: MatchScratch

    init() {
        MatchTables.build()
        scratch = index.makeScratch()
    }

    var byteCount: Int { index.byteCount }

    /// Enters everybody and answers how long each took.
    mutating func enterAll(of store: RecordStore) -> [UInt64] {
        var times: [UInt64] = []
        for number in 1...store.numberMax {
            let began = MonotonicClock.now()
            if let bytes = store.record(number) { index.insert(ClientRecord(bytes), &scratch) }
            times.append(MonotonicClock.now() &- began)
        }
        return times
    }

    /// Checks each of `numbers` once, in an order of `seed`. A check of `times` that took less time than
    /// it is noted there, by number.
    mutating func check(
        _ numbers: [UInt32],
        in store: RecordStore,
        scoreMin: Int32,
        seed: UInt64,
        _ times: inout [UInt64]
    ) -> (matchCount: Int, digest: UInt64) {
        var random = SampleRandom(seed: seed)
        var digest: UInt64 = 0
        var matchCount = 0
        let wish = MatchWish(scoreMin: scoreMin)
        for number in numbers.shuffled(using: &random) {
            let began = MonotonicClock.now()
            guard let bytes = store.record(number) else { continue }
            let found = index.matches(of: ClientRecord(bytes), in: store, wish, &scratch)
            let took = MonotonicClock.now() &- began
            times[Int(number) - 1] = min(times[Int(number) - 1], took)
            matchCount += found.count
            // A sum, so that the order of the checks is nothing to it.
            for match in found { digest &+= Self.mix(number, match) }
        }
        return (matchCount, digest)
    }

    /// Scans the list once and answers how many pairs it has.
    mutating func scanAll(
        in store: RecordStore,
        scoreMin: Int32
    ) -> (pairCount: Int, digest: UInt64) {
        var pairCount = 0
        var digest: UInt64 = 0
        for number in 1...store.numberMax {
            guard let bytes = store.record(number) else { continue }
            let wish = MatchWish(limit: .max, scoreMin: scoreMin, onlyBelow: number)
            let found = index.matches(of: ClientRecord(bytes), in: store, wish, &scratch)
            pairCount += found.count
            for match in found { digest &+= Self.mix(number, match) }
        }
        return (pairCount, digest)
    }

    private static func mix(_ number: UInt32, _ match: ClientMatch) -> UInt64 {
        var word = UInt64(number) << 32 | UInt64(match.number)
        word ^= UInt64(UInt32(bitPattern: match.score)) &* 0x9E37_79B9_7F4A_7C15
        word = (word ^ word >> 29) &* 0xBF58_476D_1CE4_E5B9
        return word ^ word >> 32
    }
}
