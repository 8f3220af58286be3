import CarnetEngine
import CarnetTestKit
import Testing

struct CleanStopTests {
    /// Goal: a stop soon after a start leaves nothing unfinished, and nothing touches the disk
    /// afterwards. Method: segments so large that a spare is being made when the stop comes.
    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func aStopSoonAfterAStartLeavesNothingUnfinished(seed: UInt64) throws {
        let clock = SimulatedClock(seed: seed)
        let options = EngineOptions.small(.always, segmentByteCount: 24 << 20)
        let disk = SimulatedDisk(seed: seed)
        let engine = try Engine.open(disk, options, clock)
        let script = CommandScript(tenants: ["bistro"])
        if seed % 2 == 0 { try script.create(engine) }
        try engine.close()
        let files = disk.files
        #expect(!files.paths.contains { $0.hasSuffix(".tmp") }, "\(files.paths)")
        disk.observeCalls { call, _ in Issue.record("call \(call) after the stop, seed \(seed)") }
        let again = try Engine.open(SimulatedDisk(files, seed: seed), options, clock)
        #expect(again.notes.isEmpty, "\(again.notes)")
        try again.close()
    }
}
