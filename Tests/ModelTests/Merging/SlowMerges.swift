/// A client list with merges, reckoned anew from everything that ever happened whenever it is asked:
/// slow, and told apart from the product by that.
struct SlowMerges {
    /// What a client was told about a field, and when.
    struct Edit {
        let time: Int
        let field: String
        let value: String
    }

    /// A tag put on a client or taken off.
    struct TagEdit {
        let time: Int
        let tag: String
        let isPut: Bool
    }

    struct Merge {
        let time: Int
        let survivor: UInt32
        let double: UInt32
        let taken: Set<String>
        var stands = true
    }

    /// By the words that callers use; some are the tenant's own.
    static let fields = ["first", "last", "email", "city", "newsletter", "x.a", "x.n"] + careful
    /// Those that no command sets among others: the more careful value holds. A block is told by its
    /// end, "0" without one.
    static let careful = ["rebooking", "block"]
    /// Those that a merge may choose.
    static let chosen = ["first", "last", "email", "city", "x.a", "x.n"]

    private(set) var time = 0
    private(set) var edits: [UInt32: [Edit]] = [:]
    private(set) var tagEdits: [UInt32: [TagEdit]] = [:]
    private(set) var merges: [Merge] = []

    var clientCount: UInt32 { UInt32(edits.count) }

    mutating func add(_ id: UInt32, _ values: [String: String], tags: Set<String>) {
        edits[id] = []
        set(id, values, tags: tags)
    }

    /// Only what differs from what the client shows is an edit.
    mutating func set(_ id: UInt32, _ values: [String: String], tags: Set<String>?) {
        time += 1
        for (field, value) in values where value != shown(id, field) ?? "" {
            edits[id, default: []].append(Edit(time: time, field: field, value: value))
        }
        guard let tags else { return }
        let old = shownTags(id)
        for tag in old.subtracting(tags) {
            tagEdits[id, default: []].append(TagEdit(time: time, tag: tag, isPut: false))
        }
        for tag in tags.subtracting(old) {
            tagEdits[id, default: []].append(TagEdit(time: time, tag: tag, isPut: true))
        }
    }

    mutating func merge(_ survivor: UInt32, _ doubles: [UInt32], _ taken: [String: UInt32]) {
        for double in doubles {
            time += 1
            let fields = taken.filter { $0.value == double }.keys
            merges.append(
                Merge(time: time, survivor: survivor, double: double, taken: Set(fields))
            )
        }
    }

    mutating func unmerge(_ number: Int) {
        time += 1
        merges[number - 1].stands = false
    }

    func isMerged(_ id: UInt32) -> Bool { merges.contains { $0.stands && $0.double == id } }

    /// Numbers of the merges that stand.
    var standing: [Int] { merges.indices.filter { merges[$0].stands }.map { $0 + 1 } }

    func survivor(_ id: UInt32) -> UInt32 {
        merges.first { $0.stands && $0.double == id }.map { survivor($0.survivor) } ?? id
    }

    private func into(_ id: UInt32, since time: Int = 0) -> [Merge] {
        merges.filter { $0.stands && $0.survivor == id && $0.time > time }
    }

    /// What a client shows of a field; nil where nothing.
    func shown(_ id: UInt32, _ field: String) -> String? {
        let last = (edits[id] ?? []).last { $0.field == field }
        let own = last.flatMap { $0.value.isEmpty ? nil : $0.value }
        let heard = into(id, since: last?.time ?? 0).compactMap { merge in
            shown(merge.double, field).map { (merge: merge, value: $0) }
        }
        let all = [own].compactMap(\.self) + heard.map(\.value)
        if field == "newsletter" || field == "rebooking" {
            return all.contains("no") ? "no" : all.first
        }
        if field == "block" {
            return all.contains("0") ? "0" : all.max { (Int($0) ?? 0) < (Int($1) ?? 0) }
        }
        if let chosen = heard.last(where: { $0.merge.taken.contains(field) }) {
            return chosen.value
        }
        return own ?? heard.first?.value
    }

    func shownTags(_ id: UInt32) -> Set<String> {
        var tags: Set<String> = []
        for edit in tagEdits[id] ?? [] {
            if edit.isPut { tags.insert(edit.tag) } else { tags.remove(edit.tag) }
        }
        for merge in into(id) {
            for tag in shownTags(merge.double) {
                let isTakenOff = (tagEdits[id] ?? []).contains {
                    !$0.isPut && $0.tag == tag && $0.time > merge.time
                }
                if !isTakenOff { tags.insert(tag) }
            }
        }
        return tags
    }
}
