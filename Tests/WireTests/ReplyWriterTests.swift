import CarnetBytes
import CarnetTestKit
import CarnetWire
import Foundation
import Testing

@Suite struct ReplyWriterTests {
    typealias Write = @Sendable (inout ReplyWriter) -> Void

    /// A reply in the three modes; `|` is CRLF.
    static let replies: [(Write, resp2: String, resp3: String, json: String)] = [
        ({ $0.ok() }, "+OK|", "+OK|", "\"OK\"\n"),
        ({ $0.line("a\r\nb") }, "+a  b|", "+a  b|", "\"a\\r\\nb\"\n"),
        ({ $0.integer(0 as Int64) }, ":0|", ":0|", "0\n"),
        ({ $0.integer(-42 as Int64) }, ":-42|", ":-42|", "-42\n"),
        (
            { $0.integer(Int64.min) }, ":-9223372036854775808|", ":-9223372036854775808|",
            "-9223372036854775808\n"
        ),
        (
            { $0.integer(UInt64.max) }, ":9223372036854775807|", ":9223372036854775807|",
            "9223372036854775807\n"
        ),
        ({ $0.bulk("" as StaticString) }, "$0||", "$0||", "\"\"\n"),
        ({ $0.bulk("Zoë" as StaticString) }, "$4|Zoë|", "$4|Zoë|", "\"Zoë\"\n"),
        (
            { $0.bulk(String(repeating: "a", count: 10)) }, "$10|aaaaaaaaaa|", "$10|aaaaaaaaaa|",
            "\"aaaaaaaaaa\"\n"
        ),
        ({ $0.bulk(number: 1_234_567) }, "$7|1234567|", "$7|1234567|", "\"1234567\"\n"),
        ({ $0.null() }, "$-1|", "_|", "null\n"),
        ({ $0.boolean(true) }, ":1|", "#t|", "true\n"),
        ({ $0.boolean(false) }, ":0|", "#f|", "false\n"),
        ({ $0.double(12.625) }, "$6|12.625|", ",12.625|", "12.625\n"),
        ({ $0.double(-3) }, "$2|-3|", ",-3|", "-3\n"),
        ({ $0.double(.infinity) }, "$3|inf|", ",inf|", "null\n"),
        ({ $0.verbatim("a\nb") }, "$3|a\nb|", "=7|txt:a\nb|", "\"a\\nb\"\n"),
        (
            { $0.error(.noClient, "no \"7\"\r\n") }, "-NOCLIENT no \"7\"  |",
            "-NOCLIENT no \"7\"  |", "{\"error\":\"NOCLIENT\",\"message\":\"no \\\"7\\\"\\r\\n\"}\n"
        ),
        ({ $0.array(0) }, "*0|", "*0|", "[]\n"),
        ({ $0.map(0) }, "*0|", "%0|", "{}\n"),
        (
            {
                $0.set(1)
                $0.null()
            }, "*1|$-1|", "~1|_|", "[null]\n"
        ),
        (
            {
                $0.push(1)
                $0.ok()
            }, "*1|+OK|", ">1|+OK|", "[\"OK\"]\n"
        ),
        (
            {
                $0.map(3)
                $0.field("id", 7)
                $0.bulk("list" as StaticString)
                $0.array(2)
                $0.map(1)
                $0.field("yes", true)
                $0.array(0)
                $0.integer(5 as Int64)
                $0.null()
            },
            "*6|$2|id|:7|$4|list|*2|*2|$3|yes|:1|*0|:5|$-1|",
            "%3|$2|id|:7|$4|list|*2|%1|$3|yes|#t|*0|:5|_|",
            "{\"id\":7,\"list\":[{\"yes\":true},[]],\"5\":null}\n"
        ),
        (
            {
                $0.ok()
                $0.array(1)
                $0.error(.err, "x")
                $0.ok()
            },
            "+OK|*1|-ERR x|+OK|", "+OK|*1|-ERR x|+OK|",
            "\"OK\"\n[{\"error\":\"ERR\",\"message\":\"x\"}]\n\"OK\"\n"
        ),
    ]

    @Test func repliesInThreeModes() {
        for (write, resp2, resp3, json) in Self.replies {
            #expect(written(.resp2, write) == resp2)
            #expect(written(.resp3, write) == resp3)
            #expect(written(.json, write) == json)
        }
    }

