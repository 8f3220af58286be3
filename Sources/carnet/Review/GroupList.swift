import CarnetIndex

/// The groups of a tenant's doubles with their members, as they are told.
struct GroupList: Sendable {
    struct Group: Sendable {
        let number: Int
        /// Their records, by rising number.
        let members: [JSONValue]
        let weakest: MatchCluster.Link
        /// The number of the one to keep.
        let kept: UInt32
        /// Whether it is so large that a person should look at it.
        let needsLook: Bool
    }

    let tenant: String
    private(set) var groups: [Group] = []
    /// How many groups there are, shown or not.
    var groupCount = 0
    /// How many clients stand in them.
    var clientCount = 0
    var pairCount = 0
    /// How many pairs join no group.
    var loosePairCount = 0
    /// What else is to be said.
    var notes: [String] = []

    init(tenant: String) { self.tenant = tenant }

    /// Adds a group of those who are still there; fewer than two are none.
    mutating func add(_ cluster: MatchCluster, _ records: [JSONValue]) {
        let members = records.filter { $0["status"]?.string == "active" }
        guard members.count > 1, let kept = KeepRule.choice(of: members) else { return }
        groups.append(
            Group(
                number: groups.count + 1,
                members: members,
                weakest: cluster.weakest,
                kept: kept,
                needsLook: members.count > MatchCluster.memberCountMax
            )
        )
    }

    var json: JSONValue {
        .object(of: [
            ("pairs", .integer(Int64(pairCount))),
            ("loose_pairs", .integer(Int64(loosePairCount))),
            ("clusters", .integer(Int64(groupCount))),
            ("clients", .integer(Int64(clientCount))),
            ("notes", .array(notes.map { .string($0) })),
            ("groups", .array(groups.map { Self.json($0) })),
        ])
    }

    private static func json(_ group: Group) -> JSONValue {
        .object(of: [
            ("cluster", .integer(Int64(group.number))),
            ("keep", .integer(Int64(group.kept))),
            (
                "weakest_link",
                .object(of: [
                    ("a", .integer(Int64(group.weakest.a))),
                    ("b", .integer(Int64(group.weakest.b))),
                    ("score", .number(Double(group.weakest.score) / 1_000)),
                ])
            ),
            ("look", .boolean(group.needsLook)),
            ("members", .array(group.members)),
        ])
    }
}

extension GroupList {
    /// Columns that a group's table has where any of its members has them.
    private static let columns = ["first", "last", "email", "phone", "bookings", "last_booking"]
    /// Below so many cells the day of adding gives way to names and addresses.
    private static let widthOfCreated = 72

    func text(on terminal: Terminal) -> String {
        guard groupCount > 0 || pairCount > 0 else {
            return (["no doubles"] + notes).joined(separator: "\n")
        }
        var parts = groups.map { text($0, on: terminal) }
        parts.append(([summary] + notes).joined(separator: "\n"))
        return parts.joined(separator: "\n\n")
    }

    private func text(_ group: Group, on terminal: Terminal) -> String {
        let link = group.weakest
        let title =
            "group \(group.number): \(group.members.count) clients, weakest link "
            + "\(ScoreText.bits(link.score)) bits (\(link.a) with \(link.b))"
        let names = Self.columns.filter { name in group.members.contains { $0[name] != nil } }
        let showsCreated = (terminal.columnCount ?? .max) >= Self.widthOfCreated
        var table = Table(
            [.whole(""), .number("id")]
                + names.map { ["first", "last", "email"].contains($0) ? .words($0) : .whole($0) }
                + (showsCreated ? [.whole("created")] : [])
        )
        for member in group.members {
            let isKept = member.number("id") == group.kept
            // Of a time the day.
            let created = String((member["created"]?.cell ?? "").prefix(10))
            table.add(
                [isKept ? "keep" : "", member["id"]?.cell ?? ""]
                    + names.map { member[$0]?.cell ?? "" } + [created]
            )
        }
        return [terminal.bold(title), table.text(on: terminal), advice(group)]
            .joined(separator: "\n")
    }

    private func advice(_ group: Group) -> String {
        guard !group.needsLook else {
            return "more than \(MatchCluster.memberCountMax): a person should look at them "
                + "before anything is merged"
        }
        let doubles = group.members.compactMap { $0.number("id") }.filter { $0 != group.kept }
        let numbers = ([group.kept] + doubles).map { String($0) }.joined(separator: " ")
        return "to merge: carnet merge \(tenant) \(numbers)"
    }

    private var summary: String {
        var text =
            "\(Quantity.count(groupCount, "group")) of \(Quantity.count(clientCount, "client")), "
            + "so \(Quantity.count(clientCount - groupCount)) too many on the list"
        if groups.count < groupCount {
            text += "; \(Quantity.count(groups.count)) shown, a higher --limit shows more"
        }
        guard loosePairCount > 0 else { return text }
        return text + "\n\(Quantity.count(loosePairCount, "pair")) too weak to join a group; "
            + "--review goes through all pairs"
    }
}
