import Glibc

/// Standard error: progress and remarks. Figures go to standard output.
enum Terminal {
    private static let isTerminal = isatty(2) == 1

    /// How often a progress line is worth writing: seldom, where each stays.
    static var progressInterval: Duration { isTerminal ? .milliseconds(500) : .seconds(5) }

    /// Writes over the last progress line; an empty one takes it away. Where nobody watches, lines
    /// follow one another instead.
    static func progress(_ line: String) {
        if isTerminal {
            write("\r\u{1B}[K" + line)
        } else if !line.isEmpty {
            write(line + "\n")
        }
    }

    /// A remark that stays.
    static func remark(_ line: String) { write((isTerminal ? "\r\u{1B}[K" : "") + line + "\n") }

    private static func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(2, buffer.baseAddress, buffer.count)
            }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}
