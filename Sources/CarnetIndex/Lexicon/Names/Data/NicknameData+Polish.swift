/// Polish.
extension NicknameData {
    static let polish: StaticString = """
        m adam: adas adamek
        m adrian: adi
        m aleksander: alek olek aleks alex oles
        m alojzy: lojzek
        m andrzej: jedrek andrzejek jedrus andrzejko
        m antoni: antek antos tolek tosiek
        m arkadiusz: arek
        m artur: arturek artek
        m bartlomiej: bartek bartus
        m bartosz: bartek
        m bogdan: bogus bodzio
        m boguslaw: bogus slawek
        m boleslaw: bolek bolko
        m bronislaw: bronek slawek
        m cezary: czarek
        m czeslaw: czesiek czesio
        m dariusz: darek
        m dominik: domino
        m edmund: mundek
        m edward: edek edzio
        m eugeniusz: genek gienek gienio
        m feliks: felek
        m franciszek: franek franio franz
        m fryderyk: fredek frycek
        m grzegorz: grzes grzesiek grzegorek grzesio
        m gustaw: gucio
        m henryk: heniek henio
        m ignacy: ignas
        m ireneusz: irek
        m jakub: kuba kubus jakubek
        m jan: janek jas jasiek jasio
        m janusz: janek
        m jaroslaw: jarek
        m jerzy: jurek jerzyk
        m jozef: jozek jozio zeflik
        m julian: julek
        m juliusz: julek
        m kacper kasper
        m karol: karolek lolek
        m kazimierz: kazik kazek kaziu
        m konstanty: kostek
        m krzysztof: krzysiek krzys krzysio kris chris krzysiu
        m leopold: poldek
        m lech: leszek lesiu
        m leszek: lesiu
        m ludwik: ludek
        m lukasz: luki lukaszek
        m maciej: maciek macius
        m maksymilian: maks maksio
        m marcel: marcelek
        m marcin: marcinek
        m marek: mareczek
        m marian: marianek maniek
        m mariusz: mario
        m mateusz: mati mateo
        m michal: misiek michas michalek
        m mieczyslaw: mietek
        m mikolaj: miki mikolajek
        m miroslaw: mirek
        m pawel: pawelek
        m piotr: piotrek piotrus
        m przemyslaw: przemek
        m radoslaw: radek
        m rafal: rafalek
        m remigiusz: remik remek
        m robert: robcio
        m roman: romek
        m ryszard: rysiek rysio
        m sebastian: seba sebek
        m slawomir: slawek
        m stanislaw: staszek stasiek stach stas stan
        m stefan: stefek
        m szymon: szymek
        m tadeusz: tadek tadzio
        m teodor: tosiek
        m tomasz: tomek tomus
        m tymoteusz: tymek
        m waclaw: wacek
        m waldemar: waldek
        m walenty: walek
        m wieslaw: wiesiek wieslo
        m wiktor: wiktorek
        m wilhelm: wilek
        m wincenty: wicek
        m witold: witek
        m wladyslaw: wladek
        m wlodzimierz: wlodek
        m wojciech: wojtek wojtus
        m zbigniew: zbyszek zbysiu
        m zdzislaw: zdzisiek zdzich
        m zenon: zenek
        m zygmunt: zyga zygmus
        M albert aleksy alfred blazej bohdan cyprian damian daniel dawid emil eryk fabian ferdynand
        M filip gabriel hieronim hubert igor jacek januariusz joachim kajetan kamil konrad krystian
        M ksawery leon milosz norbert oskar patryk szczepan tymon urban wawrzyniec ziemowit
        f adrianna: ada
        f agata: agatka
        f agnieszka: aga agusia
        f aleksandra: ola olenka alex oleczka sandra
        f alicja: ala
        f alina: ala
        f amelia: amelka mela
        f anna: ania anka andzia anusia anulka
        f antonina: tosia antosia tola
        f apolonia: pola
        f barbara: basia baska basienka
        f beata: beatka
        f bogumila: bogusia mila
        f boguslawa: bogusia
        f bozena: bozenka
        f bronislawa: bronia
        f cecylia: cesia
        f celina: celinka
        f czeslawa: czesia
        f dagmara: daga
        f danuta: danka danusia
        f daria: darka
        f dominika: domi nika
        f dorota: dorotka
        f edyta: edytka
        f eleonora: lora
        f elzbieta: ela elka elzunia bieta
        f emilia: emilka mila
        f ewa: ewka ewunia
        f ewelina: ewela
        f felicja: fela
        f franciszka: frania
        f gabriela: gabrysia gaba
        f genowefa: genia
        f grazyna: grazynka grazka
        f halina: hala halinka
        f hanna: hania hanka
        f helena: hela helenka lena
        f henryka: henia
        f irena: irenka ira irka
        f iwona: iwonka iwka
        f izabela izabella: iza bela izunia
        f jadwiga: jadzia jaga
        f janina: janka jasia nina
        f joanna: asia aska joasia
        f jolanta: jola jolka
        f jozefa: jozia
        f julia: julka
        f justyna: justynka
        f kamila: kama
        f karolina: karola karolinka lina
        f katarzyna: kasia kaska katka kasienka
        f kazimiera: kazia
        f kornelia: kora
        f krystyna: krysia kryska
        f lidia: lidka
        f lucja: lusia
        f lucyna: lucynka
        f ludmila: lusia mila
        f ludwika: ludka
        f magdalena: magda madzia lena
        f malgorzata: gosia malgosia gocha gosha malgorzatka
        f marcelina: marcelka
        f maria: marysia maryla maja mania marynia
        f marianna: marysia
        f mariola: mariolka
        f marta: martusia
        f martyna: martynka
        f melania: mela
        f michalina: misia
        f mieczyslawa: mietka
        f miroslawa: mirka
        f monika: monia
        f natalia: natalka nata
        f olga: ola olenka
        f oliwia: oliwka
        f patrycja: patka
        f paulina: paula
        f pelagia: pela
        f regina: renia
        f renata: renatka renia
        f roksana: roksi
        f rozalia: roza
        f slawomira: slawka
        f stanislawa: stasia
        f stefania: stefa stefcia
        f sylwia: sylwka
        f teresa: tereska renia
        f urszula: ula ulka
        f wanda: wandzia
        f weronika: wera nika werka
        f wieslawa: wiesia
        f wiktoria: wika wiki
        f wioletta violetta: viola wiola
        f wladyslawa: wladzia
        f zdzislawa: zdzisia
        f zofia: zosia zoska
        f zuzanna: zuza zuzia
        F adelajda aldona aneta angelika aurelia blanka diana honorata ilona jagoda judyta julita
        F kinga klaudia konstancja krzysztofa ksenia laura maja marlena matylda milena nikola nina
        F roza sabina sandra sara zyta
        """
}
