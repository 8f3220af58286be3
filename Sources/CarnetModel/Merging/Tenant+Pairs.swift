import CarnetBytes

extension Tenant {
    /// Whether two clients were declared to be two persons: they themselves, or any that were
    /// merged into them. O(1) for a tenant where nobody was.
    public func isDistinct(_ a: ClientID, _ b: ClientID) -> Bool { !distinctPairs(a, b).isEmpty }

    /// Whether one of the two was added although the other was shown as a candidate, and neither
    /// has changed since (R-RES-30). O(1) for a tenant where that never was.
    public func isWavedAside(_ a: ClientID, _ b: ClientID) -> Bool {
        guard let pair = merges.first?.pair(a, b),
            case .wavedAside(let lowerVersion, let higherVersion) = pair.verdict
        else { return false }
        return version(of: pair.lower) == lowerVersion && version(of: pair.higher) == higherVersion
    }

    /// CLIENT.DISTINCT: declares two clients to be two persons, or takes that back together with
    /// every such word on clients that were merged into them. Answers whether anything changes.
    public func decideDistinct(
        _ a: ClientID,
        _ b: ClientID,
        isDistinct: Bool,
        events: inout EventBuffer
    ) throws(Refusal) -> Bool {
        guard a != b else {
            throw .invalid(
                field: "b",
                problem: "client \(a.value) is named twice; name two clients"
            )
        }
        try checkWritable(a)
        try checkWritable(b)
        let declared = distinctPairs(a, b)
        guard declared.isEmpty == isDistinct else { return false }
        for (one, other) in isDistinct ? [(a, b)] : declared {
            events.payloads.append(varint: UInt64(one.value))
            events.payloads.append(varint: UInt64(other.value))
            events.payloads.append(isDistinct ? 1 : 0)
            events.close(.pairDeclaredDistinct)
        }
        return true
    }

    /// The pairs that were declared to be two persons, one of `a`'s side and one of `b`'s.
    private func distinctPairs(_ a: ClientID, _ b: ClientID) -> [(ClientID, ClientID)] {
        guard let merges = merges.first, merges.hasPairs else { return [] }
        let a = survivor(of: a)
        let b = survivor(of: b)
        guard a != b else {
            return []
        }
        var found: [(ClientID, ClientID)] = []
        for member in members(of: a) {
            for pair in merges.pairs(of: member) where pair.verdict == .distinct {
                let other = pair.other(than: member)
                if survivor(of: other) == b { found.append((member, other)) }
            }
        }
        return found
    }

    /// A client and all that were merged into it, at whatever remove.
    func members(of id: ClientID) -> [ClientID] {
        var members = [id]
        var index = 0
        while index < members.count {
            members += (merges.first?.standing(into: members[index]) ?? []).map(\.double)
            index += 1
        }
        return members
    }
}
