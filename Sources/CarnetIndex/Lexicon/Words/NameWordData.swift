/// The words that stand in name fields and are no names: the text from which `NameWordTable` is
/// read, once.
///
/// A line says what its words are: one or more of the kinds of ``NameWordKinds``, a colon, the
/// words. All is folded; what a dot or a space parts ("sig.ra", "ne pas appeler") has an underscore
/// here. A word may stand in several lines. `name` marks what is also a name by itself.
enum NameWordData {
    static let all: [StaticString] = [
        titles, degrees, generations, households, particles, placeholders, organisations, remarks,
    ]
}
