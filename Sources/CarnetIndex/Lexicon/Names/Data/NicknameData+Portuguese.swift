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
        m joao: joaozinho janjao joca
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
        m ricardo: ricardinho kaka cado cadinho
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
        m goncalo: goncas
        M abel abilio adriano agostinho albano albino alipio alvaro americo anselmo aquiles arlindo
        M armando armenio ascanio aurelio austrelino avelino baltazar bartolomeu belmiro benjamim
        M bento bernardim brandao bruno caetano caio camilo candido celestino celso cesar claudio
        M claudionor clemente constantino cosme crispim cristovao custodio danilo dario delfim
        M desiderio diogo duarte edgar edmilson edmundo edson elias elisio elvis emidio erico
        M ernesto estevao eugenio evandro everton ezequiel fabiano fabricio faustino fausto
        M felisberto fernao firmino flavio gaspar genesio geovane geraldo gerson gil graciano
        M gregorio haroldo heitor helio heraclito hermenegildo horacio hugo humberto igor ilidio
        M isaias ismael iuri ivan ivo jacinto jader jaime jair jairo janio jeferson jeronimo
        M joaobatista joaocarlos joel jonas jordao josue juliano jurandir justino juvenal ladislau
        M laercio laudelino laurindo lauro leandro leonel leonidas leopoldo lineu lino lourenco
        M lourival luciano lucio ludovico luisfilipe magno malaquias marcal marcelino marcelo
        M marciano marcio marcolino mariano martim martinho matias mauro mendo miguel milton moises
        M murilo narciso natanael nelson nilson norberto nuno odair olavo olegario olimpio orlando
        M patricio paulino paulosergio petronio plinio quintino quirino raimundo ramiro ramon raul
        M reginaldo renan rivaldo robson rodolfo rodolpho rogerio romao romulo rosendo rubem ruben
        M salomao salvador salviano sandro saul serafim severino silas silverio silvino silvio simao
        M sinval tadeu tarcisio telmo teobaldo teodoro teofilo teotonio tobias tristao tulio
        M ubirajara ulisses urbano valentim valter vasco vicente virgilio vitorino wanderley
        M washington wellington wilson xavier xisto zacarias zeferino
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
        f teresa tereza: teresinha te tete
        f vanda wanda
        f filipa: pipa
        F adelaide adelia albertina albina alcina alda aldina alessandra alice aline almerinda
        F alzira amalia amanda amelia anabela anacarolina analuisa anapaula anarita angela ariana
        F arlete armanda arminda augusta aurea aurora bela belmira benedita bernardete berta bianca
        F branca bruna camelia camila candida carina carla carlota carmelinda carmem carmo casimira
        F celeste celia ceu cidalia clara clarisse claudia clementina clotilde constanca cristiane
        F dalila dayane debora deise delfina denise deodata diana diva dora dulce edite edna eduarda
        F elaine elena eliana elide elisa eloisa elsa elvira elza ema emiliana erica ermelinda
        F esmeralda esperanca estefania ester etelvina eugenia eunice eva evelina fabiana fabricia
        F felicidade flavia flora florbela florinda francine georgina gilda giovana gisela gisele
        F glaucia gloria graca graciete greice guida guiomar heidi henriqueta herminia hortensia
        F idalina ilda iolanda irene iria irina isabela isabella isadora isaura ivete ivone jacinta
        F jacira janaina jerrica jessica joaquina jordana josiane judite julia jussara karina katia
        F lara larissa laura laurinda leila leonilde liane lidia lidiane ligia lilia liliane lina
        F lorena luana lucelia lucilia lucinda luzia mafalda magda maiara maisa marcela marcia
        F margarete mariaantonia mariadasgracas mariadocarmo mariadoceu mariafernanda mariaines
        F mariajoao mariane marielle marilia marina marisa mariza marlene marta martina matilde
        F mayara melissa mercedes micaela michele milena mirela miriam moema monica nadia nadir nair
        F natalia natalina natercia neide nelia nina noemia norma odete odilia ofelia olga olinda
        F olivia otilia palmira paloma pamela perpetua piedade poliana priscila quiteria raquel
        F rebeca regiane regina renata renilde roberta romana rosalina rosana rosangela rosaria
        F rosario roseli rosilda rute salome samira sandra sara sibila silvana silvia simone sofia
        F solange sonia suely susana suzana taina taisa tamara tamires tania tatiane telma thais
        F umbelina ursula valentina valeria valquiria vanessa vania vera verena veronica virginia
        F viridiana vitoria viviane yara yasmin zelia zelinda zilda zulmira
        """
}
