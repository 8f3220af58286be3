public import CarnetBytes

extension Tenant {
    /// Applies `clientsErased` and `clientsAnonymized`: writes the emptied records to `staging` and
    /// empties what is kept of their merges, pairs and keyed commands.
    mutating func stageErased(
        _ event: borrowing Event,
        _ kind: Erasure.Kind,
        into staging: inout ByteWriter
    ) throws(EventError) {
        guard let erasure = ErasureEvent(event.payload) else { throw .malformed(event.kind) }
        let receipt = Erasure(
            erasure,
            kind,
            erasure.counts ?? counts(of: erasure),
            at: event.milliseconds,
            lsn: event.lsn
        )
        stageForgotten(erasure.named, erasure.doubles, kind, event.milliseconds, into: &staging)
        restore(erasure: receipt)
    }

    /// Makes a state from before an erasure one in which it had been carried out: who was forgotten
    /// since is nobody in the past either. O(clients named); no receipt is written.
    public mutating func forget(_ erasure: Erasure, staging: inout ByteWriter) {
        let known = erasure.clients.filter { clients.contains($0.value) }
        let named = Set(erasure.clients.prefix(erasure.counts.clients))
        staging.removeAll()
        stageForgotten(
            known.filter { named.contains($0) },
            known.filter { !named.contains($0) },
            erasure.kind,
            erasure.milliseconds,
            into: &staging
        )
        var offset = 0
        while let record = Self.nextRecord(of: staging.bytes, at: &offset) { commit(record) }
    }

    /// As above, of the event; nothing happens where it is another one.
    public mutating func forget(_ event: borrowing Event, staging: inout ByteWriter) {
        let kind: Erasure.Kind
        switch event.kind {
        case .clientsErased: kind = .erased
        case .clientsAnonymized: kind = .anonymized
        default: return
        }
        guard let erasure = ErasureEvent(event.payload) else { return }
        let receipt = Erasure(
            erasure,
            kind,
            counts(of: erasure),
            at: event.milliseconds,
            lsn: event.lsn
        )
        forget(receipt, staging: &staging)
    }

    /// Writes the emptied records to `staging` and empties what is kept beside them.
    private mutating func stageForgotten(
        _ named: [ClientID],
        _ doubles: [ClientID],
        _ kind: Erasure.Kind,
        _ milliseconds: UInt64,
        into staging: inout ByteWriter
    ) {
        for id in named {
            stageEmptied(id, keepsFigures: kind == .anonymized, milliseconds, into: &staging)
        }
        for id in doubles { stageEmptied(id, keepsFigures: false, milliseconds, into: &staging) }
        let all = named + doubles
        let rows = Set(all.flatMap { merges(of: $0) })
        for number in rows.sorted() {
            guard var row = mergeRow(number) else { continue }
            row.forgetWords()
            put(merge: row)
        }
        for id in all {
            emptyOwn(of: id, isKept: kind == .anonymized && named.contains(id))
            for pair in merges.first?.pairs(of: id) ?? [] {
                put(pair: pair.lower, pair.higher, at: milliseconds, .takenBack)
            }
        }
        emptyBookings(of: all, at: milliseconds)
        let links = linkNumbers(of: all)
        removeLinks(links)
        replies.forget(
            clients: all,
            merges: rows,
            bookings: bookingNumbers(of: all),
            links: links
        )
    }

    /// Applies `erasureAdvanced`. Payload: varint receipt, u8 stage.
    mutating func applyAdvance(_ event: borrowing Event) {
        var reader = ByteReader(event.payload)
        guard let number = reader.varint(), let rawStage = reader.byte(),
            let stage = Erasure.Stage(rawValue: rawStage),
            var erasure = erasure(UInt32(clamping: number)), erasure.stage < stage
        else { return }
        erasure.stage = stage
        if stage == .complete {
            erasure.completeMilliseconds = event.milliseconds
            erasure.completeLSN = event.lsn
        }
        restore(erasure: erasure)
    }

