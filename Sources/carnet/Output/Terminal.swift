import Foundation
import Glibc

/// What is known of where output goes. A file or a pipe gets full width and no styles.
struct Terminal: Sendable {
    /// Cells in a line; nil where nothing limits it.
    let columnCount: Int?
    let hasStyles: Bool

    /// A file or a pipe.
    static let none = Terminal(columnCount: nil, hasStyles: false)

    static let output = Terminal(descriptor: STDOUT_FILENO)
    static let diagnostics = Terminal(descriptor: STDERR_FILENO)

    init(columnCount: Int?, hasStyles: Bool) {
        self.columnCount = columnCount
        self.hasStyles = hasStyles
    }

    private init(descriptor: Int32) {
        guard isatty(descriptor) == 1 else {
            self = .none
            return
        }
        let environment = ProcessInfo.processInfo.environment
        columnCount = Self.columnCount(of: descriptor)
        hasStyles = environment["NO_COLOR", default: ""].isEmpty && !Self.isDumb
    }

    /// Whether the terminal says that it knows no control sequences.
    static let isDumb = ["", "dumb"].contains(
        ProcessInfo.processInfo.environment["TERM", default: ""]
    )

    /// Whether a person is likely to look.
    var isInteractive: Bool { columnCount != nil }

    func bold(_ text: String) -> String {
        hasStyles && !text.isEmpty ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }

    private static func columnCount(of descriptor: Int32) -> Int {
        var size = winsize()
        guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 80
        }
        return Int(size.ws_col)
    }
}

/// Where sentences about the work go, so that output stays what was asked for.
enum Diagnostics {
    static func write(_ text: String) {
        // Nobody is left to tell if that fails.
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    static func line(_ text: String) { write(text + "\n") }
}

/// Output that somebody waits for line by line, whatever it is connected to.
enum StandardOutput {
    static func write(_ text: String) {
        try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }

    static func line(_ text: String) { write(text + "\n") }
}
