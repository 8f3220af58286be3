import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// What a change of `retention_months` would do: TENANT.SET with DRYRUN, on an immutable view of the
/// tenant, since it looks at every client.
enum RetentionCommand {
    /// How many clients it names.
    private static let idCount = 20

    /// Whether the command may ask for it: a look at two numbers.
    static func mayBeAsked(_ parsed: borrowing ParsedCommand) -> Bool {
        parsed.id == .tenantSet && parsed.has(.dryRun)
    }

    /// Whether the command asks for it.
    static func isAsked(_ parsed: borrowing ParsedCommand, _ bytes: RawSpan) -> Bool {
        guard mayBeAsked(parsed) else { return false }
        return (0..<parsed.pairCount).contains {
            parsed.pairName($0, in: bytes).isEqual(to: "retention_months")
        }
    }

    static let preview: ViewCommand = { view, _, bytes, parsed, _, reply throws(ErrorReply) in
        let options = try parsed.writeOptions(in: bytes)
        if let asked = options.ifVersion, asked != view.version {
            throw ErrorReply(Refusal.stale(asked: asked, found: view.version))
        }
        let given = try TenantCommands.settings(parsed, bytes)
        let after: (settings: TenantSettings, changes: Int)
        do throws(Refusal) {
            after = try view.settings.with(given, zoneIsKnown: ZoneNames.isKnown)
        } catch {
            throw ErrorReply(error)
        }
        let retention = Retention(after.settings, nowMilliseconds: view.takenMilliseconds)
        let due = retention.map { view.due($0, first: idCount) } ?? (count: 0, ids: [])
        reply.map(retention == nil ? 4 : 5)
        reply.field("tenant", unsafe view.name.span.bytes)
        reply.field("version", UInt64(view.version &+ (after.changes > 0 ? 1 : 0)))
        if let retention { reply.field("before", time: retention.before) }
        reply.field("due", UInt64(due.count))
        reply.bulk("ids")
        reply.array(due.ids.count)
        for id in due.ids { reply.integer(UInt64(id.value)) }
    }
}
