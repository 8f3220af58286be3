import Glibc
import Testing

/// Waiting for something that another process does soon.
enum Wait {
    struct Over: Error, CustomStringConvertible {
        let seconds: Int
        var description: String { "it did not come to be in \(seconds) seconds" }
    }

    /// Asks again and again until it is so, letting others run in between.
    static func until(seconds: Int = 30, _ isSo: () throws -> Bool) throws {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while try !isSo() {
            guard ContinuousClock.now < deadline else { throw Over(seconds: seconds) }
            sched_yield()
        }
    }
}
