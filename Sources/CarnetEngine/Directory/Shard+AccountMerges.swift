import CarnetBytes
import CarnetModel

/// What a merge means for persons who sign in for themselves.
extension Shard {
    /// R-RES-23, R-RES-26: refuses what would take an account from its person, and has the one who
    /// owns the identity keep it: the account, and e-mail and names where they are the person's own.
    func settleAccounts(_ cell: TenantCell, _ request: inout MergeRequest) throws(Refusal) {
        let all = [request.survivor] + request.doubles
        let accounts = all.map { account(cell, of: $0) }
        guard accounts.contains(where: { $0 != nil }) else { return }
        let administers = accounts.contains { $0.map { !$0.administered.isEmpty } ?? false }
        guard !administers || request.isForced else { throw .adminProfile }
        let used = Set(accounts.compactMap { $0 }.filter(\.hasSignedIn).map(\.id))
        guard used.count < 2 else { throw .twoAccounts }
        // Where nobody has, the survivor's account stands, or else the first double's.
        guard let person = used.first,
            let keeper = all.indices.first(where: { accounts[$0]?.id == person })
        else { return }
        request.takesAccountFrom = accounts[0]?.id == person ? nil : all[keeper]
        guard accounts[keeper]?.owns(at: cell.tenant.name) == true else { return }
        try keepIdentity(cell, of: all[keeper], &request)
    }

    private func keepIdentity(
        _ cell: TenantCell,
        of owner: ClientID,
        _ request: inout MergeRequest
    ) throws(Refusal) {
        let clients = cell.tenant.clients
        for field in FieldLocks.fields(FieldLocks.owned) {
            let own = Self.value(field, of: owner, in: clients)
            if let take = request.takes.first(where: { $0.field == field }) {
                let taken = Self.value(field, of: take.id, in: clients)
                // The same value is no change, whosever it is.
                guard taken == own || request.isForced else {
                    throw .locked(field: "\(field.name)")
                }
            } else if own != nil, owner != request.survivor {
                request.takes.append(MergeRequest.Take(field, from: owner))
            }
        }
    }

    private static func value(
        _ field: ClientField,
        of id: ClientID,
        in clients: RecordStore
    ) -> [UInt8]? {
        guard let bytes = clients.record(id.value),
            let range = ClientRecord(bytes).field(field)
        else { return nil }
        return bytes.bytes(range).array()
    }
}
