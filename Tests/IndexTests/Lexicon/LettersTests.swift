import CarnetBytes
import CarnetIndex
import CarnetTestKit
import Testing

@Suite struct LettersTests {
    static func latin(_ name: String, _ scheme: Transliteration.Scheme = .passport) -> String {
        let token = FoldingTests.tokens(name)
        return Lexicon.written { writer in
            Lexicon.with(token) { Transliteration.append($0, scheme, to: &writer) }
        }
    }

    @Test(arguments: [
        ("Αθηνά", "athina"), ("Γιώργος", "giorgos"), ("Παπαδόπουλος", "papadopoulos"),
        ("Χρήστος", "christos"), ("Ευαγγελία", "evangelia"), ("Αικατερίνη", "aikaterini"),
        ("Μπάμπης", "bampis"), ("Ντίνα", "ntina"), ("Юлия", "yuliya"), ("Андрей", "andrey"),
        ("Дмитрий", "dmitry"), ("Ющенко", "yushchenko"), ("Сергей", "sergey"), ("Ёлкина", "elkina"),
        ("Ђорђевић", "djordjevic"), ("Љубица", "ljubitsa"), ("Հայկ", "hayk"), ("გიორგი", "giorgi"),
        ("محمد", "mhmd"), ("יוסף", "yvsp"), ("smith", "smith"),
    ])
    func namesHavePassportForms(name: String, wanted: String) {
        #expect(Self.latin(name) == wanted)
    }

    @Test(arguments: [
        ("Щербаков", Transliteration.Scheme.german, "schtscherbakow"),
        ("Щербаков", .french, "chtcherbakov"),
        ("Юлия", .french, "ioulia"), ("Юлия", .german, "julija"), ("Юлия", .serbian, "julija"),
        ("Гліб", .ukrainian, "hlib"), ("Юрій", .ukrainian, "iurii"),
        ("Щерев", .bulgarian, "shterev"),
        ("Жељко", .serbian, "zeljko"), ("Јовановић", .serbian, "jovanovic"),
        ("Αθηνά", .ukrainian, "athena"),
        ("Χρήστος", .bulgarian, "hristos"), ("Ξένια", .bulgarian, "ksenia"),
        ("Алексей", .german, "alexej"),
    ])
    func namesHaveOtherForms(name: String, scheme: Transliteration.Scheme, wanted: String) {
        #expect(Self.latin(name, scheme) == wanted)
    }

