import CarnetBytes
public import CarnetModel

/// Which clients a list or a count is about: those that pass every condition.
public struct ClientFilter: Sendable {
    /// What a client said about messages of a purpose, or what holds where nobody has asked.
    public struct Consent: Hashable, Sendable {
        public let purpose: ConsentPurpose
        public let isWanted: Bool
        /// What the tenant's settings say of clients that were never asked.
        public let unasked: Bool

        public init(_ purpose: ConsentPurpose, isWanted: Bool, unasked: Bool) {
            self.purpose = purpose
            self.isWanted = isWanted
            self.unasked = unasked
        }
    }

    /// A field of the tenant's own and what it may hold, as ``CustomText`` writes it: of several
    /// values any.
    public struct Custom: Hashable, Sendable {
        public let name: [UInt8]
        public var values: [[UInt8]]

        public init(name: [UInt8], values: [[UInt8]]) {
            self.name = name
            self.values = values
        }
    }

    /// One of these; empty for clients of any status.
    public var statuses: [ClientStatus] = [.active] {
        didSet { statusBits = Self.bits(statuses) }
    }
    private var statusBits = Self.bits([.active])
    /// Tags that a client must all have, as bytes.
    public var tags: [[UInt8]] = []
    /// Of these languages one, in any case; `nl` lets `nl-BE` through.
    public var languages: [[UInt8]] = []
    /// Of these sources one, byte for byte.
    public var sources: [[UInt8]] = []
    public var newsletter: Bool?
    /// The tags of fields that must be present, as bits.
    public var has: UInt64 = 0
    /// Names, without `x.`, of fields of the tenant's own that must be present.
    public var hasCustoms: [[UInt8]] = []
    /// Each of these.
    public var customs: [Custom] = []
    /// Each of these.
    public var consents: [Consent] = []
    /// Whether a block holds at ``now``.
    public var isBlocked: Bool?
    /// Milliseconds since 1970, for what ends by itself.
    public var now: UInt64 = 0
    /// Created at or after, and before; milliseconds since 1970.
    public var from: UInt64?
    public var to: UInt64?
    /// At least so many missed bookings.
    public var noShowsMin: UInt32?
    /// The last booking began at or after, and before; milliseconds since 1970. Who has had none
    /// does not pass where either is asked for.
    public var lastFrom: UInt64?
    public var lastTo: UInt64?
    /// What the clients' bookings come to; nil where there was never one.
    public var ledger: BookingLedger?

    public init() {}

    private static func bits(_ statuses: [ClientStatus]) -> UInt8 {
        statuses.isEmpty ? .max : statuses.reduce(0) { $0 | 1 << $1.rawValue }
    }

    /// The status that is all it asks for, or nil.
    var soleStatus: ClientStatus? {
        guard asksNoField, !asksExtras, !asksBookings, from == nil, to == nil, statuses.count == 1
        else {
            return nil
        }
        return statuses[0]
    }

    private var asksNoField: Bool {
        tags.isEmpty && languages.isEmpty && sources.isEmpty && newsletter == nil && has == 0
    }

    private var asksBookings: Bool { noShowsMin != nil || lastFrom != nil || lastTo != nil }

    private var asksExtras: Bool {
        !(hasCustoms.isEmpty && customs.isEmpty && consents.isEmpty) || isBlocked != nil
    }

    /// Whether the client passes. O(fields).
    func passes(_ record: borrowing ClientRecord) -> Bool {
        guard statusBits & (1 << record.status.rawValue) != 0 else { return false }
        if let from, record.createdMilliseconds < from { return false }
        if let to, record.createdMilliseconds >= to { return false }
        guard asksNoField || passesFields(record) else { return false }
        guard !asksExtras || passesExtras(record) else { return false }
        return !asksBookings || passesBookings(record.id)
    }

    private func passesBookings(_ id: ClientID) -> Bool {
        let figures = ledger?.figures(of: id, at: now) ?? .none
        if let noShowsMin, figures.noShows < noShowsMin { return false }
        guard lastFrom != nil || lastTo != nil else { return true }
        guard let last = figures.last else { return false }
        if let lastFrom, last.milliseconds < lastFrom { return false }
        if let lastTo, last.milliseconds >= lastTo { return false }
        return true
    }

    private func passesFields(_ record: borrowing ClientRecord) -> Bool {
        var present: UInt64 = 0
        var tagsFound = 0
        var cursor = record.fields
        while let (tag, range) = cursor.next(in: record.bytes) {
            if tag < 64 { present |= 1 << UInt64(tag) }
            switch ClientField(rawValue: tag) {
            case .language? where !languages.isEmpty:
                let spoken = record.bytes.bytes(range)
                guard languages.contains(where: { Self.speaks(spoken, $0) }) else { return false }
            case .source? where !sources.isEmpty:
                let source = record.bytes.bytes(range)
                let fits = sources.contains { unsafe source.isEqual(to: $0.span.bytes) }
                guard fits else { return false }
            case .newsletter?:
                let said = record.bytes.shortInteger(range) == 1
                if let newsletter, said != newsletter { return false }
            case .tags?:
                for wanted in tags
                where unsafe record.bytes.bytes(range).isEqual(to: wanted.span.bytes) {
                    tagsFound &+= 1
                }
            default:
                continue
            }
        }
        if !languages.isEmpty, present & ClientField.language.bit == 0 { return false }
        if !sources.isEmpty, present & ClientField.source.bit == 0 { return false }
        // Who has never been asked does not want the newsletter.
        if newsletter == true, present & ClientField.newsletter.bit == 0 { return false }
        return tagsFound == tags.count && present & has == has
    }

    private func passesExtras(_ record: borrowing ClientRecord) -> Bool {
        if let isBlocked, record.isBlocked(atMilliseconds: now) != isBlocked { return false }
        for consent in consents {
            let said = record.consent(to: consent.purpose) ?? consent.unasked
            if said != consent.isWanted { return false }
        }
        for name in hasCustoms {
            guard record.custom(unsafe name.span.bytes) != nil else { return false }
        }
        for custom in customs {
            guard let value = record.custom(unsafe custom.name.span.bytes) else { return false }
            var fits = false
            for wanted in custom.values {
                guard let wanted = unsafe CustomValue(wanted.span.bytes) else { continue }
                if value.order(before: wanted) == 0 { fits = true }
            }
            guard fits else { return false }
        }
        return true
    }

    private static func speaks(_ language: RawSpan, _ wanted: [UInt8]) -> Bool {
        guard language.byteCount >= wanted.count else { return false }
        for index in 0..<wanted.count
        where language.byte(at: index) | 0x20 != wanted[index] | 0x20 {
            return false
        }
        return language.byteCount == wanted.count
            || language.byte(at: wanted.count) == UInt8(ascii: "-")
    }
}
