/// French, as in France, Belgium, Switzerland and Quebec.
extension NicknameData {
    static let french: StaticString = """
        m alain: al
        m albert: bebert al
        m alexandre: alex sacha alexis
        m alexis: alex
        m alfred: fred
        m alphonse: fonfon
        m andre: dede
        m anthony antony: tony antho
        m antoine: tony toine titoine anto antonin
        m antonin: anto nino
        m arnaud arnault arnauld: nono
        m arthur: tutur
        m auguste: gus
        m augustin: gus
        m aurelien: aurel
        m aymeric emeric aimeric: aym
        m balthazar: balt
        m baptiste: bapt batiste bat
        m barthelemy: barth
        m baudouin: bob
        m benjamin: ben benji benj
        m benoit benoist: ben
        m bernard: nanard
        m bertrand: bert
        m brice bryce
        m camille: cam
        m cedric: ced
        m charles: charlie charly charlot
        m christian: chris
        m christophe: chris tophe kiki tof
        m claude: clo
        m clement: clem
        m come cosme
        m constant constantin: tintin
        m corentin: coco co
        m cyril cyrille: cyr
        m damien: dam dams
        m daniel: dan dany
        m david: dave dav
        m denis denys
        m didier: did didou
        m dimitri dimitry: dim
        m dominique: dom domi doume
        m edgar: ed
        m edmond: ed momond
        m edouard: ed doudou edou
        m eloi eloy
        m emile: mimile milou
        m emmanuel: manu manou
        m eric erick: ric riri
        m erwan erwann
        m etienne: tienne titi
        m fabien: fab fabi
        m fabrice: fab
        m ferdinand: ferdi
        m fernand: nand
        m florent: flo
        m florian: flo
        m francis: francky
        m franck frank
        m francois: fanfan fanch francoy
        m francoisxavier: fx
        m frederic: fred freddy frederick
        m gabriel: gab gaby
        m gaetan: gae
        m gaspard: gasp
        m gaultier gauthier gautier
        m geoffroy geoffrey jeoffroy: geo jeff
        m georges: geo jo
        m gerard: gege
        m ghislain gislain
        m gilbert: gil
        m gildas: gil
        m gilles: gil gilou
        m gregoire: greg
        m gregory: greg
        m guilhem guillem
        m guillaume: guigui guill gui guy
        m gustave: gus tatave
        m guy: guitou
        m gwenael gwenhael: gwen
        m gwendal: gwen
        m henri henry: riri ritou
        m hippolyte: hippo
        m hubert: hub
        m ivan yvan
        m jacques: jacquot jacky jack
        m jean: jeannot
        m jeanbaptiste: jb jeanba
        m jeanbernard: jb
        m jeancharles: jc jeancha
        m jeanchristophe: jc jeanchri
        m jeanclaude: jc jeanclo
        m jeandaniel: jd
        m jeandavid: jd
        m jeandominique: jd
        m jeanedouard: je
        m jeanemmanuel: jem
        m jeaneric: je
        m jeanfrancois: jf jeff jeanfi
        m jeangabriel: jg
        m jeanguillaume: jg
        m jeanguy: jg
        m jeanhugues: jh
        m jeanjacques: jj
        m jeanlouis: jl jeanlou
        m jeanloup: jl
        m jeanluc: jl
        m jeanmarc: jm
        m jeanmarie: jm
        m jeanmathieu: jm
        m jeanmaurice: jm
        m jeanmichel: jm jeanmi
        m jeannoel: jn
        m jeanpascal: jp
        m jeanpatrick: jp
        m jeanpaul: jp jeanpol
        m jeanphilippe: jp jeanphi
        m jeanpierre: jp jeanpi
        m jeanrene: jr
        m jeanrobert: jr
        m jeansebastien: js
        m jeanstephane: js
        m jeanvictor: jv
        m jeanvincent: jv
        m jeanxavier: jx
        m jeanyves: jy
        m jeremie jeremy: jerem jej
        m jerome: jej
        m joachim: jo
        m joel: jo
        m johan johann yohan yohann yoann: yo
        m jonathan: jo john nathan jon
        m joseph: jo zef
        m josselin jocelyn: joss
        m jules: julot
        m julien: ju juju
        m kevin: kev
        m kilian killian kylian
        m laurent: lolo lau laulau
        m leon: leo
        m leonard: leo
        m leopold: leo
        m lionel: lio
        m louis: loulou lou ptitlouis
        m louisphilippe: lp
        m lucien: lulu
        m ludovic: ludo
        m manuel: manu
        m marcantoine: ma marco
        m marcel: marcelo celou
        m mateo matteo
        m mathias matthias
        m mathieu matthieu mathieux: mat matt matth
        m mathis matisse mathys
        m maurice: momo
        m maxence: max
        m maxime: max
        m maximilien: max
        m michael mickael mikael: mike mick mika micka
        m michel: mimi mich michou
        m nathan: nat
        m nicolas: nico nic colas
        m norbert: nono
        m olivier: oliv
        m pascal: pascalou
        m patrice: pat
        m patrick patric: pat
        m paul: paulo popol
        m philibert: phil
        m philippe: phil philou
        m pierre: pierrot pierrick
        m pierrealexandre: pa
        m pierreantoine: pa
        m pierreemmanuel: pe
        m pierrehenri: ph
        m pierreyves: py
        m quentin: quent
        m rafael raphael: raph rapha
        m raymond: ray momon
        m remi remy
        m renaud reynaud
        m rene: neness
        m richard: rich ritchie
        m robert: bob bobby robby
        m rodolphe: rodo rudy
        m roger: roro
        m romain: rom
        m romaric: rom
        m romuald: rom romu
        m sami samy
        m samuel: sam samy
        m sebastien: seb bast
        m serge: sergio
        m stanislas: stan
        m stephane stephan: steph stef steve
        m steven steeve: steve
        m sylvain: syl
        m theodore: theo
        m theophane: theo
        m theophile: theo
        m thibault thibaut thibaud thiebaud tibo: thib tib thibs
        m thierry: titi
        m thomas: tom tomtom
        m tim timothee: timo
        m valentin: val valou
        m victor: vic totor
        m victorien: vic
        m vincent: vince vinz
        m wilfrid wilfried: will fred
        m william: will bill willy
        m xavier: xav
        m yanis yannis
        m yann yan
        m yannick yanick
        m yves: yvon
        m zacharie: zach
        M abel achille adam adel adrien aime aladin alban alix amaury ambroise anatole ange anicet
        M anselme anthelme antonio arcady aristide armand armel arsene aubin aurele axel ayrton
        M barnabe basile bastien benedict bixente blaise boris briac brieuc bruno calixte candide
        M carl cassien celestin celian cesar charlie claudy clovis colin cyprien cyriac cyriaque
        M danny dario delphin desire diego dimas djibril domitien donatien donovan dorian dylan eden
        M edern edgard elian elias elie eliott elliot emilien emilio enguerran enguerrand enzo erik
        M ernest ernestin esteban etan ethan eugene evan evariste faustin felicien felix fiacre
        M firmin flavien florimond fortune gabin gael gaetano galien garance gaston gatien gauvain
        M gerald geraud germain gervais gino gontran gonzague gratien gwenn hadrien hamza hector
        M henrik herbert herve hilaire honore hugo hugues hyacinthe ignace ignacio igor ilan ilian
        M imran irenee isaac isidore ismael jacky jacquy jason jayden jeanalain jeanbruno
        M jeanclement jeaneudes jeanmickael jeannicolas jessy joffrey jordan joris josephin joshua
        M josue jude justin kais kenneth kenny kenzo kyllian lambert lamine lazare leandre leandro
        M leo leonce liam lilian lino livio loan logan lohan loic lorenzo lorick loris lothaire
        M louka lubin luc lucas ludwig luka lukas lyam lylian maceo mael maelan mahe malo malone
        M manoel marc marceau marcellin marcellus marco marin marius marley marlon martial martin
        M martinien matheo mathurin maurin max maxens medard melchior melvin merlin meven milan milo
        M modeste nael narcisse nathanael nils nino noa noam noe noel nolan nolann octave odilon
        M oren oscar owen pablo pacome paulin perceval philemon pierrick placide prosper raoul
        M rayane regis reynald robin roch rodrigue roland roman romeo ronan ruben ryan sacha salomon
        M samson sandro severin simeon simon sixte soan solal soren sylvestre tancrede tanguy tao
        M teo thadee theo thiago tiago titouan tom toussaint tristan tugdual tymeo ugo ulysse urbain
        M valere valery vianney victorin virgile vivien wassim yoan youri yvon zadig
        f adelaide: ade
        f adele: ade
        f adeline: ade line
        f agathe: agath
        f alexandra: alex sandra xandra sacha
        f alexandrine: alex sandrine
        f alexia: alex
        f aline: line
        f amandine: mandy amande dine
        f amelie: amel
        f andree: dede
        f angelique: angie ange
        f annabelle: anna belle
        f anne: annie nanou anna nane
        f anneclaire: ac
        f annelaure: al
        f annemarie: annie am
        f annesophie: as anneso
        f antoinette: toinette
        f apolline: apo
        f ariane arianne
        f aurelie: aurel lili
        f barbara: barb
        f beatrice: bea
        f benedicte: bene
        f bernadette: berna dedette
        f brigitte: brige bri gigi
        f camille: cam
        f capucine: capu
        f carine karine
        f caroline: caro line
        f cassandre: cass
        f catherine katherine: cathy kate cath catie
        f cecile: ceci
        f celine: cel
        f chantal: chacha
        f charlotte: cha lotte charlie chacha
        f christelle cristelle kristel christel: chris
        f christiane: chris cricri
        f christine: chris cricri titine
        f claire: clairette
        f claude: clo
        f claudine: clo
        f clemence: clem
        f clementine: clem
        f clotilde: clo
        f constance: coco
        f coralie: coco
        f corinne corine: coco
        f danielle daniele: dany
        f deborah: deb
        f delphine: delph del
        f dominique: dom domi
        f dorothee: doro
        f edwige hedwige
        f elena helena
        f eleonore: leo
        f eliane: lili
        f elisabeth elizabeth: babeth lise babette zabeth elise betty eli
        f elodie: elo
        f eloise heloise: elo helo
        f emeline emmeline: em
        f emilie: mimi milie milou
        f emmanuelle: manu emma manue
        f ericka erika
        f estelle: stella
        f eugenie: ninie
        f eulalie: lalie
        f evelyne eveline: eve
        f fabienne: fab fabi
        f florence: flo
        f floriane: flo
        f francine: francie
        f francoise: fanfan soise
        f frederique: fred fredo
        f gabrielle: gaby gab
        f genevieve: gen viviane ginou
        f georgette: jo
        f geraldine: ge gege
        f germaine: maine
        f ghislaine gislaine: gigi
        f gisele giselle: gigi
        f gwenaelle gwenhaelle: gwen
        f gwendoline: gwen
        f helene: leni lene nene
        f henriette: riette
        f isabelle isabel ysabelle: isa zabou belle babelle
        f iseult yseult
        f jacqueline: jacquie jacotte line
        f janine jeannine
        f jeanne: jeannette jeannie nanette
        f jeannemarie: jm
        f jennifer: jen jenny jenn
        f jessica: jess
        f jocelyne: joce jo
        f joelle: jo
        f johanna: jo
        f josephine: jo josie fine
        f josiane josianne: josie jo
        f julie: ju juju
        f juliette: ju
        f justine: ju
        f laetitia letitia leticia: laeti leti titi
        f laurence: lau laulau
        f lauriane laurianne
        f leonie: leo
        f leopoldine: leo
        f liliane: lili
        f louise: louisette loulou lou
        f lucie: lulu
        f lucienne: lulu
        f lucile lucille: lu
        f ludivine: ludi
        f lydie lidie
        f madeleine magdeleine: mado mad madi
        f magali: mag maga
        f maite maitena
        f margaux margot margo
        f marguerite: margot margo maguy margaux
        f marianne: marie
        f marie: mimi marinette manon
        f marieangele: ma
        f marieanne: ma
        f mariecatherine: mc
        f mariececile: mc
        f mariechantal: mc
        f mariechristine: mc maricri
        f marieclaire: mc
        f marieclaude: mc
        f mariefrance: mf
        f mariefrancoise: mf
        f mariehelene: mh
        f mariejeanne: mj
        f mariejose mariejosee: mj mariejo majo
        f mariejosephe: mj mariejo
        f marielaure: ml
        f marieline maryline marilyne: line
        f marielouise: ml malou marylou milou
        f mariemadeleine: mm mado
        f mariemichele: mm
        f marienoelle: mn
        f mariepaule: mp
        f mariepierre: mp
        f marierose: mr
        f mariesophie: ms
        f marietherese: mt maite maithe marithe
        f marjolaine: marjo
        f marjorie: marjo
        f martine: titine
        f mathilde mathilda: math mat
        f maud maude
        f melanie: mel
        f melina: mel
        f melisande: mel
        f melissa: mel meli
        f melodie: mel
        f michele michelle: mimi mich
        f mireille: mimi
        f monique: momo nique
        f muriel murielle
        f mylene milene
        f myriam miriam
        f nathalie natalie: nat nath nathou
        f nicole: nico nic
        f noellie noelie
        f noemie noemi
        f nolwenn: nono
        f olivia: liv
        f ombeline ombline
        f pascale: pascalou
        f patricia: pat patou trish
        f pauline: popo
        f perrine: perrinette
        f philippine: phil
        f priscilla priscille
        f raphaelle: raph
        f rebecca: becky
        f regine: gigi
        f rosalie: rosa
        f roseline: rose
        f roxane roxanne: rox
        f sabrina: sab
        f samantha: sam
        f sandrine: sandy
        f sara sarah
        f segolene: sego
        f severine: sev
        f sibylle sybille
        f simone: momone
        f solange: soso
        f solene solenne
        f sophie: soso soph
        f stephanie: steph stef fanny stefi
        f suzanne: suzie suzy suzon
        f sylviane: syl
        f sylvie: syl
        f tatiana: tania
        f tess tessa
        f therese: tess theresa
        f tiphaine tiphanie
        f valentine: val
        f valerie: val valou
        f vanessa: van vaness
        f veronique: vero
        f victoire: vic
        f victoria: vic vicky
        f virginie: ninie gigi virg
        f viviane vivianne: vivi
        f yolande: yoyo
        f yvonne: vonette
        F adrienne aglae agnes aicha aimee albane albertine alexandrie alice alicia alienor alisee
        F alison alix ambre ambrine anais anastasie angele anissa anita anna annecatherine
        F annececile annefrancoise annegaelle annelise annick annie arlette armelle arnaude astrid
        F aude audrey augustine aurore axelle berengere berthe blanche blandine bruna candice carla
        F carole cassandra celeste celia charlene charlyne chloe cindy clara clarisse claudette
        F claudie claudy clea cleo cleophee clothilde colette coline colombe coraline cosima
        F cyrielle dany daphne denise diane domitille eden edith eglantine elea elina eline elisa
        F elise ella elsa elvire emelyne emma emmie emy enora ernestine esther eva eve fanny fantine
        F faustina faustine felicie fernande flavie flavienne fleur flora flore florine fouzia
        F france gaelle garance georgine gilberte ginette giulia gladys hanae heidi hermine honorine
        F hortense huguette iliana inaya ines ingrid irene iris isaline isaure jade jasmine josette
        F joyce judith julia juliane katia kelly kimberley lara laura laure laureline laurene lea
        F leane leila lena leonor leonore leontine leslie lila lilou lina line lisa lise lisette
        F livia loane lola lorene lorine lorraine lou louane louison luce lucette lucine ludmilla
        F luna lyna lyne lysa lysiane madeline maeline maelle maelys maeva mahaut maia maily manel
        F manon margaud maria mariane marieannick marieeve mariegabrielle mariejo marielaura
        F marielle mariepascale mariereine mariette marieve marilou marina marine marion marissa
        F marlene marthe maryam maryse maryvonne mauricette megane melinda melyne mercedes micheline
        F mila morgane mya mylan nadege nadia nadine naelle naima naomi nelly nina ninon noelle
        F oceane octavie odette odile olga olive olympe ophelie oriana oriane orlane ornella paloma
        F pascaline paula paule paulette peggy penelope perle petronille philomena philomene
        F pierrette prisca prune quiterie rachel raymonde reine renee roberte rolande romaine romane
        F romy rosa rosanna rose roselyne rosemonde rosette roxana ruth sabine salome salomee sandie
        F sandra sandy selma serine servane shana sheryl shirley sidonie sixtine sloane soizic
        F soizick soline sonia soraya soumia stacy steffie stella suzette suzon sylvaine sylvette
        F sylvianne thais thalia thea thelma tiana tifenn tonia toscane typhaine ursule valene vera
        F vicky vinciane violaine violette viviana wendy xaviere yael yasmine yolaine ysaline yuna
        F yveline yvette zelia zelie zita zoe
        """
}
