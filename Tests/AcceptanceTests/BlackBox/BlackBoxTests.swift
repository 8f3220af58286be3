import Foundation
import Testing

/// The real programs of others: redis-py, hiredis, redis-cli, redis-benchmark. They are driven by
/// Tests/BlackBox/run_all.py.
///
/// Skipped where they are missing. To have them:
/// ```
/// apt-get install -y redis-tools python3-pip
/// pip install -r Tests/BlackBox/requirements.txt
/// ```
@Suite struct BlackBoxTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("BlackBox").path

    private static let isEquipped: Bool = {
        let check = "\(folder)/equipped.py"
        let found = try? ServerProcess.run("/usr/bin/env", ["python3", check])
        guard found?.status != .exited(0) else { return true }
        print(
            """
            SKIPPED: BlackBoxTests. \(found?.output ?? "python3 is missing.")
            Install: apt-get install -y redis-tools python3-pip \
            && pip install -r Tests/BlackBox/requirements.txt
            """
        )
        return false
    }()

    @Test(.enabled(if: isEquipped, "apt-get install redis-tools; pip install redis[hiredis]"))
    func unmodifiedRedisProgramsWork() throws {
        let (status, output) = try ServerProcess.run(
            "/usr/bin/env",
            ["python3", "\(Self.folder)/run_all.py", "--binary", ServerProcess.binary],
            seconds: 600
        )
        #expect(status == .exited(0), "\(output)")
    }
}
