import CarnetBytes

/// Requests as the two kinds of servers read them.
extension Workload {
    /// Appends the next request to `out` and says which one it is; nil when all are done.
    mutating func append(to out: inout ByteWriter) -> Request? {
        guard let request = next() else { return nil }
        switch dialect {
        case .carnet: appendToCarnet(request, to: &out)
        case .redis: appendToRedis(request, to: &out)
        }
        return request
    }

    private func appendToCarnet(_ request: Request, to out: inout ByteWriter) {
        switch request {
        case .ping:
            out.beginCommand(1)
            out.appendWord("PING")
        case .add(let venue, _):
            out.beginCommand(2 + words.count + (mix.addsAnyway ? 1 : 0))
            out.appendWord("CLIENT.ADD")
            dataset.appendTenant(venue, to: &out)
            appendWords(to: &out)
            if mix.addsAnyway { out.appendWord("ANYWAY") }
        case .get(let venue, let number):
            out.beginCommand(3)
            out.appendWord("CLIENT.GET")
            dataset.appendTenant(venue, to: &out)
            out.appendWord(number)
        case .search(let venue, let prefix):
            out.beginCommand(5)
            out.appendWord("CLIENT.SEARCH")
            dataset.appendTenant(venue, to: &out)
            out.appendWord(text.bytes.extracting(prefix))
            out.appendWord("LIMIT")
            out.appendWord(20)
        case .duplicates(let venue, let number):
            out.beginCommand(3)
            out.appendWord("CLIENT.DUPLICATES")
            dataset.appendTenant(venue, to: &out)
            out.appendWord(number)
        case .set(let venue, let number, let company):
            out.beginCommand(5)
            out.appendWord("CLIENT.SET")
            dataset.appendTenant(venue, to: &out)
            out.appendWord(number)
            out.appendWord("company")
            out.appendWord(text.bytes.extracting(company))
        case .newsletter(let venue, let number, let isOn):
            out.beginCommand(4)
            out.appendWord("CLIENT.NEWSLETTER")
            dataset.appendTenant(venue, to: &out)
            out.appendWord(number)
            out.appendWord(isOn ? "yes" : "no")
        case .tag(let venue, let number):
            out.beginCommand(4)
            out.appendWord("CLIENT.TAG")
            dataset.appendTenant(venue, to: &out)
            out.appendWord(number)
            out.appendWord("+seen-tonight")
        case .bookingAdd, .bookingMove, .bookingStep, .bookingList:
            appendBooking(request, to: &out)
        }
    }

    private func appendBooking(_ request: Request, to out: inout ByteWriter) {
        switch request {
        case .bookingAdd(let booking, let client, let start, let seats):
            out.beginCommand(7)
            out.appendWord("BOOKING.ADD")
            dataset.appendTenant(booking.venue, to: &out)
            out.appendWord(client)
            out.appendWord("START")
            out.appendWord(text.bytes.extracting(start))
            out.appendWord("SERVICE")
            out.appendWord(Self.services[seats % Self.services.count])
        case .bookingMove(let booking, let start):
            out.beginCommand(5)
            out.appendWord("BOOKING.MOVE")
            dataset.appendTenant(booking.venue, to: &out)
            out.appendWord(booking.number)
            out.appendWord("START")
            out.appendWord(text.bytes.extracting(start))
        case .bookingStep(let change, let booking):
            out.beginCommand(3)
            switch change {
            case .cancel: out.appendWord("BOOKING.CANCEL")
            case .done: out.appendWord("BOOKING.DONE")
            case .noShow: out.appendWord("BOOKING.NOSHOW")
            }
            dataset.appendTenant(booking.venue, to: &out)
            out.appendWord(booking.number)
        case .bookingList(let venue, let number):
            out.beginCommand(4)
            out.appendWord("BOOKING.LIST")
            dataset.appendTenant(venue, to: &out)
            out.appendWord("CLIENT")
            out.appendWord(number)
        case .ping, .add, .get, .search, .duplicates, .set, .newsletter, .tag: break
        }
    }

    private static let services: [StaticString] = [
        "table for 2", "table for 4", "table for 6", "lunch for 2", "dinner for 8", "at the bar",
    ]

    private func appendToRedis(_ request: Request, to out: inout ByteWriter) {
        switch request {
        case .ping:
            out.beginCommand(1)
            out.appendWord("PING")
        case .add(let venue, let index):
            out.beginCommand(2 + words.count)
            out.appendWord("HSET")
            dataset.appendPeerKey(venue, index + 1, to: &out)
            appendWords(to: &out)
        case .get(let venue, let number):
            out.beginCommand(2)
            out.appendWord("HGETALL")
            dataset.appendPeerKey(venue, number, to: &out)
        case .set(let venue, let number, let company):
            out.beginCommand(4)
            out.appendWord("HSET")
            dataset.appendPeerKey(venue, number, to: &out)
            out.appendWord("company")
            out.appendWord(text.bytes.extracting(company))
        case .search, .duplicates, .newsletter, .tag, .bookingAdd, .bookingMove, .bookingStep,
            .bookingList:
            preconditionFailure("a peer of hashes finds nobody; the options refuse it")
        }
    }

    private func appendWords(to out: inout ByteWriter) {
        for word in 0..<words.count { out.appendWord(text.bytes.extracting(words[word])) }
    }
}
