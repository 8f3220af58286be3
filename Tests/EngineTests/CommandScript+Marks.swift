import CarnetBytes
import CarnetEngine
import CarnetIndex
import CarnetModel
import CarnetTestKit

extension CommandScript {
    /// One random command about tags, newsletter, blocks or consents.
    func mark(_ engine: Engine, _ tenant: String, _ random: inout SeededRandom) throws {
        let ids = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            ClientID(UInt32.random(in: 1...80, using: &random))
        }
        let isYes = Bool.random(using: &random)
        let number = UInt64.random(in: 0..<8, using: &random)
        let what = Int.random(in: 0..<5, using: &random)
        try onShard(engine, tenant) { shard, name in
            let cell = try shard.requireCell(name)
            let options = WriteOptions()
            switch what {
            case 0:
                let tag = [Array("t\(number)".utf8)]
                _ = try shard.changeTags(
                    cell,
                    ids,
                    adding: isYes ? tag : [],
                    removing: isYes ? [] : tag,
                    options
                )
            case 1: _ = try shard.setNewsletter(cell, ids, to: isYes, options)
            case 2:
                let now = shard.context.now.millisecondsSinceEpoch
                _ = try shard.blockClients(
                    cell,
                    ids,
                    reason: isYes ? Array("reason \(number)".utf8) : nil,
                    until: number < 4 ? nil : now + number * 1_000_000,
                    options
                )
            case 3: _ = try shard.unblockClients(cell, ids, options)
            default:
                _ = try shard.setConsent(
                    cell,
                    ids[0],
                    ConsentPurpose(rawValue: UInt8(number % 4 + 1)) ?? .review,
                    isGiven: isYes,
                    milliseconds: number == 0 ? 1_000 : nil,
                    source: Array("form \(number)".utf8),
                    wording: [],
                    options
                )
            }
        }
    }

    /// Clients that the table of blocked ones tells otherwise than one that is built anew.
    static func blockDifferences(_ cell: TenantCell) -> [String] {
        let clients = cell.tenant.clients
        var anew = BlockedClients()
        anew.rebuild(from: clients)
        guard anew.count == cell.blocked.count else {
            return ["\(cell.blocked.count) blocked clients for \(anew.count)"]
        }
        return (1...max(1, clients.numberMax)).compactMap { number in
            guard let bytes = clients.record(number) else { return nil }
            let record = ClientRecord(bytes)
            let isSame = cell.blocked.matches(of: record) == anew.matches(of: record)
            return isSame ? nil : "client \(number) shares otherwise with blocked ones"
        }
    }
}
