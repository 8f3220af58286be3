import CarnetBytes
import CarnetModel

/// The words by which one client is found: the folded parts of its names, then the domain of its
/// e-mail behind ``TokenIndex/domainMark``. Some may stand twice.
struct ClientWords: ~Copyable, Sendable {
    /// The words of the names; a search folds what was typed in the same room.
    var folded = FoldedTokens()
    /// The folded e-mail, with the mark in place of its @.
    private var email = ByteWriter(capacity: 256)
    /// Where the mark stands; the end where there is none.
    private var at = 0

    init() {}

    var hasDomain: Bool { at &+ 1 < email.byteCount }

    /// The mark and the domain, as a token.
    var domain: RawSpan {
        @_lifetime(borrow self)
        get {
            let end = min(email.byteCount, at &+ TokenArena.tokenByteCountMax)
            return email.bytes.extracting(at..<end)
        }
    }

    /// The folded local part of the e-mail; empty when there is none.
    var local: RawSpan {
        @_lifetime(borrow self)
        get { email.bytes.extracting(first: at) }
    }

    /// Reads the words of a record.
    mutating func read(_ record: RawSpan, _ keys: ClientKeys) {
        folded.removeAll()
        if !keys.first.isEmpty { Folding.fold(record.bytes(keys.first), into: &folded) }
        if !keys.last.isEmpty { Folding.fold(record.bytes(keys.last), into: &folded) }
        if !keys.company.isEmpty { Folding.fold(record.bytes(keys.company), into: &folded) }
        readAddress(record.bytes(keys.email))
    }

    /// Reads the e-mail of a record alone; what was folded of another stays.
    mutating func readEmail(_ record: RawSpan) {
        readAddress(record.bytes(ClientRecord(record).field(.email) ?? 0..<0))
    }

    private mutating func readAddress(_ address: RawSpan) {
        email.removeAll()
        at = 0
        guard !address.isEmpty else { return }
        EmailAddress.appendFolded(address, to: &email)
        at = EmailAddress.atOffset(email.bytes) ?? email.byteCount
        if at < email.byteCount { email.set(TokenIndex.domainMark, at: at) }
    }
}
