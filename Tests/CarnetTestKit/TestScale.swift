import Foundation

/// How thorough the long tests are: `CARNET_TEST_SCALE`, 1 in CI, more at night.
public let testScale = environmentScale()

/// Whether every place is tried instead of some: every call, every byte, every bit. Set by
/// `CARNET_TEST_EVERY=1`, for a release build and minutes.
public let testsEveryPlace = ProcessInfo.processInfo.environment["CARNET_TEST_EVERY"] != nil

private func environmentScale() -> Int {
    guard let text = ProcessInfo.processInfo.environment["CARNET_TEST_SCALE"] else { return 1 }
    return max(1, Int(text) ?? 1)
}
