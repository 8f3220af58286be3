import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// What several commands read from their words in the same way.
extension ParsedCommand {
    /// The tenant's name, checked.
    @_lifetime(copy bytes)
    func tenantName(in bytes: RawSpan) throws(ErrorReply) -> RawSpan {
        guard let name = argument(0, in: bytes) else {
            throw ErrorReply(.err, "the tenant is missing")
        }
        return name
    }

    /// The client's number at a place of the declaration.
    func clientID(at place: Int, in bytes: RawSpan) throws(ErrorReply) -> ClientID? {
        do throws(ArgumentError) {
            let number = try numberArgument(place, in: bytes, atLeast: 1, atMost: Self.idMax)
            return number.map { ClientID(UInt32(truncatingIfNeeded: $0)) }
        } catch {
            throw ErrorReply(error)
        }
    }

    /// The client's number at a place of the declaration, where `word` stands, which must be there.
    func neededClientID(
        at place: Int,
        _ word: String = "id",
        in bytes: RawSpan
    ) throws(ErrorReply) -> ClientID {
        guard let id = try clientID(at: place, in: bytes) else {
            throw ErrorReply(.invalid, "\(word): the client's number is missing")
        }
        return id
    }

    /// The name of a `thing` that the tenant has, behind the tenant's own, which must be there.
    @_lifetime(copy bytes)
    func neededName(of thing: String, in bytes: RawSpan) throws(ErrorReply) -> RawSpan {
        guard let name = argument(1, in: bytes) else {
            throw ErrorReply(.invalid, "\(thing): the name is missing")
        }
        return name
    }

    /// All words of the repeating last argument, as client numbers.
    func clientIDs(in bytes: RawSpan) throws(ErrorReply) -> [ClientID] {
        try clientIDs(first: restCount, in: bytes)
    }

    /// The first words of the repeating last argument, as client numbers.
    func clientIDs(first count: Int, in bytes: RawSpan) throws(ErrorReply) -> [ClientID] {
        var ids: [ClientID] = []
        for index in 0..<count {
            do throws(ArgumentError) {
                let number = try restNumber(index, in: bytes, atLeast: 1, atMost: Self.idMax)
                ids.append(ClientID(UInt32(truncatingIfNeeded: number)))
            } catch {
                throw ErrorReply(error)
            }
        }
        return ids
    }

    /// The client numbers behind an option.
    func clientIDs(_ option: OptionID, in bytes: RawSpan) throws(ErrorReply) -> [ClientID] {
        var ids: [ClientID] = []
        for index in 0..<valueCount(option) {
            do throws(ArgumentError) {
                let number = try number(option, index, in: bytes, atLeast: 1, atMost: Self.idMax)
                if let number { ids.append(ClientID(UInt32(truncatingIfNeeded: number))) }
            } catch {
                throw ErrorReply(error)
            }
        }
        return ids
    }

    /// Numbers of clients go from 1 to what a tenant may hold.
    private static let idMax = UInt64(Tenant.clientCountMax)

    /// LIMIT, or what holds without it.
    func pageSize(in bytes: RawSpan) throws(ErrorReply) -> Int {
        do throws(ArgumentError) { return try limit(in: bytes) } catch { throw ErrorReply(error) }
    }

    /// The options that stand beside any writing command.
    func writeOptions(in bytes: RawSpan) throws(ErrorReply) -> WriteOptions {
        var options = WriteOptions()
        options.isDryRun = has(.dryRun)
        do throws(ArgumentError) {
            if let version = try number(.ifVersion, in: bytes) {
                options.ifVersion = UInt32(clamping: version)
            }
        } catch {
            throw ErrorReply(error)
        }
        options.wantsSync = has(.durable)
        let key: RawSpan?
        do throws(ArgumentError) {
            key = try idempotencyKey(in: bytes)
        } catch {
            throw ErrorReply(error)
        }
        if let key {
            options.key = RememberedReplies.hash(token: unsafe caller.token.span.bytes, key: key)
            options.arguments = argumentHash(in: bytes)
        }
        return options
    }

    /// A hash of all words, so that the same key with another command is told apart.
    private func argumentHash(in bytes: RawSpan) -> UInt64 {
        var all = ByteWriter(capacity: 256)
        all.append(declaration.name)
        for index in 1..<max(1, words.count) {
            all.append(lengthPrefixed: word(index, in: bytes))
        }
        return all.bytes.xxh3()
    }

    /// Takes the field/value pairs over, values as ranges of `bytes`.
    func readPairs(
        in bytes: RawSpan,
        into given: inout GivenFields
    ) throws(ErrorReply) {
        given.removeAll()
        for index in 0..<pairCount {
            guard let range = bytes.byteOffsets(of: pairValue(index, in: bytes)) else { continue }
            do throws(Refusal) {
                try given.add(name: pairName(index, in: bytes), value: range)
            } catch {
                throw ErrorReply(error)
            }
        }
    }
}
