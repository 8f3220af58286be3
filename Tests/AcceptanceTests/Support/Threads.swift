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

/// Numbers that a seed gives, by SplitMix64.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// The seed of this run: CARNET_SEED, or a new one.
    static var ofThisRun: UInt64 {
        ProcessInfo.processInfo.environment["CARNET_SEED"].flatMap { UInt64($0) }
            ?? .random(in: 0...999_999_999)
    }
}
