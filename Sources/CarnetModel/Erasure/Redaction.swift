public import CarnetBytes

/// Takes persons who were erased out of a tenant's events from before the erasure.
///
/// Every event stays an event of its kind as far as others rest on it: numbers given out, pairs of clients,
/// times and statuses of bookings. What was said of the person goes. Replies that were remembered and digests
/// become `redacted`, which changes nothing. So whoever folds the redacted events and forgets the erased
/// (``Tenant/forget(_:staging:)-(Erasure,_)``) has what the events that were would have come to. Redacting
/// twice is redacting once.
///
/// First ``learn(_:payload:lsn:)`` sees all there is, then ``redact(_:payload:milliseconds:lsn:into:)``
/// changes it: words of a booking go also from before the person came on it, and where they left it since.
public struct Redaction: Sendable {
    private struct Person: Sendable {
        /// Events up to here are about who was erased.
        var lsn: LSN
        /// R-CAL-40: the language of who was anonymized stays.
        var keepsLanguage: Bool
    }

    private let createdMilliseconds: UInt64
    private var persons: [UInt32: Person] = [:]
    private var counts: [UInt32: Erasure.Counts] = [:]
    /// The last of the erasures.
    public private(set) var lsn = LSN.zero
    /// Bookings, links and merges that the erased were on, up to when.
    private var bookings: [UInt32: LSN] = [:]
    private var links: [UInt32: LSN] = [:]
    private var merges: [UInt32: LSN] = [:]
    /// Who was merged with one of them and was erased by an earlier erasure.
    private var erasedBefore: Set<UInt32> = []
    /// Whether somebody who stays was once taken for one of them: what was said of the one may stand
    /// with the other, and no event tells which.
    public private(set) var isMixed = false

    /// Of erasures of a tenant that was created then; what its state says of them is still to be learnt.
    public init(createdMilliseconds: UInt64, _ erasures: [Erasure]) {
        self.createdMilliseconds = createdMilliseconds
        for erasure in erasures {
            counts[erasure.number] = erasure.counts
            lsn = max(lsn, erasure.lsn)
            for (index, id) in erasure.clients.enumerated() {
                let keeps = erasure.kind == .anonymized && index < erasure.counts.clients
                if let known = persons[id.value], known.lsn > erasure.lsn { continue }
                persons[id.value] = Person(lsn: erasure.lsn, keepsLanguage: keeps)
            }
        }
    }

    /// Of erasures of a tenant as it is now.
    public init(_ tenant: Tenant, _ erasures: [Erasure]) {
        self.init(createdMilliseconds: tenant.createdMilliseconds, erasures)
        learn(tenant)
    }

    /// All who were erased.
    public var clients: [ClientID] { persons.keys.sorted().map { ClientID($0) } }

    /// Whether an event of that time is of this tenant, and not of one before it with the same name.
    public func isOfTenant(milliseconds: UInt64) -> Bool { milliseconds >= createdMilliseconds }

    /// As above, of a state.
    public func isOfTenant(_ tenant: Tenant) -> Bool {
        tenant.createdMilliseconds == createdMilliseconds
    }

    // MARK: Learning

    /// Sees which bookings, links and merges of a state the erased are on. O(those).
    public mutating func learn(_ tenant: borrowing Tenant) { learn(tenant, of: clients) }

    /// As above, of some of them.
    public mutating func learn(_ tenant: borrowing Tenant, of clients: some Sequence<ClientID>) {
        for id in clients {
            guard let person = persons[id.value] else { continue }
            for booking in tenant.bookingNumbers(of: [id]) { note(&bookings, booking, person) }
            for link in tenant.linkNumbers(of: [id]) { note(&links, link, person) }
            for merge in tenant.merges(of: id) {
                note(&merges, merge, person)
                guard let row = tenant.mergeRow(merge) else { continue }
                for other in [row.survivor, row.double]
                where persons[other.value] == nil && tenant.status(of: other) == .erased {
                    erasedBefore.insert(other.value)
                }
                learnMerge(row.survivor, row.double)
            }
        }
    }

