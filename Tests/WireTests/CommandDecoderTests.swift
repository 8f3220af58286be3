import CarnetBytes
import CarnetTestKit
import CarnetWire
import Testing

@Suite struct CommandDecoderTests {
    static let long = String(repeating: "x", count: 300)

    /// A stream, and what must come of it.
    static let streams: [(String, [Decoded])] = [
        (resp("PING"), [.command(["PING"])]),
        (
            resp("ECHO", "") + resp("ECHO", "a\r\nb"),
            [
                .command(["ECHO", ""]), .command(["ECHO", "a\r\nb"]),
            ]
        ),
        ("*0\r\n*-1\r\n" + resp("PING"), [.command(["PING"])]),
        (
            "\r\n\n  \r\nPING\r\nPING a  b\n",
            [
                .command(["PING"]), .command(["PING", "a", "b"]),
            ]
        ),
        (
            resp("ECHO", long) + "ECHO \"a\\x41\\n\\\"b\" 'it\\'s' c\r\n" + resp("TIME"),
            [
                .command(["ECHO", long]), .command(["ECHO", "aA\n\"b", "it's", "c"]),
                .command(["TIME"]),
            ]
        ),
        ("ECHO \"a\nPING\n", [.rejected(.unbalancedQuotes), .command(["PING"])]),
        (
            resp("ECHO", long) + resp("A", "B", "C", "D", "E", "F") + resp("PING"),
            [
                .command(["ECHO", long]), .command(["A", "B", "C", "D", "E", "F"]),
                .command(["PING"]),
            ]
        ),
        (
            resp("PING") + "*1\r\n:4\r\nPING",
            [
                .command(["PING"]), .fatal(.expectedLength(found: UInt8(ascii: ":"))),
            ]
        ),
        (
            "*2\r\n$4\r\nECHO\r\n$2\r\nhixx",
            [
                .fatal(.expectedLineEnd(found: UInt8(ascii: "x")))
            ]
        ),
    ]

    /// The same with narrow limits: 5 words, 100 bytes an argument, 600 a command, 200 a line.
    static let narrow = WireLimits(
        lineByteCountMax: 200,
        argumentByteCountMax: 100,
        argumentCountMax: 5,
        commandByteCountMax: 600
    )
    static let narrowStreams: [(String, [Decoded])] = [
        (
            resp("ECHO", long, "b") + resp("PING"),
            [.rejected(.argumentTooLong(byteCount: 300, limit: 100)), .command(["PING"])]
        ),
        (
            resp("A", "B", "C", "D", "E", "F") + resp("PING"),
            [.rejected(.tooManyArguments(count: 6, limit: 5)), .command(["PING"])]
        ),
        (
            "A B C D E F\nPING\n",
            [
                .rejected(.tooManyArguments(count: 6, limit: 5)), .command(["PING"]),
            ]
        ),
        (
            "ECHO " + long.prefix(120) + "\nPING\n",
            [
                .rejected(.argumentTooLong(byteCount: 120, limit: 100)), .command(["PING"]),
            ]
        ),
        (
            "PING\n" + long + "\nPING\n",
            [
                .command(["PING"]), .fatal(.lineTooLong(limit: 200)),
            ]
        ),
        (resp("ECHO", long, long), [.fatal(.commandTooLong(limit: 600))]),
        ("*200\r\n", [.fatal(.tooManyArguments(count: 200, limit: 5))]),
    ]

    /// Goal: no cut changes what is read. Method: every place for one cut, every length of equal
    /// pieces, and a hundred seeded mixtures.
    @Test(arguments: [(streams, WireLimits.standard), (narrowStreams, narrow)])
    func everySplitGivesTheSameCommands(
        table: [(String, [Decoded])],
        limits: WireLimits
    ) {
        for (text, expected) in table {
            let bytes = Array(text.utf8)
            #expect(decode(bytes, limits: limits) == expected, "\(text)")
            for first in 1..<bytes.count {
                let found = decode(bytes, pieces: [first, bytes.count], limits: limits)
                #expect(found == expected, "\(text) cut at \(first)")
            }
            for length in 1...min(40, bytes.count) {
                let found = decode(bytes, pieces: [length], limits: limits)
                #expect(found == expected, "\(text) in pieces of \(length)")
            }
            for seed in 1...100 as ClosedRange<UInt64> {
                var random = SeededRandom(seed: seed)
                let pieces = (0..<20).map { _ in Int.random(in: 1...20, using: &random) }
                let found = decode(bytes, pieces: pieces, limits: limits)
                #expect(found == expected, "\(text) seed \(seed)")
            }
        }
    }

