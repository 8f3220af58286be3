import Glibc
import Histogram

/// What the disk allows: 4 KiB overwritten in a preallocated, zero-filled file, then fdatasync, one
/// after the other, as a log does that waits for each.
enum DiskProbe {
    private static let pageByteCount = 4096
    private static let fileByteCount = 16 << 20

    /// Times of `count` rounds in `folder`; the file is removed again.
    static func measure(in folder: String, count: Int) throws(LoadError) -> Latency {
        let path = "\(folder)/carnet-bench-probe-\(getpid())"
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_TRUNC, 0o644)
        guard descriptor >= 0 else { throw .system(call: "open", code: errno, what: path) }
        defer {
            _ = close(descriptor)
            _ = unsafe unlink(path)
        }
        let zeros = [UInt8](repeating: 0, count: 1 << 20)
        for offset in stride(from: 0, to: fileByteCount, by: zeros.count) {
            try write(zeros, to: descriptor, at: offset, path)
        }
        guard fsync(descriptor) == 0 else { throw .system(call: "fsync", code: errno, what: path) }
        var times = Histogram<UInt64>(highestTrackableValue: 60_000_000_000)
        let page = [UInt8](repeating: 0xA5, count: pageByteCount)
        for round in 0..<count {
            let start = MonotonicClock.now()
            try write(page, to: descriptor, at: round * pageByteCount % fileByteCount, path)
            guard fdatasync(descriptor) == 0 else {
                throw .system(call: "fdatasync", code: errno, what: path)
            }
            _ = times.record(MonotonicClock.now() - start)
        }
        guard let latency = Latency(times) else { throw .setup("no sync was measured") }
        return latency
    }

    private static func write(
        _ bytes: [UInt8],
        to descriptor: Int32,
        at offset: Int,
        _ path: String
    ) throws(LoadError) {
        let count = unsafe bytes.withUnsafeBytes { buffer in
            unsafe pwrite(descriptor, buffer.baseAddress, buffer.count, offset)
        }
        guard count == bytes.count else { throw .system(call: "pwrite", code: errno, what: path) }
    }
}
