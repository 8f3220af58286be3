import CarnetIndex
import CarnetModel
import Foundation

/// The labelled list and searches of `Tests/Quality/search`, and how well a search answers them.
struct SearchQuality {
    struct Query {
        let kind: String
        let text: String
        let wanted: UInt32
    }

    /// What became of one search: at which place the person stands who is meant, 0 for none.
    struct Answer {
        let query: Query
        let place: Int

        var reciprocalRank: Double { place == 0 ? 0 : 1 / Double(place) }
    }

    private(set) var people: [TestPerson] = []
    private(set) var queries: [Query] = []
    /// Numbers of clients are dense; those of the list are not.
    private var numbers: [String: UInt32] = [:]

    init() throws {
        for part in ["hand", "made"] {
            for cells in try Self.rows("people-\(part).tsv") { addPerson(cells) }
        }
        for part in ["hand", "made"] {
            for cells in try Self.rows("queries-\(part).tsv") {
                guard cells.count == 3, let wanted = numbers[cells[2]] else {
                    throw QualityError(row: cells)
                }
                queries.append(Query(kind: cells[0], text: cells[1], wanted: wanted))
            }
        }
    }

    private mutating func addPerson(_ cells: [String]) {
        let number = UInt32(people.count + 1)
        numbers[cells[0]] = number
        var person = TestPerson(number: number)
        person.first = cells[1]
        person.last = cells[2]
        person.company = cells[3]
        person.email = cells[4]
        person.phone = UInt64(cells[5].dropFirst()) ?? 0
        person.updated += (UInt64(cells[6]) ?? 0) * 86_400_000
        for former in cells[7].split(separator: ";") {
            if former.contains("|") {
                let names = former.split(separator: "|").map(String.init)
                person.formerNames.append((names[0], names[1]))
            } else if former.contains("@") {
                person.formerEmails.append(String(former))
            } else if let phone = UInt64(former.dropFirst()) {
                person.formerPhones.append(phone)
            }
        }
        people.append(person)
    }

    private static func rows(_ name: String) throws -> [[String]] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Quality/search")
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        return text.split(separator: "\n").map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// Asks everything with LIMIT 20, typos as they are by themselves.
    func answers() -> [Answer] {
        var list = IndexedList(seed: 5)
        for person in people { list.put(person) }
        return queries.map { query in
            let hits = list.search(query.text).hits
            let index = hits.firstIndex { $0.number == query.wanted }
            return Answer(query: query, place: index.map { $0 + 1 } ?? 0)
        }
    }

    static func meanReciprocalRank(_ answers: [Answer]) -> Double {
        answers.reduce(0) { $0 + $1.reciprocalRank } / Double(max(1, answers.count))
    }
}

/// A row that is not as the README says.
struct QualityError: Error {
    let row: [String]
}
