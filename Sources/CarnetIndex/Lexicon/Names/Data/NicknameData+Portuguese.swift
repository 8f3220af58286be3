/// Portuguese, with Brazil.
extension NicknameData {
    static let portuguese: StaticString = """
        m afonso affonso
        m alberto: beto
        m alexandre: alex xande xandinho
        m alfredo: fredo
        m aluisio aloisio
        m andre: dede dedeco
        m antonio: toninho to toni tonho totonho tonico toze
        m artur arthur: tuca
        m augusto: guto
        m benedito: dito bene
        m bernardo: be
        m carlos: carlinhos caca carlitos cacau
        m cristiano: cris
        m daniel: dani
        m davi david
        m dinis diniz
        m domingos: mingo
        m eduardo: edu du dudu
        m emanuel: manu
        m fabio: fabinho
        m felipe filipe: lipe
        m fernando: nando fernandinho
        m francisco: chico xico quim kiko paco chiquinho
        m frederico: fred
        m gabriel: gabi biel
        m gilberto: gil beto
        m guilherme: gui
        m gustavo: guga guto
        m helder elder
        m henrique: rique rick
        m inacio: nacio
        m joao: joaozinho
        m joaopaulo: jp
        m joaopedro: jp
        m joaquim: quim quincas juca
        m jorge: jorginho
        m jose: ze zeca zezinho zezito juca
        m joseantonio: zeto
        m josecarlos: zeca zecarlos
        m joseluis: zeluis
        m josemaria: zemaria
        m julio: julinho
        m leonardo: leo
        m lucas: luquinhas
        m luis luiz: lula luisinho
        m manuel manoel: manel mane neco nelo maneco manu
        m marco marcos: marquinhos
        m mario: marinho
        m mateus matheus: teus
        m mauricio: mauri
        m octavio otavio: tavinho
        m osvaldo oswaldo
        m paulo: paulinho
        m pedro: pedrinho pedroca
        m rafael: rafa
        m reinaldo reynaldo
        m renato: renatinho
        m ricardo: ricardinho kaka cado
        m roberto: beto betinho
        m rodrigo: digo drigo
        m ronaldo: ronaldinho
        m rui ruy
        m samuel: samu
        m sebastiao: tiao bastiao
        m sergio: serginho
        m tiago thiago: ti
        m tomas: tome
        m valdemar waldemar
        m vinicius: vini
        m vitor victor: vitinho
        m wagner vagner
        M abel abilio adriano agostinho albino alipio alvaro americo armando aurelio baltazar
        M bartolomeu belmiro benjamim bento bruno caetano caio celso cesar claudio cristovao
        M custodio danilo diogo duarte edson elias emidio ernesto estevao eugenio evandro fabiano
        M fabricio faustino felisberto firmino flavio gaspar geraldo gil goncalo graciano gregorio
        M heitor helio hermenegildo horacio hugo humberto igor isaias ismael ivo jacinto jaime
        M jeronimo joaobatista joaocarlos josue juliano jurandir justino laurindo leandro leonel
        M leopoldo lourenco luciano lucio luisfilipe marcelo marcio mariano martim martinho matias
        M mauro miguel moises murilo narciso nelson norberto nuno orlando paulosergio plinio
        M raimundo ramiro raul rodolfo rogerio romulo salvador sandro serafim severino silvino simao
        M tadeu telmo teodoro teofilo ulisses vasco vicente virgilio wellington xavier zeferino
        f adriana: dri drica
        f alexandra: xana alex sandra
        f ana: aninhas aninha
        f andreia: deia
        f antonia: toninha
        f aparecida: cida
        f barbara: babi
        f beatriz: bia
        f carolina: carol
        f catarina: cata kika catia
        f cecilia: ceci
        f conceicao: sao
        f cristiana: cris
        f cristina: cris tina
        f daniela: dani
        f deolinda: linda
        f elisabete: beta bete lisa
        f emilia: mila
        f fatima: fatinha
        f fernanda: nanda fe fernandinha
        f filomena: mena
        f francisca: chica xica kika
        f gabriela: gabi
        f helena: lena leninha
        f heloisa: helo
        f ines: nene
        f isabel: bela belinha isa
        f joana: joaninha
        f josefa: zefa
        f juliana: ju
        f leonor: nono
        f leticia: le
        f liliana: lili
        f lucia: lu
        f luciana: lu
        f luisa luiza: lu isa
        f lurdes lourdes: lurdinhas
        f madalena: lena mada
        f manuela: nela manu
        f margarida: guida mara magui
        f maria: mariazinha
        f mariaeduarda: duda
        f mariajose: ze zeze
        f marialuisa: milu
        f mariana: nana
        f neuza neusa
        f patricia: ticha pati
        f paula: paulinha
        f rafaela: rafa
        f rita: ritinha
        f rosa: rosinha
        f tatiana: tati
        f teresa: teresinha te
        f vanda wanda
        F adelaide adelia alda alice alzira amalia amanda amelia anabela anacarolina analuisa
        F anapaula anarita angela arlete armanda aurora berta branca bruna camila carina carla
        F carlota carmo celeste celia ceu cidalia clara claudia clotilde dalila debora diana dulce
        F edite eliana elisa elsa elvira ema ermelinda esmeralda estefania ester eugenia eunice eva
        F fabiana felicidade filipa flavia flora florbela georgina gloria graca guiomar henriqueta
        F hortensia ilda irene iria isaura ivone jacinta joaquina judite julia laura laurinda lidia
        F ligia lilia lucilia mafalda marcia mariaantonia mariadasgracas mariadocarmo mariadoceu
        F mariafernanda mariaines mariajoao marilia marina marisa marlene marta matilde melissa
        F micaela miriam monica natalia natercia odete ofelia olga olivia otilia palmira piedade
        F raquel rebeca regina renata roberta rosalina rosario rute sandra sara silvia simone sofia
        F solange sonia susana tania telma valeria vanessa vera veronica virginia vitoria viviane
        F zelia zulmira
        """
}
