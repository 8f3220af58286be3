/// Bulgarian, in the Latin spellings of passports and their variants.
extension NicknameData {
    static let bulgarian: StaticString = """
        m aleksandar alexander: sasho alex aleks sandi
        m anton: toni toncho
        m atanas: nasko nacho
        m bogomil: bobi
        m boris: bobi
        m borislav: bobi boro
        m boyan: bobi
        m daniel: dani
        m dimitar: mitko dimi
        m emil: emo
        m georgi: gosho joro gogo georgie
        m hristo christo: itso icko hrisi
        m iliya ilia: icho
        m ivan: vanyo vancho ivo vanko
        m ivaylo ivailo: ivo
        m kaloyan: kalo
        m kiril: kiro
        m konstantin: kosta koko
        m krasimir: krasi
        m kristiyan kristian
        m lachezar lychezar: lacho
        m lyubomir lubomir: lyubo
        m martin: marto
        m mihail: misho
        m miroslav: miro
        m nikola: niki kole
        m nikolay nikolai: niki kolyo
        m ognyan: ogi
        m pavel: pavcho
        m petar peter: pesho petio
        m plamen: plami
        m radoslav: rado
        m rumen: rumi
        m simeon: simo
        m stefan: stefo
        m svetoslav: svetlio
        m tihomir: tisho
        m todor: tosho
        m valentin: valyo
        m valeri: valyo
        m vasil: vasko vasi
        m ventsislav: ventsi
        m vesselin veselin: vesko
        m vladimir: vlado
        m yordan iordan: dancho
        m zhivko jivko
        M asen bogdan boyko delyan dimo dobromir filip galin marin metodi milen momchil slavi spas
        M stanimir stoyan tsvetan zahari
        f aleksandra alexandra: alex sashka
        f anna: ani
        f antoaneta: toni
        f bilyana: bibi
        f boryana: bobi
        f daniela: dani
        f denitsa denica: deni
        f desislava: desi
        f dimitrina: dida
        f elena: eli
        f elitsa elica: eli
        f emilia emiliya: emi
        f galina: galya
        f gergana: geri
        f hristina: hrisi
        f iliana iliyana: ili
        f irina: irka
        f ivanka: vanya
        f ivelina: ivi
        f katerina: katya kati
        f krasimira: krasi
        f kristina: krisi
        f lilia lilyana: lili
        f lyudmila ludmila: lyusi
        f margarita: magi
        f maria mariya: mimi
        f mihaela: misha
        f nadezhda nadejda: nadya
        f nikoleta: niki
        f rada radka
        f radostina: radi
        f ralitsa ralica: rali
        f rositsa rosica: rosi
        f rumyana rumiana: rumi
        f silvia: sisi
        f sofia sofiya
        f stefania: stefi
        f svetlana: svetla
        f tatyana: tanya
        f teodora: tedi
        f tsvetanka cvetanka
        f tsvetelina cvetelina: tsveti
        f valentina: valya
        f viktoria: viki
        f yoana ioana
        f yordanka: dani
        f zornitsa: zori
        F albena anelia ani darina donka ilina iskra kalina mariana mariela maya milena mira nevena
        F nina olga petya polina sevdalina simona snezhana stanislava stefka tanya vanya vasilka
        F ventsislava vesela violeta yana zhivka
        """
}
