import Foundation
import Glibc

/// A real server: the binary that was built beside these tests, or that CARNET_BINARY names.
final class ServerProcess: Sendable {
    /// It ended, or let the time pass, before it took a connection.
    struct NotReady: Error, CustomStringConvertible {
        let status: ExitStatus?
        let output: String
        var description: String { "the server did not get ready (\(status as Any)): \(output)" }
    }

    /// Small files, so that a start costs little and segments change often.
    static let smallFiles = ["--segment-bytes", "4194304", "--reserve-bytes", "1048576"]

    let folder: DataFolder
    let port: Int
    private let process: ChildProcess

    /// Starts a server and waits until it answers.
    convenience init(
        _ folder: DataFolder? = nil,
        flags: [String] = []
    ) throws {
        try self.init(starting: folder ?? DataFolder(), flags: flags)
        try awaitReadiness()
    }

    /// Starts a server and does not wait. `wrapper` is a program that runs it, with its arguments.
    init(starting folder: DataFolder, flags: [String], wrapper: [String] = []) throws {
        self.folder = folder
        port = try Socket.freePort()
        var arguments = ["serve", "--host", "127.0.0.1", "--port", "\(port)", "--loops", "2"]
        arguments += ["--data", folder.data]
        for (flag, value) in zip(Self.smallFiles, Self.smallFiles.dropFirst())
        where flag.hasPrefix("--") && !flags.contains(flag) {
            arguments += [flag, value]
        }
        let words = wrapper + [Self.binary] + arguments + flags
        process = try ChildProcess(words[0], Array(words.dropFirst()), outputPath: folder.log)
    }

    /// The program under test.
    static var binary: String {
        if let path = ProcessInfo.processInfo.environment["CARNET_BINARY"] { return path }
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appendingPathComponent("carnet").path
    }

    /// Waits until a command is answered; while the lists are being loaded that is LOADING.
    func awaitReadiness(seconds: Double = 60) throws {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < deadline {
            // Where there are tokens, it is NOAUTH once it is ready.
            if let reply = try? connect().call("TENANT.LIST"),
                reply.errorCode == nil || reply.errorCode == "NOAUTH"
            {
                return
            }
            // Between two attempts: five milliseconds, or its end.
            if let status = process.wait(seconds: 0.005) {
                throw NotReady(status: status, output: output)
            }
        }
        throw NotReady(status: nil, output: output)
    }

    func connect() throws -> Connection { try Connection(port: port) }

    var pid: pid_t { process.pid }
    var output: String { process.output }
    var residentByteCount: Int { process.residentByteCount }
    var isRunning: Bool { process.wait(seconds: 0) == nil }

    /// Pulls the plug, and waits until the process is gone.
    func kill() {
        process.signal(SIGKILL)
        _ = process.wait(seconds: 30)
    }

    /// Asks it to stop, without waiting.
    func askToStop() { process.signal(SIGTERM) }

    /// Asks it to stop; answers how it ended.
    @discardableResult
    func stop() -> ExitStatus? {
        askToStop()
        return process.wait(seconds: 60)
    }

    /// Waits for its end; nil when that takes longer.
    func wait(seconds: Double = 60) -> ExitStatus? { process.wait(seconds: seconds) }

    /// Runs another of the binary's commands to its end.
    static func run(
        _ arguments: [String],
        seconds: Double = 60
    ) throws -> (status: ExitStatus?, output: String) {
        try run(binary, arguments, seconds: seconds)
    }

    /// Runs a program to its end.
    static func run(
        _ program: String,
        _ arguments: [String],
        seconds: Double = 60
    ) throws -> (status: ExitStatus?, output: String) {
        let folder = try DataFolder()
        let process = try ChildProcess(program, arguments, outputPath: folder.log)
        let status = process.wait(seconds: seconds)
        return (status, process.output)
    }
}
