import CarnetBytes
import CarnetTestKit
import CarnetWire
import Testing

@Suite struct ReplyDecoderTests {
    /// All replies of some bytes that arrive in equal pieces, or why they are none.
    private func read(
        _ bytes: [UInt8],
        piece: Int? = nil,
        limits: ReplyLimits = .standard
    ) -> ([Reply], ReplyDecodingError?) {
        var decoder = ReplyDecoder(limits: limits)
        var replies: [Reply] = []
        var held: [UInt8] = []
        let length = max(1, piece ?? bytes.count)
        for start in stride(from: 0, to: bytes.count, by: length) {
            held += bytes[start..<min(bytes.count, start + length)]
            var offset = 0
            do throws(ReplyDecodingError) {
                while let next = try unsafe decoder.next(in: held.span.bytes, from: offset) {
                    replies.append(next.reply)
                    offset = next.end
                }
            } catch {
                return (replies, error)
            }
            held.removeFirst(offset)
        }
        return (replies, nil)
    }

    private func read(_ text: String) -> ([Reply], ReplyDecodingError?) { read(Array(text.utf8)) }

    /// What a scanner that forgets all it may says of the same bytes.
    private func scan(
        _ bytes: [UInt8],
        piece: Int? = nil,
        limits: ReplyLimits = .standard
    ) -> ([Bool], ReplyDecodingError?) {
        var scanner = ReplyScanner(limits: limits)
        var areErrors: [Bool] = []
        var held: [UInt8] = []
        let length = max(1, piece ?? bytes.count)
        for start in stride(from: 0, to: bytes.count, by: length) {
            held += bytes[start..<min(bytes.count, start + length)]
            var offset = 0
            do throws(ReplyDecodingError) {
                scanning: while true {
                    switch try unsafe scanner.next(in: held.span.bytes, from: offset) {
                    case .complete(let end, let isError):
                        areErrors.append(isError)
                        offset = end
                    case .incomplete(let keepingFrom):
                        offset = keepingFrom
                        break scanning
                    }
                }
            } catch {
                return (areErrors, error)
            }
            held.removeFirst(offset)
        }
        return (areErrors, nil)
    }

    @Test(arguments: [
        ("+OK\r\n", Reply.simple("OK")), ("+\r\n", .simple("")),
        ("-NOCLIENT no such\r\n", .error(ReplyError(code: "NOCLIENT", message: "no such"))),
        ("-ERR\r\n", .error(ReplyError(code: "ERR", message: ""))),
        ("!11\r\nINVALID a b\r\n", .error(ReplyError(code: "INVALID", message: "a b"))),
        (":-7\r\n", .integer(-7)), ("$-1\r\n", .null), ("*-1\r\n", .null), ("_\r\n", .null),
        ("$0\r\n\r\n", .bulk([])), ("$4\r\na\r\nb\r\n", .bulk(Array("a\r\nb".utf8))),
        ("#t\r\n", .boolean(true)), ("#f\r\n", .boolean(false)), (",1.5\r\n", .double(1.5)),
        (",inf\r\n", .double(.infinity)), (",-inf\r\n", .double(-.infinity)),
        ("(123456789012345678901234567890\r\n", .bigNumber("123456789012345678901234567890")),
        ("=7\r\ntxt:abc\r\n", .verbatim(format: "txt", Array("abc".utf8))),
        ("*0\r\n", .array([])),
        ("*2\r\n:1\r\n*1\r\n_\r\n", .array([.integer(1), .array([.null])])),
        ("%1\r\n+a\r\n:1\r\n", .map([ReplyPair(key: .simple("a"), value: .integer(1))])),
        ("~1\r\n:1\r\n", .set([.integer(1)])), (">1\r\n+x\r\n", .push([.simple("x")])),
    ])
    func oneReply(text: String, reply: Reply) {
        let bytes = Array(text.utf8)
        for piece in [bytes.count, 1, 2, 3] {
            let (replies, error) = read(bytes + bytes, piece: piece)
            #expect(replies == [reply, reply] && error == nil)
        }
        if case .error = reply {
            #expect(scan(bytes).0 == [true])
        } else {
            #expect(scan(bytes).0 == [false])
        }
    }

