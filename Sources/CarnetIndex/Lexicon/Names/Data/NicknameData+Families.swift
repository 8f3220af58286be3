/// The same name in several languages.
extension NicknameData {
    /// Lines `m william wilhelm guillaume`: full names. A name that has no group becomes one. A
    /// line that begins with the same name as the one before goes on with it.
    static let families: StaticString = """
        m abraham avraham ibrahim brahim avram
        m adam adamo adan adao adomas
        m adrian adrien adriano adriaan adrianus adrianos adria
        m aaron aharon haroun harun aron
        m albert alberto albertus adalbert alberts albertas albrecht
        m alexander alexandre alessandro alejandro aleksander aleksandr alexandru alexandros
        m alexander aleksandar oleksandr sandor aleksanteri alexandr aleksandrs aleksandras
        m alexis alexios aleksey oleksiy alessio alexej aleksy
        m alphonse alfonso alfons alphonsus afonso
        m alfred alfredo
        m aloysius alois alojz alojzy aloys
        m andrew andre andrea andreas andries andres andreu andrzej andrej ondrej andras andrei
        m andrew andrey andriy anders antti andrejs andrius andrija ander
        m angel angelo angelos anghel ange
        m anthony antony antoine antonio anton antonius antoon
        m anthony antoni antonin antal antonios antonis
        m anthony antero ante antanas andoni
        m arnold arnaud arnaldo arnoldo arnau arnoldus arnoldas
        m arthur artur arturo arturs arturas
        m athanasius athanasios atanas
        m augustus auguste augusto august
        m augustine augustin agostino agustin agostinho agusti augustinus agoston
        m balthazar balthasar baltasar baldassarre baltazar
        m barnaby barnabe bernabe barnabas
        m bartholomew barthelemy bartolomeo bartolome bartholomaus bartholomeus bartlomiej
        m bartholomew bertalan bartolomeu bartomeu
        m basil basile basilio vasileios vasile vasily vasyl vasil
        m benedict benoit benedetto benito benedikt benedictus benedek bento benet benedito
        m benjamin beniamino benjamim binyamin
        m bernard bernardo bernhard bernardus bernat
        m blaise biagio blas blazej balazs vlasios
        m caesar cesar cesare cezary cezar
        m cajetan gaetan gaetano cayetano caetano kajetan
        m charles karl carl carlo carlos karel karol karoly carles kaarle karlo karlis karolis
        m charles carolus
        m christian cristian cristiano christiaan krystian kristian krisztian kristijan kristjan
        m christopher christophe cristoforo cristobal christoph christoffel krzysztof kristof
        m christopher krystof kristoffer cristovao christoforos kristaps
        m clement clemente clemens kelemen klemen
        m constantine constantin costantino konstantin konstantinos constantijn konstanty
        m constantine kostyantyn
        m cornelius cornelis kornel corneliu
        m cosmo come cosimo kosmas cosmin
        m cyril cyrille cirillo cirilo kiril kirill kyrylo
        m damian damien damiano damjan
        m daniel daniele danilo daniil danijel danylo
        m david davide davi dawid daud daoud davit dovydas daithi taavetti
        m denis dennis denys dionisio dionysius denes dionysios dinis
        m demetrius dimitri demetrio dimitrios dmitry dmytro dimitar dumitru dimitrije
        m dominic dominique domenico domingo dominik dominicus
        m dominic domonkos domingos domenec dominykas
        m edmund edmond edmondo edmundo odon
        m edward edouard edoardo eduardo eduard ede eduardas duarte
        m elias elie elia elijah ilija ilya ilias illia eliyahu ilie iliya
        m emil emile emilio emiel
        m emmanuel emanuele manuel emanuel emmanouil manoel
        m eric erik erich eirik eryk eriks
        m ernest ernst ernesto arnost erno
        m eugene eugen eugenio eugeniusz evgeny yevhen jeno evzen evgenios
        m fabian fabien fabiano
        m felix felice feliks
        m ferdinand ferdinando fernando fernand ferran nandor hernan
        m florian florent floriano
        m francis francois francesco francisco franz frans franciszek frantisek ferenc francesc
        m francis franciscus franjo pranas frangiskos fran
        m frederick frederic federico friedrich frederik fredrik
        m frederick fryderyk bedrich frigyes frederico
        m gabriel gabriele gabor gavriil
        m gaspard kaspar caspar casper gaspar gaspare kacper gasper
        m george georges giorgio jorge georg joris jerzy jiri gyorgy georgios gheorghe georgi
        m george georgy jordi yuri jurgen jorg juraj jure
        m george juris jurgis gevorg giorgi gjergj yuriy
        m george heorhiy jurg jorgen jurij
        m gerald geraldo
        m gerard gerhard gerardo gerardus gherardo gellert
        m gilbert gilberto
        m giles gilles egidio gillis gil
        m godfrey geoffroy goffredo gottfried godfried
        m gregory gregoire gregorio gregor grzegorz grigory grigorios gergely hryhoriy grigore
        m gustav gustave gustavo gustaaf gusztav gustaw kustaa
        m harold harald
        m henry henri enrico enrique heinrich hendrik henrik
        m henry henryk jindrich henrique enric anraoi
        m henry hendrikus
        m herman hermann armand armando ermanno hermanus
        m hilary hilaire ilario hilario hilarius ilari
        m horace horacio orazio horatiu
        m hubert uberto huberto hubertus
        m hugh hugo hugues ugo
        m humbert umberto humberto
        m ignatius ignace ignazio ignacio ignaz ignacy ignac ignasi inacio inigo inaki
        m isaac isacco itzhak isak
        m isidore isidoro isidor
        m james jacques giacomo jacopo jaime diego santiago jakob
        m james jacob jacobus jakub yakov jaume
        m james tiago iakovos jakab jacobo hagop yaakov yakiv seamus jaakko iacob jekabs jokubas
        m jerome girolamo jeronimo hieronymus hieronim jeroen jeroni
        m jeremy jeremie jeremiah geremia jeremias
        m joachim gioacchino joaquin joaquim jochem joakim
        m john jean giovanni juan johann johannes jan joao joan
        m john ivan ioannis ion ioan janos jovan
        m john johan sean iain eoin jon janis jonas juhani
        m john hovhannes yahya jaan gjon evan yohanan
        m john janez hans
        m john jens hannu ivane
        m jonathan gionata yonatan jonatan
        m joseph giuseppe jose josef jozef josephus josep jozsef
        m joseph iosif josip yosef youcef jozefus
        m joseph yosyp juozas jooseppi
        m julian julien giuliano juliano iulian
        m julius jules giulio julio iuliu gyula juliusz
        m justin giustino justino justinas
        m ladislaus ladislao laszlo ladislav wladyslaw vladislav vladyslav
        m lambert lamberto lambertus
        m lawrence laurent lorenzo lorenz laurentius laurens laurence lourenco llorenc vavrinec
        m lawrence lauri lars wawrzyniec lorinc lovro laurynas laurentiu
        m lazarus lazare lazaro lazzaro lazar lazaros
        m leo leon leone lev
        m leonard leonardo leonhard leonardus lenard
        m leopold leopoldo
        m louis luigi luis ludwig lodewijk ludwik ludvik lajos lluis luiz lewis ludvig koldo
        m luke luc luca lucas lukas lukasz lukacs loukas lluc luka
        m lucian lucien luciano
        m manfred manfredi manfredo
        m mark marc marco marcos marcus markus marek marko markos markku
        m marcel marcello marcelo marceli marcell
        m marius mario mariusz
        m martin martino martinho maarten marcin marton marti martti martynas martins martinus
        m matthew mathieu matteo mateo mattheus mateusz matus mate
        m matthew mateus mattheos matei matti matvey
        m matthew matthaus matthaios mateu matous
        m matthias mathias mattia matias matthijs maciej matej matyas matija madis
        m maurice maurizio mauricio moritz maurits mauritius mor
        m maximilian maximilien massimiliano maximiliano maximiliaan maksymilian miksa
        m maximus maxime massimo maximo maksim maksym
        m michael michel michele miguel michiel michal mihaly
        m michael mihai mihail mikhail mykhailo miquel
        m michael mikael mikkel michail mihael mikel micheal
        m michael mikko mykolas mihkel mikheil mihails
        m michael mihajlo
        m modest modeste modesto modestas
        m moses moise moises mose moshe moussa musa mousa
        m nathan natan
        m nicholas nicolas nicola nicolaas nikolaus mikolaj mikulas
        m nicholas miklos nikolaos nicolae nikola
        m nicholas nikolay mykola niels nils niilo nikolaj nikoloz nicolau niklas
        m noah noe noel
        m octavian octavio ottavio octave
        m oliver olivier oliviero
        m oscar oskar oszkar oskari oskars
        m oswald osvaldo oswaldo
        m otto ottone oto
        m patrick patrice patrizio patricio patryk patrik padraig
        m paul paolo pablo paulo paulus pawel pavel pal pavlos pau pavlo pavle paavo pavol pals
        m peter pierre pietro pedro pieter petrus piotr petr petar petros petre petro pere pyotr
        m peter petter peder petteri peteris petras peadar kepa peeter bedros piero
        m philip philippe filippo felipe philipp filip filippos fulop filipp
        m quentin quintin quintino
        m ralph raoul raul ralf
        m raphael rafael raffaele rafal rafel
        m raymond raimondo raimundo raimund ramon raimonds
        m reginald reinhold reinaldo rinaldo renaud reynald ronald ronaldo
        m renatus rene renato
        m richard riccardo ricardo ryszard rihards ricardas richardus
        m robert roberto robrecht roberts robertas
        m roderick rodrigo rodrigue
        m rudolf rodolphe rodolfo rudolph roelof
        m roger ruggero rogelio rogerio rogier rutger rudiger
        m roland rolando orlando roeland
        m roman romain romano
        m solomon salomon salomone shlomo soulayman suleyman
        m samuel samuele samuil shmuel
        m sebastian sebastien sebastiano sebastiaan sebestyen sebastiao sebastia
        m sergius serge sergio sergey serhiy sergi sergiu
        m sigmund sigismond sigismondo segismundo siegmund zygmunt zsigmond
        m sylvester sylvestre silvestro silvestre silvester szilveszter
        m sylvain silvano sylvan
        m simon simone simao szymon simeon simion shimon symeon semyon simo semen
        m stanislaus stanislas stanislao estanislao stanislav stanislaw
        m stephen etienne stefano esteban stefan stefaan szczepan istvan stefanos esteve stepan
        m stephen stephane estevao stjepan stefanus
        m tancred tancrede tancredi
        m thaddeus thadee taddeo tadeusz tadeo thaddaus tadeu tadeas
        m theodore theodor teodoro theodoros teodor fyodor fedir theodoor todor tudor tivadar
        m theophilus theophile teofilo theofilos theofiel
        m thomas tommaso tomas tomasz tamas toma tuomas toomas tomaz tomass tome
        m timothy timothee timoteo timotheus timofey timotej tymoteusz timotheos
        m tobias tobie tobia
        m valentine valentin valentino valentijn balint walenty
        m valerian valerien valeriano valery
        m victor vittorio viktor wiktor viktoras
        m vincent vincenzo vicente vinzenz vincentius wincenty vince vicenc vicentiu
        m vitus guy guido vito vit
        m vladimir wlodzimierz volodymyr waldemar valdemar
        m walter gualtiero gautier wouter walther valter
        m wenceslaus vaclav waclaw wenzel venceslao wenceslao vencel
        m william guillaume guglielmo guillermo wilhelm willem vilem vilmos guilherme guillem
        m william viljami uilliam vilhelm liam viliam
        m xavier saverio javier xaver ksawery
        m yves ivo
        m zachary zacharie zaccaria zacarias zacharias zakaria zaharia
        f abigail avigail
        f adelaide adelheid adelaida adelajda
        f adriana adrienne adrianna adrienn
        f agatha agathe agata agueda
        f agnes agnese ines agnieszka anezka inez agnesa
        f alexandra alessandra alejandra aleksandra oleksandra
        f alice alicia alicja aliz aliki
        f amalia amelie amalie
        f amelia emelia
        f anastasia anastasie
        f andrea andree andreia andreea andreja
        f angela angele angeliki aniela
        f angelica angelique angelika
        f anna anne ana ann hannah hanna annie anya anneke
        f antonia antonie antonina
        f antoinette antonietta antoaneta
        f arianna ariane ariadna ariadni
        f barbara barbe borbala barbora varvara
        f beatrice beatrix beatriz
        f benedicta benedicte benedetta
        f bernadette bernadett bernardita
        f bertha berthe berta
        f blanche bianca blanca branca blanka
        f bridget brigitte brigida brigitta birgit birgitta brigita
        f camilla camille camila kamila
        f caroline carolina karoline karolina karoliina
        f catherine caterina catalina katharina catharina katarzyna katerina katalin aikaterini
        f catherine ekaterina kateryna katrien katarina catarina caitriona katariina kotryna
        f catherine ecaterina cathrine kadri kathleen
        f cecilia cecile cacilia cecylia cecilie
        f charlotte carlotta carlota sarlota charlotta sarolta
        f christina cristina kristina krystyna krisztina khrystyna kristiina kristyna
        f christine kristine kristin kirsten kirsi kerstin christiane
        f clara claire chiara klara clare
        f clarissa clarisse clarice
        f claudia claudine klaudia klavdia
        f clementine clementina klementina
        f columba colombe
        f concepcion concetta conceicao concepcio
        f constance costanza constanza konstancja constanta
        f cornelia cornelie kornelia
        f daniela danielle daniele danijela
        f deborah debora devora
        f denise denisa
        f diana diane dijana
        f dominica dominique domenica dominika
        f dolores dolors
        f dorothy dorothea dorothee dorota dorottya
        f edith edita edyta edit edite
        f eleanor eleonore eleonora leonor elinor
        f elizabeth elisabeth elisabetta isabel isabelle elzbieta alzbeta erzsebet elisabete
        f elizabeth elizaveta elisabet elisaveta eilis elizabeta
        f elizabeth yelyzaveta elisabeta isabella izabela
        f elizabeth elise elisa
        f emily emilie emilia emilija
        f emma ema
        f emmanuelle emanuela manuela
        f erica erika erike
        f esther ester eszter hester
        f eugenia eugenie evgenia yevheniia
        f eulalia eulalie
        f eve eva ewa eeva yeva hava chava
        f evelyn evelyne ewelina evelina
        f fabiana fabienne
        f felicity felicia felicitas felicite felicja felicidade
        f flora flore
        f florence fiorenza florencia florentia
        f frances francoise francesca francisca franziska franciszka frantiska franciska
        f frederica frederique federica friederike fredrika
        f gabrielle gabriella gabriela gabriele
        f genevieve genoveffa genoveva genowefa
        f georgina georgette giorgia georgia
        f geraldine geraldina
        f gertrude gertrud gertrudis geertruida
        f gisela gisele gizella gisella giselle
        f grace grazia gracia graca
        f helen helene elena helena eleni ilona olena jelena ileana elin leena
        f henrietta henriette enrica enriqueta henrika
        f hilary hilaria ilaria
        f hope esperanza speranza nadezhda nadiya nada
        f hortense hortensia ortensia
        f ida
        f irene irena irina irini eirini iryna iren
        f jane jeanne giovanna juana johanna joanna joana jana ivana ioanna joan sinead siobhan
        f jane yana ioana johana jovana joan yoana
        f josephine giuseppina josefina josefine josefa jozefa giuseppa
        f judith giuditta judit judyta judite yehudit
        f julia julie giulia yulia iulia ioulia julija yuliia
        f juliana julienne giuliana julianna iuliana
        f juliet juliette giulietta julieta
        f justine giustina justyna justina
        f laura laure
        f laurence lorenza laurentia
        f leonie leona
        f lidia lydia lydie lidija
        f louise luisa luise ludwika lujza lluisa lovisa
        f lucy lucie lucia luzia lucja luca lucija
        f lucille lucile lucila
        f love lyubov liubov
        f magdalene madeleine maddalena magdalena madalena magdolna
        f marcella marcelle marcela
        f margaret marguerite margherita margarita margareta margarethe malgorzata margit
        f margaret margarida marketa margaretha marjeta mairead
        f marianne marianna mariana marijana
        f marina marine maryna
        f martha marthe marta
        f martina martine martyna
        f mary marie maria mari marija mariya mariia maire maryam meryem miriam maarja
        f matilda mathilde matilde mathilda matylda
        f melanie melania
        f michelle michele michela michaela micaela mihaela miguela
        f monica monique monika
        f natalia nathalie natalie nataliya natalya
        f natasha natascha natasa
        f nicole nicoletta nikoleta nicoleta
        f olga helga olha
        f patricia patrizia patrycja
        f paula paule paola
        f paulina pauline paolina pauliina
        f petra petronella pierrette petronela
        f philippa philippine filippa filipa
        f philomena philomene filomena
        f rachel rachele raquel
        f raphaelle raffaella rafaela
        f rebecca rebeca rebekka rivka rebeka
        f regina regine reine
        f renata renate renee
        f rosalia rosalie rozalia
        f rosalind rosalinda rosalinde
        f rose rosa roza roos ruza
        f rosemary rosemarie rosamaria
        f ruth rut
        f sarah sara
        f sibyl sibylle sibilla
        f silvia sylvia sylvie szilvia sylwia silvija
        f simone simona
        f sophia sophie sofia zofia sofija zsofia sofie sofya sofiia
        f stella estelle estela
        f stephanie stefania stefanie estefania stephania
        f susanna suzanne susana susanne zuzanna zsuzsanna zuzana shoshana
        f svetlana svitlana
        f tatiana tatyana tetiana tatjana
        f theodora teodora
        f teresa therese theresa theresia tereza terez
        f ursula ursule orsolya urszula orsola
        f valentina valentine valentyna
        f valerie valeria
        f vera vira viera
        f veronica veronique veronika weronika
        f victoria victoire vittoria viktoria wiktoria vitoria viktoriia
        f violet violetta violeta violette wioletta
        f virginia virginie
        f viviana viviane vivien
        f wilhelmina wilhelmine guillemette guillermina
        f yolanda yolande jolanta iolanda jolan
        f yvonne ivonne iwona
        f zoe zoi zoya
        """
}
