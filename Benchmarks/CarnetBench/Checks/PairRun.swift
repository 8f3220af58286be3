import CarnetBytes
import CarnetEngine
import CarnetIndex
import CarnetModel

/// What comparing the people of a whole file costs, one thread, as `carnet match` does it.
struct PairRun {
    private static let schema = MatchSchema([
        MatchField("first_name", .givenName), MatchField("last_name", .surname),
        MatchField("email", .email), MatchField("phone", .phone),
        MatchField("date_of_birth", .birthDate), MatchField("language", .language),
        MatchField("city", .place),
    ])

    private var list: MatchList

    /// `rows` have the values of ``CheckList/columns``.
    init(rows: [[[UInt8]]], country: CountryCode?) {
        list = MatchList(schema: Self.schema, country: country)
        for cells in rows {
            var row: [UInt8] = []
            var fields: [Range<Int>] = []
            for cell in cells {
                fields.append(row.count..<row.count + cell.count)
                row += cell
            }
            unsafe list.add(row: row.span.bytes, fields: fields)
        }
        list.complete()
    }

    /// Finds every pair that shares a key and scores it: how many, how many seconds, and the sum of
    /// their scores.
    func scanAll() -> (pairCount: Int, seconds: Double, sum: Int64) {
        let scorer = list.makeScorer()
        var scratch = MatchList.ScanScratch()
        var pairCount = 0
        var sum: Int64 = 0
        let began = MonotonicClock.now()
        for row in 0..<list.count {
            list.scan(row, scorer, &scratch) { _, outcome in
                pairCount += 1
                sum &+= Int64(outcome.score)
            }
        }
        return (pairCount, Double(MonotonicClock.now() - began) / 1e9, sum)
    }
}
