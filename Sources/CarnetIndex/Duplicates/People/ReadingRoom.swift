import CarnetBytes

/// Room for reading texts, used again for each of many people: what folding and e-mail addresses
/// need in between.
struct ReadingRoom: ~Copyable {
    var folded = FoldedTokens()
    var latin = ByteWriter(capacity: 128)
    var address = ByteWriter(capacity: 256)
    var mailbox = ByteWriter(capacity: 256)
    var user = ByteWriter(capacity: 128)
}
