public import CarnetBytes

// LEARNT WEIGHTS, payload of `matchWeightsLearned` and row of a snapshot. Varint of how many
// clients were on the list, then the weights as CarnetIndex draws them, 1 to 8,192 bytes.

/// What comparisons of a tenant's clients are worth, as estimated from its own list. It is state,
/// so that every node scores alike; what the weights mean is the index's matter.
public struct MatchLearning: Hashable, Sendable {
    /// The most bytes that weights take.
    public static let byteCountMax = 8_192

    /// How many clients were on the list.
    public let clientCount: Int
    public let weights: [UInt8]

    public init(clientCount: Int, weights: [UInt8]) {
        self.clientCount = clientCount
        self.weights = weights
    }

    /// Reads what `append` wrote; nil for anything else.
    init?(_ bytes: RawSpan) {
        var reader = ByteReader(bytes)
        guard let count = reader.varint(), count <= UInt64(Tenant.clientCountMax) else {
            return nil
        }
        let rest = bytes.bytes(reader.offset..<bytes.byteCount)
        guard rest.byteCount >= 1, rest.byteCount <= Self.byteCountMax else { return nil }
        self.init(clientCount: Int(count), weights: rest.array())
    }

    /// Appends both, as `init` reads them.
    public func append(to writer: inout ByteWriter) {
        writer.append(varint: UInt64(clientCount))
        writer.append(unsafe weights.span.bytes)
    }
}

extension Tenant {
    /// Keeps what was learnt, of an event or of a snapshot, in place of what was before.
    mutating func put(_ learning: MatchLearning) {
        var bytes = ByteWriter(capacity: 1_024)
        if let matchLearning {
            matchLearning.append(to: &bytes)
            digest.remove(bytes.bytes)
            bytes.removeAll()
        }
        learning.append(to: &bytes)
        digest.add(bytes.bytes)
        matchLearning = learning
    }

    /// Writes `matchWeightsLearned`; none where the tenant has the same weights already.
    public func decideLearning(_ learning: MatchLearning, events: inout EventBuffer) {
        guard learning != matchLearning else { return }
        learning.append(to: &events.payloads)
        events.close(.matchWeightsLearned)
    }

    /// Whether two clients are known to be two persons, or were shown as candidates and waved
    /// aside: such a pair is not proposed. O(1) for a tenant where nobody ever was.
    public func isSettled(_ a: ClientID, _ b: ClientID) -> Bool {
        guard let merges = merges.first, merges.hasPairs else { return false }
        return isWavedAside(a, b) || isDistinct(a, b)
    }
}
