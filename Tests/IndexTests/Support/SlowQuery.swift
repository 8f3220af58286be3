import CarnetBytes
import CarnetModel

@testable import CarnetIndex

/// What a text asks for, as the rules say it, for ``SlowList`` to look for.
struct SlowQuery {
    var readings: [[SlowTerm]] = []
    var guesses: [[SlowTerm]] = []

    /// One reading of these terms.
    init(_ terms: [SlowTerm]) {
        readings = [terms]
        for index in terms.indices.dropLast() { readings[0][index].isLast = false }
    }

    /// What a text of names asks for.
    init(names text: String) {
        let tokens = SlowList.folded(text)
        let parts = tokens.filter { !$0.isJoined }.map(\.text)
        var terms = parts.map { SlowTerm(.word($0)) }
        let written = SlowList.folded(Self.writtenOut(text)).filter { !$0.isJoined }.map(\.text)
        for index in terms.indices {
            if written[index] != parts[index] { terms[index].add(form: written[index]) }
            terms[index].isLast = index == terms.count - 1
            terms[index].isAlone = terms.count == 1
            terms[index].addForms()
        }
        readings = [Self.once(terms)]
        var joined: [Range<Int>] = []
        for (index, token) in tokens.enumerated() where token.isJoined {
            let end = tokens[..<index].filter { !$0.isJoined }.count
            guard
                let start = (0..<end).first(where: { parts[$0..<end].joined() == token.text })
            else { continue }
            joined.append(start..<end)
            addReading(terms, start..<end, token.text, isSaid: true)
        }
        for start in 0..<max(0, parts.count - 1) where !joined.contains(start..<start + 2) {
            addReading(
                terms,
                start..<start + 2,
                parts[start] + parts[start + 1],
                isSaid: false
            )
        }
        if !text.contains(" "), text.utf8.count >= 4 {
            guesses = [
                [SlowTerm(.local(text.lowercased()))],
                [
                    SlowTerm(.domain(text.lowercased()))
                ],
            ]
            guesses[0][0].isGuess = true
            guesses[1][0].isGuess = true
        }
    }

    /// With two letters for each one with a sign that stands for two.
    private static func writtenOut(_ text: String) -> String {
        text.reduce(into: "") { written, letter in
            written.append(letter)
            if "äöüøÄÖÜØ".contains(letter) { written.append("e") }
            if "åÅ".contains(letter) { written.append("a") }
        }
    }

    private mutating func addReading(
        _ terms: [SlowTerm],
        _ range: Range<Int>,
        _ word: String,
        isSaid: Bool
    ) {
        var term = SlowTerm(.word(word))
        term.extra = 6 * (range.count - 1) + 2
        term.isLast = range.upperBound == terms.count
        term.isAlone = range.count == terms.count
        term.isPlain = !isSaid
        if isSaid { term.addForeignForms() }
        var reading = terms
        reading.replaceSubrange(range, with: [term])
        readings.append(Self.once(reading))
    }

    private static func once(_ terms: [SlowTerm]) -> [SlowTerm] {
        var kept: [SlowTerm] = []
        for term in terms where !kept.contains(where: { $0.what == term.what }) {
            kept.append(term)
        }
        return kept
    }
}

/// One thing asked for.
struct SlowTerm {
    enum What: Hashable {
        case word(String)
        case local(String)
        case domain(String)
        case digits(String)
    }

    let what: What
    var extra = 0
    var isLast = true
    var isAlone = true
    /// Whether neither typos nor nicknames are looked for.
    var isPlain = false
    var isGuess = false
    private var forms: [String] = []
    private var latin = ""

    init(_ what: What) { self.what = what }

    mutating func add(form: String) { forms.append(form) }

    /// Other spellings: u for ue, and other alphabets.
    mutating func addForms() {
        guard case .word(let word) = what else { return }
        var short = ""
        var rest = Substring(word)
        while let letter = rest.first {
            short.append(letter)
            let isPair = ["ae", "oe", "ue", "aa"].contains { rest.hasPrefix($0) }
            rest = rest.dropFirst(isPair ? 2 : 1)
        }
        if short != word, short.utf8.count >= 3 { forms.append(short) }
        addForeignForms()
    }

    mutating func addForeignForms() {
        guard case .word(let word) = what else { return }
        latin = SlowWords.latin(word)
        guard latin != word else { return }
        let bytes = Array(word.utf8)
        var writer = ByteWriter()
        unsafe Transliteration.forEachForm(of: bytes.span.bytes, scratch: &writer) {
            forms.append($0.text())
        }
    }

    private var whole: SlowGrade { isGuess ? SlowGrade(.prefix, 18) : SlowGrade(.exact, extra) }
    private var beginning: SlowGrade {
        SlowGrade(.prefix, (isGuess ? 18 : 6) + extra + (isLast ? 0 : 2))
    }

