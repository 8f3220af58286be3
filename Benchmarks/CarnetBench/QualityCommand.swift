import ArgumentParser

/// How well searches find whom they mean.
struct QualityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quality",
        abstract: "Asks the labelled searches and prints their mean reciprocal rank.",
        discussion: "Tests/Quality/search/README.md says what the list is. No server is needed."
    )

    @Option(help: "The folder of people-*.tsv and queries-*.tsv.")
    var folder = "Tests/Quality/search"

    @Flag(help: "Show every search whose person does not stand first.")
    var misses = false

    func run() throws {
        var list = try LabelledList(folder: folder)
        var sums: [String: (count: Int, firstCount: Int, sum: Double)] = [:]
        for query in list.queries {
            let place = list.place(of: query)
            for kind in [query.kind, "all"] {
                var sum = sums[kind] ?? (0, 0, 0)
                sum.count += 1
                if place == 1 { sum.firstCount += 1 }
                if place > 0 { sum.sum += 1 / Double(place) }
                sums[kind] = sum
            }
            guard misses, place != 1 else { continue }
            let name = list.names[query.wanted] ?? ""
            print("\(query.kind)\t\(query.text)\t\(name)\t\(place == 0 ? "none" : "\(place)")")
        }
        print("| kind | searches | on top | mean reciprocal rank |\n| --- | --- | --- | --- |")
        let kinds = sums.keys.filter { $0 != "all" }.sorted() + ["all"]
        for kind in kinds {
            guard let sum = sums[kind] else { continue }
            let mean = Text.decimal(sum.sum / Double(sum.count), 3)
            print("| \(kind) | \(sum.count) | \(sum.firstCount) | \(mean) |")
        }
    }
}