    /// The next version of a record that keeps nothing of the person. Of an anonymized one the
    /// language stays, and where it stands on the list (R-CAL-40).
    private func stageEmptied(
        _ id: ClientID,
        keepsFigures: Bool,
        _ milliseconds: UInt64,
        into staging: inout ByteWriter
    ) {
        guard let old = clients.record(id.value) else { return }
        let record = ClientRecord(old)
        let start = staging.byteCount
        ClientRecordWriter.begin(
            id,
            status: keepsFigures ? record.status : .erased,
            createdMilliseconds: keepsFigures ? record.createdMilliseconds : milliseconds,
            updatedMilliseconds: milliseconds,
            version: record.version &+ 1,
            in: &staging
        )
        if keepsFigures {
            Self.appendFigures(record, to: &staging)
            ClientRecordWriter.append(
                tag: ClientRecord.anonymizedTag,
                integer: milliseconds,
                to: &staging
            )
        }
        // Some dozens of bytes: it fits.
        _ = ClientRecordWriter.finish(from: start, in: &staging)
    }

    private static func appendFigures(
        _ record: borrowing ClientRecord,
        to writer: inout ByteWriter
    ) {
        guard let range = record.field(.language) else { return }
        ClientRecordWriter.append(
            tag: ClientField.language.rawValue,
            record.bytes.bytes(range),
            to: &writer
        )
    }

    /// Empties what a survivor has by itself; it is kept where doubles may still be merged into it.
    private mutating func emptyOwn(of id: ClientID, isKept: Bool) {
        guard merges.first?.owns.contains(id.value) == true else { return }
        var own = ByteWriter(capacity: 64)
        guard isKept, appendEmptyOwn(of: id, to: &own) else { return dropOwn(of: id) }
        restore(own: own.bytes)
    }

    private func appendEmptyOwn(of id: ClientID, to own: inout ByteWriter) -> Bool {
        guard let old = clients.record(id.value) else { return false }
        let record = ClientRecord(old)
        OwnContent.begin(record, in: &own)
        Self.appendFigures(record, to: &own)
        return ClientRecordWriter.finish(from: 0, in: &own)
    }

    /// Puts a receipt in place, of an event or of a snapshot.
    mutating func restore(erasure: Erasure) {
        var bytes = ByteWriter(capacity: 64)
        if let old = self.erasure(erasure.number) {
            old.append(to: &bytes)
            digest.remove(bytes.bytes)
            if old.stage != .complete { pendingErasureCount &-= 1 }
            bytes.removeAll()
            erasures[Int(erasure.number) - 1] = erasure
        } else {
            erasures.append(erasure)
        }
        if erasure.stage != .complete { pendingErasureCount &+= 1 }
        erasure.append(to: &bytes)
        digest.add(bytes.bytes)
    }
}

extension RememberedReply {
    /// Whom or what of a person's a reply tells of.
    enum Subject {
        case client(UInt32)
        case merge(UInt32)
        case booking(UInt32)
        case link(UInt32)
    }

    /// A reply that counts several clients has a count where others have a client, so it may go although
    /// it need not: its command then runs again, and finds nothing to change.
    var subject: Subject? {
        switch kind {
        case .created, .updated, .changed: .client(number)
        case .merged, .unmerged: .merge(number)
        case .booking: .booking(number)
        case .link: .link(number)
        case .settings, .tenant, .erased, .view, .lifted, .points: nil
        }
    }
}

extension RememberedReplies {
    private static func tells(
        _ reply: RememberedReply,
        of clients: Set<UInt32>,
        _ merges: Set<UInt32>,
        _ bookings: Set<UInt32>,
        _ links: Set<UInt32>
    ) -> Bool {
        switch reply.subject {
        case .client(let number): clients.contains(number)
        case .merge(let number): merges.contains(number)
        case .booking(let number): bookings.contains(number)
        case .link(let number): links.contains(number)
        case nil: false
        }
    }

    func count(
        ofClients clients: [ClientID],
        merges: Set<UInt32>,
        bookings: Set<UInt32>,
        links: Set<UInt32>
    ) -> Int {
        let numbers = Set(clients.map(\.value))
        return all.count { Self.tells($0, of: numbers, merges, bookings, links) }
    }

    /// Drops what was answered about these clients and merges: the hash of a command's words is
    /// one of the person's. A command repeated with such a key is carried out anew. O(replies).
    mutating func forget(
        clients: [ClientID],
        merges: Set<UInt32>,
        bookings: Set<UInt32>,
        links: Set<UInt32>
    ) {
        let numbers = Set(clients.map(\.value))
        removeAll { Self.tells($0, of: numbers, merges, bookings, links) }
    }
}
