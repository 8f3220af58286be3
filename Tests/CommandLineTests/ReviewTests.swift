import CarnetWire
import Testing

@testable import carnet

/// The pure parts of `carnet duplicates --review`; the terminal itself is tested in
/// Tests/BlackBox/test_review.py.
@Suite struct ReviewTests {
    // MARK: - Keys

    @Test(
        arguments: [
            ("m", [.character("m")]), ("M?", [.character("m"), .character("?")]), ("\r", [.enter]),
            ("\n", [.enter]), ("\u{3}", [.interrupt]), ("\u{1C}", [.interrupt]),
            ("\u{4}", [.endOfInput]), ("\u{1A}", [.suspend]), ("\u{C}", [.redraw]),
            ("\u{1B}", [.escape]), ("\u{1B}[A", []), ("\u{1B}OP", []),
            ("\u{1B}[15~d", [.character("d")]),
            ("\u{1B}[1;5Cs", [.character("s")]), ("é", []), ("東m", [.character("m")]),
            ("\u{1B}[200~mm\u{1B}[201~", [.character("m"), .character("m")]), ("\u{1B}[", []),
            ("", []),
        ] as [(String, [Key])]
    )
    func bytesBecomeKeys(sent: String, keys: [Key]) {
        #expect(KeyReader.keys(in: sent.utf8) == keys)
    }

    // MARK: - The queue

    private static let pairs = [PairKey(1, 2), PairKey(3, 4), PairKey(5, 6)]

    @Test func pairsComeOnceAndInOrder() {
        var queue = ReviewQueue()
        queue.beginRound()
        queue.add(Self.pairs)
        queue.add(Self.pairs)
        #expect(queue.next() == Self.pairs[0])
        queue.decide(.distinct(Self.pairs[0]))
        #expect(queue.next() == Self.pairs[1])
        queue.skip(Self.pairs[1])
        #expect(queue.next() == Self.pairs[2])
        queue.decide(.merged(Self.pairs[2], merge: 7))
        #expect(queue.next() == nil)
        queue.add(Self.pairs)
        #expect(queue.next() == nil, "what was settled is not shown again")
        #expect(queue.openCount(of: Self.pairs + [PairKey(8, 9)]) == 1)
        #expect((queue.mergedCount, queue.distinctCount, queue.skippedCount) == (1, 1, 1))
    }

    @Test func undoingGoesBackOneByOneAndLeavesWhatWasShownBehind() {
        var queue = ReviewQueue()
        queue.add(Self.pairs)
        _ = queue.next()
        queue.decide(.merged(Self.pairs[0], merge: 7))
        _ = queue.next()
        queue.decide(.distinct(Self.pairs[1]))
        let current = queue.next()
        queue.takeBack(before: current)
        queue.takeBack(before: queue.next())
        #expect(queue.decisions.isEmpty)
        #expect([queue.next(), queue.next(), queue.next()] == Self.pairs.map { $0 })
        queue.takeBack(before: nil)
        #expect(queue.next() == nil)
    }

    @Test func whatCannotBeTakenBackCountsAndStepsAside() {
        var queue = ReviewQueue()
        queue.decide(.distinct(Self.pairs[0]))
        queue.decide(.merged(Self.pairs[1], merge: 7))
        queue.letLastStand()
        #expect(queue.decisions == [.distinct(Self.pairs[0])])
        #expect((queue.mergedCount, queue.distinctCount) == (1, 1))
    }

    @Test func whatHasGoneMayComeAgainButARoundOfItIsTheLast() {
        var queue = ReviewQueue()
        queue.beginRound()
        queue.add([Self.pairs[0]])
        _ = queue.next()
        queue.leaveOut()
        #expect(!queue.wantsAnotherRound)
        queue.add([Self.pairs[0]])
        #expect(queue.next() == Self.pairs[0])
        queue.show()
        #expect(queue.wantsAnotherRound)
        #expect(queue.goneCount == 1)
    }

    // MARK: - Whether a pair still is one

    private static func map(_ pairs: [(String, Reply)]) -> Reply {
        .map(pairs.map { ReplyPair(key: .simple($0.0), value: $0.1) })
    }

    private static func client(_ number: Int64, _ more: [(String, Reply)] = []) -> Reply {
        map([("id", .integer(number)), ("status", .simple("active"))] + more)
    }

    private static func comparison(
        _ score: Double,
        _ more: [(String, Reply)] = []
    ) -> Reply {
        map([("a", .integer(1)), ("b", .integer(2)), ("score", .double(score))] + more)
    }

    private static let nobody = Reply.error(ReplyError(code: "NOCLIENT", message: "no client 2"))

    @Test(
        arguments: [
            (client(1), client(2), comparison(3), nil),
            (client(1), nobody, nobody, "2 is not on the list"),
            (
                client(1), client(9, [("merged_into", .integer(9))]), comparison(3),
                "2 is merged into 9"
            ),
            (
                client(9, [("merged_into", .integer(9))]),
                client(9, [("merged_into", .integer(9))]),
                comparison(3), "1 and 2 are one client now"
            ),
            (
                client(1), map([("id", .integer(2)), ("status", .simple("inactive"))]),
                comparison(3), "2 is inactive"
            ),
            (
                client(1), client(2), comparison(3, [("distinct", .boolean(true))]),
                "1 and 2 were declared two persons"
            ),
            (
                client(1), client(2), comparison(3, [("waved", .integer(1))]),
                "1 and 2 were waved aside"
            ),
            (client(1), client(2), comparison(-0.5), "1 and 2 now score -0.500 bits"),
        ] as [(Reply, Reply, Reply, String?)]
    )
    func whatBecameOfAPair(one: Reply, other: Reply, compared: Reply, why: String?) throws {
        switch try PairState(PairKey(1, 2), one, other, compared, scoreMin: 0) {
        case .here: #expect(why == nil)
        case .gone(let said): #expect(said == why)
        }
    }

