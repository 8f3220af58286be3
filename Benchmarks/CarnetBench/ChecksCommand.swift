import ArgumentParser
import CarnetBytes
import CarnetModel

/// What a check for doubles costs inside the index.
struct ChecksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checks",
        abstract: "Measures the index of doubles on a list, without a server.",
        discussion: """
            Enters everybody of a CSV file with the columns of the labelled sets, then checks each \
            as if it were new, in random order, and scans the list: inside the index, and as a \
            file. One thread; times are of the machine's clock. The digests and sums say whether \
            two builds found the same.
            """
    )

    @Argument(
        help: "A CSV file with first_name, last_name, email, phone, date_of_birth, language, city."
    )
    var file: String

    @Option(help: "Whose people wrote the phone numbers, as FR.")
    var country = "FR"

    @Option(help: "How often everybody is checked; the best time of each counts.")
    var rounds = 3

    @Option(help: "The lowest score that is wanted, in thousandths of a bit.")
    var scoreMin: Int32 = -2_000

    @Option(help: "Check so many of the slowest a hundred times more, for a profiler to look at.")
    var slowest = 0

    @Flag(help: "Check only; no scans.")
    var noScan = false

    private var countryCode: CountryCode? {
        let letters = Array(country.utf8)
        return unsafe CountryCode(letters.span.bytes)
    }

    func validate() throws {
        guard rounds > 0 else { throw ValidationError("--rounds is at least 1") }
        guard countryCode != nil else {
            throw ValidationError("--country is a code of two letters")
        }
    }

    func run() throws {
        let rows = try CheckList.rows(of: file)
        let list = CheckList(rows: rows, country: countryCode)
        let count = Int(list.store.numberMax)
        guard count > 0 else { throw CheckListError(sentence: "nobody stands in \(file)") }
        Terminal.progress("\(Text.count(count)) read, \(list.leftOutCount) values left out")
        var run = CheckRun()
        let entering = Percentiles(run.enterAll(of: list.store))
        print("| what | figure |\n| --- | --- |")
        print("| clients | \(Text.count(count)), \(Text.count(run.byteCount / count)) B each |")
        print("| insertion | \(entering.text) |")
        let all = Array(1...list.store.numberMax)
        var times = [UInt64](repeating: .max, count: count)
        for round in 1...rounds {
            let (matchCount, digest) = run.check(
                all,
                in: list.store,
                scoreMin: scoreMin,
                seed: UInt64(round),
                &times
            )
            let found = "\(Text.count(matchCount)) matches, \(String(digest, radix: 16))"
            print("| checks, best of \(round) | \(Percentiles(times).text); \(found) |")
        }
        if slowest > 0 {
            let sorted = all.sorted { times[Int($0) - 1] > times[Int($1) - 1] }
            for round in 1...100 {
                _ = run.check(
                    Array(sorted.prefix(slowest)),
                    in: list.store,
                    scoreMin: scoreMin,
                    seed: UInt64(round),
                    &times
                )
            }
        }
        if noScan { return }
        let began = MonotonicClock.now()
        let (pairCount, digest) = run.scanAll(in: list.store, scoreMin: 0)
        let seconds = Double(MonotonicClock.now() - began) / 1e9
        let pairs = "\(Text.count(pairCount)) pairs, \(String(digest, radix: 16))"
        print("| scan | \(Text.decimal(seconds, 2)) s; \(pairs) |")
        let scored = PairRun(rows: rows, country: countryCode).scanAll()
        let found = "\(Text.count(scored.pairCount)) pairs found and scored"
        let took = "\(Text.decimal(scored.seconds, 2)) s; sum \(scored.sum)"
        print("| scan of the file | \(found), \(took) |")
    }
}

/// Of all times of one kind.
private struct Percentiles {
    private let sorted: [UInt64]

    /// There is one at least.
    init(_ nanoseconds: [UInt64]) { sorted = nanoseconds.sorted() }

    private func at(_ share: Double) -> String {
        let place = min(sorted.count - 1, Int(Double(sorted.count) * share))
        return Text.microseconds(Double(sorted[place]) / 1_000)
    }

    var text: String {
        let mean = Double(sorted.reduce(0, +)) / Double(sorted.count) / 1_000
        return "mean \(Text.microseconds(mean)), p50 \(at(0.5)), p90 \(at(0.9)), p99 \(at(0.99)), "
            + "p99.9 \(at(0.999)), longest \(at(1))"
    }
}
