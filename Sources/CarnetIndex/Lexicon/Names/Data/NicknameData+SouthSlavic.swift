/// Slovene, Croatian, Bosnian and Serbian.
extension NicknameData {
    static let southSlavic: StaticString = """
        m aleksandar aleksander: aleks aca sasa aco alek saso
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
        m jakov jakob: jaka jakica
        m janez: janko jani
        m jernej: nejc
        m josip jozef: jozo joza bepo jole joze josko jozi
        m jovan: joca jova jovica
        m jurij juraj: jure jurica
        m karlo karel
        m kresimir: kreso
        m lazar: laza
        m ljubomir: ljubo
        m marijan: mario
        m mark marko: maki mare markica
        m matija matej: mate mato matko matic
        m miha mihael: misko miska miho
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
        m stanislav: stanko stane
        m stefan: steva stevo
        m stevan: steva
        m stipe stjepan: stipo stef
        m svetozar: sveta
        m tihomir: tiho
        m tomaz: tom tomi
        m tomislav: tomo toma
        m vjekoslav: vjeko
        m vladimir: vlado vlada vladan vladko
        m vojislav: voja
        m zoran: zoki
        m zvonimir: zvonko zvone
        m dragutin: drago
        m antun: tunjo toni tonci
        m antonio: tonci toni
        m luka: luki
        m slavko: slaven
        m ladislav: laci laco
        m frane: frano
        m bartol: bare
        m srecko: sreco
        m rudolf: rudi
        m martin: tine
        m valentin: tine
        m avgust: gusti gustl
        m maksimilijan: maks maksi
        m benjamin: beno
        m zlatko: zlaja
        m branko: brane
        m veljko: velja
        M adnan ales aljaz anze bojan borut ciril damir damjan darko david davor denis domagoj
        M dominik drago dragoslav edin emil filip gasper hrvoje igor ivo jan janko joze klemen
        M kristijan leon ljubisa lovro marin mario marjan matjaz mirko mladen nemanja obrad ognjen
        M peter primoz rajko ranko ratko robert rok roman sasa sinisa slaven tadej tim tin toma
        M tonci urban uros vedran viktor vinko vladan vuk zarko zdravko zeljko ziga zivko zvonko
        f aleksandra: sanja sasa aleks
        f ana: anica anka ankica ancka anci
        f andela andjela
        f barbara: barica
        f biljana: bilja
        f danijela daniela: dana
        f dijana diana
        f durdica djurdjica
        f elizabeta: beti betka spela
        f gordana: goca
        f ivana: iva ivka
        f jasmina: jasna
        f jelena: jela jelka lena
        f jovana: joka
        f katarina: kata kaca katja katka
        f kristina: tina
        f lidija: lida
        f ljiljana: ljilja lili
        f magdalena: magda
        f marija: mara marica maja mici micka
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
        f terezija: rezka rezika
        f helena: alenka lenka
        f franciska: francka fanika
        f ljubica: ljuba
        f dubravka: duda dudi
        f antonija: toncka tonka
        f jozefa: pepca jozica
        f johana: hana
        f angela: gela
        f nada: nadica
        f natasa: nata
        f slavica: slava
        f veronika: vera
        f alojzija: lojzka
        f stanislava: slavka stanka
        f viktorija: vika
        F alenka alma andreja anita anja bojana branka brigita danica dragana dragica dunja ema eva
        F ines irena iva ivanka jadranka jasna jelka julija katica klara ksenija lana lea lucija
        F maja marijana marina marta martina mateja mia milena mirela mojca monika natalija nevena
        F nika nina olga olivera petra polona romana sandra sanja silvija simona sonja spela stana
        F suzana tamara tanja tereza tijana tina tjasa urska vera verica vesna vida violeta visnja
        F zdenka zeljka zorana zrinka
        """
}
