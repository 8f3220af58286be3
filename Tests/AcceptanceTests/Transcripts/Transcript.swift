// TRANSCRIPTS: conversations with the server, as text.
//   # a comment                       kept as it stands, as are blank lines
//   > CLIENT.GET bistro 1             sent as an inline line; $cursor is the last one told
//   {"id":1,"created":"*"}            the reply, here in JSON lines; * stands for any text
//   - NOCLIENT no client 7 here; …    an error reply
//   @ resp2 | resp3 | json            the form of replies from here on; RESP is shown as it stands,
//                                     with \r\n for CR LF
//   @ connection NAME                 goes on with another connection; the first one is `main`
//   @ closed                          the server has closed the connection; a new one is made
//   @ kill | @ stop                   SIGKILL, or SIGTERM and exit code 0; then a start on the same
//                                     folder, with new connections
//   @ serve FLAG …                    flags of `carnet serve`; before the first command
// With CARNET_REWRITE=1 replies that do not fit are replaced in the file.

/// A script of commands and the replies that they must get.
struct Transcript {
    struct Step {
        /// Comments and blank lines in front.
        var preface: [String]
        var action: Action
        /// Empty where none is expected, or none has been written down yet.
        var replies: [String]
        let lineNumber: Int
    }

    enum Action: Hashable {
        case send(String)
        case directive(String, [String])
    }

    var steps: [Step] = []
    /// What stands behind the last step.
    var ending: [String] = []

    init(_ text: String) {
        var preface: [String] = []
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        for (index, line) in lines.enumerated() {
            if line.hasPrefix("> ") {
                add(.send(String(line.dropFirst(2))), &preface, index + 1)
            } else if line.hasPrefix("@ ") {
                let words = line.dropFirst(2).split(separator: " ").map(String.init)
                add(.directive(words.first ?? "", Array(words.dropFirst())), &preface, index + 1)
            } else if line.isEmpty || line.hasPrefix("#") || steps.isEmpty {
                preface.append(line)
            } else {
                steps[steps.count - 1].replies.append(line)
            }
        }
        ending = preface
    }

    private mutating func add(_ action: Action, _ preface: inout [String], _ lineNumber: Int) {
        steps.append(
            Step(preface: preface, action: action, replies: [], lineNumber: lineNumber)
        )
        preface = []
    }

    /// The file's text.
    var text: String {
        var lines: [String] = []
        for step in steps {
            lines += step.preface
            switch step.action {
            case .send(let line): lines.append("> " + line)
            case .directive(let name, let words):
                lines.append((["@", name] + words).joined(separator: " "))
            }
            lines += step.replies
        }
        return (lines + ending).map { $0 + "\n" }.joined()
    }

    /// Whether `text` is like `pattern`, in which `*` stands for any text.
    static func matches(_ text: String, _ pattern: String) -> Bool {
        let text = Array(text.utf8)
        let pattern = Array(pattern.utf8)
        var at = 0
        var place = 0
        var retry: (place: Int, at: Int)?
        while at < text.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                retry = (place + 1, at)
                place += 1
            } else if place < pattern.count, pattern[place] == text[at] {
                place += 1
                at += 1
            } else if let last = retry {
                retry = (last.place, last.at + 1)
                place = last.place
                at = last.at + 1
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }

    /// A reply as it is written into the file: what differs from run to run becomes `*`.
    static func generalized(_ reply: String) -> String {
        var text = reply
        text.replace(#/"(lsn|bytes|raw_bytes|bytes_index|bytes_records|covered_to)":\d+/#) {
            "\"\($0.1)\":*"
        }
        text.replace(#/"(ratio|seconds)":[-+.e\d]+/#) { "\"\($0.1)\":*" }
        text.replace(#/"(created|updated|started)":"\d{4}-[^"]*"/#) { "\"\($0.1)\":\"*\"" }
        text.replace(#/"digest":"[0-9a-f]{32}"/#) { _ in "\"digest\":\"*\"" }
        text.replace(#/"cursor":"[^"]*"/#) { _ in "\"cursor\":\"*\"" }
        return text
    }
}
