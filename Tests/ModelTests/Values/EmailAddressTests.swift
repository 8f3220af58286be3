import CarnetModel
import Testing

@Suite struct EmailAddressTests {
    @Test(arguments: [
        "a@b.co",
        "Jean.Dupont@Example.ORG",
        "o'neill+tag@mail.example.org",
        "!#$%&'*+-/=?^_`{|}~@example.org",
        "1@1and1.com",
        "j\u{FC}rgen@m\u{FC}ller.example",
        "\u{3B1}@\u{3B2}.\u{3B3}\u{3C1}",
        "x@xn--mller-kva.example",
        "a@b--c.d",
        "a-@b.co",
        "",
    ])
    func addressIsKeptAsTyped(address: String) throws {
        #expect(try ValueProbe.email(address) == address)
    }

    @Test func spacesGoAndLettersCompose() throws {
        #expect(try ValueProbe.email("  ann@example.org ") == "ann@example.org")
        let found = try ValueProbe.email("ju\u{308}rgen@example.org")
        #expect(Array(found.utf8) == Array("j\u{FC}rgen@example.org".utf8))
    }

    @Test(arguments: [
        ("ann", EmailFault.noAt),
        ("ann@b@c.de", .secondAt),
        ("ann@@c.de", .secondAt),
        ("a@b.de,c@d.de", .character(offset: 6)),
        ("@b.de", .localEmpty),
        (".a@b.de", .localDot),
        ("a.@b.de", .localDot),
        ("a..b@b.de", .localDot),
        ("\"a b\"@b.de", .quoted),
        ("a b@b.de", .character(offset: 1)),
        ("a(c)@b.de", .character(offset: 1)),
        ("a<b@c.de>", .character(offset: 1)),
        ("\u{FC}\u{200B}@b.de", .character(offset: 2)),
        ("  a@b\u{A0}c.de", .character(offset: 3)),
        ("a@", .domainEmpty),
        ("a@[127.0.0.1]", .addressLiteral),
        ("a@localhost", .oneLabel),
        ("a@.de", .labelEmpty),
        ("a@b..de", .labelEmpty),
        ("a@b.de.", .trailingDot),
        ("a@-b.de", .labelHyphen),
        ("a@b-.de", .labelHyphen),
        ("a@b.de-", .labelHyphen),
        ("a@127.0.0.1", .numericTop),
        ("a@b_c.de", .character(offset: 3)),
        ("a@b c.de", .character(offset: 3)),
    ])
    func faultIsNamed(address: String, fault: EmailFault) {
        #expect(throws: ValueError.email(fault)) { try ValueProbe.email(address) }
    }

    @Test func limitsAreThoseOfRFC5321() throws {
        func local(_ count: Int) -> String { String(repeating: "a", count: count) + "@b.co" }
        #expect(try ValueProbe.email(local(64)).utf8.count == 69)
        #expect(throws: ValueError.email(.localTooLong)) { try ValueProbe.email(local(65)) }

        func label(_ count: Int) -> String { "a@" + String(repeating: "b", count: count) + ".co" }
        #expect(try ValueProbe.email(label(63)).utf8.count == 68)
        #expect(throws: ValueError.email(.labelTooLong)) { try ValueProbe.email(label(64)) }

        let labels = Array(repeating: String(repeating: "b", count: 61), count: 4)
        let long = "abc@" + labels.joined(separator: ".") + ".b"
        #expect(try ValueProbe.email(long + "b").utf8.count == 254)
        #expect(throws: ValueError.tooLong(byteCount: 255, byteCountMax: 254)) {
            try ValueProbe.email(long + "bb")
        }
    }

    @Test(arguments: [
        ("Jean.Dupont@Example.ORG", "jean.dupont@example.org"),
        ("@[`{AZaz09", "@[`{azaz09"),
        ("J\u{DC}RGEN@M\u{DC}LLER.example", "j\u{FC}rgen@m\u{FC}ller.example"),
        ("\u{3A3}\u{3C2}@\u{394}.gr", "\u{3C3}\u{3C3}@\u{3B4}.gr"),
        ("\u{1E9E}@b.de", "\u{DF}@b.de"),
        ("\u{212A}@b.de", "k@b.de"),
        ("\u{130}@b.de", "\u{130}@b.de"),
    ])
    func caseFolds(address: String, folded: String) {
        #expect(ValueProbe.foldedEmail(address) == folded)
        #expect(ValueProbe.areSameEmail(address, folded))
        #expect(!ValueProbe.areSameEmail(address, folded + "x"))
        #expect(!ValueProbe.areSameEmail("x" + address, folded))
    }

    /// Goal: comparing says the same as comparing the folded bytes. Method: random short texts
    /// over letters whose folding is tricky, so that near misses are common.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func comparisonAgreesWithFoldedBytes(seed: UInt64) {
        var state = seed
        func random(_ bound: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
        }
        let letters = Array("aAkK\u{212A}zZ@[\u{E9}\u{C9}\u{3C3}\u{3C2}\u{3A3}{")
        for _ in 0..<2_000 {
            let count = random(20)
            let one = String((0..<count).map { _ in letters[random(UInt64(letters.count))] })
            let other = String(one.map { random(12) == 0 ? letters[random(15)] : $0 })
            let isSame = ValueProbe.foldedEmail(one) == ValueProbe.foldedEmail(other)
            #expect(ValueProbe.areSameEmail(one, other) == isSame, "seed \(seed): \(one) \(other)")
        }
    }
}
