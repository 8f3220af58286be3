/// How the letters of other alphabets are written in Latin ones: the text from which
/// `TransliterationTable` is read, once.
///
/// A line is a letter, or two that are read as one, and its Latin spellings, one for each column of
/// ``Transliteration/Scheme``; `-` writes nothing. Columns left out at the end are as the first.
/// A pair behind an underscore holds at the front of a name alone. Letters are folded: Ukrainian ї stands as і, and й as и.
enum TransliterationData {
    /// Cyrillic. Columns: English (BGN/PCGN 1947 without its apostrophes, which is what passports
    /// had), Ukrainian (resolution 55 of 2010), Bulgarian (law of 2009), Serbian and scientific
    /// (ISO 9 without its accents), German (Duden), French.
    static let cyrillic: StaticString = """
        а a
        б b
        в v v v v w v
        г g h g g g g
        ґ g
        д d
        ђ dj dj dj dj dj dj
        е e
        є ye ie e je je ie
        ж zh zh zh z sch j
        з z z z z s z
        ѕ dz
        и i y i i i i
        і i i i i i i
        ј j j j j j j
        к k
        л l
        љ lj lj lj lj lj lj
        м m
        н n
        њ nj nj nj nj nj nj
        о o
        п p
        р r
        с s
        т t
        ћ c c c c c c
        у u u u u u ou
        ф f
        х kh kh h h ch kh
        ц ts ts ts c z ts
        ч ch ch ch c tsch tch
        џ dz dzh dzh dz dsch dj
        ш sh sh sh s sch ch
        щ shch shch sht sc schtsch chtch
        ъ - - a - - -
        ы y y y y y y
        ь - - y - - -
        э e
        ю yu iu yu ju ju iou
        я ya ia ya ja ja ia
        ѣ e
        ѫ a
        ии y yi i ij ij i
        іи iy ii iy ij ij ii
        еи ey ei ei ej ej ei
        ия iya iia iya ija ija ia
        ія iya iia iya ija ija ia
        ья ya ia ya ja ja ia
        ью yu iu yu ju ju iou
        кс ks ks ks ks x x
        """

    /// Greek. Columns: ELOT 743 (passports), classical (what English made of it), as heard.
    static let greek: StaticString = """
        α a
        β v b v
        γ g g g
        δ d
        ε e
        ζ z
        η i e i
        θ th th t
        ι i
        κ k c k
        λ l
        μ m
        ν n
        ξ x x ks
        ο o
        π p
        ρ r
        σ s
        τ t
        υ y y i
        φ f ph f
        χ ch ch h
        ψ ps
        ω o
        αι ai ae e
        ει ei i i
        οι oi oe i
        ου ou u ou
        αυ av au af
        ευ ev eu ef
        ηυ iv eu if
        _μπ b b b
        μπ mp mb b
        ντ nt nt d
        γκ gk nc g
        γγ ng
        γχ nch
        γξ nx
        τζ tz j tz
        """

    /// Hebrew and Arabic, whose spelling leaves out most vowels: a key of consonants rather than a
    /// spelling that anybody would use. Alef, ayin and hamza write nothing.
    static let consonantal: StaticString = """
        א -
        ב b
        ג g
        ד d
        ה h
        ו v
        ז z
        ח h
        ט t
        י y
        ך k
        כ k
        ל l
        ם m
        מ m
        ן n
        נ n
        ס s
        ע -
        ף p
        פ p
        ץ tz
        צ tz
        ק k
        ר r
        ש sh
        ת t
        ء -
        ا a
        ب b
        ة a
        ت t
        ث th
        ج j
        ح h
        خ kh
        د d
        ذ dh
        ر r
        ز z
        س s
        ش sh
        ص s
        ض d
        ط t
        ظ z
        ع -
        غ gh
        ف f
        ق q
        ك k
        ک k
        ل l
        م m
        ن n
        ه h
        و w
        ى a
        ي y
        ی y
        پ p
        چ ch
        ژ zh
        گ g
        """

    /// Armenian (Eastern, BGN/PCGN 1981) and Georgian (national system of 2002), without
    /// apostrophes.
    static let caucasus: StaticString = """
        ա a
        բ b
        գ g
        դ d
        ե e
        զ z
        է e
        ը y
        թ t
        ժ zh
        ի i
        լ l
        խ kh
        ծ ts
        կ k
        հ h
        ձ dz
        ղ gh
        ճ ch
        մ m
        յ y
        ն n
        շ sh
        ո o
        չ ch
        պ p
        ջ j
        ռ r
        ս s
        վ v
        տ t
        ր r
        ց ts
        ւ v
        փ p
        ք k
        օ o
        ֆ f
        ու u
        և ev
        ა a
        ბ b
        გ g
        დ d
        ე e
        ვ v
        ზ z
        თ t
        ი i
        კ k
        ლ l
        მ m
        ნ n
        ო o
        პ p
        ჟ zh
        რ r
        ს s
        ტ t
        უ u
        ფ p
        ქ k
        ღ gh
        ყ q
        შ sh
        ჩ ch
        ც ts
        ძ dz
        წ ts
        ჭ ch
        ხ kh
        ჯ j
        ჰ h
        """
}
