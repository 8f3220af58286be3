import CarnetBytes

/// The words that clients of one tenant are found by, each distinct one once, with the clients
/// that have it: folded parts of names, and the domains of e-mails behind `domainMark`.
///
/// A token is named by a number from 1. It is found by its bytes through a hash table, and by its
/// first letters through sorted keys: its first four bytes, big-endian, above its number. About 40
/// bytes a distinct token and 5 a posting.
struct TokenIndex: Sendable {
    /// What stands before the domain of an e-mail. Folded text holds no such byte.
    static let domainMark: UInt8 = 1

    struct Token: Sendable {
        fileprivate(set) var place: UInt32
        fileprivate(set) var clients: PostingList
    }

    private let hash: ByteHash
    private var arena = TokenArena()
    private var tokens: [Token] = []
    private var freeTokens: [UInt32] = []
    private var table: NumberTable
    private(set) var ordered = OrderedKeys<UInt64>()
    private(set) var pool = PostingPool()

    init(hash: ByteHash, expecting expected: Int = 0) {
        self.hash = hash
        table = NumberTable(expecting: expected)
    }

    var byteCount: Int {
        arena.byteCount &+ tokens.capacity &* 12 &+ freeTokens.capacity &* 4 &+ 64
            &+ table.byteCount &+ ordered.byteCount &+ pool.byteCount
    }

    /// How many distinct tokens there are.
    var count: Int { table.count }

    // MARK: - Reading

    /// The bytes of a token.
    @_lifetime(borrow self)
    @inline(__always)
    func bytes(of token: UInt32) -> RawSpan { arena.token(at: tokens[Int(token) &- 1].place) }

    /// The clients that have a token.
    @inline(__always)
    func clients(of token: UInt32) -> PostingList { tokens[Int(token) &- 1].clients }

    /// The token of exactly these bytes. O(length).
    func find(_ bytes: RawSpan) -> UInt32? { find(bytes, hash.hash(bytes)) }

    /// The first four bytes, big-endian, padded with zeros: where a token stands in the order.
    static func code(_ bytes: RawSpan) -> UInt32 {
        var code: UInt32 = 0
        for index in 0..<4 {
            code <<= 8
            if index < bytes.byteCount { code |= UInt32(bytes.byte(at: index)) }
        }
        return code
    }

    /// Calls `body` with every token that begins with `prefix`, until it answers false. In the
    /// order of the first four bytes.
    func visitTokens(beginningWith prefix: RawSpan, _ body: (UInt32) -> Bool) {
        let known = min(prefix.byteCount, 4)
        let low = Self.code(prefix)
        let span: UInt64 = 1 << UInt64((4 &- known) &* 8)
        let end = UInt64(low) &+ span
        var place = ordered.place(notBelow: UInt64(low) << 32)
        while let key = ordered.key(at: place), key >> 32 < end {
            let token = UInt32(truncatingIfNeeded: key)
            if prefix.byteCount <= 4 || bytes(of: token).begins(with: prefix) {
                guard body(token) else { return }
            }
            ordered.step(&place)
        }
    }

    // MARK: - Changing

    /// The token of these bytes, made where there is none; whoever makes it links a client.
    mutating func findOrAdd(_ bytes: RawSpan) -> UInt32 {
        let code = hash.hash(bytes)
        if let token = find(bytes, code) { return token }
        let new = Token(place: arena.add(bytes), clients: .none)
        let token: UInt32
        if let free = freeTokens.popLast() {
            token = free
            tokens[Int(free) &- 1] = new
        } else {
            tokens.appendSparing(new)
            token = UInt32(tokens.count)
        }
        let (hash, arena, tokens) = (hash, arena, tokens)
        table.insert(token, code) { entry in
            hash.hash(arena.token(at: tokens[Int(entry.number) &- 1].place))
        }
        ordered.insert(UInt64(Self.code(bytes)) << 32 | UInt64(token))
        return token
    }

    mutating func link(
        _ number: UInt32,
        _ key: UInt64,
        to token: UInt32,
        _ activities: borrowing Activities
    ) {
        pool.insert(number, key, into: &tokens[Int(token) &- 1].clients, activities)
    }

    mutating func move(
        _ number: UInt32,
        from oldKey: UInt64,
        to newKey: UInt64,
        in token: UInt32,
        _ activities: borrowing Activities
    ) {
        pool.move(
            number,
            from: oldKey,
            to: newKey,
            in: &tokens[Int(token) &- 1].clients,
            activities
        )
    }

    /// Takes a client away from a token, and the token itself with its last one.
    mutating func unlink(
        _ number: UInt32,
        _ key: UInt64,
        from token: UInt32,
        _ activities: borrowing Activities
    ) {
        let index = Int(token) &- 1
        pool.remove(number, key, from: &tokens[index].clients, activities)
        guard tokens[index].clients.count == 0 else { return }
        let place = tokens[index].place
        table.remove(token, hash.hash(arena.token(at: place)))
        ordered.remove(UInt64(Self.code(arena.token(at: place))) << 32 | UInt64(token))
        arena.remove(at: place)
        freeTokens.append(token)
    }

    private func find(_ bytes: RawSpan, _ code: UInt64) -> UInt32? {
        var found: UInt32?
        table.visit(code) { token in
            guard arena.token(at: tokens[Int(token) &- 1].place).isEqual(to: bytes) else {
                return true
            }
            found = token
            return false
        }
        return found
    }
}

extension RawSpan {
    /// Whether the first bytes are those of `prefix`. O(length of the prefix).
    @inline(__always)
    func begins(with prefix: RawSpan) -> Bool {
        guard byteCount >= prefix.byteCount else { return false }
        for index in 0..<prefix.byteCount where byte(at: index) != prefix.byte(at: index) {
            return false
        }
        return true
    }
}
