public import CarnetBytes
public import CarnetModel

/// What a shard asks the directory about the clients of its tenants.
extension Shard {
    /// The account of a client, where client and account both say that they are linked; of a merged
    /// client the survivor's. Nil for most, who have none: then the directory is not asked.
    public func account(_ cell: TenantCell, of id: ClientID) -> Account? {
        guard let mark = cell.tenant.account(of: id), let account = accounts.account(mark.account)
        else { return nil }
        let survivor = cell.tenant.survivor(of: id)
        let isLinked = account.clients(at: cell.tenant.name).contains {
            cell.tenant.survivor(of: $0) == survivor
        }
        return isLinked ? account : nil
    }

    /// Which client of the tenant an account's person is: on the list before off it, then the lower
    /// number. Nil: none.
    public func client(_ cell: TenantCell, of account: AccountID) -> ClientID? {
        clients(cell, of: account).first
    }

    /// All clients of the tenant that an account's person is, as ``client(_:of:)`` orders them. Merged
    /// ones stand as their survivors.
    public func clients(_ cell: TenantCell, of account: AccountID) -> [ClientID] {
        let linked = accounts.account(account)?.clients(at: cell.tenant.name) ?? []
        let clients = Set(linked.map { cell.tenant.survivor(of: $0) }).filter {
            cell.tenant.account(of: $0)?.account == account
        }
        return clients.sorted { a, b in
            let isActive = cell.tenant.isActive(a)
            return isActive == cell.tenant.isActive(b) ? a < b : isActive
        }
    }

    /// R-RES-05, R-POL-04: the fields of a client that staff may not change, as bits.
    public func lockedFields(_ cell: TenantCell, of id: ClientID) -> UInt64 {
        var locked: UInt64 = 0
        if let account = account(cell, of: id), account.owns(at: cell.tenant.name) {
            locked = FieldLocks.owned
        }
        guard cell.tenant.settings.emailIsOwnersAlone else { return locked }
        let clients = cell.tenant.clients
        if let record = clients.record(id.value), ClientRecord(record).field(.email) != nil {
            locked |= ClientField.email.bit
        }
        return locked
    }

    /// Tells a tenant what happened to an account that a client of it is linked to. Nil: it can't
    /// be logged now, and has to be told again.
    public func tell(
        _ news: AccountNews,
        tenant name: [UInt8]
    ) -> (outcome: NewsOutcome, lsn: LSN)? {
        guard let cell = cell(unsafe name.span.bytes) else { return (.gone, lastDropLSN) }
        events.removeAll()
        do throws(Refusal) {
            let outcome = try cell.tenant.decideNews(news, events: &events)
            guard events.count > 0 else { return (outcome, cell.lastLSN) }
            author = []
            let lsn = try? commit(
                cell,
                microseconds: microsecondsNow,
                wantsSync: false,
                keyed: nil,
                frees: true
            )
            return lsn.map { (outcome, $0) }
        } catch {
            // The client's record has no room for it: it stays as it is.
            events.removeAll()
            return (.told, cell.lastLSN)
        }
    }

    /// What links accounts to clients, and to those who were merged into them.
    func linkedPlaces(
        _ cell: TenantCell,
        of ids: [ClientID]
    ) -> [(AccountID, [ClientPlace])] {
        let name = cell.tenant.name
        return ids.compactMap { id in
            guard let account = account(cell, of: id) else { return nil }
            let survivor = cell.tenant.survivor(of: id)
            let linked = account.clients(at: name).filter {
                cell.tenant.survivor(of: $0) == survivor
            }
            return (account.id, linked.map { ClientPlace(tenant: name, client: $0) })
        }
    }
}
