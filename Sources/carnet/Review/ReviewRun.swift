import CarnetClient
import CarnetWire

/// Goes through the proposed pairs of a tenant with the person at a terminal.
struct ReviewRun {
    /// So many pairs are fetched at once.
    static let pageCount = 100

    /// What a person wants to do next.
    enum Move {
        case next
        /// Look at the pair as it is now, and keep that one if it still is a pair.
        case again(keeping: UInt32)
        case end
    }

    let carnet: CarnetConnection
    let tenant: String
    /// Thousandths of a bit.
    let scoreMin: Int32
    let pairCountMax: Int
    let console: KeyConsole

    var queue = ReviewQueue()
    /// What is to be said with the next picture.
    var notes: [String] = []
    var events: AsyncStream<ConsoleEvent>.Iterator
    /// The signal that ended it.
    var signal: Int32?
    private var cursor: String?
    private var hasRoundBegun = false
    /// How many pairs the server says there are.
    private(set) var total = 0

    init(
        _ carnet: CarnetConnection,
        tenant: String,
        scoreMin: Int32,
        pairCountMax: Int,
        console: KeyConsole
    ) {
        self.carnet = carnet
        self.tenant = tenant
        self.scoreMin = scoreMin
        self.pairCountMax = pairCountMax
        self.console = console
        events = console.events.makeAsyncIterator()
    }

    /// Until there are no more pairs, or the person has had enough. Thrown is what ends it sooner.
    mutating func run() async throws {
        var pair = try await nextPair()
        var kept: UInt32?
        while true {
            guard let key = pair else {
                guard try await offerUndoAtEnd() else { return }
                pair = try await nextPair()
                continue
            }
            var move = Move.next
            if var view = try await look(at: key) {
                if kept == view.doubleNumber { view.exchange() }
                move = try await decide(on: &view)
            }
            kept = nil
            switch move {
            case .next: pair = try await nextPair()
            case .again(let number): kept = number
            case .end: return
            }
        }
    }

    // MARK: - Pairs

    /// The next pair of the queue, which is filled page by page and round by round.
    private mutating func nextPair() async throws -> PairKey? {
        while true {
            if queue.settledCount >= pairCountMax { return nil }
            if let pair = queue.next() { return pair }
            if hasRoundBegun, cursor == nil {
                guard queue.wantsAnotherRound else { return nil }
                hasRoundBegun = false
            }
            if !hasRoundBegun { queue.beginRound() }
            if total == 0 { console.write("looking for doubles in \(tenant)\n") }
            let page = try await readPage(after: cursor)
            if total == 0 { total = Int(page["total"]?.integer ?? 0) }
            if page["filling"]?.isYes ?? false {
                note("the server is still reading this list: there may be more later")
            }
            hasRoundBegun = true
            cursor = page["cursor"]?.string
            queue.add(Self.pairs(of: page))
        }
    }

    func readPage(after cursor: String?, count: Int = ReviewRun.pageCount) async throws -> JSONValue
    {
        var words = CommandWords("CLIENT.DUPLICATES", tenant)
        words.add("MIN", ScoreText.bits(scoreMin))
        words.add("LIMIT", count)
        words.add("AFTER", cursor)
        return try await carnet.ask(words.words)
    }

    static func pairs(of page: JSONValue) -> [PairKey] {
        (page["pairs"]?.elements ?? []).compactMap { DuplicatePair($0)?.key }
    }

    /// The pair as it is now; nil where it no longer is one, which is noted.
    private mutating func look(at key: PairKey) async throws -> PairView? {
        let (low, high) = (String(key.low), String(key.high))
        let replies = try await carnet.sendAll([
            ["CLIENT.GET", tenant, low], ["CLIENT.GET", tenant, high],
            ["CLIENT.COMPARE", tenant, low, high],
        ])
        guard replies.count == 3 else { return nil }
        switch try PairState(key, replies[0], replies[1], replies[2], scoreMin: scoreMin) {
        case .here(let view):
            queue.show()
            return view
        case .gone(let why):
            queue.leaveOut()
            note(why + ": passed over")
            return nil
        }
    }

    // MARK: - Words

    /// Says something with the next picture. Of many the last ones are shown.
    mutating func note(_ text: String, most: Int = 3) {
        notes.append(DisplayWidth.printable(text))
        if notes.count > most { notes.removeFirst(notes.count - most) }
    }

    var place: String {
        let number = queue.settledCount + 1
        return number <= total ? "pair \(number) of \(Quantity.count(total))" : "pair \(number)"
    }
}
