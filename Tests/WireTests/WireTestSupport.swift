import CarnetBytes
import CarnetWire

/// What a decoder made of some bytes: the words of a command, or an error.
enum Decoded: Hashable {
    case command([String])
    case rejected(FramingError)
    case fatal(FramingError)
}

/// A connection as a server has it: bytes come in pieces, and what the decoder is done with goes.
struct FakeConnection {
    var decoder: CommandDecoder
    private(set) var decoded: [Decoded] = []
    private(set) var heldByteCountMax = 0
    private var held: [UInt8] = []
    private var words = WordRanges()
    private var isOpen = true

    init(limits: WireLimits = .standard) { decoder = CommandDecoder(limits: limits) }

    mutating func receive(_ piece: ArraySlice<UInt8>) {
        guard isOpen else { return }
        held += piece
        heldByteCountMax = max(heldByteCountMax, held.count)
        let all = held
        let bytes = unsafe all.span.bytes
        var offset = 0
        while isOpen {
            switch decoder.next(in: bytes, from: offset, into: &words) {
            case .command(let end):
                decoded.append(.command(texts(of: bytes)))
                offset = end
            case .ownedCommand(let end):
                decoded.append(.command(texts(of: decoder.ownedBytes)))
                offset = end
            case .rejected(let error, let end):
                decoded.append(.rejected(error))
                offset = end
            case .fatal(let error):
                decoded.append(.fatal(error))
                isOpen = false
            case .incomplete(let keepingFrom):
                held.removeFirst(keepingFrom)
                return
            }
        }
    }

    private func texts(of bytes: RawSpan) -> [String] {
        (0..<words.count).map { bytes.bytes(words[$0]).text() }
    }
}

/// What comes out when `bytes` arrive in pieces of these lengths, again and again.
func decode(
    _ bytes: [UInt8],
    pieces: [Int] = [],
    limits: WireLimits = .standard
) -> [Decoded] {
    var connection = FakeConnection(limits: limits)
    guard !pieces.isEmpty else {
        connection.receive(bytes[...])
        return connection.decoded
    }
    var start = 0
    var turn = 0
    while start < bytes.count {
        let end = min(bytes.count, start + max(1, pieces[turn % pieces.count]))
        connection.receive(bytes[start..<end])
        start = end
        turn += 1
    }
    return connection.decoded
}

func decode(_ text: String, limits: WireLimits = .standard) -> [Decoded] {
    decode(Array(text.utf8), limits: limits)
}

/// A command as client libraries send it.
func resp(_ words: String...) -> String { resp(words) }

func resp(_ words: [String]) -> String {
    "*\(words.count)\r\n" + words.map { "$\($0.utf8.count)\r\n\($0)\r\n" }.joined()
}

/// A command of one inline line, parsed.
struct ParsedLine {
    var parsed = ParsedCommand()
    var bytes: [UInt8] = []
    var error: ArgumentError?

    init(_ line: String) {
        var decoder = CommandDecoder()
        let sent = Array((line + "\n").utf8)
        switch unsafe decoder.next(in: sent.span.bytes, from: 0, into: &parsed.words) {
        case .ownedCommand: bytes = decoder.ownedBytes.array()
        default: bytes = sent
        }
        let words = bytes
        do throws(ArgumentError) {
            try unsafe parsed.parse(words.span.bytes)
        } catch {
            self.error = error
        }
    }

    func text(_ read: (borrowing ParsedCommand, RawSpan) -> String?) -> String? {
        unsafe read(parsed, bytes.span.bytes)
    }
}

/// What a writer wrote, CRLF shown as `|`.
func written(_ mode: ReplyMode, _ body: (inout ReplyWriter) -> Void) -> String {
    var writer = ReplyWriter(mode: mode)
    body(&writer)
    let text = writer.bytes.text()
    return mode == .json
        ? text
        : text.split(separator: "\r\n", omittingEmptySubsequences: false)
            .joined(separator: "|")
}
