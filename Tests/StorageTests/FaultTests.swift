import CarnetBytes
import CarnetStorage
import CarnetTestKit
import Testing

/// Disks that fail while the process lives on.
@Suite struct FaultTests {
    /// Goal: after a failed sync nothing is acknowledged, the sync is never retried, and a restart
    /// finds every acknowledged event, though the kernel calls the lost pages clean. Method: each
    /// call of a script fails in turn.
    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func aFailedCallIsFinalAndNothingAcknowledgedIsLost(seed: UInt64) throws {
        var probe = SeededRandom(seed: seed)
        let working = SimulatedDisk(seed: seed)
        try Self.script(working, &probe) { _, _ in }
        for call in 1...working.callCount {
            let place: Comment = "seed \(seed), call \(call)"
            let disk = SimulatedDisk(seed: seed)
            disk.faults.failing = [call]
            var random = SeededRandom(seed: seed)
            var acknowledged = TestState()
            var failed: LogWriter?
            do throws(StoreError) {
                try Self.script(disk, &random) { state, log in
                    acknowledged = state
                    failed = log
                }
            } catch {
                #expect(error.exitCode == 74, place)
                if let failed, failed.hasFailed {
                    let calls = disk.callCount
                    #expect(throws: StoreError.failed, place) { try failed.sync() }
                    #expect(throws: StoreError.failed, place) { _ = try failed.close() }
                    #expect(disk.callCount == calls, place)
                }
            }
            for left in [disk.afterKill(), disk.afterPowerCut(seed: seed)] {
                let store = try TestStore(left)
                let back = store.state.events
                #expect(back.count >= acknowledged.events.count, place)
                #expect(back.starts(with: acknowledged.events), place)
            }
        }
    }

    /// Goal: the first failure ends the writer, whatever the page cache says afterwards. Method: the
    /// write of a frame fails, or its sync, or the sync behind a later one.
    @Test(arguments: [1, 2, 4])
    func aFailedWriteOrSyncIsFinal(step: Int) throws {
        var random = SeededRandom(seed: 7)
        let disk = SimulatedDisk(seed: 7)
        let store = try TestStore(disk)
        try store.write(2, sync: true, &random)
        let before = store.state
        disk.faults.failing = [disk.callCount + step]
        for number in 1...2 {
            do throws(StoreError) {
                try store.write(2, sync: true, &random)
                #expect(2 * number < step)
            } catch {
                #expect(error.exitCode == 74 && store.log.hasFailed)
            }
        }
        #expect(store.log.hasFailed)
        let durable = store.log.durableLSN
        #expect(throws: StoreError.failed) { try store.log.sync() }
        #expect(throws: StoreError.failed) { _ = try store.log.close() }
        #expect(store.log.durableLSN == durable)
        let again = try TestStore(disk.afterPowerCut(seed: 7))
        #expect(again.log.lastLSN >= durable)
        #expect(again.state.events.starts(with: before.events))
    }

    /// Writes, synced, with a rotation and a snapshot in between; says after each what is
    /// acknowledged.
    private static func script(
        _ disk: SimulatedDisk,
        _ random: inout SeededRandom,
        _ acknowledge: (TestState, LogWriter) -> Void
    ) throws(StoreError) {
        let store = try TestStore(disk)
        for index in 0..<24 {
            try store.write(4, sync: true, &random)
            acknowledge(store.state, store.log)
            if index == 5 || index == 12 { try store.snapshot() }
            if index % 4 == 0 { try store.log.writeWatermark() }
        }
        try store.close()
    }

    /// Goal: a failed sync calls the pages clean, a second one would succeed and lie; the writer
    /// must not be fooled. The kernel's lie itself is checked first.
    @Test func theSimulatedDiskLiesAfterAFailedSync() throws {
        let disk = SimulatedDisk(seed: 1)
        let file = try disk.open("a", .create)
        try disk.syncFolder("")
        _ = try unsafe disk.write(file, at: 0, [UInt8](repeating: 7, count: 5000).span.bytes)
        disk.faults.failing = [disk.callCount + 1]
        #expect(throws: DiskError.self) { try disk.sync(file) }
        try disk.sync(file)
        #expect(disk.files.bytes("a")?.first == 7)
        let left = disk.afterPowerCut(seed: 3).files.bytes("a") ?? []
        #expect(!left.contains(7))
    }

