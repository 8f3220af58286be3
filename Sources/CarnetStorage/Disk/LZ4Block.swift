import CLZ4
import CarnetBytes

/// LZ4's block format, without a frame: our own headers carry lengths and hashes. Version 1.9 of
/// liblz4 or later.
enum LZ4Block {
    /// The most bytes that `byteCount` bytes may take compressed, as LZ4 defines its bound.
    static func bound(_ byteCount: Int) -> Int { byteCount + byteCount / 255 + 16 }

    /// Compresses `source` into `target` from `offset` on. Nil where the result would take more
    /// than `limit` bytes. About 500 MB/s.
    static func compress(
        _ source: RawSpan,
        into target: inout DiskBuffer,
        at offset: Int,
        limit: Int
    ) -> Int? {
        precondition(offset >= 0 && offset <= target.byteCount)
        let room = Int32(clamping: min(limit, target.byteCount - offset))
        guard room > 0 else { return nil }
        let written = unsafe source.withUnsafeBytes { from in
            unsafe target.withPointer { to in
                unsafe LZ4_compress_default(
                    from.baseAddress,
                    to + offset,
                    Int32(clamping: from.count),
                    room
                )
            }
        }
        return written > 0 ? Int(written) : nil
    }

    /// Decompresses `source` into the first `byteCount` bytes of `target`. False where it is not
    /// exactly that many bytes or is damaged; nothing past them is touched. About 3 GB/s.
    static func decompress(
        _ source: RawSpan,
        into target: inout DiskBuffer,
        byteCount: Int
    ) -> Bool {
        guard byteCount >= 0, byteCount <= target.byteCount else { return false }
        let written = unsafe source.withUnsafeBytes { from in
            unsafe target.withPointer { to in
                unsafe LZ4_decompress_safe(
                    from.baseAddress,
                    to,
                    Int32(clamping: from.count),
                    Int32(clamping: byteCount)
                )
            }
        }
        return Int(written) == byteCount
    }
}

extension DiskBuffer {
    /// Lends the buffer's start to C; the pointer must not leave the closure.
    fileprivate mutating func withPointer(
        _ body: (UnsafeMutablePointer<CChar>) -> Int32
    ) -> Int32 {
        var bytes = mutableBytes(first: byteCount)
        return unsafe bytes.withUnsafeMutableBytes { raw in
            guard let start = raw.baseAddress else { return 0 }
            return unsafe body(start.assumingMemoryBound(to: CChar.self))
        }
    }
}
