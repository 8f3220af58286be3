import Testing

@testable import carnet

@Suite struct ParallelRowsTests {
    /// Each row is worked on once, and what was found comes in the order of rows.
    @Test(arguments: [0, 1, 2_047, 2_048, 2_049, 50_000])
    func everyRowComesOnceAndInOrder(count: Int) {
        var rows: [Int] = []
        ParallelRows.forEachChunk(count) {
            Array($0)
        } then: { chunk, found in
            #expect(found == Array(chunk))
            rows += found
        }
        #expect(rows == Array(0..<count))
    }

    /// What fails while something is taken ends the work.
    @Test func aFailureEndsIt() {
        struct Full: Error {}
        var taken = 0
        #expect(throws: Full.self) {
            try ParallelRows.forEachChunk(1_000_000) {
                $0.count
            } then: { _, _ in
                taken += 1
                throw Full()
            }
        }
        #expect(taken == 1)
    }
}
