import CarnetBytes

// KEEP-OUT IN A SNAPSHOT ROW. u64 low and u64 high of the key, then 12 bytes for each entry: u64 digest, u32 receipt.
//
// PAYLOAD OF clientsKeptOut: u64 low and u64 high of the key, varint receipt, then u64 digests.
// PAYLOAD OF keepOutLifted: u64 digests, each of which is let in whatever receipt it stands with; where
// there are none, behind eight zeros, u32 receipt: all of that erasure's.

/// Who was erased and is not to come back by itself (R-SAL-20): digests of addresses under a key of the
/// tenant's own, with the receipt of the erasure that left them.
///
/// The key stands in the tenant's state, so that every node and every restart knows the same addresses
/// again; a digest without it tells nothing, and with the data folder at hand it can be tried
/// against addresses. That is why nothing is kept unless somebody asks.
public struct KeepOut: Hashable, Sendable {
    public struct Entry: Hashable, Sendable, Comparable {
        public let digest: UInt64
        public let receipt: UInt32

        public static func < (a: Entry, b: Entry) -> Bool {
            (a.digest, a.receipt) < (b.digest, b.receipt)
        }
    }

    /// The most digests of a tenant: 12 MiB.
    public static let countMax = 1 << 20

    public private(set) var key: KeyedHash?
    /// By digest, then by receipt.
    public private(set) var entries: [Entry] = []

    public init() {}

    public var isEmpty: Bool { entries.isEmpty }

    /// Whether that digest is kept out. O(log entries).
    public func contains(_ digest: UInt64) -> Bool {
        let place = place(of: Entry(digest: digest, receipt: 0))
        return place < entries.count && entries[place].digest == digest
    }

    /// How many digests an erasure has left that still stand. O(entries).
    public func count(ofReceipt receipt: UInt32) -> Int {
        entries.count { $0.receipt == receipt }
    }

    /// Takes a key, unless it has one. Answers whether it took it.
    mutating func take(_ key: KeyedHash) -> Bool {
        guard self.key == nil else { return false }
        self.key = key
        return true
    }

    /// Answers whether it is new.
    mutating func insert(_ entry: Entry) -> Bool {
        let place = place(of: entry)
        if place < entries.count, entries[place] == entry { return false }
        entries.insert(entry, at: place)
        return true
    }

    /// Takes out the entries that `isLifted` picks, and answers them.
    mutating func remove(where isLifted: (Entry) -> Bool) -> [Entry] {
        let lifted = entries.filter(isLifted)
        if !lifted.isEmpty { entries.removeAll(where: isLifted) }
        return lifted
    }

    /// Where the entry stands or would.
    private func place(of entry: Entry) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle] < entry { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Who is kept out from now on, as the log says it.
public struct KeepOutEvent: Hashable, Sendable {
    public let key: KeyedHash
    public let receipt: UInt32
    public let digests: [UInt64]

    init(key: KeyedHash, receipt: UInt32, digests: [UInt64]) {
        self.key = key
        self.receipt = receipt
        self.digests = digests
    }

    /// Reads the payload of `clientsKeptOut`; nil where it makes no sense.
    public init?(_ payload: RawSpan) {
        var reader = ByteReader(payload)
        guard let low = reader.littleEndianUInt64(), let high = reader.littleEndianUInt64(),
            let receipt = reader.varint(), receipt < UInt64(UInt32.max),
            reader.remaining % 8 == 0
        else { return nil }
        var digests: [UInt64] = []
        while let digest = reader.littleEndianUInt64() { digests.append(digest) }
        self.init(
            key: KeyedHash(low: low, high: high),
            receipt: UInt32(truncatingIfNeeded: receipt),
            digests: digests
        )
    }

    func append(to payload: inout ByteWriter) {
        payload.append(littleEndian: key.low)
        payload.append(littleEndian: key.high)
        payload.append(varint: UInt64(receipt))
        for digest in digests { payload.append(littleEndian: digest) }
    }
}

/// Who is let in again.
public enum KeepOutLift: Hashable, Sendable {
    /// Addresses, whatever erasure left them.
    case digests([UInt64])
    /// All that an erasure has left.
    case receipt(UInt32)

    /// Reads the payload of `keepOutLifted`; nil where it makes no sense.
    public init?(_ payload: RawSpan) {
        var reader = ByteReader(payload)
        if payload.byteCount == 12 {
            guard reader.littleEndianUInt64() == 0, let receipt = reader.littleEndianUInt32() else {
                return nil
            }
            self = .receipt(receipt)
            return
        }
        guard payload.byteCount % 8 == 0 else { return nil }
        var digests: [UInt64] = []
        while let digest = reader.littleEndianUInt64() { digests.append(digest) }
        self = .digests(digests)
    }

    func append(to payload: inout ByteWriter) {
        switch self {
        case .digests(let digests):
            for digest in digests { payload.append(littleEndian: digest) }
        case .receipt(let receipt):
            payload.append(littleEndian: UInt64(0))
            payload.append(littleEndian: receipt)
        }
    }

    func picks(_ entry: KeepOut.Entry) -> Bool {
        switch self {
        case .digests(let digests): digests.contains(entry.digest)
        case .receipt(let receipt): entry.receipt == receipt
        }
    }
}
