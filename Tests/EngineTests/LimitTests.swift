import CarnetBytes
import CarnetModel
import Foundation
import Synchronization
import Testing

@testable import CarnetEngine

/// The machines behind RELIABILITY 6, each by itself.
@Suite struct LimitTests {
    private func limits(_ change: (inout EngineOptions) -> Void = { _ in }) -> EngineLimits {
        var options = EngineOptions()
        options.memoryByteCountMax = 1_000
        change(&options)
        return EngineLimits(options)
    }

    // The predicted wait.

    @Test func theForecastLearnsWhatASyncAndAByteCost() {
        var forecast = WaitForecast()
        for _ in 0..<100 {
            forecast.note(byteCount: 4_096, nanoseconds: 2_000_000)
            forecast.note(byteCount: 1 << 20, nanoseconds: 12_000_000)
        }
        #expect((1_990_000...2_010_000).contains(forecast.frameNanoseconds))
        #expect((9_500...9_800).contains(forecast.kibibyteNanoseconds))
        // 2 ms for the frame under way, 2 ms for the next, and 4 MiB at 10 ms a MiB.
        #expect((43_000_000...47_000_000).contains(forecast.nanoseconds(waiting: 4 << 20)))
        let most = forecast.byteCountMax(waitingMilliseconds: 100)
        #expect((8 << 20)...(10 << 20) ~= most, "\(most)")
        let wait = forecast.nanoseconds(waiting: most)
        #expect((90_000_000...106_000_000).contains(wait), "\(wait)")
    }

    @Test func oneFrameIsAdmittedHoweverSlowTheDiskIs() {
        var forecast = WaitForecast()
        for _ in 0..<100 { forecast.note(byteCount: 4_096, nanoseconds: 900_000_000) }
        #expect(forecast.byteCountMax(waitingMilliseconds: 50) == CommitQueue.batchByteCount)
        #expect(forecast.byteCountMax(waitingMilliseconds: 0) == .max)
    }

    @Test func aForecastStaysInItsBoundsWhateverItIsTold() {
        var forecast = WaitForecast()
        for nanoseconds in [0, 1, UInt64.max, 0, .max] {
            for byteCount in [0, 1, 65_536, 262_144, Int.max] {
                forecast.note(byteCount: byteCount, nanoseconds: nanoseconds)
                #expect(forecast.byteCountMax(waitingMilliseconds: 60_000) > 0)
                #expect(forecast.nanoseconds(waiting: 16 << 30) > 0)
            }
        }
    }

    @Test func aCommitQueueRefusesWhatWouldWaitTooLong() throws {
        let limits = limits { $0.waitingMillisecondsMax = 10 }
        let queue = CommitQueue(durability: .always, last: .zero, limits: limits)
        var forecast = WaitForecast()
        for _ in 0..<100 { forecast.note(byteCount: 4_096, nanoseconds: 9_000_000) }
        queue.note(forecast)
        #expect(queue.admittedByteCount == CommitQueue.batchByteCount)
        let record = [UInt8](repeating: 0, count: 1 << 20)
        for _ in 0..<2 { _ = unsafe queue.append(record.span.bytes, count: 1, wantsSync: false) }
        #expect(!queue.isCrowded)
        for _ in 0..<3 {
            try queue.admit()
            _ = unsafe queue.append(record.span.bytes, count: 1, wantsSync: false)
        }
        #expect(queue.isCrowded)
        #expect(throws: Unavailable.tooLongAWait(millisecondsMax: 10)) { try queue.admit() }
        // What was admitted is written, and then there is room again.
        let batches = try #require(queue.take(waitingAtMost: 0))
        #expect(batches.reduce(0) { $0 + $1.recordCount } == 5)
        queue.noteWritten(LSN(5), byteCount: 5 << 20)
        try queue.admit()
    }

    @Test func aCommitQueueRefusesPastItsBytes() throws {
        let limits = limits {
            $0.waitingByteCountMax = 1 << 20
            $0.waitingMillisecondsMax = 0
        }
        let queue = CommitQueue(durability: .always, last: .zero, limits: limits)
        let record = [UInt8](repeating: 0, count: 1 << 20)
        _ = unsafe queue.append(record.span.bytes, count: 1, wantsSync: false)
        try queue.admit()
        _ = unsafe queue.append(record.span.bytes, count: 1, wantsSync: false)
        #expect(throws: Unavailable.overload(byteCountMax: 1 << 20)) { try queue.admit() }
    }

