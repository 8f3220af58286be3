import Foundation
import Glibc

/// What the process takes of the machine's memory, and what it may take.
public enum MachineMemory {
    /// Bytes that are resident, from /proc/self/statm; 0 where that can't be read. Some
    /// microseconds.
    public static var residentByteCount: Int {
        guard let file = unsafe fopen("/proc/self/statm", "r") else { return 0 }
        defer { unsafe fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        guard unsafe fgets(&line, Int32(line.count), file) != nil else { return 0 }
        let text = String(
            decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) },
            as: UTF8.self
        )
        let words = text.split(separator: " ")
        guard words.count > 1, let pages = Int(words[1]) else { return 0 }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// The least of what the machine has and of what its control groups allow this process, in
    /// bytes; 0 where nothing says. `root` stands before the paths, for tests.
    public static func byteCountMax(root: String = "") -> Int {
        let machine = total(text(root + "/proc/meminfo"))
        let limits = groupPaths(text(root + "/proc/self/cgroup")).compactMap { path in
            // "max" is no number, and version 1 writes a huge one where there is no limit.
            Int(text(root + path).trimmingCharacters(in: .whitespacesAndNewlines))
        }
        let all = ([machine] + limits).filter { $0 > 0 }
        return all.min() ?? 0
    }

    /// Gives back to the machine what the allocator holds and nobody uses. Takes milliseconds where
    /// that is much.
    static func giveBackUnused() { _ = trim?(0) }

    private typealias Trim = @convention(c) (Int) -> Int32

    /// glibc's `malloc_trim`, which its Swift module leaves out; nil with another C library.
    private static let trim: Trim? = {
        guard let symbol = unsafe dlsym(nil, "malloc_trim") else { return nil }
        return unsafe unsafeBitCast(symbol, to: Trim.self)
    }()

    private static func text(_ path: String) -> String {
        (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    }

    private static func total(_ meminfo: String) -> Int {
        for line in meminfo.split(separator: "\n") where line.hasPrefix("MemTotal:") {
            return (line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1_024
        }
        return 0
    }

    /// Where limits may stand: this process's group and every one above it. In version 2 that is
    /// the line `0::/path`, in version 1 the one whose controllers name memory. In a container the
    /// path may be the host's, which is not there; its own group is the topmost then.
    private static func groupPaths(_ cgroup: String) -> [String] {
        var paths: [String] = []
        for line in cgroup.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            let isSecond = parts[1].isEmpty
            guard isSecond || parts[1].split(separator: ",").contains("memory") else { continue }
            let folder = isSecond ? "/sys/fs/cgroup" : "/sys/fs/cgroup/memory"
            let file = isSecond ? "memory.max" : "memory.limit_in_bytes"
            var names = parts[2].split(separator: "/")
            while !names.isEmpty {
                paths.append("\(folder)/\(names.joined(separator: "/"))/\(file)")
                names.removeLast()
            }
            paths.append("\(folder)/\(file)")
        }
        return paths
    }
}
