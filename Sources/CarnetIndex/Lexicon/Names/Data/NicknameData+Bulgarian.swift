/// Bulgarian, in the Latin spellings of passports and their variants.
extension NicknameData {
    static let bulgarian: StaticString = """
        m aleksandar alexander aleksandr: sasho alex aleks sandi sashko aleko
        m anton: toni toncho
        m atanas: nasko nacho
        m bogomil: bobi bogi
        m boris: bobi
        m borislav: bobi boro
        m boyan: bobi
        m daniel: dani
        m dimitar dimitr: mitko dimi dimcho dimo
        m emil: emo
        m georgi: gosho joro gogo georgie zhoro gotse
        m hristo christo khristo: itso icko hrisi risto hrisko itzo
        m iliya ilia: icho
        m ivan: vanyo vancho ivo vanko vano
        m ivaylo ivailo: ivo
        m kaloyan: kalo
        m kiril: kiro
        m konstantin kostadin: kosta koko kotse kosyo dinko
        m krasimir: krasi
        m kristiyan kristian
        m lachezar lychezar lchezar: lacho
        m lyubomir lubomir: lyubo lyubcho
        m martin: marto
        m mihail mikhail: misho misha
        m miroslav: miro
        m nikola: niki kole
        m nikolay nikolai: niki kolyo kolo
        m ognyan: ogi
        m pavel: pavcho
        m petar peter petr: pesho petio petyo peyo pencho
        m plamen: plami patso
        m radoslav: rado
        m rumen: rumi
        m simeon: simo
        m stefan: stefo stefcho fancho
        m svetoslav: svetlio
        m tihomir: tisho
        m todor: tosho toshko
        m valentin: valyo
        m valeri: valyo
        m vasil: vasko vasi
        m ventsislav: ventsi
        m vesselin veselin: vesko veso
        m vladimir: vlado
        m yordan iordan: dancho dacho
        m zhivko jivko
        m bogdan: bogi
        m stoyan: stoycho
        m angel: acho
        m dobromir: dobri
        m stanimir: stani
        m tsvetan: tsetso tsvetko
        m zahari: zaro
        m rosen: rosko
        m ilian iliyan: ili
        M asen boyko delyan dimo filip galin marin metodi milen momchil slavi spas
        f aleksandra alexandra: alex sashka
        f anna: ani
        f antoaneta: toni
        f bilyana: bibi
        f boryana: bobi
        f daniela: dani
        f denitsa denica: deni
        f desislava: desi
        f dimitrina: dida
        f elena: eli lenche elka
        f elitsa elica: eli
        f emilia emiliya: emi
        f galina: galya
        f gergana: geri
        f hristina khristina: hrisi
        f iliana iliyana: ili
        f irina: irka
        f ivanka: vanya
        f ivelina: ivi
        f katerina ekaterina: katya kati katerinka
        f krasimira: krasi
        f kristina: krisi
        f lilia lilyana: lili
        f lyudmila ludmila: lyusi lyuda
        f margarita: magi
        f maria mariya: mimi mara mariyka mimeto
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
        f tatyana: tanya tanka
        f teodora: tedi
        f tsvetanka cvetanka
        f tsvetelina cvetelina: tsveti
        f valentina: valya
        f viktoria viktoriya: viki
        f yoana ioana
        f yordanka: dani
        f zornitsa: zori
        f vasilka: vasi
        f stanislava: stani
        f gabriela: gabi
        f mariana: mari
        f nevena: neni
        f petya: pepi
        f penka: pepi
        f polina: poli
        f simona: simi
        f magdalena: magi
        f vesela: vesi
        f veselina: vesi
        f yana: yani
        f snezhana: snezhi
        f evgenia: zheni
        f zhivka: zhivi
        F albena anelia ani darina donka ilina iskra kalina mariela maya milena mira nina olga
        F sevdalina stefka tanya vanya ventsislava violeta
        """
}
