import CarnetClient
import CarnetWire
import Dispatch
import Glibc
import Synchronization

/// A server process that this tool has started and stops again, by its own process number.
final class SpawnedServer: Sendable {
    let process: Int32
    let host: String
    let port: Int
    /// Whether the process was seen to be over; its number may be another's from then on.
    private let isOver = Atomic(false)
    /// Take the server along when this tool is interrupted. `nonisolated(unsafe)`: made in `init`,
    /// cancelled in `deinit`, and touched by nobody between.
    private nonisolated(unsafe) let interruptions: [any DispatchSourceSignal]

    private init(process: Int32, host: String, port: Int) {
        self.process = process
        self.host = host
        self.port = port
        unsafe interruptions = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler {
                _ = kill(process, SIGTERM)
                exit(128 + number)
            }
            source.resume()
            return source
        }
    }

    deinit { for source in unsafe interruptions { source.cancel() } }

    /// Starts a program. Its standard output goes to `log`, its errors too.
    static func start(
        _ arguments: [String],
        host: String,
        port: Int,
        log: String
    ) throws(LoadError) -> SpawnedServer {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        let flags = O_WRONLY | O_CREAT | O_APPEND
        unsafe posix_spawn_file_actions_addopen(&actions, 1, log, flags, 0o644)
        unsafe posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // This process ignores signals and the calling thread may hold some back, SIGTERM among
        // them; the server must not inherit that.
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var nothingHeld = sigset_t()
        unsafe sigemptyset(&nothingHeld)
        unsafe posix_spawnattr_setsigmask(&attributes, &nothingHeld)
        var heard = sigset_t()
        unsafe sigemptyset(&heard)
        unsafe sigaddset(&heard, SIGINT)
        unsafe sigaddset(&heard, SIGTERM)
        unsafe posix_spawnattr_setsigdefault(&attributes, &heard)
        let flagsOfSpawn = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        unsafe posix_spawnattr_setflags(&attributes, Int16(flagsOfSpawn))
        var pointers = unsafe arguments.map { unsafe strdup($0) }
        unsafe pointers.append(nil)
        defer { for index in unsafe pointers.indices { unsafe free(pointers[index]) } }
        var process: Int32 = 0
        let code = unsafe posix_spawnp(
            &process,
            arguments[0],
            &actions,
            &attributes,
            pointers,
            environ
        )
        guard code == 0 else {
            throw .system(call: "posix_spawn", code: code, what: arguments[0])
        }
        return SpawnedServer(process: process, host: host, port: port)
    }

    /// Waits until the server answers PING; gives up when it has ended or the time is over.
    func waitUntilReady(seconds: Int = 60) async throws {
        let limit = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < limit {
            if hasEnded() { throw LoadError.setup("the started server ended at once; see its log") }
            if let connection = try? await CarnetConnection.connect(host: host, port: port) {
                let answered = (try? await connection.send("PING")) != nil
                await connection.close()
                if answered { return }
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw LoadError.setup("the started server did not answer on port \(port)")
    }

    /// Asks it to stop, waits, and after 30 s ends it. Does nothing once it is over.
    func stop() async {
        guard !hasEnded() else { return }
        _ = kill(process, SIGTERM)
        for step in 0..<4_000 {
            if hasEnded() { return }
            if step == 3_000 { _ = kill(process, SIGKILL) }
            try? await Task.sleep(for: .milliseconds(10))
        }
    }

    private func hasEnded() -> Bool {
        if isOver.load(ordering: .acquiring) { return true }
        var status: Int32 = 0
        guard unsafe waitpid(process, &status, WNOHANG) != 0 else { return false }
        isOver.store(true, ordering: .releasing)
        return true
    }
}

/// A folder of this run.
enum RunFolder {
    /// Makes `carnet-bench-<process>` inside `parent` and answers its path.
    static func make(in parent: String) throws(LoadError) -> String {
        let path = "\(parent)/carnet-bench-\(getpid())"
        guard unsafe mkdir(path, 0o755) == 0 else {
            throw .system(call: "mkdir", code: errno, what: path)
        }
        return path
    }

    /// Removes the folder and what is in it.
    static func remove(_ path: String) {
        guard let folder = unsafe opendir(path) else {
            _ = unsafe unlink(path)
            return
        }
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
                    unsafe String(cString: $0)
                }
            }
            guard name != ".", name != ".." else { continue }
            let isFolder = unsafe entry.pointee.d_type == UInt8(DT_DIR)
            if isFolder { remove(path + "/" + name) } else { _ = unsafe unlink(path + "/" + name) }
        }
        _ = unsafe closedir(folder)
        _ = unsafe rmdir(path)
    }
}
