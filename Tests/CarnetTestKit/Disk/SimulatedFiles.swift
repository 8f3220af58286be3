/// The files of a simulated disk as a value: what the page cache says, what the device has, and
/// which names the device knows. Copies are cheap: pages are shared until written.
public struct SimulatedFiles: Sendable {
    /// The unit that a device writes whole.
    public static let pageByteCount = 4096
    static let zeroPage = [UInt8](repeating: 0, count: pageByteCount)

    /// One file's bytes, in whole pages.
    struct Content: Sendable {
        var pages: [[UInt8]] = []
        var byteCount = 0
    }

    struct File: Sendable {
        var cache = Content()
        var device = Content()
        /// Pages that differ from the device, and what stood there before and was not synced.
        var dirty: [Int: [[UInt8]]] = [:]
        var reservedByteCount = 0
    }

    /// A change of names that the device does not know yet.
    enum Change: Sendable {
        case put(path: String, file: Int)
        case rename(from: String, to: String, file: Int)
        case remove(path: String, file: Int)
    }

    var files: [Int: File] = [:]
    var names: [String: Int] = [:]
    var deviceNames: [String: Int] = [:]
    var changes: [Change] = []
    var folders: Set<String> = []
    var deviceFolders: Set<String> = []
    private var nextFile = 1

    public init() {}

    // MARK: What the page cache shows

    mutating func create(_ path: String) -> Int {
        if let file = names[path] {
            files[file]?.cache = Content()
            files[file]?.dirty = [:]
            return file
        }
        let file = nextFile
        nextFile += 1
        files[file] = File()
        names[path] = file
        changes.append(.put(path: path, file: file))
        return file
    }

    func read(_ file: Int, at offset: Int, count: Int) -> [UInt8] {
        guard let content = files[file]?.cache else { return [] }
        var bytes: [UInt8] = []
        var at = offset
        let end = min(offset + count, content.byteCount)
        bytes.reserveCapacity(max(0, end - offset))
        while at < end {
            let start = at % Self.pageByteCount
            let taken = min(Self.pageByteCount - start, end - at)
            bytes += content.pages[at / Self.pageByteCount][start..<(start + taken)]
            at += taken
        }
        return bytes
    }

    mutating func write(_ file: Int, at offset: Int, _ bytes: ArraySlice<UInt8>) {
        guard var content = files[file] else { return }
        content.cache.grow(to: offset + bytes.count)
        var at = offset
        var rest = bytes
        while !rest.isEmpty {
            let start = at % Self.pageByteCount
            let taken = min(Self.pageByteCount - start, rest.count)
            let index = at / Self.pageByteCount
            content.dirty[index, default: []].append(content.cache.pages[index])
            content.cache.pages[index].replaceSubrange(
                start..<(start + taken),
                with: rest.prefix(taken)
            )
            at += taken
            rest = rest.dropFirst(taken)
        }
        files[file] = content
    }

    mutating func truncate(_ file: Int, to byteCount: Int) {
        guard var content = files[file] else { return }
        content.cache.resize(to: byteCount)
        let pages = (byteCount + Self.pageByteCount - 1) / Self.pageByteCount
        content.dirty = content.dirty.filter { $0.key < pages }
        files[file] = content
    }

    mutating func rename(_ path: String, to target: String) -> Bool {
        guard let file = names.removeValue(forKey: path) else { return false }
        names[target] = file
        changes.append(.rename(from: path, to: target, file: file))
        return true
    }

    mutating func remove(_ path: String) -> Bool {
        guard let file = names.removeValue(forKey: path) else { return false }
        changes.append(.remove(path: path, file: file))
        return true
    }

    /// Bytes that the files take, reserved ones included.
    public var usedByteCount: Int {
        names.values.reduce(0) { sum, file in
            guard let file = files[file] else { return sum }
            return sum + max(file.cache.byteCount, file.reservedByteCount)
        }
    }

    // MARK: What reaches the device

    mutating func sync(_ file: Int) {
        guard var content = files[file] else { return }
        content.device.resize(to: content.cache.byteCount)
        // Only what counts as dirty: pages that a failed sync has called clean stay behind.
        for index in content.dirty.keys { content.device.pages[index] = content.cache.pages[index] }
        content.dirty = [:]
        files[file] = content
    }

    /// What a failed sync does on Linux: nothing was written, and yet the pages count as clean.
    mutating func forgetDirty(_ file: Int) { files[file]?.dirty = [:] }

    mutating func syncNames(_ folder: String) {
        let (inside, outside) = changes.parted { Self.folder(of: $0.path) == folder }
        for change in inside { Self.apply(change, to: &deviceNames) }
        changes = outside
        if folder.isEmpty { deviceFolders = folders }
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return String(path[..<slash])
    }

