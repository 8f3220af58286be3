import CarnetBytes
import CarnetWire

/// One connection of the generator: what is to be sent, what was sent and is not answered, and what
/// came and is not read. Used by its thread alone.
final class LoadConnection {
    /// A request that waits for its reply.
    struct Pending {
        let operation: Operation
        /// The booking that it makes or changes.
        var booking: PooledBooking?
        /// When it was sent, or in an open loop when it should have been.
        let since: UInt64
    }

    let index: Int
    let socket: Socket
    var out = ByteWriter(capacity: 16 << 10)
    private var sentCount = 0
    private(set) var watchesWritable = false

    private var pending: [Pending] = []
    private var pendingHead = 0

    private var input = [UInt8](repeating: 0, count: 64 << 10)
    private var inputStart = 0
    private var inputEnd = 0
    private var scanner = ReplyScanner()

    private(set) var bytesIn = 0
    private(set) var bytesOut = 0

    init(index: Int, host: String, port: Int) throws(LoadError) {
        self.index = index
        socket = try Socket.connected(host: host, port: port)
    }

    var pendingCount: Int { pending.count - pendingHead }

    /// Notes a request whose bytes have just been appended to `out`.
    func expect(_ operation: Operation, booking: PooledBooking? = nil, since: UInt64) {
        pending.append(Pending(operation: operation, booking: booking, since: since))
    }

    /// Sends what it can, and watches for room when something stays.
    func flush(_ poller: inout Poller) throws(LoadError) {
        while sentCount < out.byteCount {
            switch socket.write(out.bytes.extracting(sentCount..<out.byteCount)) {
            case .moved(let count):
                sentCount += count
                bytesOut += count
            case .wouldBlock:
                if !watchesWritable {
                    watchesWritable = true
                    poller.watchWritable(index, true)
                }
                return
            case .ended(let code): throw .connectionLost(reason: "send, errno \(code)")
            }
        }
        out.removeAll()
        sentCount = 0
        if watchesWritable {
            watchesWritable = false
            poller.watchWritable(index, false)
        }
    }

    /// Reads what is there. False when nothing was.
    func receive() throws(LoadError) -> Bool {
        if inputStart == inputEnd {
            inputStart = 0
            inputEnd = 0
        } else if inputEnd == input.count {
            makeRoom()
        }
        switch socket.read(into: &input, from: inputEnd) {
        case .moved(let count):
            inputEnd += count
            bytesIn += count
            return true
        case .wouldBlock: return false
        case .ended(let code):
            let last = inputText(from: inputStart, upTo: 200)
            let words = last.isEmpty ? "" : "; its last words were \(last)"
            throw .connectionLost(
                reason: (code == 0 ? "the server closed it" : "receive, errno \(code)") + words
            )
        }
    }

    /// The next whole reply of what was received, with the request that it answers.
    func nextReply() throws(LoadError) -> (pending: Pending, isError: Bool, bytes: Range<Int>)? {
        guard inputStart < inputEnd else { return nil }
        let scan: ReplyScan
        let input = input
        do {
            scan = unsafe try scanner.next(
                in: input.span.bytes.extracting(0..<inputEnd),
                from: inputStart
            )
        } catch {
            throw .unreadable(error.message)
        }
        switch scan {
        case .incomplete(let keepingFrom):
            inputStart = keepingFrom
            return nil
        case .complete(let end, let isError):
            let bytes = inputStart..<end
            inputStart = end
            guard pendingHead < pending.count else {
                throw .connectionLost(
                    reason:
                        "a reply nobody asked for: \(inputText(from: bytes.lowerBound, upTo: 200))"
                )
            }
            let request = pending[pendingHead]
            pendingHead += 1
            if pendingHead == pending.count {
                pending.removeAll(keepingCapacity: true)
                pendingHead = 0
            } else if pendingHead >= 8192, pendingHead * 2 > pending.count {
                pending.removeFirst(pendingHead)
                pendingHead = 0
            }
            return (request, isError, bytes)
        }
    }

    /// Whether the reply says that a client was created: an early value of its map does.
    func saysCreated(_ bytes: Range<Int>) -> Bool {
        let end = min(bytes.upperBound, bytes.lowerBound + 64)
        var index = bytes.lowerBound
        while index + 4 <= end {
            // "crea", as in "created"; keys before it have no such letters.
            if input[index] == 0x63, input[index + 1] == 0x72, input[index + 2] == 0x65,
                input[index + 3] == 0x61
            {
                return true
            }
            index += 1
        }
        return false
    }

    /// The first integer of a reply that is a flat array: the number of what was made. 0 without one.
    func firstInteger(_ bytes: Range<Int>) -> Int {
        guard var index = input[bytes].firstIndex(of: UInt8(ascii: ":")) else { return 0 }
        var value = 0
        index += 1
        while index < bytes.upperBound, (48...57).contains(input[index]), value < 1 << 40 {
            value = value * 10 + Int(input[index]) - 48
            index += 1
        }
        return value
    }

    /// Received bytes as text, line ends as spaces.
    func inputText(from start: Int, upTo count: Int) -> String {
        let bytes = input[start..<min(inputEnd, start + count)]
        let line = bytes.prefix { $0 != 0x0D && $0 != 0x0A }
        return String(decoding: line, as: UTF8.self)
    }

    private func makeRoom() {
        if inputStart > 0 {
            input.replaceSubrange(0..<(inputEnd - inputStart), with: input[inputStart..<inputEnd])
            inputEnd -= inputStart
            inputStart = 0
        } else {
            input += [UInt8](repeating: 0, count: input.count)
        }
    }
}

extension LoadConnection {
    /// Says who this is and waits for the answer, at most 5 s.
    func authenticate(name: String, secret: String) throws(LoadError) {
        var poller = try Poller()
        poller.add(socket.descriptor)
        out.beginCommand(3)
        out.appendWord("AUTH")
        unsafe out.appendWord(Array(name.utf8).span.bytes)
        unsafe out.appendWord(Array(secret.utf8).span.bytes)
        expect(.ping, since: 0)
        try flush(&poller)
        let limit = MonotonicClock.now() + 5_000_000_000
        var ready: [Poller.Ready] = []
        while MonotonicClock.now() < limit {
            poller.wait(until: limit, into: &ready)
            guard !ready.isEmpty, try receive() else { continue }
            guard let reply = try nextReply() else { continue }
            guard reply.isError else { return }
            throw .setup(inputText(from: reply.bytes.lowerBound, upTo: 200))
        }
        throw .setup("no answer to AUTH within 5 s")
    }
}
