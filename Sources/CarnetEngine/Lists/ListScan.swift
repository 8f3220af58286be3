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
        let after = after.map { (key: unsafe SortKey($0.key.span.bytes), id: $0.id) }
        forEachPassing(view) { number, record in
            page.total &+= 1
            let known = order.knownKey(record)
            if let last = best.last,
                order.isBefore(known, number, last.key, last.id) == false
            {
                return
            }
            if let after, order.isBefore(known, number, after.key, after.id) == true { return }
            key.removeAll()
            let id = record.id
            order.appendKey(
                record,
                figures: { ledger?.figures(of: id, at: filter.now) ?? .none },
                to: &key
            )
            let whole = SortKey(key.bytes)
            if let after, !order.isBefore(after.key, after.id, whole, number) { return }
            best.offer(BestKeys.Entry(key: whole, id: number))
        }
        let sorted = best.sorted()
        page.ids = sorted.prefix(limit).map(\.id)
        if sorted.count > limit, let last = sorted.prefix(limit).last {
            page.cursor = ListCursor(order, id: last.id, key: last.key.bytes)
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
        let numberMax = view.clients.numberMax
        // Times grow with numbers: so the latest come first, and the others are told apart at a glance.
        let isDownwards = order.isDescending && (order.by == .created || order.by == .updated)
        var number = isDownwards ? numberMax : 1
        while number >= 1, number <= numberMax {
            if let bytes = view.clients.record(number) {
                let record = ClientRecord(bytes)
                if filter.passes(record) { body(number, record) }
            }
            number = isDownwards ? number &- 1 : number &+ 1
        }
    }
}
