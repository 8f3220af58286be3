/// Finnish and Estonian.
extension NicknameData {
    static let finnishEstonian: StaticString = """
        m aleksanteri: aleksi alex santtu ale
        m aleksi: ale
        m antero: atte antti
        m anton: toni
        m eemeli eemil
        m eero
        m erkki: eki
        m hannu: hansu
        m heikki: hessu heka
        m henrik: henkka
        m ilmari: ile
        m jaakko: jaska jaakkola
        m jeremias: jere
        m johannes: jussi juha hannes
        m joona joonas
        m joosef jooseppi
        m jorma: jomppa
        m juha: jussi
        m juhani: jussi juha
        m juho: jussi
        m jukka: jukkis
        m kaarle kaarlo: kalle
        m kristian: krisu
        m kustaa: kusti
        m lauri: late
        m markku: make
        m marko: make
        m markus: make
        m martti: mara
        m matti: masa matias
        m mikael: mika miksu
        m niko nikolas: nikke
        m olavi: olli
        m oskari: osku
        m paavali: paavo pate
        m paavo: pate
        m pekka: pekko
        m pentti: pena
        m pertti: pera pertsa
        m petri: pete
        m petteri: pete petri
        m pietari: pekka
        m raimo: raipe
        m reijo: repe
        m risto: rise
        m sakari: saku
        m samuli: samu
        m santeri: santtu
        m taavetti taavi
        m taneli: tane
        m tapani: tapsa
        m tapio: tapsa
        m timo: timppa
        m toomas: toom tom
        m tobias: topi
        m tuomas: tuomo tomppa
        m valtteri: vallu
        m veikko: veke
        m viljami: ville
        m ville: vili
        m yrjo: yka
        m aleksander aleksandr: aleks alex sass sasha
        m kristjan: kris
        m andres: andi
        m sergei: serjoza
        m vladimir: vova
        m dmitri: dima
        m tonis: tonu
        m kari: kake
        m jari: jartsa
        m sami: samppa
        m ilkka: ile
        m sebastian: sebu sebbe
        m mikko: miksu
        m juri jyri
        M aarne aaro aarre ahti aivar aki andrus ants ari arto arttu arvi arvo atte eetu eino elias
        M enn ensio esa esko hando harri henri iiro ilari indrek ismo jaak jaan jaanus jani janne
        M jarkko jarmo joel joni jouko jouni jussi jyrki kaarel kai kalev kalevi karri kauko keijo
        M kimmo konsta lasse lassi leevi lembit madis mait margus mart mauno mauri mihkel mika miko
        M niilo olli onni osmo otto panu pasi pauli peeter priit raivo rasmus rein reino roope
        M santtu seppo siim simo sulev tarmo teemu teijo tero teuvo tiit toivo tomi toni tonu uno
        M urho urmas urpo vaino veli vello vesa vilho
        f aleksandra: sandra
        f anna: anni annu annikki
        f anne: annu
        f anniina anni
        f eeva eva: eve
        f elina: elli
        f elisabet: elli liisa eliisa
        f emilia: milla
        f eveliina: eve
        f hanna: hannele
        f helena: helli heli leena lena
        f johanna: hanna jonna jossu
        f kaarina: kaija
        f katariina: kata kaisa katri kati
        f kristiina: kirsi tiina krista kiti stiina
        f maria: maija mari masa
        f marjatta: marja
        f marketta margareeta margareta: reetta reeta
        f susanna: sanna sussu
        f sofia: sohvi
        f vilhelmiina: miina
        f elisabeth: liisa liis betti liisu
        f katrin: kati kadri
        f jekaterina: katja katya
        f tatjana: tanja
        f natalja: natasa
        f anneli: anni
        F aada aila aili aino anja annika annikki anu arja auli eija elisa ene evelin hannele heidi
        F heli helje helmi henna hilja iida iina inkeri irene irja irma jaana jenni jonna kadri
        F kaisa kaja karin karoliina kati katja katri kersti kirsi kirsti krista kristi laura leena
        F liina liisa lotta maarit maarja maija malle maret mari marika marja marjo matilda merike
        F merja mervi mia miia milla minna mirja mirva nea niina noora oili onerva outi paivi
        F pauliina piia piret pirjo pirkko raija raili reet reetta riikka riina riitta ritva saara
        F saija sanni sari satu seija senja sini sinikka sirje sirkka sirpa sointu suvi taina tarja
        F tellervo tiia tiina tiiu triin tuija tuula tuuli tyyne ulla ulle ursula urve veera viive
        F virpi vuokko
        """
}
