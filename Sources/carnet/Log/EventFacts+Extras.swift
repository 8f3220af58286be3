import CarnetBytes
import CarnetModel

extension EventFacts {
    /// Blocks, consents and fields of the tenant's own.
    mutating func readExtra(_ extra: ClientExtra, _ value: RawSpan) {
        guard value.byteCount > 0 else {
            add(extra == .custom ? "x" : "\(extra)", .null)
            return
        }
        switch extra {
        case .custom:
            guard let field = CustomValue(value) else { return noteCutOff() }
            var text = ByteWriter(capacity: 64)
            field.appendText(to: &text)
            add("x.\(field.name.text())", .string(text.bytes.text()))
        case .block:
            guard let block = ClientBlock(value) else { return noteCutOff() }
            add("since", .string(Self.time(block.since)))
            if let until = block.until { add("until", .string(Self.time(until))) }
            if !block.reason.isEmpty {
                add("reason", .string(String(decoding: block.reason, as: UTF8.self)))
            }
        case .proofs:
            guard let proof = ConsentProof(value) else { return noteCutOff() }
            let word = proof.isGiven ? "yes" : "no"
            add("proof", .string("\(proof.purpose.name) \(word) \(Self.time(proof.milliseconds))"))
        case .rebooking, .birthday, .review:
            add("\(extra)", .boolean(value.byte(at: 0) == 1))
        }
    }

    private static func time(_ milliseconds: UInt64) -> String {
        var text = ByteWriter(capacity: 32)
        Timestamp(millisecondsSinceEpoch: milliseconds).append(to: &text)
        return text.bytes.text()
    }
}
