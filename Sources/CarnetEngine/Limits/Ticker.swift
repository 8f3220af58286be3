import Dispatch

/// Calls somebody again and again, on a thread of its own, until it is stopped or let go.
///
/// `@unchecked Sendable`: a dispatch source orders its accesses itself.
final class Ticker: @unchecked Sendable {
    private let timer: any DispatchSourceTimer

    /// Begins at once.
    init(
        _ label: String,
        everyMilliseconds milliseconds: Int,
        _ body: @escaping @Sendable () -> Void
    ) {
        timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: label))
        timer.setEventHandler { body() }
        timer.schedule(deadline: .now(), repeating: .milliseconds(milliseconds))
        timer.resume()
    }

    deinit { timer.cancel() }

    func stop() { timer.cancel() }
}
