import Foundation
import Glibc

/// Runs a transcript against a server of its own.
final class TranscriptRun {
    struct Difference: CustomStringConvertible {
        let file: String
        let lineNumber: Int
        let sent: String
        let expected: [String]
        let found: [String]

        var description: String {
            """
            \(file):\(lineNumber)
              sent      \(sent)
              expected  \(expected.joined(separator: "\n            "))
              found     \(found.joined(separator: "\n            "))
            """
        }
    }

    enum Form: String { case resp2, resp3, json }

    private let file: String
    private var server: ServerProcess
    private var flags: [String] = []
    private var connections: [String: (connection: Connection, form: Form)] = [:]
    private var current = "main"
    /// The last cursor that a JSON reply told.
    private var cursor = ""
    private(set) var transcript: Transcript
    private(set) var differences: [Difference] = []

    init(_ transcript: Transcript, file: String) throws {
        self.transcript = transcript
        self.file = file
        if case .directive("serve", let words)? = transcript.steps.first?.action { flags = words }
        server = try ServerProcess(flags: flags)
    }

    /// Runs every step; notes each reply that is not the expected one, and writes it down.
    func run() throws {
        for index in transcript.steps.indices {
            let step = transcript.steps[index]
            switch step.action {
            case .send(let line): note(try reply(to: line), for: index)
            case .directive(let name, let words): try direct(name, words, index)
            }
        }
        expect(
            index: transcript.steps.count - 1,
            "exit code 0",
            "\(String(describing: server.stop()))"
        ) {
            $0 == "Optional(AcceptanceTests.ExitStatus.exited(0))"
        }
    }

    private func expect(index: Int, _ wanted: String, _ found: String, _ test: (String) -> Bool) {
        guard !test(found), index >= 0 else { return }
        differences.append(
            Difference(
                file: file,
                lineNumber: transcript.steps[index].lineNumber,
                sent: "",
                expected: [wanted],
                found: [found]
            )
        )
    }

    private func note(_ found: [String], for index: Int) {
        let step = transcript.steps[index]
        let fits =
            found.count == step.replies.count
            && zip(found, step.replies).allSatisfy { Transcript.matches($0, $1) }
        guard !fits else { return }
        guard case .send(let line) = step.action else { return }
        differences.append(
            Difference(
                file: file,
                lineNumber: step.lineNumber,
                sent: line,
                expected: step.replies,
                found: found
            )
        )
        transcript.steps[index].replies = found.map(Transcript.generalized)
    }

    private func reply(to line: String) throws -> [String] {
        let (connection, form) = try connection()
        try connection.send(line.replacingOccurrences(of: "$cursor", with: cursor) + "\r\n")
        do {
            guard form == .json else { return [Self.shown(try connection.rawReply())] }
            let reply = String(decoding: try connection.line(), as: UTF8.self)
            if let found = reply.firstMatch(of: #/"cursor":"([^"]+)"/#) { cursor = String(found.1) }
            return [Self.shownJSON(reply)]
        } catch SocketError.ended, SocketError.lost {
            connections[current] = nil
            return ["closed"]
        } catch SocketError.timedOut {
            connections[current] = nil
            return ["no reply"]
        }
    }

    private func connection() throws -> (connection: Connection, form: Form) {
        if let known = connections[current] { return known }
        let connection = try Connection(port: server.port, patience: 20)
        connections[current] = (connection, .json)
        try change(connection, to: .json)
        return (connection, .json)
    }

    private func change(_ connection: Connection, to form: Form) throws {
        switch form {
        case .json:
            try connection.send("MODE JSON\r\n")
            _ = try connection.line()
        case .resp2, .resp3:
            // MODE RESP is answered in the form that held before JSON.
            try connection.send("MODE RESP\r\nHELLO \(form == .resp3 ? 3 : 2)\r\n")
            _ = try connection.rawReply()
            _ = try connection.rawReply()
        }
        connections[current] = (connection, form)
    }

    private func direct(_ name: String, _ words: [String], _ index: Int) throws {
        switch name {
        case "serve": break
        case "connection": current = words.first ?? "main"
        case "json", "resp2", "resp3":
            try change(try connection().connection, to: Form(rawValue: name) ?? .json)
        case "closed":
            let found = try connections.removeValue(forKey: current)?.connection.rest() ?? []
            expect(index: index, "the end", Self.shown(found)) { $0.isEmpty }
        case "kill":
            server.kill()
            try restart()
        case "stop":
            let status = server.stop()
            expect(index: index, "exit code 0", "\(String(describing: status))") {
                $0 == "Optional(AcceptanceTests.ExitStatus.exited(0))"
            }
            try restart()
        default:
            expect(index: index, "a directive", name) { _ in false }
        }
    }

    private func restart() throws {
        connections = [:]
        server = try ServerProcess(server.folder, flags: flags)
    }

    /// RESP on one line.
    private static func shown(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
            .replacingOccurrences(of: "\r", with: "\\r").replacingOccurrences(of: "\n", with: "\\n")
    }

    /// JSON as it came; an error as `- CODE sentence`.
    private static func shownJSON(_ line: String) -> String {
        let object =
            (try? JSONSerialization.jsonObject(with: Data(line.utf8), options: [.fragmentsAllowed]))
        guard object != nil else { return "no JSON: " + line }
        guard let error = object as? [String: Any], error.count == 2,
            let code = error["error"] as? String, let message = error["message"] as? String
        else { return line }
        return "- \(code) \(message)"
    }
}
