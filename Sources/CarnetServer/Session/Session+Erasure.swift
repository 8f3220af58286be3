import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetStorage
import CarnetWire
import NIOCore

extension Session {
    /// ERASURE.VERIFY: looks through the data folder for files that may still hold who was erased.
    func erasureVerify(_ bytes: ByteBuffer) {
        let span = bytes.readableBytesSpan
        let number: UInt32
        do throws(ErrorReply) {
            number = try ErasureCommands.receiptNumber(parsed, span)
        } catch {
            return fail(error.code, error.message)
        }
        guard let name = parsed.argument(0, in: span) else {
            return fail(.err, "the tenant is missing")
        }
        guard mayAskAboutTenant() else { return }
        let shard = node.engine.shard(ofTenant: name)
        let tenant = name.array()
        let mode = reply.mode
        let loop = gate.loop
        suspend()
        shard.leave { [self] shard in
            let cell = shard.cell(unsafe tenant.span.bytes)
            let receipt = cell?.tenant.erasure(number)
            let lsn = cell?.lastLSN ?? shard.lastDropLSN
            let isThere = cell != nil
            let traces = cell.flatMap { cell in receipt.map { ErasedTraces(cell.tenant, $0) } }
            node.background.run { [self] in
                var writer = ReplyWriter(mode: mode)
                if let receipt, let traces {
                    Self.write(receipt, traces, node.engine.storage, to: &writer)
                } else {
                    let refusal = isThere ? Refusal.noReceipt(number) : .noTenant
                    let error = ErrorReply(refusal)
                    node.counters.countError(error.code)
                    writer.error(error.code, error.message)
                }
                let dependence = Dependence(lsn: lsn, isSynced: false)
                let outcome = Outcome(bytes: writer.bytes.array(), dependence: dependence)
                loop.execute { self.resume(outcome) }
            }
        }
    }

    private static func write(
        _ receipt: Erasure,
        _ traces: ErasedTraces,
        _ disk: any Disk,
        to reply: inout ReplyWriter
    ) {
        let older: [String]
        do throws(StoreError) {
            older = try traces.files(disk)
        } catch {
            return reply.error(.internalError, "the data folder can't be read: \(error)")
        }
        reply.map(4)
        reply.field("receipt", UInt64(receipt.number))
        reply.field("state", receipt.stage.name)
        reply.field("clean", older.isEmpty)
        reply.bulk("older")
        reply.array(older.count)
        for path in older { reply.bulk(path) }
    }
}
