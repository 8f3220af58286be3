import CarnetBytes
import CarnetIndex
import Testing

@Suite struct NicknamesTests {
    static func name(_ text: String) -> GivenName? { Lexicon.with(text) { Nicknames.name($0) } }

    static func closeness(_ a: String, _ b: String) -> NameCloseness {
        Lexicon.with(a) { a in Lexicon.with(b) { b in Nicknames.closeness(a, b) } }
    }

    @Test(arguments: [
        ("bill", "william"), ("will", "william"), ("kate", "katherine"), ("kate", "catherine"),
        ("sepp", "josef"), ("beppe", "giuseppe"), ("peppe", "giuseppe"), ("pepe", "jose"),
        ("jef", "jozef"), ("sasha", "aleksandr"), ("sasha", "alexandra"), ("alex", "alexandre"),
        ("kasia", "katarzyna"), ("gosia", "malgorzata"), ("honza", "jan"), ("kuba", "jakub"),
        ("pista", "istvan"), ("laci", "laszlo"), ("zsuzsi", "zsuzsanna"), ("gigi", "luigi"),
        ("paco", "francisco"), ("nacho", "ignacio"), ("chema", "josemaria"),
        ("maite", "mariateresa"),
        ("pili", "pilar"), ("ze", "jose"), ("xico", "francisco"), ("quim", "joaquim"),
        ("pep", "josep"), ("cesc", "francesc"), ("misha", "mikhail"), ("katya", "ekaterina"),
        ("vova", "volodymyr"), ("zhenya", "evgeny"), ("lasse", "lars"), ("kalle", "karl"),
        ("jussi", "johannes"), ("vytas", "vytautas"), ("kostas", "konstantinos"),
        ("babis", "charalambos"), ("giota", "panagiota"), ("itso", "hristo"), ("gosho", "georgi"),
        ("paddy", "patrick"), ("maura", "maire"), ("jf", "jeanfrancois"), ("manu", "emmanuelle"),
        ("babeth", "elisabeth"), ("uschi", "ursula"), ("vreni", "verena"), ("wim", "willem"),
        ("joop", "johannes"), ("kees", "cornelis"), ("truus", "geertruida"), ("nelu", "ioan"),
        ("steph", "stephanie"), ("guigui", "guillaume"), ("momo", "mohamed"), ("dani", "daniel"),
        ("siggi", "sigurdur"), ("gunna", "gudrun"), ("gummi", "gudmundur"), ("nonni", "jon"),
        ("petryk", "petro"), ("vova", "volodimir"), ("zhoro", "georgi"), ("misho", "mikhail"),
        ("tomukas", "tomas"), ("maryte", "marija"), ("liza", "elizabete"), ("sass", "aleksander"),
        ("reeta", "margareeta"), ("stane", "stanislav"), ("micka", "marija"),
        ("tzimis", "dimitrios"), ("fanda", "frantisek"), ("johs", "johannes"), ("figge", "fredrik"),
        ("pipa", "filipa"),
    ])
    func oneIsShortForTheOther(short: String, full: String) {
        #expect(Self.closeness(short, full) == .nickname)
        #expect(Self.closeness(full, short) == .nickname)
    }

    @Test(arguments: [
        ("catherine", "katherine"), ("mathieu", "matthieu"), ("mohamed", "muhammad"),
        ("jurgen", "juergen"), ("philip", "phillip"), ("yulia", "julia"), ("hristos", "christos"),
        ("sergey", "sergei"), ("alexey", "aleksei"), ("stephen", "steven"), ("thibault", "thibaut"),
        ("soren", "soeren"), ("athina", "athena"), ("youssef", "yusuf"), ("vivien", "vivian"),
    ])
    func oneNameHasSeveralSpellings(a: String, b: String) {
        #expect(Self.closeness(a, b) == .spelling)
    }

