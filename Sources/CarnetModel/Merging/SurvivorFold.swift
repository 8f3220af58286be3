import CarnetBytes

/// A merge that stands, as the survivor sees it: what the double brings.
struct MergedPart: Hashable, Sendable {
    let merge: UInt32
    let double: ClientID
    /// The day that a joined note is given.
    let milliseconds: UInt64
    /// Fields that were chosen from this double, as bits.
    let taken: UInt64
    /// Names of the tenant's own fields that were chosen from this double.
    let takenCustoms: [[UInt8]]
    /// The double as it is with all that was merged into it.
    var content: ClientContent
}

/// What a survivor comes to: its own fields and those of its doubles, put together by the rules of
/// R-RES-24 and R-RES-25.
///
/// Everything belongs to the client that it was addressed to; a survivor only shows it. So a merge
/// is undone by leaving its double out, in whatever order, and what the double brought on to
/// further survivors goes with it.
struct SurvivorFold: Sendable {
    let own: OwnContent
    /// Ascending by merge.
    var parts: [MergedPart]

    /// Where the value of a field comes from.
    enum Source: Hashable, Sendable {
        case own
        /// One of `parts`, by its place.
        case part(Int)
    }

    /// The survivor as it is shown. O(fields of all).
    func content() -> ClientContent {
        let created = parts.reduce(own.content.createdMilliseconds) {
            min($0, $1.content.createdMilliseconds)
        }
        var content = ClientContent(createdMilliseconds: created)
        for tag in tags { content.set(tag, values(of: tag)) }
        for alias in ClientAlias.allCases {
            content.set(alias.rawValue, AliasList(alias, of: self, shown: content).values)
        }
        return content
    }

    /// The tags that any of them has, but for aliases and marks.
    private var tags: [UInt8] {
        var tags = Set(own.content.groups.map(\.tag))
        for part in parts { tags.formUnion(part.content.groups.map(\.tag)) }
        return tags.filter { ClientAlias(rawValue: $0) == nil && $0 != MergedInto.tag }.sorted()
    }

    private func values(of tag: UInt8) -> [[UInt8]] {
        switch ClientField(rawValue: tag) {
        case .external?, .tags?: return union(tag)
        case .note?: return joinedNote().map { [$0] } ?? []
        case .newsletter?: return consent(tag).map { [$0] } ?? []
        case .some: return single(tag)
        case nil: break
        }
        switch ClientExtra(rawValue: tag) {
        case .custom?: return customNames.compactMap { custom($0) }
        case .block?: return block().map { [$0] } ?? []
        case .proofs?: return ConsentProof.kept(union(tag))
        case .rebooking?, .birthday?, .review?: return consent(tag).map { [$0] } ?? []
        case nil: return single(tag)
        }
    }

    private func single(_ tag: UInt8) -> [[UInt8]] {
        switch source(of: tag) {
        case .own?: own.content.values(tag)
        case .part(let index)?: parts[index].content.values(tag)
        case nil: []
        }
    }

    /// Whom a single-valued field is from: the double it was chosen from, the latest choice first;
    /// else the survivor itself; else the first double that has it. A double that was merged
    /// before the field was last edited has no say.
    func source(of tag: UInt8) -> Source? {
        let bit: UInt64 = 1 << UInt64(tag & 63)
        let heard = parts.indices.filter {
            own.listens(to: parts[$0].merge, about: tag) && parts[$0].content.has(tag)
        }
        if let chosen = heard.last(where: { parts[$0].taken & bit != 0 }) { return .part(chosen) }
        if own.content.has(tag) { return .own }
        return heard.first.map { .part($0) }
    }

    /// All values that any of them brings, sorted, each once.
    private func union(_ tag: UInt8) -> [[UInt8]] {
        var values = Set(own.content.values(tag))
        for part in parts {
            values.formUnion(
                part.content.values(tag).filter { own.keeps($0, of: tag, from: part.merge) }
            )
        }
        return values.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// R-RES-25: no on either is no, of the newsletter as of every other consent.
    private func consent(_ tag: UInt8) -> [UInt8]? {
        let said = heard(tag)
        return said.first { $0 != [1] } ?? said.first
    }

    /// R-RES-25: blocked on either is blocked, and the block that holds longer stays.
    private func block() -> [UInt8]? {
        let blocks = heard(ClientExtra.block.rawValue).compactMap {
            unsafe ClientBlock($0.span.bytes)
        }
        guard let first = blocks.first else { return nil }
        return blocks.dropFirst().reduce(first) { $1.isMoreCareful(than: $0) ? $1 : $0 }.value
    }

    /// What the survivor itself says of a field, and all doubles that have a say in it.
    private func heard(_ tag: UInt8) -> [[UInt8]] {
        own.content.values(tag)
            + parts.filter { own.listens(to: $0.merge, about: tag) }
            .flatMap { $0.content.values(tag) }
    }

    // MARK: Fields of the tenant's own

    /// Names of all custom fields that any of them has, ascending.
    private var customNames: [[UInt8]] {
        let tag = ClientExtra.custom.rawValue
        var names = Set(own.content.values(tag).map(CustomValue.name))
        for part in parts { names.formUnion(part.content.values(tag).map(CustomValue.name)) }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private func custom(_ name: [UInt8]) -> [UInt8]? {
        switch source(ofCustom: name) {
        case .own?: own.content.custom(name)
        case .part(let index)?: parts[index].content.custom(name)
        case nil: nil
        }
    }

    /// As ``source(of:)``, of one field of the tenant's own: each name is a field by itself.
    func source(ofCustom name: [UInt8]) -> Source? {
        let heard = parts.indices.filter {
            own.keeps(name, of: ClientExtra.custom.rawValue, from: parts[$0].merge)
                && parts[$0].content.custom(name) != nil
        }
        if let chosen = heard.last(where: { parts[$0].takenCustoms.contains(name) }) {
            return .part(chosen)
        }
        if own.content.custom(name) != nil { return .own }
        return heard.first.map { .part($0) }
    }

    /// The notes one below the other, those of doubles with whose they were and since when. A note
    /// that stands alone stays as it is; one that says the same as another is left out.
    private func joinedNote() -> [UInt8]? {
        let tag = ClientField.note.rawValue
        var notes: [(head: [UInt8], text: [UInt8])] = []
        if let text = own.content.value(.note) { notes.append(([], text)) }
        for part in parts where own.listens(to: part.merge, about: tag) {
            guard let text = part.content.value(.note), !notes.contains(where: { $0.text == text })
            else { continue }
            notes.append((Self.noteHead(part), text))
        }
        guard notes.count > 1 else { return notes.first?.text }
        return Array(notes.map { $0.head + $0.text }.joined(separator: Array("\n\n".utf8)))
    }

    /// `[#2, 2026-05-01]` and a new line: in numbers alone, since it is read in any language.
    private static func noteHead(_ part: MergedPart) -> [UInt8] {
        var writer = ByteWriter(capacity: 40)
        Timestamp(millisecondsSinceEpoch: part.milliseconds).append(to: &writer)
        let day = writer.bytes.bytes(0..<10).text()
        return Array("[#\(part.double.value), \(day)]\n".utf8)
    }
}
