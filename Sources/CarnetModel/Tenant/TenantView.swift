public import CarnetBytes

/// A tenant as it was at one moment: immutable, for a reader on another thread.
public struct TenantView: Sendable {
    public let name: [UInt8]
    public let settings: TenantSettings
    public let version: UInt32
    public let clients: RecordPages
    public let activeCount: Int
    public let inactiveCount: Int
    public let mergedCount: Int
    public let createdMilliseconds: UInt64
    public let replies: RememberedReplies
    public let digest: StateDigest
    public let matchLearning: MatchLearning?
    /// Milliseconds since 1970 at which it was taken, where its reader asks for what ends by itself,
    /// as blocks do; 0 where nobody said.
    public var takenMilliseconds: UInt64 = 0
    public let erasures: [Erasure]
    public let keepOut: KeepOut
    /// Saved views, by name. Those of today where the rest is as it was (`ASOF`).
    public var views: [SavedView]
    /// Nil where there was never a merge or a pair.
    let merges: MergesView?
    /// Nil where there was never a booking.
    let bookings: BookingsView?
    /// Nil where there was never a link or a point.
    let links: LinksView?
}

extension Tenant {
    /// What the tenant holds now. O(1): the pages are copied only as they are written to.
    public func view() -> TenantView {
        TenantView(
            name: name,
            settings: settings,
            version: version,
            clients: clients.view(),
            activeCount: activeCount,
            inactiveCount: inactiveCount,
            mergedCount: mergedCount,
            createdMilliseconds: createdMilliseconds,
            replies: replies,
            digest: digest,
            matchLearning: matchLearning,
            erasures: erasures,
            keepOut: keepOut,
            views: views,
            merges: merges.first?.view(),
            bookings: bookings?.state.view(),
            links: links.first?.view()
        )
    }
}

extension TenantView {
    /// The client that answers for another, as ``Tenant/survivor(of:)`` says.
    public func survivor(of id: ClientID) -> ClientID {
        var id = id
        while let bytes = clients.record(id.value), let into = ClientRecord(bytes).mergedInto {
            id = into.survivor
        }
        return id
    }
}
