/// Czech and Slovak.
extension NicknameData {
    static let czechSlovak: StaticString = """
        m albert: bertik
        m alexandr alexander: alex sasa
        m alois alojz: lojza lojzik
        m andrej ondrej: andy ondra ondro
        m antonin anton: tonda tonik tono
        m bedrich fridrich: beda
        m bohumil: bohous
        m bohuslav: bohous slavek
        m bretislav: breta
        m dalibor: dalik libor
        m daniel: dan danek dano
        m david: dada
        m dominik: domca dominko
        m dusan: duso
        m eduard: eda edo
        m emanuel: manek
        m emil: emilko
        m evzen eugen: evza
        m ferdinand: ferda
        m frantisek: franta fero ferko frantik fanda
        m gabriel: gabo
        m hynek ignac
        m imrich: imro
        m ivan: ivos ivo
        m jakub: kuba jakubko
        m jan: honza jenda jenik janek jano janko
        m jaromir: jarda jaro
        m jaroslav: jarda jarek jaro slavek
        m jindrich henrich: jindra heno
        m jiri juraj: jirka jurko juro jura duro
        m josef jozef: pepa pepik jozka jozo jozko
        m julius: julo
        m karel karol: karlik kaja
        m kristian: kristan
        m krystof kristof: krystufek
        m ladislav: lada laco ladik vlado
        m libor: libi
        m lubomir: lubos lubo
        m ludovit ludvik: ludo lojzo ludek
        m lukas: lukasek
        m marek: marecek
        m marian: majo
        m martin: mata martinko mato martas
        m matej: mates matejko mato
        m matous matus: mato
        m maximilian: max maxo
        m michal: misa misko michalko miso
        m mikulas: miki miko
        m milan: milanko mino
        m miloslav: mila milos
        m miroslav: mirek miro mira
        m oldrich: olda
        m otakar: ota
        m otto: ota
        m patrik: pato
        m pavel pavol: pavlik palo palko paja pavko
        m peter petr: peto petrik petko peta
        m premysl: premek
        m radomir: radek
        m radoslav: radek rado
        m radovan: rado
        m rastislav: rasto
        m richard: risa riso
        m robert: robo bob robko
        m roman: romek romi
        m rostislav: rosta
        m rudolf: ruda rudo
        m samuel: samo sam samko
        m simon: simonko
        m slavomir: slavo
        m stanislav: standa stano
        m stefan stepan: stepanek stevo pista
        m svatopluk: svata
        m tibor: tibi
        m tomas: tom tomasek tomik tomi
        m vaclav: vasek vena vasik venca vaclavek
        m vilem: vilda vila
        m viliam: vilo vili
        m vit: vitek
        m vitezslav: vita vitek slavek
        m vladimir: vlada vlado vladko
        m vladislav: vlada
        m vlastimil: vlasta vlasto
        m vojtech: vojta bela vojto
        m vratislav: vrata
        m zdenek zdenko: zdeno zdenda
        M adam ales arnost bohumir boris cyril denis erik felix filip hubert igor ivo jachym jonas
        M kamil kvetoslav leos lubos ludek marcel mario milos mojmir norbert oliver oskar radek
        M radim sebastian silvester tadeas valentin viktor zbynek
        f adela: ada
        f alena: ala ali alenka
        f alexandra: alex sasa saska
        f alzbeta: beta betka bozka alza bety
        f andrea: andy aja
        f anezka agnesa: anca
        f anna: anicka anca anka andula
        f barbora barbara: bara barca barunka borka bora
        f bohumila: bohunka
        f bozena: bozka bozenka
        f dagmar dagmara: dasa dasenka
        f dana: danka
        f daniela: dana danka danca
        f denisa: denda
        f dominika: nika domca
        f dorota: dora
        f drahomira: draha
        f edita: edit
        f elena: lena
        f helena: hela helenka lena
        f eliska: ela
        f emilia emilie: emilka mila
        f eva: evicka evka evca
        f frantiska: fanka
        f gabriela: gabina gabika gabca
        f hana hanna: hanka hanicka
        f hedvika: heda
        f henrieta: heni
        f ilona: ilonka ila
        f irena: irenka ira
        f ivana: iva ivanka ivka
        f iveta: iva
        f jana: janicka janka jani
        f jarmila: jarka jaruska
        f jaroslava: jarka jaruna
        f jindriska: jindra
        f jirina: jirka jirinka
        f jitka: jituska
        f johana: hana
        f jolana: jolka
        f josefa jozefa: pepina
        f julia julie: julka
        f kamila: kama
        f karla: kaja
        f karolina: kaja karola
        f katarina katerina: katka kata katica kacka kaca katuska kika
        f klara: klarka
        f kristina kristyna: kika tyna kristynka
        f kvetoslava: kveta kvetka
        f lenka: lena leni
        f libuse: liba libuska
        f lucia lucie: lucka lucinka
        f ludmila: lida lidka mila lidunka
        f magdalena: magda magdalenka majda
        f marcela: marcelka
        f margareta: margita greta
        f maria marie: marka majka maruska marienka marena mana maruna
        f marketa margita: marka marketka market
        f martina: mata martinka
        f michaela: misa miska misha
        f milada: mila
        f milena: mila
        f miloslava: mila
        f miroslava: mirka miruska
        f monika: monka
        f nadezda: nada nadka
        f natalia natalie: natalka
        f nikola: nika niki
        f olga: olinka ola
        f patricia patricie
        f pavla pavlina: pavlinka paja
        f petra: petruska peta petka
        f radmila: radka
        f renata: renca renatka
        f romana: romca
        f ruzena: ruza ruzenka
        f silvia sylvie: silva silvinka
        f simona: sima simonka
        f sona sonia
        f stanislava: stana stanka
        f stefania: stefka
        f svetlana: svetla
        f tatiana: tana
        f tereza terezia: terka terezka
        f vera: verka
        f veronika: verca nika verunka vera
        f viera: vierka
        f viktoria viktorie: vika viki
        f vladimira: vlada
        f zdenka zdena: zdenicka
        f zofia zofie: zofka
        f zuzana: zuzka zuza
        F adriana alice aneta antonie beata blanka blazena bohdana darina diana ema erika ester
        F filomena ida iva judita lea marta miriam paulina radka sabina sandra sara sarlota slavka
        F tamara vendula vlasta zlata
        """
}
