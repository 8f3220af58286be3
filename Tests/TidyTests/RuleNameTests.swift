import Foundation
import Testing

/// Each rule that is built has a test of its name, which `swift test --filter R_RES_03` runs, and a check
/// through the socket that names it.
struct RuleNameTests {
    /// The groups of rules, and of each the numbers that are built.
    static let built: [(group: String, numbers: [Int])] = [
        ("RES", Array(1...49)), ("SAL", Array(1...8) + [10] + Array(12...22)),
        ("RSV", Array(1...14) + [16, 17, 18]),
        ("CAL", [1, 2, 3, 14, 32, 33, 34, 36, 37, 39, 40, 42, 43]),
        ("POL", Array(1...6) + Array(8...15)),
    ]

    private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The texts of all files of that kind in a folder of the tests.
    private static func texts(_ folder: String, _ suffix: String) throws -> [String] {
        let root = tests.appending(path: folder)
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        return try names.filter { $0.hasSuffix(suffix) }.sorted().map {
            try String(contentsOf: root.appending(path: $0), encoding: .utf8)
        }
    }

    private static func id(_ group: String, _ number: Int, _ mark: String) -> String {
        "R\(mark)\(group)\(mark)\(number < 10 ? "0" : "")\(number)"
    }

    @Test func everyBuiltRuleHasATestOfItsName() throws {
        var names = ""
        for text in try Self.texts("", ".swift") {
            for line in text.split(separator: "\n") where line.contains("func R_") {
                names += line + "\n"
            }
        }
        for (group, numbers) in Self.built {
            for number in numbers {
                let id = Self.id(group, number, "_")
                #expect(names.contains(id + "_"), "no test has \(id) in its name")
            }
        }
    }

    @Test func everyBuiltRuleIsNamedByACheckThroughTheSocket() throws {
        let text = try Self.texts("BlackBox", ".py").joined(separator: "\n")
        for (group, numbers) in Self.built {
            for number in numbers {
                let id = Self.id(group, number, "-")
                let isNamed = text.contains(id) || text.contains(Self.id(group, number, "_"))
                #expect(isNamed, "no check in Tests/BlackBox names \(id)")
            }
        }
    }
}
