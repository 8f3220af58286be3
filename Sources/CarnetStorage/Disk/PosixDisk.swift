import Glibc

/// A folder of the real file system. Every call is one system call, or a few; `EINTR` is retried,
/// a failed sync never is.
///
/// Assumed of the file system (ext4 and xfs have it): `fdatasync` makes a file's bytes durable,
/// `fsync` of a folder its names, `rename` is atomic.
public final class PosixDisk: Disk {
    private let root: String
    private let rootDescriptor: Int32

    /// Opens the folder at `root` and makes it if it is absent (its parent must be there).
    public init(root: String) throws(DiskError) {
        self.root = root
        if unsafe mkdir(root, 0o755) != 0, errno != EEXIST {
            throw DiskError(.makeFolder, root, errno)
        }
        rootDescriptor = unsafe Glibc.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard rootDescriptor >= 0 else { throw DiskError(.open, root, errno) }
    }

    /// Opens the folder at `root` to look at it; `.missing` if it is absent.
    public init(existing root: String) throws(DiskError) {
        self.root = root
        rootDescriptor = unsafe Glibc.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard rootDescriptor >= 0 else { throw DiskError(.open, root, errno) }
    }

    deinit { Glibc.close(rootDescriptor) }

    public func open(_ path: String, _ mode: DiskMode) throws(DiskError) -> DiskFile {
        let flags =
            switch mode {
            case .read: O_RDONLY
            case .readWrite: O_RDWR
            case .create: O_RDWR | O_CREAT | O_TRUNC
            }
        let descriptor = retrying { unsafe openat(rootDescriptor, path, flags | O_CLOEXEC, 0o644) }
        guard descriptor >= 0 else { throw DiskError(.open, path, errno) }
        return DiskFile(descriptor: descriptor, path: path)
    }

    public func close(_ file: DiskFile) { Glibc.close(file.descriptor) }

    public func read(
        _ file: DiskFile,
        at offset: Int,
        into target: inout MutableRawSpan
    ) throws(DiskError) -> Int {
        let total = target.byteCount
        var done = 0
        while done < total {
            let count = unsafe target.withUnsafeMutableBytes { raw in
                guard let start = raw.baseAddress else { return 0 }
                return retrying {
                    unsafe pread(file.descriptor, start + done, total - done, off_t(offset + done))
                }
            }
            guard count >= 0 else { throw DiskError(.read, file.path, errno) }
            if count == 0 { break }
            done += count
        }
        return done
    }

    public func write(
        _ file: DiskFile,
        at offset: Int,
        _ bytes: RawSpan
    ) throws(DiskError) -> Int {
        let count = unsafe bytes.withUnsafeBytes { raw in
            retrying {
                unsafe pwrite(file.descriptor, raw.baseAddress, raw.count, off_t(offset))
            }
        }
        guard count >= 0 else { throw DiskError(.write, file.path, errno) }
        return count
    }

    public func sync(_ file: DiskFile) throws(DiskError) {
        guard fdatasync(file.descriptor) == 0 else { throw DiskError(.sync, file.path, errno) }
    }

    public func startWriting(_ file: DiskFile) {
        // SYNC_FILE_RANGE_WRITE of linux/fs.h; a refusal does no harm.
        _ = systemSyncFileRange(file.descriptor, 0, 0, 2)
    }

    public func dropCache(_ file: DiskFile) {
        _ = posix_fadvise(file.descriptor, 0, 0, POSIX_FADV_DONTNEED)
    }

    public func reserve(_ file: DiskFile, byteCount: Int) throws(DiskError) {
        let code = posix_fallocate(file.descriptor, 0, off_t(byteCount))
        guard code == 0 else { throw DiskError(.reserve, file.path, code) }
    }

    public func truncate(_ file: DiskFile, to byteCount: Int) throws(DiskError) {
        let code = retrying { ftruncate(file.descriptor, off_t(byteCount)) }
        guard code == 0 else { throw DiskError(.truncate, file.path, errno) }
    }

    public func byteCount(_ file: DiskFile) throws(DiskError) -> Int {
        var status = stat()
        guard unsafe fstat(file.descriptor, &status) == 0 else {
            throw DiskError(.size, file.path, errno)
        }
        return Int(status.st_size)
    }

    public func rename(_ path: String, to target: String) throws(DiskError) {
        guard unsafe renameat(rootDescriptor, path, rootDescriptor, target) == 0 else {
            throw DiskError(.rename, path, errno)
        }
    }

    public func remove(_ path: String) throws(DiskError) {
        guard unsafe unlinkat(rootDescriptor, path, 0) == 0 else {
            throw DiskError(.remove, path, errno)
        }
    }

    public func makeFolder(_ path: String) throws(DiskError) {
        guard unsafe mkdirat(rootDescriptor, path, 0o755) == 0 || errno == EEXIST else {
            throw DiskError(.makeFolder, path, errno)
        }
    }

    public func list(_ folder: String) throws(DiskError) -> [String] {
        let path = folder.isEmpty ? "." : folder
        let descriptor = unsafe openat(rootDescriptor, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DiskError(.list, path, errno) }
        guard let stream = unsafe fdopendir(descriptor) else {
            Glibc.close(descriptor)
            throw DiskError(.list, path, errno)
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { field in
                unsafe String(cString: UnsafeRawPointer(field).assumingMemoryBound(to: CChar.self))
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    public func syncFolder(_ folder: String) throws(DiskError) {
        let path = folder.isEmpty ? "." : folder
        let descriptor = unsafe openat(rootDescriptor, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DiskError(.open, path, errno) }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw DiskError(.sync, path, errno) }
    }

    public func lock(_ path: String) throws(DiskError) -> DiskFile {
        let descriptor = retrying {
            unsafe openat(rootDescriptor, path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        }
        guard descriptor >= 0 else { throw DiskError(.open, path, errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            Glibc.close(descriptor)
            throw code == EWOULDBLOCK ? .locked(path: path) : DiskError(.lock, path, code)
        }
        return DiskFile(descriptor: descriptor, path: path)
    }

    public func unlock(_ file: DiskFile) { Glibc.close(file.descriptor) }
}

extension DiskError {
    /// Sorts the system's number into what callers tell apart.
    init(_ operation: Operation, _ path: String, _ code: Int32) {
        switch code {
        case ENOENT: self = .missing(path: path)
        case ENOSPC, EDQUOT: self = .full(path: path)
        default: self = .failed(operation: operation, path: path, code: code)
        }
    }
}

/// Calls again while a signal got in between.
private func retrying<Answer: SignedInteger>(_ call: () -> Answer) -> Answer {
    while true {
        let answer = call()
        if answer != -1 || errno != EINTR { return answer }
    }
}

// A call of Linux that the Glibc module leaves out, since it needs _GNU_SOURCE; the C library has it
// under this name. Plain integers in and out.
@_silgen_name("sync_file_range")
private func systemSyncFileRange(
    _ descriptor: Int32,
    _ offset: Int64,
    _ byteCount: Int64,
    _ flags: UInt32
) -> Int32
