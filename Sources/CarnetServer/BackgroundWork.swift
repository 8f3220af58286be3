import Dispatch

/// Work that would hold up an event loop: scans of large lists, verifying files. Two at a time.
final class BackgroundWork: Sendable {
    private let queue = DispatchQueue(label: "carnet-background", attributes: .concurrent)
    private let slots = DispatchSemaphore(value: 2)

    /// Has `body` run on another thread, soon.
    func run(_ body: @escaping @Sendable () -> Void) {
        queue.async { [slots] in
            slots.wait()
            defer { slots.signal() }
            body()
        }
    }
}
