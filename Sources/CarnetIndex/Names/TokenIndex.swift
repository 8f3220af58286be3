import CarnetBytes

/// The words that clients of one tenant are found by, each distinct one once for each kind of place
/// where it stands, with the clients that have it there: folded parts of names, and the domains of
/// e-mails behind `domainMark`.
///
/// A token is named by a number from 1. It is found by its bytes and kind through a hash table, and
/// by its first letters through sorted keys: its ``TokenCode`` above its number. How it sounds
/// stands in an array beside, which a search runs through. About 42 bytes a token and 5 a posting.
struct TokenIndex: Sendable {
    /// What stands before the domain of an e-mail. Folded text holds no such byte.
    static let domainMark: UInt8 = 1

    struct Token: Sendable {
        /// Its place in the arena, below its kind.
        private let packed: UInt32
        fileprivate(set) var clients = PostingList.none

        private static let placeBits: UInt32 = 29

        init(place: UInt32, kind: TokenKind) {
            precondition(place < 1 << Self.placeBits)
            packed = UInt32(kind.rawValue) << Self.placeBits | place
        }

        var place: UInt32 { packed & (1 << Self.placeBits - 1) }
        var kind: TokenKind {
            TokenKind(rawValue: UInt8(truncatingIfNeeded: packed >> Self.placeBits)) ?? .alias
        }
    }

    private let hash: ByteHash
    private var arena = TokenArena()
    private var tokens: [Token] = []
    /// Sixteen bits of how each token sounds, by its number less one; 0 where that says nothing.
    private var sounds: [UInt16] = []
    private var freeTokens: [UInt32] = []
    private var table: NumberTable
    private(set) var ordered = OrderedKeys<UInt64>()
    private(set) var pool = PostingPool()

    init(hash: ByteHash, expecting expected: Int = 0) {
        self.hash = hash
        table = NumberTable(expecting: expected)
    }

    var byteCount: Int {
        arena.byteCount &+ tokens.capacity &* 12 &+ sounds.capacity &* 2
            &+ freeTokens.capacity &* 4 &+ 96 &+ table.byteCount &+ ordered.byteCount
            &+ pool.byteCount
    }

    /// How many distinct tokens there are.
    var count: Int { table.count }

    // MARK: - Reading

    /// The bytes of a token.
    @_lifetime(borrow self)
    @inline(__always)
    func bytes(of token: UInt32) -> RawSpan { arena.token(at: tokens[Int(token) &- 1].place) }

    @inline(__always)
    func byteCount(of token: UInt32) -> Int { arena.byteCount(at: tokens[Int(token) &- 1].place) }

    @inline(__always)
    func kind(of token: UInt32) -> TokenKind { tokens[Int(token) &- 1].kind }

    /// The clients that have a token.
    @inline(__always)
    func clients(of token: UInt32) -> PostingList { tokens[Int(token) &- 1].clients }

    /// The token of exactly these bytes and this kind. O(length).
    func find(_ bytes: RawSpan, _ kind: TokenKind) -> UInt32? {
        find(bytes, kind, Self.hash(hash.hash(bytes), kind))
    }

    /// Calls `body` with each token of exactly these bytes, the better kinds first. O(length).
    @inline(__always)
    func visitTokens(equalTo bytes: RawSpan, _ body: (UInt32, TokenKind) -> Void) {
        let code = hash.hash(bytes)
        for kind in TokenKind.allCases {
            if let token = find(bytes, kind, Self.hash(code, kind)) { body(token, kind) }
        }
    }

    /// The hash under which a token of this kind stands, from that of its bytes. Times the golden
    /// ratio of 64 bits, so that the kinds of one word stand far apart.
    private static func hash(_ code: UInt64, _ kind: TokenKind) -> UInt64 {
        code ^ UInt64(kind.rawValue) &* 0x9E37_79B9_7F4A_7C15
    }

