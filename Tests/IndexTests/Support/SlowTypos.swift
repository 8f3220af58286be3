/// Optimal string alignment by the whole matrix, as the textbook has it.
enum SlowTypos {
    /// The least distance of `word` to any beginning of `token`.
    static func distanceToBeginning(_ word: [Character], _ token: [Character]) -> Int {
        let matrix = matrix(token, word)
        return matrix.map { $0[word.count] }.min() ?? word.count
    }

    /// Row i, column j: the distance of the first i letters of `a` to the first j of `b`.
    private static func matrix(_ a: [Character], _ b: [Character]) -> [[Int]] {
        var rows = [[Int]](
            repeating: [Int](repeating: 0, count: b.count + 1),
            count: a.count + 1
        )
        for i in 0...a.count { rows[i][0] = i }
        for j in 0...b.count { rows[0][j] = j }
        guard !a.isEmpty, !b.isEmpty else { return rows }
        for i in 1...a.count {
            for j in 1...b.count {
                let change = a[i - 1] == b[j - 1] ? 0 : 1
                var best = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + change)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    best = min(best, rows[i - 2][j - 2] + 1)
                }
                rows[i][j] = best
            }
        }
        return rows
    }
}
