import CarnetBytes
import CarnetEngine

/// The venues and clients that a run loads and asks for: Zipf sizes, the same on every machine.
struct Dataset: Sendable {
    /// Some clients of one venue, which one connection adds one after the other.
    struct Block: Sendable {
        let venue: Int
        let clients: Range<Int>
    }

    static let blockClientCount = 64

    let venues: [SampleVenue]
    let clientCount: Int
    /// How many clients the venues before each one have; one more entry than venues.
    private let firstClients: [Int]
    /// The tenants' names, one after the other.
    private let tenantText: [UInt8]
    private let tenantRanges: [Range<Int>]

    init(venues: [SampleVenue]) {
        self.venues = venues
        var firstClients = [0]
        var text: [UInt8] = []
        var ranges: [Range<Int>] = []
        for venue in venues {
            firstClients.append(firstClients[firstClients.count - 1] + venue.clientCount)
            let start = text.count
            text += Array(venue.tenant.utf8)
            ranges.append(start..<text.count)
        }
        self.firstClients = firstClients
        clientCount = firstClients[firstClients.count - 1]
        tenantText = text
        tenantRanges = ranges
    }

    /// Appends the name of a venue's tenant as one word of a command.
    func appendTenant(_ venue: Int, to text: inout ByteWriter) {
        unsafe text.appendWord(tenantText.span.bytes.extracting(tenantRanges[venue]))
    }

    /// Calls `body` with the name of a venue's tenant.
    func withTenant<R>(
        _ venue: Int,
        _ body: (RawSpan) throws(LoadError) -> R
    ) throws(LoadError) -> R {
        unsafe try body(tenantText.span.bytes.extracting(tenantRanges[venue]))
    }

    /// Appends the key of a client at a peer, `tenant:number`, as one word of a command.
    func appendPeerKey(_ venue: Int, _ number: Int, to text: inout ByteWriter) {
        unsafe text.appendKeyWord(
            tenantText.span.bytes.extracting(tenantRanges[venue]),
            number
        )
    }

    /// A client of all, each as likely as any other: venue and client number (from 1).
    func drawClient(_ random: inout SampleRandom) -> (venue: Int, number: Int) {
        let position = random.below(clientCount)
        var low = 0
        var high = venues.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if firstClients[middle] <= position { low = middle } else { high = middle }
        }
        return (low, position - firstClients[low] + 1)
    }

    /// Everybody in blocks, in an order that mixes venues of all sizes.
    func blocks(seed: UInt64) -> [Block] {
        var blocks: [Block] = []
        for (index, venue) in venues.enumerated() {
            var start = 0
            while start < venue.clientCount {
                let end = min(venue.clientCount, start + Self.blockClientCount)
                blocks.append(Block(venue: index, clients: start..<end))
                start = end
            }
        }
        var random = SampleRandom(seed: seed)
        blocks.shuffle(using: &random)
        return blocks
    }
}
