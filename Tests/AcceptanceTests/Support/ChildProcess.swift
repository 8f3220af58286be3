import Foundation
import Glibc

/// How a process ended.
enum ExitStatus: Hashable, Sendable {
    case exited(Int32)
    case signalled(Int32)
}

/// A program that was started, with its output in a file.
///
/// Its end is noticed on a pipe whose other end only the child holds: waiting for it needs neither
/// sleeping nor a signal handler.
///
/// `@unchecked Sendable`: `lock` orders every access to what changes.
@safe final class ChildProcess: @unchecked Sendable {
    struct NotStarted: Error {
        let program: String
        let code: Int32
    }

    let pid: pid_t
    let outputPath: String
    private let exitPipe: Int32
    /// Held while a pipe's ends could be inherited by a program that another thread starts.
    private static let starting = NSLock()
    private let lock = NSLock()
    private var status: ExitStatus?

    /// Starts `program`; what it says goes to the end of the file at `outputPath`.
    init(_ program: String, _ arguments: [String], outputPath: String) throws {
        self.outputPath = outputPath
        Self.starting.lock()
        defer { Self.starting.unlock() }
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw NotStarted(program: program, code: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        exitPipe = ends[0]
        defer { Glibc.close(ends[1]) }
        let output = unsafe Glibc.open(
            outputPath,
            O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC,
            mode_t(0o644)
        )
        defer { Glibc.close(output) }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, 2)
        unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 200)
        let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
        let words = CStrings([program] + arguments)
        let variables = CStrings(environment)
        var pid: pid_t = 0
        let code = unsafe posix_spawn(
            &pid,
            program,
            &actions,
            nil,
            words.pointers,
            variables.pointers
        )
        self.pid = pid
        guard code == 0 else {
            Glibc.close(exitPipe)
            status = .exited(127)
            throw NotStarted(program: program, code: code)
        }
    }

    deinit {
        if status == nil {
            Glibc.kill(pid, SIGKILL)
            _ = wait(seconds: 10)
        }
        Glibc.close(exitPipe)
    }

    /// Sends a signal, unless the process has been waited for already.
    func signal(_ number: Int32) {
        lock.withLock {
            if status == nil { _ = Glibc.kill(pid, number) }
        }
    }

    /// Waits for the end; nil when it has not come in that time.
    func wait(seconds: Double) -> ExitStatus? {
        if let status = lock.withLock({ status }) { return status }
        var entry = pollfd(fd: exitPipe, events: Int16(POLLIN), revents: 0)
        let milliseconds = Int32((seconds * 1_000).rounded(.up))
        guard unsafe poll(&entry, 1, milliseconds) > 0 else { return nil }
        return lock.withLock {
            if let status { return status }
            var word: Int32 = 0
            unsafe waitpid(pid, &word, 0)
            let number = word & 0x7F
            let ended = number == 0 ? ExitStatus.exited((word >> 8) & 0xFF) : .signalled(number)
            status = ended
            return ended
        }
    }

    /// What the process has said so far.
    var output: String {
        String(decoding: FileManager.default.contents(atPath: outputPath) ?? Data(), as: UTF8.self)
    }

    /// Bytes of memory that are resident; 0 once it has ended.
    var residentByteCount: Int {
        let text = try? String(contentsOfFile: "/proc/\(pid)/statm", encoding: .utf8)
        let words = (text ?? "").split(separator: " ")
        guard words.count > 1, let pages = Int(words[1]) else { return 0 }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}

/// Words as C has them, ended by a null pointer.
@safe private struct CStrings: ~Copyable {
    let pointers: [UnsafeMutablePointer<CChar>?]

    init(_ words: [String]) {
        unsafe pointers = words.map { unsafe strdup($0) } + [nil]
    }

    deinit {
        for index in unsafe pointers.indices { unsafe free(pointers[index]) }
    }
}
