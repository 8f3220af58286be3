import CarnetBytes
import CarnetEngine
import CarnetWire
import NIOCore

extension Session {
    /// INFO [section …]: lines of `name:value` as Redis has them.
    func info(_ bytes: ByteBuffer) {
        var sections: Set<String> = []
        for index in 0..<parsed.restCount {
            sections.insert(parsed.rest(index, in: bytes.readableBytesSpan).text().lowercased())
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
        var patterns: [GlobPattern] = []
        for index in 0..<parsed.restCount {
            let word = parsed.rest(index, in: bytes.readableBytesSpan)
            patterns.append(GlobPattern(word.text().lowercased()))
        }
        let found = Configuration.settings.filter { setting in
            patterns.contains { $0.matches(setting.name) }
        }
        reply.map(found.count)
        for setting in found {
            reply.bulk(setting.name)
            reply.bulk(setting.value(node))
        }
        answered()
    }

    /// CONFIG SET name value …: what can change while the server runs; all or none.
    func configSet(_ bytes: ByteBuffer) {
        let span = bytes.readableBytesSpan
        var changes: [(@Sendable (Node, Int) -> Void, Int)] = []
        for index in 0..<parsed.pairCount {
            let name = parsed.pairName(index, in: span).text().lowercased()
            guard let setting = Configuration.setting(name) else {
                return fail(
                    .err,
                    "Unknown option or number of arguments for CONFIG SET - '\(name.prefix(64))'; CONFIG GET * lists them"
                )
            }
            guard let set = setting.set else {
                return fail(
                    .invalid,
                    "\(name): is set by a flag of 'carnet serve' and fixed while the server runs"
                )
            }
            let value = parsed.pairValue(index, in: span).unsignedInteger()
            guard let value, setting.range.contains(Int(clamping: value)) else {
                let (least, most) = (setting.range.lowerBound, setting.range.upperBound)
                return fail(.invalid, "\(name): must be a number from \(least) to \(most)")
            }
            changes.append((set, Int(clamping: value)))
        }
        for (set, value) in changes { set(node, value) }
        reply.ok()
        answered()
    }
}
