import CarnetBytes
import CarnetModel

extension EventFacts {
    /// Who was forgotten, by number.
    mutating func readErasure(_ payload: RawSpan) {
        guard let erasure = ErasureEvent(payload) else { return noteCutOff() }
        add("receipt", .unsigned(UInt64(erasure.receipt)))
        add("clients", .array(erasure.named.map { .unsigned(UInt64($0.value)) }))
        if !erasure.doubles.isEmpty {
            add("doubles", .array(erasure.doubles.map { .unsigned(UInt64($0.value)) }))
        }
        if erasure.isRequested { add("requested", .boolean(true)) }
        if erasure.isByRetention { add("retention", .boolean(true)) }
        if !erasure.by.isEmpty { add("by", .string(String(decoding: erasure.by, as: UTF8.self))) }
    }

    mutating func readAdvance(_ reader: inout ByteReader) {
        guard let receipt = reader.varint(), let stage = reader.byte() else { return noteCutOff() }
        add("receipt", .unsigned(receipt))
        let name = Erasure.Stage(rawValue: stage).map { "\($0)" } ?? "stage \(stage)"
        add("stage", .string(name))
    }
}

extension EventFacts {
    /// How many addresses are kept out: their digests are nobody's to read.
    mutating func readKeepOut(_ payload: RawSpan) {
        guard let event = KeepOutEvent(payload) else { return noteCutOff() }
        add("receipt", .unsigned(UInt64(event.receipt)))
        add("addresses", .integer(Int64(event.digests.count)))
    }

    mutating func readLift(_ payload: RawSpan) {
        switch KeepOutLift(payload) {
        case .receipt(let receipt): add("receipt", .unsigned(UInt64(receipt)))
        case .digests(let digests): add("addresses", .integer(Int64(digests.count)))
        case nil: noteCutOff()
        }
    }
}
