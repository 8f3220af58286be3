import CarnetBytes

/// What a tenant keeps of links and of partners' points. A tenant that never had any has none of it.
struct Links: Sendable {
    private(set) var records = RecordStore()
    /// Numbers of the links that were addressed to a client, ascending; made from the records.
    private var byClient: [UInt32: [UInt32]] = [:]
    /// By partner.
    private(set) var accounts: [PartnerAccount] = []

    /// Links that stand: a removed one keeps its number, and a record that says so.
    private(set) var count = 0

    /// Records, the numbers by client and the accounts, roughly. O(1).
    var byteCount: Int {
        records.byteCount &+ byClient.count &* 64 &+ count &* 4 &+ accounts.count &* 96
    }

    /// What all partners have. O(partners).
    var points: Int64 { accounts.reduce(0) { $0 &+ $1.points } }

    var next: UInt32 { records.numberMax + 1 }

    func link(_ number: UInt32) -> ClientLink? {
        guard let bytes = records.record(number) else { return nil }
        return ClientLink(bytes)
    }

    /// The links that were addressed to a client, in the order they came in. O(their number).
    func links(of id: ClientID) -> [ClientLink] {
        (byClient[id.value] ?? []).compactMap { link($0) }
    }

    /// What the digest holds of a link, or nil where there is none of that number.
    func hash(_ number: UInt32) -> Hash128? {
        guard let bytes = records.record(number) else { return nil }
        return bytes.xxh3_128
    }

    /// Stores a link, new or removed.
    mutating func put(link bytes: RawSpan) {
        let number = bytes.littleEndianUInt32(at: 3)
        if let old = link(number) {
            byClient[old.client.value]?.removeAll { $0 == number }
            if byClient[old.client.value]?.isEmpty == true { byClient[old.client.value] = nil }
            count &-= 1
        }
        records.put(bytes)
        if let link = ClientLink(bytes) {
            byClient[link.client.value, default: []].append(number)
            count &+= 1
        }
    }

    // MARK: Points

    /// Where a partner stands or would stand. O(log partners).
    private func place(of partner: [UInt8]) -> Int {
        var low = 0
        var high = accounts.count
        while low < high {
            let middle = (low + high) / 2
            if accounts[middle].partner.lexicographicallyPrecedes(partner) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    func account(_ partner: [UInt8]) -> PartnerAccount? {
        let place = place(of: partner)
        guard place < accounts.count, accounts[place].partner == partner else { return nil }
        return accounts[place]
    }

    /// Stores an account; one with nothing in it goes.
    mutating func put(_ account: PartnerAccount) {
        let place = place(of: account.partner)
        let isThere = place < accounts.count && accounts[place].partner == account.partner
        switch (isThere, account.isEmpty) {
        case (true, true): accounts.remove(at: place)
        case (true, false): accounts[place] = account
        case (false, true): break
        case (false, false): accounts.insert(account, at: place)
        }
    }
}

/// The same as it was at one moment, for a reader on another thread.
struct LinksView: Sendable {
    let records: RecordPages
    let accounts: [PartnerAccount]
}

extension Links {
    func view() -> LinksView { LinksView(records: records.view(), accounts: accounts) }
}
