import CarnetBytes
import CarnetWire
import Testing

@Suite struct WordsTests {
    @Test(
        arguments: [
            ("0", 0), ("7", 7), ("000000000012", 12), ("18446744073709551615", UInt64.max),
            ("00000000000000000000018446744073709551615", UInt64.max),
            ("18446744073709551616", nil), ("99999999999999999999", nil), ("", nil), ("-1", nil),
            ("+1", nil), ("1 ", nil), (" 1", nil), ("0x1", nil), ("1.0", nil), ("٣", nil),
        ] as [(String, UInt64?)]
    )
    func unsigned(text: String, value: UInt64?) {
        #expect(unsafe Array(text.utf8).span.bytes.unsignedInteger() == value)
    }

    @Test(
        arguments: [
            ("-9223372036854775808", Int64.min), ("9223372036854775807", Int64.max), ("-0", 0),
            ("+5", 5), ("-05", -5), ("9223372036854775808", nil), ("-9223372036854775809", nil),
            ("-", nil), ("+", nil), ("", nil), ("--1", nil),
        ] as [(String, Int64?)]
    )
    func signed(text: String, value: Int64?) {
        #expect(unsafe Array(text.utf8).span.bytes.signedInteger() == value)
    }

    @Test(
        arguments: [
            ("yes", true), ("no", false), ("true", true), ("false", false), ("1", true),
            ("0", false),
            ("YES", true), ("False", false), ("", nil), ("2", nil), ("y", nil), ("on", nil),
            ("trues", nil),
        ] as [(String, Bool?)]
    )
    func yesNo(text: String, value: Bool?) {
        #expect(unsafe Array(text.utf8).span.bytes.yesNo() == value)
    }

    @Test(arguments: [
        ("a,bc,d", ["a", "bc", "d"]), ("a", ["a"]), ("", [""]), (",a,,", ["", "a", "", ""]),
    ])
    func listItems(text: String, items: [String]) {
        let list = Array(text.utf8)
        let bytes = unsafe list.span.bytes
        var start = 0
        var found: [String] = []
        while let item = bytes.nextListItem(from: &start) { found.append(item.text()) }
        #expect(found == items)
        let isOver = bytes.nextListItem(from: &start) == nil
        #expect(isOver)
    }
}
