import CarnetWire
import Testing

/// redis-cli's quoting.
@Suite struct InlineLineTests {
    @Test(arguments: [
        ("a b", ["a", "b"]),
        ("  a \t b  ", ["a", "b"]),
        ("\"a b\" c", ["a b", "c"]),
        ("'a b' c", ["a b", "c"]),
        ("\"\" ''", ["", ""]),
        ("a\"b c\" d", ["ab c", "d"]),
        ("a'b c' d", ["ab c", "d"]),
        (#""\n\r\t\b\a""#, ["\n\r\t\u{8}\u{7}"]),
        (#""\x41\x4a\x4B""#, ["AJK"]),
        (#""\xc3\xa9""#, ["é"]),
        (#""\x4""#, ["x4"]),
        (#""\xzz \q \\ \"""#, [#"xzz q \ ""#]),
        (#"'it\'s' '\n\"'"#, ["it's", #"\n\""#]),
        (#""it's" 'say "hi"'"#, ["it's", #"say "hi""#]),
        ("Zoë \"Zoë Müller\"", ["Zoë", "Zoë Müller"]),
    ])
    func wordsOf(line: String, words: [String]) {
        #expect(decode(line + "\n") == [.command(words)])
        #expect(decode(line + "\r\n") == [.command(words)])
    }

    @Test(arguments: [
        "\"a", "'a", "\"a\\", "\"a\\\"", "'a\\'", "\"a\"b", "'a'b", "a\"b\"'c'", "a \"",
    ])
    func unbalanced(line: String) {
        #expect(decode(line + "\nPING\n") == [.rejected(.unbalancedQuotes), .command(["PING"])])
    }
}
