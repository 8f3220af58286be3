import CarnetBytes
import CarnetModel

/// Looks through a short list, which has no table, for somebody who may be one with a client:
/// who shares the beginning of a word of a name, or whose phone or e-mail is alike but for a slip.
/// Who shares none of these has nothing in common that would make them one person. Reads the
/// records as they are; folds nothing.
struct ShortListGlance {
    private static let wordCountMax = 16

    /// The first two letters of each word of the names, small, as one number.
    private var starts = InlineArray<16, UInt16>(repeating: 0)
    private var startCount = 0
    /// A word begins with a letter that is not one of `a` to `z`, or there are too many, or the given
    /// name is missing, which the e-mail may tell.
    private var isAnybody = false
    private var contacts: ContactGlance

    init(_ client: ClientRecord) {
        contacts = ContactGlance()
        isAnybody = Self.mayHaveMailName(client)
        var cursor = client.fields
        while let (tag, range) = cursor.next(in: client.bytes) {
            switch ClientField(rawValue: tag) {
            case .first, .last:
                Self.forEachStart(of: client.bytes.bytes(range)) { start in
                    guard startCount < Self.wordCountMax, start < Self.foreign else {
                        isAnybody = true
                        return
                    }
                    starts[startCount] = start
                    startCount &+= 1
                }
            case .email: contacts.set(email: client.bytes.bytes(range))
            case .phone: contacts.phone = client.integer(range)
            default: break
            }
        }
    }

    /// Whether the client of that record is worth a comparison.
    func isWorthALook(_ other: ClientRecord) -> Bool {
        if isAnybody || Self.mayHaveMailName(other) { return true }
        var found = false
        var cursor = other.fields
        while let (tag, range) = cursor.next(in: other.bytes), !found {
            let bytes = other.bytes.bytes(range)
            switch ClientField(rawValue: tag) {
            case .first, .last: found = sharesStart(bytes)
            case .email: found = contacts.isNear(email: bytes)
            case .phone: found = contacts.isNear(phone: other.integer(range))
            case nil:
                switch ClientAlias(rawValue: tag) {
                case .name: found = sharesStart(bytes)
                case .email: found = contacts.isNear(email: bytes)
                case .phone: found = contacts.isNear(phone: other.integer(range))
                case nil: break
                }
            default: break
            }
        }
        return found
    }

    /// Whether there is no given name but an e-mail in which it may stand.
    private static func mayHaveMailName(_ client: ClientRecord) -> Bool {
        client.field(.first) == nil && client.field(.email) != nil
    }

    private func sharesStart(_ name: RawSpan) -> Bool {
        var found = false
        Self.forEachStart(of: name) { start in
            if start == Self.foreign { found = true }
            for index in 0..<startCount where starts[index] == start { found = true }
        }
        return found
    }

    /// Stands for a beginning that only folding would tell.
    private static let foreign = UInt16.max

    /// The first two letters of each word; of a word of one letter that alone.
    @inline(__always)
    private static func forEachStart(of name: RawSpan, _ body: (UInt16) -> Void) {
        var index = 0
        while index < name.byteCount {
            guard let first = letter(name.byte(at: index)) else {
                index &+= 1
                continue
            }
            let second = index &+ 1 < name.byteCount ? letter(name.byte(at: index &+ 1)) : nil
            if first >= 0x80 || (second ?? 0) >= 0x80 {
                body(foreign)
            } else {
                body(UInt16(first) << 8 | UInt16(second ?? 0))
            }
            while index < name.byteCount, letter(name.byte(at: index)) != nil { index &+= 1 }
        }
    }

    /// The small letter, or the byte of a letter that is not one of `a` to `z`; nil for what is none.
    @inline(__always)
    private static func letter(_ byte: UInt8) -> UInt8? {
        if byte >= 0x80 { return byte }
        let small = byte | 0x20
        return small &- UInt8(ascii: "a") < 26 ? small : nil
    }
}

extension ClientDoubles {
    /// Whether anybody on a short list can reach the score: only then its index is made. Scores
    /// those who are worth a look as if every value stood here once, which no score is above.
    func mayHaveMatches(
        _ client: ClientRecord,
        in store: RecordStore,
        _ wish: MatchWish,
        _ scratch: inout MatchScratch
    ) -> Bool {
        guard store.numberMax >= 1 else { return false }
        let glance = ShortListGlance(client)
        let own = client.id.value
        var scorer: MatchScorer?
        for number in 1...store.numberMax where number != own && number < wish.onlyBelow {
            guard let bytes = store.record(number) else { continue }
            let other = ClientRecord(bytes)
            guard other.status == .active, glance.isWorthALook(other) else { continue }
            if scorer == nil {
                let count = Self.activeCount(store)
                scratch.loadAsRare(client, count: count)
                scorer = MatchScorer(weights: weights, schema: .clients, recordCount: count)
            }
            if let scorer, scratch.scoreAsRare(other, scorer) >= wish.scoreMin {
                return true
            }
        }
        return false
    }

    private static func activeCount(_ store: RecordStore) -> Int {
        var count = 0
        for number in 1...store.numberMax {
            guard let bytes = store.record(number) else { continue }
            if ClientRecord(bytes).status == .active { count &+= 1 }
        }
        return count
    }
}

extension MatchScratch {
    /// Makes a client person 0, with values as rare as any of a list of that length can be.
    mutating func loadAsRare(_ client: ClientRecord, count: Int) {
        people.removeAll()
        loaded = 0
        rare.setTotals(count)
        people.fillRarities(of: people.add(client, &room), from: rare) { _ in 0 }
    }

    /// The score of person 0 with another client, which no real counts raise.
    mutating func scoreAsRare(
        _ other: ClientRecord,
        _ scorer: MatchScorer
    ) -> Int32 {
        people.truncate(to: 1)
        let person = people.add(other, &room)
        people.fillNameRarities(of: person, from: rare)
        people.markDefaultDates(of: person, from: rare)
        return scorer.score(people, 0, person).score
    }
}
