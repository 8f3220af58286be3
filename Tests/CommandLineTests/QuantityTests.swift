import CarnetWire
import Testing

@testable import carnet

@Suite struct QuantityTests {
    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (53_500, "53,500"),
        (1_234_567, "1,234,567"), (-1_234, "-1,234"),
    ])
    func countsAreGroupedByThousands(value: Int, text: String) {
        #expect(Quantity.count(value) == text)
    }

    @Test(arguments: [
        (0, "0 bytes"), (1, "1 byte"), (1_023, "1,023 bytes"), (1_024, "1.0 KiB"),
        (1_536, "1.5 KiB"), (64 << 20, "64.0 MiB"), (3 << 30, "3.0 GiB"), (5 << 50, "5120.0 TiB"),
    ])
    func bytesHaveTheLargestUnitAboveOne(value: Int, text: String) {
        #expect(Quantity.bytes(value) == text)
    }

    @Test(arguments: [
        (0.0042, "0.004 s"), (0.24, "0.24 s"), (12.34, "12.3 s"), (60, "1 min"), (61, "1 min 1 s"),
        (3_600, "1 h"), (3_700, "1 h 1 min"), (273_600, "3 d 4 h"), (86_400, "1 d"),
        (86_430, "1 d"), (.infinity, "-"), (-1, "-"),
    ])
    func durationsHaveTheirTwoLargestUnits(seconds: Double, text: String) {
        #expect(Quantity.duration(seconds: seconds) == text)
    }

    @Test(arguments: [
        (2.675, 2, "2.68"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (-1.5, 1, "-1.5"), (12, 0, "12"),
        (0.999, 2, "1.00"),
    ])
    func fractionsAreRounded(value: Double, digits: Int, text: String) {
        #expect(Quantity.fraction(value, digits: digits) == text)
    }

    @Test(arguments: [
        ("65536", 65_536), ("64k", 65_536), ("64KiB", 65_536), ("1.5g", 3 << 29), ("2MB", 2 << 20),
        ("0", 0),
    ])
    func byteAmountsTakeUnits(text: String, byteCount: Int) {
        #expect(ByteAmount(argument: text)?.byteCount == byteCount)
    }

    @Test(arguments: ["", "k", "-1", "1.5", "12 parsecs", "9999999999t", "1e3", "0x10", "٣"])
    func otherByteAmountsAreNone(text: String) {
        #expect(ByteAmount(argument: text) == nil)
    }

    @Test func jsonIsOneLineWithItsMembersInOrder() {
        let json = JSONValue(
            .map([
                ReplyPair(key: .bulk(Array("total".utf8)), value: .integer(2)),
                ReplyPair(key: .simple("name"), value: .bulk(Array("a\"b\\c\n\u{1}é".utf8))),
                ReplyPair(
                    key: .simple("flags"),
                    value: .array([.boolean(true), .null, .double(1.5)])
                ),
                ReplyPair(
                    key: .integer(3),
                    value: .error(ReplyError(code: "NOCLIENT", message: "no"))
                ),
                ReplyPair(key: .simple("broken"), value: .bulk([0xFF])),
            ])
        )
        #expect(
            json.text == #"{"total":2,"name":"a\"b\\c\n\u0001é","flags":[true,null,1.5],"#
                + #""3":{"error":"NOCLIENT","message":"no"},"broken":"\#u{FFFD}"}"#
        )
    }

    @Test(arguments: [Double.infinity, -.infinity, .nan])
    func jsonHasNoInfiniteNumbers(value: Double) {
        #expect(JSONValue.number(value).text == "null")
    }
}
