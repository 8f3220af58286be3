import CarnetBytes
import CarnetModel

/// Looks into one record for what is asked: where there are no tables, where reading a few records
/// is cheaper than reading long lists, and where many lists may have a client.
enum RecordMatcher {
    /// How a client matches the best of several readings; nil when it matches none.
    static func grade(
        _ readings: [[SearchTerm]],
        _ record: RawSpan,
        _ keys: ClientKeys,
        _ scratch: inout IndexScratch,
        countsTypos: Bool
    ) -> MatchGrade? {
        var best: MatchGrade?
        for reading in readings {
            best = MatchGrade.better(
                best,
                grade(all: reading, record, keys, &scratch, countsTypos: countsTypos)
            )
        }
        return best
    }

    /// How a client matches all terms; nil when one of them is missing. The words of `scratch` are
    /// those of the record; it is taken in whole, since parts of it would be copied.
    private static func grade(
        all terms: [SearchTerm],
        _ record: RawSpan,
        _ keys: ClientKeys,
        _ scratch: inout IndexScratch,
        countsTypos: Bool
    ) -> MatchGrade? {
        var sum = MatchGrade.exact
        for term in terms {
            guard let grade = grade(term, record, keys, &scratch, countsTypos: countsTypos) else {
                return nil
            }
            sum = sum.and(grade)
        }
        return sum
    }

    /// How a client matches one term; nil when it does not.
    static func grade(
        _ term: SearchTerm,
        _ record: RawSpan,
        _ keys: ClientKeys,
        _ scratch: inout IndexScratch,
        countsTypos: Bool
    ) -> MatchGrade? {
        if !term.local.isEmpty { return grade(local: term, scratch.words) }
        var best = term.ends.isEmpty ? nil : grade(phonesOf: term, record, keys)
        guard !term.word.isEmpty else { return best }
        for index in 0..<scratch.words.count {
            best = MatchGrade.better(
                best,
                term.strictGrade(scratch.words.token(at: index), scratch.words.kind(at: index))
            )
        }
        guard best == nil, countsTypos, term.isTypable else { return best }
        for index in 0..<scratch.words.count {
            best = MatchGrade.better(
                best,
                term.typoGrade(scratch.words.token(at: index), scratch.words.kind(at: index))
            )
        }
        return best
    }

    /// How the best of a client's e-mails, which were read, begins as asked.
    static func grade(local term: SearchTerm, _ words: borrowing ClientWords) -> MatchGrade? {
        var best: MatchGrade?
        for index in 0..<words.addresses.count {
            let local = words.addresses.local(at: index)
            guard local.begins(with: term.local.rawBytes) else { continue }
            let match = local.byteCount == term.local.count ? MatchClass.exact : .prefix
            best = MatchGrade.better(
                best,
                term.grade(match, isFormer: words.addresses.isFormer(at: index))
            )
        }
        return best
    }

    /// How the best of a client's phones ends as asked.
    static func grade(
        phonesOf term: SearchTerm,
        _ record: RawSpan,
        _ keys: ClientKeys
    ) -> MatchGrade? {
        var best =
            keys.phone == 0 ? nil : term.match(keys.phone).map { term.grade($0, isFormer: false) }
        guard !keys.aliases.isEmpty else { return best }
        var former = ClientAliases(.phone, keys)
        while let range = former.next(in: record) {
            guard let match = term.match(record.shortInteger(range)) else { continue }
            best = MatchGrade.better(best, term.grade(match, isFormer: true))
        }
        return best
    }
}
