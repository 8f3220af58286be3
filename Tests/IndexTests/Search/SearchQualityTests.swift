import CarnetIndex
import Testing

/// R-RES-33, R-RSV-09, R-POL-13: who is meant stands on top.
@Suite struct SearchQualityTests {
    /// Goal: a receptionist finds whom she means at once. Method: the labelled searches, written
    /// without the engine; names misheard on the phone are the largest part of them.
    @Test func R_RES_33_whoIsMeantStandsOnTop() throws {
        let quality = try SearchQuality()
        #expect(quality.people.count >= 4_000 && quality.queries.count >= 300)
        let answers = quality.answers()
        for (kind, own) in Dictionary(grouping: answers, by: \.query.kind).sorted(by: {
            $0.key < $1.key
        }) {
            print("\(kind): \(SearchQuality.meanReciprocalRank(own)) of \(own.count)")
        }
        for answer in answers where answer.place != 1 {
            let query = answer.query
            let person = quality.people[Int(query.wanted) - 1]
            print(
                "  \(query.kind): \(query.text) → \(person.first) \(person.last): \(answer.place)"
            )
        }
        let mean = SearchQuality.meanReciprocalRank(answers)
        print("mean reciprocal rank: \(mean) of \(answers.count)")
        #expect(mean >= 0.97)
        // No kind of search is bought with another.
        for (kind, own) in Dictionary(grouping: answers, by: \.query.kind) {
            #expect(SearchQuality.meanReciprocalRank(own) >= 0.9, "\(kind)")
        }
    }
}