    /// Sees one event.
    public mutating func learn(_ kind: EventKind, payload: RawSpan, lsn: LSN) {
        switch kind {
        case .bookingAdded, .bookingChanged, .bookingLeft:
            guard let booking = BookingEvent(kind, payload) else { return }
            learnBooking(booking, payload, lsn)
        case .linkAdded:
            guard case .added(let number, let client, _) = LinkEvent.read(kind, payload)?.0,
                let person = person(client, lsn)
            else { return }
            note(&links, number, person)
        case .clientsMerged, .clientsUnmerged:
            guard let merge = MergeEvent(payload) else { return }
            guard let person = person(merge.survivor, lsn) ?? person(merge.double, lsn) else {
                return
            }
            note(&merges, merge.merge, person)
            learnMerge(merge.survivor, merge.double)
        default: return
        }
    }

    private mutating func learnMerge(_ survivor: ClientID, _ double: ClientID) {
        for id in [survivor, double]
        where persons[id.value] == nil && !erasedBefore.contains(id.value) {
            isMixed = true
        }
    }

    private mutating func learnBooking(_ booking: BookingEvent, _ payload: RawSpan, _ lsn: LSN) {
        if booking.client != ClientID(0), let person = person(booking.client, lsn) {
            note(&bookings, booking.id.value, person)
        }
        var cursor = FieldCursor(offset: booking.fieldsOffset)
        while let (tag, range) = cursor.next(in: payload) {
            guard tag == BookingField.with.rawValue || tag == EventTag.leaver else { continue }
            guard let person = Self.client(tag, payload.bytes(range)).flatMap({ person($0, lsn) })
            else { continue }
            note(&bookings, booking.id.value, person)
        }
    }

    private func note(_ table: inout [UInt32: LSN], _ number: UInt32, _ person: Person) {
        table[number] = max(table[number] ?? .zero, person.lsn)
    }

    private func person(_ id: ClientID, _ lsn: LSN) -> Person? {
        guard let person = persons[id.value], lsn <= person.lsn else { return nil }
        return person
    }

    // MARK: Redacting

    /// Writes what is left of an event to `writer` and answers its kind; nil, and nothing that counts is
    /// written, where it stays as it is.
    public func redact(
        _ kind: EventKind,
        payload: RawSpan,
        lsn: LSN,
        into writer: inout ByteWriter
    ) -> EventKind? {
        guard lsn <= self.lsn,
            let left = left(of: kind, payload, lsn, &writer)
        else { return nil }
        return left == kind && writer.bytes.isEqual(to: payload) ? nil : left
    }

    /// Whether an event tells more of the erased than that they were there.
    public func tells(_ kind: EventKind, payload: RawSpan, lsn: LSN) -> Bool {
        switch kind {
        case .digestNoted, .clientsErased, .clientsAnonymized: return false
        default:
            var left = ByteWriter(capacity: 256)
            return redact(kind, payload: payload, lsn: lsn, into: &left) != nil
        }
    }

    private func left(
        of kind: EventKind,
        _ payload: RawSpan,
        _ lsn: LSN,
        _ writer: inout ByteWriter
    ) -> EventKind? {
        switch kind {
        case .clientAdded, .clientChanged, .clientDeactivated, .clientReactivated, .newsletterSet,
            .clientBlocked, .clientUnblocked, .consentSet:
            return leftOfClient(payload, lsn, &writer) ? kind : nil
        case .clientsMerged, .clientsUnmerged:
            return leftOfMerge(payload, lsn, &writer) ? kind : nil
        case .bookingAdded, .bookingChanged, .bookingMoved, .bookingVerified, .bookingExpired,
            .bookingCancelled, .bookingNoShow, .bookingDone, .bookingLeft, .bookingCodeFailed:
            guard let booking = BookingEvent(kind, payload), stands(booking.id.value, bookings, lsn)
            else { return nil }
            Self.appendFields(payload, from: booking.fieldsOffset, to: &writer) { tag in
                tag < 64 ? BookingField.survivesErasure(tag) : Self.isNumeric(tag)
            }
            return kind
        case .linkAdded:
            guard case (.added(let number, _, _), let offset)? = LinkEvent.read(kind, payload),
                stands(number, links, lsn)
            else { return nil }
            Self.appendFields(payload, from: offset, to: &writer) { _ in false }
            return kind
        case .linkRemoved:
            guard case (.removed(let number), let offset)? = LinkEvent.read(kind, payload),
                stands(number, links, lsn)
            else { return nil }
            Self.appendFields(payload, from: offset, to: &writer) { _ in false }
            return kind
        case .replyRemembered: return tells(payload, lsn) ? .redacted : nil
        case .digestNoted: return .redacted
        case .clientsErased, .clientsAnonymized:
            return appendCounted(payload, &writer) ? kind : nil
        default: return nil
        }
    }

