import CarnetBytes
import CarnetModel

/// One tenant's receipts that are not complete, and what the tenant still says of them.
struct PendingErasures: Sendable {
    /// How many clients a shard is asked about at a time.
    private static let learnCount = 100

    let shard: Shard
    let tenant: [UInt8]
    let partition: PartitionID
    private(set) var receipts: [(number: UInt32, lsn: LSN)]

    /// Those of all tenants of a shard that have any. Blocks until the shard has answered.
    static func all(of shard: Shard) -> [PendingErasures] {
        let answer = Answer<[PendingErasures]>()
        shard.leave { shard in
            answer.give(
                shard.tenants.filter { $0.tenant.pendingErasureCount > 0 }.map { cell in
                    PendingErasures(
                        shard: shard,
                        tenant: cell.tenant.name,
                        partition: cell.partition,
                        receipts: cell.tenant.erasures.filter { $0.stage != .complete }
                            .map { ($0.number, $0.lsn) }
                    )
                }
            )
        }
        return answer.wait()
    }

    /// Without receipts behind `lsn`; nil where none is left.
    func upTo(_ lsn: LSN) -> PendingErasures? {
        var pending = self
        pending.receipts.removeAll { $0.lsn > lsn }
        return pending.receipts.isEmpty ? nil : pending
    }

    /// What history is redacted by. Blocks while the shard is asked, some clients at a time.
    func part() -> RedactionRun.Part {
        let numbers = Set(receipts.map(\.number))
        let (created, erasures) = ask { tenant in
            (tenant.createdMilliseconds, tenant.erasures.filter { numbers.contains($0.number) })
        }
        var part = RedactionRun.Part(
            tenant: tenant,
            partition: partition,
            erasures: erasures,
            redaction: Redaction(createdMilliseconds: created, erasures)
        )
        let clients = part.redaction.clients
        for start in stride(from: 0, to: clients.count, by: Self.learnCount) {
            let known = part.redaction
            part.redaction = ask { tenant in
                var redaction = known
                redaction.learn(tenant, of: clients[start...].prefix(Self.learnCount))
                return redaction
            }
        }
        return part
    }

    /// What `body` says of the tenant, on its shard; of an empty one where it has been dropped.
    private func ask<R: Sendable>(_ body: @escaping @Sendable (borrowing Tenant) -> R) -> R {
        let answer = Answer<R>()
        shard.leave { shard in
            if let cell = shard.cell(unsafe tenant.span.bytes) {
                answer.give(body(cell.tenant))
            } else {
                answer.give(body(Tenant(name: tenant)))
            }
        }
        return answer.wait()
    }
}
