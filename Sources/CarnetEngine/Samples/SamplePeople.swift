public import CarnetBytes

/// How much is known of sample people: shares of 1,000 that have a field. First and last name and
/// language are always there, and a phone where the e-mail is missing.
public struct SampleRichness: Sendable {
    public var email: Int
    public var phone: Int
    public var city: Int
    public var birthday: Int
    public var company: Int
    public var tags: Int
    public var note: Int
    public var newsletter: Int
    /// Whether every e-mail address ends in the person's index, so that none comes twice in a
    /// venue. Else half of them carry no number and a few coincide, as in life.
    public var distinctEmails: Bool

    public init(
        email: Int,
        phone: Int,
        city: Int,
        birthday: Int,
        company: Int,
        tags: Int,
        note: Int,
        newsletter: Int,
        distinctEmails: Bool
    ) {
        self.email = email
        self.phone = phone
        self.city = city
        self.birthday = birthday
        self.company = company
        self.tags = tags
        self.note = note
        self.newsletter = newsletter
        self.distinctEmails = distinctEmails
    }

    /// What a well-kept list knows; the demo venues have it.
    public static let demo = SampleRichness(
        email: 850,
        phone: 900,
        city: 400,
        birthday: 150,
        company: 60,
        tags: 180,
        note: 80,
        newsletter: 350,
        distinctEmails: false
    )

    /// What the load generator writes: 5.5 fields a person on average, all e-mails distinct.
    public static let load = SampleRichness(
        email: 850,
        phone: 900,
        city: 300,
        birthday: 140,
        company: 40,
        tags: 100,
        note: 30,
        newsletter: 100,
        distinctEmails: true
    )
}

/// Made-up European clients. The same seed and index give the same person on every machine and in
/// any order; nothing is remembered, so a value of this type may be shared by threads.
///
/// Names follow skewed frequencies with a long tail of composed rare surnames. Phones are mobile
/// numbers in E.164, distinct for indexes below 6,000,000; e-mails as `SampleRichness` says.
public struct SamplePeople: Sendable {
    let seed: UInt64
    private let home: SampleCountry
    private let abroadPerMille: Int
    let richness: SampleRichness
    let tables = SampleTables.shared

    /// People of whom `abroadPerMille` of 1,000 come from another country than `home`.
    public init(
        seed: UInt64,
        home: SampleCountry = .france,
        abroadPerMille: Int = 150,
        richness: SampleRichness = .demo
    ) {
        self.seed = seed
        self.home = home
        self.abroadPerMille = abroadPerMille
        self.richness = richness
    }

    /// Appends person `index` (0 and up) as words: field, value, field, value, as CLIENT.ADD takes
    /// them; two tags are two pairs. The bytes go to the end of `text`, their ranges to the end of
    /// `words`. About 0.5 µs.
    public func append(_ index: Int, to text: inout ByteWriter, words: inout WordRanges) {
        var random = SampleRandom(seed: seed, index: UInt64(bitPattern: Int64(index)))
        let isFromAbroad = random.happens(abroadPerMille)
        let country = isFromAbroad ? tables.travellers[random.below(tables.travellers.count)] : home
        let table = tables.countries[country.rawValue]
        let name = SampleName(table.names, &random)

        var start = begin("first", &text, &words)
        tables.appendFirst(name, to: &text)
        words.append(start..<text.byteCount)
        start = begin("last", &text, &words)
        tables.appendLast(name, to: &text)
        words.append(start..<text.byteCount)
        let hasEmail = random.happens(richness.email)
        if hasEmail {
            start = begin("email", &text, &words)
            appendEmail(index, name, table, &random, to: &text)
            words.append(start..<text.byteCount)
        }
        if !hasEmail || random.happens(richness.phone) {
            start = begin("phone", &text, &words)
            appendPhone(index, table, &random, to: &text)
            words.append(start..<text.byteCount)
        }
        start = begin("language", &text, &words)
        tables.append(table.language.text, to: &text)
        words.append(start..<text.byteCount)
        appendRest(name, table, &random, &text, &words)
    }

    /// Person `index` as fields and values. For what is not on a hot path.
    public func person(_ index: Int) -> [(field: String, value: String)] {
        var text = ByteWriter()
        var words = WordRanges()
        append(index, to: &text, words: &words)
        return stride(from: 0, to: words.count - 1, by: 2).map { word in
            (
                text.bytes.extracting(words[word]).text(),
                text.bytes.extracting(words[word + 1]).text()
            )
        }
    }
}
