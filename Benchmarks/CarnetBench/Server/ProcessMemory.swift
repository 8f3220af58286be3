import Glibc

/// What the kernel tells of a process on this machine.
enum ProcessMemory {
    /// Resident bytes (`VmRSS`); nil where there is no such process here.
    static func residentByteCount(_ process: Int32) -> Int? {
        value("VmRSS", process).map { $0 << 10 }
    }

    /// The most that was ever resident (`VmHWM`).
    static func peakByteCount(_ process: Int32) -> Int? {
        value("VmHWM", process).map { $0 << 10 }
    }

    /// A line of /proc/pid/status, in KiB.
    private static func value(_ name: String, _ process: Int32) -> Int? {
        guard let status = SmallFile.read("/proc/\(process)/status") else { return nil }
        for line in status.split(separator: "\n") where line.hasPrefix(name + ":") {
            return line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
                .flatMap { Int($0) }
        }
        return nil
    }
}

/// Files of some kilobytes, such as those of /proc.
enum SmallFile {
    static func read(_ path: String) -> String? {
        let descriptor = unsafe open(path, O_RDONLY)
        guard descriptor >= 0 else { return nil }
        defer { _ = close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 << 10)
        while bytes.count < 1 << 20 {
            let count = unsafe chunk.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            }
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
