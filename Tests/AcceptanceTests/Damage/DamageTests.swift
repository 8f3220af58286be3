import CarnetTestKit
import Foundation
import Testing

/// A torn end is cut off and nothing else; damage below the watermark is never taken for one.
@Suite struct DamageTests {
    /// A folder that a killed server left, and the LSN of each client in it.
    private struct Remains {
        let folder: DataFolder
        let segment: String
        let log: LogFile
        /// By client, from the first.
        let lsns: [Int]
    }

    /// One segment, so that all of its frames lie above MANIFEST's durable LSN.
    private static func killedServer(clients: Int) throws -> Remains {
        let server = try ServerProcess(flags: ["--segment-bytes", "1048576"])
        let connection = try server.connect()
        try connection.call("TENANT.CREATE", "bistro")
        var lsns: [Int] = []
        while lsns.count < clients {
            // Groups of different sizes make frames of different sizes.
            let group = 1 + lsns.count % 7
            var commands: [UInt8] = []
            for place in 0..<group {
                let number = lsns.count + place + 1
                let note = String(repeating: "n", count: number * 37 % 3_000)
                commands += Connection.encode([
                    "CLIENT.ADD", "bistro", "last", "P\(number)", "email", "p\(number)@example.org",
                    "ANYWAY",
                    "note", note,
                ])
            }
            try connection.send(commands)
            for _ in 0..<group { lsns.append(try connection.reply()["lsn"]?.integer ?? 0) }
        }
        server.kill()
        let names = try server.folder.names(in: "wal").filter { $0.hasSuffix(".wal") }
        let segment = "wal/" + (names.last ?? "")
        let log = LogFile(try server.folder.bytes(of: segment))
        #expect(names.count == 1, "\(names)")
        #expect(log.frames.last?.lastLSN == lsns.last)
        return Remains(folder: server.folder, segment: segment, log: log, lsns: lsns)
    }

    /// Each start gives exactly the events of the frames that are whole.
    @Test func truncationLosesOnlyWhatIsCutOff() throws {
        let seed = SeededRandom.seedOfThisRun
        var random = SeededRandom(seed: seed)
        let remains = try Self.killedServer(clients: 150)
        let frames = remains.log.frames
        let end = frames.last?.endOffset ?? 0
        var offsets = Set<Int>()
        // Around the ends of frames, and anywhere in the last 64 KiB.
        for frame in frames.suffix(6) {
            offsets.formUnion([frame.offset, frame.offset + 1, frame.offset + 63])
            offsets.formUnion([frame.offset + frame.byteCount - 1, frame.offset + frame.byteCount])
        }
        while offsets.count < 30 {
            offsets.insert(Int.random(in: max(4_096, end - 65_536)..<end, using: &random))
        }
        for offset in offsets.shuffled(using: &random).prefix(20) {
            let folder = try remains.folder.copy()
            try folder.write(Array(remains.log.bytes[..<offset]), to: remains.segment)
            let whole = frames.filter { $0.offset + $0.byteCount <= offset }
            let last = whole.map(\.lastLSN).max() ?? 0
            try expect(
                folder,
                clients: remains.lsns.count { $0 <= last },
                lastLSN: last,
                "cut at \(offset), seed \(seed)"
            )
        }
    }

    /// Zeros instead of an end: what a preallocated segment looks like after a torn write.
    @Test func aTornFrameInAPreallocatedSegmentIsDropped() throws {
        let remains = try Self.killedServer(clients: 60)
        let frames = remains.log.frames.filter { $0.type == 1 }
        let last = try #require(frames.last)
        for tornAt in [last.offset + 64, last.offset + last.byteCount - 1] {
            var bytes = remains.log.bytes
            for index in tornAt..<bytes.count { bytes[index] = 0 }
            let folder = try remains.folder.copy()
            try folder.write(bytes, to: remains.segment)
            let before = last.firstLSN - 1
            try expect(
                folder,
                clients: remains.lsns.count { $0 <= before },
                lastLSN: before,
                "torn at \(tornAt)"
            )
        }
    }

    private func expect(
        _ folder: DataFolder,
        clients: Int,
        lastLSN: Int,
        _ note: String
    ) throws {
        do {
            let server = try ServerProcess(folder, flags: ["--segment-bytes", "1048576"])
            let connection = try server.connect()
            #expect(try Load.lastLSN(connection) == lastLSN, "\(note)")
            #expect(try connection.call("CLIENT.COUNT", "bistro") == .integer(clients), "\(note)")
            if clients > 0 {
                let name = try connection.call("CLIENT.GET", "bistro", "\(clients)")["last"]?.text
                #expect(name == "P\(clients)", "\(note)")
            }
            let next = try connection.call(
                "CLIENT.ADD",
                "bistro",
                "last",
                "After",
                "email",
                "after@example.org"
            )
            #expect(next["id"]?.integer == clients + 1, "\(note)")
            // Two starts later it is all still there: the cut end did not come back.
            server.kill()
            let again = try ServerProcess(folder, flags: ["--segment-bytes", "1048576"])
            let count = try again.connect().call("CLIENT.COUNT", "bistro")
            #expect(count == .integer(clients + 1), "\(note)")
        } catch let error as ServerProcess.NotReady {
            Issue.record("\(note): \(error)")
        }
    }