    @Test func numbersAndLengthsOfEverySize() {
        var values: [UInt64] = [0, 9, 10, 11, 99, 100, 101, UInt64(Int64.max)]
        var power: UInt64 = 1
        for _ in 0..<18 {
            power *= 10
            values += [power - 1, power, power + 1, power + power / 2]
        }
        for value in values {
            #expect(written(.resp2) { $0.integer(value) } == ":\(value)|")
            let text = "\(value)"
            #expect(written(.resp2) { $0.bulk(number: value) } == "$\(text.utf8.count)|\(text)|")
        }
        for length in [0, 1, 9, 10, 11, 99, 100, 101, 999, 1_000, 70_000] {
            let text = String(repeating: "a", count: length)
            #expect(written(.resp3) { $0.bulk(text) } == "$\(length)|\(text)|")
            #expect(written(.resp3) { $0.map(length) } == "%\(length)|")
            #expect(written(.resp2) { $0.map(length) } == "*\(2 * length)|")
        }
    }

    @Test func truncatingTakesABegunReplyBack() {
        for mode in [ReplyMode.resp2, .resp3, .json] {
            let found = written(mode) { writer in
                writer.ok()
                let before = writer.byteCount
                writer.map(2)
                writer.field("id", 1)
                writer.truncate(to: before)
                writer.error(.stale, "x")
                writer.ok()
            }
            let expected = written(mode) { writer in
                writer.ok()
                writer.error(.stale, "x")
                writer.ok()
            }
            #expect(found == expected)
        }
    }

    /// Goal: JSON mode gives one valid line a reply, whatever is in it. Method: random replies of
    /// random bytes, read back by an independent parser.
    @Test(arguments: 1...100 as ClosedRange<UInt64>)
    func everyJSONReplyIsOneValidLine(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var writer = ReplyWriter(mode: .json)
        for _ in 0..<5 { Self.writeRandom(to: &writer, depth: 0, using: &random) }
        let lines = writer.bytes.array().split(separator: 10, omittingEmptySubsequences: false)
        #expect(lines.count == 6 && lines[5].isEmpty, "seed \(seed)")
        for line in lines.dropLast() {
            #expect(throws: Never.self, "seed \(seed)") {
                try JSONSerialization.jsonObject(with: Data(line), options: .fragmentsAllowed)
            }
        }
    }

    @Test(
        arguments: [
            ([0x41, 0xFF, 0x42], "A\u{FFFD}B"), ([0xC3, 0xA9], "é"), ([0xC3], "\u{FFFD}"),
            ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ([0xF0, 0x9F, 0x98, 0x80], "\u{1F600}"),
            ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
            ([0xC0, 0x80], "\u{FFFD}\u{FFFD}"), ([0xE2, 0x82], "\u{FFFD}\u{FFFD}"),
            ([0x00, 0x1F, 0x7F], "\\u0000\\u001f\u{7F}"),
        ] as [([UInt8], String)]
    )
    func bytesThatAreNoTextAreReplaced(bytes: [UInt8], text: String) {
        #expect(written(.json) { unsafe $0.bulk(bytes.span.bytes) } == "\"\(text)\"\n")
    }

    static func writeRandom(
        to writer: inout ReplyWriter,
        depth: Int,
        using random: inout SeededRandom
    ) {
        let kinds = depth < 4 ? 13 : 9
        switch Int.random(in: 0..<kinds, using: &random) {
        case 0: writer.null()
        case 1: writer.boolean(Bool.random(using: &random))
        case 2: writer.integer(Int64(truncatingIfNeeded: random.next() >> (random.next() % 64)))
        case 3: writer.double(Double.random(in: -1e6...1e6, using: &random))
        case 4: writer.ok()
        case 5: writer.error(.invalid, "bad \"value\"\n\u{1}")
        case 6: writer.bulk(number: random.next())
        case 7, 8:
            let count = Int.random(in: 0...120, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            unsafe writer.bulk(bytes.span.bytes)
        case 9, 10:
            let count = Int.random(in: 0...4, using: &random)
            writer.map(count)
            for index in 0..<count {
                writer.bulk("key \(index)")
                writeRandom(to: &writer, depth: depth + 1, using: &random)
            }
        case 11:
            let count = Int.random(in: 0...12, using: &random)
            writer.array(count)
            for _ in 0..<count { writeRandom(to: &writer, depth: depth + 1, using: &random) }
        default:
            let count = Int.random(in: 0...4, using: &random)
            writer.set(count)
            for _ in 0..<count { writeRandom(to: &writer, depth: depth + 1, using: &random) }
        }
    }
}
