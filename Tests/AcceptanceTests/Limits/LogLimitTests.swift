import Foundation
import Testing

/// RELIABILITY 6, the log: what waits for a slow disk, and what stands behind the last snapshot.
@Suite struct LogLimitTests {
    private func persistence(_ connection: Connection) throws -> InfoLines {
        try InfoLines(connection.call("INFO", "persistence"))
    }

    private func write(_ connection: Connection, _ range: ClosedRange<Int>) throws -> RESPValue? {
        for number in range {
            let reply = try connection.call(
                "CLIENT.ADD",
                "bistro",
                "last",
                "P\(number)",
                "email",
                "p\(number)@example.org"
            )
            if reply.errorCode != nil { return reply }
        }
        return nil
    }

    /// Although no snapshot would start by itself.
    @Test func tooMuchLogForcesASnapshot() throws {
        let server = try ServerProcess(
            flags: ["--snapshot-every-bytes", "0", "--snapshot-every-seconds", "0"]
        )
        let connection = try server.connect()
        try connection.call("TENANT.CREATE", "bistro")
        #expect(try write(connection, 1...500) == nil)
        let before = try persistence(connection)
        #expect(before["snapshot_state"] == "none")
        let behind = try #require(before.number("log_behind_bytes"))
        #expect(behind > 20_000)
        #expect(before.number("log_behind_records") == 501)
        try connection.call("CONFIG", "SET", "log-behind-bytes", "\(behind)")
        try Wait.until { try persistence(connection)["snapshot_state"] == "done" }
        try Wait.until { try persistence(connection).number("log_behind_bytes") == 0 }
        // It counts on across a restart.
        #expect(try write(connection, 501...600) == nil)
        let after = try persistence(connection)
        server.kill()
        let again = try ServerProcess(server.folder, flags: ["--snapshot-every-seconds", "0"])
        let restarted = try persistence(again.connect())
        #expect(restarted.number("log_behind_records") == after.number("log_behind_records"))
        #expect(restarted.number("log_behind_bytes") == after.number("log_behind_bytes"))
    }

    /// Where snapshots fail, writes are refused in the end, and go on once one is there.
    @Test func farTooMuchLogRefusesWrites() throws {
        let server = try ServerProcess(flags: ["--log-behind-bytes", "20000"])
        let folder = server.folder.data
        let connection = try server.connect()
        try connection.call("TENANT.CREATE", "bistro")
        // A file where the folder of snapshots was: none can be written.
        try FileManager.default.moveItem(atPath: folder + "/snap", toPath: folder + "/aside")
        try Data().write(to: URL(fileURLWithPath: folder + "/snap"))
        var refusal: RESPValue?
        var next = 1
        try Wait.until {
            refusal = try write(connection, next...(next + 99))
            next += 100
            return refusal != nil
        }
        #expect(refusal?.errorCode == "OVERLOAD")
        #expect(refusal?.errorText?.contains("log-behind") == true, "\(refusal as Any)")
        #expect(try connection.call("CLIENT.GET", "bistro", "1")["last"]?.text == "P1")
        let behind = try #require(try persistence(connection).number("log_behind_bytes"))
        #expect(behind >= 80_000, "\(behind)")
        try FileManager.default.removeItem(atPath: folder + "/snap")
        try FileManager.default.moveItem(atPath: folder + "/aside", toPath: folder + "/snap")
        try Wait.until {
            try connection.call("CLIENT.SET", "bistro", "1", "city", "Basel").errorCode == nil
        }
        #expect(try persistence(connection)["snapshot_state"] == "done")
        #expect(server.stop() == .exited(0), "\(server.output.suffix(1_000))")
    }

    private static let strace = "/usr/bin/strace"
    private static let isEquipped: Bool = {
        guard !FileManager.default.isExecutableFile(atPath: strace) else { return true }
        print("SKIPPED: LogLimitTests of a slow disk. Install: apt-get install -y strace")
        return false
    }()

    /// A sync takes a tenth of a second, more than anybody should wait: connections are not read on,
    /// nothing is refused, and little more waits than one frame takes.
    @Test(.enabled(if: isEquipped, "apt-get install strace"))
    func aSlowDiskStopsReadingBeforeAnythingIsRefused() throws {
        let server = try ServerProcess(
            starting: DataFolder(),
            flags: ["--segment-bytes", "67108864"],
            wrapper: [
                Self.strace, "-D", "-f", "-q", "-o", "/dev/null", "-e", "trace=fdatasync", "-e",
                "inject=fdatasync:delay_enter=100000",
            ]
        )
        try server.awaitReadiness(seconds: 120)
        let watcher = try server.connect()
        // The server takes a disk for quick until some frames have told it.
        for number in 1...8 { try watcher.call("TENANT.CREATE", "salon-\(number)") }
        #expect(try persistence(watcher).number("waiting_bytes_admitted") == 4 << 20)
        try watcher.call("TENANT.CREATE", "bistro")
        let slow = SlowDiskRun(port: server.port)
        onThreads(2) { $0 == 0 ? slow.write() : slow.watch() }
        #expect(slow.wrong == [])
        #expect(slow.mostWaiting > 1 << 20, "\(slow.mostWaiting) bytes waited")
        // Half of what may wait, and what each connection had been sent already.
        #expect(slow.mostWaiting < 4 << 20, "\(slow.mostWaiting) bytes waited")
        #expect(try persistence(watcher).number("waiting_bytes_admitted") == 4 << 20)
    }
}

/// One connection sends 24 MB of writes before it reads a reply, another asks what waits.
///
/// `@unchecked Sendable`: `lock` orders every access to what changes.
private final class SlowDiskRun: @unchecked Sendable {
    private static let count = 3_000
    private let port: Int
    private let lock = NSLock()
    private var isDone = false
    private var most = 0
    private var faults: [String] = []

    init(port: Int) { self.port = port }

    var mostWaiting: Int { lock.withLock { most } }
    var wrong: [String] { lock.withLock { faults } }

    func write() {
        defer { lock.withLock { isDone = true } }
        do {
            let connection = try Connection(port: port, patience: 120)
            let note = String(repeating: "n", count: 8_000)
            for number in 1...Self.count {
                try connection.send(
                    Connection.encode([
                        "CLIENT.ADD", "bistro", "last", "P", "email", "p\(number)@example.org",
                        "note", note, "ANYWAY",
                    ])
                )
            }
            for number in 1...Self.count {
                let reply = try connection.reply()
                guard reply["id"]?.integer == number else { throw Unexpected(reply: reply) }
            }
        } catch {
            lock.withLock { faults.append("\(error)") }
        }
    }

    func watch() {
        do {
            let connection = try Connection(port: port, patience: 120)
            while !lock.withLock({ isDone }) {
                let info = try InfoLines(connection.call("INFO", "persistence"))
                let waiting = info.number("waiting_bytes") ?? 0
                lock.withLock { most = max(most, waiting) }
            }
        } catch {
            lock.withLock { faults.append("\(error)") }
        }
    }

    private struct Unexpected: Error {
        let reply: RESPValue
    }
}