    /// Below the watermark a flipped bit is damage: the start is refused, and `carnet verify` finds
    /// it, each with file and offset.
    @Test func flippedBitsBelowTheWatermarkAreRefused() throws {
        let seed = SeededRandom.seedOfThisRun
        var random = SeededRandom(seed: seed)
        let remains = try Self.killedServer(clients: 60)
        let watermark = remains.log.watermark
        let frames = remains.log.frames.filter { $0.type == 1 && $0.lastLSN <= watermark }
        try #require(frames.count > 10)
        for _ in 0..<20 {
            let frame = try #require(frames.randomElement(using: &random))
            let place = frame.offset + Int.random(in: 0..<frame.byteCount, using: &random)
            let bit = Int.random(in: 0..<8, using: &random)
            var bytes = remains.log.bytes
            bytes[place] ^= 1 << bit
            let folder = try remains.folder.copy()
            try folder.write(bytes, to: remains.segment)
            let note = "bit \(bit) of byte \(place), frame at \(frame.offset), seed \(seed)"

            let (found, report) = try ServerProcess.run(["verify", "--data", folder.data])
            #expect(found == .exited(65), "\(note): \(report)")
            #expect(report.contains(remains.segment), "\(note): \(report)")
            #expect(report.contains("\(frame.offset)"), "\(note): \(report)")

            let server = try ServerProcess(starting: folder, flags: [])
            #expect(server.wait() == .exited(65), "\(note): \(server.output)")
            #expect(server.output.contains(remains.segment), "\(note): \(server.output)")
            #expect(server.output.contains("offset \(frame.offset)"), "\(note): \(server.output)")
            // A refused start has changed nothing.
            #expect(try folder.bytes(of: remains.segment) == bytes, "\(note)")
        }
    }

    /// A bit anywhere in any file that counts is found without a start.
    @Test func verifyFindsFlippedBitsInEveryFile() throws {
        let seed = SeededRandom.seedOfThisRun
        var random = SeededRandom(seed: seed)
        let server = try ServerProcess()
        let connection = try server.connect()
        try connection.call("TENANT.CREATE", "bistro")
        for number in 1...100 {
            try connection.call(
                "CLIENT.ADD",
                "bistro",
                "last",
                "P\(number)",
                "email",
                "p\(number)@example.org"
            )
        }
        #expect(try connection.call("SNAPSHOT").errorCode == nil)
        try connection.call("CLIENT.SET", "bistro", "1", "note", "after the snapshot")
        #expect(server.stop() == .exited(0))
        let sound = try ServerProcess.run(["verify", "--data", server.folder.data])
        #expect(sound.status == .exited(0), "\(sound.output)")
        var files = ["MANIFEST"]
        files += try server.folder.names(in: "snap").map { "snap/" + $0 }
        files += try server.folder.names(in: "wal").filter { $0.hasSuffix(".wal") }.map {
            "wal/" + $0
        }
        #expect(files.count >= 3, "\(files)")
        for file in files {
            let bytes = try server.folder.bytes(of: file)
            let end =
                file.hasSuffix(".wal") ? LogFile(bytes).frames.last?.endOffset ?? 0 : bytes.count
            for _ in 0..<6 {
                let place = Int.random(in: 0..<end, using: &random)
                let bit = Int.random(in: 0..<8, using: &random)
                var damaged = bytes
                damaged[place] ^= 1 << bit
                try server.folder.write(damaged, to: file)
                let (found, report) = try ServerProcess.run([
                    "verify", "--data", server.folder.data,
                ])
                let note = "\(file), bit \(bit) of byte \(place), seed \(seed): \(report)"
                #expect(found == .exited(65), "\(note)")
                #expect(report.contains(file), "\(note)")
            }
            try server.folder.write(bytes, to: file)
        }
        let after = try ServerProcess.run(["verify", "--data", server.folder.data])
        #expect(after.status == .exited(0), "\(after.output)")
    }

    /// After an orderly stop the log ends with a seal: a bad end is damage then, never a torn tail.
    @Test func aDamagedSealIsNoTornTail() throws {
        let server = try ServerProcess()
        try server.connect().call("TENANT.CREATE", "bistro")
        #expect(server.stop() == .exited(0))
        let names = try server.folder.names(in: "wal").filter { $0.hasSuffix(".wal") }
        let segment = "wal/" + (names.last ?? "")
        let bytes = try server.folder.bytes(of: segment)
        let seal = try #require(LogFile(bytes).frames.last)
        #expect(seal.type == 127)
        // In its header, its body and its padding.
        for place in [seal.offset + 20, seal.offset + 70, seal.offset + 2_000] {
            var damaged = bytes
            damaged[place] ^= 4
            let folder = try server.folder.copy()
            try folder.write(damaged, to: segment)
            let (found, report) = try ServerProcess.run(["verify", "--data", folder.data])
            #expect(found == .exited(65), "byte \(place): \(report)")
            let start = try ServerProcess(starting: folder, flags: [])
            #expect(start.wait(seconds: 10) == .exited(65), "byte \(place): \(start.output)")
        }
    }

    /// A folder without its MANIFEST is never taken for an empty one.
    @Test func aLostManifestIsNoEmptyStore() throws {
        let remains = try Self.killedServer(clients: 10)
        for name in ["MANIFEST", "MANIFEST.prev"] {
            try? FileManager.default.removeItem(atPath: remains.folder.data + "/" + name)
        }
        let server = try ServerProcess(starting: remains.folder, flags: [])
        #expect(server.wait() == .exited(65), "\(server.output)")
        #expect(server.output.contains("MANIFEST"), "\(server.output)")
    }
}
