import CarnetBytes
import CarnetEngine
import CarnetStorage
import CarnetWire
import NIOCore

extension Session {
    /// VERIFY: reads every file of the data folder back; on another thread, while the server goes
    /// on writing.
    func verify() {
        let mode = reply.mode
        let loop = gate.loop
        let disk = node.engine.storage
        suspend()
        node.background.run { [self] in
            var writer = ReplyWriter(mode: mode)
            do throws(StoreError) {
                Self.write(try Verify(disk).run(), to: &writer)
            } catch {
                writer.error(.internalError, "the data folder can't be read: \(error)")
            }
            let outcome = Outcome(bytes: writer.bytes.array(), dependence: .none)
            loop.execute { self.resume(outcome) }
        }
    }

    private static func write(_ report: VerifyReport, to reply: inout ReplyWriter) {
        reply.map(8)
        reply.field("status", report.exitCode == 0 ? "sound" : "damaged")
        reply.field("segments", UInt64(report.segmentCount))
        reply.field("frames", report.frameCount)
        reply.field("records", report.recordCount)
        reply.field("snapshots", UInt64(report.snapshotCount))
        reply.field("rows", report.rowCount)
        reply.field("bytes", report.readByteCount)
        reply.bulk("findings")
        reply.array(report.findings.count)
        for finding in report.findings { reply.bulk("\(finding.damage)") }
    }
}
