public import CarnetBytes

// WEIGHTS, FORMAT 1, payload of `matchWeightsLearned`. Little-endian.
//    0  u8      format, 1
//    1  u8      how many rows there are: 3 for names, then one for each value of the schema
//    2  u32     pairs of one person for each record, in thousandths
//    6  u32     pairs of one household or contact for each record, in thousandths
//   10  rows    of 8 levels each, by raw value: 3 × i32 thousandths of a bit
extension MatchWeights {
    static let format: UInt8 = 1

    /// Appends the weights; `init(_:)` reads them back. 970 bytes for clients.
    public func append(to writer: inout ByteWriter) {
        writer.append(Self.format)
        writer.append(UInt8(truncatingIfNeeded: levels.count / 8))
        writer.append(littleEndian: samePairsPerThousand)
        writer.append(littleEndian: householdPairsPerThousand)
        for level in levels {
            writer.append(littleEndian: UInt32(bitPattern: level.same))
            writer.append(littleEndian: UInt32(bitPattern: level.household))
            writer.append(littleEndian: UInt32(bitPattern: level.stranger))
        }
    }

    /// Reads weights for the fields of a client. Nil where the bytes are of another format or
    /// length, or hold a weight that no share from one in a billion to all has.
    public init?(_ bytes: RawSpan) {
        let rows = 3 + MatchSchema.clients.values.count
        guard bytes.byteCount == 10 + rows * 96, bytes.byte(at: 0) == Self.format,
            Int(bytes.byte(at: 1)) == rows
        else { return nil }
        samePairsPerThousand = bytes.littleEndianUInt32(at: 2)
        householdPairsPerThousand = bytes.littleEndianUInt32(at: 6)
        let shares: ClosedRange<UInt32> = 1...1_000_000
        guard shares.contains(samePairsPerThousand), shares.contains(householdPairsPerThousand)
        else { return nil }
        levels = []
        for index in 0..<rows * 8 {
            let offset = 10 + index * 12
            let level = Level(
                same: Int32(bitPattern: bytes.littleEndianUInt32(at: offset)),
                household: Int32(bitPattern: bytes.littleEndianUInt32(at: offset + 4)),
                stranger: Int32(bitPattern: bytes.littleEndianUInt32(at: offset + 8))
            )
            for weight in [level.same, level.household, level.stranger] {
                guard (-30_000...0).contains(weight) else { return nil }
            }
            levels.append(level)
        }
    }
}
