/// Spanish, with Latin America.
extension NicknameData {
    static let spanish: StaticString = """
        m abelardo: abel lalo
        m adolfo: fito adolf fofo
        m adrian: adri
        m agustin: tin agus guti
        m alberto: beto tito berto al
        m alejandro: alex ale jandro sandro alejo cano
        m alfonso alonso: poncho alfon fonso
        m alfredo: fredo fredy fello alf
        m alvaro: alvi
        m anastasio: tasio
        m andres: andy andresito
        m angel: angelito gelo lito
        m antonio: tono toni antonito tony antuco antonin nono
        m armando: mando
        m arturo: turo artur
        m augusto: gus
        m aurelio: lelo
        m baltasar: balta
        m bartolome: bartolo tolo
        m benjamin: benja benji min
        m bernardo: berna nardo
        m bonifacio: boni
        m borja franciscodeborja
        m carlos: carlitos charly carletes litos
        m cayetano: tano caye
        m cesar: chechar
        m claudio: cloyo
        m clemente: clem
        m cristian christian: cris
        m cristobal: cris tobal
        m daniel: dani danilo
        m david: davi
        m diego: dieguito
        m dionisio: nisio
        m domingo: mingo txomin chomin
        m eduardo: edu lalo guayo edi eddy
        m emanuel: manu
        m emiliano: emi
        m emilio: milo emi
        m enrique: quique kike quico henry rique
        m ernesto: neto erni
        m esteban
        m eugenio: geno euge
        m eusebio: sebio
        m fabian: fabi
        m faustino: tino
        m federico: fede fico kico rico
        m felipe: feli pipe lipe
        m fernando: nando fer fernan ferdi
        m florencio: floren flor
        m francisco: paco pancho fran curro kiko quico cisco frasco paquito pacorro patxi frank
        m franciscojavier: javi fran fj javier
        m gabriel: gabi gabo
        m gerardo: gera lalo
        m gilberto: gil beto
        m gonzalo: gonzo chalo gon
        m gregorio: goyo grego
        m guillermo: guille memo willy guillo
        m gustavo: gus tavo
        m hector: tito
        m heriberto: beto heri
        m hernan hernando
        m hilario: lalo
        m hipolito: polo
        m horacio: lacho
        m hugo: huguito
        m humberto: beto
        m ignacio: nacho ignasi iggy nachete
        m isaac: isa
        m isidoro isidro: isi doro chidro
        m ismael: isma
        m jacinto: chinto
        m jacobo: yago
        m jaime: jaimito jimmy
        m javier: javi xavi
        m jeronimo: jero momo
        m jesus: chus chuy suso chucho susi
        m jesusmaria: txuma chumari
        m joaquin: quino juaco chimo joaco quin
        m jonatan jonathan: jona
        m jorge: jorgito yoyo coque
        m jose: pepe pepito josito chepe josete joselito cheo pepin
        m joseantonio: josean tono toni pepeantonio
        m josecarlos: jc
        m joseluis: pepelu joselu selu jl
        m josemanuel: josema
        m josemaria: chema txema josema
        m josemiguel: josemi
        m joseramon: moncho
        m juan: juanito juancho johnny juanillo juanin
        m juanantonio: juanan
        m juancarlos: juanca juancar jc
        m juanfrancisco: juanfran
        m juanignacio: juani
        m juanjose: juanjo
        m juanluis: juanlu
        m juanmanuel: juanma
        m juanmaria: juanma
        m juanmiguel: juanmi
        m juanpablo: juanpa jp juampa
        m juanpedro: juanpe
        m juanramon: juanra
        m julian: juli
        m julio: julito
        m lazaro: lacho
        m leandro
        m leonardo: leo nardo
        m leopoldo: leo polo poldo
        m lorenzo: loren lencho
        m luciano: luci
        m luis: lucho luisito huicho luisin
        m luismiguel: luismi
        m manuel: manolo manu lolo manny manolito manuco nelo
        m marcelino: lino marcel
        m marcelo: chelo
        m marco marcos: marquitos
        m mario: mayito
        m martin: tincho
        m mateo: teo
        m matias: mati
        m mauricio: mauri richi
        m maximiliano: maxi max
        m maximo: max
        m miguel: migue mike miguelito miki mikel
        m miguelangel: migue
        m moises: moi moncho
        m narciso: chicho
        m nicanor: nica
        m nicolas: nico colas
        m norberto: beto
        m octavio: tavo
        m oswaldo osvaldo: valdo
        m pablo: pablito
        m patricio: pato patri
        m pedro: perico pedrito perucho
        m rafael: rafa rafita fael fali falo
        m raimundo: mundo
        m ramon: moncho mon ramoncho
        m raul: rulo
        m ricardo: richi ricky rica cayo
        m roberto: beto rober tito bobby robert
        m rodolfo: fito rudy rolo
        m rodrigo: rodri rigo
        m rogelio: roge chelio
        m ruben: benchi rubo
        m salvador: salva chava
        m samuel: samu sam
        m santiago: santi chago yago tiago
        m saturnino: nino satur
        m sebastian: sebas bastian seba
        m sergio: serge checo
        m teodoro: teo doro
        m teofilo: teo
        m timoteo: teo
        m tomas: tomi tomasito
        m valentin: valen tin
        m vicente: chente vicen
        m victor: vito victorino
        m wenceslao: wences
        M aaron abel abraham abundio adan adelardo agapito agustino aladino alan albino aldo alejo
        M alfonzo amadeo amado amador amancio amaro ambrosio amilcar anacleto andoni anibal anselmo
        M aquiles arcadio archibaldo ariel aristides arsenio artemio atilio aureliano ausias avelino
        M balbino baldomero basilio benigno benito bermudo bernabe bernardino blas braulio bruno
        M calixto camilo candido carmelo casimiro casto ceferino celedonio celestino celso cesareo
        M chus cipriano ciriaco ciro cleto clodoveo conrado cornelio cosme crescencio crisanto
        M crispin damaso damian dante dario demetrio desiderio diosdado donato duilio edelmiro edgar
        M edgardo edmundo efrain eladio elias eligio elio eliodoro eliseo eloy elpidio emeterio
        M epifanio erasmo eric ernan espiridion estanislao eudoro eufemio eulogio eustaquio evaristo
        M ezequiel fausto feliciano felicisimo felix fermin fidel fito flavio florentino fortunato
        M franciscojose froilan fructuoso fulgencio gabino gaspar german geronimo gervasio gil gines
        M glauco godofredo graciano gumersindo haroldo heliodoro heraclio hermenegildo herminio
        M hilarion honorato honorio iago ibrahim iker ildefonso indalecio inigo inocencio isaias
        M ivan jairo jenaro jeremias joel jonas jordan jordi josafat josefrancisco joseignacio
        M josejavier josejuan josepablo josias josue justino justo juvenal ladislao leoncio leonel
        M leonidas leonides lisandro lope loreto lucas lucho lucio ludovico luisalberto luisfernando
        M macario macedonio magin manrique marcial marciano marcoantonio mariano marino maximino
        M medardo melchor melquiades merlin milton modesto nacho natalio nazario nemesio nestor
        M nicodemo nicomedes odilon olegario omar onesimo onofre orlando oscar osorio otto ovidio
        M pancracio pantaleon pascual paulino pelayo perfecto pio placido plutarco policarpo
        M ponciano poncio porfirio primitivo prudencio quirino ramiro ramses reinaldo remigio renato
        M reyes reynaldo rigoberto roman romualdo roque rosalio rosario rosendo rufino ruperto sabas
        M sabino salomon salustiano sandalio santos saturio saul secundino segismundo segundo
        M servando severiano severino sigfrido silvano silverio silvestre silvio simeon simon
        M sinforoso sixto socrates sotero tadeo tarsicio telesforo telmo teobaldo teodosio tiburcio
        M tito tobias torcuato toribio tristan ubaldo ulises urbano urko valeriano valerio venancio
        M victoriano victormanuel vidal virgilio vito xavi yerai yeray zacarias zenon zoilo
        f adela: adelita
        f adoracion: dori
        f adriana: adri nana
        f agustina: agus tina
        f alejandra: ale alex jandra sandra
        f alicia: ali licha
        f almudena: almu
        f amparo: amparito
        f ana: anita anuca
        f anabel anaisabel: ana
        f anabelen: ana anabel
        f anamaria: ana
        f andrea
        f angela: geli angie angelita
        f angeles: geles angelines
        f angelica: angie
        f antonia: toni tona tonia antonita
        f anunciacion: anun
        f araceli: ara celi
        f ascension: ascen choni chon
        f asuncion: asun chon susi
        f barbara: barbi
        f beatriz: bea beti betty
        f begona: bego
        f blanca: blanquita
        f camila: cami
        f candelaria: candela cande
        f caridad: cari cuca
        f carmen: mamen menchu carmina carmelita carmucha maica
        f carolina: caro
        f catalina: cata lina cati
        f cecilia: ceci chila
        f clara: clarita
        f claudia: clau
        f concepcion: concha conchi conchita chon cona
        f consolacion: conso
        f consuelo: chelo consu
        f cristina: cris tina kika
        f daniela: dani
        f dolores: lola loli lolita dolo lores
        f elena: nena
        f elisa: eli
        f elisabet elizabeth elisabeth: eli
        f ema emma
        f emilia: mili
        f encarnacion: encarna encarni
        f enriqueta: queta
        f esmeralda: esme
        f esperanza: espe pera
        f estefania: estefi fani
        f ester esther
        f eugenia: gena euge
        f eulalia: lali eulali laia
        f fernanda: fer nanda
        f florencia: flor
        f francisca: paca paqui paquita fran curra frasquita kika pancha
        f gabriela: gabi gaby
        f genoveva: geno veva
        f georgina: gina
        f gertrudis: tula
        f gracia: chela
        f graciela: chela grace
        f gregoria: goya
        f guadalupe: lupe lupita pita
        f guillermina: mina guille
        f hortensia: tencha
        f ignacia: nacha
        f inmaculada: inma macu
        f isabel: isa chabela bel isabelita chavela
        f jacqueline: jacky
        f jennifer yenifer: jenny
        f jesusa: chusa
        f jimena ximena
        f josefa: pepa pepi fina josefina
        f josefina: fina pepa josefa chepina
        f juana: juanita janita
        f julieta: juli
        f laura: laurita lau
        f leonor: leo nor
        f leticia: leti
        f liliana: lili
        f lorena: lore
        f lourdes: lurdes lula
        f lucia: lucy luci chia
        f luisa: luisita
        f luz: lucita
        f macarena: maca
        f magdalena: magda malena lena
        f manuela: manoli manola manuelita
        f marcela: chela
        f margarita: marga margot rita magui mague
        f maria: mari maruja mariquita maruca marita
        f mariaangeles: marian angeles
        f mariaantonia: toni marian
        f mariacarmen mariadelcarmen: mamen maricarmen carmen mari
        f mariaconcepcion: concha
        f mariacristina: maricris cristina
        f mariadolores: lola loli maridol
        f mariaelena: malena marilen
        f mariaeugenia: maru maruge
        f mariafernanda: mafer
        f mariaisabel: maribel marisa
        f mariajesus: chus mariaje
        f mariajose: majo mariajo cote marijose pepa
        f marialuisa: marisa mariluisa malu
        f mariamercedes: merche
        f mariapaz: maripaz
        f mariapilar mariadelpilar: pili maripili
        f mariasoledad: marisol
        f mariateresa: maite mayte teresa maritere marite
        f mariavictoria: marivi mavi
        f marta martha
        f matilde: mati tilde
        f mercedes: merche meche merceditas mechita
        f micaela: mica
        f milagros: mila milagritos mili
        f miriam myriam
        f monica: moni
        f monserrat montserrat: montse
        f natalia: nati talia nata
        f natividad: nati
        f nieves: neus
        f patricia: patri paty pati
        f penelope: pe
        f petronila: petrona
        f pilar: pili pilarica piluca
        f purificacion: puri pura
        f ramona: moncha
        f raquel: raque
        f refugio: cuca
        f remedios: reme
        f rocio: chio
        f rosa: rosita
        f rosamaria: rosa
        f rosario: charo chayo rosarito
        f sofia: sofi chofi
        f soledad: sole marisol chole
        f susana: susi
        f teresa: tere teresita maite
        f trinidad: trini
        f valentina: vale tina
        f valeria: vale
        f vanesa: vane
        f veronica: vero
        f victoria: vicky viqui toya
        f virginia: vir virgi gina
        f visitacion: visi
        f viviana: vivi
        f yolanda: yoli yola
        F adelaida adelia adelina africa agapita agata agueda aida ainhoa alba albina alegria aleida
        F alejandrina alma alondra altagracia amada amalia amanda amaya amelia america anastasia
        F angelina angustias anselma antonella apolonia arantxa ariadna asela astrid atanasia
        F aurelia aurora azucena belen benita berenice bernarda bernardina berta betania betina
        F bibiana brigida brisa bruna calixta candela candida carla carlina carlota carmina casandra
        F casilda cayetana celeste celestina celia celsa chantal charo cinthia cintia clemencia
        F clementina cleotilde cloe clotilde cruz custodia dafne dalia dalila damiana dania daria
        F delfina delia desideria diana digna dionisia dominga dorotea dulce edelmira edelweiss
        F edith edurne eladia electra eli elia eliana elodia eloisa elsa elvira emerita emiliana
        F emperatriz enma epifania erica ernestina escarlata estefany estela estibaliz estrella
        F etelvina eufemia eulogia eunice eustaquia eva evangelina evelia evelin fabiana fabiola
        F fatima fausta felicia feliciana felicidad felisa fidela fidelia filomena flavia flor flora
        F florentina florinda fortunata gala gema georgia geraldine gilda ginesa gisela giselle
        F gladys glenda gloria graciana greta griselda haydee heliodora hermelinda herminia higinia
        F hilda hipolita honorata iluminada imelda inaya india ines ingrid inocencia irene iria iris
        F irma isaura isidora itziar ivette ivonne jacinta jade jana jaquelina jazmin jessica
        F joaquina jordana jorgelina josune judit judith julia juliana julita justina karen karina
        F karla kenia laia laila lara lea leandra leire leocadia leonarda leoncia lia libertad lidia
        F liduvina ligia lina linda lisa lisandra livia loida lola loreto lua luana luciana lucila
        F lucinda lucrecia luna lupe macaria maia maira malena mar mara marcelina marcia mariana
        F mariarosa maribel maricarmen maricruz mariela marilo mariluz marina maripaz maripili
        F marisa marisela marisol maritza martina maruja maximina mayra melania melanie melinda
        F melisa melody minerva miranda mireia mirella mirta modesta morena nadia nagore naiara
        F nancy nara narcisa nayra nazaret nelida nelly nerea nicolasa nicole nieve nina noa noelia
        F noemi nora norberta norma nuria obdulia odalys ofelia olalla olga olimpia oliva olivia ona
        F oriana otilia palmira paloma pamela paola pascuala pastora paula paulina paz perla
        F perpetua petra piedad placida polonia preciosa primitiva priscila prudencia quintina
        F rafaela ramira rebeca regina regla renata reyes reyna ricarda rita roberta romana romina
        F rosalba rosalia rosalina rosalinda rosalva rosana rosenda roser roxana rufina ruperta ruth
        F sabrina sagrario salma salome salud salvadora samanta samara sandra sara sarai saray
        F sebastiana selena serafina serena severina sheila silvana silveria silvia simona socorro
        F sol sonia soraya stella sulema susanna tamara tania tatiana tecla telma teodora teofila
        F thais tomasa triana tula urbana ursula valeriana vega venancia vera vicenta vilma violeta
        F virtudes wendy xenia yaiza yanira yasmina yesenia yessica yurena zaida zaira zara zoraida
        F zulema
        """
}
