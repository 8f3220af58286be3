internal import CarnetBytes

/// One command in the making that came as a RESP array of bulk strings:
/// `*2\r\n$4\r\nECHO\r\n$2\r\nhi\r\n`.
///
/// It remembers how far it has come, so bytes that arrive in pieces are looked at once. A command
/// that passes a limit and can be skipped goes on as `failure`: its words are forgotten, and its
/// bytes may be dropped as they come.
struct ArrayFraming: Sendable {
    enum Step {
        case needsMore
        case complete
        /// `*0` and `*-1`: no command, as in Redis.
        case empty
        case fatal(FramingError)
    }

    private enum Phase { case count, length, payload }

    /// Bytes behind the command's first one that are done with. In a failed command: behind the
    /// first byte that is still kept.
    private(set) var position = 0
    private(set) var failure: FramingError?
    private var phase = Phase.count
    private var argumentsLeft = 0
    private var payloadByteCount = 0
    private var droppedByteCount = 0

    /// Goes on with the command that starts at `start`; adds words as offsets less `base`.
    mutating func advance(
        in bytes: RawSpan,
        from start: Int,
        base: Int,
        words: inout WordRanges,
        limits: borrowing WireLimits
    ) -> Step {
        var at = start &+ position
        while true {
            let step: Step?
            switch phase {
            case .count: step = takeCount(in: bytes, at: &at, limits: limits)
            case .length:
                step = takeLength(in: bytes, at: &at, start: start, words: &words, limits: limits)
            case .payload: step = takePayload(in: bytes, at: &at, base: base, words: &words)
            }
            guard let step else { continue }
            position = at &- start
            return step
        }
    }

    /// Forgets the bytes done with, which only a failed command may. Returns how many they are.
    mutating func drop() -> Int {
        let count = position
        droppedByteCount &+= count
        position = 0
        return count
    }

    private mutating func takeCount(
        in bytes: RawSpan,
        at: inout Int,
        limits: borrowing WireLimits
    ) -> Step? {
        // The caller has seen the `*`.
        var cursor = at &+ 1
        switch decimalLine(in: bytes, at: &cursor) {
        case .needsMore: return .needsMore
        case .bad: return .fatal(.badArgumentCount)
        case .value(let count):
            at = cursor
            guard count > 0 else { return .empty }
            // Each argument takes six bytes at least.
            guard count <= max(limits.commandByteCountMax / 6, limits.argumentCountMax) else {
                return .fatal(tooMany(count, limits))
            }
            if count > limits.argumentCountMax { failure = tooMany(count, limits) }
            argumentsLeft = count
            phase = .length
            return nil
        }
    }

    private mutating func takeLength(
        in bytes: RawSpan,
        at: inout Int,
        start: Int,
        words: inout WordRanges,
        limits: borrowing WireLimits
    ) -> Step? {
        guard at < bytes.byteCount else { return .needsMore }
        let first = bytes.byte(at: at)
        guard first == UInt8(ascii: "$") else { return .fatal(.expectedLength(found: first)) }
        var cursor = at &+ 1
        switch decimalLine(in: bytes, at: &cursor) {
        case .needsMore: return .needsMore
        case .bad: return .fatal(.badArgumentLength)
        case .value(let count):
            guard count >= 0 else { return .fatal(.badArgumentLength) }
            at = cursor
            let soFar = droppedByteCount &+ (at &- start)
            guard count <= limits.commandByteCountMax &- min(soFar, limits.commandByteCountMax)
            else {
                return .fatal(limits.refusal(.commandTooLong(limit: limits.commandByteCountMax)))
            }
            if count > limits.argumentByteCountMax, failure == nil {
                failure = limits.refusal(
                    .argumentTooLong(byteCount: count, limit: limits.argumentByteCountMax)
                )
                words.removeAll()
            }
            payloadByteCount = count
            phase = .payload
            return nil
        }
    }

    private mutating func takePayload(
        in bytes: RawSpan,
        at: inout Int,
        base: Int,
        words: inout WordRanges
    ) -> Step? {
        if failure != nil {
            let taken = min(payloadByteCount, bytes.byteCount &- at)
            at &+= taken
            payloadByteCount &-= taken
        }
        let end = at &+ payloadByteCount
        guard end < bytes.byteCount else { return .needsMore }
        guard bytes.byte(at: end) == 13 else {
            return .fatal(.expectedLineEnd(found: bytes.byte(at: end)))
        }
        guard end &+ 1 < bytes.byteCount else { return .needsMore }
        guard bytes.byte(at: end &+ 1) == 10 else {
            return .fatal(.expectedLineEnd(found: bytes.byte(at: end &+ 1)))
        }
        if failure == nil { words.append((at &- base)..<(end &- base)) }
        at = end &+ 2
        argumentsLeft &-= 1
        phase = .length
        return argumentsLeft == 0 ? .complete : nil
    }

    private func tooMany(_ count: Int, _ limits: borrowing WireLimits) -> FramingError {
        limits.refusal(.tooManyArguments(count: count, limit: limits.argumentCountMax))
    }
}

extension WireLimits {
    /// The error itself, or NOAUTH for who has not authenticated.
    borrowing func refusal(_ error: FramingError) -> FramingError {
        guard !isAuthenticated else { return error }
        return .notAuthenticated(
            argumentCountMax: argumentCountMax,
            argumentByteCountMax: argumentByteCountMax
        )
    }
}

/// A decimal number and its CRLF.
enum DecimalLine {
    case value(Int)
    case needsMore
    case bad
}

/// Reads digits, after a `-` perhaps, and CRLF from `at`, which it moves behind them if all is
/// there. Ten digits at most: a longer number is bad as soon as its eleventh digit is seen.
@inline(__always)
func decimalLine(in bytes: RawSpan, at: inout Int) -> DecimalLine {
    let count = bytes.byteCount
    var cursor = at
    guard cursor < count else { return .needsMore }
    let isNegative = bytes.byte(at: cursor) == UInt8(ascii: "-")
    if isNegative { cursor &+= 1 }
    let digits = cursor
    var value = 0
    while cursor < count {
        let digit = Int(bytes.byte(at: cursor)) &- 48
        guard digit >= 0, digit <= 9 else { break }
        guard cursor &- digits < 10 else { return .bad }
        value = value &* 10 &+ digit
        cursor &+= 1
    }
    guard cursor < count else { return .needsMore }
    guard cursor > digits, bytes.byte(at: cursor) == 13 else { return .bad }
    guard cursor &+ 1 < count else { return .needsMore }
    guard bytes.byte(at: cursor &+ 1) == 10 else { return .bad }
    at = cursor &+ 2
    return .value(isNegative ? 0 &- value : value)
}
