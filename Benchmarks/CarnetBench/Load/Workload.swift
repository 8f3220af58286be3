import ArgumentParser
import CarnetBytes
import CarnetEngine
import CarnetModel
import Synchronization

/// What a run asks for.
enum Mix: String, CaseIterable, ExpressibleByArgument, Sendable {
    /// PING: what the machine and the generator allow.
    case ping
    /// CLIENT.ADD of the whole data set, once, with ANYWAY.
    case ingest
    /// CLIENT.ADD of further people, each checked for doubles, for as long as the run lasts.
    case add
    /// The same with ANYWAY: what is left of an add without that check.
    case addAnyway = "add-anyway"
    /// CLIENT.GET by number, all clients alike.
    case get
    /// CLIENT.SEARCH for the first three letters of a name that the venue has, LIMIT 20.
    case search
    /// CLIENT.SEARCH for a word of a name that the venue has, with one letter wrong, LIMIT 20.
    case typo
    /// CLIENT.DUPLICATES of one client by number.
    case duplicates
    /// CLIENT.SET of one text field.
    case set
    /// 70 get, 20 search, 5 set and 5 add of 100.
    case mixed
    /// BOOKING.ADD for any client, over the last ten months and the next two.
    case book
    /// CLIENT.GET and BOOKING.LIST of one client in turns: what the list costs beside the client.
    case clientBookings = "client-bookings"
    /// What a venue's evening asks for: 70 of 100 read clients, 20 change bookings, 10 change clients.
    case evening

    /// Whether clients are found by what they are called or like, or bookings stand behind it, which
    /// a peer of hashes can't do.
    var needsCarnet: Bool {
        switch self {
        case .search, .typo, .duplicates, .mixed: true
        case .ping, .ingest, .add, .addAnyway, .get, .set: false
        case .book, .clientBookings, .evening: true
        }
    }

    /// Whether it asks for bookings that are already there.
    var readsBookings: Bool { self == .clientBookings || self == .evening }

    /// Whether it can be run on an engine in this process.
    var runsInProcess: Bool { self != .book && !readsBookings }

    /// Whether clients are added without any check for doubles: who loads a list wants all of it.
    var addsAnyway: Bool { self == .ingest || self == .addAnyway }
}

/// One kind of request; the figures are kept for each.
enum Operation: Int, CaseIterable, Sendable {
    case ping
    case add
    case get
    case search
    case duplicates
    case set
    case newsletter
    case tag
    case bookingAdd
    case bookingMove
    case bookingCancel
    case bookingDone
    case bookingNoShow
    case bookingList

    var name: String {
        switch self {
        case .ping: "ping"
        case .add: "add"
        case .get: "get"
        case .search: "search"
        case .duplicates: "duplicates"
        case .set: "set"
        case .newsletter: "newsletter"
        case .tag: "tag"
        case .bookingAdd: "booking-add"
        case .bookingMove: "booking-move"
        case .bookingCancel: "booking-cancel"
        case .bookingDone: "booking-done"
        case .bookingNoShow: "booking-noshow"
        case .bookingList: "booking-list"
        }
    }
}

/// Whom a run speaks to.
enum Dialect: Sendable {
    case carnet
    /// A peer that keeps clients as hashes under `tenant:number`.
    case redis
}

/// Numbers of people whom no venue has yet; counted on by all threads and runs of the process.
final class FreshPeople: Sendable {
    private let next: Atomic<Int>

    init(from start: Int) { next = Atomic(start) }

    func take() -> Int { next.wrappingAdd(1, ordering: .relaxed).oldValue }
}

/// What all threads of a run share.
struct WorkloadPlan: Sendable {
    var mix: Mix
    var dialect: Dialect
    let dataset: Dataset
    let fresh: FreshPeople
    /// The venue that searches go to; nil spreads them over all clients' venues.
    var searchVenue: Int? = 0
    /// The venue that clients are asked for in; nil for all of them.
    var clientVenue: Int?
    var seed: UInt64 = 1
    /// Bookings that stand, for the mixes that change them.
    var bookings: [PooledBooking] = []
    /// When the run is prepared, in milliseconds since 1970; starts of bookings are drawn around it.
    var milliseconds: UInt64 = 0
}