    @Test func everyFormComesOnce() {
        var scratch = ByteWriter()
        var forms: [String] = []
        Lexicon.with(FoldingTests.tokens("Юлия")) { token in
            Transliteration.forEachForm(of: token, scratch: &scratch) { forms.append($0.text()) }
        }
        #expect(
            forms
                == ["yuliya", "iuliia", "yuliya", "julija", "ioulia"].reduce(into: []) {
                    if !$0.contains($1) { $0.append($1) }
                }
        )
        forms = []
        Lexicon.with("smith") { token in
            Transliteration.forEachForm(of: token, scratch: &scratch) { forms.append($0.text()) }
        }
        #expect(forms == ["smith"])
    }

    @Test(arguments: [
        ("smith", false), ("αθηνα", true), ("юлия", true), ("漢字", false), ("", false),
    ])
    func foreignTokensAreSeen(token: String, isForeign: Bool) {
        #expect(Lexicon.with(token) { Transliteration.isForeign($0) } == isForeign)
    }

    // MARK: - Romanisation keys

    static func keys(_ name: String) -> Set<String> {
        var scratch = ByteWriter()
        var keys: Set<String> = []
        Lexicon.with(FoldingTests.tokens(name)) { token in
            RomanisationKey.forEachKey(of: token, scratch: &scratch) { keys.insert($0.text()) }
        }
        return keys
    }

    @Test(arguments: [
        ["Юлия", "Yuliya", "Yulia", "Julia", "Julija", "Iulia", "Ioulia"],
        ["Αθηνά", "Athina", "Athena", "Atina"], ["Χρήστος", "Christos", "Hristos", "Xristos"],
        ["Γιώργος", "Giorgos", "Yorgos", "Yiorgos"], ["Γεώργιος", "Georgios"],
        ["Γιάννης", "Giannis", "Yannis", "Yiannis"],
        ["Μιχάλης", "Michalis", "Mihalis", "Mikhalis"],
        ["Ευγενία", "Evgenia", "Eugenia", "Efgenia"], ["Αικατερίνη", "Aikaterini", "Ekaterini"],
        ["Хрушчов", "Khrushchov", "Chruschtschow"],
        ["Шевченко", "Shevchenko", "Schewtschenko", "Szewczenko"],
        ["Чехов", "Chekhov", "Tschechow", "Tchekhov"], ["Иванов", "Ivanov", "Iwanow", "Ivanoff"],
        ["Елена", "Elena", "Yelena", "Jelena"],
        ["Сергей", "Sergey", "Sergei", "Serguei", "Sergej"],
        ["Алексей", "Aleksey", "Alexei", "Alexej"],
        ["Людмила", "Lyudmila", "Ludmila", "Liudmila", "Ljudmila"],
        ["Јовановић", "Jovanovic", "Yovanovich"],
        ["Харалампос", "Χαράλαμπος", "Haralambos", "Charalampos"],
        ["Κωνσταντίνος", "Konstantinos", "Constantinos", "Konstandinos"],
        ["Цветан", "Tsvetan", "Cvetan"],
        ["Щербак", "Shcherbak", "Schtscherbak"], ["Οδυσσέας", "Odysseas", "Odisseas", "Odiseas"],
        ["Ксения", "Kseniya", "Xenia", "Ksenija"], ["Μουσταφά", "Moustafa", "Mustafa"],
    ])
    func spellingsOfOneNameMeet(names: [String]) throws {
        let first = try #require(names.first)
        for name in names.dropFirst() {
            #expect(
                !Self.keys(first).isDisjoint(with: Self.keys(name)),
                "\(first) \(Self.keys(first)), \(name) \(Self.keys(name))"
            )
        }
    }

    @Test(arguments: [
        ("Юлия", "Ольга"), ("Иван", "Ивана"), ("Maria", "Mario"), ("Petros", "Pavlos"),
        ("Ελένη", "Μαρία"),
        ("Schmidt", "Schumann"), ("Ivanov", "Ivanova"), ("Nikos", "Nikolas"), ("Anna", "Hanna"),
    ])
    func otherNamesDoNot(a: String, b: String) {
        #expect(Self.keys(a).isDisjoint(with: Self.keys(b)))
    }

    @Test(arguments: [
        ("محمد", "Mohamed"), ("محمد", "Muhammad"), ("يوسف", "Youssef"), ("خالد", "Khaled"),
        ("שרה", "Sarah"), ("דוד", "David"), ("מרים", "Miriam"), ("سعيد", "Said"),
    ])
    func consonantsMeet(foreign: String, latin: String) {
        func consonants(_ name: String) -> String {
            let token = FoldingTests.tokens(name)
            return Lexicon.written { writer in
                Lexicon.with(token) { RomanisationKey.appendConsonants($0, to: &writer) }
            }
        }
        #expect(consonants(foreign) == consonants(latin))
    }

    /// Goal: no bytes trap. Method: random bytes and random letters through all of it.
    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func anyTokenIsRead(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let letters = Array("abcdeghijklmnoprstuvwxyzhhccggкшщиαυμπντ")
        for _ in 0..<300 {
            let text = String((0..<random.below(70)).map { _ in random.pick(letters) })
            let bytes =
                random.happens(0.5)
                ? Array(text.utf8) : (0..<random.below(80)).map { _ in UInt8(random.below(256)) }
            var scratch = ByteWriter()
            unsafe RomanisationKey.forEachKey(of: bytes.span.bytes, scratch: &scratch) {
                #expect(
                    $0.byteCount >= 3 && $0.byteCount <= RomanisationKey.byteCountMax,
                    "seed \(seed)"
                )
            }
            _ = unsafe PhoneticKey.key(of: bytes.span.bytes)
            _ = unsafe MailProviders.traits(of: bytes.span.bytes)
            _ = unsafe PhoneOddities.isDummy(bytes.span.bytes)
            _ = unsafe NameWords.kinds(of: bytes.span.bytes)
            _ = unsafe Nicknames.name(bytes.span.bytes)
        }
    }
}