    private static func apply(_ change: Change, to names: inout [String: Int]) {
        switch change {
        case .put(let path, let file): names[path] = file
        case .rename(let from, let to, let file):
            if names[from] == file { names[from] = nil }
            names[to] = file
        case .remove(let path, let file): if names[path] == file { names[path] = nil }
        }
    }

    /// What a power cut leaves. Of every page that was not synced the device has the old bytes, the
    /// new ones, ones in between, or, where `tearsPages`, a mixture by sectors of 512 bytes; of the
    /// names that were not synced some have changed and some have not.
    public func afterPowerCut(
        _ random: inout SeededRandom,
        tearsPages: Bool = false
    ) -> SimulatedFiles {
        var after = SimulatedFiles()
        after.nextFile = nextFile
        after.deviceFolders = folders.filter { deviceFolders.contains($0) || random.oneIn(2) }
        after.folders = after.deviceFolders
        var known = deviceNames
        // In order up to some point, as a journal does it, or any subset.
        let isPrefix = random.oneIn(2)
        let kept = Int.random(in: 0...changes.count, using: &random)
        for (index, change) in changes.enumerated() where isPrefix ? index < kept : random.oneIn(2)
        {
            Self.apply(change, to: &known)
        }
        known = known.filter { name, _ in
            let folder = Self.folder(of: name)
            return folder.isEmpty || after.folders.contains(folder)
        }
        after.names = known
        after.deviceNames = known
        for file in Set(known.values).sorted() {
            guard let content = files[file] else { continue }
            let left = content.afterPowerCut(&random, tearsPages: tearsPages)
            after.files[file] = File(cache: left, device: left)
        }
        return after
    }

    // MARK: For tests

    /// All paths, sorted.
    public var paths: [String] { names.keys.sorted() }

    /// A file's bytes as the page cache has them.
    public func bytes(_ path: String) -> [UInt8]? {
        guard let file = names[path], let content = files[file] else { return nil }
        return read(file, at: 0, count: content.cache.byteCount)
    }

    /// Replaces a file's bytes, or makes the file, in cache and device: rot, or a hand.
    public mutating func setBytes(_ path: String, _ bytes: [UInt8]) {
        let file = create(path)
        truncate(file, to: 0)
        write(file, at: 0, bytes[...])
        sync(file)
        deviceNames[path] = file
    }

    /// Takes a file away, as a hand would.
    public mutating func discard(_ path: String) {
        names[path] = nil
        deviceNames[path] = nil
    }
}

extension SimulatedFiles.Change {
    fileprivate var path: String {
        switch self {
        case .put(let path, _), .remove(let path, _): path
        case .rename(let from, _, _): from
        }
    }
}

extension SimulatedFiles.Content {
    mutating func grow(to count: Int) {
        if count > byteCount { resize(to: count) }
    }

    mutating func resize(to count: Int) {
        let size = SimulatedFiles.pageByteCount
        let wanted = (count + size - 1) / size
        if wanted < pages.count { pages.removeLast(pages.count - wanted) }
        while pages.count < wanted { pages.append(SimulatedFiles.zeroPage) }
        if count < byteCount, count % size != 0 {
            let rest = [UInt8](repeating: 0, count: size - count % size)
            pages[wanted - 1].replaceSubrange((count % size)..., with: rest)
        }
        byteCount = count
    }
}

extension SimulatedFiles.File {
    /// What the device has of this file after a power cut.
    fileprivate func afterPowerCut(
        _ random: inout SeededRandom,
        tearsPages: Bool
    ) -> SimulatedFiles.Content {
        var left = device
        if cache.byteCount != device.byteCount, random.oneIn(2) { left.resize(to: cache.byteCount) }
        for index in dirty.keys.sorted() where index < left.pages.count && index < cache.pages.count
        {
            let between = dirty[index] ?? []
            switch Int.random(in: 0..<4, using: &random) {
            case 0: break
            case 1 where !between.isEmpty:
                left.pages[index] = between[Int.random(in: 0..<between.count, using: &random)]
            case 2 where tearsPages:
                for sector in stride(from: 0, to: SimulatedFiles.pageByteCount, by: 512)
                where random.oneIn(2) {
                    let range = sector..<(sector + 512)
                    left.pages[index].replaceSubrange(range, with: cache.pages[index][range])
                }
            default: left.pages[index] = cache.pages[index]
            }
        }
        left.resize(to: left.byteCount)
        return left
    }
}

extension Array {
    /// Those that fulfil the condition and those that don't, each in order.
    fileprivate func parted(
        _ condition: (Element) -> Bool
    ) -> (inside: [Element], outside: [Element]) {
        (filter(condition), filter { !condition($0) })
    }
}
