import CarnetBytes

/// Requests as the two kinds of servers read them.
extension Workload {
    /// Appends the next request to `out` and says of which kind it is; nil when all are done.
    mutating func append(to out: inout ByteWriter) -> Operation? {
        guard let request = next() else { return nil }
        switch dialect {
        case .carnet: appendToCarnet(request, to: &out)
        case .redis: appendToRedis(request, to: &out)
        }
        return request.operation
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
        }
    }

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
        case .search, .duplicates:
            preconditionFailure("a peer of hashes finds nobody; the options refuse it")
        }
    }

    private func appendWords(to out: inout ByteWriter) {
        for word in 0..<words.count { out.appendWord(text.bytes.extracting(words[word])) }
    }
}
