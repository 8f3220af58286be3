extension PhoneText {
    /// Where an extension begins that ends at `end`, separators before it included; `end` when
    /// there is none. The longest extension depends on how clearly it is one:
    ///
    /// | spelling | digits |
    /// | --- | --- |
    /// | `;ext=12`, `ext. 12`, `xtn12`, `extension 12`, `extensión 12`, `anexo 12`, `доб. 12` | 20 |
    /// | `,,12`, `;12` | 15 |
    /// | `x12`, `#12`, `~12`, `int 12`, `,12` | 9 |
    /// | `- 12#` | 6 |
    func endBeforeExtension(from start: Int, to end: Int) -> Int {
        let endsWithHash = self[end &- 1] == UInt8(ascii: "#")
        let digitsEnd = endsWithHash ? end &- 1 : end
        var first = digitsEnd
        while first > start && self[first &- 1].isPhoneDigit { first &-= 1 }
        let digitCount = digitsEnd &- first
        guard digitCount > 0 && first > start else { return end }
        if digitCount <= 20 && !endsWithHash && has(";ext=", endingAt: first) { return first &- 5 }

        var labelEnd = first
        var commas = 0
        var commasInRow = 0
        while labelEnd > start && separatesLabel(labelEnd &- 1) {
            labelEnd &-= 1
            let isComma = self[labelEnd] == UInt8(ascii: ",")
            commasInRow = isComma ? commasInRow &+ 1 : 0
            commas = max(commas, commasInRow)
        }
        let separatorsStart = labelEnd
        if self[labelEnd &- 1] == UInt8(ascii: ":") || self[labelEnd &- 1] == UInt8(ascii: ".") {
            labelEnd &-= 1
        }
        if let label = labelStart(endingAt: labelEnd, digitCount: digitCount) {
            return skippingBack(from: label, to: start)
        }
        if (commas > 0 && digitCount <= 9) || (commas > 1 && digitCount <= 15) {
            return skippingBack(from: separatorsStart, to: start)
        }
        let isAmerican = endsWithHash && first > separatorsStart && digitCount <= 6
        return isAmerican && self[first &- 1] != UInt8(ascii: ",") ? separatorsStart : end
    }

    /// Where the word or sign begins that announces an extension of so many digits.
    private func labelStart(endingAt end: Int, digitCount: Int) -> Int? {
        if digitCount <= 20 {
            var index = self[end &- 1] == UInt8(ascii: "n") ? end &- 1 : end
            if has("ensio", endingAt: index) { index &-= 5 }
            if has("xt", endingAt: index) {
                return self[index &- 3] == UInt8(ascii: "e") ? index &- 3 : index &- 2
            }
            if has("anexo", endingAt: end) { return end &- 5 }
            if endsInCyrillicLabel(end) { return end &- 3 }
        }
        switch self[end &- 1] {
        case UInt8(ascii: ";"):
            return digitCount <= 15 ? end &- 1 : nil
        case UInt8(ascii: "x"), UInt8(ascii: "#"), UInt8(ascii: "~"):
            return digitCount <= 9 ? end &- 1 : nil
        case UInt8(ascii: ","):
            return digitCount <= 9 ? end &- 1 : nil
        default:
            return digitCount <= 9 && has("int", endingAt: end) ? end &- 3 : nil
        }
    }

    private func endsInCyrillicLabel(_ end: Int) -> Bool {
        self[end &- 3] == UInt8(ascii: "d") | 0x80 && self[end &- 2] == UInt8(ascii: "o") | 0x80
            && self[end &- 1] == UInt8(ascii: "b") | 0x80
    }

    private func separatesLabel(_ index: Int) -> Bool {
        let character = self[index]
        return character == UInt8(ascii: " ") || character == UInt8(ascii: ",")
            || character == UInt8(ascii: "-")
    }

    private func skippingBack(from index: Int, to start: Int) -> Int {
        var index = index
        while index > start
            && (self[index &- 1] == UInt8(ascii: " ") || self[index &- 1] == UInt8(ascii: ","))
        {
            index &-= 1
        }
        return index
    }
}
