public import CarnetStorage
import Foundation

/// A disk in memory that can do what disks do: lose what was not synced, page by page and name by
/// name; fail at any call; fail a sync and call the pages clean; be full; write short. What it does
/// is fixed by its seed and its faults.
///
/// A test drives the real code on it, then asks for what a power cut (`afterPowerCut`) or a kill of
/// the process (`afterKill`) would leave, and opens that.
public final class SimulatedDisk: Disk, @unchecked Sendable {
    /// What goes wrong, by number of the call; calls are counted from 1.
    public struct Faults: Sendable {
        /// From this call on every call fails, as if the process were dead.
        public var deadFrom: Int?
        /// These calls fail with EIO and have no effect; a sync among them calls the pages clean.
        public var failing: Set<Int> = []
        /// From this call on every call that reads or writes the device fails with EIO.
        public var failingFrom: Int?
        /// The bytes that fit.
        public var capacityByteCount: Int?
        /// Writes take a random part of what they are given.
        public var writesShort = false
        /// What is written to the start of files whose names end so has a bit changed on its way.
        public var rottenSuffix: String?
        /// Tears pages by sectors at a power cut.
        public var tearsPages = false

        public init() {}
    }

    // Everything below is touched under `lock` alone.
    private let lock = NSLock()
    private var state: SimulatedFiles
    private var random: SeededRandom
    private var currentFaults: Faults
    private var calls = 0
    private var open: [Int32: Int] = [:]
    private var nextDescriptor: Int32 = 3
    private var isTaken = false
    private var observe: ((Int, SimulatedFiles) -> Void)?

    public let seed: UInt64

    public init(
        _ files: SimulatedFiles = SimulatedFiles(),
        seed: UInt64,
        faults: Faults = Faults()
    ) {
        state = files
        self.seed = seed
        random = SeededRandom(seed: seed)
        currentFaults = faults
    }

    /// Calls so far that touched the disk.
    public var callCount: Int { lock.withLock { calls } }

    public var faults: Faults {
        get { lock.withLock { currentFaults } }
        set { lock.withLock { currentFaults = newValue } }
    }

    /// The files as they are now.
    public var files: SimulatedFiles {
        get { lock.withLock { state } }
        set { lock.withLock { state = newValue } }
    }

    /// Is told the files as they are before each call, and the call's number.
    public func observeCalls(_ body: ((Int, SimulatedFiles) -> Void)?) {
        lock.withLock { observe = body }
    }

    /// The disk that a power cut at this moment leaves.
    public func afterPowerCut(seed: UInt64) -> SimulatedDisk {
        var random = SeededRandom(seed: seed)
        let left = files.afterPowerCut(&random, tearsPages: faults.tearsPages)
        return SimulatedDisk(left, seed: seed)
    }

    /// The disk that a kill of the process at this moment leaves: the page cache survives.
    public func afterKill() -> SimulatedDisk { SimulatedDisk(files, seed: seed) }

    // MARK: Calls

    private func perform<Answer>(
        _ operation: DiskError.Operation,
        _ path: String,
        _ body: () throws(DiskError) -> Answer
    ) throws(DiskError) -> Answer {
        lock.lock()
        defer { lock.unlock() }
        calls += 1
        observe?(calls, state)
        try checkFaults(operation, path)
        return try body()
    }

    private func checkFaults(_ operation: DiskError.Operation, _ path: String) throws(DiskError) {
        let error = DiskError.failed(operation: operation, path: path, code: 5)
        if let dead = currentFaults.deadFrom, calls >= dead { throw error }
        var fails = currentFaults.failing.contains(calls)
        if let from = currentFaults.failingFrom, calls >= from { fails = true }
        guard fails else { return }
        if operation == .sync, let file = state.names[path] { state.forgetDirty(file) }
        throw error
    }

    private func number(_ file: DiskFile) -> Int { open[file.descriptor] ?? 0 }

    public func open(_ path: String, _ mode: DiskMode) throws(DiskError) -> DiskFile {
        try perform(.open, path) { () throws(DiskError) in
            let file: Int
            switch mode {
            case .create:
                let folder = SimulatedFiles.folder(of: path)
                guard folder.isEmpty || state.folders.contains(folder) else {
                    throw .missing(path: path)
                }
                file = state.create(path)
            case .read, .readWrite:
                guard let found = state.names[path] else { throw .missing(path: path) }
                file = found
            }
            nextDescriptor += 1
            open[nextDescriptor] = file
            return DiskFile(descriptor: nextDescriptor, path: path)
        }
    }

