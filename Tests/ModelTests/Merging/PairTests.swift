import CarnetBytes
import CarnetModel
import Testing

/// Pairs that are two persons: declared so, or waved aside.
struct PairTests {
    static func venue(_ count: Int) throws -> TestVenue {
        var venue = try TestVenue()
        for number in 1...count {
            _ = try venue.add(["first=Ada", "email=ada\(number)@example.org"])
        }
        return venue
    }

    @Test func R_RES_30_distinctIsRememberedAndTakenBack() throws {
        var venue = try Self.venue(3)
        #expect(try venue.distinct(2, 1) == true)
        #expect(try venue.distinct(1, 2) == false)
        #expect(venue.isDistinct(1, 2) == true)
        #expect(venue.isDistinct(1, 3) == false)
        #expect(try venue.distinct(1, 2, false) == true)
        #expect(try venue.distinct(1, 2, false) == false)
        #expect(venue.isDistinct(1, 2) == false)
        #expect(throws: Refusal.self) { try venue.distinct(1, 1) }
        #expect(throws: Refusal.noClient(ClientID(9))) { try venue.distinct(1, 9) }
    }

    @Test func R_RES_30_distinctGoesAlongThroughMerges() throws {
        var venue = try Self.venue(4)
        try venue.distinct(1, 2)
        try venue.merge(3, [2])
        #expect(venue.isDistinct(1, 3) == true)
        #expect(venue.isDistinct(1, 2) == true)
        #expect(throws: Refusal.merged(ClientID(3))) { try venue.distinct(1, 2) }
        try venue.merge(4, [1])
        #expect(venue.isDistinct(3, 4) == true)
        #expect(try venue.merge(3, [4]).isDistinct == true)
        #expect(venue.isDistinct(1, 2) == false)
        try venue.unmerge(3)
        #expect(venue.isDistinct(3, 4) == true)
        #expect(try venue.distinct(3, 4, false) == true)
        try venue.unmerge(1)
        #expect(venue.isDistinct(1, 2) == false)
    }

    @Test func R_RES_30_wavedAsideUntilOneOfThemChanges() throws {
        var venue = try Self.venue(2)
        let id = try venue.add(["first=Ada", "email=ada1@example.org"], wavedAside: [1, 2])
        #expect(venue.tenant.isWavedAside(id, ClientID(1)) == true)
        #expect(venue.tenant.isWavedAside(ClientID(2), id) == true)
        #expect(venue.tenant.isWavedAside(ClientID(1), ClientID(2)) == false)
        _ = try venue.set(1, ["city=Gent"])
        #expect(venue.tenant.isWavedAside(id, ClientID(1)) == false)
        #expect(venue.tenant.isWavedAside(id, ClientID(2)) == true)
        _ = try venue.set(3, ["city=Gent"])
        #expect(venue.tenant.isWavedAside(id, ClientID(2)) == false)
    }
}
