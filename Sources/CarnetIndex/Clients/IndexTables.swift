import CarnetBytes
import CarnetModel

/// Everything by which the clients of a tenant that is not small are found.
struct IndexTables: Sendable {
    let hash: KeyHash
    private(set) var emails = NumberTable()
    private(set) var phones = NumberTable()
    private(set) var externals = NumberTable()
    /// Local parts of e-mails: their code above the client's number.
    private(set) var locals = OrderedKeys()
    private(set) var names: TokenIndex
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

    mutating func linkEmail(_ number: UInt32, _ email: RawSpan, in store: RecordStore) {
        let hash = hash
        emails.insert(
            number,
            hash.email(email),
            warm: { KeyHash.warm($0, in: store) },
            hashOf: { hash.email(of: $0.number, in: store) }
        )
    }

    mutating func unlinkEmail(_ number: UInt32, _ email: RawSpan) {
        emails.remove(number, hash.email(email))
    }

    mutating func linkPhone(_ number: UInt32, _ digits: UInt64, in store: RecordStore) {
        let hash = hash
        phones.insert(
            number,
            hash.phone(digits),
            warm: { KeyHash.warm($0, in: store) },
            hashOf: { hash.phone(of: $0.number, in: store) }
        )
    }

    mutating func unlinkPhone(_ number: UInt32, _ digits: UInt64) {
        phones.remove(number, hash.phone(digits))
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

    mutating func linkLocal(_ number: UInt32, code: UInt32) {
        locals.insert(UInt64(code) << 32 | UInt64(number))
    }

    mutating func unlinkLocal(_ number: UInt32, code: UInt32) {
        locals.remove(UInt64(code) << 32 | UInt64(number))
    }

    /// All keys but the tokens, at once.
    mutating func set(_ keys: consuming KeyLists) {
        emails = NumberTable(keys.emails.numbers, hashes: keys.emails.hashes)
        phones = NumberTable(keys.phones.numbers, hashes: keys.phones.hashes)
        externals = NumberTable(keys.externals.numbers, hashes: keys.externals.hashes)
        locals = OrderedKeys(sorted: keys.locals.sorted())
    }

    // MARK: - Names

    /// Links a client that is linked to none of these tokens.
    mutating func linkTokens(
        _ number: UInt32,
        _ key: UInt64,
        _ words: borrowing ClientWords,
        _ tokens: inout [UInt32]
    ) {
        tokens.removeAll(keepingCapacity: true)
        for index in 0..<words.folded.count {
            link(number, key, words.folded.token(at: index), &tokens)
        }
        if words.hasDomain { link(number, key, words.domain, &tokens) }
    }

    private mutating func link(
        _ number: UInt32,
        _ key: UInt64,
        _ word: RawSpan,
        _ tokens: inout [UInt32]
    ) {
        let token = names.findOrAdd(word)
        guard !tokens.contains(token) else { return }
        tokens.append(token)
        names.link(number, key, to: token, activities)
    }

    /// Moves a client to where `key` puts it, under each of its tokens.
    mutating func moveTokens(
        _ number: UInt32,
        to key: UInt64,
        _ words: borrowing ClientWords,
        _ tokens: inout [UInt32]
    ) {
        let oldKey = activities[number]
        guard oldKey != key else { return }
        find(words, &tokens)
        for token in tokens { names.move(number, from: oldKey, to: key, in: token, activities) }
    }

    mutating func unlinkTokens(
        _ number: UInt32,
        _ words: borrowing ClientWords,
        _ tokens: inout [UInt32]
    ) {
        find(words, &tokens)
        for token in tokens { names.unlink(number, activities[number], from: token, activities) }
    }

    private func find(_ words: borrowing ClientWords, _ tokens: inout [UInt32]) {
        tokens.removeAll(keepingCapacity: true)
        for index in 0..<words.folded.count {
            find(words.folded.token(at: index), &tokens)
        }
        if words.hasDomain { find(words.domain, &tokens) }
    }

    private func find(_ word: RawSpan, _ tokens: inout [UInt32]) {
        if let token = names.find(word), !tokens.contains(token) { tokens.append(token) }
    }

    // MARK: - Activity

    mutating func grow(to number: UInt32) { activities.grow(to: number) }

    mutating func setActivity(_ number: UInt32, _ key: UInt64, isActive: Bool) {
        activities[number] = key
        activities.setActive(number, isActive)
    }
}
