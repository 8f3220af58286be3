import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire
import Logging
import NIOCore

extension Session {
    /// SNAPSHOT [t]: answers once the round has ended. A round writes every partition that has
    /// changed, so the tenant's is among them.
    func snapshot(_ bytes: ByteBuffer) {
        suspend()
        guard let name = parsed.argument(0, in: bytes.readableBytesSpan) else {
            return startSnapshot()
        }
        let word = name.array()
        let loop = gate.loop
        let mode = reply.mode
        node.engine.shard(ofTenant: name).leave { [self] shard in
            let isThere = unsafe shard.cell(word.span.bytes) != nil
            let lsn = shard.lastDropLSN
            loop.execute {
                if isThere { return self.startSnapshot() }
                var writer = ReplyWriter(mode: mode)
                writer.error(.noTenant, Refusal.noTenant.message)
                let dependence = Dependence(lsn: lsn, isSynced: false)
                self.resume(Outcome(bytes: writer.bytes.array(), dependence: dependence))
            }
        }
    }

    private func startSnapshot() {
        let mode = reply.mode
        let loop = gate.loop
        node.engine.snapshot { [self] progress in
            var writer = ReplyWriter(mode: mode)
            if progress.state == .failed {
                writer.error(
                    .internalError,
                    "the snapshot failed and the older ones stand: \(progress.failure)"
                )
            } else {
                Self.write(progress, to: &writer)
            }
            let outcome = Outcome(bytes: writer.bytes.array(), dependence: .none)
            loop.execute { self.resume(outcome) }
        }
    }

    func snapshotStatus() {
        Self.write(node.engine.snapshotProgress, to: &reply)
        answered()
    }

    private static func write(_ progress: SnapshotProgress, to reply: inout ReplyWriter) {
        reply.map(progress.state == .none ? 10 : 11)
        reply.field("state", text: progress.state.rawValue)
        reply.field("files", UInt64(progress.fileCount))
        reply.field("partitions", UInt64(progress.partitionCount))
        reply.field("partitions_written", UInt64(progress.partitionsWritten))
        reply.field("clients", progress.clientCount)
        reply.field("bytes", progress.fileByteCount)
        reply.field("raw_bytes", progress.rawByteCount)
        reply.bulk("ratio")
        reply.double(progress.ratio)
        reply.bulk("seconds")
        reply.double(progress.seconds)
        reply.field("covered_to", progress.coveredTo.value)
        guard progress.state != .none else { return }
        var text = ByteWriter(capacity: 32)
        Timestamp(millisecondsSinceEpoch: progress.startedMilliseconds).append(to: &text)
        reply.field("started", text.bytes)
    }

    /// WAITLSN n [ms]: answers once the log is on the disk so far; an error when the time is over.
    func waitLSN(_ bytes: ByteBuffer) {
        let span = bytes.readableBytesSpan
        let lsn: LSN
        let milliseconds: UInt64
        do throws(ArgumentError) {
            lsn = LSN(try parsed.numberArgument(0, in: span) ?? 0)
            milliseconds = try parsed.numberArgument(1, in: span) ?? 0
        } catch {
            return fail(error.code, error.message)
        }
        let log = node.engine.log
        guard lsn <= log.lastLSN else {
            return fail(
                .invalid,
                "lsn: the log ends at \(log.lastLSN.value); ask for an LSN that a reply has told"
            )
        }
        if log.durableLSN >= lsn {
            reply.integer(log.durableLSN.value)
            return answered()
        }
        log.syncSoon()
        suspend()
        let deadline =
            milliseconds == 0
            ? NIODeadline.distantFuture
            : NIODeadline.now() + .milliseconds(Int64(clamping: milliseconds))
        poll(lsn, until: deadline)
    }

    /// Looks every millisecond whether the log has come so far.
    private func poll(_ lsn: LSN, until deadline: NIODeadline) {
        let log = node.engine.log
        let mode = reply.mode
        gate.loop.scheduleTask(in: .milliseconds(1)) { [self] in
            var writer = ReplyWriter(mode: mode)
            if log.durableLSN >= lsn {
                writer.integer(log.durableLSN.value)
            } else if log.hasFailed {
                writer.error(.uncertain, Unavailable.uncertain.message)
            } else if NIODeadline.now() >= deadline {
                writer.error(
                    .err,
                    "timeout: the log is durable to \(log.durableLSN.value), not yet to \(lsn.value)"
                )
            } else {
                return poll(lsn, until: deadline)
            }
            resume(Outcome(bytes: writer.bytes.array(), dependence: .none))
        }
    }

    /// SHUTDOWN: the connection ends without a reply, as Redis does it; what is in flight is
    /// answered and synced first.
    func shutdown() {
        node.logger.notice("SHUTDOWN by connection \(connection.id)")
        endAfterReplies()
        node.requestStop()
    }

    /// TENANT.LIST: asks every shard for its first tenants behind the cursor.
    func tenantList(_ bytes: ByteBuffer) {
        let span = bytes.readableBytesSpan
        let limit: Int
        do throws(ErrorReply) {
            limit = try parsed.pageSize(in: span)
        } catch {
            return fail(error.code, error.message)
        }
        let cursor = parsed.value(.after, in: span)
        if let cursor, (try? TenantName.check(cursor)) == nil {
            return fail(.invalid, "AFTER: must be the cursor of an earlier page")
        }
        let after = cursor?.array() ?? []
        let mode = reply.mode
        let loop = gate.loop
        suspend()
        node.engine.tenants(
            after: after,
            limit: limit + 1,
            among: work.access?.grant?.tenants
        ) { [self] listing in
            var writer = ReplyWriter(mode: mode)
            Self.write(listing, limit: limit, to: &writer)
            let outcome = Outcome(
                bytes: writer.bytes.array(),
                dependence: Dependence(lsn: listing.lsn, isSynced: false)
            )
            loop.execute { self.resume(outcome) }
        }
    }

    private static func write(
        _ listing: TenantListing,
        limit: Int,
        to reply: inout ReplyWriter
    ) {
        let page = listing.tenants.prefix(limit)
        let hasMore = listing.tenants.count > limit
        reply.map(hasMore ? 3 : 2)
        reply.field("total", UInt64(listing.total))
        if hasMore, let last = page.last {
            reply.field("cursor", unsafe last.tenant.span.bytes)
        }
        reply.bulk("tenants")
        reply.array(page.count)
        for entry in page {
            reply.map(entry.name == nil ? 2 : 3)
            reply.field("tenant", unsafe entry.tenant.span.bytes)
            if let name = entry.name { reply.field("name", text: name) }
            reply.field("clients", UInt64(entry.clientCount))
        }
    }
}
