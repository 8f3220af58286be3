import Testing

/// One hostile byte string, and what it must get.
struct HostileInput: Sendable, CustomTestStringConvertible {
    enum Fate: Sendable {
        /// The connection goes on.
        case lives
        /// An error, then the end.
        case closes
        /// Nothing is answered while nothing is complete, and the next command is read as usual
        /// once the rest has come.
        case waits(rest: String)
    }

    let name: String
    let bytes: [UInt8]
    /// How the replies begin, one a line.
    let replies: [String]
    let fate: Fate

    init(_ name: String, _ bytes: [UInt8], _ replies: [String], _ fate: Fate) {
        self.name = name
        self.bytes = bytes
        self.replies = replies
        self.fate = fate
    }

    init(_ name: String, _ text: String, _ replies: [String], _ fate: Fate) {
        self.init(name, Array(text.utf8), replies, fate)
    }

    var testDescription: String { name }

    static let all: [HostileInput] = framing + lines + words + values

    /// What is no RESP.
    private static let framing: [HostileInput] = [
        .init(
            "a count that is no number",
            "*x\r\n",
            ["-ERR Protocol error: invalid multibulk length"],
            .closes
        ),
        .init(
            "a count without digits",
            "*\r\n",
            ["-ERR Protocol error: invalid multibulk length"],
            .closes
        ),
        .init(
            "a count past every limit",
            "*2147483648\r\n",
            ["-TOOBIG 2147483648 arguments"],
            .closes
        ),
        .init(
            "a count of twenty digits",
            "*99999999999999999999\r\n",
            ["-ERR Protocol error: invalid multibulk length"],
            .closes
        ),
        .init(
            "a count with LF alone",
            "*1\n$4\r\nPING\r\n",
            ["-ERR Protocol error: invalid multibulk length"],
            .closes
        ),
        .init("an empty command", "*0\r\n*1\r\n$4\r\nPING\r\n", ["+PONG"], .lives),
        .init("a null command", "*-1\r\n*1\r\n$4\r\nPING\r\n", ["+PONG"], .lives),
        .init(
            "an argument that is no bulk string",
            "*1\r\n:4\r\n",
            ["-ERR Protocol error: expected '$', got ':'"],
            .closes
        ),
        .init(
            "an argument of negative length",
            "*1\r\n$-4\r\n",
            ["-ERR Protocol error: invalid bulk length"],
            .closes
        ),
        .init(
            "an argument's length that is no number",
            "*1\r\n$four\r\n",
            ["-ERR Protocol error: invalid bulk length"],
            .closes
        ),
        .init(
            "an argument of 100 GB",
            "*2\r\n$4\r\nECHO\r\n$100000000000\r\n",
            ["-ERR Protocol error: invalid bulk length"],
            .closes
        ),
        .init(
            "an argument of 2 GB",
            "*2\r\n$4\r\nECHO\r\n$2000000000\r\n",
            ["-TOOBIG Protocol error: the command is too long"],
            .closes
        ),
        .init(
            "an argument longer than it says",
            "*1\r\n$4\r\nPINGS\r\n",
            ["-ERR Protocol error: expected CRLF behind the argument, got 'S'"],
            .closes
        ),
        .init(
            "an argument of 2 MiB",
            command(["ECHO", String(repeating: "x", count: 2 << 20)]),
            ["-TOOBIG an argument of 2097152 bytes is too long; one may have 1048576 bytes"],
            .lives
        ),
        .init(
            "an argument of 1 MiB and one byte",
            command(["ECHO", String(repeating: "x", count: (1 << 20) + 1)]),
            ["-TOOBIG an argument of "],
            .lives
        ),
        .init(
            "1,025 arguments",
            command(Array(repeating: "PING", count: 1_025)),
            ["-TOOBIG 1025 arguments are too many; a command may have 1024"],
            .lives
        ),
        .init(
            "nine arguments of 1 MiB",
            command(["ECHO"] + Array(repeating: String(repeating: "x", count: 1 << 20), count: 9)),
            ["-TOOBIG Protocol error: the command is too long; one may have 8388608 bytes"],
            .closes
        ),
        .init(
            "a web request",
            "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
            ["-ERR unknown command 'GET'", "-ERR Protocol error: this is not a web server"],
            .closes
        ),
        .init(
            "a web form",
            "POST /x HTTP/1.1\r\n",
            ["-ERR Protocol error: this is not a web server"],
            .closes
        ),
        .init("half a command", "*2\r\n$4\r\nECHO\r\n$3\r\nab", [], .waits(rest: "c\r\n")),
        .init("half a count", "*", [], .waits(rest: "2\r\n$4\r\nECHO\r\n$3\r\nabc\r\n")),
        .init("half a line", "ECHO a", [], .waits(rest: "bc\r\n")),
        .init("half a CRLF", "*2\r\n$4\r\nECHO\r\n$3\r\nabc\r", [], .waits(rest: "\n")),
    ]

