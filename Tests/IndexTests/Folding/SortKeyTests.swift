import CarnetBytes
import CarnetIndex
import Testing

@Suite struct SortKeyTests {
    @Test(arguments: [
        ("van den Berg", "van den berg"), ("d'Artagnan", "dartagnan"), ("O'Neill", "oneill"),
        ("Jean-Pierre", "jean pierre"), ("  M\u{FC}ller ", "muller"), ("Stra\u{DF}e", "strasse"),
        ("J. P.  Morgan", "j p morgan"), ("\u{3A3}\u{3AF}\u{3C2}", "\u{3C3}\u{3B9}\u{3C3}"),
        ("\u{D55C}\u{AD6D}", "\u{D55C}\u{AD6D}"), ("", ""), (" - ", ""), ("a\u{301}b", "ab"),
    ])
    func textFoldsToOneString(text: String, wanted: String) {
        let bytes = Array(text.utf8)
        var writer = ByteWriter()
        writer.append("dirt")
        unsafe Folding.appendFolded(bytes.span.bytes, to: &writer)
        #expect(writer.bytes.text() == "dirt" + wanted)
    }

    @Test func keysOrderByLastThenFirst() {
        let names = [
            ("", "Zoe"), ("Berg", "Ann"), ("Berg", "\u{C9}mile"), ("Berg", "Zoe"),
            ("Berg van", "Ann"), ("Berger", "Ann"), ("d'Arc", "Jeanne"), ("\u{D6}zil", "Ann"),
            ("van den Berg", "Ann"), ("Vandenberg", "Ann"),
        ]
        let keys = names.map { name in
            let last = Array(name.0.utf8)
            let first = Array(name.1.utf8)
            var writer = ByteWriter()
            unsafe Folding.appendSortKey(
                last: last.span.bytes,
                first: first.span.bytes,
                to: &writer
            )
            return writer.array()
        }
        for (one, other) in zip(keys, keys.dropFirst()) {
            #expect(one.lexicographicallyPrecedes(other))
        }
    }
}
