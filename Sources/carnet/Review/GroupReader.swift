import CarnetClient
import CarnetIndex
import CarnetWire

/// Reads a tenant's doubles from a server and puts them into groups.
struct GroupReader {
    /// So many commands go in one pipeline.
    private static let pipelineCount = 500

    let carnet: CarnetConnection
    let tenant: String
    /// Thousandths of a bit.
    let scoreMin: Int32

    func read(groupCountMax: Int) async throws -> GroupList {
        var list = GroupList(tenant: tenant)
        var progress = ProgressLine()
        defer { progress.end() }
        var pairs = PairGroups()
        var keys: [PairKey] = []
        list.notes = try await readPairs(&progress) {
            pairs.add($0)
            keys.append($0.key)
        }
        let groups = try await groups(of: &pairs, &progress)
        list.pairCount = pairs.pairCount
        list.groupCount = groups.count
        list.clientCount = groups.reduce(0) { $0 + $1.members.count }
        list.loosePairCount = Self.loosePairCount(keys, groups)
        var shown = groups.prefix(groupCountMax)
        // In parts, so that what waits for its replies stays small.
        while !shown.isEmpty {
            let part = shown.prefix(100)
            shown = shown.dropFirst(part.count)
            let records = try await readRecords(part.flatMap(\.members))
            for group in part { list.add(group, group.members.compactMap { records[$0] }) }
            progress.show("read \(Quantity.count(list.groups.count)) groups")
        }
        return list
    }

    /// Reads all pairs, page by page, and answers what is to be said of the list.
    private func readPairs(
        _ progress: inout ProgressLine,
        _ take: (DuplicatePair) -> Void
    ) async throws -> [String] {
        progress.show("looking for doubles")
        var cursor: String?
        var count = 0
        var last: JSONValue
        repeat {
            var words = CommandWords("CLIENT.DUPLICATES", tenant)
            words.add("MIN", ScoreText.bits(scoreMin))
            words.add("LIMIT", PageOptions.pageCountMax)
            words.add("AFTER", cursor)
            last = try await carnet.ask(words.words)
            for pair in last["pairs"]?.elements ?? [] {
                guard let pair = DuplicatePair(pair) else { continue }
                take(pair)
                count += 1
            }
            progress.show("read \(Quantity.count(count)) pairs")
            cursor = last["cursor"]?.string
        } while cursor != nil
        var notes: [String] = []
        if last["filling"]?.isYes ?? false {
            notes.append("the server is still reading this list: there may be more; ask again")
        }
        if last["more"]?.isYes ?? false {
            notes.append("there are more pairs than a server keeps; these are the best")
        }
        return notes
    }

    /// The groups, once the server has told each pair that decides something.
    private func groups(
        of pairs: inout PairGroups,
        _ progress: inout ProgressLine
    ) async throws -> [MatchCluster] {
        while true {
            let (groups, missing) = pairs.step()
            guard !missing.isEmpty else { return groups }
            progress.show("comparing \(Quantity.count(missing.count)) further pairs")
            let replies = try await sendAll(
                missing.map { ["CLIENT.COMPARE", tenant, String($0.low), String($0.high)] }
            )
            for (pair, reply) in zip(missing, replies) {
                pairs.learn(pair, Self.pair(reply))
            }
        }
    }

    /// What CLIENT.COMPARE says of a pair; nil where it must stay apart, as it does when one of the
    /// two is gone.
    private static func pair(_ reply: JSONValue) -> DuplicatePair? {
        let isSettled = [reply["distinct"], reply["waved"]].contains { $0?.isYes ?? false }
        return isSettled ? nil : DuplicatePair(reply)
    }

    private func readRecords(_ numbers: [UInt32]) async throws -> [UInt32: JSONValue] {
        let replies = try await sendAll(numbers.map { ["CLIENT.GET", tenant, String($0)] })
        var records: [UInt32: JSONValue] = [:]
        for (number, reply) in zip(numbers, replies) where reply.number("id") == number {
            records[number] = reply
        }
        return records
    }

    private func sendAll(_ commands: [[String]]) async throws -> [JSONValue] {
        var replies: [JSONValue] = []
        var rest = commands[...]
        while !rest.isEmpty {
            let part = rest.prefix(Self.pipelineCount)
            rest = rest.dropFirst(part.count)
            for reply in try await carnet.sendAll(Array(part)) {
                if case .error(let error) = reply, error.code != "NOCLIENT" {
                    throw CarnetClientError.server(code: error.code, message: error.message)
                }
                replies.append(JSONValue(reply))
            }
        }
        return replies
    }

    static func loosePairCount(_ pairs: [PairKey], _ groups: [MatchCluster]) -> Int {
        var groupOf: [UInt32: Int] = [:]
        for (index, group) in groups.enumerated() {
            for member in group.members { groupOf[member] = index }
        }
        return pairs.count { groupOf[$0.low] == nil || groupOf[$0.low] != groupOf[$0.high] }
    }
}
