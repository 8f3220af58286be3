import CarnetBytes

/// What `MailData` says, as hash tables.
struct MailTable: Sendable {
    static let standard = MailTable()

    /// A provider: the domain that stands for all of its own, and what it does with user parts.
    struct Provider {
        let domain: Int
        let rules: MailRules
        let traits: MailTraits
    }

    /// What a domain is. `name` is the number of the domain to write instead, if it is another.
    struct Domain {
        var name: Int?
        var rules: MailRules = []
        var traits: MailTraits = []
    }

    private var domains = WordTable()
    /// For each domain the index of its provider.
    private var providerOf: [UInt16] = []
    private var providers: [Provider] = []
    /// Mistyped labels and top domains, and the words that were meant.
    private var mistyped = WordTable()
    private var meant: [UInt16] = []
    private var meanings = WordTable()
    private var users = WordTable()
    private var userTraits: [MailTraits] = []

    private init() {
        readProviders(MailData.providers)
        readMistyped(MailData.mistyped)
        readUsers(MailData.users)
    }

    // MARK: - Addresses

    func appendMailbox(_ email: RawSpan, to writer: inout ByteWriter) -> MailTraits {
        guard let at = Self.lastAt(email) else {
            writer.append(email)
            return []
        }
        let user = email.extracting(0..<at)
        let name = email.extracting(at &+ 1..<email.byteCount)
        let domain = domain(name)
        var traits = domain.traits.union(self.traits(ofUser: user))
        if isPlaceholder(user, at: name, domain) { traits.insert(.placeholder) }
        let start = writer.byteCount
        if domain.rules.contains(.userInDomain), let dot = Self.firstDot(name),
            domain.name != nil, Self.dotCount(name) > 1
        {
            appendUser(name.extracting(0..<dot), domain.rules, to: &writer)
        } else {
            appendUser(user, domain.rules, to: &writer)
        }
        // Whatever the rules left nothing of stays as it was.
        if writer.byteCount == start { writer.append(user) }
        if writer.byteCount &- start != user.byteCount { traits.insert(.rewritten) }
        writer.append(UInt8(ascii: "@"))
        if let name = domain.name {
            domains.append(name, to: &writer)
        } else {
            writer.append(name)
        }
        return traits
    }

    private func appendUser(_ user: RawSpan, _ rules: MailRules, to writer: inout ByteWriter) {
        let start = writer.byteCount
        for index in 0..<user.byteCount {
            switch user.byte(at: index) {
            case UInt8(ascii: "+") where index > 0: return
            case UInt8(ascii: ".") where rules.contains(.dots): break
            case UInt8(ascii: "-") where rules.contains(.hyphenTag) && writer.byteCount > start:
                return
            case UInt8(ascii: "-") where rules.contains(.separators): break
            case UInt8(ascii: "_") where rules.contains(.separators): break
            case UInt8(ascii: "-") where rules.contains(.hyphenIsDot):
                writer.append(UInt8(ascii: "."))
            case let byte: writer.append(byte)
            }
        }
    }

    /// Whether nobody has this address: a word for "none" at a provider or at a domain of the
    /// same name, or one letter over and over on both sides.
    private func isPlaceholder(_ user: RawSpan, at name: RawSpan, _ domain: Domain) -> Bool {
        if domain.rules.contains(.placeholder) { return true }
        let label = name.extracting(0..<(Self.firstDot(name) ?? name.byteCount))
        let isWord = traits(ofUser: user).contains(.placeholder)
        if isWord, domain.traits.contains(.freemail) || label.byteCount <= 3 { return true }
        let isWordThere = traits(ofUser: label).contains(.placeholder)
        if isWordThere, isWord || user.byteCount <= 2 || Self.isOneLetter(user) { return true }
        return user.isEqual(to: label) && (isWord || Self.isOneLetter(user))
            || Self.isOneLetter(user) && Self.isOneLetter(label) && label.byteCount <= 4
    }

