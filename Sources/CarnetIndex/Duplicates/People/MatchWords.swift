import CarnetBytes

/// Words that are no part of a name, asked for by folded token.
enum MatchWords {
    private static func hashes(_ text: StaticString) -> Set<UInt64> {
        Set(String(describing: text).split(separator: " ").map { hash(Array($0.utf8)) })
    }

    private static func hash(_ bytes: [UInt8]) -> UInt64 { hash(bytes.rawBytes) }
    private static func hash(_ bytes: RawSpan) -> UInt64 { ByteHash(seed: 0).hash(bytes) }

    static let titles = hashes(
        "m mr mme mrs ms mlle monsieur madame mademoiselle herr frau dr prof ing dipl mag sr sra srta don dona dott dottssa sig sigra sigr signor signora me maitre mevr dhr mw dhr familie famille family sir dame et und and pan pani hr fru"
    )
    static let remarks = hashes("vip bis habitue anniv ne pas appeler allergie noix pers")
    static let placeholders = hashes(
        "client walkin passage inconnu test testtest clientpassage guest guestguest x xx xxx na nn terrasse unknown anonymous gast invite"
    )

    static func isTitle(_ token: RawSpan) -> Bool { titles.contains(hash(token)) }
    static func isRemark(_ token: RawSpan) -> Bool { remarks.contains(hash(token)) }
    static func isPlaceholder(_ joined: RawSpan) -> Bool { placeholders.contains(hash(joined)) }

    private static let relays = hashes(
        "guest.booking-relay.com guest.booking.com m.expediapartnercentral.com"
    )
    private static let generic = hashes(
        "info client noemail no a x test pasdemail aucun reservation concierge contact reception assistante office"
    )

    static func isRelay(domain: RawSpan) -> Bool { relays.contains(hash(domain)) }
    static func isGeneric(user: RawSpan) -> Bool { generic.contains(hash(user)) }

    /// The number of a given name in the tables plus one; 0 where it is not there.
    static func given(_ name: RawSpan) -> UInt16 { 0 }

    /// Whether one given name is short for the other, or another spelling of it.
    static func isShortForm(_ a: UInt16, _ b: UInt16) -> Bool { false }

    /// Whether one given name is borne by men alone and the other by women alone.
    static func contradicts(_ a: UInt16, _ b: UInt16) -> Bool { false }
}
