/// Greek, in the Latin spellings of passports and their variants.
extension NicknameData {
    static let greek: StaticString = """
        m alexandros alexander: alekos alex aleksis
        m alexios alexis: alex
        m anastasios: tasos anastasis
        m anastasis: tasos
        m andreas: andrikos
        m angelos aggelos: angelis
        m antonios antonis: adonis
        m apostolos: tolis lakis
        m argyrios argyris: aris
        m aristeidis aristidis: aris
        m aristotelis: aris telis
        m athanasios thanasis: thanos nasos sakis thanassis
        m charalambos charalampos haralambos haralampos: babis haris lambis pambos
        m charilaos: charis
        m christos hristos: chris kitsos christakis
        m chrysostomos: chrysos tomis
        m dimitrios dimitris demetrios demetris dimitrys: dimos mitsos jimmy mimis takis jim tzimis
        m dimosthenis: dimos
        m dionysios dionysis: dionis
        m efstathios: stathis
        m efstratios: stratis
        m eleftherios elevtherios: lefteris levteris
        m emmanouil emmanuel: manolis manos manousos
        m epameinondas: nondas
        m evangelos vangelis evaggelos: vagelis
        m filippos philippos
        m fotios fotis
        m georgios giorgos george yorgos yiorgos: giorgis yiorgis gogos giorgakis yorgakis
        m gerasimos: makis
        m grigorios grigoris: gregory
        m iakovos: jacob
        m iason iasonas
        m ilias elias: liakos
        m ioannis yannis giannis yiannis ioanis: john gianis yannakis giannakis
        m iosif: sifis
        m iraklis heraklis
        m konstantinos constantinos costantinos: kostas costas dinos kostis gus ntinos costis
        m konstantinos constantinos costantinos: kostakis
        m kyriakos: kyros koulis
        m leonidas: leo
        m matthaios mattheos
        m menelaos: menios
        m michail michalis mihalis mixalis: mike maikl
        m miltiadis: miltos
        m nikolaos nikos nicholas nicolaos: nick nikolas nicos nikolis
        m odysseas odysseus
        m panagiotis panayiotis panayotis: panos takis notis panagos panais
        m pantelis panteleimon pandelis
        m paraskevas: paris
        m periklis pericles
        m polychronis polychronios: chronis
        m prodromos: makis
        m socratis sokratis
        m sotirios sotiris: sotos
        m spyridon spyros spiridon spiros: spyro spyrakos
        m stamatios stamatis: matis
        m stefanos stephanos
        m stylianos: stelios
        m symeon simeon: simos
        m taxiarchis: takis
        m theodoros: thodoris theo doros
        m theofanis: fanis
        m thrasyvoulos: thrasos
        m tryfon tryfonas
        m vasileios vasilios vasilis vassilis: vasos bill bilis billis
        m vlasios vlasis
        m xenofon: fontas
        m zacharias zaharias: zacharis
        M christoforos frangiskos lazaros loukas marinos markos minas nektarios neoklis orestis
        M pavlos petros savvas stavros theofilos thomas timotheos zisis
        f afroditi: afro
        f aggeliki angeliki: kiki angela
        f aikaterini ekaterini katerina: kaiti katia kate
        f alexandra: aleka alex
        f anastasia: tasia natasa natasha
        f antonia: tonia
        f argyro: iro
        f artemis: artemi
        f aspasia: aspa
        f athanasia: nasia soula
        f athina athena
        f charikleia: chara
        f christina hristina: chris
        f chrysoula hrisoula: chrysa soula
        f danai danae
        f despina despoina: depy
        f dimitra: demi mimi dimi mimika
        f dionysia: denia
        f efthymia: efi
        f eftychia: efi
        f eirini irini: rena irene rinio
        f elefteria eleftheria: ria ritsa
        f eleni: lena nitsa lenio helen elena
        f ellie elli
        f eugenia evgenia: jenny evgenoula
        f evangelia evaggelia: litsa lia eva vangelio
        f fotini foteini: fofi fofo
        f garyfallia: filio
        f georgia: gogo tzortzina
        f glykeria: glyka
        f ioanna: joanna gianna
        f iphigenia ifigeneia
        f kalliopi: popi kelly
        f konstantina: dina nadia tina ntina
        f kyriaki: kiki
        f magdalini: magda
        f margarita: rita
        f maria: marika mairi maro roula
        f ourania: rania
        f panagiota panayiota: giota yota
        f paraskevi: vivi evi voula
        f persefoni: fofi
        f pinelopi: popi
        f rodoula: roula
        f smaragda: smaro
        f sotiria: ria
        f spyridoula: roula
        f stamatia: matina
        f stavroula: voula roula
        f styliani: stella
        f theodora: dora
        f vasiliki: vaso vicky viki vasso viky
        f zoi zoe
        F agapi aliki andriana anna anthi antigoni areti chrysa chrysanthi emmanouela erato evanthia
        F fani filio ioulia kleio lydia marianthi marina melina myrto nefeli niki olga olympia
        F pelagia petroula rozalia sofia stefania thalia theano theodosia theoni varvara vasileia
        F viktoria violeta xanthi xenia
        """
}
