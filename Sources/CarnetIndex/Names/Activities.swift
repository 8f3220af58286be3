/// When each client was last active, and who is on the list: the order in which people are found.
///
/// The key of a client: bits 41 to 63 hold the day of its last booking since 1970 (0 where there was
/// none), the lower 41 hold the milliseconds from 2020-01-01 to its last change, so they last
/// until 2089. Of two clients the one with the higher key comes first, then the lower number.
/// Eight bytes and one bit a client.
struct Activities: Sendable {
    /// 2020-01-01T00:00:00Z in milliseconds since 1970.
    static let epochMilliseconds: UInt64 = 1_577_836_800_000
    private static let millisecondsMax: UInt64 = 1 << 41 - 1

    /// Keys by number; the first stands for no client.
    private var keys: [UInt64] = [0]
    private var active: [UInt64] = [0]
    private var activeCount = 0

    init() {}

    var byteCount: Int { (keys.capacity &+ active.capacity) &* 8 &+ 64 }

    /// The largest number there is room for.
    var numberMax: Int { keys.count &- 1 }

    /// How many of the numbers are no active client's.
    var inactiveCount: Int { numberMax &- activeCount }

    /// The key of a client that was last changed then.
    static func key(updatedMilliseconds: UInt64) -> UInt64 {
        updatedMilliseconds <= epochMilliseconds
            ? 0 : min(updatedMilliseconds &- epochMilliseconds, millisecondsMax)
    }

    /// The same of a client whose last booking was on that day since 1970.
    static func key(_ key: UInt64, day: UInt32) -> UInt64 {
        key & millisecondsMax | UInt64(min(day, dayMax)) << 41
    }

    private static let dayMax: UInt32 = 1 << 23 - 1

    /// A key with the day that the client's key has now.
    func keepingDay(_ key: UInt64, of number: UInt32) -> UInt64 {
        key & Self.millisecondsMax | self[number] & ~Self.millisecondsMax
    }

    @inline(__always)
    subscript(number: UInt32) -> UInt64 {
        get { keys[Int(number)] }
        set { keys[Int(number)] = newValue }
    }

    @inline(__always)
    func isActive(_ number: UInt32) -> Bool {
        active[Int(number >> 6)] & 1 << UInt64(number & 63) != 0
    }

    mutating func setActive(_ number: UInt32, _ isActive: Bool) {
        guard isActive != self.isActive(number) else { return }
        activeCount &+= isActive ? 1 : -1
        let bit: UInt64 = 1 << UInt64(number & 63)
        if isActive {
            active[Int(number >> 6)] |= bit
        } else {
            active[Int(number >> 6)] &= ~bit
        }
    }

    /// Makes room for clients up to `number`. Copies all keys once in every quarter more.
    mutating func grow(to number: UInt32) {
        while keys.count <= Int(number) { keys.appendSparing(0) }
        while active.count <= Int(number >> 6) { active.appendSparing(0) }
    }

    /// Whether a client of `key` and `number` was active before one of `otherKey` and
    /// `otherNumber` and so is found after it.
    @inline(__always)
    static func precedes(
        _ key: UInt64,
        _ number: UInt32,
        _ otherKey: UInt64,
        _ otherNumber: UInt32
    ) -> Bool {
        key != otherKey ? key < otherKey : number > otherNumber
    }
}

extension Array {
    /// Appends with room for a quarter more instead of twice as much.
    @inline(__always)
    mutating func appendSparing(_ element: Element) {
        if count == capacity { reserveCapacity(count &+ Swift.max(16, count / 4)) }
        append(element)
    }
}
