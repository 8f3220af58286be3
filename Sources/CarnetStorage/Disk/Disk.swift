/// The folder of one store and everything that can be done to it. Synchronous; usable from several
/// threads at once. `PosixDisk` is the real one; the tests have one that tears, reorders, loses
/// and fails.
///
/// Paths are relative to the store's folder, with `/` between names: `wal/0000000000000001.wal`.
/// What callers may count on, and what not:
/// - A write reaches the page cache. It survives a power cut only after `sync` of that file has
///   returned; before that any subset of its 4,096-byte pages may.
/// - A name (created, renamed, removed) survives a power cut only after `syncFolder` of its folder.
/// - A failed `sync` may have dropped what it should have written: it is never called again for the
///   same bytes.
public protocol Disk: AnyObject, Sendable {
    /// Opens a file. With `.create` it is made if absent and emptied if present.
    func open(_ path: String, _ mode: DiskMode) throws(DiskError) -> DiskFile
    func close(_ file: DiskFile)

    /// Reads at most `target.byteCount` bytes from `offset`; fewer only at the file's end, 0 past it.
    func read(
        _ file: DiskFile,
        at offset: Int,
        into target: inout MutableRawSpan
    ) throws(DiskError) -> Int

    /// Writes some of `bytes`, at least one if there is one, and answers how many.
    func write(_ file: DiskFile, at offset: Int, _ bytes: RawSpan) throws(DiskError) -> Int

    /// Makes the file's bytes durable (`fdatasync`).
    func sync(_ file: DiskFile) throws(DiskError)

    /// Asks that writing to the device begins; promises nothing.
    func startWriting(_ file: DiskFile)

    /// Drops the file's clean pages, so that the next read comes from the device; a hint.
    func dropCache(_ file: DiskFile)

    /// Reserves room for the first `byteCount` bytes, which read as zero. `.full` if there is none.
    func reserve(_ file: DiskFile, byteCount: Int) throws(DiskError)

    /// Cuts or extends the file. Not durable before a sync; either size may be met after a crash.
    func truncate(_ file: DiskFile, to byteCount: Int) throws(DiskError)

    func byteCount(_ file: DiskFile) throws(DiskError) -> Int

    /// Gives `path` the name `target` in one step, replacing what has it. Same folder only.
    func rename(_ path: String, to target: String) throws(DiskError)

    /// Removes a file. `.missing` if there is none.
    func remove(_ path: String) throws(DiskError)

    /// Makes a folder if it is absent.
    func makeFolder(_ path: String) throws(DiskError)

    /// The names in a folder, sorted; `""` is the store's own. `.missing` if there is none.
    func list(_ folder: String) throws(DiskError) -> [String]

    /// Makes the names of a folder durable; `""` is the store's own.
    func syncFolder(_ folder: String) throws(DiskError)

    /// Takes the store for this process until `unlock`, or throws `.locked`. The file is made if
    /// it is absent.
    func lock(_ path: String) throws(DiskError) -> DiskFile
    func unlock(_ file: DiskFile)
}

/// How a file is opened.
public enum DiskMode: Sendable {
    case read
    case readWrite
    case create
}

/// An open file of a `Disk`. A value: closing it twice or using it afterwards is our own mistake.
public struct DiskFile: Hashable, Sendable {
    public let descriptor: Int32
    public let path: String

    public init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }
}

/// What went wrong outside.
public enum DiskError: Error, Hashable, Sendable {
    /// There is no such file or folder.
    case missing(path: String)
    /// No room is left on the device, or the quota is used up.
    case full(path: String)
    /// Another process has the store.
    case locked(path: String)
    /// Anything else, with the system's number for it (`errno`).
    case failed(operation: Operation, path: String, code: Int32)

    public enum Operation: String, Hashable, Sendable {
        case open
        case read
        case write
        case sync
        case reserve
        case truncate
        case size
        case rename
        case remove
        case makeFolder = "make folder"
        case list
        case lock
    }
}
