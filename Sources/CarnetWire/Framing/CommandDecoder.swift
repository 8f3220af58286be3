public import CarnetBytes

/// Finds the commands in what a peer sends: RESP2 arrays of bulk strings where the first byte is
/// `*`, inline lines otherwise. One for each connection.
///
/// Bytes may arrive in any pieces. What has been looked at of a partial command is remembered, so
/// the work is linear in the bytes however they are cut. Once its arrays have grown to the largest
/// command it allocates nothing. Empty lines, `*0` and `*-1` are passed over as Redis does.
public struct CommandDecoder: Sendable {
    private enum Form { case none, array, line }

    /// May be changed between commands, after authentication for instance.
    public var limits: WireLimits

    private var form = Form.none
    private var framing = ArrayFraming()
    /// Words of a partial array command, as offsets from its first byte.
    private var partialWords = WordRanges()
    /// Bytes of a partial line that are known to hold no LF.
    private var searchedByteCount = 0
    private var owned: [UInt8] = []

    public init(limits: WireLimits = .standard) { self.limits = limits }

    /// Whether a command has begun whose last byte is not there yet.
    public var isInsideCommand: Bool { form != .none }

    /// What the words of an `ownedCommand` are ranges of.
    public var ownedBytes: RawSpan {
        @_lifetime(borrow self)
        get { unsafe owned.span.bytes }
    }

    /// Takes the next command from `bytes`, starting at `offset`, which lies inside them or at
    /// their end. `words` is emptied first and filled only for `.command` and `.ownedCommand`.
    public mutating func next(
        in bytes: RawSpan,
        from offset: Int,
        into words: inout WordRanges
    ) -> DecodeOutcome {
        var start = offset
        while true {
            words.removeAll()
            let outcome: DecodeOutcome?
            switch form {
            case .none:
                guard start < bytes.byteCount else { return .incomplete(keepingFrom: start) }
                outcome =
                    bytes.byte(at: start) == UInt8(ascii: "*")
                    ? beginArray(in: bytes, from: &start, into: &words)
                    : takeLine(in: bytes, from: &start, into: &words)
            case .array: outcome = resumeArray(in: bytes, from: &start, into: &words)
            case .line: outcome = takeLine(in: bytes, from: &start, into: &words)
            }
            if let outcome { return outcome }
        }
    }

    // Each of these answers nil where there was no command, with `start` behind what was there.

    private mutating func beginArray(
        in bytes: RawSpan,
        from start: inout Int,
        into words: inout WordRanges
    ) -> DecodeOutcome? {
        framing = ArrayFraming()
        let step = framing.advance(in: bytes, from: start, base: 0, words: &words, limits: limits)
        switch step {
        case .complete:
            let end = start &+ framing.position
            guard let failure = framing.failure else { return .command(end: end) }
            words.removeAll()
            return .rejected(failure, end: end)
        case .needsMore:
            partialWords.removeAll()
            for index in 0..<words.count {
                let range = words[index]
                partialWords.append((range.lowerBound &- start)..<(range.upperBound &- start))
            }
            words.removeAll()
            form = .array
            return .incomplete(keepingFrom: keptStart(start))
        case .empty:
            start &+= framing.position
            return nil
        case .fatal(let error):
            words.removeAll()
            return .fatal(error)
        }
    }

    private mutating func resumeArray(
        in bytes: RawSpan,
        from start: inout Int,
        into words: inout WordRanges
    ) -> DecodeOutcome? {
        let step = framing.advance(
            in: bytes,
            from: start,
            base: start,
            words: &partialWords,
            limits: limits
        )
        switch step {
        case .needsMore: return .incomplete(keepingFrom: keptStart(start))
        case .fatal(let error):
            form = .none
            return .fatal(error)
        case .empty:
            form = .none
            start &+= framing.position
            return nil
        case .complete:
            form = .none
            let end = start &+ framing.position
            if let failure = framing.failure { return .rejected(failure, end: end) }
            for index in 0..<partialWords.count {
                let range = partialWords[index]
                words.append((range.lowerBound &+ start)..<(range.upperBound &+ start))
            }
            return .command(end: end)
        }
    }

    /// A command that is being skipped needs none of the bytes behind it.
    private mutating func keptStart(_ start: Int) -> Int {
        framing.failure == nil ? start : start &+ framing.drop()
    }

    private mutating func takeLine(
        in bytes: RawSpan,
        from start: inout Int,
        into words: inout WordRanges
    ) -> DecodeOutcome? {
        let searchEnd = min(bytes.byteCount, start &+ limits.lineByteCountMax &+ 1)
        var at = start &+ searchedByteCount
        while at < searchEnd, bytes.byte(at: at) != 10 { at &+= 1 }
        guard at < searchEnd else {
            guard at &- start <= limits.lineByteCountMax else {
                form = .none
                searchedByteCount = 0
                return .fatal(limits.refusal(.lineTooLong(limit: limits.lineByteCountMax)))
            }
            form = .line
            searchedByteCount = at &- start
            return .incomplete(keepingFrom: start)
        }
        form = .none
        searchedByteCount = 0
        let lineStart = start
        start = at &+ 1
        return split(bytes, lineStart..<at, end: start, into: &words)
    }

    private mutating func split(
        _ bytes: RawSpan,
        _ range: Range<Int>,
        end: Int,
        into words: inout WordRanges
    ) -> DecodeOutcome? {
        let line = bytes.bytes(range)
        let isOwned = InlineLine.hasQuotes(line)
        if isOwned {
            owned.removeAll(keepingCapacity: true)
            do throws(FramingError) {
                try InlineLine.split(line, into: &owned, words: &words)
            } catch {
                words.removeAll()
                return .rejected(error, end: end)
            }
        } else {
            InlineLine.split(line, base: range.lowerBound, words: &words)
        }
        guard words.count > 0 else { return nil }
        let failure =
            isOwned ? failure(of: words, in: ownedBytes) : failure(of: words, in: bytes)
        if let failure {
            words.removeAll()
            return failure == .webRequest ? .fatal(failure) : .rejected(failure, end: end)
        }
        return isOwned ? .ownedCommand(end: end) : .command(end: end)
    }

    private func failure(of words: borrowing WordRanges, in bytes: RawSpan) -> FramingError? {
        let first = bytes.bytes(words[0])
        if first.isEqualIgnoringCase(to: "POST") || first.isEqualIgnoringCase(to: "HOST:") {
            return .webRequest
        }
        guard words.count <= limits.argumentCountMax else {
            return limits.refusal(
                .tooManyArguments(count: words.count, limit: limits.argumentCountMax)
            )
        }
        guard limits.argumentByteCountMax < limits.lineByteCountMax else { return nil }
        for index in 0..<words.count where words[index].count > limits.argumentByteCountMax {
            return limits.refusal(
                .argumentTooLong(
                    byteCount: words[index].count,
                    limit: limits.argumentByteCountMax
                )
            )
        }
        return nil
    }
}
