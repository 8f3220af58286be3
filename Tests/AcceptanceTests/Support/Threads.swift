import CarnetTestKit
import Foundation

/// Runs `body` on so many threads at once and waits for all of them. The tests' own conversations
/// block, which tasks must not.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let ends = DispatchGroup()
    for index in 0..<count {
        ends.enter()
        let thread = Thread {
            body(index)
            ends.leave()
        }
        thread.stackSize = 1 << 20
        thread.start()
    }
    ends.wait()
}

extension SeededRandom {
    /// The seed of this run: CARNET_SEED, or a new one.
    static var seedOfThisRun: UInt64 {
        ProcessInfo.processInfo.environment["CARNET_SEED"].flatMap { UInt64($0) }
            ?? .random(in: 0...999_999_999)
    }
}