    /// Goal: a full disk refuses writes before anything is lost, and writing resumes by itself.
    @Test func aFullDiskIsNoticedAtPreallocation() throws {
        var random = SeededRandom(seed: 5)
        let disk = SimulatedDisk(seed: 5)
        let store = try TestStore(disk)
        while store.log.sparesWanted > 0 { store.log.add(try store.open.allocator.makeSpare()) }
        #expect(!store.log.isFull)
        // Room for what there is, and for 28 KiB more: not for another segment and MANIFEST.
        disk.faults.capacityByteCount = disk.files.usedByteCount + (28 << 10)
        while store.log.sparesWanted == 0 { try store.write(20, sync: true, &random) }
        #expect(throws: StoreError.full) { _ = try store.open.allocator.makeSpare() }
        store.log.noteNoSpace()
        #expect(store.log.isFull)
        // What was admitted before still fits.
        for _ in 0..<5 { try store.write(20, sync: true, &random) }
        disk.faults.capacityByteCount = nil
        while store.log.sparesWanted > 0 { store.log.add(try store.open.allocator.makeSpare()) }
        #expect(!store.log.isFull)
        try store.write(1, sync: true, &random)
        let again = try TestStore(disk.afterPowerCut(seed: 1))
        #expect(again.state.partitions == store.state.partitions)
    }

    /// Goal: with spares and reserve used up, a write is refused whole, and the next one, with
    /// room, goes through.
    @Test func aWriteWithoutAnyRoomIsRefusedWhole() throws {
        var random = SeededRandom(seed: 6)
        let disk = SimulatedDisk(seed: 6)
        let store = try TestStore(disk)
        disk.faults.capacityByteCount = disk.files.usedByteCount
        var before = store.state
        var error: StoreError?
        while error == nil {
            before = store.state
            do throws(StoreError) {
                try store.write(40, sync: true, &random)
            } catch let thrown {
                error = thrown
            }
        }
        #expect(error == .full)
        #expect(!store.log.hasFailed && store.log.isFull)
        #expect(!disk.files.paths.contains("reserve"), "the reserve was used before giving up")
        store.state = before
        disk.faults.capacityByteCount = nil
        try store.write(2, sync: true, &random)
        let again = try TestStore(disk.afterPowerCut(seed: 1))
        #expect(again.state.partitions == store.state.partitions)
    }

    /// Goal: a start succeeds on a disk that is full to the last byte, with MANIFEST to write. Method:
    /// a kill on such a disk; what a snapshot has left unfinished gives its room, else the reserve.
    @Test(arguments: [true, false])
    func aStartNeedsNoRoom(snapshotWasUnderWay: Bool) throws {
        var random = SeededRandom(seed: 8)
        let disk = SimulatedDisk(seed: 8)
        let store = try TestStore(disk)
        try store.write(20, sync: true, &random)
        while store.log.sparesWanted > 0 { store.log.add(try store.open.allocator.makeSpare()) }
        let unfinished = "snap/p00001-0000000000000014.snap.tmp"
        if snapshotWasUnderWay {
            let file = try disk.open(unfinished, .create)
            _ = try unsafe disk.write(file, at: 0, [UInt8](repeating: 7, count: 8192).span.bytes)
            disk.close(file)
        }
        let full = disk.afterKill()
        full.faults.capacityByteCount = full.files.usedByteCount
        #expect(full.files.paths.contains("reserve"))
        let again = try TestStore(full)
        #expect(again.state.partitions == store.state.partitions)
        #expect(!full.files.paths.contains(unfinished))
        #expect(full.files.paths.contains("reserve") == snapshotWasUnderWay)
    }

    /// Goal: a round that fails leaves no file behind that would keep a full disk full.
    @Test func abandonedSnapshotsGiveTheirRoomBack() throws {
        var random = SeededRandom(seed: 9)
        let disk = SimulatedDisk(seed: 9)
        let store = try TestStore(disk)
        try store.write(20, sync: true, &random)
        try store.snapshot()
        let before = Set(disk.files.paths)
        let file = try disk.open("snap/p00001-0000000000000014.snap.tmp", .create)
        disk.close(file)
        store.open.catalog.files.abandonAll()
        #expect(Set(disk.files.paths) == before)
    }

    @Test func twoProcessesCannotHaveOneStore() throws {
        let disk = SimulatedDisk(seed: 1)
        let store = try TestStore(disk)
        #expect(throws: StoreError.locked(path: "LOCK")) { _ = try TestStore(disk) }
        try store.close()
        _ = try TestStore(disk)
    }

