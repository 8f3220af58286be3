/// Given names and what is short for them, by language: the text from which `NicknameTable` is
/// read, once. To add a name, add a word or a line; tests hold the tables to what stands here.
///
/// A line `m` (men) or `f` (women) is one name: its spellings in full, a colon, what is short for
/// it. Where it is too long, a second line begins with the same full names. A line `M` or `F` is a
/// list of names for which nothing is short.
///
/// All is folded: small ASCII letters, no accents, no hyphens ("jeanfrancois"); a letter that
/// people also write as two stands both ways (`jurgen juergen`). A short form that is a name of its
/// own as well (Lisa, Jack, Sandra) stands in the line of each name it is short for, and in one of
/// its own. A name for both genders has two lines.
///
/// What a name is called in other languages stands in `families`, not here: nobody who is called
/// Guillaume is called Bill.
enum NicknameData {
    static let groups: [StaticString] = [
        english, irish, french, german, dutch, italian, spanish, portuguese, catalanBasque,
        romanian, polish, czechSlovak, hungarian, southSlavic, bulgarian, greek, russian,
        ukrainian, nordic, icelandic, finnishEstonian, baltic, turkishAlbanian, arabic,
        hebrewCaucasusPersian,
    ]
}
