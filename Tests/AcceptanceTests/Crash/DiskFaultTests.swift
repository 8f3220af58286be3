import Foundation
import Testing

/// The disk fails under the real binary: strace answers a system call with an error in the kernel's
/// place. Skipped where it is missing: `apt-get install -y strace`.
@Suite struct DiskFaultTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let call: String
        let error: String
        /// From which call on; the first ones belong to the start.
        let from: Int
        var testDescription: String { "\(call) \(error) from the \(from)th" }
    }

    private static let strace = "/usr/bin/strace"
    private static let isEquipped: Bool = {
        guard !FileManager.default.isExecutableFile(atPath: strace) else { return true }
        print("SKIPPED: DiskFaultTests. Install: apt-get install -y strace")
        return false
    }()

    /// Never an acknowledgement after the failure; exit code 74; everything acknowledged is there
    /// after the next start, on a disk that works again.
    @Test(
        .enabled(if: isEquipped, "apt-get install strace"),
        arguments: [
            Fault(call: "fdatasync", error: "EIO", from: 20),
            Fault(call: "fdatasync", error: "EIO", from: 45),
            Fault(call: "pwrite64", error: "EIO", from: 60),
            Fault(call: "pwrite64", error: "ENOSPC", from: 75),
        ]
    )
    func aFailedLogAcknowledgesNothingMore(fault: Fault) throws {
        let inject = "inject=\(fault.call):error=\(fault.error):when=\(fault.from)+"
        // -D: the server stays this process's child, and strace beside it.
        let wrapper = [Self.strace, "-D", "-f", "-q", "-o", "/dev/null", "-e", inject]
        let server = try ServerProcess(starting: DataFolder(), flags: [], wrapper: wrapper)
        try server.awaitReadiness()
        var acknowledged = 0
        var last: RESPValue?
        do {
            let connection = try server.connect()
            try connection.call("TENANT.CREATE", "bistro")
            while last?.errorCode == nil, acknowledged < 500 {
                let number = acknowledged + 1
                let reply = try connection.call(
                    "CLIENT.ADD",
                    "bistro",
                    "last",
                    "P",
                    "email",
                    "p\(number)@example.org"
                )
                last = reply
                if reply["id"]?.integer == number { acknowledged = number }
            }
        } catch is SocketError {
            // It may be gone before the reply is read.
        }
        #expect((1..<500).contains(acknowledged), "the fault came at \(acknowledged)")
        #expect(last?.errorCode == nil || last?.errorCode == "UNCERTAIN", "\(last as Any)")
        #expect(server.wait(seconds: 20) == .exited(74), "\(server.output)")

        let again = try ServerProcess(server.folder)
        let count = try again.connect().call("CLIENT.COUNT", "bistro")
        // The one in flight may have been kept: that is what UNCERTAIN says.
        #expect([acknowledged, acknowledged + 1].contains(count.integer ?? -1), "\(count)")
        #expect(again.stop() == .exited(0))
    }

    /// A start that can't write ends with 74 and has spoilt nothing.
    @Test(
        .enabled(if: isEquipped, "apt-get install strace"),
        arguments: ["fdatasync", "fsync", "pwrite64", "rename,renameat,renameat2"],
        [1, 2]
    )
    func aStartOnAFailingDiskSaysSo(call: String, from: Int) throws {
        let server = try ServerProcess()
        let connection = try server.connect()
        try connection.call("TENANT.CREATE", "bistro")
        try connection.call("CLIENT.ADD", "bistro", "last", "Lenz", "email", "lenz@example.org")
        server.kill()
        let inject = "inject=\(call):error=EIO:when=\(from)+"
        let wrapper = [Self.strace, "-D", "-f", "-q", "-o", "/dev/null", "-e", inject]
        let failing = try ServerProcess(starting: server.folder, flags: [], wrapper: wrapper)
        #expect(failing.wait(seconds: 20) == .exited(74), "\(failing.output)")
        let again = try ServerProcess(server.folder)
        #expect(try again.connect().call("CLIENT.COUNT", "bistro") == .integer(1))
    }
}
