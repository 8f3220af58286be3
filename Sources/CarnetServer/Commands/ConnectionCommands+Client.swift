import CarnetBytes
import CarnetWire

extension ConnectionCommands {
    /// The subcommands of CLIENT, which are about connections; false for any other command.
    static func answerAboutItself(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan,
        _ connection: Connection,
        all: Connections,
        _ now: UInt64,
        _ reply: inout ReplyWriter
    ) throws(ErrorReply) -> Bool {
        switch parsed.id {
        case .connectionSetName:
            connection.name = try connectionName(parsed.argument(0, in: bytes)?.text() ?? "")
            reply.ok()
        case .connectionGetName:
            let name = connection.name
            if name.isEmpty { reply.null() } else { reply.bulk(name) }
        case .connectionSetInfo: try setInfo(parsed, bytes, connection, &reply)
        case .connectionID: reply.integer(connection.id)
        case .connectionInfo: reply.verbatim(connection.line(nowMilliseconds: now) + "\n")
        case .connectionList: try list(parsed, bytes, all, now, &reply)
        case .connectionNoEvict, .connectionNoTouch: reply.ok()
        default: return false
        }
        return true
    }

    static func connectionName(_ name: String) throws(ErrorReply) -> String {
        guard isPrintable(name) else {
            throw ErrorReply(
                .err,
                "Client names cannot contain spaces, newlines or special characters."
            )
        }
        return name
    }

    private static func isPrintable(_ text: String) -> Bool {
        text.utf8.count <= 256 && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    private static func setInfo(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan,
        _ connection: Connection,
        _ reply: inout ReplyWriter
    ) throws(ErrorReply) {
        let attribute = parsed.argument(0, in: bytes)
        let value = parsed.argument(1, in: bytes)?.text() ?? ""
        guard isPrintable(value) else {
            throw ErrorReply(
                .err,
                "lib-name and lib-ver cannot contain spaces, newlines or special characters."
            )
        }
        if attribute?.isEqualIgnoringCase(to: "LIB-NAME") ?? false {
            connection.setLibrary(name: value)
        } else if attribute?.isEqualIgnoringCase(to: "LIB-VER") ?? false {
            connection.setLibrary(version: value)
        } else {
            throw ErrorReply(
                .err,
                "Unrecognized option; CLIENT SETINFO takes LIB-NAME or LIB-VER"
            )
        }
        reply.ok()
    }

    private static func list(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan,
        _ all: Connections,
        _ now: UInt64,
        _ reply: inout ReplyWriter
    ) throws(ErrorReply) {
        let showsNormal = try showsNormal(parsed, bytes)
        var wanted: [UInt64] = []
        for index in 0..<parsed.valueCount(.id) {
            guard let id = parsed.value(.id, index, in: bytes)?.unsignedInteger(), id > 0 else {
                throw ErrorReply(.err, "Invalid client ID; CLIENT ID tells this connection's")
            }
            wanted.append(id)
        }
        var text = ""
        for other in all.all where showsNormal && (wanted.isEmpty || wanted.contains(other.id)) {
            text += other.line(nowMilliseconds: now) + "\n"
        }
        reply.verbatim(text)
    }

    /// Whether CLIENT LIST asks for connections of the type that all of them have here; false for
    /// the other types that Redis knows.
    private static func showsNormal(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan
    ) throws(ErrorReply) -> Bool {
        guard let type = parsed.value(.type, in: bytes) else { return true }
        if type.isEqualIgnoringCase(to: "normal") { return true }
        guard
            type.isEqualIgnoringCase(to: "master") || type.isEqualIgnoringCase(to: "replica")
                || type.isEqualIgnoringCase(to: "slave") || type.isEqualIgnoringCase(to: "pubsub")
        else { throw ErrorReply(.err, "Unknown client type; all connections are normal") }
        return false
    }
}
