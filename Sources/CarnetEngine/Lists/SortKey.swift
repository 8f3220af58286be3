import CarnetBytes
import CarnetModel

/// What one client is ordered by, with its first eight bytes as a number: most comparisons end there,
/// and a key of up to eight bytes, as of every time and number, needs no memory of its own.
struct SortKey {
    /// The first eight bytes, the first one highest; zeros behind a shorter key.
    let bits: UInt64
    /// How many bytes it has; 0 for a client that lacks what it is ordered by.
    let byteCount: Int
    /// The whole key where it is longer than eight bytes.
    private let long: [UInt8]

    /// O(length).
    init(_ key: RawSpan) {
        byteCount = key.byteCount
        var bits: UInt64 = 0
        for index in 0..<min(8, byteCount) {
            bits |= UInt64(key.byte(at: index)) << UInt64(56 &- 8 &* index)
        }
        self.bits = bits
        long = byteCount > 8 ? key.array() : []
    }

    /// The whole key.
    var bytes: [UInt8] {
        byteCount > 8
            ? long : (0..<byteCount).map { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * $0)) }
    }

    /// Below zero where this key stands before `other`, byte by byte; 0 where they are equal.
    func order(before other: borrowing SortKey) -> Int {
        if bits != other.bits { return bits < other.bits ? -1 : 1 }
        guard byteCount > 8, other.byteCount > 8 else { return byteCount &- other.byteCount }
        return unsafe long.span.bytes.order(before: other.long.span.bytes)
    }
}

/// What is known of a key without making it.
enum KnownKey {
    /// The client lacks what it is ordered by.
    case none
    /// Its first `byteCount` bytes, at most eight, as ``SortKey/bits`` has them; no byte of them
    /// is 0 unless all eight are known.
    case beginning(UInt64, byteCount: Int)
    /// All of it: eight bytes.
    case whole(UInt64)

    /// Below zero where a key that begins so stands before `other`, above zero where it stands behind
    /// it, and nil where that is not known. `other` must not be empty.
    func order(before other: borrowing SortKey) -> Int? {
        guard case .beginning(let bits, let byteCount) = self, byteCount > 0 else { return nil }
        let mask = UInt64.max << UInt64(64 &- 8 &* byteCount)
        let (a, b) = (bits & mask, other.bits & mask)
        return a == b ? nil : a < b ? -1 : 1
    }
}

/// The first few clients in an order, of all that are offered: a heap with the last one on top.
struct BestKeys {
    struct Entry {
        let key: SortKey
        let id: UInt32
    }

    private let order: ClientOrder
    private let countMax: Int
    private var heap: [Entry] = []

    init(order: ClientOrder, countMax: Int) {
        self.order = order
        self.countMax = countMax
        heap.reserveCapacity(countMax)
    }

    /// The last of those kept, once there are as many as there may be: who stands behind it is not
    /// among the first.
    var last: Entry? { heap.count == countMax ? heap.first : nil }

    /// Keeps the client if it is among the first so far. O(log countMax).
    mutating func offer(_ entry: Entry) {
        if let last {
            guard isBefore(entry, last) else { return }
            heap[0] = entry
            sink(0)
        } else {
            heap.append(entry)
            rise(heap.count - 1)
        }
    }

    func sorted() -> [Entry] { heap.sorted { isBefore($0, $1) } }

    private func isBefore(_ a: Entry, _ b: Entry) -> Bool {
        order.isBefore(a.key, a.id, b.key, b.id)
    }

    private mutating func rise(_ start: Int) {
        var place = start
        while place > 0, isBefore(heap[(place - 1) / 2], heap[place]) {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func sink(_ start: Int) {
        var place = start
        while true {
            var largest = place
            let left = 2 * place + 1
            if left < heap.count, isBefore(heap[largest], heap[left]) { largest = left }
            if left + 1 < heap.count, isBefore(heap[largest], heap[left + 1]) { largest = left + 1 }
            guard largest != place else { return }
            heap.swapAt(place, largest)
            place = largest
        }
    }
}
