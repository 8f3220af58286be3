import Testing

@testable import CarnetEngine

/// The table of a shard's tenants beside a plain list of the same entries.
@Suite struct PlaceTableTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func entriesAreThoseOfAPlainList(seed: UInt64) {
        var state = seed
        func below(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        var table = PlaceTable()
        var plain: [Int: UInt32] = [:]
        for place in 0..<3_000 {
            // Few hashes, so that runs are long and meet.
            let hash = UInt32(below(200))
            table.insert(place, hash)
            plain[place] = hash
            if below(3) > 0,
                let gone = plain.keys.sorted().dropFirst(Int(below(UInt64(plain.count)))).first,
                let hash = plain[gone]
            {
                table.remove(gone, hash)
                plain[gone] = nil
            }
            let looked = Int(below(UInt64(place + 1)))
            let hash2 = plain[looked] ?? UInt32(below(200))
            let found = table.first(hash2) { $0 == looked }
            #expect((found != nil) == (plain[looked] == hash2), "seed \(seed), place \(looked)")
        }
        for (place, hash) in plain { #expect(table.first(hash) { $0 == place } == place) }
    }
}
