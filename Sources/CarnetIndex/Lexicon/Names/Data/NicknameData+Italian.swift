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
        m michele: lino miche mike lele michelino
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
        M achille aldo ambrogio amedeo armando aurelio biagio bruno camillo damiano dario diego
        M egidio elia elio elvio enea enzo ermanno ernesto ettore evaristo ezio fabio felice
        M ferruccio flavio franco fulvio furio gaspare gastone gianni gino giordano giosue giulio
        M giustino goffredo guido innocenzo ivo lino livio loris manlio marcello mariano martino
        M marzio mauro medardo moreno natale nello nereo nicodemo nunzio omar oreste orlando oscar
        M osvaldo ottavio piero pio primo quirino remo renzo rino rocco romano romeo sandro secondo
        M sergio settimio silvano silvestro silvio stelio tancredi tullio ugo ulisse vasco virgilio
        M vito zaccaria
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
        f francesca: fra franci checca francy cesca cecca
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
        F ada adele agnese alba alberta alice ambra amelia aurora benigna bianca brigida carla
        F cinzia clara clelia consuelo diana elettra eliana emilia emma ester eugenia eva fabiola
        F fabrizia fiorella fiorenza flavia flora floriana franca gaia giada gianna ginevra gioia
        F giuditta gloria greta ida ines irene ivana katia lea letizia lia liana lidia livia lorella
        F lorena luciana lucrezia marcella mariacristina mariagrazia mariangela marianna
        F mariarosaria mariella marilena marina marinella marisa maristella marta maura melissa
        F milena mirella miriam morena nadia noemi norma olga ornella pierangela rebecca renata rita
        F romina rosalba sabina sandra sara silvana sonia stella tamara tatiana tullia viola
        """
}
