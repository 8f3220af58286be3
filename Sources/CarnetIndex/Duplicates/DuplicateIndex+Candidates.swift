/// Who may be one person.
extension DuplicateIndex {
    /// The most candidates that one check compares, those under the rarest keys first.
    public static let candidateCountMax = 200

    /// From so many records on buckets may be twice as large.
    private static let largeCount = 50_000

    /// Collects in `found` the numbers that share a key with a person, each once, in ascending
    /// order, those for which `wants` says so.
    @inline(__always)
    func collect(
        _ keys: [BlockKey],
        limit: Int,
        _ numbers: inout [UInt32],
        _ found: inout [UInt32],
        where wants: (UInt32) -> Bool
    ) {
        found.removeAll(keepingCapacity: true)
        let factor = count >= Self.largeCount ? 2 : 1
        var warmed: UInt64 = 0
        for key in keys { warmed |= blocks.warm(key.hash) }
        if warmed == 0 { return }
        numbers.removeAll(keepingCapacity: true)
        for key in keys {
            let start = numbers.count
            _ = blocks.numbers(key.hash, most: key.kind.bucketMax &* factor, into: &numbers)
            for index in start..<numbers.count where wants(numbers[index]) {
                found.append(numbers[index])
            }
        }
        found.sort()
        var kept = 0
        for index in found.indices where index == 0 || found[index] != found[index &- 1] {
            found[kept] = found[index]
            kept &+= 1
        }
        found.removeLast(found.count &- kept)
    }
}
