import CarnetBytes
import CarnetIndex
public import CarnetModel

/// Two clients who may be one person, with what speaks for it and against it.
public struct ClientPair: Hashable, Sendable {
    /// One line of the reasons; absent texts are not known.
    public struct Reason: Hashable, Sendable {
        /// A field's word, or `prior`, `order`, `household`.
        public let field: String
        /// How the two values stand to each other; nil of `prior` and `household`.
        public let level: String?
        public let a: [UInt8]?
        public let b: [UInt8]?
        /// Thousandths of a bit.
        public let bits: Int32
    }

    /// The client that was asked about where its candidates are listed, else the lower number.
    public let a: ClientID
    public let b: ClientID
    /// Match weight in thousandths of a bit: the sum of all reasons' bits.
    public let score: Int32
    /// Whether two of one household, or who share a contact, are the likeliest reading.
    public let isLikelyRelative: Bool
    public let reasons: [Reason]

    init(_ explanation: MatchExplanation, _ a: ClientRecord, _ b: ClientRecord) {
        self.a = a.id
        self.b = b.id
        score = explanation.score
        isLikelyRelative = explanation.outcome.isLikelyRelative
        reasons = explanation.reasons.map { Self.line($0, a, b) }
    }

    var scored: ScoredPair { ScoredPair(a.value, b.value, score: score) }

    private static func line(
        _ reason: MatchExplanation.Reason,
        _ a: ClientRecord,
        _ b: ClientRecord
    ) -> Reason {
        switch reason.subject {
        case .prior: Reason(field: "prior", level: nil, a: nil, b: nil, bits: reason.bits)
        case .household: Reason(field: "household", level: nil, a: nil, b: nil, bits: reason.bits)
        case .order:
            Reason(
                field: "order",
                level: reason.level == .equal ? "straight" : "exchanged",
                a: nil,
                b: nil,
                bits: reason.bits
            )
        case .field(let index):
            Reason(
                field: MatchSchema.clients.fields[index].name,
                level: "\(reason.level.name)",
                a: a.text(of: MatchSchema.clients.fields[index]),
                b: b.text(of: MatchSchema.clients.fields[index]),
                bits: reason.bits
            )
        }
    }
}

extension ClientRecord {
    /// The value of a field as people read it; of an e-mail or phone that is not there the one
    /// that the client had before.
    fileprivate func text(of field: MatchField) -> [UInt8]? {
        let alias: ClientAlias? =
            switch field.kind {
            case .email: .email
            case .phone: .phone
            default: nil
            }
        var cursor = fields
        while let (tag, range) = cursor.next(in: bytes) {
            if let found = ClientField(rawValue: tag), "\(found.name)" == field.name {
                return Self.text(found, bytes.bytes(range))
            }
            if let alias, tag == alias.rawValue {
                var text = ByteWriter(capacity: 64)
                alias.appendText(bytes.bytes(range), to: &text)
                return text.array()
            }
        }
        return nil
    }

    private static func text(_ field: ClientField, _ value: RawSpan) -> [UInt8] {
        var text = ByteWriter(capacity: 32)
        switch field {
        case .phone:
            PhoneNumber(e164Digits: value.shortInteger(0..<value.byteCount))?.write(to: &text)
        case .birthday:
            let packed = UInt32(truncatingIfNeeded: value.shortInteger(0..<value.byteCount))
            if let birthday = Birthday(packed: packed) { birthday.append(to: &text) }
        default: return value.array()
        }
        return text.array()
    }
}
