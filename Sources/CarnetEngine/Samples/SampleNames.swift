/// The names of one culture, most frequent first.
///
/// Lists are words between commas; what stands after a `|` is a word's spelling in ASCII, for
/// e-mail addresses, where folding its letters alone does not give it.
struct SampleNames {
    var men: String
    var women: String
    var last: String
    /// Women's forms of `last`, one for one; empty where women bear the same.
    var lastOfWomen = ""
    /// Beginnings and endings of rare surnames: each beginning goes with each ending.
    var heads: String
    var tails: String
    var tailsOfWomen = ""
    /// What may stand before a surname, with its space; one that ends in an apostrophe stands only
    /// before a vowel.
    var particles = ""
    /// How many rare surnames of 1,000 have a particle.
    var particlePerMille = 0
    /// How many surnames of 1,000 are two joined by a hyphen, are two in a row, and how many first
    /// names of 1,000 are two joined by a hyphen.
    var hyphenPerMille = 0
    var doublePerMille = 0
    var joinedFirstPerMille = 0
    /// Whether ä, ö and ü are spelt ae, oe and ue in e-mail addresses, not a, o and u.
    var opensUmlauts = false
}
