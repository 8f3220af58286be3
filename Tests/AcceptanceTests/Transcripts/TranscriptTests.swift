import Foundation
import Testing

/// The conversations of Tests/Transcripts, each with a server of its own.
@Suite struct TranscriptTests {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Transcripts")

    static let names: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted()
    }()

    private static var isRewriting: Bool {
        ProcessInfo.processInfo.environment["CARNET_REWRITE"] == "1"
    }

    @Test func thereAreTranscripts() { #expect(Self.names.count >= 12) }

    @Test(arguments: names)
    func conversationGoesAsWritten(name: String) throws {
        let url = Self.folder.appendingPathComponent(name)
        let text = try String(contentsOf: url, encoding: .utf8)
        let transcript = Transcript(text)
        #expect(transcript.text == text, "\(name) is read and written back as it is")
        let run = try TranscriptRun(transcript, file: name)
        try run.run()
        if Self.isRewriting {
            try run.transcript.text.write(to: url, atomically: true, encoding: .utf8)
        } else {
            for difference in run.differences { Issue.record("\(difference)") }
        }
    }

    @Test(arguments: [
        ("abc", "abc", true), ("abc", "a*", true), ("abc", "*c", true), ("abc", "a*c", true),
        ("abc", "ab", false), ("abc", "*d", false), ("", "*", true), ("aXbXc", "a*Xc", true),
        ("a", "a*a", false),
    ])
    func starStandsForAnyText(text: String, pattern: String, fits: Bool) {
        #expect(Transcript.matches(text, pattern) == fits)
    }
}
