/// What each level of each field is worth: logarithms, in thousandths of a bit, of how often the
/// level is seen when both records are the same person, when they are two of one household or share
/// a contact, and when they are strangers.
///
/// Where values are equal, strangers' frequency is that of the value in this venue; then the
/// number here is only the floor.
public struct MatchWeights: Hashable, Sendable {
    /// The weights of one level.
    public struct Level: Hashable, Sendable {
        public var same: Int32 = 0
        public var household: Int32 = 0
        public var stranger: Int32 = 0
    }

    /// Eight levels a row, by raw value; rows: given name, surname, order, then kind by kind for
    /// each value of the schema.
    var levels: [Level]
    /// How many pairs of one person, and of one household, stand against one record; ×1000.
    public var samePairsPerThousand: UInt32
    public var householdPairsPerThousand: UInt32

    @inline(__always)
    subscript(slot: Int, level: FieldLevel) -> Level {
        levels[slot &* 8 &+ Int(level.rawValue)]
    }

    /// The shipped ones, for the fields of a client.
    public static let standard = MatchWeights(for: .clients)

    /// The shipped ones, for any schema: by the kind of each field.
    public init(for schema: MatchSchema) {
        var levels = Self.row(.givenName) + Self.row(.surname) + Self.orderRow
        for field in schema.values { levels += Self.row(field.kind) }
        self.levels = levels
        samePairsPerThousand = 150
        householdPairsPerThousand = schema.hasPhone ? 150 : 15
    }

    /// Parts in a million, as (same, household, stranger).
    private static func row(_ pairs: [(FieldLevel, Int, Int, Int)]) -> [Level] {
        var row = [Level](repeating: Level(), count: 8)
        for (level, same, household, stranger) in pairs {
            row[Int(level.rawValue)] = Level(
                same: Millibits.millionths(same),
                household: Millibits.millionths(household),
                stranger: Millibits.millionths(stranger)
            )
        }
        return row
    }

    private static let orderRow = row([
        (.equal, 950_000, 960_000, 1_000_000), (.related, 50_000, 40_000, 1_000_000),
    ])

    /// The shipped weights of a kind of field. Names and contacts are those of a booking desk's
    /// list; the others are guesses that learning corrects.
    static func row(_ kind: FieldKind) -> [Level] {
        switch kind {
        case .givenName:
            row([
                (.equal, 660_000, 8_000, 5_000), (.related, 90_000, 6_000, 2_000),
                (.initial, 85_000, 40_000, 6_000), (.near, 105_000, 6_000, 2_000),
                (.loose, 35_000, 30_000, 3_000), (.different, 22_000, 906_000, 990_000),
            ])
        case .surname:
            row([
                (.equal, 660_000, 600_000, 400), (.related, 60_000, 30_000, 400),
                (.near, 170_000, 70_000, 1_100), (.loose, 30_000, 10_000, 700),
                (.different, 80_000, 290_000, 998_000),
            ])
        case .phone:
            row([
                (.equal, 720_000, 750_000, 1), (.near, 50_000, 10_000, 3),
                (.different, 230_000, 240_000, 1_000_000),
            ])
        case .email:
            row([
                (.equal, 620_000, 450_000, 1), (.related, 100_000, 20_000, 20),
                (.near, 60_000, 10_000, 5), (.loose, 20_000, 8_000, 30),
                (.different, 220_000, 520_000, 1_000_000),
            ])
        case .birthDate:
            row([
                (.equal, 890_000, 30_000, 50), (.near, 90_000, 30_000, 3_000),
                (.loose, 10_000, 50_000, 40_000), (.different, 9_000, 890_000, 957_000),
            ])
        case .place:
            row([
                (.equal, 800_000, 800_000, 20_000), (.near, 50_000, 50_000, 3_000),
                (.loose, 20_000, 20_000, 5_000), (.different, 130_000, 130_000, 960_000),
            ])
        case .address:
            row([
                (.equal, 750_000, 750_000, 1_000), (.near, 100_000, 100_000, 2_000),
                (.loose, 50_000, 50_000, 10_000), (.different, 100_000, 100_000, 980_000),
            ])
        case .language:
            row([(.equal, 900_000, 900_000, 500_000), (.different, 100_000, 100_000, 500_000)])
        case .trait:
            row([(.equal, 970_000, 500_000, 500_000), (.different, 30_000, 500_000, 500_000)])
        case .identity:
            row([
                (.equal, 880_000, 1_000, 1), (.near, 90_000, 2_000, 50),
                (.different, 30_000, 997_000, 1_000_000),
            ])
        case .text:
            row([
                (.equal, 800_000, 150_000, 20_000), (.near, 50_000, 20_000, 3_000),
                (.loose, 30_000, 30_000, 10_000), (.different, 120_000, 800_000, 960_000),
            ])
        case .fullName: []
        }
    }
}

extension MatchWeights {
    /// For people: a line for each level, in percent.
    public func table(_ schema: MatchSchema) -> String {
        let names = ["given", "surname", "order"] + schema.values.map(\.name)
        var text = ""
        for (slot, name) in names.enumerated() {
            for level in FieldLevel.allCases where level != .missing {
                let found = self[slot, level]
                if found == Level() { continue }
                let shares = [found.same, found.household, found.stranger].map { weight in
                    let millionths = (Millibits.power(weight) * 1_000_000) >> 30
                    return "\(millionths / 10_000).\(millionths % 10_000 + 10_000)".replacing(
                        ".1",
                        with: "."
                    )
                }
                text += "\(name) \(level.name): \(shares.joined(separator: " "))\n"
            }
        }
        return text
    }
}
