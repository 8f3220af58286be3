import CarnetTestKit

/// One connection that adds, changes and reads clients in pipelines until the server is gone.
struct LoadWorker {
    /// What a command's reply is about.
    private enum Asked {
        case add(Int)
        case change(Int, number: Int)
        case read
        case count
    }

    private let tenant: String
    private let index: Int
    private let connection: Connection
    private let progress: LoadProgress
    private var random: SeededRandom
    private var batch: [UInt8] = []
    private var asked: [Asked] = []
    private(set) var diary = LoadDiary()

    init(
        _ tenant: String,
        index: Int,
        seed: UInt64,
        connection: Connection,
        progress: LoadProgress
    ) {
        self.tenant = tenant
        self.index = index
        self.connection = connection
        self.progress = progress
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
        } catch let error as SocketError {
            diary.ending = error
        } catch {
            diary.faults.append("\(error)")
        }
    }

    private mutating func compose() {
        batch.removeAll(keepingCapacity: true)
        asked.removeAll(keepingCapacity: true)
        for _ in 0..<Int.random(in: 1...16, using: &random) {
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<5: add()
            case 5..<7: change()
            case 7..<9: read()
            default:
                batch += Connection.encode(["CLIENT.COUNT", tenant])
                asked.append(.count)
            }
        }
    }

    private mutating func add() {
        let number = diary.people.count
        let reference = "w\(index)-\(number)"
        let key = Bool.random(using: &random) ? "add-\(reference)" : nil
        var words = ["CLIENT.ADD", tenant, "last", "Person \(number)", "external", reference]
        words += ["email", "\(reference)@example.org", "first", "Worker \(index)"]
        if number.isMultiple(of: 5) {
            words[0] = "CLIENT.UPSERT"
            words.replaceSubrange(4...5, with: ["EXTERNAL", reference])
        } else {
            // Their names are too much alike for the check of doubles.
            words.append("ANYWAY")
        }
        if let key { words += ["KEY", key] }
        diary.people.append(LoadDiary.Person(reference: reference, key: key, words: words))
        batch += Connection.encode(words)
        asked.append(.add(number))
    }

    private mutating func change() {
        guard let place = diary.people.indices.randomElement(using: &random),
            let id = diary.people[place].id
        else { return read() }
        diary.people[place].changesSent += 1
        let number = diary.people[place].changesSent
        var words = ["CLIENT.SET", tenant, "\(id)", "note", "\(number)"]
        if number.isMultiple(of: 2) { words += ["KEY", "set-\(id)-\(number)"] }
        batch += Connection.encode(words)
        asked.append(.change(place, number: number))
    }

    /// Reads a client of any connection; most often the newest, or the one that comes next, which
    /// a reply must not show before it would survive.
    private mutating func read() {
        let newest = progress.newestID
        let id =
            Bool.random(using: &random)
            ? newest + Int.random(in: 0...2, using: &random)
            : Int.random(in: 1...max(1, newest), using: &random)
        batch += Connection.encode(["CLIENT.GET", tenant, "\(max(1, id))"])
        asked.append(.read)
    }

    private mutating func take(_ reply: RESPValue, _ item: Asked) {
        diary.repliesRead += 1
        if let lsn = reply["lsn"]?.integer {
            diary.lsnAcknowledged = max(diary.lsnAcknowledged, lsn)
        }
        switch item {
        case .add(let place): takeAdded(reply, place)
        case .change(let place, let number):
            guard let version = reply["version"]?.integer else {
                diary.faults.append("CLIENT.SET answered \(reply)")
                break
            }
            if version <= diary.people[place].version {
                diary.faults.append("version \(version) after \(diary.people[place].version)")
            }
            diary.people[place].version = version
            diary.people[place].changesAcknowledged = number
        case .read:
            if reply.errorCode == "NOCLIENT" { break }
            diary.sees(reply)
            progress.saw(id: reply["id"]?.integer ?? 0)
        case .count:
            let count = reply.integer ?? -1
            if count < diary.countSeen {
                diary.faults.append("CLIENT.COUNT answered \(reply) after \(diary.countSeen)")
            }
            diary.countSeen = max(diary.countSeen, count)
        }
        progress.tookReply()
    }

    private mutating func takeAdded(_ reply: RESPValue, _ place: Int) {
        guard reply["status"]?.text == "created", let id = reply["id"]?.integer else {
            diary.faults.append("\(diary.people[place].words) answered \(reply)")
            return
        }
        diary.people[place].id = id
        diary.people[place].version = 1
        progress.saw(id: id)
    }
}
