import CarnetBytes
import CarnetIndex
import CarnetModel
import Foundation

/// Compares the rows of a file with one another: what `carnet match` does.
struct MatchRun {
    /// What came out, for the summary.
    struct Report {
        var rowCount = 0
        var candidateCount = 0
        var pairCount = 0
        var clusterCount = 0
        var clusteredCount = 0
        /// Groups so large that a person should look at them.
        var largeClusterCount = 0
        var isLearned = false
        var seconds = 0.0
        var notes: [String] = []
    }

    /// At least so many rows are learnt from, where there are as many: all of fewer than twice that.
    /// Of 200,000 rows (clientgen.py, seed 2) every third told F1 0.8658 where all told 0.8658, and every
    /// sixth 0.8659.
    private static let rowCountThatTells = 65_536

    let file: MatchFile
    let country: CountryCode?
    /// Pairs from this score on are written; thousandths of a bit.
    let threshold: Int32
    let isLearning: Bool

    private(set) var list: MatchList
    private(set) var report = Report()
    /// The ids of all rows, one behind the other, and where each ends.
    private var ids: [UInt8] = []
    private var idEnds: [Int] = []

    init(_ file: MatchFile, country: CountryCode?, threshold: Int32, isLearning: Bool) {
        self.file = file
        self.country = country
        self.threshold = threshold
        self.isLearning = isLearning
        list = MatchList(
            schema: file.columns.schema,
            country: country,
            nameOrder: file.nameOrder
        )
    }

    /// Reads all rows, learns, scans and groups. Pairs go to `pairs` as they are found, groups to
    /// `clusters` and their pairs to `clusterPairs` at the end.
    mutating func run(
        pairs: inout CSVWriter?,
        clusters: inout CSVWriter?,
        clusterPairs: inout CSVWriter?,
        progress: inout ProgressLine
    ) throws {
        let clock = ContinuousClock()
        let start = clock.now
        read(&progress)
        list.complete()
        if isLearning { learn(&progress) }
        let scorer = list.makeScorer()
        let groups = try scan(scorer, &pairs, &progress)
        try write(groups, scorer, &clusters, &clusterPairs)
        report.seconds = (clock.now - start) / .seconds(1)
    }

    private mutating func read(_ progress: inout ProgressLine) {
        let oddities = file.forEachRow { id, row, fields in
            list.add(row: row, fields: fields)
            for index in 0..<id.byteCount { ids.append(id.byte(at: index)) }
            idEnds.append(ids.count)
            if list.count.isMultiple(of: 10_000) {
                progress.show("read \(Quantity.count(list.count)) rows")
            }
        }
        report.rowCount = list.count
        report.notes = file.notes(oddities)
    }

    private mutating func learn(_ progress: inout ProgressLine) {
        guard list.count >= WeightLearning.recordCountMin else { return }
        var counts = PatternCounts()
        let scorer = list.makeScorer()
        // Of a long list every third row says as much, or every tenth.
        let step = max(1, list.count / Self.rowCountThatTells)
        ParallelRows.forEachChunk(list.count) { [list] rows in
            var counts = PatternCounts()
            var scratch = MatchList.ScanScratch()
            for row in rows where row.isMultiple(of: step) {
                list.scan(row, scorer, &scratch) { _, outcome in counts.add(outcome) }
            }
            return counts
        } then: { rows, found in
            counts.add(found, times: step)
            show("learning", rows.upperBound, &progress)
        }
        let learning = WeightLearning(
            schema: list.schema,
            prior: list.weights,
            recordCount: list.count
        )
        list.weights = learning.weights(from: counts)
        report.isLearned = true
    }