    private func stands(_ number: UInt32, _ table: [UInt32: LSN], _ lsn: LSN) -> Bool {
        table[number].map { lsn <= $0 } ?? false
    }

    private func leftOfClient(_ payload: RawSpan, _ lsn: LSN, _ writer: inout ByteWriter) -> Bool {
        var reader = ByteReader(payload)
        guard let number = reader.varint(), number <= UInt64(Tenant.clientCountMax),
            let person = person(ClientID(UInt32(truncatingIfNeeded: number)), lsn)
        else { return false }
        Self.appendFields(payload, from: reader.offset, to: &writer) { tag in
            tag < 64
                ? person.keepsLanguage && tag == ClientField.language.rawValue
                : Self.isNumeric(tag)
        }
        return true
    }

    /// What becomes of each of the two stays, as far as it is no field.
    private func leftOfMerge(_ payload: RawSpan, _ lsn: LSN, _ writer: inout ByteWriter) -> Bool {
        guard let merge = MergeEvent(payload),
            person(merge.survivor, lsn) != nil || person(merge.double, lsn) != nil
        else { return false }
        writer.append(payload.bytes(0..<merge.fieldsOffset))
        var cursor = FieldCursor(offset: merge.fieldsOffset)
        while let (tag, range) = cursor.next(in: payload) {
            guard tag == EventTag.effect, let effect = ClientEffect(payload.bytes(range)) else {
                continue
            }
            var bytes = ByteWriter(capacity: 64)
            let keeps = person(effect.id, lsn)?.keepsLanguage ?? false
            Self.appendFields(payload.bytes(range), from: effect.fieldsOffset, to: &bytes) { tag in
                keeps && tag == ClientField.language.rawValue
            }
            ClientRecordWriter.append(tag: tag, bytes.bytes, to: &writer)
        }
        return true
    }

    private func tells(_ payload: RawSpan, _ lsn: LSN) -> Bool {
        guard let reply = RememberedReplies.read(payload, lsn: lsn)?.reply else { return false }
        switch reply.subject {
        case .client(let number): return person(ClientID(number), lsn) != nil
        case .merge(let number): return stands(number, merges, lsn)
        case .booking(let number): return stands(number, bookings, lsn)
        case .link(let number): return stands(number, links, lsn)
        case nil: return false
        }
    }

    /// The receipt says what went; the events before don't tell that any more.
    private func appendCounted(_ payload: RawSpan, _ writer: inout ByteWriter) -> Bool {
        guard let event = ErasureEvent(payload), event.counts == nil,
            let counts = counts[event.receipt]
        else { return false }
        writer.append(payload)
        counts.append(to: &writer)
        return true
    }

    // MARK: Fields

    /// Tags of events that hold numbers alone, or nothing.
    private static func isNumeric(_ tag: UInt8) -> Bool {
        switch tag {
        case EventTag.wavedAsideNumbers, EventTag.wavedAside, EventTag.leaver, EventTag.quiet,
            EventTag.origin:
            true
        default: false
        }
    }

    /// Appends all of a payload but the fields that `stays` does not pick.
    private static func appendFields(
        _ payload: RawSpan,
        from offset: Int,
        to writer: inout ByteWriter,
        _ stays: (UInt8) -> Bool
    ) {
        writer.append(payload.bytes(0..<offset))
        var cursor = FieldCursor(offset: offset)
        while let (tag, range) = cursor.next(in: payload) {
            guard stays(tag) else { continue }
            writer.append(tag)
            writer.append(lengthPrefixed: payload.bytes(range))
        }
    }

    private static func client(_ tag: UInt8, _ value: RawSpan) -> ClientID? {
        guard tag == EventTag.leaver else {
            return ClientID(UInt32(truncatingIfNeeded: value.shortInteger(0..<value.byteCount)))
        }
        var reader = ByteReader(value)
        return MergeEvent.client(&reader)
    }
}
