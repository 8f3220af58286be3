import CarnetBytes
import CarnetEngine
import CarnetWire

/// The commands about the connection itself, as Redis answers them. They need no client lists, so
/// they are answered while those are being loaded too.
enum ConnectionCommands {
    /// What becomes of the connection.
    enum Next {
        case goOn
        /// It ends once its replies are out.
        case end
    }

    /// How a connection wants its replies.
    struct Form {
        /// What MODE RESP goes back to.
        var modeBeforeJSON = ReplyMode.resp2
    }

    /// Answers the command; nil where it is not about the connection.
    static func answer(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan,
        _ connection: Connection,
        all: Connections,
        nowMilliseconds now: UInt64,
        form: inout Form,
        to reply: inout ReplyWriter,
        greets: Bool,
        authenticate: (_ name: RawSpan, _ secret: RawSpan) throws(ErrorReply) -> Void
    ) throws(ErrorReply) -> Next? {
        switch parsed.id {
        case .ping:
            if let message = parsed.argument(0, in: bytes) {
                reply.bulk(message)
            } else {
                reply.simple("PONG")
            }
        case .echo:
            if let message = parsed.argument(0, in: bytes) { reply.bulk(message) }
        case .hello:
            try hello(parsed, bytes, connection, &form, &reply, greets: greets, authenticate)
        case .auth:
            guard let secret = parsed.argument(1, in: bytes) else { return nil }
            try identify(parsed.argument(0, in: bytes), secret, authenticate)
            reply.ok()
        case .quit:
            reply.ok()
            return .end
        case .reset:
            reply.mode = .resp2
            form = Form()
            connection.name = ""
            reply.simple("RESET")
        case .select:
            guard parsed.argument(0, in: bytes)?.unsignedInteger() == 0 else {
                throw ErrorReply(
                    .err,
                    "DB index is out of range; there is only 0, since venues are tenants"
                )
            }
            reply.ok()
        case .mode:
            let wantsJSON = parsed.argument(0, in: bytes)?.isEqualIgnoringCase(to: "JSON") ?? false
            if wantsJSON, reply.mode != .json { form.modeBeforeJSON = reply.mode }
            reply.mode = wantsJSON ? .json : form.modeBeforeJSON
            reply.ok()
        case .time:
            reply.array(2)
            reply.bulk(number: now / 1_000)
            reply.bulk(number: now % 1_000 * 1_000)
        case .connection, .connectionHelp, .command, .commandCount, .commandList, .commandInfo,
            .commandDocs, .commandGetKeys, .commandHelp, .help, .config, .configHelp:
            guard CommandIntrospection.answer(parsed, in: bytes, to: &reply) else {
                throw ErrorReply(
                    .err,
                    "name a subcommand; \(parsed.declaration.name) HELP lists them"
                )
            }
        default:
            return try answerAboutItself(parsed, bytes, connection, all: all, now, &reply)
                ? .goOn : nil
        }
        return .goOn
    }

    /// A secret without a name is that of the token `default`, as Redis has it.
    private static func identify(
        _ name: RawSpan?,
        _ secret: RawSpan,
        _ authenticate: (_ name: RawSpan, _ secret: RawSpan) throws(ErrorReply) -> Void
    ) throws(ErrorReply) {
        if let name { return try authenticate(name, secret) }
        let standard = Array("default".utf8)
        try authenticate(unsafe standard.span.bytes, secret)
    }

    private static func hello(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan,
        _ connection: Connection,
        _ form: inout Form,
        _ reply: inout ReplyWriter,
        greets: Bool,
        _ authenticate: (_ name: RawSpan, _ secret: RawSpan) throws(ErrorReply) -> Void
    ) throws(ErrorReply) {
        var mode = reply.mode == .json ? form.modeBeforeJSON : reply.mode
        if let version = parsed.argument(0, in: bytes) {
            switch version.unsignedInteger() {
            case 2?: mode = .resp2
            case 3?: mode = .resp3
            default:
                throw ErrorReply(
                    .noProto,
                    "unsupported protocol version; 2 and 3 are spoken"
                )
            }
        }
        if let name = parsed.value(.auth, in: bytes),
            let secret = parsed.secondValue(.auth, in: bytes)
        {
            try authenticate(name, secret)
        } else if !greets {
            throw ErrorReply(
                .noAuth,
                "HELLO must say who it is here: HELLO \(mode == .resp3 ? 3 : 2) AUTH name secret"
            )
        }
        if let name = parsed.value(.setName, in: bytes) {
            connection.name = try connectionName(name.text())
        }
        form.modeBeforeJSON = mode
        reply.mode = mode
        reply.map(7)
        reply.field("server", "carnet")
        reply.field("version", text: Version.redis)
        reply.field("proto", mode == .resp3 ? 3 : 2)
        reply.field("id", connection.id)
        reply.field("mode", "standalone")
        reply.field("role", "master")
        reply.bulk("modules")
        reply.array(0)
    }
}