/// One request, drawn and not yet encoded. Ranges are of the workload's `text`.
enum Request {
    case ping
    /// The words of the person stand in the workload's `words`.
    case add(venue: Int, index: Int)
    case get(venue: Int, number: Int)
    case search(venue: Int, prefix: Range<Int>)
    case duplicates(venue: Int, number: Int)
    case set(venue: Int, number: Int, company: Range<Int>)
    case newsletter(venue: Int, number: Int, isOn: Bool)
    case tag(venue: Int, number: Int)
    /// Its booking has no number yet; the people who come are as many as `seats`.
    case bookingAdd(PooledBooking, client: Int, start: Range<Int>, seats: Int)
    case bookingMove(PooledBooking, start: Range<Int>)
    case bookingStep(BookingChange, PooledBooking)
    case bookingList(venue: Int, number: Int)

    var operation: Operation {
        switch self {
        case .ping: .ping
        case .add: .add
        case .get: .get
        case .search: .search
        case .duplicates: .duplicates
        case .set: .set
        case .newsletter: .newsletter
        case .tag: .tag
        case .bookingAdd: .bookingAdd
        case .bookingMove: .bookingMove
        case .bookingStep(let change, _): change.operation
        case .bookingList: .bookingList
        }
    }

    /// The booking that it makes or changes.
    var booking: PooledBooking? {
        switch self {
        case .bookingAdd(let booking, _, _, _), .bookingMove(let booking, _),
            .bookingStep(_, let booking):
            booking
        case .ping, .add, .get, .search, .duplicates, .set, .newsletter, .tag, .bookingList: nil
        }
    }
}

/// The requests of one thread, drawn one after the other.
struct Workload: ~Copyable {
    /// What the last request's ranges and words are of.
    private(set) var text = ByteWriter(capacity: 1024)
    private(set) var words = WordRanges()
    /// The bookings that this thread may change.
    var pool: BookingPool
    private var isListNext = false
    let plan: WorkloadPlan
    var random: SampleRandom
    private var blocks: [Dataset.Block] = []
    private var blockIndex = 0
    private var clientIndex = 0

    init(_ plan: WorkloadPlan, thread: Int, of threadCount: Int) {
        self.plan = plan
        random = SampleRandom(seed: plan.seed, index: UInt64(thread))
        pool = BookingPool(plan.bookings, thread: thread, of: threadCount)
        guard plan.mix == .ingest else { return }
        let all = plan.dataset.blocks(seed: plan.seed)
        blocks = stride(from: thread, to: all.count, by: threadCount).map { all[$0] }
        clientIndex = blocks.first?.clients.lowerBound ?? 0
    }

    var dataset: Dataset { plan.dataset }

    var dialect: Dialect { plan.dialect }

    var mix: Mix { plan.mix }

    /// The next request; nil when all are done.
    mutating func next() -> Request? {
        switch plan.mix {
        case .ping: return .ping
        case .ingest: return nextOfIngest()
        case .add, .addAnyway: return nextAdd()
        case .get: return nextGet()
        case .search: return nextSearch()
        case .typo: return nextTypo()
        case .duplicates:
            let client = drawClient()
            return .duplicates(venue: client.venue, number: client.number)
        case .set: return nextSet()
        case .mixed:
            switch random.below(100) {
            case ..<70: return nextGet()
            case ..<90: return nextSearch()
            case ..<95: return nextSet()
            default: return nextAdd()
            }
        case .book:
            let when: BookingTime = random.below(12) < 10 ? .past : .ahead
            return nextBooking(when)
        case .clientBookings:
            defer { isListNext.toggle() }
            let client = drawClient()
            return isListNext
                ? .bookingList(venue: client.venue, number: client.number)
                : .get(venue: client.venue, number: client.number)
        case .evening: return nextOfEvening()
        }
    }

    /// Writes the start of a booking into `text`, alone.
    mutating func write(start milliseconds: UInt64) -> Range<Int> {
        text.removeAll()
        Timestamp(millisecondsSinceEpoch: milliseconds).append(to: &text)
        return 0..<text.byteCount
    }

