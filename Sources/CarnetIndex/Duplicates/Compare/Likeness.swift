import CarnetBytes

/// How alike two short texts are, byte by byte; what is compared is at most 64 bytes long.
enum Likeness {
    /// Whether one insertion, deletion, substitution or exchange of neighbours makes one text the
    /// other; equal texts are. O(length).
    static func isOneSlip(_ a: RawSpan, _ b: RawSpan) -> Bool {
        let (short, long) = a.byteCount <= b.byteCount ? (a, b) : (b, a)
        let excess = long.byteCount &- short.byteCount
        guard excess <= 1 else { return false }
        let count = short.byteCount
        var start = 0
        while start < count, short.byte(at: start) == long.byte(at: start) { start &+= 1 }
        var end = 0
        while end < count &- start,
            short.byte(at: count &- 1 &- end) == long.byte(at: long.byteCount &- 1 &- end)
        {
            end &+= 1
        }
        let rest = count &- start &- end
        if excess == 1 { return rest == 0 }
        if rest <= 1 { return true }
        return rest == 2 && short.byte(at: start) == long.byte(at: start &+ 1)
            && short.byte(at: start &+ 1) == long.byte(at: start)
    }

    /// Whether both begin alike and at most two edits make one text the other, one for each three
    /// characters. O(length of a × length of b / 64) but for finding equal letters.
    static func isGarbled(_ a: RawSpan, _ b: RawSpan) -> Bool {
        let count = min(a.byteCount, b.byteCount)
        guard count >= 3, max(a.byteCount, b.byteCount) &- count <= 2,
            a.byte(at: 0) == b.byte(at: 0)
        else { return false }
        return distance(a, b) <= min(2, count / 3)
    }

    /// The similarity of Jaro and Winkler in thousandths: shared letters in about the same places,
    /// more where the first four agree. Source: Winkler, "String Comparator Metrics and Enhanced
    /// Decision Rules in the Fellegi-Sunter Model of Record Linkage", 1990. O(length²), at most.
    static func jaroWinkler(_ a: RawSpan, _ b: RawSpan) -> Int {
        let (m, n) = (min(a.byteCount, 64), min(b.byteCount, 64))
        guard m > 0 && n > 0 else { return 0 }
        let window = max(max(m, n) / 2 &- 1, 0)
        var takenA: UInt64 = 0
        var takenB: UInt64 = 0
        var matches = 0
        for i in 0..<m {
            let letter = a.byte(at: i)
            var j = max(0, i &- window)
            let end = min(n, i &+ window &+ 1)
            while j < end {
                if takenB >> UInt64(j) & 1 == 0, b.byte(at: j) == letter {
                    takenA |= 1 << UInt64(i)
                    takenB |= 1 << UInt64(j)
                    matches &+= 1
                    break
                }
                j &+= 1
            }
        }
        guard matches > 0 else { return 0 }
        var exchanged = 0
        var (left, right) = (takenA, takenB)
        while left != 0 {
            if a.byte(at: left.trailingZeroBitCount) != b.byte(at: right.trailingZeroBitCount) {
                exchanged &+= 1
            }
            left &= left &- 1
            right &= right &- 1
        }
        let jaro =
            (matches &* 1000 / m &+ matches &* 1000 / n
                &+ (matches &* 2 &- exchanged) &* 500 / matches) / 3
        return withPrefix(jaro, a, b)
    }

    /// The most that ``jaroWinkler(_:_:)`` answers for two texts, of which are known how many letters
    /// of each the other lacks. O(1).
    @inline(__always)
    static func jaroWinklerMost(
        _ a: RawSpan,
        _ b: RawSpan,
        _ aLacking: Int,
        _ bLacking: Int
    ) -> Int {
        let (m, n) = (min(a.byteCount, 64), min(b.byteCount, 64))
        guard m > 0 && n > 0 else { return 0 }
        let matches = max(0, min(m &- aLacking, n &- bLacking))
        return withPrefix((matches &* 1000 / m &+ matches &* 1000 / n &+ 1000) / 3, a, b)
    }

    /// What up to four letters at the beginning that agree make of a similarity.
    @inline(__always)
    private static func withPrefix(_ jaro: Int, _ a: RawSpan, _ b: RawSpan) -> Int {
        var prefix = 0
        while prefix < min(4, a.byteCount, b.byteCount), a.byte(at: prefix) == b.byte(at: prefix) {
            prefix &+= 1
        }
        return jaro &+ prefix &* (1000 &- jaro) / 10
    }

    /// The distance of Levenshtein, by one machine word of differences. Source: Myers, "A Fast
    /// Bit-Vector Algorithm for Approximate String Matching", 1999, as Hyyrö simplified it.
    /// O(length of a × length of b / 64) but for finding equal letters.
    static func distance(_ a: RawSpan, _ b: RawSpan) -> Int {
        let count = min(a.byteCount, 64)
        guard count > 0 else { return b.byteCount }
        var plus = ~UInt64(0)
        var minus: UInt64 = 0
        var distance = count
        let last: UInt64 = 1 << UInt64(count &- 1)
        for index in 0..<b.byteCount {
            let letter = b.byte(at: index)
            var equal: UInt64 = 0
            for place in 0..<count where a.byte(at: place) == letter {
                equal |= 1 << UInt64(place)
            }
            let x = equal | minus
            let d = ((equal & plus) &+ plus) ^ plus | x
            var horizontalPlus = minus | ~(d | plus)
            var horizontalMinus = plus & d
            if horizontalPlus & last != 0 { distance &+= 1 }
            if horizontalMinus & last != 0 { distance &-= 1 }
            horizontalPlus = horizontalPlus << 1 | 1
            horizontalMinus <<= 1
            plus = horizontalMinus | ~(d | horizontalPlus)
            minus = horizontalPlus & d
        }
        return distance
    }

    /// Whether two sets of letters have so little in common that the texts are different.
    @inline(__always)
    static func isFar(_ a: UInt32, _ b: UInt32) -> Bool {
        let common = (a & b).nonzeroBitCount
        return common &* 2 < max(a.nonzeroBitCount, b.nonzeroBitCount)
    }
}