    /// Inline lines.
    private static let lines: [HostileInput] = [
        .init(
            "a line of 65 KiB",
            String(repeating: "x", count: 65 << 10),
            ["-TOOBIG Protocol error: too big inline request; a line may have 65536 bytes"],
            .closes
        ),
        .init(
            "a quote that never ends",
            "ECHO \"abc\r\n",
            ["-ERR Protocol error: unbalanced quotes in request"],
            .lives
        ),
        .init(
            "a quote that ends inside a word",
            "ECHO \"abc\"d\r\n",
            ["-ERR Protocol error: unbalanced quotes in request"],
            .lives
        ),
        .init("empty lines", "\r\n\n  \r\nPING\r\n", ["+PONG"], .lives),
        .init(
            "bytes that are no text",
            [0xFF, 0xFE, 0x00, 0x80, 13, 10],
            ["-ERR unknown command '"],
            .lives
        ),
        .init("zeros", Array(repeating: 0, count: 100) + [10], ["-ERR unknown command '"], .lives),
        .init(
            "a TLS greeting",
            [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03, 10],
            ["-ERR unknown command '"],
            .lives
        ),
        .init("a JSON object", "{\"command\":\"PING\"}\r\n", ["-ERR "], .lives),
    ]

    /// Whole commands that are none.
    private static let words: [HostileInput] = [
        .init(
            "an unknown command",
            command(["CLIENT.GTE", "bistro", "1"]),
            ["-ERR unknown command 'CLIENT.GTE'; did you mean CLIENT.GET?"],
            .lives
        ),
        .init("an empty name", "*1\r\n$0\r\n\r\n", ["-ERR unknown command ''"], .lives),
        .init(
            "a name of a megabyte",
            command([String(repeating: "A", count: 1 << 20)]),
            ["-ERR unknown command 'AAAA"],
            .lives
        ),
        .init(
            "a name with a line in it",
            "*1\r\n$7\r\nA\r\n+OK\r\r\n",
            ["-ERR unknown command 'A  +OK"],
            .lives
        ),
        .init(
            "a data command of Redis",
            command(["SET", "a", "1"]),
            ["-ERR unknown command 'SET': Carnet keeps clients, not keys"],
            .lives
        ),
        .init(
            "a transaction",
            command(["MULTI"]),
            ["-ERR unknown command 'MULTI': all-or-none is per command here"],
            .lives
        ),
        .init(
            "too few words",
            command(["CLIENT.GET"]),
            ["-ERR wrong number of arguments for 'client.get' command"],
            .lives
        ),
        .init(
            "too many words",
            command(["TIME", "now"]),
            ["-ERR wrong number of arguments for 'time' command"],
            .lives
        ),
        .init(
            "an unknown option",
            command(["CLIENT.COUNT", "bistro", "STATSU", "any"]),
            ["-ERR unknown option 'STATSU' of CLIENT.COUNT; did you mean STATUS?"],
            .lives
        ),
    ]

    /// Values that no client may have.
    private static let values: [HostileInput] = [
        .init(
            "a tenant's name as a path",
            command(["TENANT.CREATE", "../../etc"]),
            ["-INVALID tenant: "],
            .lives
        ),
        .init(
            "a tenant's name with a zero",
            command(["TENANT.CREATE", "a\0b"]),
            ["-INVALID tenant: "],
            .lives
        ),
        .init(
            "a number past every integer",
            command(["CLIENT.GET", "bistro", "99999999999999999999999"]),
            ["-INVALID id is not right"],
            .lives
        ),
        .init(
            "a negative number",
            command(["CLIENT.GET", "bistro", "-1"]),
            ["-INVALID id is not right"],
            .lives
        ),
        .init(
            "a LIMIT past its own",
            command(["CLIENT.LIST", "bistro", "LIMIT", "1001"]),
            ["-INVALID LIMIT is out of range: '1001'; it must be 1 to 1000"],
            .lives
        ),
        .init(
            "a name that is no UTF-8",
            bytes(["CLIENT.ADD", "bistro", "last"], [0xC3, 0x28]),
            ["-INVALID last: byte 0 is not UTF-8"],
            .lives
        ),
        .init(
            "an overlong UTF-8 sequence",
            bytes(["CLIENT.ADD", "bistro", "last"], [0xC0, 0xAF]),
            ["-INVALID last: byte 0 is not UTF-8"],
            .lives
        ),
        .init(
            "a surrogate",
            bytes(["CLIENT.ADD", "bistro", "last"], [0xED, 0xA0, 0x80]),
            ["-INVALID last: byte 0 is not UTF-8"],
            .lives
        ),
        .init(
            "a zero in a name",
            command(["CLIENT.ADD", "bistro", "last", "a\0b"]),
            ["-INVALID last: U+0000 stands at byte 1"],
            .lives
        ),
        .init(
            "a thousand accents on a letter",
            command([
                "CLIENT.ADD", "bistro", "last", "a" + String(repeating: "\u{301}", count: 100),
            ]),
            ["-INVALID last: "],
            .lives
        ),
        .init(
            "a cursor of another's making",
            command(["CLIENT.LIST", "bistro", "AFTER", "zzzz"]),
            ["-INVALID AFTER: "],
            .lives
        ),
    ]

    private static func command(_ words: [String]) -> [UInt8] { Connection.encode(words) }

    /// A command whose last word is made of bytes.
    private static func bytes(_ words: [String], _ last: [UInt8]) -> [UInt8] {
        var bytes = Array("*\(words.count + 1)\r\n".utf8)
        for word in words.map({ Array($0.utf8) }) + [last] {
            bytes += Array("$\(word.count)\r\n".utf8) + word + [13, 10]
        }
        return bytes
    }
}
