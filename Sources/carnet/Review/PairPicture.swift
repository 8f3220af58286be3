/// A pair side by side, field by field, as one screen of text.
struct PairPicture {
    let view: PairView
    let tenant: String
    /// "pair 3 of 57".
    let place: String

    private static let gap = "  "
    /// "=", "≈" or "≠" with a blank on either side.
    private static let markWidth = 3
    private static let bitsWidth = 7
    /// The longest word of a level.
    private static let levelWidth = 9
    /// From so many cells on levels are written out behind the bits.
    private static let widthOfLevels = 84
    private static let widthMin = 40

    /// Fields in the order in which people know them; further ones follow as they come.
    private static let order = [
        "first", "last", "company", "salutation", "email", "phone", "birthday", "city", "language",
        "gender", "tags", "newsletter", "external", "source", "note", "aliases", "bookings",
        "last_booking", "next_booking",
    ]
    private static let times = ["created", "updated"]
    private static let unshown: Set<String> = ["id", "status", "version", "merged_into"]

    private struct Row {
        let name: String
        let kept: String
        let double: String
        let reason: DuplicatePair.Reason?

        /// How the two stand to each other: by what the server compared, else by their letters.
        /// Times speak neither for nor against.
        var mark: String {
            if kept.isEmpty || double.isEmpty || times.contains(name) { return " " }
            switch reason?.level {
            case "equal": return "="
            case "different": return "≠"
            case .some: return "≈"
            case nil:
                if kept == double { return "=" }
                return kept.lowercased() == double.lowercased() ? "≈" : "≠"
            }
        }

        var isDifference: Bool { ["≈", "≠"].contains(mark) }
    }

    /// The lines, none wider than the window. Long values take up to three lines each where the
    /// window has room for them, else one.
    func lines(in size: WindowSize, styles: Terminal) -> [String] {
        let width = max(Self.widthMin, size.columnCount)
        var lines: [String] = []
        for lineCountMax in [3, 2, 1] {
            lines = self.lines(width: width, lineCountMax: lineCountMax, styles)
            if lines.count + 3 <= size.rowCount { break }
        }
        return lines
    }

    private func lines(width: Int, lineCountMax: Int, _ styles: Terminal) -> [String] {
        let rows = self.rows
        let nameWidth = max(4, rows.map { DisplayWidth.of($0.name) }.max() ?? 0)
        let showsLevels = width >= Self.widthOfLevels
        let behind = Self.bitsWidth + (showsLevels ? 1 + Self.levelWidth : 0)
        let room = width - 1 - nameWidth - 2 * Self.gap.count - Self.markWidth - behind
        let columns = Columns(name: nameWidth, value: max(8, room / 2), showsLevels: showsLevels)
        var lines = TextWrap.lines(of: "\(place) in \(tenant)", width: width).map(styles.bold)
        let odds = ScoreText.odds(view.pair.score)
        lines += TextWrap.lines(
            of: "score \(ScoreText.bits(view.pair.score)) bits: \(odds) that they are one person",
            width: width
        )
        if view.pair.isLikelyRelative {
            lines += TextWrap.lines(
                of: "likely relatives: two of one household, or who share a contact, are likelier "
                    + "than one person",
                width: width
            ).map(styles.bold)
        }
        lines.append("")
        lines += title(columns, styles)
        for row in rows { lines += text(of: row, columns, lineCountMax, styles) }
        let told = Set(rows.map(\.name))
        let others = view.pair.reasons.filter { !told.contains($0.field) }.map { reason in
            ([reason.field, reason.level].compactMap { $0 } + [ScoreText.signedBits(reason.bits)])
                .joined(separator: " ")
        }
        if !others.isEmpty {
            lines.append("")
            lines += TextWrap.lines(of: others.joined(separator: ", "), width: width)
        }
        return lines
    }

    private struct Columns {
        let name: Int
        let value: Int
        let showsLevels: Bool
    }

    private func title(_ columns: Columns, _ styles: Terminal) -> [String] {
        let kept = TextWrap.fitted("\(view.keptNumber) stays", columns.value)
        let double = TextWrap.fitted("\(view.doubleNumber) goes into it", columns.value)
        let name = TextWrap.padded("", columns.name)
        let bits = String(repeating: " ", count: Self.bitsWidth - 4) + "bits"
        return [styles.bold(name + Self.gap + kept + " < " + double + Self.gap + bits)]
    }

    private func text(
        of row: Row,
        _ columns: Columns,
        _ lineCountMax: Int,
        _ styles: Terminal
    ) -> [String] {
        let kept = TextWrap.lines(of: row.kept, width: columns.value, most: lineCountMax)
        let double = TextWrap.lines(of: row.double, width: columns.value, most: lineCountMax)
        return (0..<max(kept.count, double.count, 1)).map { index in
            let isFirst = index == 0
            let parts = [
                (isFirst ? row.name : "", columns.name, false),
                (index < kept.count ? kept[index] : "", columns.value, row.isDifference),
                (isFirst ? row.mark : "", 1, false),
                (index < double.count ? double[index] : "", columns.value, row.isDifference),
                (isFirst ? bits(row.reason, columns) : "", 0, false),
            ]
            let gaps = [Self.gap, " ", " ", Self.gap, ""]
            var line = ""
            var owed = ""
            for (part, gap) in zip(parts, gaps) {
                let (text, width, isMarked) = part
                if !text.isEmpty, text != " " {
                    line += owed + (isMarked ? styles.bold(text) : text)
                    owed = ""
                }
                let used = text == " " ? 0 : DisplayWidth.of(text)
                owed += String(repeating: " ", count: max(0, width - used)) + gap
            }
            return line
        }
    }

    private func bits(_ reason: DuplicatePair.Reason?, _ columns: Columns) -> String {
        guard let reason else { return "" }
        let bits = ScoreText.signedBits(reason.bits)
        let blanks = String(repeating: " ", count: max(0, Self.bitsWidth - bits.count))
        guard columns.showsLevels, let level = reason.level else { return blanks + bits }
        return blanks + bits + " " + level
    }

    private var rows: [Row] {
        let names = (view.kept.members ?? []).map(\.name) + (view.double.members ?? []).map(\.name)
        var others: [String] = []
        for name in names where !Self.isKnown(name) && !others.contains(name) {
            others.append(name)
        }
        return (Self.order + others + Self.times).compactMap { name in
            guard view.kept[name] != nil || view.double[name] != nil else { return nil }
            return Row(
                name: name,
                kept: Self.shown(view.kept[name], name),
                double: Self.shown(view.double[name], name),
                reason: view.pair.reasons.first { $0.field == name }
            )
        }
    }

    private static func isKnown(_ name: String) -> Bool {
        order.contains(name) || times.contains(name) || unshown.contains(name)
    }

    /// A value on one line; of a time the minute.
    private static func shown(_ value: JSONValue?, _ name: String) -> String {
        let text = DisplayWidth.printable(value?.cell ?? "")
        guard times.contains(name), text.count > 16 else { return text }
        return String(text.prefix(16).replacing("T", with: " "))
    }
}
