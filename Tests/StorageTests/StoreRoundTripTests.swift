import CarnetBytes
import CarnetStorage
import CarnetTestKit
import Testing

@Suite struct StoreRoundTripTests {
    /// Goal: what was written comes back, whatever the way it was stopped. Method: random scripts
    /// of writes, snapshots and restarts on a disk that works.
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func whatWasWrittenComesBack(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var disk = SimulatedDisk(seed: seed)
        disk.faults.writesShort = seed % 2 == 0
        for _ in 0..<5 {
            let store = try TestStore(disk)
            for _ in 0..<Int.random(in: 0..<60, using: &random) {
                try store.write(Int.random(in: 1...20, using: &random), sync: true, &random)
                if random.oneIn(4) { try store.log.writeWatermark() }
                if random.oneIn(15) { try store.snapshot() }
            }
            if random.oneIn(2) { try store.close() }
            disk = disk.afterKill()
            let again = try TestStore(disk)
            #expect(again.state.partitions == store.state.partitions, "seed \(seed)")
            #expect(again.log.lastLSN == store.log.lastLSN, "seed \(seed)")
            try again.close()
            disk = disk.afterKill()
        }
    }
}
