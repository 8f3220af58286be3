/// A made-up venue and the people on its list.
public struct SampleVenue: Sendable {
    /// The tenant's name in the protocol.
    public let tenant: String
    /// What stands over the door: the option NAME of TENANT.CREATE.
    public let title: String
    public let zone: String
    /// ISO 3166-1 alpha-2.
    public let country: String
    public let language: String
    /// `restaurant`, `salon`, `appointments` or `stay`.
    public let preset: String
    public let clientCount: Int
    /// Its clients have the indexes 0 up to `clientCount`; further indexes are further people.
    public let people: SamplePeople

    public init(
        tenant: String,
        title: String,
        in home: SampleCountry,
        preset: String,
        clientCount: Int,
        abroadPerMille: Int,
        richness: SampleRichness,
        seed: UInt64
    ) {
        let facts = SampleCountryFacts.of(home)
        self.tenant = tenant
        self.title = title
        zone = facts.zone
        country = facts.code
        language = facts.language
        self.preset = preset
        self.clientCount = clientCount
        people = SamplePeople(
            seed: seed,
            home: home,
            abroadPerMille: abroadPerMille,
            richness: richness
        )
    }
}

/// The lists that demos, tests and the load generator use.
public enum SampleVenues {
    /// The three of `carnet serve --demo`: a restaurant of 3,000 clients, a salon of 500 and a
    /// hotel of 50,000.
    public static let demo = [
        SampleVenue(
            tenant: "bistro",
            title: "Bistro de la Gare",
            in: .wallonia,
            preset: "restaurant",
            clientCount: 3_000,
            abroadPerMille: 220,
            richness: .demo,
            seed: 1
        ),
        SampleVenue(
            tenant: "salon",
            title: "Salon Hélène",
            in: .france,
            preset: "salon",
            clientCount: 500,
            abroadPerMille: 60,
            richness: .demo,
            seed: 2
        ),
        SampleVenue(
            tenant: "hotel",
            title: "Hotel Zwaan",
            in: .flanders,
            preset: "stay",
            clientCount: 50_000,
            abroadPerMille: 700,
            richness: .demo,
            seed: 3
        ),
    ]

    /// `count` venues of Zipf sizes: the first has `largest` clients, all together `clients`.
    /// Tenants are `venue-00001` and on. `clients` must reach `largest` plus one for each other.
    public static func zipf(
        count: Int,
        clients: Int,
        largest: Int,
        seed: UInt64 = 1,
        richness: SampleRichness = .load
    ) -> [SampleVenue] {
        let sizes = zipfSizes(count: count, clients: clients, largest: largest)
        let countries = SampleCountry.allCases
        let presets = ["restaurant", "salon", "appointments", "stay"]
        return sizes.indices.map { index in
            let number = String(index + 1)
            let padding = String(repeating: "0", count: max(0, 5 - number.count))
            let preset = presets[index % presets.count]
            var known = richness
            // This preset takes nobody without an e-mail.
            if preset == "appointments" { known.email = 1000 }
            return SampleVenue(
                tenant: "venue-" + padding + number,
                title: "Venue " + number,
                in: countries[index % countries.count],
                preset: preset,
                clientCount: sizes[index],
                abroadPerMille: 150,
                richness: known,
                seed: seed &* 1_000_003 &+ UInt64(index)
            )
        }
    }

    /// Sizes that fall with the power of the rank that makes their sum `clients`, none below 1.
    /// Found by bisection with exact arithmetic only, so that every machine finds the same.
    /// O(count × 50).
    public static func zipfSizes(count: Int, clients: Int, largest: Int) -> [Int] {
        precondition(count > 0 && largest > 0 && clients >= largest + count - 1)
        guard count > 1 else { return [clients] }
        let logarithms = (1...count).map { naturalLogarithm(Double($0)) }
        func sizes(_ power: Double) -> [Int] {
            logarithms.map { max(1, Int(Double(largest) * exponential(-power * $0))) }
        }
        var low = 0.0
        var high = 64.0
        for _ in 0..<50 {
            let middle = (low + high) / 2
            if sizes(middle).reduce(0, +) > clients { low = middle } else { high = middle }
        }
        var result = sizes(high)
        result[0] = largest
        var missing = clients - result.reduce(0, +)
        // What rounding lost goes to the small venues, one each, from the last upwards.
        while missing > 0 {
            for index in result.indices.reversed() where index > 0 && missing > 0 {
                result[index] += 1
                missing -= 1
            }
        }
        return result
    }

    /// ln x for x ≥ 1: powers of two taken out, then 2 artanh((x − 1) / (x + 1)) as a series.
    private static func naturalLogarithm(_ value: Double) -> Double {
        var mantissa = value
        var twos = 0.0
        while mantissa > 1.5 {
            mantissa /= 2
            twos += 1
        }
        let ratio = (mantissa - 1) / (mantissa + 1)
        var power = ratio
        var sum = 0.0
        for term in 0..<20 {
            sum += power / Double(2 * term + 1)
            power *= ratio * ratio
        }
        return twos * 0.693_147_180_559_945_3 + 2 * sum
    }

    /// e^x for x ≤ 0: halved until small, the series, then squared back.
    private static func exponential(_ value: Double) -> Double {
        var small = value
        var halvings = 0
        while small < -0.5 {
            small /= 2
            halvings += 1
        }
        var term = 1.0
        var sum = 1.0
        for index in 1..<18 {
            term *= small / Double(index)
            sum += term
        }
        for _ in 0..<halvings { sum *= sum }
        return sum
    }
}
