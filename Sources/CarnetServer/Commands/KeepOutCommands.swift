import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// R-SAL-20: addresses that are kept out after an erasure, and let in again.
enum KeepOutCommands {
    /// `KEEPOUT yes`: a key for a tenant that has none yet, from the kernel's random bytes; nil where
    /// nobody is to be kept out.
    static func key(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan
    ) throws(ErrorReply) -> KeyedHash? {
        do throws(ArgumentError) {
            guard try parsed.yesNo(.keepOut, in: bytes) == true else { return nil }
        } catch {
            throw ErrorReply(error)
        }
        var random = SystemRandomNumberGenerator()
        return KeyedHash(low: random.next(), high: random.next())
    }

    static let lift: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        let result: WriteResult
        if let email = parsed.value(.email, in: bytes) {
            result = try ClientCommands.engine { () throws(CommandFailure) in
                try shard.liftKeepOut(cell, email: email, options)
            }
        } else if let phone = parsed.value(.phone, in: bytes) {
            result = try ClientCommands.engine { () throws(CommandFailure) in
                try shard.liftKeepOut(cell, phone: phone, options)
            }
        } else {
            let receipt = try ErasureCommands.receiptNumber(parsed, bytes)
            result = try ClientCommands.engine { () throws(CommandFailure) in
                try shard.liftKeepOut(cell, receipt: receipt, options)
            }
        }
        reply.map(result.lsn == nil ? 1 : 2)
        reply.field("lifted", UInt64(result.number))
        if let lsn = result.lsn { reply.field("lsn", lsn.value) }
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }
}
