import CarnetBytes
import CarnetIndex
public import CarnetModel

/// Who may be the same person as a client: the check at creation, and the doubles of one client.
extension Shard {
    /// The most clients that a check names.
    static let candidateCountMax = 20
    /// What a check lists from, where it lists at all: "could be" (ALGORITHM: -2 bits).
    static let listedScoreMin: Int32 = -2_000

    /// R-RES-29: who on the list may be the new client that is open in `events`, its fields from
    /// `start` on. Nobody unless one scores `scoreMin` or more; then all down to
    /// `listedScoreMin`, best first, with reasons.
    ///
    /// While many wait to be entered into the tenant's table, those are found who are in it already,
    /// and of all others those of equal e-mail, phone or name.
    func candidates(
        _ cell: TenantCell,
        ofNew id: ClientID,
        from start: Int,
        scoreMin: Int32
    ) -> [ClientPair] {
        fillFew(cell)
        drafted.removeAll()
        ClientRecordWriter.begin(
            id,
            status: .active,
            createdMilliseconds: 0,
            updatedMilliseconds: 0,
            version: 1,
            in: &drafted
        )
        ClientRecordWriter.appendFields(of: events.payloads.bytes, from: start, to: &drafted)
        let record = ClientRecord(drafted.bytes)
        let clients = cell.tenant.clients
        var numbers = cell.doubles.matches(
            ofNew: record,
            in: clients,
            MatchWish(limit: Self.candidateCountMax, scoreMin: scoreMin),
            &matching
        ).map(\.number)
        if !cell.doubles.isFilled(clients) {
            numbers += likelyNumbers(cell, record).filter { !numbers.contains($0) }
        }
        guard !numbers.isEmpty else { return [] }
        if scoreMin > Self.listedScoreMin {
            let more = cell.doubles.matches(
                of: record,
                in: clients,
                MatchWish(limit: Self.candidateCountMax, scoreMin: Self.listedScoreMin),
                &matching
            )
            numbers += more.map(\.number).filter { !numbers.contains($0) }
        }
        let pairs = explain(
            cell,
            record,
            with: numbers,
            min(scoreMin, Self.listedScoreMin),
            leads: true
        )
        guard let best = pairs.first, best.score >= scoreMin else { return [] }
        return Array(pairs.prefix(Self.candidateCountMax))
    }

    /// Who may be a client that is on the list: best first, from `scoreMin` on, without those who
    /// are known to be somebody else.
    /// The client is `a` of each pair where it `leads`, else the lower number is.
    func doubles(
        of id: ClientID,
        _ cell: TenantCell,
        scoreMin: Int32,
        leads: Bool = false
    ) -> [ClientPair] {
        fillFew(cell)
        let clients = cell.tenant.clients
        guard let bytes = clients.record(id.value) else { return [] }
        let record = ClientRecord(bytes)
        var numbers = cell.doubles.matches(
            of: record,
            in: clients,
            MatchWish(limit: .max, scoreMin: scoreMin),
            &matching
        ).map(\.number)
        if !cell.doubles.isFilled(clients) {
            numbers += likelyNumbers(cell, record).filter { !numbers.contains($0) }
        }
        numbers.removeAll { cell.tenant.isSettled(ClientID($0), id) }
        return explain(cell, record, with: numbers, scoreMin, leads: leads)
    }

    /// R-SAL-02: who may be the same person as a client that is about to leave the list, and so
    /// had better be merged with it.
    public func likelyDoubles(_ cell: TenantCell, _ id: ClientID) -> [ClientPair] {
        Array(
            doubles(of: id, cell, scoreMin: Self.listedScoreMin, leads: true)
                .prefix(Self.candidateCountMax)
        )
    }

    /// CLIENT.COMPARE: why two clients score what they score.
    public func compare(
        _ cell: TenantCell,
        _ a: ClientID,
        _ b: ClientID
    ) throws(CommandFailure) -> ClientPair {
        fillFew(cell)
        let clients = cell.tenant.clients
        guard let one = clients.record(a.value) else { throw .refused(.noClient(a)) }
        guard let other = clients.record(b.value) else { throw .refused(.noClient(b)) }
        return cell.doubles.withIndex(of: clients, cell.tenant.activeCount, &matching) {
            index,
            matching in
            let explanation = index.explain(
                ClientRecord(one),
                ClientRecord(other),
                in: clients,
                &matching
            )
            return ClientPair(explanation, ClientRecord(one), ClientRecord(other))
        }
    }

    /// The pairs of one client with others that score so much, best first, equal ones by number. Of
    /// each pair the lower number is `a`, or the client itself where it `leads`.
    func explain(
        _ cell: TenantCell,
        _ record: ClientRecord,
        with numbers: [UInt32],
        _ scoreMin: Int32,
        leads: Bool = false
    ) -> [ClientPair] {
        guard !numbers.isEmpty else { return [] }
        let clients = cell.tenant.clients
        return cell.doubles.withIndex(of: clients, cell.tenant.activeCount, &matching) {
            index,
            matching in
            var pairs: [ClientPair] = []
            for number in numbers {
                guard let bytes = clients.record(number) else { continue }
                let other = ClientRecord(bytes)
                let isFirst = leads || record.id < other.id
                let explanation =
                    isFirst
                    ? index.explain(record, other, in: clients, &matching)
                    : index.explain(other, record, in: clients, &matching)
                guard explanation.score >= scoreMin else { continue }
                pairs.append(
                    isFirst
                        ? ClientPair(explanation, record, other)
                        : ClientPair(explanation, other, record)
                )
            }
            return pairs.sorted { ScoredPair.ranks($0.scored, before: $1.scored) }
        }
    }

    /// Active clients of the same e-mail, phone or name, by the index of searches: for as long as
    /// the tenant's table is not filled.
    private func likelyNumbers(_ cell: TenantCell, _ record: ClientRecord) -> [UInt32] {
        var numbers: [UInt32] = []
        var name = ByteWriter(capacity: 128)
        var cursor = record.fields
        while let (tag, range) = cursor.next(in: record.bytes) {
            found.removeAll(keepingCapacity: true)
            switch ClientField(rawValue: tag) {
            case .first, .last:
                name.append(record.bytes.bytes(range))
                name.append(UInt8(ascii: " "))
            case .email:
                cell.index.find(
                    email: record.bytes.bytes(range),
                    in: cell.tenant.clients,
                    max: Self.candidateCountMax,
                    into: &found,
                    scratch: &scratch
                )
            case .phone:
                cell.index.find(
                    phone: record.integer(range),
                    in: cell.tenant.clients,
                    max: Self.candidateCountMax,
                    into: &found,
                    scratch: &scratch
                )
            default: continue
            }
            numbers += found
        }
        var options = SearchOptions()
        options.typos = .none
        let hits = cell.index.search(
            name.bytes,
            options,
            in: cell.tenant.clients,
            scratch: &scratch
        ).hits
        numbers += hits.map(\.number)
        var kept: [UInt32] = []
        for number in numbers where number != record.id.value && !kept.contains(number) {
            if cell.tenant.isActive(ClientID(number)) { kept.append(number) }
        }
        return kept
    }
}
