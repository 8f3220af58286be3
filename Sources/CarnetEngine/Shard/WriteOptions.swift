public import CarnetBytes
public import CarnetModel

/// What may stand beside any writing command.
public struct WriteOptions: Sendable {
    /// Refuse with STALE unless the record's version is this.
    public var ifVersion: UInt32?
    /// Answer what would happen and change nothing.
    public var isDryRun = false
    /// Have it on the disk before the reply leaves, whatever the node's level.
    public var wantsSync = false
    /// Refuse whoever brings an address that is kept out since an erasure (R-SAL-20).
    public var keepsOut = false
    /// The hash of token name and `KEY`, where the command came with one.
    public var key: Hash128?
    /// A hash of all the command's words but the key's, to tell a repetition from another command.
    public var arguments: UInt64 = 0
    /// R-RES-08: the helpdesk changes what is the person's own, and says why; empty: nobody does.
    public var unlockReason: [UInt8] = []

    public init() {}
}

/// What became of a writing command.
public struct WriteResult: Hashable, Sendable {
    public var kind: RememberedReply.Kind
    /// The client; or how many there were, where several changed.
    public var number: UInt32
    public var version: UInt32
    /// The LSN of its last event; nil when nothing was changed.
    public var lsn: LSN?
    /// Which of the addresses that it brought are kept out since an erasure.
    public var keptOut: KeptOutWays = []

    init(kind: RememberedReply.Kind, number: UInt32, version: UInt32, lsn: LSN?) {
        self.kind = kind
        self.number = number
        self.version = version
        self.lsn = lsn
    }

    init(_ reply: RememberedReply) {
        self.init(
            kind: reply.kind,
            number: reply.number,
            version: reply.version,
            lsn: reply.lsn
        )
    }
}

/// What became of CLIENT.ADD.
public enum AddResult: Hashable, Sendable {
    case created(WriteResult)
    /// Nothing was created: these may be the same person, best first.
    case duplicates([ClientPair])
}

/// What became of CLIENT.UPSERT.
public enum UpsertResult: Hashable, Sendable {
    /// Created; the candidates may be the same person.
    case created(WriteResult, [ClientPair])
    case updated(WriteResult)
    case unchanged(ClientID, version: UInt32)
    /// The reference is a double's that went into this client: nothing is changed.
    case merged(ClientID, version: UInt32)
}
