import Foundation

/// How thorough the long tests are: `CARNET_TEST_SCALE`, 1 in CI, more at night.
public let testScale = environmentScale()

private func environmentScale() -> Int {
    guard let text = ProcessInfo.processInfo.environment["CARNET_TEST_SCALE"] else { return 1 }
    return max(1, Int(text) ?? 1)
}