    /// Calls `body` with every token that begins with `prefix` and whether it is no longer, until it
    /// answers false. A prefix of up to seven letters is decided by the keys: the tokens' own bytes lie
    /// all over the memory.
    @inline(__always)
    func visitTokens(
        beginningWith prefix: RawSpan,
        _ body: (_ token: UInt32, _ isWhole: Bool) -> Bool
    ) {
        let code = TokenCode(prefix)
        let count = code.symbolCount
        guard count > 0 else { return }
        let end = TokenCode.end(of: code.bits, sharing: count)
        let isDecided = code.isWhole && count < TokenCode.symbolCountMax
        var place = ordered.place(notBelow: code.bits)
        while let key = ordered.key(at: place), key < end {
            let token = TokenCode.token(of: key)
            if isDecided {
                guard body(token, TokenCode.symbol(count, of: key) == 0) else { return }
            } else if code.isWhole || bytes(of: token).begins(with: prefix) {
                let place = tokens[Int(token) &- 1].place
                guard body(token, arena.byteCount(at: place) == prefix.byteCount) else { return }
            }
            ordered.step(&place)
        }
    }

    /// Appends the tokens that may sound so, a few others among them. O(tokens), two bytes each.
    func appendTokens(sounding sound: UInt64, to found: inout [UInt32]) {
        let bits = Self.soundBits(sound)
        var index = 0
        while let next = sounds.nextIndex(of: bits, from: index) {
            found.append(UInt32(truncatingIfNeeded: next &+ 1))
            index = next &+ 1
        }
    }

    /// Whether a token may sound so; true for a few others as well.
    @inline(__always)
    func maySound(_ token: UInt32, _ sound: UInt64) -> Bool {
        sounds[Int(token) &- 1] == Self.soundBits(sound)
    }

    /// A sound as sixteen bits: times the golden ratio of 64 bits, the upper ones. 0 stays 0.
    private static func soundBits(_ sound: UInt64) -> UInt16 {
        sound == 0 ? 0 : UInt16(truncatingIfNeeded: (sound &* 0x9E37_79B9_7F4A_7C15) >> 48) | 1
    }

    // MARK: - Changing

    /// The token of these bytes and this kind, made where there is none; whoever makes it links a
    /// client.
    mutating func findOrAdd(_ bytes: RawSpan, _ kind: TokenKind) -> UInt32 {
        let code = Self.hash(hash.hash(bytes), kind)
        if let token = find(bytes, kind, code) { return token }
        let new = Token(place: arena.add(bytes), kind: kind)
        let sound = Self.soundBits(
            bytes.byte(at: 0) == Self.domainMark ? 0 : PhoneticKey.key(of: bytes)
        )
        let token: UInt32
        if let free = freeTokens.popLast() {
            token = free
            tokens[Int(free) &- 1] = new
            sounds[Int(free) &- 1] = sound
        } else {
            tokens.appendSparing(new)
            sounds.appendSparing(sound)
            token = UInt32(tokens.count)
        }
        let (hash, arena, tokens) = (hash, arena, tokens)
        table.insert(token, code) { entry in
            let token = tokens[Int(entry.number) &- 1]
            return Self.hash(hash.hash(arena.token(at: token.place)), token.kind)
        }
        ordered.insert(TokenCode(bytes).key(of: token))
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
        table.remove(token, Self.hash(hash.hash(arena.token(at: place)), tokens[index].kind))
        sounds[index] = 0
        ordered.remove(TokenCode(arena.token(at: place)).key(of: token))
        arena.remove(at: place)
        freeTokens.append(token)
    }

    private func find(_ bytes: RawSpan, _ kind: TokenKind, _ code: UInt64) -> UInt32? {
        var found: UInt32?
        table.visit(code) { number in
            let token = tokens[Int(number) &- 1]
            guard token.kind == kind, arena.token(at: token.place).isEqual(to: bytes) else {
                return true
            }
            found = number
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