    func traits(ofUser user: RawSpan) -> MailTraits {
        if let number = users.number(of: user) { return userTraits[number] }
        // "info.lyon", "reservation2": the first word decides, if it is that of a desk.
        var end = 0
        while end < user.byteCount, user.byte(at: end) &- UInt8(ascii: "a") < 26 { end &+= 1 }
        guard end >= 4, end < user.byteCount,
            let number = users.number(of: user.extracting(0..<end))
        else { return [] }
        let isNumbered = (end..<user.byteCount).allSatisfy { user.byte(at: $0) < 0x3A }
        if isNumbered { return userTraits[number] }
        return userTraits[number].contains(.placeholder) ? [] : userTraits[number]
    }

    // MARK: - Domains

    func domain(_ name: RawSpan) -> Domain {
        if let number = domains.number(of: name) { return found(number, isSame: true) }
        guard let dot = Self.firstDot(name) else { return Domain() }
        if let domain = belowKnown(name, after: dot) { return domain }
        return corrected(name, dot) ?? Domain()
    }

    private func found(_ number: Int, isSame: Bool) -> Domain {
        let provider = providers[Int(providerOf[number])]
        let name = isSame && provider.domain == number ? nil : provider.domain
        return Domain(name: name, rules: provider.rules, traits: provider.traits)
    }

    /// A domain below one that forwards ("guest.booking.com") or that gives each user one of
    /// their own, or one whose label says that it forwards.
    private func belowKnown(_ name: RawSpan, after dot: Int) -> Domain? {
        if Self.saysRelay(name) { return Domain(rules: .relay, traits: .relay) }
        var rest = dot
        while rest < name.byteCount {
            let parent = name.extracting(rest &+ 1..<name.byteCount)
            if let number = domains.number(of: parent) {
                let provider = providers[Int(providerOf[number])]
                if provider.rules.contains(.relay) {
                    return Domain(rules: .relay, traits: .relay)
                }
                if provider.rules.contains(.userInDomain) { return found(number, isSame: false) }
                return nil
            }
            rest &+= 1
            while rest < name.byteCount, name.byte(at: rest) != UInt8(ascii: ".") { rest &+= 1 }
        }
        return nil
    }

    /// What a mistyped domain meant, if that is a provider's. No allocation but of the few that
    /// are mistyped.
    private func corrected(_ name: RawSpan, _ dot: Int) -> Domain? {
        let label = name.extracting(0..<dot)
        let top = name.extracting(dot &+ 1..<name.byteCount)
        let newLabel = mistyped.number(of: label)
        let newTop = mistyped.number(of: top)
        var word = ByteWriter(capacity: 64)
        if let newLabel {
            meanings.append(Int(meant[newLabel]), to: &word)
        } else {
            word.append(label)
        }
        // Gmail and iCloud have one top domain, whatever was typed.
        let isOnlyCom = word.bytes.isEqual(to: "gmail") || word.bytes.isEqual(to: "icloud")
        guard newLabel != nil || newTop != nil || isOnlyCom else { return nil }
        word.append(UInt8(ascii: "."))
        if isOnlyCom {
            word.append("com")
        } else if let newTop {
            meanings.append(Int(meant[newTop]), to: &word)
        } else {
            word.append(top)
        }
        guard let number = domains.number(of: word.bytes) else { return nil }
        var domain = found(number, isSame: false)
        domain.traits.insert(.corrected)
        return domain
    }

    /// Whether a label is "guest", "relay" or the like, or begins or ends with "relay".
    private static func saysRelay(_ name: RawSpan) -> Bool {
        var start = 0
        while start < name.byteCount {
            var end = start
            while end < name.byteCount, name.byte(at: end) != UInt8(ascii: ".") { end &+= 1 }
            let label = name.extracting(start..<end)
            if end < name.byteCount {
                if label.isEqual(to: "guest") || label.isEqual(to: "guests") { return true }
                if label.isEqual(to: "reply") || label.isEqual(to: "noreply") { return true }
                if label.byteCount >= 5 {
                    let tail = label.extracting(label.byteCount &- 5..<label.byteCount)
                    if tail.isEqual(to: "relay") { return true }
                    if label.extracting(0..<5).isEqual(to: "relay") { return true }
                }
            }
            start = end &+ 1
        }
        return false
    }

