import CarnetClient
import CarnetWire

extension Session {
    private static let fillSecondsMax = 600

    /// Waits until nobody waits for the tables of doubles, which fill behind a load and a restart and
    /// take a processor meanwhile; answers how long, in seconds.
    @discardableResult
    func waitUntilTablesAreFilled() async throws -> Double {
        let start = ContinuousClock.now
        while true {
            let info = try await ServerInfo(connection)
            let passed = (ContinuousClock.now - start) / .seconds(1)
            guard let filled = info["doubles_filled"], let waiting = info["doubles_waiting"] else {
                throw LoadError.setup("INFO of this server says nothing of tables of doubles")
            }
            if filled == "1", waiting == "0" { return passed }
            guard passed < Double(Self.fillSecondsMax) else {
                throw LoadError.setup(
                    "\(waiting) clients still wait for the tables after \(Self.fillSecondsMax) s"
                )
            }
            Terminal.progress("tables  \(Text.seconds(passed))  \(waiting) wait")
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
