import CarnetBytes

/// Views that a tenant has saved: VIEW.SET, VIEW.GET, VIEW.LIST, VIEW.DROP.
extension Tenant {
    /// The view of that name, blanks at its ends aside; refused where there is none, with the names
    /// that there are.
    public func view(_ given: RawSpan) throws(Refusal) -> SavedView {
        try views.view(given)
    }

    /// Writes `viewSet` unless the view is so already. The options have been tried. Answers the
    /// view's version afterwards.
    public func decideView(
        _ given: RawSpan,
        _ options: [SavedView.Option],
        ifVersion: UInt32?,
        events: inout EventBuffer
    ) throws(Refusal) -> UInt32 {
        let name = try SavedView.checkedName(given)
        let old = views.first { $0.name == name }
        if let ifVersion, ifVersion != old?.version ?? 0 {
            throw .stale(asked: ifVersion, found: old?.version ?? 0)
        }
        if let old, old.options == options { return old.version }
        guard old != nil || views.count < SavedView.countMax else {
            throw .quota("the tenant has \(SavedView.countMax) views; drop one with VIEW.DROP")
        }
        var words = ByteWriter(capacity: 256)
        SavedView.append(options, to: &words)
        guard words.byteCount <= SavedView.byteCountMax else {
            throw .invalid(
                field: "view",
                problem: "its options may take \(SavedView.byteCountMax) bytes at most"
            )
        }
        events.payloads.append(lengthPrefixed: unsafe name.span.bytes)
        events.payloads.append(words.bytes)
        events.close(.viewSet)
        return (old?.version ?? 0) &+ 1
    }

    /// Writes `viewDropped`. Answers the version that it had.
    public func decideViewDrop(
        _ given: RawSpan,
        ifVersion: UInt32?,
        events: inout EventBuffer
    ) throws(Refusal) -> UInt32 {
        let view = try view(given)
        if let ifVersion, ifVersion != view.version {
            throw .stale(asked: ifVersion, found: view.version)
        }
        events.payloads.append(lengthPrefixed: unsafe view.name.span.bytes)
        events.close(.viewDropped)
        return view.version
    }

    /// Applies `viewSet` and `viewDropped`.
    mutating func applyView(_ event: borrowing Event) throws(EventError) {
        guard let change = ViewEvent(event.kind, event.payload) else {
            throw .malformed(event.kind)
        }
        let place = views.firstIndex { $0.name == change.name }
        guard let options = change.options else {
            if let place { removeView(at: place) }
            return
        }
        let version = place.map { views[$0].version } ?? 0
        restore(
            view: SavedView(
                name: change.name,
                version: version &+ 1,
                milliseconds: event.milliseconds,
                options: options
            )
        )
    }

    /// Puts a view in its place by name, of an event or of a snapshot.
    mutating func restore(view: SavedView) {
        if let place = views.firstIndex(where: { $0.name == view.name }) {
            removeView(at: place)
        }
        let place = views.firstIndex { view.name.lexicographicallyPrecedes($0.name) }
        views.insert(view, at: place ?? views.count)
        digest.add(Self.row(of: view).bytes)
    }

    private mutating func removeView(at place: Int) {
        digest.remove(Self.row(of: views[place]).bytes)
        views.remove(at: place)
    }

    private static func row(of view: SavedView) -> ByteWriter {
        var row = ByteWriter(capacity: 256)
        view.append(to: &row)
        return row
    }
}

extension SavedView {
    /// A name as it is kept: normal form C, without blanks at its ends.
    static func checkedName(_ given: RawSpan) throws(Refusal) -> [UInt8] {
        var scratch = ByteWriter(capacity: 64)
        let rule = TextRule(byteCountMax: nameByteCountMax, allowsEmpty: false)
        do throws(ValueError) {
            let text = try TextValue.check(given, rule, scratch: &scratch)
            return text.bytes(given: given, scratch: scratch).array()
        } catch {
            throw .invalid(field: "view", problem: error.message)
        }
    }
}

extension [SavedView] {
    /// The view of that name; refused where there is none, with the names that there are.
    public func view(_ given: RawSpan) throws(Refusal) -> SavedView {
        let name = try SavedView.checkedName(given)
        guard let view = first(where: { $0.name == name }) else {
            throw .noView(known: map { String(decoding: $0.name, as: UTF8.self) })
        }
        return view
    }
}
