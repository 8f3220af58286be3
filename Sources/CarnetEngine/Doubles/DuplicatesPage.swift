public import CarnetBytes
import CarnetModel

/// A page of pairs who may be one person.
public struct DuplicatesPage: Sendable {
    public var pairs: [ClientPair] = []
    /// How many there are on all pages together, as the scan counted them.
    public var total = 0
    /// More were found than are kept.
    public var isCut = false
    /// Where the next page goes on; nil on the last.
    public var cursor: PairCursor?
    /// From where on pairs that arise are told; nil where one client was asked for.
    public var feed: FeedCursor?
    /// Whether not everybody has been entered into the table; of one client alone.
    public var isFilling = false
    /// The last event of the tenant that it shows.
    public var lsn = LSN.zero
}

/// Why there is no page.
public struct DuplicatesFailure: Error, Sendable {
    public let failure: CommandFailure
    /// The event that it depends on.
    public let lsn: LSN
}

public typealias DuplicatesResult = Result<DuplicatesPage, DuplicatesFailure>