    func grade(_ words: SlowWords, edits: Int, isLoose: Bool) -> SlowGrade? {
        switch what {
        case .word(let word): return grade(word: word, words, edits, isLoose)
        case .local(let local): return words.locals.compactMap { grade(local, $0) }.min()
        case .domain(let domain): return words.domains.compactMap { grade(domain, $0) }.min()
        case .digits(let digits):
            let phones = words.phones.compactMap { phone in
                Self.match(digits: digits, String(phone.digits)).map {
                    SlowGrade(
                        $0,
                        ($0 == .exact ? whole : beginning).cost + phone.cost
                    )
                }
            }
            return (phones + words.words.compactMap { grade(digits, $0) }).min()
        }
    }

    private func grade(_ text: String, _ word: SlowWords.Word) -> SlowGrade? {
        guard word.text.hasPrefix(text) else { return nil }
        let grade = word.text == text ? whole : beginning
        return SlowGrade(grade.match, grade.cost + word.cost)
    }

    private func grade(
        word: String,
        _ words: SlowWords,
        _ edits: Int,
        _ isLoose: Bool
    ) -> SlowGrade? {
        let strict = words.words.compactMap { strictGrade(word, $0) }.min()
        guard strict == nil, edits > 0, !isPlain else { return strict }
        return words.words.compactMap { typoGrade(word, $0, edits, isLoose) }.min()
    }

    private func strictGrade(_ word: String, _ other: SlowWords.Word) -> SlowGrade? {
        var grades: [SlowGrade] = []
        if let grade = grade(word, other) { grades.append(grade) }
        for form in forms where other.text.hasPrefix(form) {
            let cost = other.text == form ? extra + 3 : beginning.cost + 3
            grades.append(SlowGrade(.prefix, cost + other.cost))
        }
        let closeness = isPlain || other.isOfCompany ? .unrelated : closeness(word, other.text)
        if closeness >= .nickname, closeness != .same {
            let cost = closeness == .spelling ? 12 : 16
            grades.append(SlowGrade(.prefix, cost + extra + other.cost))
        }
        return grades.min()
    }

    /// As the given names of the tables stand to each other; of another alphabet by its Latin form
    /// where the tables don't have it itself.
    private func closeness(_ word: String, _ other: String) -> NameCloseness {
        let own = Self.name(word) ?? Self.name(latin)
        guard let own, let other = Self.name(other) else { return .unrelated }
        return Nicknames.closeness(own, other)
    }

    private static func name(_ word: String) -> GivenName? {
        let bytes = Array(word.utf8)
        return unsafe Nicknames.name(bytes.span.bytes)
    }

    private func typoGrade(
        _ word: String,
        _ other: SlowWords.Word,
        _ edits: Int,
        _ isLoose: Bool
    ) -> SlowGrade? {
        let more = extra + other.cost
        var grades: [SlowGrade] = []
        let near = Self.typoCost(word, other.text, typed: word, edits, isLoose)
        if Self.allowed(word, edits) > 0, let sound = Self.sound(word),
            sound == Self.sound(other.text)
        {
            let cost = near == nil ? 17 : near == 20 ? 12 : 14
            grades.append(SlowGrade(.typo, cost + more))
        }
        if let near { grades.append(SlowGrade(.typo, near + more)) }
        if !latin.isEmpty, latin != word,
            let cost = Self.typoCost(latin, other.text, typed: word, edits, isLoose)
        {
            grades.append(SlowGrade(.typo, cost + more + 3))
        }
        if !isAlone, word.count > 1, other.isOfName, other.text == String(word.prefix(1)) {
            grades.append(SlowGrade(.typo, 34 + more))
        }
        return grades.min()
    }

    private static func allowed(_ word: String, _ edits: Int) -> Int {
        min(edits, word.count >= 8 ? 2 : word.count >= 4 ? 1 : 0)
    }

    /// The letters that were typed say how many edits are forgiven, whatever they are in another
    /// alphabet.
    private static func typoCost(
        _ word: String,
        _ token: String,
        typed: String,
        _ edits: Int,
        _ isLoose: Bool
    ) -> Int? {
        let allowed = allowed(typed, edits)
        let beginning = SlowTypos.distanceToBeginning(Array(word), Array(token))
        let whole = SlowTypos.distance(Array(word), Array(token))
        var costs: [Int] = []
        if allowed > 0, beginning <= allowed { costs.append((beginning > 1 ? 26 : 20) + 8) }
        if allowed > 0, whole <= allowed { costs.append(whole > 1 ? 26 : 20) }
        let loose = typed.count >= 5 ? 2 : typed.count >= 3 ? 1 : 0
        if isLoose, loose > 0, whole <= loose { costs.append(30) }
        return costs.min()
    }

    private static func sound(_ word: String) -> UInt64? {
        let bytes = Array(word.utf8)
        let key = unsafe PhoneticKey.key(of: bytes.span.bytes)
        return key == 0 ? nil : key
    }

    private static func match(digits: String, _ phone: String) -> MatchClass? {
        var best: MatchClass?
        if phone.hasSuffix(digits) { best = phone == digits ? .exact : .prefix }
        let rest = String(digits.dropFirst(digits.hasPrefix("00") ? 2 : 1))
        if digits.hasPrefix("0"), rest.count >= 4, phone.hasSuffix(rest) {
            let isNational = !digits.hasPrefix("00") && phone.count - rest.count <= 3
            best = phone == rest || isNational ? .exact : best ?? .prefix
        }
        return best
    }
}
