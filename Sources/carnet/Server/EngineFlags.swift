import ArgumentParser
import CarnetEngine
import CarnetServer
import CarnetStorage

/// The flags of `carnet serve` that become `EngineOptions`.
struct EngineFlags: ParsableArguments {
    private static let standard = EngineOptions()

    @Option(help: "Parts that the tenants are dealt to; may change from start to start.")
    var shards = EngineFlags.standard.shardCount

    @Option(help: "Event loops, each on a thread of its own; one less than processors.")
    var loops = ServerOptions.loopCountHere

    @Option(help: "The size of the log's files.")
    var segmentBytes = ByteAmount(EngineFlags.standard.store.segmentByteCount)

    @Option(help: "Room kept back for the moment when the disk is full.")
    var reserveBytes = ByteAmount(EngineFlags.standard.store.reserveByteCount)

    @Option(help: "Empty log files kept ready.")
    var spareSegments = EngineFlags.standard.store.spareCount

    @Option(help: "A snapshot once the log has grown by so much; 0 for never.")
    var snapshotEveryBytes = ByteAmount(Int(clamping: EngineFlags.standard.snapshotEveryByteCount))

    @Option(help: "A snapshot after so many seconds with changes; 0 for never.")
    var snapshotEverySeconds = EngineFlags.standard.snapshotEverySeconds

    @Option(help: "Days for which what was can be told (HISTORY, ASOF, restore); 0 for none.")
    var historyDays = EngineFlags.standard.historyDays

    func validate() throws {
        try check(historyDays, in: 0...36_500, "--history-days")
        try check(shards, in: 1...1_024, "--shards")
        try check(loops, in: 1...256, "--loops")
        try check(segmentBytes.byteCount, in: 65_536...(4 << 30), "--segment-bytes")
        try check(reserveBytes.byteCount, in: 0...(64 << 30), "--reserve-bytes")
        try check(spareSegments, in: 1...64, "--spare-segments")
        try check(snapshotEverySeconds, in: 0...31_536_000, "--snapshot-every-seconds")
    }

    var options: EngineOptions {
        var options = EngineOptions()
        options.shardCount = shards
        // Whole pages, as frames are.
        options.store.segmentByteCount = (segmentBytes.byteCount + 4_095) & ~4_095
        options.store.reserveByteCount = reserveBytes.byteCount
        options.store.spareCount = spareSegments
        options.snapshotEveryByteCount = UInt64(snapshotEveryBytes.byteCount)
        options.snapshotEverySeconds = snapshotEverySeconds
        options.historyDays = historyDays
        return options
    }
}

/// Refuses a value outside its limits, naming both.
func check(_ value: Int, in limits: ClosedRange<Int>, _ name: String) throws {
    guard limits.contains(value) else {
        throw ValidationError("\(name): must be \(limits.lowerBound) to \(limits.upperBound)")
    }
}
