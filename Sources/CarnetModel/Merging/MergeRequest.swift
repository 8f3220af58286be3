/// What CLIENT.MERGE asks for.
public struct MergeRequest: Sendable {
    /// A field that is to come from one of the doubles, or stay the survivor's.
    public struct Take: Hashable, Sendable {
        public let field: ClientField
        public let id: ClientID

        public init(_ field: ClientField, from id: ClientID) {
            self.field = field
            self.id = id
        }
    }

    /// A field of the tenant's own that is to come from one of them.
    public struct CustomTake: Hashable, Sendable {
        /// Without the `x.` before it.
        public let name: [UInt8]
        public let id: ClientID

        public init(_ name: [UInt8], from id: ClientID) {
            self.name = name
            self.id = id
        }
    }

    /// The most doubles of one command.
    public static let doubleCountMax = 64

    public var survivor: ClientID
    /// In the order in which they are merged.
    public var doubles: [ClientID]
    public var takes: [Take] = []
    public var customTakes: [CustomTake] = []
    /// The double whose account the survivor is linked to from then on; nil: as of any other field.
    public var takesAccountFrom: ClientID?
    /// What would forbid it is passed over: for `admin` alone (R-RES-23).
    public var isForced = false
    /// Why, in the caller's words: at most 256 bytes, checked text.
    public var reason: [UInt8]?
    public var ifVersion: UInt32?

    public init(survivor: ClientID, doubles: [ClientID]) {
        self.survivor = survivor
        self.doubles = doubles
    }
}

/// What a merge comes to.
public struct MergePlan: Sendable {
    public let survivor: ClientID
    /// The survivor's version afterwards.
    public let version: UInt32
    /// The number of the first merge; those of further doubles follow one by one.
    public let firstMerge: UInt32
    public let doubles: [ClientID]
    /// The survivor before, and as it is afterwards.
    public let before: ClientContent
    public let after: ClientContent
    /// The doubles, as they are merged.
    public let doubleContents: [ClientContent]
    /// Whether any two of them were declared to be two persons.
    public let isDistinct: Bool
    let fold: SurvivorFold

    /// Where a field of the survivor is from afterwards: the survivor or doubles, those merged
    /// earlier included. Several for what is joined.
    public func sources(of tag: UInt8) -> [ClientID] {
        let values = after.values(tag)
        func brings(_ content: ClientContent) -> Bool {
            !Set(content.values(tag)).isDisjoint(with: values)
        }
        switch ClientField(rawValue: tag) {
        case .external?, .tags?, .newsletter?:
            return (brings(fold.own.content) ? [survivor] : [])
                + fold.parts.filter { brings($0.content) }.map(\.double)
        case .note?:
            return (fold.own.content.has(tag) ? [survivor] : [])
                + fold.parts.filter {
                    fold.own.listens(to: $0.merge, about: tag) && $0.content.has(tag)
                }.map(\.double)
        default: return ids(fold.source(of: tag))
        }
    }

    private func ids(_ source: SurvivorFold.Source?) -> [ClientID] {
        switch source {
        case .own?: [survivor]
        case .part(let index)?: [fold.parts[index].double]
        case nil: []
        }
    }

    /// The fields of the tenant's own that the survivor has afterwards, ascending by name, and whom
    /// each is from.
    public var customSources: [(name: [UInt8], from: [ClientID])] {
        after.values(ClientExtra.custom.rawValue).map { value in
            let name = CustomValue.name(value)
            return (name, ids(fold.source(ofCustom: name)))
        }
    }

    /// Whom the survivor's block is from; none where it is not blocked.
    public var blockSources: [ClientID] {
        let tag = ClientExtra.block.rawValue
        guard let block = after.values(tag).first else { return [] }
        return (fold.own.content.values(tag).first == block ? [survivor] : [])
            + fold.parts.filter { $0.content.values(tag).first == block }.map(\.double)
    }

    /// Aliases that the survivor gets from a double, which went by them.
    public func newAliases(_ alias: ClientAlias, from id: ClientID) -> [[UInt8]] {
        guard let part = fold.parts.last(where: { $0.double == id }) else { return [] }
        var keys = Set(part.content.values(alias.rawValue).map { alias.key(of: $0) })
        if let value = alias.value(of: part.content) { keys.insert(alias.key(of: value)) }
        let known = before.values(alias.rawValue)
        return after.values(alias.rawValue).filter {
            !known.contains($0) && keys.contains(alias.key(of: $0))
        }
    }
}

/// What undoing a merge comes to.
public struct UnmergePlan: Sendable {
    /// What becomes of a field that the double brings.
    public enum Choice: Hashable, Sendable {
        /// It goes back with the double, and the survivor shows it no more.
        case returns
        /// The survivor's was edited since the merge: the edit stays, the double has its own.
        case stays
        /// The survivor shows the same without the double; each has its own.
        case both

        public var name: StaticString {
            switch self {
            case .returns: "returns"
            case .stays: "stays"
            case .both: "both"
            }
        }
    }

    public let merge: MergeRow
    /// The double as it comes back.
    public let double: ClientContent
    public let doubleVersion: UInt32
    /// The survivor, and those that it was merged into since, each before and afterwards.
    public let survivors: [Change]
    /// Fields of the survivor that were edited since, by their tags: the edit stays.
    public let edited: Set<UInt8>
    /// Names of the tenant's own fields that were edited since.
    public let editedCustoms: Set<[UInt8]>

    /// For each field that the double brings, by its tag: what becomes of it at the survivor.
    public var choices: [(tag: UInt8, choice: Choice)] {
        guard let survivor = survivors.first else { return [] }
        let known = Set(double.groups.map(\.tag)).union(survivor.before.groups.map(\.tag))
        return known.sorted().compactMap { tag in
            let differs = survivor.before.values(tag) != survivor.after.values(tag)
            guard differs || double.has(tag) else { return nil }
            if differs { return (tag, .returns) }
            return (tag, edited.contains(tag) ? .stays : .both)
        }
    }

    /// The same for each field of the tenant's own, by its name.
    public var customChoices: [(name: [UInt8], choice: Choice)] {
        guard let survivor = survivors.first else { return [] }
        let tag = ClientExtra.custom.rawValue
        let known = Set((double.values(tag) + survivor.before.values(tag)).map(CustomValue.name))
        return known.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { name in
            let differs = survivor.before.custom(name) != survivor.after.custom(name)
            guard differs || double.custom(name) != nil else { return nil }
            if differs { return (name, .returns) }
            return (name, editedCustoms.contains(name) ? .stays : .both)
        }
    }

    public struct Change: Sendable {
        public let id: ClientID
        public let version: UInt32
        public let before: ClientContent
        public let after: ClientContent
    }
}
