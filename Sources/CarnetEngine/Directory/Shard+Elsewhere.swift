import CarnetBytes
import CarnetModel

/// Persons whom the platform knows and this tenant does not.
extension Shard {
    /// R-RES-32: whether somebody signs in with that address who is a client of other tenants alone.
    /// Nothing more is told of them; they link themselves, by a code. O(1).
    public func isKnownElsewhere(_ email: RawSpan, _ cell: TenantCell) -> Bool {
        let login = email.array()
        let tenant = cell.tenant.name
        return accounts.read { directory, _ in
            guard let account = directory.accounts.account(login: unsafe login.span.bytes) else {
                return false
            }
            return account.hasSignedIn && !account.links.isEmpty
                && account.links.allSatisfy { $0.place.tenant != tenant }
        }
    }
}
