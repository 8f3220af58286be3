import CarnetBytes
import CarnetEngine
import CarnetWire
import NIOCore

/// Why a run of commands has ended.
enum RunEnd: Sendable {
    /// No whole command is left.
    case needsInput
    /// A command was found and its words told apart, and it is the session's to run.
    case command
    /// A command was found and its words told apart; somebody holds its shard.
    case held(Shard)
    /// So much has been written that it should be sent first.
    case repliesAreMany
    /// Nothing more can be believed of what comes in; the error has been written.
    case fatal
}

extension Workspace {
    /// Past so many bytes of replies a run ends: few bytes of commands may ask for many.
    private static let replyByteCountMax = 64 << 10

    /// Runs the commands that lie whole in `bytes` from `offset` on, one after the other, as long
    /// as they need nothing but the shard of a tenant that this connection is known to ask about.
    /// `offset` then stands behind what was looked at. On whichever thread has the workspace.
    mutating func run(from offset: inout Int, _ engine: Engine) -> RunEnd {
        while reply.byteCount < Self.replyByteCountMax {
            let input = bytes
            var isOwned = false
            switch next(from: offset) {
            case .command(let end): offset = end
            case .ownedCommand(let end):
                offset = end
                isOwned = true
                useOwnedBytes()
            case .incomplete(let keep):
                offset = keep
                return .needsInput
            case .rejected(let error, let end):
                offset = end
                fail(error.code, error.message)
                continue
            case .fatal(let error):
                fail(error.code, error.message)
                return .fatal
            }
            if let end = runFound(engine) { return end }
            if isOwned { bytes = input }
        }
        return .repliesAreMany
    }

    /// Runs the command that was found; the run's end where it can't be run here.
    private mutating func runFound(_ engine: Engine) -> RunEnd? {
        do throws(ArgumentError) {
            try parse()
        } catch {
            fail(error.code, error.message)
            return nil
        }
        if !isOwner, let refusal = refusal(engine) {
            fail(refusal.code, refusal.message)
            return nil
        }
        // Those that look at a view of the tenant, or at an account first, are the session's.
        guard !isReserved, !parsed.has(.asof), !parsed.has(.account),
            !RetentionCommand.mayBeAsked(parsed),
            let command = Session.shardCommand(parsed.id),
            isWithinScope,
            let shard = shard(engine)
        else { return .command }
        self.command = command
        let dependence = shard.now(&self) { shard, work in work.runCommand(in: shard) }
        guard let dependence else { return .held(shard) }
        answered(dependence)
        return nil
    }

    /// Whether the tenant that the command names is one that the connection is known to ask about.
    private var isWithinScope: Bool {
        switch scope {
        case .none: return false
        case .many: return true
        case .one(let known):
            let bytes = bytes
            guard let name = parsed.argument(0, in: bytes.readableBytesSpan) else { return false }
            return unsafe known.span.bytes.isEqual(to: name)
        }
    }

    /// The shard of the command's tenant, or nil where it names none.
    func shard(_ engine: Engine) -> Shard? {
        let bytes = bytes
        guard let name = parsed.argument(0, in: bytes.readableBytesSpan) else { return nil }
        return engine.shard(ofTenant: name)
    }

    /// Runs `command` in the shard of its tenant, which the caller holds.
    mutating func runCommand(in shard: isolated Shard) -> Dependence {
        let bytes = bytes
        return runInShard(
            command,
            shard,
            bytes.readableBytesSpan,
            parsed,
            &given,
            &reply,
            counters
        )
    }
}