    /// Rule 14: a folder with files of ours and no manifest is not an empty store.
    @Test(arguments: [["MANIFEST", "MANIFEST.prev"], ["MANIFEST"]])
    func aFolderWithoutManifestIsRefused(lost: [String]) throws {
        var random = SeededRandom(seed: 2)
        let disk = SimulatedDisk(seed: 2)
        let store = try TestStore(disk)
        try store.write(3, sync: true, &random)
        try store.snapshot()
        var files = disk.files
        for path in lost { files.discard(path) }
        let left = SimulatedDisk(files, seed: 2)
        if lost.count == 1 {
            #expect(try TestStore(left).state.partitions == store.state.partitions)
        } else {
            let error = #expect(throws: StoreError.self) { _ = try TestStore(left) }
            #expect(error?.exitCode == 65)
        }
    }

    /// A file that MANIFEST names must be there: 66, not an empty start.
    @Test func aMissingFileIsRefused() throws {
        var random = SeededRandom(seed: 3)
        let disk = SimulatedDisk(seed: 3)
        let store = try TestStore(disk)
        // Two rounds: the older snapshots are named as well.
        for _ in 0..<2 {
            for _ in 0..<20 { try store.write(9, sync: true, &random) }
            try store.snapshot()
        }
        for path in disk.files.paths where path.hasSuffix(".wal") || path.hasSuffix(".snap") {
            var files = disk.files
            files.discard(path)
            let error = #expect(throws: StoreError.self) {
                _ = try TestStore(SimulatedDisk(files, seed: 3))
            }
            #expect(error == .missing(path: path))
            let report = try Verify(SimulatedDisk(files, seed: 3)).run()
            #expect(report.exitCode == 66, "\(path)")
        }
    }

    /// Segments that are trimmed and partitions with two snapshots each; `look` is asked after each
    /// round.
    private static func trimmed(
        seed: UInt64,
        _ look: (TestStore, SimulatedDisk, SnapshotReport) throws -> Void
    ) throws {
        var random = SeededRandom(seed: seed)
        let disk = SimulatedDisk(seed: seed)
        let store = try TestStore(disk)
        for _ in 0..<6 {
            for _ in 0..<12 { try store.write(8, sync: true, &random) }
            try look(store, disk, store.snapshot())
        }
    }

    /// Goal: MANIFEST.prev is worth something: after a round that trimmed, losing MANIFEST costs
    /// nothing.
    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func thePreviousManifestNamesNothingThatIsGone(seed: UInt64) throws {
        var rounds = 0
        try Self.trimmed(seed: seed) { store, disk, report in
            guard report.trimmedSegmentCount > 0 else { return }
            rounds += 1
            var files = disk.files
            files.discard("MANIFEST")
            let again = try TestStore(SimulatedDisk(files, seed: seed))
            #expect(again.state.partitions == store.state.partitions, "seed \(seed)")
        }
        #expect(rounds > 1)
    }

    /// Goal: a rotten newest snapshot costs replay time, not data: the log goes back behind the one
    /// before. Method: the newest snapshots rot, one of each round, and then all of them.
    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func aRottenNewestSnapshotCostsNoData(seed: UInt64) throws {
        try Self.trimmed(seed: seed) { store, disk, _ in
            let newest = store.open.catalog.manifest.partitions.map(\.newest.path)
            for rotten in [[newest[0]], newest] {
                var files = disk.files
                for path in rotten {
                    var bytes = try #require(files.bytes(path))
                    bytes[bytes.count / 2] ^= 4
                    files.setBytes(path, bytes)
                }
                let again = try TestStore(SimulatedDisk(files, seed: seed))
                #expect(again.state.partitions == store.state.partitions, "seed \(seed)")
            }
        }
    }

    /// Goal: a snapshot counts only once it was read back. Method: a disk that changes a bit of
    /// what it is given.
    @Test func aSnapshotThatDoesNotReadBackIsNotPublished() throws {
        var random = SeededRandom(seed: 4)
        let disk = SimulatedDisk(seed: 4)
        let store = try TestStore(disk)
        try store.write(40, sync: true, &random)
        try store.snapshot()
        try store.write(40, sync: true, &random)
        let before = store.open.catalog.manifest
        disk.faults.rottenSuffix = ".snap.tmp"
        let error = #expect(throws: StoreError.self) { try store.snapshot() }
        #expect(error?.exitCode == 65)
        #expect(store.open.catalog.manifest == before)
        disk.faults.rottenSuffix = nil
        let again = try TestStore(disk.afterPowerCut(seed: 4))
        #expect(again.state.partitions == store.state.partitions)
        try again.snapshot()
    }
}
