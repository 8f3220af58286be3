import ArgumentParser
import CarnetClient
import CarnetWire

/// What a command has to say, for machines and for people, and what the process ends with.
struct Answer: Sendable {
    let json: JSONValue
    /// For people; made only if it is shown.
    let text: @Sendable (Terminal) -> String
    var exitCode: Int32 = 0
}

/// How a command answers.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Answer JSON on one line, errors too (on stderr).")
    var json = false
}

/// A command that works something out and then says it. Errors become one sentence on stderr and
/// an exit code.
protocol AdminCommand: AsyncParsableCommand {
    var output: OutputOptions { get }

    func answer() async throws -> Answer
}

extension AdminCommand {
    func run() async throws {
        let answer: Answer
        do {
            answer = try await self.answer()
        } catch {
            throw output.report(error)
        }
        let text = output.json ? answer.json.text : answer.text(.output)
        if !text.isEmpty { print(text) }
        if answer.exitCode != 0 { throw ExitCode(answer.exitCode) }
    }
}

extension OutputOptions {
    /// Says what went wrong and answers what to throw so that the process ends with its code.
    func report(_ error: any Error) -> any Error {
        guard let failure = AdminFailure(error) else { return error }
        Diagnostics.line(json ? failure.json.text : "carnet: " + failure.sentence)
        return ExitCode(failure.kind.rawValue)
    }
}

extension AdminFailure {
    /// For people: a server's word stands before its sentence.
    var sentence: String {
        kind == .refused ? DisplayWidth.printable("\(code) \(message)") : message
    }
}

/// A command that asks a running server.
protocol ServerCommand: AdminCommand {
    var server: ServerAddress { get }

    func answer(from carnet: CarnetConnection) async throws -> Answer
}

extension ServerCommand {
    func answer() async throws -> Answer {
        try await server.call { try await self.answer(from: $0) }
    }
}

extension CarnetConnection {
    /// Sends one command; an error reply is thrown.
    func ask(_ words: [String]) async throws(CarnetClientError) -> JSONValue {
        JSONValue(try await send(words))
    }
}