    /// One hostile byte string, one sentence.
    @Test(arguments: [
        ("*3\r\n$3\r\nSET\r\n$1\r\nx\r\nfooz\r\n", "ERR Protocol error: expected '$', got 'f'"),
        ("*a\r\n", "ERR Protocol error: invalid multibulk length; write *COUNT and CRLF"),
        ("*\r\n", "ERR Protocol error: invalid multibulk length; write *COUNT and CRLF"),
        ("*1\n", "ERR Protocol error: invalid multibulk length; write *COUNT and CRLF"),
        ("*1\rx", "ERR Protocol error: invalid multibulk length; write *COUNT and CRLF"),
        ("*--1\r\n", "ERR Protocol error: invalid multibulk length; write *COUNT and CRLF"),
        ("*99999999999", "ERR Protocol error: invalid multibulk length; write *COUNT and CRLF"),
        ("*20000000\r\n", "TOOBIG 20000000 arguments are too many; a command may have 1024"),
        ("*1\r\n$a\r\n", "ERR Protocol error: invalid bulk length; write $BYTES and CRLF"),
        ("*1\r\n$-1\r\n", "ERR Protocol error: invalid bulk length; write $BYTES and CRLF"),
        (
            "*1\r\n$2000000000\r\n",
            "TOOBIG Protocol error: the command is too long; one may have 8388608 bytes"
        ),
        ("*1\r\n\0", "ERR Protocol error: expected '$', got '0x0'"),
        (
            "*1\r\n$1\r\nab\r\n",
            "ERR Protocol error: expected CRLF behind the argument, got 'b'"
        ),
        (
            "*1\r\n$1\r\na\rb",
            "ERR Protocol error: expected CRLF behind the argument, got 'b'"
        ),
        ("ECHO \"a\n", "ERR Protocol error: unbalanced quotes in request"),
        ("ECHO \"a\"b\n", "ERR Protocol error: unbalanced quotes in request"),
        ("ECHO 'a\n", "ERR Protocol error: unbalanced quotes in request"),
        ("POST / HTTP/1.1\r\n", "ERR Protocol error: this is not a web server"),
        ("Host: localhost\r\n", "ERR Protocol error: this is not a web server"),
    ])
    func hostileBytesGetOneSentence(bytes: String, sentence: String) throws {
        let decoded = decode(bytes)
        #expect(decoded.count == 1)
        let error: FramingError? =
            switch decoded.first {
            case .fatal(let error), .rejected(let error): error
            case .command, nil: nil
            }
        let found = try #require(error)
        #expect("\(found.code.text) \(found.message)" == sentence)
    }

    @Test(arguments: [
        "PING " + String(repeating: "a", count: 4_096) + "\n",
        "*9\r\n" + String(repeating: "$1\r\na\r\n", count: 9),
        "*2\r\n$4\r\nECHO\r\n$4097\r\n" + String(repeating: "a", count: 4_097) + "\r\n",
        "*2\r\n$4\r\nECHO\r\n$70000\r\n",
    ])
    func beforeAuthenticationALimitAnswersNOAUTH(bytes: String) {
        let decoded = decode(bytes, limits: .beforeAuthentication)
        let expected = FramingError.notAuthenticated(
            argumentCountMax: 8,
            argumentByteCountMax: 4_096
        )
        #expect(decoded == [.rejected(expected)] || decoded == [.fatal(expected)])
        #expect(decode(bytes + resp("PING")).first != decoded.first)
    }

    @Test func anArgumentOverItsLimitIsPassedOverWithoutBeingHeld() {
        let text = "*3\r\n$4\r\nECHO\r\n$3000000\r\n"
        let bytes =
            Array(text.utf8) + [UInt8](repeating: 7, count: 3_000_000)
            + Array(("\r\n$1\r\nb\r\n" + resp("PING")).utf8)
        var connection = FakeConnection()
        for start in stride(from: 0, to: bytes.count, by: 10_000) {
            connection.receive(bytes[start..<min(bytes.count, start + 10_000)])
        }
        #expect(
            connection.decoded == [
                .rejected(.argumentTooLong(byteCount: 3_000_000, limit: 1 << 20)),
                .command(["PING"]),
            ]
        )
        #expect(connection.heldByteCountMax <= 10_100)
    }

    @Test func limitsHoldExactly() {
        let atLimit = String(repeating: "a", count: 65_531)
        #expect(decode("PING \(atLimit)\n") == [.command(["PING", atLimit])])
        #expect(decode("PING a\(atLimit)\n") == [.fatal(.lineTooLong(limit: 65_536))])
        let words = (0..<1_024).map { "w\($0)" }
        #expect(decode(resp(words)) == [.command(words)])
        #expect(
            decode(resp(words + ["x"])) == [
                .rejected(.tooManyArguments(count: 1_025, limit: 1_024))
            ]
        )
        let argument = String(repeating: "a", count: 1 << 20)
        #expect(decode(resp("ECHO", argument)) == [.command(["ECHO", argument])])
        #expect(
            decode(resp("ECHO", argument + "a")) == [
                .rejected(.argumentTooLong(byteCount: 1 << 20 + 1, limit: 1 << 20))
            ]
        )
    }

    @Test func limitsMayBeRaisedBetweenCommands() {
        var connection = FakeConnection(limits: .beforeAuthentication)
        connection.receive(Array(resp("AUTH", "secret").utf8)[...])
        connection.decoder.limits = .standard
        let words = (0..<20).map { "w\($0)" }
        connection.receive(Array(resp(words).utf8)[...])
        #expect(connection.decoded == [.command(["AUTH", "secret"]), .command(words)])
    }

    /// Goal: no bytes trap. Method: a valid stream with bytes changed, dropped and doubled, and
    /// streams of the protocol's own characters; each in pieces, and the pieces must not matter.
    @Test(arguments: 1...300 as ClosedRange<UInt64>)
    func randomBytesNeverTrap(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var bytes: [UInt8]
        if seed.isMultiple(of: 2) {
            bytes = Array(Self.streams.map(\.0).joined().utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(bytes[place], at: place)
                }
            }
        } else {
            let letters = Array("*$-0123456789\r\n\r\n\"'\\x aP\0".utf8)
            bytes = (0..<400).map { _ in letters.randomElement(using: &random) ?? 0 }
        }
        let pieces = (0..<7).map { _ in Int.random(in: 1...30, using: &random) }
        let limits = seed.isMultiple(of: 3) ? Self.narrow : .standard
        let whole = decode(bytes, limits: limits)
        #expect(decode(bytes, pieces: pieces, limits: limits) == whole, "seed \(seed)")
        #expect(decode(bytes, pieces: [1], limits: limits) == whole, "seed \(seed)")
    }
}
