import CarnetBytes

// THE AUTOMATON OF ALL NUMBERING PLANS. A state is twelve values of NumberingPlanData.nodes, three
// states a line:
//    0 … 9  the state that follows each digit; state 0 is where nothing matches any more
//    10     the outcome when more digits follow, 0 for none
//    11     the outcome when no digit follows, 0 for none
// An outcome is 1 for "all digits match", or a prefix in 12 bits:
//    0 … 3   how many digits the prefix has
//    4 … 7   where the part of it that is kept begins
//    8 … 11  where that part ends; 0 when nothing is kept

/// A state of the automaton that holds what each country says of its prefixes and numbers.
struct DigitAutomaton {
    let start: UInt16

    /// The last outcome that `digits` meet on their way from the start, 0 for none. O(digits).
    func outcome(of digits: PhoneDigits) -> UInt16 {
        let nodes = NumberingPlanData.span(of: NumberingPlanData.nodes)
        var state = Int(start)
        var best: UInt16 = 0
        for index in 0..<digits.count {
            let whenMoreFollow = Self.value(nodes, state, 10)
            if whenMoreFollow != 0 { best = whenMoreFollow }
            state = Int(Self.value(nodes, state, Int(digits[index])))
            guard state != 0 else { return best }
        }
        let whenNoneFollows = Self.value(nodes, state, 11)
        return whenNoneFollows != 0 ? whenNoneFollows : best
    }

    /// Whether the digits are, from first to last, what the automaton describes.
    func matches(_ digits: PhoneDigits) -> Bool { outcome(of: digits) != 0 }

    /// The prefix that the digits begin with; nil for none.
    func prefix(of digits: PhoneDigits) -> DigitPrefix? {
        let outcome = outcome(of: digits)
        return outcome == 0 ? nil : DigitPrefix(packed: outcome)
    }

    private static func value(_ nodes: RawSpan, _ state: Int, _ column: Int) -> UInt16 {
        NumberingPlanData.value(nodes, at: state &* 24 &+ state / 3 &+ column &* 2)
    }
}

/// How many digits a prefix has, and which of them stay.
struct DigitPrefix {
    let digitCount: Int
    let kept: Range<Int>

    init(packed: UInt16) {
        digitCount = Int(packed & 15)
        let begin = Int(packed >> 4 & 15)
        kept = begin..<max(begin, Int(packed >> 8 & 15))
    }
}
