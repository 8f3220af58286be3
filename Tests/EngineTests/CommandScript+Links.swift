import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetTestKit

extension CommandScript {
    static let partners = ["Hotel du Lac", "sun", "moon"]

    /// One random command about links of clients or points of partners.
    func link(_ engine: Engine, _ tenant: String, _ random: inout SeededRandom) throws {
        let client = ClientID(UInt32.random(in: 1...80, using: &random))
        let number = UInt32.random(in: 1...60, using: &random)
        let kind = LinkKind.allCases[Int.random(in: 0..<3, using: &random)]
        let partner = Self.partners[Int.random(in: 0..<3, using: &random)]
        let points = Int64.random(in: -20...40, using: &random)
        let choice = Int.random(in: 0..<8, using: &random)
        try onShard(engine, tenant) { shard, name in
            let cell = try shard.requireCell(name)
            switch choice {
            case 0...3:
                _ = try shard.addLink(
                    cell,
                    client,
                    kind,
                    unsafe Array("ref-\(number)".utf8).span.bytes,
                    WriteOptions()
                )
            case 4, 5: _ = try shard.removeLink(cell, number, WriteOptions())
            default:
                _ = try shard.addPoints(
                    cell,
                    unsafe Array(partner.utf8).span.bytes,
                    points,
                    reason: Array("script".utf8),
                    WriteOptions()
                )
            }
        }
    }

    /// What is told of links, points and references of bookings. A restart changes none of it.
    func linkFacts(_ engine: Engine) -> [String] {
        tenants.flatMap { tenant in
            (try? onShard(engine, tenant) { shard, name -> [String] in
                let cell = try shard.requireCell(name)
                let totals = cell.tenant.partnerPoints
                var facts = ["\(cell.tenant.linkCount) links, \(totals)"]
                for number in 1...max(1, cell.tenant.clients.numberMax) {
                    let links = cell.tenant.links(of: ClientID(number))
                    if !links.isEmpty { facts.append("\(number): \(links)") }
                }
                for partner in Self.partners {
                    let word = Array(partner.utf8)
                    facts.append("\(try cell.tenant.account(of: unsafe word.span.bytes))")
                }
                for number in 0..<Self.referenceCount {
                    let word = Array("stay-\(number)".utf8)
                    let id = try cell.tenant.booking(external: unsafe word.span.bytes)
                    facts.append("\(number) is \(id.map { "\($0.value)" } ?? "nobody's")")
                }
                return facts
            }) ?? ["no tenant \(tenant)"]
        }
    }

    /// How many references the script gives to bookings: fewer than bookings, so that some are taken.
    static let referenceCount: UInt32 = 40

    /// Links and points that do not come to what a count over their records and over the bookings
    /// comes to.
    func linkDifferences(_ engine: Engine) -> [String] {
        tenants.flatMap { tenant in
            (try? onShard(engine, tenant) { shard, name in
                Self.linkDifferences(try shard.requireCell(name).tenant)
            }) ?? []
        }
    }

    private static func linkDifferences(_ tenant: borrowing Tenant) -> [String] {
        var differences: [String] = []
        var standing = 0
        for number in 1...max(1, tenant.clients.numberMax) {
            let id = ClientID(number)
            if tenant.survivor(of: id) == id { standing += tenant.links(of: id).count }
        }
        if standing != tenant.linkCount {
            differences.append("\(tenant.linkCount) links are counted, \(standing) are shown")
        }
        var earned: [String: Int64] = [:]
        var references: [String: [UInt32]] = [:]
        for number in 1...UInt32(max(1, tenant.bookingCount)) {
            _ = tenant.withBooking(BookingID(number)) { bytes in
                let record = BookingRecord(bytes)
                if let range = record.field(.external) {
                    references[bytes.bytes(range).text(), default: []].append(number)
                }
                guard record.keptStatus == .done, let partner = record.field(.partner),
                    let points = record.field(.points)
                else { return }
                let value = Int64(clamping: bytes.shortInteger(points))
                earned[bytes.bytes(partner).text(), default: 0] += value
            }
        }
        for (partner, points) in earned {
            let word = Array(partner.utf8)
            let account = try? tenant.account(of: unsafe word.span.bytes).1
            if account?.earned != points {
                differences.append("\(partner) earned \(points), kept \(account as Any)")
            }
        }
        for (reference, numbers) in references {
            let word = Array(reference.utf8)
            let found = try? tenant.booking(external: unsafe word.span.bytes)
            if numbers.count > 1 || found?.value != numbers[0] {
                differences.append("\(reference) is of \(numbers), found \(found as Any)")
            }
        }
        return differences
    }
}
