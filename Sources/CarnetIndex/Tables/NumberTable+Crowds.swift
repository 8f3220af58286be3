/// Numbers of one hash that are too many for slots of their own.
extension NumberTable {
    /// The crowd of `hash` if there is one, and how many single numbers have its tag and place.
    func similar(to hash: UInt64) -> (crowd: UInt32?, count: Int) {
        let segment = segmentIndex(of: hash)
        let tag = NumberSegment.tag(of: hash)
        var index = segments[segment].home(of: hash)
        var count = 0
        for _ in 0..<segments[segment].groups.count {
            var matches = segments[segment].groups.slots(index, tagged: tag)
            while let slot = matches.next() {
                let number = segments[segment].groups.number(index, slot)
                if number & Self.crowdBit == 0 {
                    count &+= 1
                } else if crowds.hash(number) == hash {
                    return (number, count)
                }
            }
            if segments[segment].groups.passed(index) == 0 { break }
            index = segments[segment].next(index)
        }
        return (nil, count)
    }

    /// Adds the number to the crowd of its hash, making one where it is the sixteenth.
    mutating func joinCrowd(
        _ number: UInt32,
        _ hash: UInt64,
        hashOf: (Entry) -> UInt64
    ) -> Bool {
        let (crowd, count) = similar(to: hash)
        if let crowd {
            crowds.insert(number, into: crowd)
            return true
        }
        guard count &+ 1 >= Self.crowdCountMin else { return false }
        let equals = numbers(of: hash, hashOf: hashOf)
        guard equals.count &+ 1 >= Self.crowdCountMin else { return false }
        let segment = segmentIndex(of: hash)
        let new = crowds.make(hash)
        for equal in equals {
            segments[segment].remove(equal, hash)
            crowds.insert(equal, into: new)
        }
        crowds.insert(number, into: new)
        segments[segment].insert(new, hash)
        return true
    }

    /// The single numbers that have exactly this hash.
    private func numbers(of hash: UInt64, hashOf: (Entry) -> UInt64) -> [UInt32] {
        let segment = segments[segmentIndex(of: hash)]
        let tag = NumberSegment.tag(of: hash)
        let prefix = Self.prefix(of: hash, depth: segment.depth)
        var found: [UInt32] = []
        var index = segment.home(of: hash)
        for _ in 0..<segment.groups.count {
            var matches = segment.groups.slots(index, tagged: tag)
            while let slot = matches.next() {
                let entry = entry(slot, of: index, in: segment, prefix: prefix)
                if entry.number & Self.crowdBit == 0, hashOf(entry) == hash {
                    found.append(entry.number)
                }
            }
            if segment.groups.passed(index) == 0 { break }
            index = segment.next(index)
        }
        return found
    }
}
