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
        m toomas: toom
        m tobias: topi
        m tuomas: tuomo tomppa
        m valtteri: vallu
        m veikko: veke
        m viljami: ville
        m ville: vili
        m yrjo: yka
        M aarne aaro aarre ahti aivar aki andres andrus ants ari arto arttu arvi arvo atte eetu eino
        M elias enn ensio esa esko hando harri henri iiro ilari ilkka indrek ismo jaak jaan jaanus
        M jani janne jari jarkko jarmo joel joni jouko jouni juri jussi jyri jyrki kaarel kai kalev
        M kalevi kari karri kauko keijo kimmo konsta kristjan lasse lassi leevi lembit madis mait
        M margus mart mauno mauri mihkel mika mikko miko niilo olli onni osmo otto panu pasi pauli
        M peeter priit raivo rasmus rein reino roope sami santtu seppo siim simo sulev tarmo teemu
        M teijo tero teuvo tiit toivo tomi toni tonis tonu uno urho urmas urpo vaino veli vello vesa
        M vilho
        f aleksandra: sandra
        f anna: anni annu annikki
        f anne: annu
        f anniina anni
        f eeva eva
        f elina: elli
        f elisabet: elli liisa eliisa
        f emilia: milla
        f eveliina: eve
        f hanna: hannele
        f helena: helli
        f johanna: hanna jonna
        f kaarina: kaija
        f katariina: kata kaisa katri kati
        f kristiina: kirsi tiina krista
        f maria: maija mari
        f marjatta: marja
        f marketta margareeta: reetta
        f susanna: sanna
        f sofia: sohvi
        f vilhelmiina: miina
        F aada aila aili aino anja anneli annika annikki anu arja auli eija elisa ene evelin hannele
        F heidi heli helje helmi henna hilja iida iina inkeri irene irja irma jaana jenni jonna
        F kadri kaisa kaja karin karoliina kati katja katri katrin kersti kirsi kirsti krista kristi
        F laura leena liina liisa lotta maarit maarja maija malle maret mari marika marja marjo
        F matilda merike merja mervi mia miia milla minna mirja mirva nea niina noora oili onerva
        F outi paivi pauliina piia piret pirjo pirkko raija raili reet reetta riikka riina riitta
        F ritva saara saija sanni sari satu seija senja sini sinikka sirje sirkka sirpa sointu suvi
        F taina tarja tellervo tiia tiina tiiu triin tuija tuula tuuli tyyne ulla ulle ursula urve
        F veera viive virpi vuokko
        """
}
