import CarnetBytes
import CarnetEngine
import CarnetWire
import NIOCore

/// Who asks: AUTH, HELLO … AUTH and what a connection may do.
extension Session {
    /// Seconds that a connection has to say who it is.
    static let secondsToAuthenticate: UInt64 = 60
    /// So many wrong secrets end a connection.
    private static let wrongSecretCountMax = 10

    /// Somebody tries secrets: a connection has few tries.
    func noteWrongSecret() {
        wrongSecretCount += 1
        if wrongSecretCount >= Self.wrongSecretCountMax { endAfterReplies() }
    }

    /// Answers that name and secret, or login and code, are wrong: at once, or where too many such
    /// answers went to that address after a while.
    func failAuthentication(_ error: ErrorReply) {
        let delay = node.failures.delay(for: connection, at: node.engine.clock())
        guard delay > 0 else {
            fail(error.code, error.message)
            return noteWrongSecret()
        }
        suspend()
        resumeWrong(error, afterMilliseconds: delay)
    }

    /// The connection waits: the error comes after a while.
    func resumeWrong(_ error: ErrorReply, afterMilliseconds delay: Int) {
        node.counters.countError(error.code)
        var writer = ReplyWriter(mode: reply.mode, capacity: 256)
        writer.error(error.code, error.message)
        let outcome = Outcome(bytes: writer.bytes.array(), dependence: .none)
        gate.loop.scheduleTask(in: .milliseconds(Int64(delay))) { [self] in
            noteWrongSecretLate()
            resume(outcome)
        }
    }

    /// As `noteWrongSecret`, where the reply follows.
    private func noteWrongSecretLate() {
        wrongSecretCount += 1
        if wrongSecretCount >= Self.wrongSecretCountMax { isClosing = true }
    }

    /// Whoever it is from now on; nil: it has to say so.
    func become(_ access: Access?) {
        work.become(access, node.options.limits)
        connection.user = access?.grant.map { String(decoding: $0.caller.token, as: UTF8.self) }
    }
}

extension Workspace {
    /// Whoever the connection is from now on; nil: nobody yet, who may bring little.
    mutating func become(_ access: Access?, _ limits: WireLimits) {
        self.access = access
        isOwner = access != nil && access?.grant == nil
        parsed.caller = access?.caller ?? Caller(role: .monitor, token: [])
        setLimits(access == nil ? .beforeAuthentication : limits)
    }

    /// Why the command that was found may not run; nil where it may.
    func refusal(_ engine: Engine) -> ErrorReply? {
        let declaration = parsed.declaration
        if declaration.flags.contains(.noAuth) { return nil }
        guard let access else {
            return ErrorReply(.noAuth, "Authentication required: say AUTH name secret")
        }
        let bytes = bytes
        return access.refusal(declaration) {
            parsed.argument(0, in: bytes.readableBytesSpan)?.array()
        } nowMilliseconds: {
            engine.clock() / 1_000
        }
    }
}
