/// The tables that reading and comparing people look things up in: names, words, mail providers,
/// letters and logarithms. Each is built when it is first asked, which takes milliseconds together.
public enum MatchTables {
    /// Builds what is not built yet: for a thread that nobody waits for, before one has to that
    /// holds what others wait for.
    public static func build() {
        _ = FoldingTable.standard
        _ = TransliterationTable.standard
        _ = NicknameTable.standard
        _ = NameWordTable.standard
        _ = MailTable.standard
        _ = MatchWeights.standard
        _ = Millibits.sum(Millibits.log2(3), 0)
    }
}