    @Test(arguments: [
        ("bill", "will"), ("lisa", "betty"), ("sepp", "beppo"), ("kate", "kathy"),
        ("misha", "mishka"),
    ])
    func bothAreShortForOne(a: String, b: String) {
        #expect(Self.closeness(a, b) == .sibling)
    }

    @Test(arguments: [
        ("william", "guillaume"), ("bill", "guillaume"), ("william", "wilhelm"),
        ("john", "giovanni"),
        ("jean", "juan"), ("josef", "giuseppe"), ("sepp", "pepe"), ("katarzyna", "catherine"),
        ("kasia", "kate"), ("jose", "josep"), ("jakub", "jacques"), ("james", "jaime"),
        ("stefan", "etienne"), ("istvan", "stephane"), ("gyorgy", "jorge"), ("ludwig", "luigi"),
        ("mikhail", "michel"), ("jeanne", "giovanna"), ("elisabeth", "isabel"), ("zofia", "sophie"),
        ("petros", "pierre"), ("pavlos", "paul"), ("yiorgos", "jorge"), ("ivan", "jean"),
        ("jerzy", "jiri"), ("vilmos", "willem"), ("magdalena", "madeleine"), ("agnieszka", "agnes"),
    ])
    func sameNameInAnotherLanguageIsWeaker(a: String, b: String) {
        #expect(Self.closeness(a, b) == .translation)
    }

    @Test(arguments: [
        ("jean", "jeanne"), ("julien", "julie"), ("daniel", "daniela"), ("simon", "simone"),
        ("michel", "michele"), ("pascal", "pascale"), ("andre", "andree"), ("martin", "martine"),
        ("francois", "francoise"), ("christian", "christiane"), ("paul", "paula"),
        ("louis", "louise"),
        ("gabriel", "gabrielle"), ("emmanuel", "emmanuelle"), ("frederic", "frederique"),
        ("mario", "maria"), ("carlo", "carla"), ("paolo", "paola"), ("jose", "josefa"),
        ("anton", "antonia"), ("johannes", "johanna"), ("stefan", "stefanie"), ("ivan", "ivana"),
        ("jana", "jan"), ("aleksander", "aleksandra"), ("viktor", "viktoria"), ("roman", "romana"),
        ("nicolas", "nicole"), ("nikola", "nikolina"), ("georg", "georgina"),
        ("philip", "philippa"),
        ("robert", "roberta"), ("patrick", "patricia"), ("eric", "erica"), ("henri", "henriette"),
        ("denis", "denise"), ("rene", "renee"), ("claude", "claudine"), ("yvon", "yvonne"),
        ("albert", "alberte"), ("alfred", "alfreda"), ("amir", "amira"), ("karim", "karima"),
        ("samir", "samira"), ("nabil", "nabila"), ("rachid", "rachida"), ("jamel", "jamila"),
        ("christos", "christina"), ("dimitris", "dimitra"), ("konstantinos", "konstantina"),
        ("stanislav", "stanislava"), ("miroslav", "miroslava"), ("valentin", "valentina"),
        ("adrian", "adriana"), ("mihai", "mihaela"), ("ion", "ioana"), ("cristian", "cristina"),
        // Not related at all, though alike.
        ("marc", "marie"), ("anna", "adam"), ("jean", "janet"), ("lara", "laura"),
        ("marin", "martin"),
        ("christian", "christopher"), ("dimitri", "didier"), ("alan", "alain"), ("bernd", "bert"),
        ("thomas", "theo"), ("alice", "alicja2"),
    ])
    func differentPersonsNamesAreApart(a: String, b: String) {
        #expect(Self.closeness(a, b) < .translation, "\(a) \(b)")
    }

    @Test(arguments: [
        ("alexander", "alexandra", "alex"), ("samuel", "samantha", "sam"),
        ("christian", "christine", "chris"), ("alexandre", "alexandra", "sacha"),
        ("patrick", "patricia", "pat"), ("emmanuel", "emmanuelle", "manu"),
    ])
    func whoSharesAShortFormStaysApart(man: String, woman: String, short: String) {
        #expect(Self.closeness(man, woman) == .unrelated)
        #expect(Self.closeness(man, short) == .nickname)
        #expect(Self.closeness(woman, short) == .nickname)
    }

