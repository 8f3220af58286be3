/// Romanian.
extension NicknameData {
    static let romanian: StaticString = """
        m adrian: adi adrianel
        m alexandru: alex alecu sandu alecs sandel
        m anatol anatolie: tolea
        m andrei: andreias dei andi
        m anton antonie: toni tony
        m aurel aurelian: relu
        m bogdan: bogdi bogdanel
        m catalin: cata
        m ciprian: cipri
        m claudiu: clau
        m constantin: costi costel dinu costica titi costache
        m corneliu cornel: nelu
        m cosmin: cosmi
        m cristian: cristi cris
        m daniel: dan dani
        m danut: dan
        m dimitrie dumitru: mitica dumi mitru dimi mitu
        m doru dorin dorel
        m eduard: edi
        m emanuel: manu
        m emil: milu emi
        m eugen: jeni gicu
        m florian: flo
        m florin: florinel
        m gabriel: gabi
        m george gheorghe: gigi ghita geo gicu gogu georgica
        m grigore: gore grig
        m horatiu
        m horia
        m ilie: iliuta
        m ioan ion: nelu ionut ionel ionica nicu iancu jan onut
        m ionut: nutu
        m iosif: sifu
        m iulian: iuli
        m laurentiu: laur lauri
        m leonard: leo
        m lucian: luci
        m mihai mihail: misu mihaita mihu misa
        m mircea: mirel
        m nicolae: nicu nae culita nicusor neculai nicolaita nelu
        m octavian: tavi tavy
        m ovidiu: ovi
        m petre petru: petrica petrisor
        m razvan: razvi
        m robert: robi
        m sebastian: sebi seba
        m sergiu: sergi
        m sorin: sorinel
        m stefan: fane stefanita fanel
        m teodor: teo todor
        m tudor: tudorel
        m valentin: vali
        m valeriu: vali
        m vasile: vasilica lica vali
        m victor: vic
        m viorel: vio
        m virgil: gil
        m vladimir: vlad
        M alin anghel calin cezar costin darius david decebal denis dragos felix filip iacob iuliu
        M liviu marcel marian marin marius matei paul pavel radu rares romeo romulus serban silviu
        M simion toma traian vicentiu zaharia
        f adriana: adi
        f alexandra: alex sanda ale
        f alina: ali
        f ana: anuta anisoara anca
        f anamaria: ana
        f andreea andreia: dea
        f aurelia: reli
        f camelia: cami
        f catalina: cata
        f ecaterina caterina: catrinel cati catinca catrina catea
        f claudia: clau
        f constanta: tanta
        f cornelia: nela
        f cristiana: cris
        f cristina: cristi cris tina
        f daniela: dana dani
        f elena: lena ileana lenuta leana nuti nuta
        f elisabeta: veta lisa eta
        f eugenia: jeni geni
        f florentina: flori tina
        f florina: flori
        f gabriela: gabi
        f georgeta: geta
        f georgiana: geo
        f ioana: oana ionela
        f irina: ira
        f iuliana: iuli
        f lavinia: lavi
        f liliana: lili
        f luminita: lumi
        f madalina: mada
        f magdalena: magda
        f maria: marioara maricica marica mari
        f mihaela: miha ela
        f monica: moni
        f nicoleta: nico
        f paraschiva: vica
        f petronela: nela
        f raluca: ralu
        f ramona: mona
        f roxana: roxi
        f ruxandra: ruxi
        f simona: simo
        f stefania: stefi
        f steliana: stela
        f teodora: teo dora
        f valentina: vali
        f veronica: vera
        f viorica: vio
        f virginia: gina
        F adela adina anca angela antonia aurica bianca carmen cecilia corina delia diana doina
        F dorina eliza emilia felicia gheorghita ileana ilinca ionela iulia larisa laura lidia ligia
        F livia loredana lucia luciana mariana marina mirela nadia natalia oana olga paula rodica
        F sanda silvia sofia sorina tatiana victoria violeta
        """
}
