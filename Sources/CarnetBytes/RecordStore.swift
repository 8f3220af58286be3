// RECORD AT REST, FORMAT 1. Little-endian. What every record begins with, whatever it holds:
//    0  u16  length of the record in bytes, these included; 7 to 65,535
//    2  u8   flags: bit 0 is set when the record no longer counts; the others are its kind's
//    3  u32  number of the record in its tenant, from 1
//    7  …    the kind's own fields
// Records follow one another in a page without gaps, so a page can be walked without its table.

/// The records of one kind of one tenant: bytes in pages, found by number through a slot table.
///
/// Pages grow with the tenant, from 512 bytes to 64 KiB, so that a venue of ten people stays small.
/// A changed record goes to the end and leaves a dead one; a page that is mostly dead is emptied
/// and given back, at most one page's records at a time. A record costs four bytes in the table.
public struct RecordStore: Sendable {
    /// The smallest and the largest page, in bytes.
    public static let pageByteCountMin = 512
    /// The longest record, in bytes.
    public static let recordByteCountMax = 65_535
    /// The most pages a store has, as many as a location can name. 4 GiB of records.
    public static let pageCountMax = 65_535
    /// Bytes that every record begins with.
    public static let headerByteCount = 7
    public static let deadFlag: UInt8 = 1

    static let absent = UInt32.max

    // What a reader of a record needs stands first, in one line of memory.
    private var pages: [Page] = []
    /// Where record `number` stands: page index in the upper half, offset in the lower.
    private var locations: [UInt32] = []
    /// The largest number that was ever given a place: how many `locations` there are.
    public private(set) var numberMax: UInt32 = 0
    /// Pages that were emptied and whose places may be used again.
    private var vacant: [UInt16] = []
    /// How many records count.
    public private(set) var count = 0
    /// Bytes of the records that count.
    public private(set) var liveByteCount = 0
    /// Bytes that the pages take.
    public private(set) var pageByteCount = 0
    /// Where the next record goes.
    private var tail = -1

    public init() {}

    /// Bytes taken by pages and table.
    public var byteCount: Int { pageByteCount &+ locations.capacity &* 4 }

    public func contains(_ number: UInt32) -> Bool {
        number >= 1 && number <= numberMax && location(number) != Self.absent
    }

    /// Where a record of 1 to `numberMax` stands. The table's own head is not read.
    private func location(_ number: UInt32) -> UInt32 {
        unsafe locations.span[unchecked: Int(number) &- 1]
    }

    /// The record's bytes, or nil when there is none of that number. O(1).
    @_lifetime(borrow self)
    public func record(_ number: UInt32) -> RawSpan? {
        guard number >= 1, number <= numberMax else { return nil }
        let location = location(number)
        guard location != Self.absent else { return nil }
        return span(at: location)
    }

    /// The record's bytes to `body`; nil when there is none of that number. O(1).
    ///
    /// Mutating only in name: an access of one's own spares the copy that a reader gets of a store
    /// that lives in an object, three references for each record.
    @inlinable @inline(__always)
    public mutating func withRecord<R>(_ number: UInt32, _ body: (RawSpan) -> R) -> R? {
        guard let record = record(number) else { return nil }
        return body(record)
    }

    /// Whether `byteCount` more bytes find a place.
    public func hasRoom(for byteCount: Int) -> Bool {
        byteCount <= Self.recordByteCountMax && (pages.count < Self.pageCountMax || !vacant.isEmpty)
    }

    /// Stores a record under its number, in place of the one that stood there. Its length must be
    /// that of the span and its dead flag clear. Amortized O(length).
    public mutating func put(_ record: RawSpan) {
        precondition(record.byteCount >= Self.headerByteCount)
        precondition(Int(record.littleEndianUInt16(at: 0)) == record.byteCount)
        let number = record.littleEndianUInt32(at: 3)
        precondition(number >= 1)
        while numberMax < number {
            locations.append(Self.absent)
            numberMax &+= 1
        }
        let old = locations[Int(number) &- 1]
        if old != Self.absent, overwrite(record, at: old) { return }
        locations[Int(number) &- 1] = append(record)
        liveByteCount &+= record.byteCount
        count &+= 1
        if old != Self.absent { bury(old) }
    }

    /// Takes the record out; its number stays used. False when there was none.
    @discardableResult
    public mutating func remove(_ number: UInt32) -> Bool {
        guard contains(number) else { return false }
        let old = locations[Int(number) &- 1]
        locations[Int(number) &- 1] = Self.absent
        bury(old)
        return true
    }

