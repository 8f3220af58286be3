import CarnetBytes
import CarnetModel
import Testing

extension TestVenue {
    @discardableResult
    mutating func tag(
        _ ids: [UInt32],
        _ changes: [String],
        ifVersion: UInt32? = nil
    ) throws(Refusal) -> Int {
        func tags(_ sign: Character) -> [[UInt8]] {
            changes.filter { $0.first == sign }.map { Array($0.utf8.dropFirst()) }
        }
        return try decide { tenant, _, events throws(Refusal) in
            try tenant.decideTags(
                ids.map { ClientID($0) },
                adding: tags("+"),
                removing: tags("-"),
                ifVersion: ifVersion,
                events: &events
            )
        }
    }

    @discardableResult
    mutating func newsletter(
        _ ids: [UInt32],
        _ isWanted: Bool,
        ifVersion: UInt32? = nil
    ) throws(Refusal) -> Int {
        try decide { tenant, context, events throws(Refusal) in
            try tenant.decideNewsletter(
                ids.map { ClientID($0) },
                to: isWanted,
                in: context,
                ifVersion: ifVersion,
                events: &events
            )
        }
    }

    @discardableResult
    mutating func block(
        _ ids: [UInt32],
        reason: String? = nil,
        until: UInt64? = nil,
        ifVersion: UInt32? = nil
    ) throws(Refusal) -> Int {
        try decide { tenant, context, events throws(Refusal) in
            try tenant.decideBlock(
                ids.map { ClientID($0) },
                reason: reason.map { Array($0.utf8) },
                until: until,
                in: context,
                ifVersion: ifVersion,
                events: &events
            )
        }
    }

    @discardableResult
    mutating func unblock(_ ids: [UInt32]) throws(Refusal) -> Int {
        try decide { tenant, context, events throws(Refusal) in
            try tenant.decideUnblock(
                ids.map { ClientID($0) },
                in: context,
                ifVersion: nil,
                events: &events
            )
        }
    }

    @discardableResult
    mutating func consent(
        _ id: UInt32,
        _ purpose: ConsentPurpose,
        _ isGiven: Bool,
        source: String = "",
        wording: String = "",
        at milliseconds: UInt64? = nil,
        ifVersion: UInt32? = nil
    ) throws(Refusal) -> UInt32 {
        try decide { tenant, context, events throws(Refusal) in
            try tenant.decideConsent(
                ClientID(id),
                ConsentProof(
                    purpose,
                    isGiven: isGiven,
                    milliseconds: milliseconds ?? context.now.millisecondsSinceEpoch,
                    source: Array(source.utf8),
                    wording: Array(wording.utf8)
                ),
                in: context,
                ifVersion: ifVersion,
                events: &events
            )
        }
    }

    /// What a client said about a purpose.
    func said(_ id: UInt32, _ purpose: ConsentPurpose) -> Bool? {
        withRecord(id) { $0.consent(to: purpose) } ?? nil
    }

    func proofs(_ id: UInt32) -> [ConsentProof] { withRecord(id) { $0.consentProofs } ?? [] }

    func isBlocked(_ id: UInt32) -> Bool? {
        withRecord(id) { $0.isBlocked(atMilliseconds: now) }
    }

    /// What `body` makes of a client's record; nil where there is none.
    func withRecord<R>(_ id: UInt32, _ body: (borrowing ClientRecord) -> R) -> R? {
        guard let bytes = tenant.clients.record(id) else { return nil }
        return body(ClientRecord(bytes))
    }

    /// A field of the tenant's own as it is answered, by its word `x.name`; nil where there is none.
    func custom(_ id: UInt32, _ word: String) -> String? {
        guard let bytes = tenant.clients.record(id) else { return nil }
        let name = Array(word.utf8.dropFirst(2))
        guard let value = unsafe ClientRecord(bytes).custom(name.span.bytes) else { return nil }
        var text = ByteWriter()
        value.appendText(to: &text)
        return text.bytes.text()
    }

    /// Changes settings, as TENANT.SET does.
    mutating func settings(_ given: [(String, String)]) throws(Refusal) {
        try decide { tenant, _, events throws(Refusal) in
            _ = try tenant.settings.check(
                given.map { GivenSetting(word: $0.0, value: $0.1) },
                isCreation: false,
                zoneIsKnown: { $0.contains("/") },
                to: &events.payloads
            )
            events.close(.settingChanged)
        }
    }

    func version(_ id: UInt32) -> UInt32? { tenant.version(of: ClientID(id)) }

    /// Replay of all events and a snapshot come to the same state as this one.
    func expectSameElsewhere(_ comment: Comment? = nil) throws {
        let replayed = replayed(Tenant(name: tenant.name))
        #expect(replayed.digest == tenant.digest, comment)
        let restored = try throughSnapshot()
        #expect(restored.digest == tenant.digest, comment)
        for tenant in [tenant, replayed, restored] {
            #expect(BookingRecount.differences(tenant, at: now) == [], comment)
        }
        for number in 0...tenant.clients.numberMax {
            let there = tenant.clients.record(number)?.array()
            #expect(replayed.clients.record(number)?.array() == there, comment)
        }
    }
}
