/// Ukrainian, in the Latin spellings of passports and their variants.
extension NicknameData {
    static let ukrainian: StaticString = """
        m anatoliy anatolii: tolik
        m andriy andrii: andriyko andrusha
        m bohdan bogdan: bodya bohdanko bodyo
        m danylo danilo: danya danylko danilko
        m dmytro dmitro: dima dmytryk mytro dmitrik mitya
        m heorhiy heorhii
        m hryhoriy hryhorii grigoriy: hrysha hryts grits grisha
        m ihor igor
        m illia illya
        m ivan: ivanko vanya
        m kostyantyn kostiantyn: kostya
        m lubomyr liubomyr
        m maksym maxym maksim: maks max
        m mykhailo mykhaylo mikhailo: misha mykhas mikhas mikhailyk
        m mykola nykola mikola: kolya mykolka mikolka
        m nazar nazariy
        m oleh oleg
        m oleksandr olexandr: sasha sashko alex oles les
        m oleksiy oleksii: lesha olesha
        m pavlo: pasha
        m roman: roma
        m serhiy serhii sergiy: serhiyko seryozha
        m stanislav: stas stasik
        m svyatoslav sviatoslav: slava
        m tymofiy tymofii timofiy: tymko
        m vadym vadim: vadyk vadik
        m valeriy valerii: valera
        m vasyl vasil: vasya vasylko vasilko
        m viktor: vitya
        m vitaliy vitalii: vitalik
        m vladyslav vladislav: vlad
        m volodymyr volodimir: vova volodya vlad
        m vsevolod: seva
        m vyacheslav viacheslav: slava
        m yaroslav: yarko slava slavko yaryk yarik
        m yevhen yevgen evgen: zhenya yevhenko
        m yuriy yurii: yura yurko
        m petro: petryk petrik petya petrus
        m hennadiy hennadii gennadiy: hena gena
        m kyrylo kirilo
        m mykyta mikita
        m fedir: fedya fedko
        m stepan: stepanko styopa
        m yakiv: yasha
        m zakhar: zakharko
        m taras: tarasyk tarasik
        m ostap: ostapko
        m semen: syoma senya
        m borys boris: borya
        m denys denis: deniska
        m artem: tyoma
        m yosyp: yosko
        M leonid lev orest rostyslav ruslan
        f anastasiia anastasia: nastya nastia
        f anna hanna ganna: anya hannusia gannusya
        f dariia daria darya: dasha
        f halyna galina: halya halia galya
        f iryna irina: ira iryska irynka irinka irka
        f ivanna: ivanka
        f kateryna katerina: katya katia katrusia katrusya katrya
        f khrystyna khristina: khrystia khrystya khristya
        f larysa larisa: lara
        f lesia lesya
        f liubov lyubov: liuba lyuba lyubasha
        f liudmyla lyudmyla lyudmila: liuda luda mila lyuda lyusya
        f maria mariia mariya: masha marichka marusia mariyka mariika marusya
        f nadiia nadiya: nadya nadiyka
        f nataliia nataliya natalia: natasha natalka nata
        f oksana: ksenia ksenya ksenka ksana
        f oleksandra: sasha lesia olesia
        f olena: lena alena olenka
        f olha olga: olya olia olenka
        f sofiia sofiya: sonya
        f solomiia solomiya: solya solomiyka
        f svitlana: sveta svita lana
        f tetiana tetyana: tanya tania tanyusha
        f valentyna valentina: valya
        f viktoriia viktoriya: vika
        f vira: vera
        f yelyzaveta yelizaveta: liza lizka
        f yevheniia yevgenia yevgeniya: zhenya
        f yuliia yuliya: yulya yulka
        f zoia zoya
        f bohdana: dana
        f antonina: tonya
        f myroslava miroslava: slava myra
        f raisa: raya
        f zinaida: zina
        F alina daryna inna karyna lidiia liliia maryna oryna roksolana yana yaryna
        """
}
