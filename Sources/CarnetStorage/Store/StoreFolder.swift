import CarnetBytes

/// The disk as the rest of this room sees it: whole reads and writes, and errors of the store.
struct StoreFolder: Sendable {
    let disk: any Disk

    func open(_ path: String, _ mode: DiskMode) throws(StoreError) -> DiskFile {
        do { return try disk.open(path, mode) } catch { throw .disk(error) }
    }

    func close(_ file: DiskFile) { disk.close(file) }

    /// Opens a file that must be there.
    func openNamed(_ path: String, _ mode: DiskMode = .read) throws(StoreError) -> DiskFile {
        do {
            return try disk.open(path, mode)
        } catch .missing {
            throw .missing(path: path)
        } catch {
            throw .disk(error)
        }
    }

    /// Reads `byteCount` bytes to the start of `buffer`; fewer only at the file's end.
    func read(
        _ file: DiskFile,
        at offset: Int,
        byteCount: Int,
        into buffer: inout DiskBuffer
    ) throws(StoreError) -> Int {
        let count = min(byteCount, buffer.byteCount)
        var target = buffer.mutableBytes(first: count)
        do { return try disk.read(file, at: offset, into: &target) } catch { throw .disk(error) }
    }

    /// Writes all of `bytes`, in as many calls as the disk takes.
    func write(_ file: DiskFile, at offset: Int, _ bytes: RawSpan) throws(StoreError) {
        var done = 0
        while done < bytes.byteCount {
            do {
                let rest = bytes.extracting(done..<bytes.byteCount)
                done += try disk.write(file, at: offset + done, rest)
            } catch {
                throw .disk(error)
            }
        }
    }

    func sync(_ file: DiskFile) throws(StoreError) {
        do { try disk.sync(file) } catch { throw .disk(error) }
    }

    func reserve(_ file: DiskFile, byteCount: Int) throws(StoreError) {
        do { try disk.reserve(file, byteCount: byteCount) } catch { throw .disk(error) }
    }

    func truncate(_ file: DiskFile, to byteCount: Int) throws(StoreError) {
        do { try disk.truncate(file, to: byteCount) } catch { throw .disk(error) }
    }

    func byteCount(_ file: DiskFile) throws(StoreError) -> Int {
        do { return try disk.byteCount(file) } catch { throw .disk(error) }
    }

    func rename(_ path: String, to target: String) throws(StoreError) {
        do { try disk.rename(path, to: target) } catch { throw .disk(error) }
    }

    /// Removes a file; it may be absent.
    func remove(_ path: String) throws(StoreError) {
        do {
            try disk.remove(path)
        } catch .missing {
            return
        } catch {
            throw .disk(error)
        }
    }

    func makeFolder(_ path: String) throws(StoreError) {
        do { try disk.makeFolder(path) } catch { throw .disk(error) }
    }

    /// The names in a folder; none where there is no such folder.
    func list(_ folder: String) throws(StoreError) -> [String] {
        do {
            return try disk.list(folder)
        } catch .missing {
            return []
        } catch {
            throw .disk(error)
        }
    }

    func syncFolder(_ folder: String) throws(StoreError) {
        do { try disk.syncFolder(folder) } catch { throw .disk(error) }
    }

    func lock(_ path: String) throws(StoreError) -> DiskFile {
        do {
            return try disk.lock(path)
        } catch .locked {
            throw .locked(path: path)
        } catch {
            throw .disk(error)
        }
    }

    /// All bytes of an open file.
    func readWhole(_ file: DiskFile) throws(StoreError) -> DiskBuffer {
        let size = try byteCount(file)
        var buffer = DiskBuffer(byteCount: size)
        let count = try read(file, at: 0, byteCount: size, into: &buffer)
        // It can only have become shorter in between; what is past the end then counts as zero.
        if count < size { buffer.clear(count..<size) }
        return buffer
    }

    /// All bytes of the file at `path`, which must be there.
    func readWhole(path: String) throws(StoreError) -> DiskBuffer {
        let file = try openNamed(path)
        defer { close(file) }
        return try readWhole(file)
    }

    /// The size of the file at `path`, which must be there.
    func byteCount(path: String) throws(StoreError) -> Int {
        let file = try openNamed(path)
        defer { close(file) }
        return try byteCount(file)
    }

    /// Writes a new file and makes its bytes durable; its name is not yet.
    func writeWhole(path: String, _ bytes: RawSpan) throws(StoreError) {
        let file = try open(path, .create)
        defer { close(file) }
        try write(file, at: 0, bytes)
        try sync(file)
    }
}
