import CarnetModel
import Testing

@Suite struct SmallValueTests {
    @Test(arguments: [
        ("yes", true), ("no", false), ("true", true), ("false", false), ("1", true), ("0", false),
        ("YES", true), ("False", false),
    ])
    func yesNoIsRead(text: String, value: Bool) throws {
        #expect(try ValueProbe.yesNo(text) == value)
    }

    @Test(arguments: ["", "y", "on", "off", "2", "01", "yes ", "falsey", "tru", "\u{0}no"])
    func yesNoIsRefused(text: String) {
        #expect(throws: ValueError.yesNo) { try ValueProbe.yesNo(text) }
    }

    @Test(arguments: [
        ("0", 0 as UInt64), ("7", 7), ("000000000000000000000000000042", 42),
        ("18446744073709551615", .max),
    ])
    func numberIsRead(text: String, value: UInt64) throws {
        #expect(try ValueProbe.number(text) == value)
    }

    @Test(arguments: [
        ("", ValueError.number), ("-1", .number), ("+1", .number), ("1.0", .number),
        (" 1", .number),
        ("0x10", .number), ("18446744073709551616", .numberTooLarge(max: .max)),
        ("99999999999999999999x", .number),
        ("184467440737095516150", .numberTooLarge(max: .max)),
    ])
    func numberIsRefused(text: String, error: ValueError) {
        #expect(throws: error) { try ValueProbe.number(text) }
    }

    @Test func numberHasTheCallersLimit() throws {
        #expect(try ValueProbe.number("1000", max: 1000) == 1000)
        #expect(throws: ValueError.numberTooLarge(max: 1000)) {
            try ValueProbe.number("1001", max: 1000)
        }
    }

    @Test func tenantNamesHaveTheirAlphabet() throws {
        for name in ["a", "bistro", "b.1_2-3", String(repeating: "z", count: 64)] {
            try ValueProbe.checkTenantName(name)
        }
        for name in ["", "A", "caf\u{E9}", "a b", "a/b", "a{b", String(repeating: "z", count: 65)] {
            #expect(throws: ValueError.tenantName) { try ValueProbe.checkTenantName(name) }
        }
    }
}
