import CarnetBytes
import Testing

@testable import CarnetEngine

/// A tenant's name where it is looked for, beside plain arrays of the same bytes.
@Suite struct InlineNameTests {
    @Test(arguments: 1...64)
    func aNameIsToldFromEveryOtherOfItsLength(byteCount: Int) {
        let name = (0..<byteCount).map { UInt8(ascii: "a") &+ UInt8($0 % 26) }
        let inline = InlineName(name)
        #expect(answer(inline, name) == (byteCount <= 16 ? true : nil))
        for index in 0..<byteCount {
            var other = name
            other[index] ^= 1
            #expect(answer(inline, other) == (byteCount <= 16 ? false : nil))
        }
    }

    @Test(arguments: 1...64)
    func aNameOfAnotherLengthIsAnother(byteCount: Int) {
        let name = [UInt8](repeating: UInt8(ascii: "a"), count: byteCount)
        #expect(answer(InlineName(name), name + [UInt8(ascii: "a")]) == false)
        #expect(answer(InlineName(name), Array(name.dropLast())) == false)
    }

    private func answer(_ inline: InlineName, _ other: [UInt8]) -> Bool? {
        unsafe inline.isEqual(to: other.span.bytes)
    }
}