    /// A request that stayed with the queue would have the commit thread come back at once, for ever.
    @Test func aSyncIsAskedForOnce() {
        let queue = CommitQueue(durability: .none, last: .zero, limits: limits())
        queue.requestSync()
        #expect(!queue.takeSyncRequest(), "what was not taken yet must not be taken for synced")
        #expect(queue.take(waitingAtMost: 60_000)?.isEmpty == true)
        #expect(queue.takeSyncRequest())
        #expect(!queue.takeSyncRequest())
        #expect(queue.take(waitingAtMost: 0)?.isEmpty == true)
        #expect(!queue.takeSyncRequest())
    }

    /// The last of them decides only for as long as it is there.
    @Test func obstaclesAddUpAndGoSingly() throws {
        let queue = CommitQueue(durability: .always, last: .zero, limits: limits())
        queue.note(.memory, true)
        queue.note(.behind, true)
        queue.note(.full, true)
        #expect(queue.isFull)
        #expect(throws: Unavailable.full) { try queue.admit() }
        queue.note(.full, false)
        #expect(throws: Unavailable.memory(byteCountMax: 920)) { try queue.admit() }
        #expect(throws: Unavailable.logTooLong) { try queue.admit(frees: true) }
        queue.note(.behind, false)
        try queue.admit(frees: true)
        queue.note(.memory, false)
        try queue.admit()
    }

    // Memory.

    @Test func theWatchFollowsTheMemory() throws {
        let limits = limits()
        let queue = CommitQueue(durability: .always, last: .zero, limits: limits)
        let resident = Taken()
        let told = Told()
        let watch = MemoryWatch(
            limits,
            queue,
            measure: { resident.count.load(ordering: .relaxed) },
            tell: { told.add($0.message) }
        )
        for (count, state) in [
            (850, MemoryState.enough), (851, .short), (920, .short), (921, .usedUp),
            (5_000, .usedUp), (920, .short), (10, .enough),
        ] {
            resident.count.store(count, ordering: .relaxed)
            watch.look()
            #expect(watch.state == state, "\(count) of 1000")
            #expect((try? queue.admit()) != nil || state == .usedUp)
            if state == .usedUp {
                #expect(throws: Unavailable.memory(byteCountMax: 920)) { try queue.admit() }
            }
        }
        #expect(told.messages.count == 4, "each change is told once: \(told.messages)")
    }

    /// Also where the soft limit was set above the hard one.
    @Test(arguments: [85, 99])
    func whatIsUnusedIsGivenBackBeforeWritesAreRefused(softPercent: Int) {
        let limits = limits()
        limits.memorySoftPercent.value = softPercent
        let resident = Taken()
        let watch = MemoryWatch(
            limits,
            CommitQueue(durability: .always, last: .zero, limits: limits),
            measure: { resident.count.load(ordering: .relaxed) },
            giveBackUnused: { resident.count.store(10, ordering: .relaxed) },
            tell: { _ in }
        )
        resident.count.store(950, ordering: .relaxed)
        watch.look()
        #expect(watch.state == .enough)
        // Not again at once: it may take milliseconds.
        resident.count.store(950, ordering: .relaxed)
        watch.look()
        #expect(watch.state == .usedUp)
    }

    /// The machine's own figures, and control groups of either version, one inside the other.
    @Test(
        arguments: [
            ("0::/a/b\n", ["": "max", "/a": "4000000", "/a/b": "max"], 4_000_000),
            ("0::/\n", ["": "3000000"], 3_000_000),
            ("0::/not/here\n", ["": "2000000"], 2_000_000),
            ("5:cpu:/x\n0::/\n", [:], 8_192_000),
            ("0::/\n", ["": "99999999999"], 8_192_000),
        ] as [(String, [String: String], Int)]
    )
    func theMachineSaysWhatThereIs(groups: String, max: [String: String], found: Int) throws {
        let root = try Files(meminfo: "MemTotal: 8000 kB\nMemFree: 1 kB\n", cgroup: groups)
        for (path, limit) in max {
            try root.write(limit + "\n", "/sys/fs/cgroup" + path + "/memory.max")
        }
        #expect(MachineMemory.byteCountMax(root: root.path) == found)
    }

