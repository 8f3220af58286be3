import CarnetBytes
import CarnetClient
import CarnetEngine
import CarnetWire
import NIOCore

/// Puts one sample venue into a server: pipelines of clients, the next one made while the server
/// works on the one before.
struct DemoVenue {
    private static let pipelineCount = 1_000

    let venue: SampleVenue

    /// `made` is told how many clients are in, after each pipeline.
    func make(
        on carnet: CarnetConnection,
        made: (Int) -> Void
    ) async throws(CarnetClientError) {
        var create = CommandWords("TENANT.CREATE", venue.tenant)
        create.add("NAME", venue.title)
        create.add("ZONE", venue.zone)
        create.add("COUNTRY", venue.country)
        create.add("LANGUAGE", venue.language)
        create.add("PRESET", venue.preset)
        _ = try await carnet.ask(create.words)
        var next = 0
        var sent = 0
        var waiting: Task<Result<[Reply], CarnetClientError>, Never>?
        while next < venue.clientCount || waiting != nil {
            let end = min(venue.clientCount, next + Self.pipelineCount)
            let commands = next < end ? encode(next..<end) : ByteBuffer()
            let count = end - next
            if let waiting {
                try Self.check(try await waiting.value.get())
                made(sent)
            }
            waiting = count == 0 ? nil : Self.send(commands, count, on: carnet)
            sent = end
            next = end
        }
    }

    private static func send(
        _ commands: ByteBuffer,
        _ count: Int,
        on carnet: CarnetConnection
    ) -> Task<Result<[Reply], CarnetClientError>, Never> {
        Task {
            do throws(CarnetClientError) {
                return .success(try await carnet.sendAll(encoded: commands, count: count))
            } catch {
                return .failure(error)
            }
        }
    }

    private static func check(_ replies: [Reply]) throws(CarnetClientError) {
        for case .error(let error) in replies {
            throw .server(code: error.code, message: error.message)
        }
    }

    /// CLIENT.ADD for each of these people, as RESP. ANYWAY: a few share an e-mail address.
    private func encode(_ indexes: Range<Int>) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.reserveCapacity(indexes.count * 400)
        var text = ByteWriter(capacity: 512)
        var words = WordRanges()
        for index in indexes {
            text.removeAll()
            words.removeAll()
            venue.people.append(index, to: &text, words: &words)
            buffer.writeString("*\(words.count + 3)\r\n")
            Self.write("CLIENT.ADD", to: &buffer)
            Self.write(venue.tenant, to: &buffer)
            for word in 0..<words.count {
                let bytes = text.bytes.bytes(words[word])
                buffer.writeString("$\(bytes.byteCount)\r\n")
                buffer.writeBytes(bytes)
                buffer.writeString("\r\n")
            }
            Self.write("ANYWAY", to: &buffer)
        }
        return buffer
    }

    private static func write(_ word: String, to buffer: inout ByteBuffer) {
        buffer.writeString("$\(word.utf8.count)\r\n\(word)\r\n")
    }
}
