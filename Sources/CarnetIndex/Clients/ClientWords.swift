import CarnetBytes
import CarnetModel

/// The words by which one client is found, each with the kind of place where it stands: the folded
/// parts of its names and what is joined from them, initials, its company, what it was called
/// before, and the domains of its e-mails behind ``TokenIndex/domainMark``. Some may stand twice.
///
/// In room that is used again for the next client: no allocation once it has grown.
struct ClientWords: ~Copyable, Sendable {
    /// A client's words past these are not kept.
    static let wordCountMax = 64

    /// What one name was folded into; a search folds what was typed in the same room.
    var folded = FoldedTokens()
    private var text = ByteWriter(capacity: 512)
    private var ends: [UInt16] = []
    private var kinds: [TokenKind] = []
    private(set) var addresses = ClientAddresses()

    init() {}

    // MARK: - The words

    var count: Int { kinds.count }

    @_lifetime(borrow self)
    func token(at index: Int) -> RawSpan {
        let start = index == 0 ? 0 : Int(ends[index &- 1])
        return text.bytes.bytes(start..<Int(ends[index]))
    }

    func kind(at index: Int) -> TokenKind { kinds[index] }

    // MARK: - Reading

    /// Reads the words of a record.
    mutating func read(_ record: RawSpan, _ keys: ClientKeys) {
        text.removeAll()
        ends.removeAll(keepingCapacity: true)
        kinds.removeAll(keepingCapacity: true)
        if !keys.first.isEmpty { readName(record.bytes(keys.first), isFirst: true) }
        if !keys.last.isEmpty { readName(record.bytes(keys.last), isFirst: false) }
        if !keys.company.isEmpty { readAll(record.bytes(keys.company), .company) }
        if !keys.aliases.isEmpty { readFormerNames(record, keys) }
        readAddresses(record, keys)
        for index in 0..<addresses.count where addresses.hasDomain(at: index) && hasRoom {
            addresses.appendDomain(at: index, to: &text)
            endWord(addresses.isFormer(at: index) ? .alias : .whole)
        }
    }

    /// Reads the e-mails of a record alone; the words of another stay.
    mutating func readAddresses(_ record: RawSpan, _ keys: ClientKeys) {
        addresses.read(record, keys)
    }

    private mutating func readFormerNames(_ record: RawSpan, _ keys: ClientKeys) {
        var former = ClientAliases(.name, keys)
        while let range = former.next(in: record) {
            var end = range.lowerBound
            while end < range.upperBound, record.byte(at: end) != ClientAlias.nameSeparator {
                end &+= 1
            }
            readAll(record.bytes(range.lowerBound..<end), .alias)
            if end < range.upperBound {
                readAll(record.bytes(end &+ 1..<range.upperBound), .alias)
            }
        }
    }

    private mutating func readAll(_ name: RawSpan, _ kind: TokenKind) {
        folded.removeAll()
        Folding.fold(name, into: &folded)
        for index in 0..<folded.count { appendFolded(index, kind) }
    }

    private mutating func readName(_ name: RawSpan, isFirst: Bool) {
        folded.removeAll()
        Folding.fold(name, into: &folded)
        let parts = NameParts(folded)
        if isFirst, parts.count > 1 {
            appendInitials(parts)
            // "Anne Marie" is typed "annemarie" as well.
            if parts.count == 2 { folded.appendJoined(from: 0) }
        }
        for index in 0..<folded.count {
            appendFolded(index, parts.kind(of: index, in: folded))
        }
    }

    /// The initials of the first two parts of a first name, and of the first three.
    private mutating func appendInitials(_ parts: NameParts) {
        var initialCount = 0
        var start = text.byteCount
        for index in 0..<folded.count where !folded.isJoined(at: index) {
            guard let scalar = folded.token(at: index).scalar(at: 0) else { continue }
            if initialCount == 2 {
                // The two once more, as the beginning of three.
                let end = text.byteCount
                for offset in start..<end {
                    let byte = text.bytes.byte(at: offset)
                    text.append(byte)
                }
                start = end
            }
            text.append(scalar: scalar.value)
            initialCount &+= 1
            if initialCount == 2 || initialCount == 3 { endWord(.piece) }
            if initialCount == 3 { return }
        }
    }

    private var hasRoom: Bool { count < Self.wordCountMax }

    /// Adds a token of what was folded and, where it has other letters, its form in Latin ones.
    private mutating func appendFolded(_ index: Int, _ kind: TokenKind) {
        guard hasRoom else { return }
        text.append(folded.token(at: index))
        endWord(kind)
        guard Transliteration.isForeign(folded.token(at: index)), hasRoom else { return }
        let start = text.byteCount
        Transliteration.append(folded.token(at: index), to: &text)
        text.truncate(to: min(text.byteCount, start &+ TokenArena.tokenByteCountMax))
        if text.byteCount > start { endWord(kind) }
    }

    private mutating func endWord(_ kind: TokenKind) {
        ends.append(UInt16(truncatingIfNeeded: text.byteCount))
        kinds.append(kind)
    }
}

/// How many parts a folded name has, and what each of its tokens is of it.
struct NameParts {
    /// Parts that are no particles; all of them where there are none but particles.
    private(set) var nameCount = 0
    /// All parts.
    private(set) var count = 0
    private var byteCount = 0
    private let countsParticles: Bool

    init(_ folded: borrowing FoldedTokens) {
        for index in 0..<folded.count where !folded.isJoined(at: index) {
            count &+= 1
            byteCount &+= folded.token(at: index).byteCount
            if !Self.isParticle(folded, index) { nameCount &+= 1 }
        }
        countsParticles = nameCount == 0
        if countsParticles { nameCount = count }
    }

    func kind(of index: Int, in folded: borrowing FoldedTokens) -> TokenKind {
        if folded.isJoined(at: index) {
            let isAll =
                folded.token(at: index).byteCount
                >= min(byteCount, FoldedTokens.tokenByteCountMax)
            return isAll ? .most : .half
        }
        if count == 1 { return .whole }
        if !countsParticles, Self.isParticle(folded, index) { return .piece }
        return nameCount == 1 ? .most : nameCount == 2 ? .half : .third
    }

    /// A small word in front of a name, or a single letter: of "d'Artagnan", of "John F.".
    private static func isParticle(_ folded: borrowing FoldedTokens, _ index: Int) -> Bool {
        let (byteCount, number) = folded.short(at: index)
        return byteCount == 1
            || (byteCount <= Particles.byteCountMax && Particles.contains(number))
    }
}
