import Synchronization

import struct NIOConcurrencyHelpers.NIOLock

/// What is known of a connection outside its event loop: for CLIENT LIST and for the limits.
///
/// `@unchecked Sendable`: `lock` orders every access to what changes.
final class Connection: @unchecked Sendable {
    let id: UInt64
    let address: String
    let startedMilliseconds: UInt64
    private let lock = NIOLock()
    private var nameNow = ""
    private var library = ""
    private var libraryVersion = ""
    private let unsent = Atomic<Int>(0)

    init(id: UInt64, address: String, startedMilliseconds: UInt64) {
        self.id = id
        self.address = address
        self.startedMilliseconds = startedMilliseconds
    }

    var name: String {
        get { lock.withLock { nameNow } }
        set { lock.withLock { nameNow = newValue } }
    }

    func setLibrary(name: String? = nil, version: String? = nil) {
        lock.withLock {
            if let name { library = name }
            if let version { libraryVersion = version }
        }
    }

    func noteUnsent(_ byteCount: Int) { unsent.store(byteCount, ordering: .relaxed) }

    var unsentByteCount: Int { unsent.load(ordering: .relaxed) }

    /// The line that CLIENT LIST and CLIENT INFO show, in Redis's form.
    func line(nowMilliseconds: UInt64) -> String {
        let (name, libraryName, version) = lock.withLock {
            (self.nameNow, self.library, self.libraryVersion)
        }
        let age = (nowMilliseconds &- startedMilliseconds) / 1_000
        let fields: [(String, String)] = [
            ("id", "\(id)"), ("addr", address), ("laddr", ""), ("fd", "0"), ("name", name),
            ("age", "\(age)"), ("idle", "0"), ("flags", "N"), ("db", "0"), ("sub", "0"),
            ("psub", "0"), ("ssub", "0"), ("multi", "-1"), ("omem", "\(unsentByteCount)"),
            ("user", "default"), ("lib-name", libraryName), ("lib-ver", version),
        ]
        return fields.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
    }
}

/// All open connections.
///
/// `@unchecked Sendable`: `lock` orders every access.
final class Connections: @unchecked Sendable {
    private let lock = NIOLock()
    private var byID: [UInt64: Connection] = [:]
    private var isDraining = false

    var count: Int { lock.withLock { byID.count } }
    var all: [Connection] { lock.withLock { byID.values.sorted { $0.id < $1.id } } }

    /// Enters a connection unless there are `max` already.
    func add(_ connection: Connection, max: Int) -> Bool {
        lock.withLock {
            guard byID.count < max else { return false }
            byID[connection.id] = connection
            return true
        }
    }

    func remove(_ id: UInt64) { lock.withLock { byID[id] = nil } }

    /// Whether no other connection holds more unsent replies. O(connections).
    func isLargest(_ connection: Connection) -> Bool {
        let mine = connection.unsentByteCount
        return lock.withLock { byID.values.allSatisfy { $0.unsentByteCount <= mine } }
    }
}