    @Test(arguments: [
        ("x", ReplyDecodingError.unknownType(UInt8(ascii: "x"))),
        ("|1\r\n+a\r\n+b\r\n+c\r\n", .unknownType(UInt8(ascii: "|"))),
        (":a\r\n", .badLine(type: UInt8(ascii: ":"))),
        (":99999999999999999999\r\n", .badLine(type: UInt8(ascii: ":"))),
        (",x\r\n", .badLine(type: UInt8(ascii: ","))),
        ("#x\r\n", .badLine(type: UInt8(ascii: "#"))),
        ("_x\r\n", .badLine(type: UInt8(ascii: "_"))),
        ("$x\r\n", .badLine(type: UInt8(ascii: "$"))),
        ("$-2\r\n", .badLine(type: UInt8(ascii: "$"))),
        ("$?\r\n", .badLine(type: UInt8(ascii: "$"))),
        ("=2\r\nab\r\n", .badLine(type: UInt8(ascii: "="))),
        ("$1\r\nabc", .missingLineEnd), ("$1\r\na\rc", .missingLineEnd),
        ("$999999999\r\n", .tooLarge(byteCountMax: 256 << 20)),
        ("*999999999\r\n", .tooLarge(byteCountMax: 256 << 20)),
        ("*99999999999\r\n", .badLine(type: UInt8(ascii: "*"))),
        (
            String(repeating: "*1\r\n", count: 33) + ":1\r\n",
            .tooDeep(depthMax: 32)
        ),
    ])
    func badRepliesAreNamed(text: String, error: ReplyDecodingError) {
        let (replies, found) = read(text)
        #expect(replies.isEmpty)
        #expect(found == error)
        #expect(!error.message.isEmpty)
    }

    @Test func aReplyIsHeldOnlyUpToTheLimit() {
        let limits = ReplyLimits(byteCountMax: 1_000, depthMax: 4)
        let small = String(repeating: ":1\r\n", count: 200)
        #expect(read(Array(("*200\r\n" + small).utf8), limits: limits).1 == nil)
        let large = Array(("*900\r\n" + String(repeating: ":1\r\n", count: 899)).utf8)
        #expect(read(large, piece: 100, limits: limits).1 == .tooLarge(byteCountMax: 1_000))
    }

    @Test func aLineIsHeldOnlyUpToTheLimit() {
        let line = Array(("+" + String(repeating: "a", count: ReplyLimits.lineByteCountMax)).utf8)
        #expect(read(line, piece: 10_000).1 == .badLine(type: UInt8(ascii: "+")))
    }

    @Test func depthUpToTheLimitIsRead() {
        let (replies, error) = read(String(repeating: "*1\r\n", count: 32) + ":1\r\n")
        #expect(error == nil && replies.count == 1)
    }

    @Test func valuesOfMapsAreFound() {
        let flat = read("*4\r\n$2\r\nid\r\n:7\r\n$4\r\nname\r\n$3\r\nAda\r\n").0[0]
        let map = read("%2\r\n$2\r\nid\r\n:7\r\n$4\r\nname\r\n$3\r\nAda\r\n").0[0]
        for reply in [flat, map] {
            #expect(reply["id"] == .integer(7))
            #expect(reply["name"]?.text == "Ada")
            #expect(reply["nothing"] == nil)
        }
    }

    /// Goal: what the writer writes is read, however it is cut, and scanner and decoder agree.
    /// Method: random replies in both modes, in pieces.
    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func whatIsWrittenIsRead(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var writer = ReplyWriter(mode: seed.isMultiple(of: 2) ? .resp2 : .resp3)
        for _ in 0..<8 { ReplyWriterTests.writeRandom(to: &writer, depth: 0, using: &random) }
        let bytes = writer.bytes.array()
        let (whole, error) = read(bytes)
        #expect(error == nil && whole.count == 8, "seed \(seed)")
        let areErrors = whole.map { if case .error = $0 { true } else { false } }
        for piece in [1, 2, 7, 64] {
            #expect(read(bytes, piece: piece).0 == whole, "seed \(seed)")
            #expect(scan(bytes, piece: piece).0 == areErrors, "seed \(seed)")
        }
    }

    /// Goal: no bytes trap. Method: written replies with bytes changed, dropped and doubled, and
    /// streams of the protocol's characters.
    @Test(arguments: 1...400 as ClosedRange<UInt64>)
    func randomBytesNeverTrap(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var bytes: [UInt8]
        if seed.isMultiple(of: 2) {
            var writer = ReplyWriter(mode: .resp3)
            for _ in 0..<4 { ReplyWriterTests.writeRandom(to: &writer, depth: 0, using: &random) }
            bytes = writer.bytes.array()
            for _ in 0..<4 where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(bytes[place], at: place)
                }
            }
        } else {
            let letters = Array("+-:$*%~>!=_#,(0123456789\r\n\r\n\r\n?|ta".utf8)
            bytes = (0..<200).map { _ in letters.randomElement(using: &random) ?? 0 }
        }
        let limits = ReplyLimits(byteCountMax: 5_000, depthMax: 8)
        let whole = read(bytes, limits: limits)
        let pieces = read(bytes, piece: 3, limits: limits)
        #expect(pieces.0 == whole.0, "seed \(seed)")
        let scanned = scan(bytes, piece: 5, limits: limits)
        #expect(scanned.0.count >= whole.0.count, "seed \(seed)")
    }
}
