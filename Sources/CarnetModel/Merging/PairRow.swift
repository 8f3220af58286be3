import CarnetBytes

// PAIR AT REST. A record as CarnetBytes draws it, bit 5 of the flags set, then:
//    7  u8 what is said of the two, varint lower number, varint higher number, varint milliseconds
//       since 1970; of those waved aside the version of each in that order

/// What was said of two clients: that they are not the same person.
struct PairRow: Hashable, Sendable {
    static let flag: UInt8 = 1 << 5

    enum Verdict: Hashable, Sendable {
        /// Declared to be two persons, for good.
        case distinct
        /// The same, taken back.
        case takenBack
        /// Shown as candidates and waved aside; holds until one of them has another version.
        case wavedAside(lowerVersion: UInt32, higherVersion: UInt32)
    }

    /// Dense from 1 in its tenant.
    let number: UInt32
    let lower: ClientID
    let higher: ClientID
    let milliseconds: UInt64
    var verdict: Verdict

    init(
        number: UInt32,
        _ a: ClientID,
        _ b: ClientID,
        milliseconds: UInt64,
        _ verdict: Verdict
    ) {
        self.number = number
        lower = min(a, b)
        higher = max(a, b)
        self.milliseconds = milliseconds
        self.verdict = verdict
    }

    /// The one of the two that is not `id`.
    func other(than id: ClientID) -> ClientID { id == lower ? higher : lower }

    /// Reads a row; nil where it makes no sense.
    init?(_ bytes: RawSpan) {
        guard bytes.byteCount > RecordStore.headerByteCount else { return nil }
        var reader = ByteReader(bytes.bytes(RecordStore.headerByteCount..<bytes.byteCount))
        guard let kind = reader.byte(), let lower = reader.varint(), let higher = reader.varint(),
            let milliseconds = reader.varint(), lower >= 1, lower < higher,
            higher <= UInt64(Tenant.clientCountMax)
        else { return nil }
        let verdict: Verdict
        switch kind {
        case 1: verdict = .distinct
        case 2: verdict = .takenBack
        case 3:
            guard let first = reader.varint(), let second = reader.varint() else { return nil }
            verdict = .wavedAside(
                lowerVersion: UInt32(truncatingIfNeeded: first),
                higherVersion: UInt32(truncatingIfNeeded: second)
            )
        default: return nil
        }
        self.init(
            number: bytes.littleEndianUInt32(at: 3),
            ClientID(UInt32(truncatingIfNeeded: lower)),
            ClientID(UInt32(truncatingIfNeeded: higher)),
            milliseconds: milliseconds,
            verdict
        )
    }

    /// Writes the row as its store keeps it.
    func append(to writer: inout ByteWriter) {
        let start = writer.byteCount
        writer.append(littleEndian: UInt16(0))
        writer.append(Self.flag)
        writer.append(littleEndian: number)
        writer.append(kind)
        writer.append(varint: UInt64(lower.value))
        writer.append(varint: UInt64(higher.value))
        writer.append(varint: milliseconds)
        if case .wavedAside(let lowerVersion, let higherVersion) = verdict {
            writer.append(varint: UInt64(lowerVersion))
            writer.append(varint: UInt64(higherVersion))
        }
        let fits = ClientRecordWriter.finish(from: start, in: &writer)
        precondition(fits, "a pair takes some dozens of bytes")
    }

    private var kind: UInt8 {
        switch verdict {
        case .distinct: 1
        case .takenBack: 2
        case .wavedAside: 3
        }
    }
}
