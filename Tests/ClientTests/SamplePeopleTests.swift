import CarnetBytes
import CarnetEngine
import Testing

/// Sample people are the same everywhere, well-formed, and as distinct as they promise.
struct SamplePeopleTests {
    /// FNV-1a over the words of people 0 up to `count`: changes when a single byte of them does.
    private func fingerprint(_ people: SamplePeople, count: Int) -> UInt64 {
        var text = ByteWriter()
        var words = WordRanges()
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in 0..<count {
            text.removeAll()
            words.removeAll()
            people.append(index, to: &text, words: &words)
            for offset in 0..<text.byteCount {
                hash = (hash ^ UInt64(text.bytes.byte(at: offset))) &* 0x100_0000_01B3
            }
        }
        return hash
    }

    /// A change here changes every published figure's data set: say so in the changelog.
    @Test func theSameSeedGivesTheSamePeopleEverywhere() {
        let people = SampleVenues.zipf(count: 10, clients: 2_000, largest: 1_000)[0].people
        #expect(fingerprint(people, count: 1_000) == 5_768_965_451_231_315_233)
        #expect(
            fingerprint(SampleVenues.demo[2].people, count: 1_000) == 15_179_946_799_745_218_853
        )
    }

    @Test func orderAndCompanyDoNotMatter() {
        let people = SamplePeople(seed: 7)
        let alone = people.person(4_711)
        for index in 0..<100 { _ = people.person(index) }
        let again = people.person(4_711)
        #expect(alone.map(\.field) == again.map(\.field))
        #expect(alone.map(\.value) == again.map(\.value))
        #expect(people.person(4_712).map(\.value) != alone.map(\.value))
    }

    @Test(arguments: SampleCountry.allCases)
    func phonesAndEmailsAreDistinctAndWellFormed(home: SampleCountry) {
        let people = SamplePeople(seed: 11, home: home, abroadPerMille: 300, richness: .load)
        var phones: Set<String> = []
        var emails: Set<String> = []
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789._-")
        for index in 0..<3_000 {
            var reachable = false
            for (field, value) in people.person(index) {
                #expect(!value.isEmpty, "\(home) \(index) \(field)")
                switch field {
                case "phone":
                    reachable = true
                    #expect(value.first == "+" && value.dropFirst().allSatisfy(\.isNumber))
                    #expect((9...16).contains(value.count), "\(value)")
                    #expect(phones.insert(value).inserted, "\(home) \(index) \(value)")
                case "email":
                    reachable = true
                    let parts = value.split(separator: "@", omittingEmptySubsequences: false)
                    #expect(parts.count == 2 && !value.contains(".."), "\(value)")
                    #expect(parts.joined().allSatisfy { allowed.contains($0) }, "\(value)")
                    #expect(emails.insert(value).inserted, "\(home) \(index) \(value)")
                default: break
                }
            }
            #expect(reachable, "\(home) \(index) has neither phone nor e-mail")
        }
    }

    @Test(arguments: [(10_000, 1_000_000, 200_000), (50, 3_000, 1_000), (1, 5, 5), (3, 12, 10)])
    func zipfSizesSumAndFall(count: Int, clients: Int, largest: Int) {
        let sizes = SampleVenues.zipfSizes(count: count, clients: clients, largest: largest)
        #expect(sizes.count == count)
        #expect(sizes.reduce(0, +) == clients)
        #expect(sizes.first == largest)
        #expect(sizes.allSatisfy { $0 >= 1 })
        let second = sizes.dropFirst().max() ?? 0
        #expect(second <= largest)
    }

    @Test func frequentNamesAreFrequentAndRareOnesMany() {
        let people = SamplePeople(seed: 3, home: .germany, abroadPerMille: 0)
        var counts: [String: Int] = [:]
        for index in 0..<20_000 {
            for (field, value) in people.person(index) where field == "last" {
                counts[value, default: 0] += 1
            }
        }
        let most = counts.values.max() ?? 0
        #expect(most > 200)
        #expect(counts.values.filter { $0 == 1 }.count > 1_000)
        #expect(counts.keys.contains { $0.hasPrefix("von ") })
        #expect(counts.keys.contains { $0.contains("-") })
    }
}
