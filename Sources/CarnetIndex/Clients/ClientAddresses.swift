import CarnetBytes
import CarnetModel

/// The folded e-mails of one client, the present one first and those that it had before behind it,
/// each with ``TokenIndex/domainMark`` in place of its @. In room that is used again.
struct ClientAddresses: ~Copyable, Sendable {
    private struct Place {
        let start: Int
        /// Where the mark stands; the end where there is none.
        let at: Int
        let end: Int
        let isFormer: Bool
    }

    private var text = ByteWriter(capacity: 256)
    private var places: [Place] = []

    init() {}

    var count: Int { places.count }

    /// What stands before the @.
    @_lifetime(borrow self)
    func local(at index: Int) -> RawSpan {
        text.bytes.bytes(places[index].start..<places[index].at)
    }

    func hasDomain(at index: Int) -> Bool { places[index].at &+ 1 < places[index].end }

    /// Appends the mark and the domain, as a token.
    func appendDomain(at index: Int, to words: inout ByteWriter) {
        let place = places[index]
        let end = min(place.end, place.at &+ TokenArena.tokenByteCountMax)
        words.append(text.bytes.bytes(place.at..<end))
    }

    /// Whether it is one that the client, or a merged double, had before.
    func isFormer(at index: Int) -> Bool { places[index].isFormer }

    /// Reads the e-mails of a record.
    mutating func read(_ record: RawSpan, _ keys: ClientKeys) {
        text.removeAll()
        places.removeAll(keepingCapacity: true)
        append(record.bytes(keys.email), isFormer: false)
        guard !keys.aliases.isEmpty else { return }
        var former = ClientAliases(.email, keys)
        while let range = former.next(in: record) {
            append(record.bytes(range), isFormer: true)
        }
    }

    private mutating func append(_ address: RawSpan, isFormer: Bool) {
        guard !address.isEmpty else { return }
        let start = text.byteCount
        EmailAddress.appendFolded(address, to: &text)
        let end = text.byteCount
        var at = end
        if let offset = EmailAddress.atOffset(text.bytes.bytes(start..<end)) {
            at = start &+ offset
            text.set(TokenIndex.domainMark, at: at)
        }
        places.append(Place(start: start, at: at, end: end, isFormer: isFormer))
    }
}
