import CarnetBytes
public import CarnetModel

/// A page of a list, read from a view of the tenant: any thread may do it.
public struct ListPage: Sendable {
    public var ids: [UInt32] = []
    /// How many clients pass the filter, on all pages together.
    public var total = 0
    public var cursor: ListCursor?
}

/// Lists and counts clients of a view by filter and order. O(clients) with filters or another
/// order than by id, else O(page).
public struct ListScan: Sendable {
    public var filter = ClientFilter()
    public var order = ClientOrder(by: .id, isDescending: false)
    public var limit = 20
    public var after: ListCursor?
    /// Whether all that pass are to be counted; without it a page by id ends where it is full.
    public var wantsTotal = true

    public init() {}

    /// How many clients pass the filter.
    public func count(_ view: TenantView) -> Int {
        switch filter.soleStatus {
        case .active?: return view.activeCount
        case .inactive?: return view.inactiveCount
        case .merged?, .erased?, nil: break
        }
        var count = 0
        forEachPassing(view) { _, _ in count &+= 1 }
        return count
    }

    /// One page.
    public func page(_ view: TenantView) -> ListPage {
        if order.by == .id { return pageByID(view) }
        var page = ListPage()
        var best = BestKeys(order: order, countMax: limit + 1)
        var key = ByteWriter(capacity: 128)
        let ledger = order.asksBookings ? filter.ledger ?? view.bookingLedger() : nil
        forEachPassing(view) { number, record in
            page.total &+= 1
            key.removeAll()
            let id = record.id
            order.appendKey(
                record,
                figures: { ledger?.figures(of: id, at: filter.now) ?? .none },
                to: &key
            )
            if let after {
                let isBehind = order.isBefore(
                    unsafe after.key.span.bytes,
                    after.id,
                    key.bytes,
                    number
                )
                guard isBehind else { return }
            }
            best.offer(key.bytes, number)
        }
        let sorted = best.sorted()
        page.ids = sorted.prefix(limit).map(\.id)
        if sorted.count > limit, let last = sorted.prefix(limit).last {
            page.cursor = ListCursor(order, id: last.id, key: last.key)
        }
        return page
    }

    private func pageByID(_ view: TenantView) -> ListPage {
        var page = ListPage()
        if wantsTotal { page.total = count(view) }
        let numberMax = view.clients.numberMax
        var number = order.isDescending ? numberMax : 1
        if let after {
            number = order.isDescending ? after.id &- 1 : after.id &+ 1
        }
        while number >= 1, number <= numberMax {
            if let bytes = view.clients.record(number), filter.passes(ClientRecord(bytes)) {
                if page.ids.count == limit {
                    page.cursor = page.ids.last.map { ListCursor(order, id: $0, key: []) }
                    return page
                }
                page.ids.append(number)
            }
            number = order.isDescending ? number &- 1 : number &+ 1
        }
        return page
    }

    private func forEachPassing(
        _ view: TenantView,
        _ body: (UInt32, borrowing ClientRecord) -> Void
    ) {
        guard view.clients.numberMax >= 1 else { return }
        for number in 1...view.clients.numberMax {
            guard let bytes = view.clients.record(number) else { continue }
            let record = ClientRecord(bytes)
            if filter.passes(record) { body(number, record) }
        }
    }
}

/// The first few clients in an order, of all that are offered: a heap with the last one on top.
private struct BestKeys {
    struct Entry {
        let key: [UInt8]
        let id: UInt32
    }

    let order: ClientOrder
    let countMax: Int
    private var heap: [Entry] = []

    init(order: ClientOrder, countMax: Int) {
        self.order = order
        self.countMax = countMax
    }

    /// Keeps the client if it is among the first so far. O(log countMax).
    mutating func offer(_ key: RawSpan, _ id: UInt32) {
        if heap.count == countMax {
            guard let last = heap.first,
                order.isBefore(key, id, unsafe last.key.span.bytes, last.id)
            else { return }
            heap[0] = Entry(key: key.array(), id: id)
            sink(0)
        } else {
            heap.append(Entry(key: key.array(), id: id))
            rise(heap.count - 1)
        }
    }

    func sorted() -> [Entry] { heap.sorted { isBefore($0, $1) } }

    private func isBefore(_ a: Entry, _ b: Entry) -> Bool {
        unsafe order.isBefore(a.key.span.bytes, a.id, b.key.span.bytes, b.id)
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
            for child in [2 * place + 1, 2 * place + 2]
            where child < heap.count && isBefore(heap[largest], heap[child]) {
                largest = child
            }
            guard largest != place else { return }
            heap.swapAt(place, largest)
            place = largest
        }
    }
}
