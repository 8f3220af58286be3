import CarnetBytes
import CarnetModel

extension EventFacts {
    /// A view's name, and the options that it was saved with.
    mutating func readView(_ kind: EventKind, _ payload: RawSpan) {
        guard let view = ViewEvent(kind, payload) else { return noteCutOff() }
        add("view", .string(String(decoding: view.name, as: UTF8.self)))
        guard let options = view.options else { return }
        let words = options.flatMap { [$0.word] + $0.values }
        add("options", .array(words.map { .string(String(decoding: $0, as: UTF8.self)) }))
    }
}
