import CarnetWire

/// A pair as it stands now, with both records: what a person decides about.
struct PairView: Sendable {
    /// The client that would stay.
    private(set) var kept: JSONValue
    /// The one that would be merged into it.
    private(set) var double: JSONValue
    let pair: DuplicatePair

    var keptNumber: UInt32 { kept.number("id") ?? 0 }
    var doubleNumber: UInt32 { double.number("id") ?? 0 }

    /// Of two records, the one to keep by ``KeepRule``.
    init(_ one: JSONValue, _ other: JSONValue, _ pair: DuplicatePair) {
        let isOneKept = KeepRule.choice(of: [one, other]) == one.number("id")
        kept = isOneKept ? one : other
        double = isOneKept ? other : one
        self.pair = pair
    }

    /// Keeps the other one.
    mutating func exchange() { swap(&kept, &double) }
}

/// Whether a proposed pair still is one.
enum PairState: Sendable {
    case here(PairView)
    /// Why it no longer is.
    case gone(String)

    /// By what CLIENT.GET says of both and CLIENT.COMPARE of the pair; thrown are errors other than
    /// that somebody is not there.
    init(
        _ key: PairKey,
        _ one: Reply,
        _ other: Reply,
        _ comparison: Reply,
        scoreMin: Int32
    ) throws(AdminFailure) {
        let (low, high) = (try Self.record(one), try Self.record(other))
        let (lowRoot, highRoot) = (low?.number("id"), high?.number("id"))
        if lowRoot != nil, lowRoot == highRoot {
            self = .gone("\(key.low) and \(key.high) are one client now")
        } else if let why = Self.absence(key.low, low) ?? Self.absence(key.high, high) {
            self = .gone(why)
        } else if let low, let high {
            self = Self.compared(key, low, high, try Self.record(comparison), scoreMin)
        } else {
            self = .gone("\(key.low) and \(key.high) are not on the list")
        }
    }

    private static func compared(
        _ key: PairKey,
        _ low: JSONValue,
        _ high: JSONValue,
        _ comparison: JSONValue?,
        _ scoreMin: Int32
    ) -> PairState {
        guard let comparison, let pair = DuplicatePair(comparison) else {
            return .gone("\(key.low) and \(key.high) can't be compared")
        }
        if comparison["distinct"]?.isYes ?? false {
            return .gone("\(key.low) and \(key.high) were declared two persons")
        }
        if comparison["waved"]?.isYes ?? false {
            return .gone("\(key.low) and \(key.high) were waved aside")
        }
        guard pair.score >= scoreMin else {
            return .gone("\(key.low) and \(key.high) now score \(ScoreText.bits(pair.score)) bits")
        }
        return .here(PairView(low, high, pair))
    }

    /// Why a client can't be decided about; nil where he can.
    private static func absence(_ number: UInt32, _ record: JSONValue?) -> String? {
        guard let record else { return "\(number) is not on the list" }
        if let survivor = record.number("merged_into") {
            return "\(number) is merged into \(survivor)"
        }
        let status = record["status"]?.string ?? "active"
        return status == "active" ? nil : "\(number) is \(status)"
    }

    private static func record(_ reply: Reply) throws(AdminFailure) -> JSONValue? {
        guard case .error(let error) = reply else { return JSONValue(reply) }
        if error.code == "NOCLIENT" { return nil }
        throw AdminFailure(.refused, code: error.code, error.message)
    }
}
