/// A pattern with `*` and `?`, as CONFIG GET takes one.
struct GlobPattern {
    private let pattern: [UInt8]

    init(_ text: String) { pattern = Array(text.utf8) }

    /// Whether all of `text` fits. O(pattern × text) at worst.
    func matches(_ text: String) -> Bool {
        let text = Array(text.utf8)
        var place = 0
        var from = 0
        var star: (pattern: Int, text: Int)?
        while from < text.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                star = (place, from)
                place += 1
            } else if place < pattern.count,
                pattern[place] == UInt8(ascii: "?") || pattern[place] == text[from]
            {
                place += 1
                from += 1
            } else if let last = star {
                star = (last.pattern, last.text + 1)
                place = last.pattern + 1
                from = last.text + 1
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