    @Test func shortFormsOfManyNamesSaySo() throws {
        let alex = try #require(Self.name("alex"))
        let billy = try #require(Self.name("billy"))
        #expect(Nicknames.meaningCount(of: alex) >= 4)
        #expect(Nicknames.meaningCount(of: billy) == 1)
        #expect(Nicknames.groupCount(of: alex) > Nicknames.meaningCount(of: alex))
    }

    @Test(arguments: [
        ("jean", NameGender.either), ("pierre", .male), ("jeanne", .female), ("alex", .either),
        ("wolfgang", .male), ("agnieszka", .female), ("andrea", .either), ("dominique", .either),
    ])
    func namesHaveTheirGender(name: String, gender: NameGender) throws {
        let name = try #require(Self.name(name))
        #expect(Nicknames.gender(of: name) == gender)
    }

    @Test(arguments: [
        ("jean", "jeanne", true), ("julien", "julie", true), ("simon", "simone", true),
        ("mario", "maria", true),
        ("christos", "christina", false), ("lucien", "lucienne", true), ("anna", "ann", false),
        ("jean", "jan", false), ("daniel", "daniele", true), ("qqq", "qqqe", false),
        ("pascal", "pascale", true),
        ("giuseppe", "giuseppa", true), ("michel", "micheline", true), ("paul", "pauline", true),
    ])
    func menAndWomenAreAPair(a: String, b: String, isPair: Bool) {
        #expect(
            Lexicon.with(a) { a in Lexicon.with(b) { Nicknames.isGenderedPair(a, $0) } } == isPair
        )
        #expect(
            Lexicon.with(b) { b in Lexicon.with(a) { Nicknames.isGenderedPair(b, $0) } } == isPair
        )
    }

    @Test func onlyMenAndWomenContradict() {
        #expect(NameGender.male.contradicts(.female))
        #expect(NameGender.female.contradicts(.male))
        for other in [NameGender.unknown, .male, .either] {
            #expect(!NameGender.male.contradicts(other))
            #expect(!other.contradicts(.male))
        }
        #expect(!NameGender.unknown.contradicts(.female))
        #expect(!NameGender.either.contradicts(.either))
    }

    @Test func searchFindsTheNamesAroundOne() throws {
        func around(_ text: String, _ least: NameCloseness) throws -> Set<String> {
            let name = try #require(Self.name(text))
            var found: [String] = []
            Nicknames.forEachName(near: name, atLeast: least) { other, closeness in
                #expect(closeness == Nicknames.closeness(name, other))
                #expect(closeness >= least && other != name)
                found.append(Lexicon.written { Nicknames.append(other, to: &$0) })
            }
            #expect(Set(found).count == found.count)
            return Set(found)
        }
        #expect(try around("bill", .nickname).isSuperset(of: ["william", "vasileios", "willem"]))
        #expect(try !around("bill", .nickname).contains("will"))
        #expect(try around("katherine", .spelling).isSuperset(of: ["catherine", "kathryn"]))
        #expect(try around("sepp", .nickname) == ["josef", "joseph"])
        #expect(
            try around("guillaume", .translation).isSuperset(of: ["bill", "willem", "guillermo"])
        )
        #expect(try !around("guillaume", .sibling).contains("bill"))
    }

    @Test func whatIsUnknownIsRelatedToItselfAlone() {
        #expect(Self.name("qqqq") == nil)
        #expect(Self.name("") == nil)
        #expect(Self.closeness("qqqq", "qqqq") == .same)
        #expect(Self.closeness("qqqq", "bill") == .unrelated)
    }

    @Test func tablesAreLargeEnough() {
        #expect(Nicknames.nameCount >= 3_000)
    }
}
