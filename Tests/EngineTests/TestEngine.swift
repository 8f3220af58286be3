import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetStorage
import CarnetTestKit
import Foundation

/// An engine on a real folder of its own, with small segments, which goes away with it.
final class TestEngine {
    let folder: URL
    private(set) var engine: Engine
    private let options: EngineOptions

    private let monotonic: @Sendable () -> UInt64
    /// Microseconds since 1970.
    private let clock: @Sendable () -> UInt64

    /// The machine's own clock.
    static let wallClock: @Sendable () -> UInt64 = {
        UInt64(Date().timeIntervalSince1970 * 1e6)
    }

    init(
        _ change: (inout EngineOptions) -> Void = { _ in },
        clock: @escaping @Sendable () -> UInt64 = TestEngine.wallClock,
        monotonic: @escaping @Sendable () -> UInt64 = Engine.uptime
    ) throws {
        var options = EngineOptions()
        options.store.segmentByteCount = 1 << 20
        options.store.reserveByteCount = 1 << 16
        options.shardCount = 8
        change(&options)
        self.options = options
        self.monotonic = monotonic
        self.clock = clock
        folder = FileManager.default.temporaryDirectory
            .appending(path: "carnet-\(UUID().uuidString)")
        engine = try Self.open(folder, options, clock, monotonic)
    }

    /// An engine on a copy of a folder.
    init(copyOf original: URL) throws {
        var options = EngineOptions()
        options.store.segmentByteCount = 1 << 20
        options.store.reserveByteCount = 1 << 16
        self.options = options
        monotonic = Engine.uptime
        clock = Self.wallClock
        folder = FileManager.default.temporaryDirectory
            .appending(path: "carnet-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: original, to: folder)
        engine = try Self.open(folder, options, clock, monotonic)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private static func open(
        _ folder: URL,
        _ options: EngineOptions,
        _ clock: @escaping @Sendable () -> UInt64,
        _ monotonic: @escaping @Sendable () -> UInt64
    ) throws -> Engine {
        // The system's own generator has no bytes and so no address: under the thread sanitizer, which
        // notes every address that is lent, that ends the process now and then.
        var random = SeededRandom(seed: .random(in: .min ... .max))
        return try Engine.open(
            PosixDisk(root: folder.path),
            options,
            clock: clock,
            monotonic: monotonic,
            random: &random,
            tell: { _ in }
        )
    }

    func close() throws { try engine.close() }

    /// Closes and opens the same folder again.
    func reopen() throws {
        try engine.close()
        engine = try Self.open(folder, options, clock, monotonic)
    }

    /// Takes a snapshot and waits for its end.
    func snapshot() async -> SnapshotProgress {
        await withCheckedContinuation { continuation in
            engine.snapshot { continuation.resume(returning: $0) }
        }
    }
}
