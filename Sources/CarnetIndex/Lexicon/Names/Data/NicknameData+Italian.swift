/// Italian.
extension NicknameData {
    static let italian: StaticString = """
        m adriano: adri
        m agostino: tino ago
        m alberto: berto albi
        m alessandro: ale sandro alex alessio lele sandrino
        m alessio: ale
        m alfonso: fonso alfo
        m alfredo: fredo alfre
        m andrea: andre andy
        m angelo: angelino lillo
        m antonio: tonio nino toni tony toto tonino nanni antonello totonno ninuccio
        m arturo: artu
        m attilio: tilio
        m augusto: gusto
        m baldassarre: baldo
        m bartolomeo: bartolo meo bortolo
        m battista giovannibattista giambattista gianbattista: titta gianni
        m benedetto: benni
        m beniamino: mino ben
        m bernardo: dino nardo
        m carlo: carletto carlino
        m carmelo: melo
        m carmine: mino
        m cesare: cesarino
        m claudio: clau
        m corrado: dado
        m cosimo: mimmo
        m cristiano: cri
        m cristoforo: cristo
        m daniele: dani dany lele
        m davide: dado
        m domenico: mimmo mico memmo menico mimi nico minguccio
        m donato: tino
        m edoardo eduardo: edo dodo duccio
        m emanuele: manu lele manuel
        m emilio: milo
        m enrico: rico chicco enri
        m eugenio: gege
        m fabrizio: fabri bicio fabry
        m federico: fede rico chicco fred
        m ferdinando: nando ferdi
        m fernando: nando
        m filippo: pippo fil lippo
        m francesco: franco checco cecco fra ciccio cesco chicco frank franci
        m gabriele: lele gabri gabry
        m gaetano: tano nino
        m gennaro: gennarino rino
        m gerardo: gerry
        m giacomo: jack mino giaco giacomino
        m giampaolo gianpaolo: gianni gian
        m giampiero gianpiero: gianni gian
        m giancarlo: gianni gian
        m gianfranco: gianni gian franco
        m gianluca: luca gian
        m gianluigi: gigi gian gianni
        m gianmarco giammarco: gian
        m gianmaria giammaria: gian
        m gilberto: gil
        m gioacchino: giaco
        m giorgio: giorgino
        m giovanni: gianni vanni nino gio gian giovannino giangi nanni
        m girolamo: momo
        m giuliano: giuli
        m giuseppe: beppe peppe pino peppino beppo geppo pippo bepi geppino giusi giuse seppe
        m gregorio: greg
        m gualtiero: tiero
        m guglielmo: memo lello elmo
        m ignazio: nazio gnazio
        m ivano ivan
        m jacopo iacopo
        m lamberto: berto
        m leonardo: leo nardo
        m leopoldo: poldo
        m lorenzo: renzo lollo lori enzo lore
        m luca: lucky
        m luciano: ciano
        m luigi: gigi gino gigino luis gigetto
        m manfredi manfredo
        m marco: marchino
        m mario: mariolino mariuccio
        m massimiliano: max massi
        m massimo: max massi mino
        m matteo: teo
        m mattia: matti
        m maurizio: mauri icio
        m michelangelo: miche
        m michele: lino miche mike lele michelino michi
        m mirko mirco
        m nazareno: neno
        m nicola niccolo nicolo: nico nic cola
        m paolo: paolino
        m pasquale: pasqualino lino
        m pierfrancesco: piero
        m pierluigi: piero gigi pigi
        m pierpaolo: piero
        m pietro: piero pierino piere
        m raffaele raffaello: lello raffa lele
        m raimondo: mondo
        m renato: rena
        m riccardo: ricky riky ricchi
        m roberto: robi berto roby robertino
        m rodolfo: rudi dolfo
        m rosario: saro sasa
        m ruggero ruggiero
        m salvatore: salvo toto turi totuccio sasa tore turiddu tuccio
        m samuele: samu sam
        m santo: santino
        m saverio: save
        m sebastiano: seba iano nuccio bastiano vastiano
        m simone: simo
        m stefano: ste stefo fano
        m teodoro: doro
        m tiziano: tizi
        m tommaso tomaso: tommi masino maso tom tommy
        m umberto: berto
        m valentino: vale tino
        m valerio: vale
        m vincenzo: enzo vince cenzo vincenzino cecio vinnie
        m vittorio: vito vitto torio
        m walter valter
        M achille adelmo agnolo alarico albano albino alceste alcide aldo aleandro alfio alighiero
        M alvise amadeo amato ambrogio amedeo amerigo anacleto anastasio angiolo annibale anselmo
        M antimo apollo aristide armando arnaldo arrigo ascanio astolfo atanasio atenore aureliano
        M aurelio azeglio baldassare barnaba bartolommeo bastiano benigno benvenuto bernardino berto
        M bettino biagio bonaventura boris brando brizio brunello bruno calcedonio calogero camillo
        M cataldo celestino celso cino ciriaco cirillo ciro claudiano clemente coriolano costantino
        M costanzo crispino damiano dante dario davino delfino demetrio desiderio diego dino dionigi
        M donatello duilio durante edgardo efisio egidio elia elio elpidio elvio emiliano enea enzio
        M enzo eraldo ercole ermanno ermes ermete erminio ernesto eros ettore eusebio eustachio
        M evangelista evaristo ezio fabiano fabio fausto fedele federigo felice ferrante ferruccio
        M filiberto fiorenzo fiorino flaminio flavio floriano folco fortunato fosco franco frediano
        M fruttuoso fulgenzio fulvio furio galeazzo galileo gaspare gasparo gastone gavino gelindo
        M geremia germano gerolamo geronimo gherardo giacinto gian gianfrancesco giannetto gianni
        M giannino gildo gillo gino gioele gionata giordano giosue giotto gisberto giulio
        M giustiniano giustino glauco goffredo graziano guarino guerrino guido gustavo igino ilario
        M innocenzo ippolito isidoro italo ivo lapo lauro lazzaro leandro leone leonida leonzio
        M liborio lino livio loreto loris lothar luchino lucio ludovico luigino macario maffeo
        M manlio mansueto marcantonio marcello mariano marino marsilio martino marzio massimino
        M mauro medardo melchiorre melo modesto monaldo moreno napoleone narciso natale natalio
        M nazario nello nereo nestore nicodemo nicolino nino norberto nuccio nunzio olindo omar
        M omero onofrio orazio oreste orlando orsino oscar osvaldo ottaviano ottavio ottone ovidio
        M palmiro panfilo pantaleo paride pasqualino patrizio pellegrino pierangelo piergiorgio
        M pierino piero piersanti pio placido pompeo pomponio priamo primo prospero puccio quirino
        M rainaldo ranieri raniero raul remo renzo rinaldo rino rocco rolando romano romeo romolo
        M rosalino rosolino ruben rufino sabatino sabino salvo sandrino sandro sansone sante santi
        M saulo savino secondo sergio settimio severino silvano silverio silvestro silvio simeone
        M sirio sisto socrate stanislao stefanino stelio tancredi tarcisio tazio teobaldo teodosio
        M terenzio tiberio tino tito toni tonino torello torquato tullio turi ubaldo uberto ugo
        M ulderico ulisse umile urbano valente valeriano vasco venanzio venerando vieri vincenzino
        M vinicio virgilio virginio vitale vito vittore vittorino zaccaria zeno
        f adriana: adri
        f alessandra: ale sandra alex
        f alessia: ale
        f amalia: lia
        f angela: angie lina lella angelina
        f angelica: angi
        f anna: annina nanna annuccia
        f annamaria: anna
        f annarita: anna
        f annunziata: nunzia titina nunziatina
        f antonella: anto nella lella
        f antonia: anto tonia nina antonina toni
        f antonietta: anto etta
        f arianna: ari
        f assunta: susi titina suntina
        f barbara: barbi babi
        f beatrice: bea bice bibi
        f benedetta: bene
        f camilla: cami
        f carlotta: lotta
        f carmela: lina mela carmelina melina
        f carolina: caro
        f caterina: cate rina cati titti nina katia
        f cecilia: ceci
        f chiara: chiaretta
        f claudia: clau
        f concetta: tina ettina concettina cettina titti
        f costanza: costi
        f cristiana: cri
        f cristina: cri tina cris
        f daniela: dani lela
        f debora deborah
        f domenica: mimma nica
        f donatella: dona tella lella
        f elena: ele lena nena
        f eleonora: ele nora leo
        f elisa: eli lisa
        f elisabetta: betta eli betti lisa elisa
        f emanuela: manu lella
        f enrica: rica
        f erica erika
        f fabiana: fabi
        f federica: fede chicca
        f fernanda: nanda
        f filomena: mena filo
        f francesca: fra franci checca francy cesca cecca franca
        f gabriella: gabri lella gaby
        f giorgia: gio
        f giovanna: gio vanna gianna nanna giovannina
        f giulia: giuli
        f giuliana: giuli
        f giuseppa giuseppina: pina giusy pinuccia peppa giusi beppa pippa peppina
        f grazia: graziella
        f graziella: grazia
        f ilaria: ila
        f immacolata: imma tina titina
        f isabella: isa bella
        f laura: lauretta
        f liliana: lilli
        f loredana: lory dana
        f lorenza: renza
        f lucia: lucy luci
        f ludovica: ludo
        f luigia luigina: gina gigia
        f luisa: lu isa
        f maddalena: lena madda
        f manuela: manu
        f margherita: rita marghe ghita marga
        f maria: mariuccia mariella mimma mara marietta iuccia
        f mariateresa: marisa
        f martina: marti
        f matilde: tilde mati
        f michela: miche michi
        f monica: moni
        f nicoletta: nico
        f paola: paoletta
        f patrizia: patti patty
        f raffaella: raffa lella
        f roberta: roby robi
        f rosa: rosetta rosina
        f rosalia: lia
        f rosanna rossana: rosy
        f rosaria: saretta rosy
        f rossella: rosy
        f sabrina: sabri
        f samanta samantha: samy
        f serena: sere
        f silvia: silvi
        f simona: simo
        f sofia: sofi
        f stefania: ste stefy stefi fania
        f susanna: susi
        f teresa: resi terry teresina sisina
        f tiziana: titti tizzi
        f valentina: vale tina
        f valeria: vale
        f vanessa: vane
        f veronica: vero
        f vincenza: enza
        f virginia: gina
        f vittoria: vitto vicky
        f viviana: vivi
        f yvonne ivonne
        F ada addolorata adelaide adele adelina agata agnese agostina aida alba alberta albertina
        F alda alfonsa alfonsina alice allegra amanda ambra amelia amina anastasia andreina angelina
        F angiolina anita annalaura annalisa annalucia annamarta annetta annunciata apollonia
        F arcangela argentina armida asia atena augusta aurelia aurora azzurra barbarina battistina
        F benigna benilde berenice bernardina betta bettina bianca biancamaria bice brigida bruna
        F calogera candida carina carla carlina carmen carola celeste celinda cesarina cesira cinzia
        F clara clarissa claudina clelia clementina colomba consuelo corinna cornelia corradina
        F crocifissa dafne dalia dalila damiana danila daria delfina delia desdemona diamante diana
        F diletta dina dionisia doriana dorotea edda edvige egle elda elettra eliana elide elisea
        F elma eloisa elsa elvira emilia emiliana emma enza ermelinda ermenegilda ersilia esmeralda
        F ester esterina eugenia eva evelina fabia fabiola fabrizia fausta fedora felicia felicita
        F ferdinanda fiamma fiammetta fiora fiorella fiorenza fiorina flaminia flavia flora floriana
        F fortunata fosca franca fulvia gabriela gaetana gaia gemma genoveffa geraldine gerarda
        F germana gessica giada gianna gilda gina ginetta ginevra gioconda gioia giordana gisella
        F giuditta giusi giustina glenda gloria graziana greca greta guendalina ida ines iolanda
        F iole irene iride irma isa isidora isotta italia ivana jessica jole katia katiuscia lara
        F lavinia lea leonarda leonora leontina letizia lia liana liberata licia lidia lilla lina
        F linda lisa livia lodovica lolita lorella lorena loretta lorita luana luce lucetta luciana
        F lucilla lucina lucrezia luisina maia manola mara marcella marcellina margot mariacarla
        F mariacristina mariaelena mariagiovanna mariagrazia mariaida marialuisa mariangela marianna
        F mariapia mariarosa mariarosaria mariasole mariavittoria mariella marilena marina marinella
        F marisa maristella marta mattea maura melania melina melissa mercedes mia milena milvia
        F mina mirella miriam mirta moira mona morena morgana nadia natalia natalina natascia nedda
        F nella nerina nilde nina nives noemi nora norina norma novella nunzia olga olimpia olivia
        F ondina oriana orietta ornella orsola ortensia palma palmira pamela penelope perla petra
        F pia piera pierangela pierina pina prisca priscilla rachele raffaellino ramona rebecca
        F renata renza rita ritangela romana romilda romina rosalba rosalinda rosamaria rosangela
        F rosaura rosella rosetta rosina ruth sabina sandra santa santina sara saveria savina
        F sebastiana selene selvaggia severina sibilla silvana silvestra siria sonia stefanella
        F stella sveva tamara tatiana tea tecla tilde tina tosca tullia uma ursula valeriana vanda
        F vanna vera verdiana vilma viola virna vita vittorina wanda zita zoe
        """
}
