import Glibc

/// The sockets of one thread: tells which are ready, and wakes at a given time.
///
/// `ppoll` costs some 20 ns a socket and call, which a generator with hundreds of connections does
/// not notice, and waits to the microsecond.
@safe struct Poller: ~Copyable {
    struct Ready {
        let index: Int
        let isReadable: Bool
        let isWritable: Bool
    }

    /// The kernel wakes a sleeper up to this much late (its timer slack); the rest is waited for
    /// awake, giving way to whoever wants the core.
    private static let slackNanoseconds: UInt64 = 60_000

    /// `ppoll(2)`. It is looked up by name, since Swift's Glibc module leaves out what its header
    /// keeps for _GNU_SOURCE.
    private typealias Wait =
        @convention(c) (
            UnsafeMutablePointer<pollfd>?, nfds_t, UnsafePointer<timespec>?,
            UnsafePointer<sigset_t>?
        ) -> Int32

    private let ppoll: Wait
    private var sockets: [pollfd] = []

    init() throws(LoadError) {
        guard let symbol = unsafe dlsym(nil, "ppoll") else {
            throw .system(call: "dlsym", code: errno, what: "ppoll")
        }
        unsafe ppoll = unsafe unsafeBitCast(symbol, to: Wait.self)
    }

    /// Watches a socket, whose index is the number of those before it.
    mutating func add(_ socket: Int32) {
        sockets.append(pollfd(fd: socket, events: Int16(POLLIN), revents: 0))
    }

    /// Watches for room to write as well, or no longer.
    mutating func watchWritable(_ index: Int, _ wanted: Bool) {
        sockets[index].events = Int16(wanted ? POLLIN | POLLOUT : POLLIN)
    }

    /// Waits until a socket is ready or `deadline` (monotonic nanoseconds) has come; `ready` is what
    /// is ready.
    mutating func wait(until deadline: UInt64, into ready: inout [Ready]) {
        ready.removeAll(keepingCapacity: true)
        let now = MonotonicClock.now()
        var timeout = timespec()
        if deadline > now &+ Self.slackNanoseconds {
            let rest = min(deadline - now - Self.slackNanoseconds, 1_000_000_000)
            timeout.tv_sec = Int(rest / 1_000_000_000)
            timeout.tv_nsec = Int(rest % 1_000_000_000)
        } else if deadline > now {
            sched_yield()
        }
        let count = unsafe sockets.withUnsafeMutableBufferPointer { buffer in
            unsafe ppoll(buffer.baseAddress, nfds_t(buffer.count), &timeout, nil)
        }
        guard count > 0 else { return }
        for index in sockets.indices where sockets[index].revents != 0 {
            let events = Int32(sockets[index].revents)
            let failed = events & (POLLERR | POLLHUP | POLLNVAL) != 0
            ready.append(
                Ready(
                    index: index,
                    isReadable: failed || events & POLLIN != 0,
                    isWritable: events & POLLOUT != 0
                )
            )
        }
    }
}
