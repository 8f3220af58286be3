/// Hungarian.
extension NicknameData {
    static let hungarian: StaticString = """
        m adam: adi
        m agoston: guszti
        m akos: aki
        m albert: berci
        m andras: andris bandi
        m antal: toni anti tonci
        m arpad: arpi
        m attila: ati
        m balazs: balu
        m balint: balintka
        m barnabas: barna barni
        m bela: belus
        m bence: benci
        m bendeguz: bende
        m benedek: bence beni
        m benjamin: beni
        m bertalan: berci
        m botond: boti
        m csaba: csabi
        m csongor: csongi
        m daniel: dani
        m david: dave
        m denes: dini
        m dezso: dezsi
        m domonkos: domi
        m ede eduard: edu
        m endre: bandi
        m ferenc: feri ferko ferike
        m frigyes: frici
        m gabor: gabi gabika
        m gergely gergo: geri
        m gusztav: guszti
        m gyorgy: gyuri gyurka
        m gyula: gyuszi
        m henrik: henyo
        m imre: imi imrus
        m istvan: pista pisti isti pityu
        m janos: jancsi jani janika
        m jozsef: jozsi joci joska
        m kalman: kalmi
        m karoly: karcsi karesz
        m kornel: korni
        m kristof: kristi
        m krisztian: krisz kriszti
        m lajos: lali lajcsi
        m laszlo: laci lacko
        m levente: levi
        m lorant: lori
        m lorinc: lori
        m lukacs: luki
        m marcell: marci
        m marton: marci
        m mate: matyi
        m matyas: matyi
        m mihaly: misi misu miska
        m miklos: miki
        m mor moric
        m nandor: nandi
        m norbert: norbi
        m oliver: oli
        m pal: pali palko
        m peter: peti petya
        m richard: ricsi
        m robert: robi
        m roland: roli
        m rudolf: rudi
        m samuel samu
        m sandor: sanyi sani
        m sebestyen: sebi
        m szabolcs: szabi
        m szilard: szili
        m szilveszter: szili
        m tamas: tomi
        m tibor: tibi
        m viktor: viki
        m vilmos: vili
        m zoltan: zoli
        m zsigmond: zsiga
        m zsolt: zsolti
        M adorjan alfred almos andor aron barna edgar elek elemer emil erik erno ervin fulop gaspar
        M gellert geza hugo ignac ivan jakab jeno kazmer kelemen lehel lenard mark oszkar otto simon
        M tihamer tivadar vencel vince zalan zsombor
        f adel: adi
        f adrienn adrienne: adri
        f agnes: agi
        f alexandra: szandra alexa szandi
        f amalia: mali
        f andrea: andi
        f anett aneta
        f aniko: ani
        f anita: ani
        f anna: panni annus panka ancsa annuska
        f annamaria: anna
        f antonia: toncsi
        f beata: bea
        f beatrix: bea trixi
        f bernadett: berni detti
        f boglarka: bogi
        f borbala: bori borcsa
        f brigitta: gitta brigi
        f cecilia: cili
        f csilla: csilli
        f dora: dori
        f dorottya: dorka dori dotti
        f edina: edi
        f edit: editke
        f eleonora: nora
        f emilia: emi
        f erika: eri
        f erzsebet: erzsi bozsi zsoka erzsike orzse bobe
        f eszter: eszti
        f etelka: eta
        f eva: evi
        f franciska: franci
        f gabriella: gabi ella
        f gizella: gizi
        f gyongyi gyongyver
        f hajnalka: hajni
        f hedvig: hedi
        f henrietta: heni
        f ibolya: ibi
        f ildiko: ildi
        f ilona: ica ili ilus ilka
        f iren irena: irenke
        f izabella: iza bella
        f johanna: hanna
        f jolan: joli
        f judit: jutka juci
        f julia: juli julcsi
        f julianna: juli
        f karolina: lina karola
        f katalin: kati kata katica katinka kitti
        f klara: klari
        f klaudia: klau
        f kornelia: nelli
        f krisztina: kriszti krisz tina
        f magdolna magdalena: magdi magda
        f margit: manci gitta
        f maria: mari marika mariska marcsi mara
        f marianna: mariann
        f marta: marti
        f melinda: meli
        f monika: moni
        f nikolett: niki
        f nikoletta: niki
        f noemi: nono
        f nora: nori
        f orsolya: orsi
        f patricia: patri
        f petra: peti
        f piroska: piri
        f rebeka: rebi
        f renata: reni
        f roza: rozi
        f rozalia: rozi
        f sara: sari
        f sarolta: sari
        f szilvia: szilvi
        f terez: teri
        f terezia: teri terka
        f timea: timi
        f tunde: tundi
        f valeria: vali
        f veronika: vera
        f viktoria: viki
        f vivien: vivi
        f zsofia: zsofi
        f zsuzsanna: zsuzsa zsuzsi zsu
        F aliz angela aranka diana eliza emese emma emoke fanni flora gertrud greta hanna helga ida
        F irma janka jusztina kinga laura lidia lilla livia luca lujza mariann melitta otilia palma
        F paula regina reka rita szonja teodora vera viola zita
        """
}
