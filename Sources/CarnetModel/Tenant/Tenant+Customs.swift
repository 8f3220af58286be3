import CarnetBytes

/// A field of the tenant's own as a command gave it: unchecked.
struct GivenCustom: Sendable {
    /// Without the `x.` before it.
    let name: [UInt8]
    /// Where its value stands among the command's bytes.
    let value: Range<Int>

    var word: String { "x.\(String(decoding: name, as: UTF8.self))" }
}

extension Tenant {
    /// Appends the fields of the tenant's own that a client of `old` ones has once the given ones are
    /// set, as one group; nothing where none was given.
    ///
    /// Each must be declared by the setting `field.<name>` and is checked against the type it
    /// has today. A declaration changed or taken back touches no client: what stands is kept and shown
    /// as what it was given as, until it is set anew or cleared, and clearing needs no declaration.
    func appendCustoms(
        _ given: borrowing GivenFields,
        in bytes: RawSpan,
        over old: [[UInt8]],
        to payload: inout ByteWriter
    ) throws(Refusal) {
        guard !given.customs.isEmpty else { return }
        var values = old
        var scratch = ByteWriter(capacity: 64)
        for custom in given.customs {
            let stands = values.contains { CustomValue.name($0) == custom.name }
            values.removeAll { CustomValue.name($0) == custom.name }
            let kind = settings.customKind(String(decoding: custom.name, as: UTF8.self))
            guard let kind else {
                if stands, custom.value.isEmpty { continue }
                throw Self.undeclared(given, custom)
            }
            guard !custom.value.isEmpty else { continue }
            scratch.removeAll()
            do throws(ValueError) {
                let name = unsafe custom.name.span.bytes
                try CustomText.append(name, kind, bytes.bytes(custom.value), to: &scratch)
            } catch {
                throw .invalid(field: custom.word, problem: error.message)
            }
            values.append(scratch.array())
        }
        guard values.count <= ClientExtra.customCountMax else {
            throw .tooMany(field: "x", max: ClientExtra.customCountMax)
        }
        values.sort { $0.lexicographicallyPrecedes($1) }
        ClientContent.append(ClientExtra.custom.rawValue, values, to: &payload)
    }

    private static func undeclared(
        _ given: borrowing GivenFields,
        _ custom: GivenCustom
    ) -> Refusal {
        let name = given.shown(unsafe custom.name.span.bytes)
        return .invalid(
            field: "x.\(name)",
            problem:
                "not declared here; TENANT.SET with field.\(name) and text, number, date or yesno declares it"
        )
    }
}
