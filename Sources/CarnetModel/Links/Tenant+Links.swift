import CarnetBytes

/// Links of clients to orders, subscriptions and vouchers: LINK.ADD, LINK.LIST, LINK.REMOVE.
extension Tenant {
    /// The most links one tenant may ever have had.
    public static let linkCountMax: UInt32 = 1 << 30

    /// Links of all clients that stand.
    public var linkCount: Int { links.first?.count ?? 0 }

    /// Bytes of links and of partners' accounts, roughly. O(1).
    public var linksByteCount: Int { links.first?.byteCount ?? 0 }

    /// Partners who have points, or had some, and what all of them have together. O(partners).
    public var partnerPoints: (partners: Int, points: Int64) {
        (links.first?.accounts.count ?? 0, links.first?.points ?? 0)
    }

    /// A client's links and those of the doubles that were merged into it, in the order they came
    /// in. O(their number).
    public func links(of id: ClientID) -> [ClientLink] {
        guard let links = links.first else { return [] }
        return members(of: survivor(of: id)).flatMap { links.links(of: $0) }
            .sorted { $0.number < $1.number }
    }

    /// LINK.ADD: writes `linkAdded`. A double's number leads to the survivor and is kept with the
    /// link (R-RES-48). Answers the link's number: the same link again is the one there is.
    public func decideLink(
        _ id: ClientID,
        _ kind: LinkKind,
        _ given: RawSpan,
        events: inout EventBuffer
    ) throws(Refusal) -> UInt32 {
        try checkWritable(survivor(of: id))
        var scratch = ByteWriter(capacity: 256)
        let reference: [UInt8]
        do throws(ValueError) {
            let checked = try TextValue.check(given, .external, scratch: &scratch)
            reference = checked.bytes(given: given, scratch: scratch).array()
        } catch {
            throw .invalid(field: "REF", problem: error.message)
        }
        guard !reference.isEmpty else {
            throw .invalid(field: "REF", problem: "empty; give the reference that it has there")
        }
        let known = links(of: id)
        if let same = known.first(where: { $0.kind == kind && $0.reference == reference }) {
            return same.number
        }
        guard known.count(where: { $0.client == id }) < ClientLink.countMax else {
            throw .tooMany(field: "links", max: ClientLink.countMax)
        }
        let number = links.first?.next ?? 1
        guard number <= Self.linkCountMax, links.first?.records.hasRoom(for: 1) ?? true else {
            throw .quota("the tenant has had as many links as one may have")
        }
        events.payloads.append(varint: UInt64(number))
        events.payloads.append(varint: UInt64(id.value))
        events.payloads.append(kind.rawValue)
        ClientRecordWriter.append(
            tag: ClientLink.referenceTag,
            unsafe reference.span.bytes,
            to: &events.payloads
        )
        events.close(.linkAdded)
        return number
    }

    /// LINK.REMOVE: writes `linkRemoved`.
    public func decideLinkRemoval(
        _ number: UInt32,
        events: inout EventBuffer
    ) throws(Refusal) {
        guard links.first?.link(number) != nil else {
            throw .invalid(
                field: "link",
                problem: "no link \(number) here; LINK.LIST shows a client's"
            )
        }
        events.payloads.append(varint: UInt64(number))
        events.close(.linkRemoved)
    }

    /// Applies `linkAdded`, `linkRemoved` and `pointsAdded`.
    mutating func applyLink(_ event: borrowing Event) throws(EventError) {
        guard let (change, offset) = LinkEvent.read(event.kind, event.payload) else {
            throw .malformed(event.kind)
        }
        var record = ByteWriter(capacity: 64)
        switch change {
        case .added(let number, let client, let kind):
            ClientLink.begin(number, kind, client, at: event.milliseconds, in: &record)
            ClientRecordWriter.appendFields(of: event.payload, from: offset, to: &record)
            guard ClientRecordWriter.finish(from: 0, in: &record) else {
                throw .malformed(event.kind)
            }
            put(link: record.bytes)
        case .removed(let number): removeLink(number)
        case .points(let partner, let points): changeAccount(partner) { $0.given &+= points }
        }
    }

    /// The numbers of the links that were addressed to these clients.
    func linkNumbers(of ids: [ClientID]) -> Set<UInt32> {
        guard let links = links.first else { return [] }
        return Set(ids.flatMap { links.links(of: $0).map(\.number) })
    }

    /// R-SAL-05: the links of clients that are emptied go; what they lead to is the caller's.
    mutating func removeLinks(_ numbers: Set<UInt32>) {
        for number in numbers.sorted() { removeLink(number) }
    }

    private mutating func removeLink(_ number: UInt32) {
        guard links.first?.link(number) != nil else { return }
        var record = ByteWriter(capacity: 32)
        ClientLink.begin(number, nil, ClientID(0), at: 0, in: &record)
        guard ClientRecordWriter.finish(from: 0, in: &record) else { return }
        put(link: record.bytes)
    }

    /// Puts a link in place, of an event or of a snapshot.
    mutating func put(link bytes: RawSpan) {
        if links.isEmpty { links.append(Links()) }
        if let hash = links[0].hash(bytes.littleEndianUInt32(at: 3)) { digest.remove(hash) }
        digest.add(bytes)
        links[0].put(link: bytes)
    }
}
