/// The numbers of those who share a key. A key's numbers stand in the table itself while they are
/// few; from `crowdCountMin` on they form a crowd with a list of its own, and of a crowd that has
/// outgrown what any kind of key looks at only the count is kept: a telephone number that
/// thousands gave costs nothing.
///
/// Entries are matched by 32 bits of the key's hash: of 2 million keys one look-up in 2,000 finds a
/// stranger, who is then compared and found different. About 10.3 bytes an entry. Insertion,
/// removal and look-up O(1) amortised, with no step above a few microseconds.
public struct BlockTable: Sendable {
    static let crowdBit: UInt32 = 1 << 31
    static let crowdCountMin = 12
    /// Members past these are counted only.
    static let memberCountMax = 128

    struct Crowd: Sendable {
        var count: UInt32
        var members: [UInt32]
        /// Whether members are missing: the crowd then never shows any until it is empty.
        var isCountOnly = false
    }

    private var table = HashSegments()
    private var crowds: [Crowd] = []
    private var freeCrowds: [UInt32] = []
    let seed: UInt64

    public init(seed: UInt64) { self.seed = seed }

    public var byteCount: Int {
        var sum = table.byteCount &+ crowds.capacity &* 24 &+ freeCrowds.capacity &* 4
        for crowd in crowds { sum &+= crowd.members.capacity &* 4 &+ 32 }
        return sum
    }

    /// How many entries stand in the table.
    var entryCount: Int { table.count }

    @inline(__always)
    private static func short(_ key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key) }

    /// Reads where a key belongs, so that its memory is on the way. The answer says nothing.
    @inline(__always)
    func warm(_ key: UInt64) -> UInt64 { table.warm(Self.short(key)) }

    /// Appends the numbers under a key to `numbers` and answers how many it has; nothing is
    /// appended where those are more than `most`. O(numbers).
    @inline(__always)
    func numbers(_ key: UInt64, most: Int, into numbers: inout [UInt32]) -> Int {
        let before = numbers.count
        var crowd: UInt32 = 0
        table.visit(Self.short(key)) { value in
            if value & Self.crowdBit != 0 {
                crowd = value
                return false
            }
            numbers.append(value)
            return true
        }
        if crowd == 0 {
            let found = numbers.count &- before
            if found > most { numbers.removeLast(found) }
            return found
        }
        let index = Int(crowd & ~Self.crowdBit)
        let count = Int(crowds[index].count)
        if count <= most && !crowds[index].isCountOnly {
            for member in crowds[index].members { numbers.append(member) }
        }
        return count
    }

    /// How many numbers a key has. O(numbers), at most ``crowdCountMin``.
    func count(_ key: UInt64) -> Int {
        var found = 0
        table.visit(Self.short(key)) { value in
            if value & Self.crowdBit != 0 {
                found = Int(crowds[Int(value & ~Self.crowdBit)].count)
                return false
            }
            found &+= 1
            return true
        }
        return found
    }

    // MARK: - Changing

    /// Adds a number (1 to 2^31 - 1) under a key. The same pair must not be added twice.
    mutating func insert(_ number: UInt32, _ key: UInt64) {
        let short = Self.short(key)
        var found = 0
        var crowd: UInt32 = 0
        let isIn = table.insert(short, number) { value in
            if value & Self.crowdBit != 0 { crowd = value }
            found &+= 1
            return crowd == 0 && found &+ 1 < Self.crowdCountMin
        }
        if isIn { return }
        if crowd != 0 {
            join(Int(crowd & ~Self.crowdBit), number)
        } else {
            makeCrowd(short, number)
        }
    }

    private mutating func join(_ index: Int, _ number: UInt32) {
        crowds[index].count &+= 1
        if crowds[index].members.count < Self.memberCountMax && !crowds[index].isCountOnly {
            crowds[index].members.append(number)
        } else {
            crowds[index].isCountOnly = true
            crowds[index].members = []
        }
    }

    private mutating func makeCrowd(_ short: UInt32, _ number: UInt32) {
        var members: [UInt32] = []
        table.visit(short) { value in
            members.append(value)
            return true
        }
        for member in members { table.remove(short, member) }
        members.append(number)
        let crowd = Crowd(count: UInt32(members.count), members: members)
        let index: UInt32
        if let free = freeCrowds.popLast() {
            index = free
            crowds[Int(index)] = crowd
        } else {
            index = UInt32(crowds.count)
            crowds.append(crowd)
        }
        table.insert(short, index | Self.crowdBit)
    }

    /// Takes a number out that was added under the key.
    mutating func remove(_ number: UInt32, _ key: UInt64) {
        let short = Self.short(key)
        if table.remove(short, number) { return }
        var crowd: UInt32 = 0
        table.visit(short) { value in
            crowd = value & Self.crowdBit
            if crowd != 0 { crowd = value }
            return crowd == 0
        }
        guard crowd != 0 else { return }
        let index = Int(crowd & ~Self.crowdBit)
        crowds[index].count &-= 1
        if let place = crowds[index].members.firstIndex(of: number) {
            crowds[index].members.swapAt(place, crowds[index].members.count &- 1)
            crowds[index].members.removeLast()
        }
        if crowds[index].count == 0 {
            crowds[index].members = []
            crowds[index].isCountOnly = false
            table.remove(short, crowd)
            freeCrowds.append(UInt32(index))
        }
    }
}
