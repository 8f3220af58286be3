internal import CarnetBytes

/// The parts of one drawn name: up to two first names and up to two surnames, each of which is a
/// known one or is composed of a beginning and an ending.
struct SampleName {
    struct Surname {
        let head: SampleWord
        var tail: SampleWord?
    }

    let first: SampleWord
    private(set) var secondFirst: SampleWord?
    private(set) var particle: SampleWord?
    let last: Surname
    private(set) var secondLast: Surname?
    private(set) var isHyphenated = false

    /// How many surnames of 1,000 are composed: the long tail of names that a list has once.
    private static let rarePerMille = 380

    init(_ names: SampleNameTable, _ random: inout SampleRandom) {
        let bits = random.next()
        let isWoman = bits & 1 == 0
        let firsts = isWoman ? names.women : names.men
        first = firsts.draw(bits >> 1)
        if Int((bits >> 11) & 1023) < names.joinedFirstPerMille {
            let second = firsts.draw(bits >> 21)
            if second.text != first.text { secondFirst = second }
        }
        last = Self.surname(names, isWoman, &random)
        let shape = Int((bits >> 31) & 1023)
        if shape < names.hyphenPerMille {
            secondLast = Self.surname(names, isWoman, &random)
            isHyphenated = true
        } else if shape < names.hyphenPerMille + names.doublePerMille {
            secondLast = Self.surname(names, isWoman, &random)
        } else if last.tail != nil,
            shape < names.hyphenPerMille + names.doublePerMille + names.particlePerMille
        {
            particle = names.particles.draw(bits >> 41)
        }
    }

    private static func surname(
        _ names: SampleNameTable,
        _ isWoman: Bool,
        _ random: inout SampleRandom
    ) -> Surname {
        let bits = random.next()
        guard Int(bits & 1023) < rarePerMille else {
            return Surname(head: (isWoman ? names.lastOfWomen : names.last).draw(bits >> 10))
        }
        let tails = isWoman ? names.tailsOfWomen : names.tails
        return Surname(head: names.heads.draw(bits >> 10), tail: tails.draw(bits >> 20))
    }
}

extension SampleTables {
    /// Appends a piece of the tables' text.
    @inline(__always)
    func append(_ range: Range<Int>, to text: inout ByteWriter) {
        unsafe text.append(self.text.span.bytes.extracting(range))
    }

    func appendFirst(_ name: SampleName, to text: inout ByteWriter) {
        append(name.first.text, to: &text)
        guard let second = name.secondFirst else { return }
        text.append(UInt8(ascii: "-"))
        append(second.text, to: &text)
    }

    func appendLast(_ name: SampleName, to text: inout ByteWriter) {
        if let particle = name.particle {
            let isElided = self.text[particle.text.upperBound - 1] == UInt8(ascii: "'")
            if !isElided || name.last.head.startsWithVowel {
                append(particle.text, to: &text)
            }
        }
        appendSurname(name.last, to: &text)
        guard let second = name.secondLast else { return }
        text.append(name.isHyphenated ? UInt8(ascii: "-") : UInt8(ascii: " "))
        appendSurname(second, to: &text)
    }

    func appendSurname(_ surname: SampleName.Surname, to text: inout ByteWriter) {
        append(surname.head.text, to: &text)
        if let tail = surname.tail { append(tail.text, to: &text) }
    }

    func appendSurnameASCII(_ surname: SampleName.Surname, to text: inout ByteWriter) {
        append(surname.head.ascii, to: &text)
        if let tail = surname.tail { append(tail.ascii, to: &text) }
    }
}