    private mutating func scan(
        _ scorer: MatchScorer,
        _ pairs: inout CSVWriter?,
        _ progress: inout ProgressLine
    ) throws -> [MatchCluster] {
        var clusters = MatchClusters()
        // Most pairs are strangers that neither the output nor a group wants to know.
        let least = min(threshold, -MatchClusters.weightMax)
        try ParallelRows.forEachChunk(list.count) { [list] rows in
            var chunk = Chunk()
            var scratch = MatchList.ScanScratch()
            for row in rows {
                list.scan(row, scorer, &scratch) { other, outcome in
                    chunk.candidateCount += 1
                    guard outcome.score >= least else { return }
                    chunk.pairs.append((other, row, outcome.score, outcome.isLikelyRelative))
                }
            }
            return chunk
        } then: { rows, chunk in
            report.candidateCount += chunk.candidateCount
            for (other, row, score, isRelative) in chunk.pairs {
                if score >= -MatchClusters.weightMax {
                    clusters.add(
                        UInt32(other),
                        UInt32(row),
                        score,
                        isLikelyRelative: isRelative
                    )
                }
                guard score >= threshold else { continue }
                report.pairCount += 1
                try pairs?.write([id(other), id(row), Self.bits(score)])
            }
            show("comparing", rows.upperBound, &progress)
        }
        return clusters.clusters { one, other in
            let outcome = list.score(Int(one), Int(other), scorer)
            return MatchClusters.weight(
                outcome.score,
                isLikelyRelative: outcome.isLikelyRelative
            )
        }
    }

    /// What the scan of some rows found.
    private struct Chunk: Sendable {
        var candidateCount = 0
        /// An earlier row, the row, their score and whether they are likelier relatives, in the
        /// order of rows.
        var pairs: [(Int, Int, Int32, Bool)] = []
    }

    private func show(_ work: String, _ row: Int, _ progress: inout ProgressLine) {
        progress.show("\(work): \(Quantity.count(row)) of \(Quantity.count(list.count)) rows")
    }

    /// Each row of a group with the group's number, whether it is the one to keep, and the weakest
    /// link that holds the group together.
    private mutating func write(
        _ groups: [MatchCluster],
        _ scorer: MatchScorer,
        _ clusters: inout CSVWriter?,
        _ clusterPairs: inout CSVWriter?
    ) throws {
        for (index, group) in groups.enumerated() {
            report.clusterCount += 1
            report.clusteredCount += group.members.count
            if group.needsLook { report.largeClusterCount += 1 }
            let kept = list.keeper(of: group)
            for (place, member) in group.members.enumerated() {
                try clusters?.write([
                    String(index + 1), id(Int(member)), member == kept ? "keep" : "",
                    Self.bits(group.weakest.score), group.needsLook ? "look" : "",
                ])
                guard clusterPairs != nil else { continue }
                for other in group.members[(place + 1)...] {
                    let score = list.score(Int(member), Int(other), scorer).score
                    try clusterPairs?.write([id(Int(member)), id(Int(other)), Self.bits(score)])
                }
            }
        }
    }

    private func id(_ row: Int) -> String {
        let start = row == 0 ? 0 : idEnds[row - 1]
        return String(decoding: ids[start..<idEnds[row]], as: UTF8.self)
    }

    /// A score in bits with three decimals.
    static func bits(_ score: Int32) -> String {
        Quantity.fraction(Double(score) / 1000, digits: 3)
    }
}

extension MatchFile {
    /// What was odd, and what was guessed.
    func notes(_ oddities: Oddities) -> [String] {
        var notes: [String] = []
        if oddities.unclosedCount > 0 {
            let rows = Quantity.count(oddities.unclosedCount, "row")
            notes.append("\(rows) had a quote that is never closed; it was read as it stands")
        }
        if oddities.strangeCount > 0 {
            let rows = Quantity.count(oddities.strangeCount, "row")
            notes.append("\(rows) were no UTF-8 and were read as \(page.name)")
        }
        if let nameOrder {
            let order = nameOrder == .givenFirst ? "given name" : "surname"
            notes.append("whole names begin with the \(order)")
        }
        for (index, column) in dateOrders.sorted(by: { $0.key < $1.key }) where column.isGuess {
            notes.append(
                "\(columns.headers[index]): no date tells the order; read as "
                    + column.order.rawValue
            )
        }
        if !columns.ignored.isEmpty {
            notes.append("not compared: " + columns.ignored.joined(separator: ", "))
        }
        return notes
    }
}
