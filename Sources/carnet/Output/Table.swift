/// Rows under headings, as a terminal or a file shows them: columns as wide as their widest cell,
/// two blanks between them, numbers flush right.
struct Table: Sendable {
    struct Column: Sendable {
        enum Alignment: Sendable {
            case left
            case right
        }

        let title: String
        let alignment: Alignment
        /// Whether its cells may be cut where the terminal is too narrow.
        let yields: Bool

        /// Words: flush left, cut where there is no room.
        static func words(_ title: String) -> Column {
            Column(title: title, alignment: .left, yields: true)
        }

        /// Words that make no sense in part.
        static func whole(_ title: String) -> Column {
            Column(title: title, alignment: .left, yields: false)
        }

        static func number(_ title: String) -> Column {
            Column(title: title, alignment: .right, yields: false)
        }
    }

    /// The fewest cells a column is cut to.
    private static let widthMin = 8
    private static let gap = 2

    let columns: [Column]
    private(set) var rows: [[String]] = []

    init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row; missing cells are empty, further ones are left out.
    mutating func add(_ cells: [String]) {
        let clean = cells.prefix(columns.count).map(DisplayWidth.printable)
        rows.append(clean + Array(repeating: "", count: columns.count - clean.count))
    }

    /// The table with its headings, without a line end behind the last line.
    func text(on terminal: Terminal) -> String {
        let widths = widths(within: terminal.columnCount)
        var lines = [terminal.bold(line(columns.map(\.title), widths))]
        lines += rows.map { line($0, widths) }
        return lines.joined(separator: "\n")
    }

    /// The rows alone: for names and what stands behind them.
    func textWithoutTitles(on terminal: Terminal) -> String {
        let widths = widths(within: terminal.columnCount, countingTitles: false)
        return rows.map { line($0, widths) }.joined(separator: "\n")
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        var owed = 0
        for (index, cell) in cells.enumerated() {
            let shown = DisplayWidth.cut(cell, to: widths[index])
            let room = widths[index] - DisplayWidth.of(shown)
            // Blanks are owed until something stands behind them, so that no line ends in one.
            if columns[index].alignment == .right { owed += room }
            if !shown.isEmpty {
                line += String(repeating: " ", count: owed) + shown
                owed = 0
            }
            if columns[index].alignment == .left { owed += room }
            owed += Self.gap
        }
        return line
    }

    private func widths(within limit: Int?, countingTitles: Bool = true) -> [Int] {
        var widths = columns.map { countingTitles ? DisplayWidth.of($0.title) : 0 }
        for row in rows {
            for (index, cell) in row.enumerated() {
                widths[index] = max(widths[index], DisplayWidth.of(cell))
            }
        }
        guard let limit else { return widths }
        var surplus = widths.reduce(0, +) + Self.gap * (columns.count - 1) - limit
        while surplus > 0 {
            let yielding = columns.indices.filter {
                columns[$0].yields && widths[$0] > Self.widthMin
            }
            guard let widest = yielding.max(by: { widths[$0] < widths[$1] }) else { break }
            let second = yielding.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
            let target = max(
                Self.widthMin,
                min(second, widths[widest] - 1),
                widths[widest] - surplus
            )
            surplus -= widths[widest] - target
            widths[widest] = target
        }
        return widths
    }
}

extension Table {
    /// Names with what stands behind them, one a line.
    static func facts(_ facts: [(String, String)], on terminal: Terminal) -> String {
        var table = Table([.whole(""), .whole("")])
        for (name, value) in facts { table.add([name, value]) }
        return table.textWithoutTitles(on: terminal)
    }
}