    @Test func theFirstVersionOfControlGroupsCounts() throws {
        let root = try Files(
            meminfo: "MemTotal: 8000 kB\n",
            cgroup: "5:devices:/\n4:cpu,memory:/a\n0::/\n"
        )
        try root.write("1000000\n", "/sys/fs/cgroup/memory/a/memory.limit_in_bytes")
        try root.write("9223372036854771712\n", "/sys/fs/cgroup/memory/memory.limit_in_bytes")
        #expect(MachineMemory.byteCountMax(root: root.path) == 1_000_000)
        #expect(MachineMemory.byteCountMax(root: root.path + "/nowhere") == 0)
        #expect(MachineMemory.residentByteCount > 1 << 20)
    }

    // Tenants.

    @Test func aBucketGivesItsRateAndASecondsWorthAtOnce() {
        var bucket = TokenBucket()
        var taken = 0
        // Ten asked each millisecond, for three seconds.
        for millisecond in 0..<3_000 {
            for _ in 0..<10 {
                let now = UInt64(millisecond) * 1_000_000
                if bucket.take(1, perSecond: 100, atNanoseconds: now) { taken += 1 }
            }
        }
        #expect((395...400).contains(taken), "100 at once and 100 a second: \(taken)")
        // An hour's pause makes no more than a second's worth.
        let hour: UInt64 = 3_600_000_000_000
        taken = 0
        for _ in 0..<1_000 where bucket.take(1, perSecond: 100, atNanoseconds: hour) { taken += 1 }
        #expect(taken == 100)
        // More than ever lies ready is taken from a full bucket, and a clock that goes back is none.
        let steps: [(Int, rate: Int, at: UInt64, Bool)] = [
            (5_000, 100, hour, false), (1, 100, 0, false), (5_000, 100, hour * 2, true),
            (1, 100, hour * 2, false), (.max, .max, hour * 3, true),
        ]
        for (index, (count, rate, now, isTaken)) in steps.enumerated() {
            let taken = bucket.take(count, perSecond: rate, atNanoseconds: now)
            #expect(taken == isTaken, "step \(index)")
        }
    }

    // The log behind the last snapshot.

    @Test func whatStandsBehindIsJudgedByBytesAndBySeconds() {
        var behind = LogBehind(byteCount: 399, recordCount: 600_000)
        #expect(behind.seconds == 2)
        #expect(behind.state(byteCountMax: 400, secondsMax: 3) == .near)
        #expect(behind.state(byteCountMax: 399, secondsMax: 3) == .far)
        #expect(behind.state(byteCountMax: 99, secondsMax: 3) == .tooFar)
        #expect(behind.state(byteCountMax: 400, secondsMax: 2) == .far)
        #expect(behind.state(byteCountMax: 0, secondsMax: 0) == .near)
        behind.learn(records: 10, seconds: 10)
        #expect(behind.seconds == 2, "too few records to learn from")
        behind.learn(records: 200_000, seconds: 4)
        #expect(behind.seconds == 12)
        #expect(behind.state(byteCountMax: 400, secondsMax: 3) == .tooFar)
    }
}

private final class Taken: Sendable {
    let count = Atomic<Int>(0)
}

private final class Told: Sendable {
    private let stored = Mutex<[String]>([])
    var messages: [String] { stored.withLock { $0 } }
    func add(_ message: String) { stored.withLock { $0.append(message) } }
}

/// A folder in the place of the machine's root.
private final class Files {
    let path: String

    init(meminfo: String, cgroup: String) throws {
        path =
            FileManager.default.temporaryDirectory.appending(path: "carnet-\(UUID().uuidString)")
            .path
        try write(meminfo, "/proc/meminfo")
        try write(cgroup, "/proc/self/cgroup")
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, _ name: String) throws {
        let url = URL(fileURLWithPath: path + name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: url)
    }
}
