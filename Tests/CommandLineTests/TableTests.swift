import Testing

@testable import carnet

@Suite struct TableTests {
    @Test(arguments: [
        ("", 0), ("Ada", 3), ("Élodie", 6), ("E\u{301}lodie", 6), ("東京", 4), ("한글", 4), ("👍🏽", 2),
        ("👨‍👩‍👧", 2), ("é\u{200D}", 1), ("ｱ", 1), ("Ａ", 2), ("…", 1), ("ß", 1),
    ])
    func widthCountsWhatIsSeen(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test(arguments: [
        ("Lovelace", 8, "Lovelace"), ("Lovelace", 7, "Lovela…"), ("Lovelace", 1, "…"),
        ("Lovelace", 0, ""), ("東京都", 5, "東京…"), ("東京都", 4, "東…"),
        ("e\u{301}te\u{301}", 2, "e\u{301}…"),
    ])
    func cuttingNeverPassesTheWidth(text: String, width: Int, cut: String) {
        #expect(DisplayWidth.cut(text, to: width) == cut)
        #expect(DisplayWidth.of(DisplayWidth.cut(text, to: width)) <= width)
    }

    @Test(arguments: [
        ("a\u{1B}[31mb", "a\u{FFFD}[31mb"), ("one\r\ntwo", "one⏎two"),
        ("tab\tbed", "tab\u{FFFD}bed"),
        ("\u{202E}txt", "\u{FFFD}txt"), ("Zoë", "Zoë"), ("\u{9B}1m", "\u{FFFD}1m"),
    ])
    func nothingSteersTheTerminal(text: String, printable: String) {
        #expect(DisplayWidth.printable(text) == printable)
    }

    @Test func columnsAreAsWideAsTheirWidestCellAndNumbersFlushRight() {
        var table = Table([.number("id"), .words("name"), .whole("phone")])
        table.add(["7", "Zoë", "+32470"])
        table.add(["1204", "東京", ""])
        table.add(["9", "", "+41"])
        #expect(
            table.text(on: .none) == """
                  id  name  phone
                   7  Zoë   +32470
                1204  東京
                   9        +41
                """
        )
    }

    @Test func aFileGetsNoStylesAndNoCuts() {
        var table = Table([.words("note")])
        table.add([String(repeating: "x", count: 500)])
        let text = table.text(on: .none)
        #expect(!text.contains("\u{1B}"))
        #expect(text.contains(String(repeating: "x", count: 500)))
    }

    @Test func stylesOnATerminalStandAroundTheTitlesOnly() {
        var table = Table([.words("name")])
        table.add(["Ada"])
        let text = table.text(on: Terminal(columnCount: 80, hasStyles: true))
        #expect(text == "\u{1B}[1mname\u{1B}[0m\nAda")
    }

    @Test(arguments: [30, 40, 60, 80, 200])
    func wordsYieldUntilTheLineFits(width: Int) {
        var table = Table([.number("id"), .words("name"), .words("note"), .whole("phone")])
        table.add([
            "12", "Anne-Sophie van den Bergh", String(repeating: "long ", count: 30), "+3247012",
        ])
        let lines = table.text(on: Terminal(columnCount: width, hasStyles: false))
            .split(separator: "\n").map { DisplayWidth.of(String($0)) }
        #expect(lines.allSatisfy { $0 <= max(width, 2 + 8 + 8 + 8 + 6) })
        #expect(table.text(on: Terminal(columnCount: width, hasStyles: false)).contains("+3247012"))
    }

    @Test func missingCellsAreEmptyAndFurtherOnesLeftOut() {
        var table = Table([.words("a"), .words("b")])
        table.add([])
        table.add(["1", "2", "3"])
        #expect(table.rows == [["", ""], ["1", "2"]])
    }
}
