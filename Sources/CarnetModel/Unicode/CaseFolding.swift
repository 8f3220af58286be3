/// Simple case folding: one scalar for one scalar, as the lines C and S of Unicode's
/// CaseFolding.txt have it. Read once from `CaseFoldingData`.
public enum CaseFolding {
    /// Scalars from `first` on, each `stride`-th one, at most `last`, fold to what lies `distance`
    /// further.
    private struct Run: Sendable {
        let first: UInt32
        let last: UInt32
        let stride: UInt32
        let distance: Int64
    }

    private static let runs = readRuns()

    /// The scalar that `scalar` folds to: itself where it has no case or is folded already.
    /// O(log n) past ASCII.
    public static func simple(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 {
            return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar
        }
        let runs = Self.runs
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].last < scalar { low = middle + 1 } else { high = middle }
        }
        guard low < runs.count, runs[low].first <= scalar else { return scalar }
        let run = runs[low]
        guard (scalar - run.first) % run.stride == 0 else { return scalar }
        return UInt32(truncatingIfNeeded: Int64(scalar) + run.distance)
    }

    private static func readRuns() -> [Run] {
        var text = TableText(CaseFoldingData.runs)
        var runs: [Run] = []
        while !text.isAtEnd {
            let first = text.next().number
            let count = text.next().number
            let stride = text.next().number
            let target = text.next().number
            runs.append(
                Run(
                    first: first,
                    last: first + (count - 1) * stride,
                    stride: stride,
                    distance: Int64(target) - Int64(first)
                )
            )
        }
        return runs
    }
}
