import CarnetBytes

extension NumberingPlanData {
    /// The text where it stands in the program.
    @_lifetime(immortal)
    static func span(of text: StaticString) -> RawSpan {
        let span = unsafe RawSpan(
            _unsafeStart: UnsafeRawPointer(text.utf8Start),
            byteCount: text.utf8CodeUnitCount
        )
        return unsafe _overrideLifetime(span, copying: ())
    }

    /// Two characters as a number from 0 to 4095.
    static func value(_ text: RawSpan, at offset: Int) -> UInt16 {
        let high = UInt16(text.byte(at: offset) &- 48)
        let low = UInt16(text.byte(at: offset &+ 1) &- 48)
        return high << 6 | low
    }
}
