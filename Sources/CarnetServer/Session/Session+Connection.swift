import CarnetBytes
import CarnetEngine
import CarnetWire
import NIOCore

extension Session {
    /// The version that HELLO and INFO tell.
    static let version = "0.1.0"
    /// What libraries that look for a Redis version are told: the one whose manners these are.
    static let redisVersion = "7.2.0"

    /// The commands about the connection itself, as Redis answers them.
    func onConnection(_ bytes: ByteBuffer) {
        let span = bytes.readableBytesSpan
        switch parsed.id {
        case .ping:
            if let message = parsed.argument(0, in: span) {
                reply.bulk(message)
            } else {
                reply.simple("PONG")
            }
            answered()
        case .echo:
            if let message = parsed.argument(0, in: span) { reply.bulk(message) }
            answered()
        case .hello: hello(span)
        case .auth: refuseAuthentication()
        case .quit:
            reply.ok()
            answered()
            endAfterReplies()
        case .reset:
            reply.mode = .resp2
            connection.name = ""
            reply.simple("RESET")
            answered()
        case .select: select(span)
        case .mode:
            let wantsJSON = parsed.argument(0, in: span)?.isEqualIgnoringCase(to: "JSON") ?? false
            reply.mode = wantsJSON ? .json : modeBeforeJSON
            reply.ok()
            answered()
        case .connectionSetName: setName(parsed.argument(0, in: span)?.text() ?? "")
        case .connectionGetName:
            let name = connection.name
            if name.isEmpty { reply.null() } else { reply.bulk(name) }
            answered()
        case .connectionSetInfo: setInfo(span)
        case .connectionID:
            reply.integer(connection.id)
            answered()
        case .connectionInfo:
            reply.verbatim(connection.line(nowMilliseconds: now) + "\n")
            answered()
        case .connectionList: listConnections(span)
        default:
            reply.ok()
            answered()
        }
    }

    private var now: UInt64 { node.engine.clock() / 1_000 }

    private func hello(_ bytes: RawSpan) {
        var mode = reply.mode == .json ? modeBeforeJSON : reply.mode
        if let version = parsed.argument(0, in: bytes) {
            switch version.unsignedInteger() {
            case 2?: mode = .resp2
            case 3?: mode = .resp3
            default: return fail(.noProto, "unsupported protocol version; 2 and 3 are spoken")
            }
        }
        if parsed.has(.auth) { return refuseAuthentication() }
        if let name = parsed.value(.setName, in: bytes) {
            guard Self.isConnectionName(name.text()) else { return failName() }
            connection.name = name.text()
        }
        modeBeforeJSON = mode
        reply.mode = mode
        reply.map(7)
        reply.field("server", "carnet")
        reply.field("version", text: Self.redisVersion)
        reply.field("proto", mode == .resp3 ? 3 : 2)
        reply.field("id", connection.id)
        reply.field("mode", "standalone")
        reply.field("role", "master")
        reply.bulk("modules")
        reply.array(0)
        answered()
    }

    /// There are no tokens yet, so every connection from this machine may do everything.
    private func refuseAuthentication() {
        fail(
            .err,
            "AUTH was called without any token configured for this server; connect without AUTH")
    }

    private func select(_ bytes: RawSpan) {
        guard parsed.argument(0, in: bytes)?.unsignedInteger() == 0 else {
            return fail(.err, "DB index is out of range; there is only 0, since venues are tenants")
        }
        reply.ok()
        answered()
    }

    private func setName(_ name: String) {
        guard Self.isConnectionName(name) else { return failName() }
        connection.name = name
        reply.ok()
        answered()
    }

    private func failName() {
        fail(.err, "Client names cannot contain spaces, newlines or special characters.")
    }

    private static func isConnectionName(_ name: String) -> Bool {
        name.utf8.count <= 256 && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    private func setInfo(_ bytes: RawSpan) {
        let attribute = parsed.argument(0, in: bytes)
        let value = parsed.argument(1, in: bytes)?.text() ?? ""
        guard value.utf8.count <= 256, value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            return fail(.err, "lib-name and lib-ver cannot contain spaces, newlines or special characters.")
        }
        if attribute?.isEqualIgnoringCase(to: "LIB-NAME") ?? false {
            connection.setLibrary(name: value)
        } else if attribute?.isEqualIgnoringCase(to: "LIB-VER") ?? false {
            connection.setLibrary(version: value)
        } else {
            return fail(.err, "Unrecognized option; CLIENT SETINFO takes LIB-NAME or LIB-VER")
        }
        reply.ok()
        answered()
    }

    private func listConnections(_ bytes: RawSpan) {
        var wanted: [UInt64] = []
        for index in 0..<parsed.valueCount(.id) {
            if let id = parsed.value(.id, index, in: bytes)?.unsignedInteger() { wanted.append(id) }
        }
        var text = ""
        for other in node.connections.all where wanted.isEmpty || wanted.contains(other.id) {
            text += other.line(nowMilliseconds: now) + "\n"
        }
        reply.verbatim(text)
        answered()
    }
}
