/// A conversation with the server, in order and blocking: what is sent and read are exact bytes.
final class Connection {
    struct NotRESP: Error {
        let found: [UInt8]
    }

    let socket: Socket
    private var bytes: [UInt8] = []
    private var place = 0

    init(
        host: String = "127.0.0.1",
        port: Int,
        patience seconds: Int = 30,
        receiveByteCount: Int? = nil
    ) throws {
        socket = try Socket(
            host: host,
            port: port,
            patience: seconds,
            receiveByteCount: receiveByteCount
        )
    }

    /// Sends one command and reads its reply.
    @discardableResult
    func call(_ words: String...) throws -> RESPValue { try call(words) }

    @discardableResult
    func call(_ words: [String]) throws -> RESPValue {
        try socket.send(Self.encode(words))
        return try reply()
    }

    /// Sends bytes as they are.
    func send(_ bytes: [UInt8]) throws { try socket.send(bytes) }

    func send(_ text: String) throws { try socket.send(Array(text.utf8)) }

    /// One command as RESP has it.
    static func encode(_ words: [String]) -> [UInt8] {
        var bytes = Array("*\(words.count)\r\n".utf8)
        for word in words {
            bytes += Array("$\(word.utf8.count)\r\n".utf8)
            bytes += word.utf8
            bytes += [13, 10]
        }
        return bytes
    }

    /// Reads one reply.
    func reply() throws -> RESPValue {
        let line = try line()
        guard let first = line.first else { throw NotRESP(found: line) }
        let rest = String(decoding: line.dropFirst(), as: UTF8.self)
        switch first {
        case UInt8(ascii: "+"): return .simple(rest)
        case UInt8(ascii: "-"):
            let words = rest.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            return .error(code: String(words[0]), message: words.count > 1 ? String(words[1]) : "")
        case UInt8(ascii: "_"): return .null
        case UInt8(ascii: "#"): return .boolean(rest == "t")
        case UInt8(ascii: ","): return .double(rest)
        default: break
        }
        guard let number = Int(rest) else { throw NotRESP(found: line) }
        switch first {
        case UInt8(ascii: ":"): return .integer(number)
        case UInt8(ascii: "$"): return number < 0 ? .null : .bulk(try body(number))
        case UInt8(ascii: "="): return .bulk(Array(try body(number).dropFirst(4)))
        case UInt8(ascii: "*"):
            guard number >= 0 else { return .null }
            return .array(try (0..<number).map { _ in try reply() })
        case UInt8(ascii: "%"):
            return .map(try (0..<number).map { _ in [try reply(), try reply()] })
        default: throw NotRESP(found: line)
        }
    }

    /// Reads up to the next LF; it and a CR before it are left out.
    func line() throws -> [UInt8] {
        var at = place
        while true {
            while at < bytes.count, bytes[at] != 10 { at += 1 }
            if at < bytes.count { break }
            at -= try fill()
        }
        defer { place = at + 1 }
        let end = at > place && bytes[at - 1] == 13 ? at - 1 : at
        return Array(bytes[place..<end])
    }

    /// Reads what comes until the peer ends; `.lost` counts as an end too.
    func rest() throws -> [UInt8] {
        while true {
            do {
                _ = try fill()
            } catch SocketError.ended, SocketError.lost {
                defer { place = bytes.count }
                return Array(bytes[place...])
            }
        }
    }

    /// The bytes of one reply as they came.
    func rawReply() throws -> [UInt8] {
        _ = drop()
        _ = try reply()
        return Array(bytes[..<place])
    }

    private func body(_ count: Int) throws -> [UInt8] {
        while bytes.count < place + count + 2 { _ = try fill() }
        defer { place += count + 2 }
        return Array(bytes[place..<place + count])
    }

    /// Receives more. Answers by how much what was there has moved to the front.
    private func fill() throws -> Int {
        let moved = place > 1 << 20 ? drop() : 0
        try socket.receive(into: &bytes)
        return moved
    }

    private func drop() -> Int {
        defer { place = 0 }
        bytes.removeFirst(place)
        return place
    }
}
