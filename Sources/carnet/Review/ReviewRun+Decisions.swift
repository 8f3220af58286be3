import CarnetClient
import CarnetWire

/// What becomes of a pair at the server.
extension ReviewRun {
    enum MergeOutcome {
        case merged
        /// The person said no.
        case declined
        /// The server did, which may be since something has changed meanwhile.
        case refused
        case ended
    }

    /// Shows what merging would make; does it if the person agrees.
    mutating func merge(_ view: inout PairView) async throws -> MergeOutcome {
        while true {
            guard let preview = try await send(mergeWords(view, dryRun: true), "not merged") else {
                return .refused
            }
            let title = "\(view.doubleNumber) merged into \(view.keptNumber), as it would be"
            let key = try await ask { terminal in
                terminal.bold(title) + "\n\n" + MergeCommand.preview(preview, on: terminal)
            }
            switch key {
            case .character("y"), .enter: break
            case .character("x"):
                view.exchange()
                continue
            case .interrupt, .endOfInput: return .ended
            default:
                note("not merged")
                return .declined
            }
            guard let reply = try await send(mergeWords(view, dryRun: false), "not merged") else {
                return .refused
            }
            let number = reply["merges"]?.elements?.first?.integer ?? 0
            queue.decide(.merged(view.pair.key, merge: UInt32(clamping: number)))
            note("\(view.doubleNumber) is merged into \(view.keptNumber): merge \(number)")
            return .merged
        }
    }

    private func mergeWords(_ view: PairView, dryRun: Bool) -> CommandWords {
        var words = CommandWords(
            "CLIENT.MERGE",
            tenant,
            String(view.keptNumber),
            String(view.doubleNumber)
        )
        words.add("IFVERSION", view.kept["version"]?.integer)
        words.add(flag: "DRYRUN", if: dryRun)
        return words
    }

    /// Whether the server took it.
    mutating func declareDistinct(_ view: PairView) async throws -> Bool {
        let (a, b) = (view.pair.a, view.pair.b)
        let words = CommandWords("CLIENT.DISTINCT", tenant, String(a), String(b))
        guard try await send(words, "not declared distinct") != nil else { return false }
        queue.decide(.distinct(view.pair.key))
        note("\(a) and \(b) are two persons")
        return true
    }

    /// Takes the last decision back. Whether its pair is the next one, with `current` behind it.
    mutating func undo(before current: PairKey?) async throws -> Bool {
        guard let decision = queue.decisions.last else {
            note("nothing to undo")
            return false
        }
        let words: CommandWords
        let done: String
        switch decision {
        case .merged(_, let merge):
            words = CommandWords("CLIENT.UNMERGE", tenant, String(merge))
            done = "merge \(merge) is undone"
        case .distinct(let pair):
            words = CommandWords(
                "CLIENT.DISTINCT",
                tenant,
                String(pair.low),
                String(pair.high),
                "OFF"
            )
            done = "\(pair.low) and \(pair.high) are proposed again"
        }
        let reply = try await reply(to: words)
        if case .error(let error) = reply {
            note("not undone: \(error.code) \(error.message)")
            // Somebody else has taken it back already.
            if error.code == "REFUSED", error.message.hasPrefix("undone") {
                queue.takeBack(before: current)
                return true
            }
            // Such a refusal is for good; what stands before it can still be undone.
            if ["REFUSED", "NOCLIENT"].contains(error.code) { queue.letLastStand() }
            return false
        }
        queue.takeBack(before: current)
        note(done)
        return true
    }

    /// A command's reply; nil where the server refuses it, which is noted with its reason.
    private mutating func send(
        _ words: CommandWords,
        _ consequence: String
    ) async throws -> JSONValue? {
        let reply = try await reply(to: words)
        guard case .error(let error) = reply else { return JSONValue(reply) }
        note("\(consequence): \(error.code) \(error.message)")
        return nil
    }

    /// A command's reply, errors of the server among them.
    private func reply(to words: CommandWords) async throws -> Reply {
        guard let reply = try await carnet.sendAll([words.words]).first else {
            throw CarnetClientError.closed
        }
        return reply
    }

    // MARK: - The end

    /// So many pages are read to count what is left.
    private static let countedPageMax = 10

    /// What came of it all, in one line. What is left is counted anew unless a signal hurries.
    func summary(counting: Bool) async -> (text: String, json: JSONValue) {
        let left = counting ? await openCount() : nil
        let told =
            left.map { Quantity.count($0) }
            ?? "about \(Quantity.count(max(0, total - queue.settledCount)))"
        var parts = [
            "\(Quantity.count(queue.mergedCount)) merged",
            "\(Quantity.count(queue.distinctCount)) distinct",
            "\(Quantity.count(queue.skippedCount)) skipped", "\(told) left",
        ]
        if queue.goneCount > 0 {
            parts.append("\(Quantity.count(queue.goneCount)) gone meanwhile")
        }
        let json = JSONValue.object(of: [
            ("merged", .integer(Int64(queue.mergedCount))),
            ("distinct", .integer(Int64(queue.distinctCount))),
            ("skipped", .integer(Int64(queue.skippedCount))),
            ("left", left.map { .integer(Int64($0)) }),
        ])
        let isEmpty = total == 0 && left == 0
        return (isEmpty ? "no doubles" : parts.joined(separator: ", "), json)
    }

    /// How many pairs are neither decided nor skipped; nil where the server does not say so, or
    /// there are too many to count.
    private func openCount() async -> Int? {
        var count = 0
        var cursor: String?
        for _ in 0..<Self.countedPageMax {
            let page = try? await readPage(after: cursor, count: PageOptions.pageCountMax)
            guard let page else { return nil }
            count += queue.openCount(of: Self.pairs(of: page))
            cursor = page["cursor"]?.string
            if cursor == nil { return count }
        }
        return nil
    }
}
