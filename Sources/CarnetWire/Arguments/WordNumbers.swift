/// Word numbers that are filled anew for each command: forgetting them costs nothing, and the room
/// stays.
struct WordNumbers: Sendable {
    private var numbers: [Int32] = []
    private(set) var count = 0

    /// The number at `index`, which must be below `count`.
    subscript(index: Int) -> Int {
        precondition(index < count)
        return Int(numbers[index])
    }

    mutating func removeAll() { count = 0 }

    mutating func append(_ number: Int) {
        let number = Int32(truncatingIfNeeded: number)
        if count < numbers.count {
            numbers[count] = number
        } else {
            numbers.append(number)
        }
        count &+= 1
    }
}