    public func close(_ file: DiskFile) { lock.withLock { open[file.descriptor] = nil } }

    public func read(
        _ file: DiskFile,
        at offset: Int,
        into target: inout MutableRawSpan
    ) throws(DiskError) -> Int {
        let count = target.byteCount
        let bytes = try perform(.read, file.path) { () throws(DiskError) in
            state.read(number(file), at: offset, count: count)
        }
        unsafe target.withUnsafeMutableBytes { unsafe $0.copyBytes(from: bytes) }
        return bytes.count
    }

    public func write(_ file: DiskFile, at offset: Int, _ bytes: RawSpan) throws(DiskError) -> Int {
        var copy = unsafe bytes.withUnsafeBytes { unsafe Array($0) }
        if let suffix = faults.rottenSuffix, file.path.hasSuffix(suffix), offset == 0 {
            if !copy.isEmpty { copy[copy.count / 2] ^= 0x10 }
        }
        return try perform(.write, file.path) { () throws(DiskError) in
            var count = copy.count
            if currentFaults.writesShort, count > 1 {
                count = Int.random(in: 1...count, using: &random)
            }
            try checkRoom(file, for: offset + count)
            state.write(number(file), at: offset, copy[0..<count])
            return count
        }
    }

    private func checkRoom(_ file: DiskFile, for byteCount: Int) throws(DiskError) {
        guard let capacity = currentFaults.capacityByteCount else { return }
        let content = state.files[number(file)]
        let has = max(content?.cache.byteCount ?? 0, content?.reservedByteCount ?? 0)
        let more = max(0, byteCount - has)
        if more > 0, state.usedByteCount + more > capacity { throw .full(path: file.path) }
    }

    public func sync(_ file: DiskFile) throws(DiskError) {
        try perform(.sync, file.path) { () throws(DiskError) in state.sync(number(file)) }
    }

    public func startWriting(_ file: DiskFile) {}
    public func dropCache(_ file: DiskFile) {}

    public func reserve(_ file: DiskFile, byteCount: Int) throws(DiskError) {
        try perform(.reserve, file.path) { () throws(DiskError) in
            try checkRoom(file, for: byteCount)
            let file = number(file)
            state.files[file]?.reservedByteCount = byteCount
            state.files[file]?.cache.grow(to: byteCount)
        }
    }

    public func truncate(_ file: DiskFile, to byteCount: Int) throws(DiskError) {
        try perform(.truncate, file.path) { () throws(DiskError) in
            state.truncate(number(file), to: byteCount)
        }
    }

    public func byteCount(_ file: DiskFile) throws(DiskError) -> Int {
        try perform(.size, file.path) { () throws(DiskError) in
            state.files[number(file)]?.cache.byteCount ?? 0
        }
    }

    public func rename(_ path: String, to target: String) throws(DiskError) {
        try perform(.rename, path) { () throws(DiskError) in
            guard state.rename(path, to: target) else { throw .missing(path: path) }
        }
    }

    public func remove(_ path: String) throws(DiskError) {
        try perform(.remove, path) { () throws(DiskError) in
            guard state.remove(path) else { throw .missing(path: path) }
        }
    }

    public func makeFolder(_ path: String) throws(DiskError) {
        try perform(.makeFolder, path) { () throws(DiskError) in _ = state.folders.insert(path) }
    }

    public func list(_ folder: String) throws(DiskError) -> [String] {
        try perform(.list, folder) { () throws(DiskError) in
            guard folder.isEmpty || state.folders.contains(folder) else {
                throw .missing(path: folder)
            }
            let start = folder.isEmpty ? "" : folder + "/"
            let inside = state.names.keys.filter { SimulatedFiles.folder(of: $0) == folder }
            let folders = folder.isEmpty ? Array(state.folders) : []
            return (inside.map { String($0.dropFirst(start.count)) } + folders).sorted()
        }
    }

    public func syncFolder(_ folder: String) throws(DiskError) {
        try perform(.sync, folder) { () throws(DiskError) in state.syncNames(folder) }
    }

    public func lock(_ path: String) throws(DiskError) -> DiskFile {
        try perform(.lock, path) { () throws(DiskError) in
            guard !isTaken else { throw .locked(path: path) }
            isTaken = true
            if state.names[path] == nil { _ = state.create(path) }
            return DiskFile(descriptor: -1, path: path)
        }
    }

    public func unlock(_ file: DiskFile) { lock.withLock { isTaken = false } }
}
