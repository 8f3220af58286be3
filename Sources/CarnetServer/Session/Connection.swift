import Synchronization

import struct NIOConcurrencyHelpers.NIOLock

/// What is known of a connection outside its event loop: for CLIENT LIST and for the limits.
///
/// `@unchecked Sendable`: `lock` orders every access to what changes.
final class Connection: @unchecked Sendable {
    let id: UInt64
    /// Host and port, as CLIENT LIST shows them.
    let address: String
    let host: String
    /// It comes from this very machine.
    let isLocal: Bool
    /// It came by the socket in the data folder, which its owner alone can open.
    let isByDataFolder: Bool
    /// It has the place that is kept for `admin`. Set before it is entered anywhere.
    var isReserved = false
    let startedMilliseconds: UInt64
    private let lock = NIOLock()
    private var nameNow = ""
    private var userNow: String?
    private var library = ""
    private var libraryVersion = ""
    private var cut: (@Sendable () -> Void)?
    private let unsent = Atomic<Int>(0)

    init(
        id: UInt64,
        address: String,
        host: String,
        isLocal: Bool,
        isByDataFolder: Bool = false,
        startedMilliseconds: UInt64
    ) {
        self.id = id
        self.address = address
        self.host = host
        self.isLocal = isLocal
        self.isByDataFolder = isByDataFolder
        self.startedMilliseconds = startedMilliseconds
    }

    var name: String {
        get { lock.withLock { nameNow } }
        set { lock.withLock { nameNow = newValue } }
    }

    /// The name of the token that it came in with.
    var user: String? {
        get { lock.withLock { userNow } }
        set { lock.withLock { userNow = newValue } }
    }

    func setLibrary(name: String? = nil, version: String? = nil) {
        lock.withLock {
            if let name { library = name }
            if let version { libraryVersion = version }
        }
    }

    func noteUnsent(_ byteCount: Int) { unsent.store(byteCount, ordering: .relaxed) }

    var unsentByteCount: Int { unsent.load(ordering: .relaxed) }

    /// What ends it, when all connections together hold too much and this one most of it.
    func whenTooLarge(_ body: (@Sendable () -> Void)?) { lock.withLock { cut = body } }

    /// Ends it for that reason; once. On any thread.
    func endAsTooLarge() {
        let body = lock.withLock {
            defer { cut = nil }
            return cut
        }
        body?()
    }

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
            ("user", user ?? "default"), ("lib-name", libraryName), ("lib-ver", version),
        ]
        return fields.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
    }
}