    private mutating func nextOfIngest() -> Request? {
        guard blockIndex < blocks.count else { return nil }
        let block = blocks[blockIndex]
        let index = clientIndex
        draw(block.venue, index)
        clientIndex += 1
        if clientIndex == block.clients.upperBound {
            blockIndex += 1
            if blockIndex < blocks.count { clientIndex = blocks[blockIndex].clients.lowerBound }
        }
        return .add(venue: block.venue, index: index)
    }

    mutating func nextAdd() -> Request {
        let venue = plan.dataset.drawClient(&random).venue
        let index = plan.dataset.venues[venue].clientCount + plan.fresh.take()
        draw(venue, index)
        return .add(venue: venue, index: index)
    }

    mutating func nextGet() -> Request {
        let client = drawClient()
        return .get(venue: client.venue, number: client.number)
    }

    mutating func drawClient() -> (venue: Int, number: Int) {
        guard let venue = plan.clientVenue else { return plan.dataset.drawClient(&random) }
        return (venue, random.below(plan.dataset.venues[venue].clientCount) + 1)
    }

    mutating func nextSet() -> Request {
        let client = plan.dataset.drawClient(&random)
        draw(client.venue, random.below(1 << 20))
        let company = words[Self.lastNameWord]
        return .set(venue: client.venue, number: client.number, company: company)
    }

    mutating func nextSearch() -> Request {
        let venue = plan.searchVenue ?? plan.dataset.drawClient(&random).venue
        draw(venue, random.below(plan.dataset.venues[venue].clientCount))
        let name = words[random.happens(700) ? Self.lastNameWord : Self.firstNameWord]
        var dice = SampleRandom(seed: random.next())
        return .search(venue: venue, prefix: Self.prefix(of: name, in: text.bytes, &dice))
    }

    private mutating func nextTypo() -> Request {
        let venue = plan.searchVenue ?? plan.dataset.drawClient(&random).venue
        while true {
            draw(venue, random.below(plan.dataset.venues[venue].clientCount))
            let name = words[random.happens(700) ? Self.lastNameWord : Self.firstNameWord]
            let letters = TypoMaker.longestWord(of: name, in: text.bytes)
            guard letters.count >= TypoMaker.letterCountMin else { continue }
            let start = text.byteCount
            TypoMaker.append(letters, in: &text, &random)
            return .search(venue: venue, prefix: start..<text.byteCount)
        }
    }

    /// Puts a person's words into `words`.
    private mutating func draw(_ venue: Int, _ index: Int) {
        text.removeAll()
        words.removeAll()
        plan.dataset.venues[venue].people.append(index, to: &text, words: &words)
    }

    private static let firstNameWord = 1
    private static let lastNameWord = 3

    /// The first three letters of one of the name's words that has as many, else of the whole name,
    /// as far as it goes.
    static func prefix(
        of name: Range<Int>,
        in bytes: RawSpan,
        _ random: inout SampleRandom
    ) -> Range<Int> {
        var best = name.lowerBound..<letters(from: name.lowerBound, in: bytes, upTo: name).end
        var seen = 0
        var start = name.lowerBound
        while start < name.upperBound {
            let (end, count) = letters(from: start, in: bytes, upTo: name)
            if count == 3 {
                seen += 1
                if random.below(seen) == 0 { best = start..<end }
            }
            start = end
            while start < name.upperBound, !isSeparator(bytes.byte(at: start)) { start += 1 }
            while start < name.upperBound, isSeparator(bytes.byte(at: start)) { start += 1 }
        }
        return best
    }

    /// Up to three letters from `start`, stopping at a separator.
    private static func letters(
        from start: Int,
        in bytes: RawSpan,
        upTo name: Range<Int>
    ) -> (end: Int, count: Int) {
        var end = start
        var count = 0
        while end < name.upperBound {
            let byte = bytes.byte(at: end)
            if isSeparator(byte) { break }
            if byte & 0xC0 != 0x80 {
                if count == 3 { break }
                count += 1
            }
            end += 1
        }
        return (end, count)
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
    }
}
