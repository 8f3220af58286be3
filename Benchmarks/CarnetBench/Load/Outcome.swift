import Histogram

/// What a thread, and in the end a run, has seen.
struct Outcome: Sendable {
    /// Latencies in nanoseconds, one histogram an operation; three significant digits up to 120 s.
    private(set) var latencies: [Histogram<UInt64>]
    /// Replies that were errors, by their first words.
    private(set) var errors: [String: Int] = [:]
    private(set) var errorCount = 0
    /// CLIENT.ADD that created nobody because of likely doubles.
    var withheldCount = 0
    /// HGETALL of a key that the peer does not have.
    var emptyCount = 0
    /// Requests that were sent and not answered when the run was given up.
    var unansweredCount = 0
    /// Replies within the measured time.
    private(set) var count = 0
    var bytesIn = 0
    var bytesOut = 0
    /// The measured time: from the first to the last moment that counts, in nanoseconds.
    var start = UInt64.max
    var end: UInt64 = 0

    private static let errorKindMax = 8
    private static let latencyMax: UInt64 = 120_000_000_000

    init() {
        latencies = Operation.allCases.map { _ in
            Histogram<UInt64>(highestTrackableValue: Self.latencyMax)
        }
    }

    mutating func record(_ operation: Operation, latency: UInt64) {
        count += 1
        _ = latencies[operation.rawValue].record(min(latency, Self.latencyMax))
    }

    mutating func recordError(_ text: String) {
        errorCount += 1
        let known = errors[text] != nil || errors.count < Self.errorKindMax
        errors[known ? text : "others", default: 0] += 1
    }

    mutating func add(_ other: Outcome) {
        for index in latencies.indices { latencies[index].add(other.latencies[index]) }
        for (text, count) in other.errors { errors[text, default: 0] += count }
        errorCount += other.errorCount
        withheldCount += other.withheldCount
        emptyCount += other.emptyCount
        unansweredCount += other.unansweredCount
        count += other.count
        bytesIn += other.bytesIn
        bytesOut += other.bytesOut
        start = min(start, other.start)
        end = max(end, other.end)
    }

    var seconds: Double { end > start ? Double(end - start) / 1e9 : 0 }

    /// Replies a second.
    var rate: Double { seconds > 0 ? Double(count) / seconds : 0 }

    /// The latencies of one operation; nil where there were none.
    func latency(_ operation: Operation) -> Latency? {
        Latency(latencies[operation.rawValue])
    }

    /// The latencies of all operations together; nil where there were none.
    var latency: Latency? {
        var all = Histogram<UInt64>(highestTrackableValue: Self.latencyMax)
        for histogram in latencies { all.add(histogram) }
        return Latency(all)
    }
}

/// Quantiles of a histogram, in microseconds.
struct Latency: Codable, Sendable {
    let count: UInt64
    let mean: Double
    let p50: Double
    let p90: Double
    let p99: Double
    let p999: Double
    let max: Double

    init?(_ histogram: Histogram<UInt64>) {
        guard histogram.totalCount > 0 else { return nil }
        func quantile(_ percent: Double) -> Double {
            Double(histogram.valueAtPercentile(percent)) / 1_000
        }
        count = histogram.totalCount
        mean = histogram.mean / 1_000
        p50 = quantile(50)
        p90 = quantile(90)
        p99 = quantile(99)
        p999 = quantile(99.9)
        max = quantile(100)
    }
}
