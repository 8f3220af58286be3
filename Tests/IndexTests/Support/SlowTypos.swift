/// Optimal string alignment by the whole matrix, as the textbook has it.
enum SlowTypos {
    /// The least distance of `word` to any beginning of `token`.
    static func distanceToBeginning(_ word: [Character], _ token: [Character]) -> Int {
        let rows = matrix(token.map(value), word.map(value))
        return rows.map { $0[word.count] }.min() ?? word.count
    }

    /// The least distance of `word` to the whole token.
    static func distance(_ word: [Character], _ token: [Character]) -> Int {
        matrix(token.map(value), word.map(value))[token.count][word.count]
    }

    /// A letter as a number: letters of several scalars do not occur in tests.
    private static func value(_ letter: Character) -> UInt32 {
        letter.unicodeScalars.first?.value ?? 0
    }

    /// Row i, column j: the distance of the first i letters of `a` to the first j of `b`.
    private static func matrix(_ a: [UInt32], _ b: [UInt32]) -> [[Int]] {
        var rows = [Array(0...b.count)]
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                let change = a[i] == b[j] ? 0 : 1
                var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + change)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    best = min(best, rows[i - 1][j - 1] + 1)
                }
                row.append(best)
            }
            rows.append(row)
        }
        return rows
    }
}
