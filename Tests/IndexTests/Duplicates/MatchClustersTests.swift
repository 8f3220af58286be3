import Testing

@testable import CarnetIndex

struct MatchClustersTests {
    @Test func R_RES_32_weakLinksDoNotChain() {
        var clusters = MatchClusters()
        clusters.add(1, 2, 9_000)
        clusters.add(2, 3, 500)
        clusters.add(3, 4, 9_000)
        let found = clusters.clusters { _, _ in -8_000 }
        #expect(found.map(\.members) == [[1, 2], [3, 4]])
    }

    @Test func R_RES_32_aGroupTellsItsWeakestLink() {
        var clusters = MatchClusters()
        clusters.add(1, 2, 9_000)
        clusters.add(2, 3, 4_000)
        clusters.add(1, 3, 2_000)
        let found = clusters.clusters { _, _ in 0 }
        #expect(found.map(\.members) == [[1, 2, 3]])
        #expect(found.first?.weakest == MatchCluster.Link(a: 2, b: 3, score: 4_000))
    }

    /// Two entries of one person with little in common are no objection to a third that links
    /// them; husband and wife are, whom an entry without a given name would link.
    @Test(arguments: [
        (score: -5_000 as Int32, isRelative: false, isOne: true),
        (score: -5_000, isRelative: true, isOne: false),
        (score: -11_000, isRelative: false, isOne: false),
    ])
    func R_RES_32_littleInCommonIsNoObjection(score: Int32, isRelative: Bool, isOne: Bool) {
        var clusters = MatchClusters()
        clusters.add(1, 2, 9_000)
        clusters.add(2, 3, 1_000)
        clusters.add(1, 3, score, isLikelyRelative: isRelative)
        let found = clusters.clusters { _, _ in 0 }
        #expect(found.map(\.members) == [isOne ? [1, 2, 3] : [1, 2]])
    }

    @Test func R_RES_31_oneDistinctPairKeepsGroupsApartForGood() {
        var clusters = MatchClusters()
        for (a, b) in [(1, 2), (2, 3), (3, 4), (1, 3), (2, 4)] as [(UInt32, UInt32)] {
            clusters.add(a, b, 9_000)
        }
        clusters.keepApart(4, 1)
        let found = clusters.clusters { _, _ in 9_000 }
        #expect(found.map(\.members) == [[1, 2, 3]])
    }

    @Test func manyMembersAreForAPerson() {
        var clusters = MatchClusters()
        for member in 2...9 as ClosedRange<UInt32> { clusters.add(1, member, 9_000) }
        let found = clusters.clusters { _, _ in 9_000 }
        #expect(found.first?.needsLook == true)
    }
}
