import CarnetBytes

// CONSENT PROOF AT REST. One field of the record under tag 52 for each, ascending:
//    0  u8 purpose
//    1  u48 milliseconds since 1970, big-endian, so that bytes order as times do
//    7  u8 1 for yes, 0 for no
//    8  varint length of the source, source, then the wording

/// How a yes or no came about: by which way, to which words, when (R-POL-14).
public struct ConsentProof: Hashable, Sendable {
    public let purpose: ConsentPurpose
    public let isGiven: Bool
    /// Milliseconds since 1970 at which it was said, which may be before it was written down.
    public let milliseconds: UInt64
    /// The way it came by, such as "paper form": at most 256 bytes; empty where nobody said.
    public let source: [UInt8]
    /// The words that were agreed to: at most 256 bytes; empty where nobody said.
    public let wording: [UInt8]

    public init(
        _ purpose: ConsentPurpose,
        isGiven: Bool,
        milliseconds: UInt64,
        source: [UInt8] = [],
        wording: [UInt8] = []
    ) {
        self.purpose = purpose
        self.isGiven = isGiven
        self.milliseconds = milliseconds
        self.source = source
        self.wording = wording
    }

    public init?(_ value: RawSpan) {
        guard value.byteCount >= 9, let purpose = ConsentPurpose(rawValue: value.byte(at: 0)) else {
            return nil
        }
        var reader = ByteReader(value.bytes(8..<value.byteCount))
        guard let source = reader.lengthPrefixedRange() else { return nil }
        self.purpose = purpose
        milliseconds = (1..<7).reduce(0) { $0 << 8 | UInt64(value.byte(at: $1)) }
        isGiven = value.byte(at: 7) == 1
        self.source = value.bytes(8 + source.lowerBound..<8 + source.upperBound).array()
        wording = value.bytes(8 + reader.offset..<value.byteCount).array()
    }

    /// The given ones in their order, each once; of each purpose the latest ones
    /// (``ClientExtra/proofCountMax``).
    static func kept(_ values: [[UInt8]]) -> [[UInt8]] {
        let sorted = Set(values).sorted { $0.lexicographicallyPrecedes($1) }
        return ConsentPurpose.allCases.flatMap { purpose in
            sorted.filter { $0.first == purpose.rawValue }.suffix(ClientExtra.proofCountMax)
        }
    }

    var value: [UInt8] {
        var writer = ByteWriter(capacity: 12 + source.count + wording.count)
        writer.append(purpose.rawValue)
        for shift in stride(from: UInt64(40), through: 0, by: -8) {
            writer.append(UInt8(truncatingIfNeeded: milliseconds >> shift))
        }
        writer.append(isGiven ? 1 : 0)
        writer.append(lengthPrefixed: unsafe source.span.bytes)
        writer.append(wording)
        return writer.array()
    }
}

extension ClientRecord {
    /// The proofs that the client carries: by purpose, of each the oldest first. O(fields).
    public var consentProofs: [ConsentProof] {
        var proofs: [ConsentProof] = []
        var cursor = fields
        while let (tag, range) = cursor.next(in: bytes), tag <= ClientExtra.proofs.rawValue {
            guard tag == ClientExtra.proofs.rawValue,
                let proof = ConsentProof(bytes.bytes(range))
            else { continue }
            proofs.append(proof)
        }
        return proofs
    }
}
