import CarnetWire
import Foundation
import Testing

/// Goal: the written reference says what the declarations say. `CARNET_REWRITE=1` rewrites it, and
/// the difference is read like code.
@Suite struct ReferenceTests {
    static let page = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/carnet/Carnet.docc/Commands.md")

    @Test func thePageIsMadeFromTheDeclarations() throws {
        let reference = CommandReference.markdown()
        if ProcessInfo.processInfo.environment["CARNET_REWRITE"] == "1" {
            try reference.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: Self.page, encoding: .utf8)
        let isCurrent = written == reference
        #expect(isCurrent, "to make it anew: CARNET_REWRITE=1 swift test --filter ReferenceTests")
    }
}
