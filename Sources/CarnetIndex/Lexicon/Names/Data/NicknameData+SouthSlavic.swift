/// Slovene, Croatian, Bosnian and Serbian.
extension NicknameData {
    static let southSlavic: StaticString = """
        m aleksandar: aleks aca sasa aco alek saso
        m alojz: lojze
        m andrej andrija: andro drejc andrejko
        m ante anton: toni antisa tonci tone
        m boris: boro
        m borislav: bora
        m bostjan sebastijan: bosti
        m bozidar: bozo
        m branimir: brane branko
        m branislav: bane brana
        m danijel daniel: dado dane
        m dejan: deki deja
        m dimitrije: mitar
        m dragan: gagi draga
        m dusan: dule dusko
        m fran franjo franc: franci france
        m goran: goci
        m gregor: grega
        m ilija: ico ika
        m ivan: ivica ivo ivek vanja
        m jakov jakob: jaka
        m janez: janko jani
        m jernej: nejc
        m josip jozef: jozo joza bepo jole joze josko
        m jovan: joca jova jovica
        m jurij juraj: jure jurica
        m karlo karel
        m kresimir: kreso
        m lazar: laza
        m ljubomir: ljubo
        m marijan: mario
        m mark marko: maki mare
        m matija matej: mate mato matko
        m miha mihael: misko miska
        m mihajlo mihailo mihovil: miha misa
        m milan: mile
        m milorad: mica
        m milos: misa
        m miodrag: mica
        m miroslav: miro
        m momcilo: moma
        m nebojsa: nebo
        m nenad: neno nesa
        m nikola: niko nidzo nixa
        m nikolaj: niko
        m pavle pavao: pavo
        m petar: pero pera perica
        m predrag: pedja peda
        m radoslav: rade
        m radovan: rade
        m slobodan: boban sloba
        m srdan srdjan: srki
        m stanislav: stanko
        m stefan: steva stevo
        m stevan: steva
        m stipe stjepan: stipo stef
        m svetozar: sveta
        m tihomir: tiho
        m tomaz: tom
        m tomislav: tomo toma
        m vjekoslav: vjeko
        m vladimir: vlado vlada vladan
        m vojislav: voja
        m zoran: zoki
        m zvonimir: zvonko
        M adnan ales aljaz anze bojan borut branko ciril damir damjan darko david davor denis
        M domagoj dominik drago dragoslav edin emil filip gasper hrvoje igor ivo jan janko joze
        M klemen kristijan ladislav leon ljubisa lovro luka marin mario marjan martin matjaz mirko
        M mladen nemanja obrad ognjen peter primoz rajko ranko ratko robert rok roman sasa sinisa
        M slaven slavko srecko tadej tim tin toma tonci urban uros vedran veljko viktor vinko vladan
        M vuk zarko zdravko zeljko ziga zivko zlatko zvonko
        f aleksandra: sanja sasa aleks
        f ana: anica anka ankica
        f andela andjela
        f barbara: barica
        f biljana: bilja
        f danijela daniela: dana
        f dijana diana
        f durdica djurdjica
        f elizabeta: beti
        f gordana: goca
        f ivana: iva ivka
        f jasmina: jasna
        f jelena: jela jelka lena
        f jovana: joka
        f katarina: kata kaca katja
        f kristina: tina
        f lidija: lida
        f ljiljana: ljilja lili
        f magdalena: magda
        f marija: mara marica
        f marjeta: meta
        f milica: mica
        f mirjana: mira
        f radmila: rada
        f ruza ruzica
        f snezana snjezana: sneza
        f stefica stefanija
        f svetlana: ceca
        f tatjana: tanja
        f teodora: tea
        f ursula: ursa
        f valentina: tina
        f zora: zorica
        F alenka alma andreja anita anja bojana branka brigita danica dragana dragica dubravka dunja
        F ema eva helena ines irena iva ivanka jadranka jasna jelka julija katica klara ksenija lana
        F lea ljubica lucija maja marijana marina marta martina mateja mia milena mirela mojca
        F monika nada natalija natasa nevena nika nina olga olivera petra polona romana sandra sanja
        F silvija simona slavica sonja spela stana suzana tamara tanja tereza tijana tina tjasa
        F urska vera verica vesna vida viktorija violeta visnja zdenka zeljka zorana zrinka
        """
}
