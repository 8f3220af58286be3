import CarnetTestKit

/// One connection that books for its own clients, changes these bookings, and merges and parts the
/// clients, in pipelines until the server is gone.
struct BookingWorker {
    /// What a command's reply is about.
    private enum Asked {
        case add(Int)
        case change(Int, start: String?)
        case merge(double: Int)
        case unmerge(Int)
        case figures
    }

    private let tenant: String
    private let index: Int
    private let connection: Connection
    private let progress: LoadProgress
    private var random: SeededRandom
    private var batch: [UInt8] = []
    private var asked: [Asked] = []
    private(set) var diary: BookingDiary

    init(
        _ tenant: String,
        index: Int,
        seed: UInt64,
        connection: Connection,
        progress: LoadProgress,
        diary: BookingDiary
    ) {
        self.tenant = tenant
        self.index = index
        self.connection = connection
        self.progress = progress
        self.diary = diary
        random = SeededRandom(seed: seed &+ UInt64(index) &* 7_919)
    }

    /// Sends and reads until the connection ends.
    mutating func run() {
        do {
            if index.isMultiple(of: 2) { try connection.call("HELLO", "3") }
            while true {
                compose()
                try connection.send(batch)
                for item in asked { take(try connection.reply(), item) }
            }
        } catch is SocketError {
            return
        } catch {
            diary.faults.append("\(error)")
        }
    }

    private mutating func compose() {
        batch.removeAll(keepingCapacity: true)
        asked.removeAll(keepingCapacity: true)
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            switch Int.random(in: 0..<20, using: &random) {
            case 0..<7: add()
            case 7..<15: change()
            case 15..<17: merge()
            case 17: unmerge()
            default: send(["CLIENT.GET", tenant, "\(client())"], .figures)
            }
        }
    }

    private mutating func send(_ words: [String], _ item: Asked) {
        batch += Connection.encode(words)
        asked.append(item)
    }

    private mutating func client() -> Int { diary.clients.randomElement(using: &random) ?? 1 }

    /// A moment or a day of years that are past, or far ahead.
    private mutating func drawStart() -> String {
        let year = Bool.random(using: &random) ? 2_001 : 2_091
        let month = Int.random(in: 10...12, using: &random)
        let day =
            "\(year + Int.random(in: 0...8, using: &random))-\(month)"
            + "-\(Int.random(in: 10...28, using: &random))"
        guard Int.random(in: 0..<4, using: &random) > 0 else { return day }
        return day + "T\(Int.random(in: 10...22, using: &random)):30:00Z"
    }

    private mutating func add() {
        let number = diary.bookings.count
        let reference = "w\(index)-\(number)-\(UInt32.random(in: 0 ... .max, using: &random))"
        let start = drawStart()
        var words = ["BOOKING.ADD", tenant, "\(client())", "START", start, "EXTERNAL", reference]
        if Int.random(in: 0..<4, using: &random) == 0 { words += ["WITH", "\(client())"] }
        words += ["KEY", "add-\(reference)"]
        var booking = BookingDiary.Booking(reference: reference, words: words)
        booking.start = start
        diary.bookings.append(booking)
        send(words, .add(number))
    }

    private mutating func change() {
        guard let place = diary.bookings.indices.randomElement(using: &random),
            let id = diary.bookings[place].id
        else { return add() }
        diary.bookings[place].openCount += 1
        let choice = Int.random(in: 0..<8, using: &random)
        if choice < 3 {
            let start = drawStart()
            let words = ["BOOKING.MOVE", tenant, "\(id)", "START", start]
            return send(words, .change(place, start: start))
        }
        let commands = ["BOOKING.CANCEL", "BOOKING.NOSHOW", "BOOKING.DONE", "BOOKING.DONE"]
        var words = [commands[choice % 4], tenant, "\(id)"]
        if choice == 4 { words += ["CLIENT", "\(client())"] }
        send(words, .change(place, start: nil))
    }

    private mutating func merge() {
        let survivor = client()
        let double = client()
        diary.openDoubles.append(double)
        send(["CLIENT.MERGE", tenant, "\(survivor)", "\(double)"], .merge(double: double))
    }

    private mutating func unmerge() {
        let places = diary.merges.indices.filter {
            diary.merges[$0].stands && !diary.merges[$0].isOpen
        }
        guard let place = places.randomElement(using: &random) else { return merge() }
        diary.merges[place].isOpen = true
        send(["CLIENT.UNMERGE", tenant, "\(diary.merges[place].number)"], .unmerge(place))
    }

    private mutating func take(_ reply: RESPValue, _ item: Asked) {
        diary.repliesRead += 1
        defer { progress.tookReply() }
        // What the rules forbid is part of the game, and changes nothing.
        let isRefused = ["REFUSED", "INVALID"].contains(reply.errorCode)
        if let code = reply.errorCode, !isRefused {
            diary.faults.append("\(item) was answered \(code): \(reply)")
        }
        switch item {
        case .add(let place):
            if isRefused { diary.faults.append("\(diary.bookings[place]): \(reply)") }
            diary.bookings[place].id = reply["id"]?.integer
            takeState(reply, place)
        case .change(let place, let start):
            diary.bookings[place].openCount -= 1
            guard !isRefused else { break }
            takeState(reply, place)
            if let start { diary.bookings[place].start = start }
        case .merge(let double):
            diary.openDoubles.removeAll { $0 == double }
            guard let number = reply["merges"]?.members.first?.integer else { break }
            diary.merges.append(BookingDiary.Merge(number: number, double: double))
        case .unmerge(let place):
            diary.merges[place].isOpen = false
            if !isRefused { diary.merges[place].stands = false }
        case .figures: break
        }
    }

    private mutating func takeState(_ reply: RESPValue, _ place: Int) {
        diary.bookings[place].version = reply["version"]?.integer ?? 0
        diary.bookings[place].status = reply["status"]?.text ?? ""
    }
}
