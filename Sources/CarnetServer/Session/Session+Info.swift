import CarnetBytes
import CarnetEngine
import CarnetWire
import NIOCore

extension Session {
    /// INFO [section …]: lines of `name:value` as Redis has them.
    func info(_ bytes: ByteBuffer) {
        var sections: Set<String> = []
        if let word = parsed.argument(0, in: bytes.readableBytesSpan) {
            sections.insert(word.text().lowercased())
            for index in 0..<parsed.restCount {
                sections.insert(parsed.rest(index, in: bytes.readableBytesSpan).text().lowercased())
            }
        }
        let wanted = sections
        let mode = reply.mode
        let loop = gate.loop
        suspend()
        node.engine.tenants(after: [], limit: 0) { [self] listing in
            let text = InfoText(node: node, listing: listing).text(sections: wanted)
            var writer = ReplyWriter(mode: mode)
            writer.verbatim(text)
            let outcome = Outcome(bytes: writer.bytes.array(), dependence: .none)
            loop.execute { self.resume(outcome) }
        }
    }

    /// CONFIG GET pattern.
    func configGet(_ bytes: ByteBuffer) {
        let pattern = parsed.argument(0, in: bytes.readableBytesSpan)?.text().lowercased() ?? "*"
        let found = Configuration.values(node).filter { GlobPattern(pattern).matches($0.0) }
        reply.map(found.count)
        for (name, value) in found {
            reply.bulk(name)
            reply.bulk(value)
        }
        answered()
    }

    /// CONFIG SET name value: what can change while the server runs.
    func configSet(_ bytes: ByteBuffer) {
        let span = bytes.readableBytesSpan
        let name = parsed.argument(0, in: span)?.text().lowercased() ?? ""
        guard Configuration.values(node).contains(where: { $0.0 == name }) else {
            return fail(.err, "Unknown option or number of arguments for CONFIG SET - '\(name.prefix(64))'; CONFIG GET * lists them")
        }
        guard let value = parsed.argument(1, in: span)?.unsignedInteger(),
            Configuration.set(name, Int(clamping: value), node)
        else {
            return fail(.invalid, "\(name): is set by a flag of 'carnet serve' and fixed while the server runs, or needs a number")
        }
        reply.ok()
        answered()
    }
}
