import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// Reads the filters of lists, counts and exports from a command's words.
enum FilterWords {
    static func read(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan,
        _ view: TenantView,
        _ zones: ZoneCatalog
    ) throws(ErrorReply) -> ClientFilter {
        var filter = ClientFilter()
        filter.now = view.takenMilliseconds
        filter.statuses = try statuses(parsed, bytes)
        filter.tags = try texts(.tag, .tag, parsed, bytes)
        filter.languages = try languages(parsed, bytes)
        filter.sources = try texts(.source, .line, parsed, bytes)
        filter.newsletter = try yesNo(.newsletter, parsed, bytes)
        filter.isBlocked = try yesNo(.blocked, parsed, bytes)
        try readHas(parsed, bytes, into: &filter)
        try readConsents(parsed, bytes, view, into: &filter)
        try readWheres(parsed, bytes, view, into: &filter)
        let zone = { zones.rules(of: view.settings.value(of: .zone) ?? "UTC") }
        filter.from = try parsed.time(.from, in: bytes, zone: zone)
        filter.to = try parsed.time(.to, in: bytes, zone: zone)
        if let from = filter.from, let to = filter.to, from >= to {
            throw ErrorReply(
                .invalid,
                "TO: must be later than FROM; it is the first moment left out"
            )
        }
        do throws(ArgumentError) {
            filter.noShowsMin = try parsed.number(.noShows, in: bytes).map { UInt32(clamping: $0) }
        } catch {
            throw ErrorReply(error)
        }
        filter.lastFrom = try parsed.time(.lastFrom, in: bytes, zone: zone)
        filter.lastTo = try parsed.time(.lastTo, in: bytes, zone: zone)
        if filter.noShowsMin != nil || filter.lastFrom != nil || filter.lastTo != nil {
            filter.ledger = view.bookingLedger()
        }
        return filter
    }

    private static func statuses(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan
    ) throws(ErrorReply) -> [ClientStatus] {
        var statuses: [ClientStatus] = []
        for index in 0..<parsed.valueCount(.status) {
            guard let word = parsed.value(.status, index, in: bytes) else { continue }
            if word.isEqual(to: "any") { return [] }
            let found = ClientStatus.allCases.first { word.isEqual(to: $0.name) }
            guard let found else {
                throw ErrorReply(
                    .invalid,
                    "STATUS: must be one of active inactive merged erased any"
                )
            }
            if !statuses.contains(found) { statuses.append(found) }
        }
        return statuses.isEmpty ? [.active] : statuses
    }

    /// Texts as they are kept: normalised, without blanks at their ends; each once.
    private static func texts(
        _ option: OptionID,
        _ rule: TextRule,
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan
    ) throws(ErrorReply) -> [[UInt8]] {
        var texts: [[UInt8]] = []
        var scratch = ByteWriter(capacity: 64)
        for index in 0..<parsed.valueCount(option) {
            guard let given = parsed.value(option, index, in: bytes) else { continue }
            scratch.removeAll()
            do throws(ValueError) {
                let checked = try TextValue.check(given, rule, scratch: &scratch)
                let text = checked.bytes(given: given, scratch: scratch).array()
                if !texts.contains(text) { texts.append(text) }
            } catch {
                throw ErrorReply(.invalid, "\(option.token): \(error.message)")
            }
        }
        return texts
    }

    private static func languages(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan
    ) throws(ErrorReply) -> [[UInt8]] {
        var languages: [[UInt8]] = []
        var scratch = ByteWriter(capacity: LanguageTag.byteCountMax)
        for index in 0..<parsed.valueCount(.language) {
            guard let given = parsed.value(.language, index, in: bytes) else { continue }
            scratch.removeAll()
            do throws(ValueError) {
                let tag = try LanguageTag.check(given, scratch: &scratch)
                guard !tag.isEmpty else { throw ValueError.language }
                languages.append(tag.bytes(given: given, scratch: scratch).array())
            } catch {
                throw ErrorReply(.invalid, "LANGUAGE: \(error.message)")
            }
        }
        return languages
    }

    private static func yesNo(
        _ option: OptionID,
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan
    ) throws(ErrorReply) -> Bool? {
        do throws(ArgumentError) {
            return try parsed.yesNo(option, in: bytes)
        } catch {
            throw ErrorReply(error)
        }
    }

    private static func readHas(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan,
        into filter: inout ClientFilter
    ) throws(ErrorReply) {
        for index in 0..<parsed.valueCount(.has) {
            guard let word = parsed.value(.has, index, in: bytes) else { continue }
            if let field = ClientField(name: word) {
                filter.has |= field.bit
            } else if let name = CustomText.name(word) {
                filter.hasCustoms.append(name.array())
            } else {
                let names = ClientField.allCases.map { "\($0.name)" }.joined(separator: " ")
                throw ErrorReply(.invalid, "HAS: must be a field; there are \(names) x.name")
            }
        }
    }

    private static func readConsents(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan,
        _ view: TenantView,
        into filter: inout ClientFilter
    ) throws(ErrorReply) {
        for index in 0..<parsed.valueCount(.consent) {
            guard let word = parsed.value(.consent, index, in: bytes),
                let answer = parsed.secondValue(.consent, index, in: bytes)
            else { continue }
            guard let purpose = ConsentPurpose(name: word) else {
                let names = ConsentPurpose.allCases.map { "\($0.name)" }.joined(separator: " ")
                throw ErrorReply(.invalid, "CONSENT: must be one of \(names), then yes or no")
            }
            do throws(ValueError) {
                filter.consents.append(
                    ClientFilter.Consent(
                        purpose,
                        isWanted: try YesNo.parse(answer),
                        unasked: view.settings.consent(to: purpose, said: nil)
                    )
                )
            } catch {
                throw ErrorReply(.invalid, "CONSENT \(purpose.name): \(error.message)")
            }
        }
    }

    /// `WHERE x.name value`: the value is read as what the tenant declares the field to be, and as
    /// text too, since what stood before a change of the declaration stays what it was.
    private static func readWheres(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan,
        _ view: TenantView,
        into filter: inout ClientFilter
    ) throws(ErrorReply) {
        for index in 0..<parsed.valueCount(.where) {
            guard let word = parsed.value(.where, index, in: bytes),
                let text = parsed.secondValue(.where, index, in: bytes)
            else { continue }
            guard let name = CustomText.name(word) else {
                throw ErrorReply(
                    .invalid,
                    "WHERE: must be x.name of a field of the tenant's own, then its value"
                )
            }
            let shown = String(decoding: name.array(), as: UTF8.self)
            guard let kind = view.settings.customKind(shown) else {
                throw ErrorReply(
                    .invalid,
                    "WHERE: no such field is declared here; TENANT.SET with field.<name> and text, number, date or yesno declares one"
                )
            }
            let kinds = kind == .text ? [kind] : [kind, .text]
            for kind in kinds {
                var scratch = ByteWriter(capacity: 64)
                do throws(ValueError) {
                    try CustomText.append(name, kind, text, to: &scratch)
                } catch {
                    guard kind == kinds[0] else { continue }
                    throw ErrorReply(.invalid, "WHERE x.\(shown): \(error.message)")
                }
                add(scratch.array(), to: name.array(), &filter)
            }
        }
    }

    private static func add(_ value: [UInt8], to name: [UInt8], _ filter: inout ClientFilter) {
        if let place = filter.customs.firstIndex(where: { $0.name == name }) {
            filter.customs[place].values.append(value)
        } else {
            filter.customs.append(ClientFilter.Custom(name: name, values: [value]))
        }
    }
}
