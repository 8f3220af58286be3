public import CarnetBytes
public import CarnetModel
import NIOConcurrencyHelpers

/// The node's directory under a lock: ``DirectoryShard`` alone changes it, everybody may read it. So a
/// login or what an account owns is looked up without a hop, and without a copy for each change.
///
/// `@unchecked Sendable`: `lock` orders every access.
public final class SharedDirectory: @unchecked Sendable {
    private let lock = NIOLock()
    private var directory = Directory()
    private var lastLSN = LSN.zero
    /// Clients who are no more, or no person any more, and were linked; until the directory knows.
    private var gone: [AccountID: [ClientPlace]] = [:]
    /// Links may stand whose clients are gone: after a start, and where a tenant was dropped.
    private var mustLookThrough = true

    public init() {}

    /// The event that every reply about the directory waits for.
    public var lsn: LSN { lock.withLock { lastLSN } }

    /// The directory as it is now, to `body`, and its last event. `body` is short: others wait.
    public func read<R, E: Error>(
        _ body: (borrowing Directory, LSN) throws(E) -> R
    ) throws(E) -> R {
        lock.lock()
        defer { lock.unlock() }
        return try body(directory, lastLSN)
    }

    public func account(_ id: AccountID) -> Account? {
        read { directory, _ in directory.accounts.account(id) }
    }

    func apply(_ event: borrowing Event) throws(EventError) {
        lock.lock()
        defer { lock.unlock() }
        try directory.apply(event)
        lastLSN = event.lsn
    }

    /// Clients of an account were erased or anonymized.
    func noteGone(_ places: [ClientPlace], _ id: AccountID) {
        lock.withLock { gone[id, default: []] += places }
    }

    /// A tenant was dropped with all its clients.
    func noteDropped() { lock.withLock { mustLookThrough = true } }

    func takeGone() -> [AccountID: [ClientPlace]] {
        lock.withLock {
            defer { gone = [:] }
            return gone
        }
    }

    /// Whether all links have to be looked through; once.
    func takeMustLookThrough() -> Bool {
        lock.withLock {
            defer { mustLookThrough = false }
            return mustLookThrough
        }
    }

    func adopt(_ directory: Directory, _ lsn: LSN) {
        lock.withLock {
            self.directory = directory
            lastLSN = lsn
        }
    }
}
