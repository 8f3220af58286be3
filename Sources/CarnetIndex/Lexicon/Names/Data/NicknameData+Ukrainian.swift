/// Ukrainian, in the Latin spellings of passports and their variants.
extension NicknameData {
    static let ukrainian: StaticString = """
        m anatoliy anatolii: tolik
        m andriy andrii: andriyko andrusha
        m bohdan bogdan: bodya
        m danylo: danya
        m dmytro: dima dmytryk mytro
        m heorhiy heorhii
        m hryhoriy hryhorii: hrysha
        m ihor igor
        m illia illya
        m ivan: ivanko vanya
        m kostyantyn kostiantyn: kostya
        m lubomyr liubomyr
        m maksym maxym: maks max
        m mykhailo mykhaylo mikhailo: misha mykhas
        m mykola nykola: kolya mykolka
        m nazar nazariy
        m oleh oleg
        m oleksandr olexandr: sasha sashko alex oles
        m oleksiy oleksii: lesha olesha
        m pavlo: pasha
        m roman: roma
        m serhiy serhii sergiy: serhiyko seryozha
        m stanislav: stas
        m svyatoslav sviatoslav: slava
        m tymofiy tymofii
        m vadym: vadyk
        m valeriy valerii: valera
        m vasyl: vasya vasylko
        m viktor: vitya
        m vitaliy vitalii: vitalik
        m vladyslav: vlad
        m volodymyr: vova volodya vlad
        m vsevolod: seva
        m vyacheslav viacheslav: slava
        m yaroslav: yarko slava
        m yevhen yevgen evgen: zhenya yevhenko
        m yuriy yurii: yura yurko
        M artem borys denys fedir kyrylo leonid lev mykyta orest ostap petro rostyslav ruslan semen
        M stepan taras yakiv yosyp zakhar
        f anastasiia anastasia: nastya nastia
        f anna hanna ganna: anya hannusia
        f dariia daria: dasha
        f halyna: halya halia
        f iryna: ira iryska
        f ivanna: ivanka
        f kateryna: katya katia katrusia
        f khrystyna: khrystia
        f larysa: lara
        f lesia lesya
        f liubov lyubov: liuba
        f liudmyla lyudmyla: liuda luda mila
        f maria mariia mariya: masha marichka marusia
        f nadiia nadiya
        f nataliia nataliya natalia: natasha natalka
        f oksana: ksenia
        f oleksandra: sasha lesia olesia
        f olena: lena alena olenka
        f olha olga: olya olia
        f sofiia: sonya
        f solomiia solomiya: solya
        f svitlana: sveta svita
        f tetiana tetyana: tanya tania
        f valentyna: valya
        f viktoriia viktoriya: vika
        f vira: vera
        f yelyzaveta: liza
        f yevheniia yevgenia: zhenya
        f yuliia yuliya: yulya
        f zoia zoya
        F alina bohdana daryna inna karyna lidiia liliia maryna oryna roksolana yana yaryna
        """
}