    @Test func otherErrorsAreThrown() {
        let overload = Reply.error(ReplyError(code: "OVERLOAD", message: "later"))
        let failure = #expect(throws: AdminFailure.self) {
            try PairState(PairKey(1, 2), overload, overload, overload, scoreMin: 0)
        }
        #expect(failure?.code == "OVERLOAD")
    }

    // MARK: - The picture

    private static func view(isRelative: Bool = false) -> PairView {
        let one = JSONValue.object(of: [
            ("id", .integer(3)), ("first", .string("Bernd")), ("last", .string("Müller")),
            ("email", .string("bernd.mueller.of.the.long.address@gmx.ch")),
            ("birthday", .string("1985-12-10")), ("updated", .string("2026-11-28T09:37:00.576Z")),
        ])
        let other = JSONValue.object(of: [
            ("id", .integer(5)), ("first", .string("Bernd")), ("last", .string("Mueller")),
            ("city", .string("東京都")), ("updated", .string("2026-11-29T10:00:00.000Z")),
            ("x.shoe", .string("44")), ("email", .string("B@gmx.ch")),
        ])
        let reasons: [DuplicatePair.Reason] = [
            .init(field: "prior", level: nil, bits: -6_059),
            .init(field: "first", level: "equal", bits: 5_516),
            .init(field: "last", level: "near", bits: 5_817),
            .init(field: "email", level: "different", bits: -2_000),
            .init(field: "phone", level: "equal", bits: 5_634),
            .init(field: "household", level: nil, bits: -4_193),
        ]
        let pair = DuplicatePair(
            a: 3,
            b: 5,
            score: 4_715,
            isLikelyRelative: isRelative,
            reasons: reasons
        )
        return PairView(one, other, pair)
    }

    private static func lines(_ view: PairView, _ columns: Int, _ rows: Int = 50) -> [String] {
        PairPicture(view: view, tenant: "salon", place: "pair 1 of 9").lines(
            in: WindowSize(columnCount: columns, rowCount: rows),
            styles: .none
        )
    }

    @Test func aPairStandsSideBySide() {
        // The other record has more fields, so it is the one that stays.
        #expect(
            Self.lines(Self.view(), 60).joined(separator: "\n") == """
                pair 1 of 9 in salon
                score 4.715 bits: about 26 to 1 that they are one person

                          5 stays            < 3 goes into it         bits
                first     Bernd              = Bernd                +5.516
                last      Mueller            ≈ Müller               +5.817
                email     B@gmx.ch           ≠ bernd.mueller.of.t   -2.000
                                               he.long.address@gm
                                               x.ch
                birthday                       1985-12-10
                city      東京都
                x.shoe    44
                updated   2026-11-29 10:00     2026-11-28 09:37

                prior -6.059, phone equal +5.634, household -4.193
                """
        )
    }

    @Test(arguments: [40, 60, 61, 83, 84, 120, 200])
    func noLineIsWiderThanTheWindow(width: Int) {
        for isRelative in [false, true] {
            let lines = Self.lines(Self.view(isRelative: isRelative), width)
            #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(lines)")
            #expect(lines.allSatisfy { $0.last != " " })
            #expect(lines.contains { $0.hasPrefix("likely relatives") } == isRelative)
            #expect(lines.contains { $0.hasSuffix("+5.516 equal") } == (width >= 84))
        }
    }

    @Test func aLowWindowCutsLongValues() {
        #expect(Self.lines(Self.view(), 60, 17).count == Self.lines(Self.view(), 60).count - 1)
        let low = Self.lines(Self.view(), 60, 16)
        #expect(low.count == Self.lines(Self.view(), 60).count - 2)
        #expect(low.contains { $0.contains("bernd.mueller.of.…") })
    }

    @Test func exchangingChangesSides() {
        var view = Self.view()
        #expect((view.keptNumber, view.doubleNumber) == (5, 3))
        view.exchange()
        #expect((view.keptNumber, view.doubleNumber) == (3, 5))
        #expect(Self.lines(view, 60)[3].contains("3 stays            < 5 goes into it"))
    }

    @Test func stylesMarkWhatDiffers() {
        let lines = PairPicture(view: Self.view(), tenant: "salon", place: "pair 1").lines(
            in: WindowSize(columnCount: 60, rowCount: 50),
            styles: Terminal(columnCount: 60, hasStyles: true)
        )
        #expect(lines.contains { $0.contains("\u{1B}[1mMueller\u{1B}[0m") })
        #expect(!lines.contains { $0.contains("\u{1B}[1mBernd") })
    }

    @Test(
        arguments: [
            ("one two three", 8, .max, ["one two", "three"]), ("one two", 7, .max, ["one two"]),
            ("onetwothree", 4, .max, ["onet", "woth", "ree"]),
            ("one two three four", 8, 2, ["one two", "three f…"]),
            ("東京都庁", 5, .max, ["東京", "都庁"]), ("", 5, .max, []), ("abc", 0, .max, []),
            ("a bcdefgh", 8, .max, ["a bcdefg", "h"]), ("abcd efgh", 4, .max, ["abcd", "efgh"]),
            ("abc", 2, 1, ["a…"]), ("one two ", 7, .max, ["one two"]),
        ] as [(String, Int, Int, [String])]
    )
    func textIsWrapped(text: String, width: Int, most: Int, lines: [String]) {
        #expect(TextWrap.lines(of: text, width: width, most: most) == lines)
    }
}
