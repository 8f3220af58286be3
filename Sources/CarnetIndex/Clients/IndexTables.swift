import CarnetBytes
import CarnetModel

/// Everything by which the clients of a tenant that is not small are found.
struct IndexTables: Sendable {
    let hash: KeyHash
    private(set) var emails = NumberTable()
    private(set) var phones = NumberTable()
    private(set) var externals = NumberTable()
    /// Local parts of e-mails: their code above the client's number.
    private(set) var locals = OrderedKeys<UInt128>()
    private(set) var names: TokenIndex
    /// Whether somebody may have had an e-mail before: then the records say whose is a former one.
    /// Once true it stays.
    private(set) var hasFormerEmails = false
    /// Whether somebody may have aliases. Once true it stays.
    private(set) var hasAliases = false
    private(set) var activities = Activities()

    init(hash: KeyHash) {
        self.hash = hash
        names = TokenIndex(hash: hash.bytes)
    }

    var byteCount: Int {
        emails.byteCount &+ phones.byteCount &+ externals.byteCount &+ locals.byteCount
            &+ names.byteCount &+ activities.byteCount
    }

    // MARK: - E-mail, phone, references

    /// Reads where a client's keys belong in all tables at once, so that the processor waits for
    /// memory once. The answer says nothing. Mutating only so that the tables are not copied.
    mutating func warm(_ hashes: ClientHashes) -> UInt32 {
        emails.warm(hashes.email) &+ phones.warm(hashes.phone) &+ externals.warm(hashes.external)
    }

    mutating func linkEmail(_ number: UInt32, _ emailHash: UInt64, in store: RecordStore) {
        let hash = hash
        emails.insert(
            number,
            emailHash,
            warm: { KeyHash.warm($0, in: store) },
            hashOf: { hash.email(of: $0, in: store) }
        )
    }

    mutating func unlinkEmail(_ number: UInt32, _ emailHash: UInt64) {
        emails.remove(number, emailHash)
    }

    mutating func linkPhone(_ number: UInt32, _ phoneHash: UInt64, in store: RecordStore) {
        let hash = hash
        phones.insert(
            number,
            phoneHash,
            warm: { KeyHash.warm($0, in: store) },
            hashOf: { hash.phone(of: $0, in: store) }
        )
    }

    mutating func unlinkPhone(_ number: UInt32, _ phoneHash: UInt64) {
        phones.remove(number, phoneHash)
    }

    mutating func linkExternals(
        _ number: UInt32,
        _ keys: ClientKeys,
        of record: RawSpan,
        in store: RecordStore
    ) {
        guard keys.externalCount > 0 else { return }
        let hash = hash
        var references = ExternalReferences(keys)
        while let range = references.next(in: record) {
            externals.insert(
                number,
                hash.external(record.bytes(range)),
                warm: { KeyHash.warm($0, in: store) },
                hashOf: { hash.external(of: $0, in: store) }
            )
        }
    }

    mutating func unlinkExternals(_ number: UInt32, _ keys: ClientKeys, of record: RawSpan) {
        guard keys.externalCount > 0 else { return }
        var references = ExternalReferences(keys)
        while let range = references.next(in: record) {
            externals.remove(number, hash.external(record.bytes(range)))
        }
    }

    /// Links the local parts of a client's e-mails; where two begin alike, once.
    mutating func linkLocals(_ number: UInt32, _ words: borrowing ClientWords) {
        for index in 0..<words.addresses.count {
            if words.addresses.isFormer(at: index) { hasFormerEmails = true }
            locals.insert(LocalPart.key(LocalPart.code(words.addresses.local(at: index)), number))
        }
    }

    mutating func unlinkLocals(_ number: UInt32, _ words: borrowing ClientWords) {
        for index in 0..<words.addresses.count {
            locals.remove(LocalPart.key(LocalPart.code(words.addresses.local(at: index)), number))
        }
    }

    /// Notes whether a client that is linked has aliases.
    mutating func noteAliases(_ keys: ClientKeys) {
        if !keys.aliases.isEmpty { hasAliases = true }
    }

    /// All keys but the tokens, at once.
    mutating func set(_ keys: consuming KeyLists) {
        emails = NumberTable(keys.emails.numbers, hashes: keys.emails.hashes)
        phones = NumberTable(keys.phones.numbers, hashes: keys.phones.hashes)
        hasFormerEmails = keys.hasFormerEmails
        externals = NumberTable(keys.externals.numbers, hashes: keys.externals.hashes)
        locals = OrderedKeys(sorted: Self.sortedOnce(keys.locals))
    }

    /// The keys in ascending order; those that one client has twice, once.
    private static func sortedOnce(_ keys: [UInt128]) -> [UInt128] {
        let sorted = keys.sorted()
        var isOnce = true
        for index in sorted.indices.dropFirst() where sorted[index] == sorted[index &- 1] {
            isOnce = false
            break
        }
        if isOnce { return sorted }
        var kept: [UInt128] = []
        kept.reserveCapacity(sorted.count)
        for key in sorted where kept.last != key { kept.append(key) }
        return kept
    }

    // MARK: - Names

    /// Links a client that is linked to none of these words. Like its neighbours it takes the room
    /// in whole, which is not copied so.
    mutating func linkTokens(_ number: UInt32, _ key: UInt64, _ scratch: inout IndexScratch) {
        scratch.tokens.removeAll(keepingCapacity: true)
        for index in 0..<scratch.words.count {
            let token = names.findOrAdd(
                scratch.words.token(at: index),
                scratch.words.kind(at: index)
            )
            link(number, key, token, &scratch.tokens)
        }
    }

    @inline(__always)
    private mutating func link(
        _ number: UInt32,
        _ key: UInt64,
        _ token: UInt32,
        _ tokens: inout [UInt32]
    ) {
        guard !tokens.contains(token) else { return }
        tokens.append(token)
        names.link(number, key, to: token, activities)
    }

    /// Moves a client to where `key` puts it, under each of its words.
    mutating func moveTokens(
        _ number: UInt32,
        to key: UInt64,
        _ scratch: inout IndexScratch
    ) {
        let oldKey = activities[number]
        guard oldKey != key else { return }
        findTokens(&scratch)
        for token in scratch.tokens {
            names.move(number, from: oldKey, to: key, in: token, activities)
        }
    }

    mutating func unlinkTokens(_ number: UInt32, _ scratch: inout IndexScratch) {
        findTokens(&scratch)
        for token in scratch.tokens {
            names.unlink(number, activities[number], from: token, activities)
        }
    }

    private mutating func findTokens(_ scratch: inout IndexScratch) {
        scratch.tokens.removeAll(keepingCapacity: true)
        for index in 0..<scratch.words.count {
            let token = names.find(scratch.words.token(at: index), scratch.words.kind(at: index))
            if let token, !scratch.tokens.contains(token) { scratch.tokens.append(token) }
        }
    }

    // MARK: - Activity

    mutating func grow(to number: UInt32) { activities.grow(to: number) }

    mutating func setActivity(_ number: UInt32, _ key: UInt64, isActive: Bool) {
        activities[number] = key
        activities.setActive(number, isActive)
    }
}