    private static func lastAt(_ email: RawSpan) -> Int? {
        var index = email.byteCount &- 1
        while index >= 0 {
            if email.byte(at: index) == UInt8(ascii: "@") { return index }
            index &-= 1
        }
        return nil
    }

    private static func firstDot(_ name: RawSpan) -> Int? {
        for index in 0..<name.byteCount where name.byte(at: index) == UInt8(ascii: ".") {
            return index
        }
        return nil
    }

    private static func dotCount(_ name: RawSpan) -> Int {
        var count = 0
        for index in 0..<name.byteCount where name.byte(at: index) == UInt8(ascii: ".") {
            count &+= 1
        }
        return count
    }

    private static func isOneLetter(_ text: RawSpan) -> Bool {
        guard text.byteCount > 0 else { return false }
        for index in 1..<text.byteCount where text.byte(at: index) != text.byte(at: 0) {
            return false
        }
        return true
    }
}

// MARK: - Reading

extension MailTable {
    /// Reads lines `rule rule: domain domain`; the first domain stands for all of a line that
    /// says `same`.
    private mutating func readProviders(_ source: StaticString) {
        var text = LexiconText(source)
        while !text.isAtEnd {
            var rules: MailRules = []
            var isHead = true
            var isSame = false
            var first: Int?
            while let range = text.nextWord() {
                let word = text.word(range)
                if isHead {
                    let isLast = word.byte(at: range.count - 1) == UInt8(ascii: ":")
                    let rule = isLast ? word.extracting(droppingLast: 1) : word
                    if rule.isEqual(to: "same") { isSame = true }
                    rules.formUnion(Self.rule(rule))
                    if isLast { isHead = false }
                    continue
                }
                let number = domains.add(word)
                if number == providerOf.count { providerOf.append(0) }
                if first == nil || !isSame {
                    first = number
                    providers.append(Self.provider(number, rules))
                }
                providerOf[number] = UInt16(providers.count - 1)
            }
        }
    }

    private static func provider(_ domain: Int, _ rules: MailRules) -> Provider {
        var traits: MailTraits = .freemail
        if rules.contains(.relay) { traits = .relay }
        if rules.contains(.placeholder) { traits = .placeholder }
        return Provider(domain: domain, rules: rules, traits: traits)
    }

    private static func rule(_ name: RawSpan) -> MailRules {
        let rules: [(StaticString, MailRules)] = [
            ("dots", .dots), ("hyphentag", .hyphenTag), ("separators", .separators),
            ("hyphenisdot", .hyphenIsDot), ("relay", .relay), ("userindomain", .userInDomain),
            ("placeholder", .placeholder),
        ]
        return rules.first { name.isEqual(to: $0.0) }?.1 ?? []
    }

    /// Reads lines `meant: typed typed`.
    private mutating func readMistyped(_ source: StaticString) {
        var text = LexiconText(source)
        while !text.isAtEnd {
            guard let head = text.nextWord() else { continue }
            let meaning = meanings.add(text.word(head.dropLast()))
            while let range = text.nextWord() {
                let number = mistyped.add(text.word(range))
                if number == meant.count { meant.append(UInt16(meaning)) }
            }
        }
    }

    /// Reads lines `role: word word`, `noreply:` and `placeholder:`.
    private mutating func readUsers(_ source: StaticString) {
        var text = LexiconText(source)
        while !text.isAtEnd {
            guard let head = text.nextWord() else { continue }
            let traits = Self.traits(called: text.word(head.dropLast()))
            while let range = text.nextWord() {
                let number = users.add(text.word(range))
                if number == userTraits.count { userTraits.append([]) }
                userTraits[number].formUnion(traits)
            }
        }
    }

    private static func traits(called name: RawSpan) -> MailTraits {
        if name.isEqual(to: "noreply") { return [.role, .noReply] }
        return name.isEqual(to: "placeholder") ? .placeholder : .role
    }
}
