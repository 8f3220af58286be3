import CarnetBytes

/// The keys of many clients, noted while their records are walked, so that each table is then
/// built in one go.
struct KeyLists {
    struct Hashed {
        var numbers: [UInt32] = []
        var hashes: [UInt64] = []

        init(reserving count: Int) {
            numbers.reserveCapacity(count)
            hashes.reserveCapacity(count)
        }

        mutating func append(_ number: UInt32, _ hash: UInt64) {
            numbers.append(number)
            hashes.append(hash)
        }
    }

    private(set) var emails: Hashed
    private(set) var phones: Hashed
    private(set) var externals: Hashed
    private(set) var locals: [UInt128] = []

    init(reserving count: Int) {
        emails = Hashed(reserving: count)
        phones = Hashed(reserving: count)
        externals = Hashed(reserving: 0)
        locals.reserveCapacity(count)
    }

    mutating func append(
        _ number: UInt32,
        _ keys: ClientKeys,
        of record: RawSpan,
        local: RawSpan,
        _ hash: KeyHash
    ) {
        if !keys.email.isEmpty {
            emails.append(number, hash.email(record.bytes(keys.email)))
            locals.append(LocalPart.key(LocalPart.code(local), number))
        }
        if keys.phone != 0 { phones.append(number, hash.phone(keys.phone)) }
        guard keys.externalCount > 0 else { return }
        var references = ExternalReferences(keys)
        while let range = references.next(in: record) {
            externals.append(number, hash.external(record.bytes(range)))
        }
    }
}
