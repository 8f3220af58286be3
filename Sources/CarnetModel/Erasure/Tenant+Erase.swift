import CarnetBytes

/// What an erasure comes to.
public struct ErasurePlan: Hashable, Sendable {
    public let receipt: UInt32
    public let kind: Erasure.Kind
    public let counts: Erasure.Counts
    /// The clients that were named, each once, then the doubles that go with them.
    public let named: [ClientID]
    public let doubles: [ClientID]
}

extension Tenant {
    /// R-SAL-04, R-SAL-05, R-SAL-19, R-CAL-40: empties clients for good, or takes the person out and
    /// keeps the figures; all or none. What was merged into one of them goes too. An erasure that
    /// the person asks for is possible whatever the state (R-POL-02).
    public func decideErasure(
        _ ids: [ClientID],
        _ kind: Erasure.Kind,
        isRequested: Bool,
        isByRetention: Bool = false,
        by token: [UInt8],
        ifVersion: UInt32?,
        events: inout EventBuffer
    ) throws(Refusal) -> ErasurePlan {
        guard ids.count <= Self.idCountMax else {
            throw .tooManyGiven(field: "id", max: Self.idCountMax)
        }
        let needsInactive =
            kind == .erased && !isRequested && settings.isOn(.eraseNeedsInactive)
        var named: [ClientID] = []
        var seen: Set<ClientID> = []
        for id in ids {
            try checkWritable(id)
            guard let bytes = clients.record(id.value) else { throw .noClient(id) }
            let record = ClientRecord(bytes)
            try checkVersion(record, ifVersion)
            if needsInactive, record.status == .active { throw .notInactive(id) }
            if seen.insert(id).inserted { named.append(id) }
        }
        let doubles = named.flatMap { members(of: $0).dropFirst() }
            .filter { status(of: $0) == .merged && seen.insert($0).inserted }
        let event = ErasureEvent(
            receipt: nextReceipt,
            isRequested: isRequested,
            isByRetention: isByRetention,
            by: token,
            named: named,
            doubles: doubles
        )
        event.append(to: &events.payloads)
        events.close(kind == .erased ? .clientsErased : .clientsAnonymized)
        return ErasurePlan(
            receipt: event.receipt,
            kind: kind,
            counts: counts(of: event),
            named: named,
            doubles: doubles
        )
    }

    /// The number that the next receipt gets.
    public var nextReceipt: UInt32 { UInt32(truncatingIfNeeded: erasures.count) &+ 1 }

    /// A receipt by its number, or nil.
    public func erasure(_ number: UInt32) -> Erasure? {
        guard number >= 1, Int(number) <= erasures.count else { return nil }
        return erasures[Int(number) - 1]
    }

    /// Writes `erasureAdvanced` for a receipt that has not come so far yet. False where it has.
    public func decideAdvance(
        _ number: UInt32,
        to stage: Erasure.Stage,
        events: inout EventBuffer
    ) -> Bool {
        guard let erasure = erasure(number), erasure.stage < stage else { return false }
        events.payloads.append(varint: UInt64(number))
        events.payloads.append(stage.rawValue)
        events.close(.erasureAdvanced)
        return true
    }

    /// What goes with these clients, before it is gone.
    func counts(of event: ErasureEvent) -> Erasure.Counts {
        var counts = Erasure.Counts()
        counts.clients = event.named.count
        counts.doubles = event.doubles.count
        var rows: Set<UInt32> = []
        var pairs: Set<UInt32> = []
        for id in event.named + event.doubles {
            guard let content = content(of: id) else { continue }
            for alias in ClientAlias.allCases {
                counts.aliases += content.values(alias.rawValue).count
            }
            rows.formUnion(merges(of: id))
            pairs.formUnion((merges.first?.pairs(of: id) ?? []).map(\.number))
        }
        counts.merges = rows.count
        counts.pairs = pairs.count
        let bookings = bookingNumbers(of: event.named + event.doubles)
        let links = linkNumbers(of: event.named + event.doubles)
        if event.countsBookings {
            counts.bookings = bookings.count
            counts.links = links.count
        }
        counts.replies = replies.count(
            ofClients: event.named + event.doubles,
            merges: rows,
            bookings: bookings,
            links: links
        )
        return counts
    }
}