    /// Makes room in the table for records up to `number`, as when a snapshot is loaded.
    public mutating func reserve(numberMax number: UInt32) {
        locations.reserveCapacity(Int(number))
    }

    /// The pages as they are now, for a reader on another thread. O(1); the next write to each
    /// page copies that page.
    public func view() -> RecordPages { RecordPages(pages: pages, locations: locations) }

    @_lifetime(borrow self)
    private func span(at location: UInt32) -> RawSpan {
        let page = pages[Int(location >> 16)]
        let span = page.record(at: Int(location & 0xFFFF))
        return unsafe _overrideLifetime(span, borrowing: self)
    }

    /// The page at `index`, ours alone from here on.
    private mutating func ownPage(_ index: Int) -> Page {
        pages[index].own()
        return pages[index]
    }

    private mutating func append(_ record: RawSpan) -> UInt32 {
        if tail < 0 || pages[tail].room < record.byteCount { addPage(for: record.byteCount) }
        let offset = ownPage(tail).append(record)
        return UInt32(tail) << 16 | UInt32(offset)
    }

    private mutating func addPage(for byteCount: Int) {
        let wanted = min(Page.byteCountMax, max(Self.pageByteCountMin, pageByteCount))
        let page = Page(size: max(wanted, byteCount))
        pageByteCount &+= page.size
        if let index = vacant.popLast() {
            pages[Int(index)] = page
            tail = Int(index)
        } else {
            precondition(pages.count < Self.pageCountMax)
            pages.append(page)
            tail = pages.count &- 1
        }
    }

    /// Replaces a record by one of the same length where it stands.
    private mutating func overwrite(_ record: RawSpan, at location: UInt32) -> Bool {
        let index = Int(location >> 16)
        let offset = Int(location & 0xFFFF)
        guard pages[index].uint16(at: offset) == record.byteCount else { return false }
        ownPage(index).overwrite(at: offset, with: record)
        return true
    }

    /// Marks the record at `location` dead and gives its page back once little lives there.
    private mutating func bury(_ location: UInt32) {
        let index = Int(location >> 16)
        let offset = Int(location & 0xFFFF)
        let page = ownPage(index)
        let length = page.uint16(at: offset)
        page.set(page.slice(at: offset, count: length).byte(at: 2) | Self.deadFlag, at: offset &+ 2)
        page.live &-= length
        liveByteCount &-= length
        count &-= 1
        if index != tail, page.live < page.used / 2 { vacate(index) }
    }

    /// Moves what lives on the page to the end. O(page).
    private mutating func vacate(_ index: Int) {
        let page = pages[index]
        var offset = 0
        while offset < page.used {
            let length = page.uint16(at: offset)
            let record = page.slice(at: offset, count: length)
            if record.byte(at: 2) & Self.deadFlag == 0 {
                let number = record.littleEndianUInt32(at: 3)
                locations[Int(number) &- 1] = append(record)
            }
            offset &+= length
        }
        pageByteCount &-= page.size
        pages[index] = Page(size: 0)
        vacant.append(UInt16(index))
    }
}

/// The records of a store as they were at one moment. Any thread may read it.
public struct RecordPages: Sendable {
    private let pages: [Page]
    private let locations: [UInt32]

    init(pages: [Page], locations: [UInt32]) {
        self.pages = pages
        self.locations = locations
    }

    public var pageCount: Int { pages.count }
    public var numberMax: UInt32 { UInt32(locations.count) }

    /// The record of that number, or nil. O(1).
    @_lifetime(borrow self)
    public func record(_ number: UInt32) -> RawSpan? {
        guard number >= 1, number <= numberMax else { return nil }
        let location = locations[Int(number) &- 1]
        guard location != RecordStore.absent else { return nil }
        let page = pages[Int(location >> 16)]
        let span = page.record(at: Int(location & 0xFFFF))
        return unsafe _overrideLifetime(span, borrowing: self)
    }

    /// Appends the records of one page that count to `writer`, one behind the other, and answers
    /// how many they are. O(page).
    public func appendRecords(ofPage index: Int, to writer: inout ByteWriter) -> Int {
        let page = pages[index]
        var count = 0
        var offset = 0
        while offset < page.used {
            let length = page.uint16(at: offset)
            let record = page.slice(at: offset, count: length)
            if record.byte(at: 2) & RecordStore.deadFlag == 0 {
                writer.append(record)
                count &+= 1
            }
            offset &+= length
        }
        return count
    }
}
