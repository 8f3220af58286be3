public import CarnetBytes

// RECEIPT AT REST. varint number, u8 kind, u8 flags (bit 0: the person asked, bit 1: by
// retention, bit 2: bookings and links are counted), varint milliseconds since
// 1970 and varint LSN of the event, varint length and name of the token, varint count and varint
// numbers of the clients, six varints of ``Erasure/Counts``, with bit 2 eight, u8 stage, varint milliseconds and
// varint LSN of the event that said it was complete (0 before)

/// The receipt of an erasure (R-SAL-21): what went, when, by whom, and whether it has left the data
/// folder. It names no person.
public struct Erasure: Hashable, Sendable {
    public enum Kind: UInt8, Hashable, Sendable {
        case erased = 1
        /// The person went, figures stay (R-CAL-40).
        case anonymized = 2

        public var name: StaticString {
            switch self {
            case .erased: "erase"
            case .anonymized: "anonymize"
            }
        }
    }

    /// How far the data folder has come.
    public enum Stage: UInt8, Hashable, Sendable, Comparable {
        /// Gone from memory; older files of the folder may hold it.
        case pending = 1
        /// A snapshot without the person stands; one with it may stand beside it.
        case snapshotTaken = 2
        /// No file of the folder is older than the erasure.
        case complete = 3

        public var name: StaticString {
            switch self {
            case .pending, .snapshotTaken: "pending"
            case .complete: "complete"
            }
        }

        public static func < (a: Stage, b: Stage) -> Bool { a.rawValue < b.rawValue }
    }

    /// What went, by kind.
    public struct Counts: Hashable, Sendable {
        /// Clients that were named.
        public var clients = 0
        /// Doubles that had been merged into them.
        public var doubles = 0
        /// Names and addresses that they had gone by.
        public var aliases = 0
        /// Merges whose words and values went; they can't be undone any more.
        public var merges = 0
        /// Words that two clients are two persons.
        public var pairs = 0
        /// Remembered replies to keyed commands.
        public var replies = 0
        /// Bookings whose words on the person went; their times and states stay. Nil in receipts of
        /// builds that did not count them.
        public var bookings: Int?
        /// Links to orders, subscriptions and vouchers; nil as above.
        public var links: Int?

        public init() {}
    }

    /// Dense from 1 in its tenant.
    public let number: UInt32
    public let kind: Kind
    public let isRequested: Bool
    /// Whether the tenant's setting `retention_months` asked for it, and nobody else.
    public let isByRetention: Bool
    /// When it was asked for, milliseconds since 1970, and where that stands in the log.
    public let milliseconds: UInt64
    public let lsn: LSN
    /// The token's name; empty for the machine's owner.
    public let by: [UInt8]
    /// All that were emptied, doubles included.
    public let clients: [ClientID]
    public let counts: Counts
    public internal(set) var stage = Stage.pending
    /// When the folder was found to hold nothing older, and where that stands in the log.
    public internal(set) var completeMilliseconds: UInt64 = 0
    public internal(set) var completeLSN = LSN.zero

    init(
        _ event: ErasureEvent,
        _ kind: Kind,
        _ counts: Counts,
        at milliseconds: UInt64,
        lsn: LSN
    ) {
        number = event.receipt
        self.kind = kind
        isRequested = event.isRequested
        isByRetention = event.isByRetention
        self.milliseconds = milliseconds
        self.lsn = lsn
        by = event.by
        clients = event.named + event.doubles
        self.counts = counts
    }

    /// Reads a receipt; nil where it makes no sense.
    init?(_ bytes: RawSpan) {
        var reader = ByteReader(bytes)
        guard let number = reader.varint(), number >= 1, number < UInt64(UInt32.max),
            let kind = reader.byte().flatMap({ Kind(rawValue: $0) }), let flags = reader.byte(),
            let milliseconds = reader.varint(), let lsn = reader.varint(),
            let by = reader.lengthPrefixedRange(),
            let count = reader.varint(), count <= UInt64(reader.remaining)
        else { return nil }
        self.number = UInt32(truncatingIfNeeded: number)
        self.kind = kind
        isRequested = flags & 1 != 0
        isByRetention = flags & 2 != 0
        self.milliseconds = milliseconds
        self.lsn = LSN(lsn)
        self.by = bytes.bytes(by).array()
        var clients: [ClientID] = []
        for _ in 0..<count {
            guard let id = MergeEvent.client(&reader) else { return nil }
            clients.append(id)
        }
        self.clients = clients
        guard let counts = Counts(&reader, withBookings: flags & 4 != 0) else { return nil }
        self.counts = counts
        guard let stage = reader.byte().flatMap({ Stage(rawValue: $0) }),
            let complete = reader.varint(), let completeLSN = reader.varint()
        else { return nil }
        self.stage = stage
        completeMilliseconds = complete
        self.completeLSN = LSN(completeLSN)
    }

    func append(to writer: inout ByteWriter) {
        writer.append(varint: UInt64(number))
        writer.append(kind.rawValue)
        writer.append(
            (isRequested ? 1 : 0) | (isByRetention ? 2 : 0) | (counts.isOfBookings ? 4 : 0)
        )
        writer.append(varint: milliseconds)
        writer.append(varint: lsn.value)
        writer.append(lengthPrefixed: unsafe by.span.bytes)
        writer.append(varint: UInt64(clients.count))
        for id in clients { writer.append(varint: UInt64(id.value)) }
        counts.append(to: &writer)
        writer.append(stage.rawValue)
        writer.append(varint: completeMilliseconds)
        writer.append(varint: completeLSN.value)
    }
}

extension Erasure.Counts {
    init?(_ reader: inout ByteReader, withBookings: Bool) {
        for path in Self.paths {
            guard let value = reader.varint() else { return nil }
            self[keyPath: path] = Int(clamping: value)
        }
        guard withBookings else { return }
        guard let bookings = reader.varint(), let links = reader.varint() else { return nil }
        self.bookings = Int(clamping: bookings)
        self.links = Int(clamping: links)
    }

    /// Whether bookings and links are counted, too.
    var isOfBookings: Bool { bookings != nil || links != nil }

    func append(to writer: inout ByteWriter) {
        for path in Self.paths { writer.append(varint: UInt64(self[keyPath: path])) }
        guard isOfBookings else { return }
        writer.append(varint: UInt64(bookings ?? 0))
        writer.append(varint: UInt64(links ?? 0))
    }

    private static var paths: [WritableKeyPath<Erasure.Counts, Int>] {
        [\.clients, \.doubles, \.aliases, \.merges, \.pairs, \.replies]
    }
}

extension ClientRecord {
    /// Tag of the field that says when the person was taken out of a record that stays: milliseconds
    /// since 1970 in as few little-endian bytes as it takes.
    static let anonymizedTag: UInt8 = 62

    /// When the person was taken out, milliseconds since 1970, or nil. O(fields).
    public var anonymizedMilliseconds: UInt64? {
        var cursor = fields
        while let (tag, range) = cursor.next(in: bytes) {
            if tag == Self.anonymizedTag { return integer(range) }
        }
        return nil
    }
}
