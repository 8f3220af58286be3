/// Dutch and Flemish.
extension NicknameData {
    static let dutch: StaticString = """
        m abraham: bram braam
        m adam: daan
        m adriaan adrianus: ad arie adri jaan adje
        m albert albertus: ab bert appie
        m albrecht: bert
        m alexander: alex lex sander xander
        m alfons alphonsus: fons fonny
        m alfred: fred
        m aloysius: wies loe lou
        m ambrosius: broos
        m andreas andries: dries andre drees
        m antoine: twan
        m anton antonius antoon anthonie: toon tony ton tonnie teun toontje twan tonny
        m arend arent: arie
        m arnold arnoldus arnout aarnout: nol noud nolle arno
        m arthur: tuur
        m augustinus august: guus stijn gust staf
        m balthazar: balt
        m barend: bart
        m bartholomeus: bart mees meeuwis
        m sebastiaan bastiaan: bas
        m benedictus: ben dict
        m benjamin: ben benny
        m berend: ben beer
        m bernard bernardus: ben bernd nard berry
        m boudewijn: bou wijn
        m casper kasper jasper
        m christiaan christianus: chris christ kris
        m christoffel christophe: chris stoffel kristof
        m clemens: clem
        m constantijn: stijn
        m cornelis cornelius: kees cor cees nelis corne corneel knelis
        m cyriel: cyr
        m daan daniel: dany
        m david: daaf
        m diederik: dirk rik diek
        m dionysius: nys dennis nijs
        m dirk: dick dirkje
        m dominicus: dominiek
        m eduard: ed edu
        m egbert: bert
        m emiel emile: miel
        m emmanuel: manu
        m engelbert: bert
        m erik eric: rik
        m evert everhardus: eef
        m ferdinand: fer ferry nand
        m filip philip philippus: flip flup
        m florent: rens
        m floris florentius: floor
        m franciscus frans: frank sus suske cies ciske franky cisco
        m frederik: fred frits freek rik freddy
        m gerard gerardus gerrit: ger gert geert sjra sjraar
        m gerbrand: gerben
        m gijsbert: gijs bert
        m gilbert: gil
        m gilles: gillis jelle
        m godfried: fried frits govert
        m guillaume: giel
        m gustaaf: staf gust guus stafke
        m hendrik hendrikus: henk hein rik henny drik harry driekus henri
        m herman hermanus: harm manus
        m hieronymus: jeroen roen
        m hilarius: lars
        m hubertus hubert: bert huub hub huib
        m ignatius: naas igna
        m jacob jacobus jakob: jaap koos sjaak jacco cobus ko jack kobe
        m jacques: sjaak jacky jack
        m jan: jantje jannes
        m janpieter: jp
        m janwillem: jw
        m jochem joachim: jo chiem
        m johan johannes: jan hans jo hannes joop han johnny john
        m joris georgius: sjors
        m joshua: josh
        m jozef joseph josephus: jef jos joop sjef jefke zjef joost jo sef
        m julius: juul
        m karel carolus: charel
        m koen koenraad
        m lambert lambertus: bert lam bertus
        m laurens laurentius: lau rens louw laurent
        m leendert leonardus leonard: leo leen lenard lenny nard
        m leopold: pol leo
        m lodewijk: lode louis wiek lo
        m luc luuk
        m maarten martinus: mart martin marten tinus maart
        m marcus mark
        m marinus: rinus rien
        m matthijs matthias mattheus matheus: thijs mathijs ties matty tijs theeuw
        m mauritius maurits: mau ritz
        m maximiliaan: max
        m melchior: chiel
        m michiel michael: chiel michel giel mike
        m nicolaas nicolas: niek nico nick klaas cole klaus claes nicky
        m olivier: olly
        m patrick: pat rick
        m paul paulus: pauwel pol
        m petrus pieter peter: piet pierre peer piotje pitje pete pier
        m philippe: flip
        m quirinus quirijn: krijn
        m reinier reinerus: rein nier
        m reinout reinhard: rein
        m remco remko
        m richard: rick ries riek
        m robert robrecht: rob bob bert robbe robby brecht
        m roeland roland: roel
        m roelof rudolf: roel ruud rolf rudy rudi
        m roger: rogier
        m samuel: sam
        m siegfried: sieg
        m simon: siem siemen
        m stanislas: stan
        m stefan stefaan steven: stef fons
        m theodoor theodorus: theo dorus door teddy
        m theofiel theophiel: fiel
        m thomas: tom maas tommy thom
        m timotheus: tim
        m urbanus: urbain
        m valentijn: tijn val
        m victor: vic
        m vincent vincentius: vin cent vince
        m wilfried: fried wil
        m willem wilhelmus guilielmus: wim pim willy wil bill willie will helmus
        m wouter wolter: walter wout
        m xavier: xaveer
        m lucas lukas: luuk
        M aalbert aart alain aldert alwin antal arjan arjen arno axel bart bas bauke ben berry bjorn
        M bob boris bram brecht bruno bryan cas casimir chiel cyril dave davy dennis derk dieter
        M dion dolf don douwe dylan eddy edgar edwin eelco eelke elmer eppe ernst erwin eugeen ewoud
        M fabian fabrice fedde fokke foppe frederic freek friso gabriel gaston geert geoffrey gerben
        M gerlof gino glenn guido gunther guy hajo hans harmen harrie harry hayo hein henny henri
        M hessel hidde hielke hugo huub ide ivan ivo izaak jaap jacco jack janbart jankees jari
        M jarno jean jeffrey jelle jens jeremias jeremy jeroen jesse jim jochen joep joeri joey
        M johnny jonas jonathan joost jordy jorg jorn jorrit jos jules jurgen jurjen jurre karsten
        M kees ken kevin kim kjeld kobe kurt lander lars leon levi lex lieuwe lieven lou luca ludo
        M luke maik marc marcel marco mario marnix marten mats matthieu mattias max melle menno
        M michel milan milo naud ned nico niels nils noah noel norbert okke olaf onno oscar otto
        M pascal peer pepijn percy perry pim quinten raf ralf ralph ramon raoul rayan rein remi rene
        M rien rik rob robbe robby robin roderick roel rogier rokus romeo ron ronald ronny ruben
        M rutger ruud ryan sam sander sem sepp seppe serge servaas sied sietse silvio sjaak sjef
        M sjoerd sjors stef stijn sven sybren teun thibo thijs tijl tijmen tijn tim timo tobias tom
        M toon twan tygo vic vince wannes ward warner warre wessel wiebe wietse wilbert willy wim
        M wino wobbe xander yannick yorick youri yves zeger
        f adriana: ad jana adri janneke arjanne
        f agatha: aagje aagt
        f agnes: nies neeske
        f alberta: bertie
        f aleida alida: aaltje leida
        f alexandra: alex sandra xandra
        f angelique: angie
        f anna anne: annie an anneke ans antje anja anita naatje annemie anouk
        f annelies: lies
        f annemarie: annemie marijke
        f antoinette: toos tonny nettie ans
        f antonia: toni toos tonia teuntje
        f barbara: babs barbel
        f beatrix: bea trix trixie
        f berendina: dina
        f bernadette: dette
        f birgit: git
        f brigitte brigitta: gitte brit
        f carolina: caro lien lientje
        f caroline: caro line
        f catharina katharina katrien katelijne: trien trijntje toos kaat rina cato katja tineke
        f catharina katharina katrien katelijne: katrijn rini trui ina to kaatje trijn
        f cecilia: ciel celia silke
        f charlotte: lotte lot
        f christina christine christiana: stien tine tina christel chris stientje krista tineke
        f clara: claartje
        f cornelia: corrie nel nelly cora neeltje cor nellie corry corine nele
        f daniela danielle: dani
        f dorothea: door dora dorien thea doortje
        f dymphna: dimphy
        f eleonora: noor nora elly
        f elisabeth elizabeth: els lies betty elly liesbeth bets ellie betje liesje elsje ilse lisa
        f elisabeth elizabeth: ella beth lisette elise liselotte bep lys
        f eva: eefje evi
        f fenna: fenne
        f francisca: cisca sisca franka francien ciska siska
        f fredrika frederika: riek frieda
        f geertruida gertrudis gertrude: truus trui geertje trudy truida tru geer
        f gerarda: gerda
        f gerritje: gerrie
        f gwendolyn: gwen
        f hanna: hanneke
        f heleen helena: lena leen leentje heleentje lenie helen marleen
        f hendrika henriette: riek rika henny hennie jet hetty drika
        f hilde hildegard
        f ida: iet
        f inge ingeborg
        f isabel isabelle isabella: isa bella
        f jacoba: coby jaapje cootje jacqueline co jacomien
        f jacqueline: jackie lien
        f janna janneke
        f jantina: tina
        f jeanne: sjaan
        f jeannette: net jet
        f johanna: jo hanneke joke annie jopie jans hanny anneke janneke janna hanna
        f josephine josephina jozefien jozefa: jo fien josje fientje josee
        f juliana: jul jana
        f karen karin
        f kristien kristel: kris
        f laurentia: rens
        f liesbeth: lies bets
        f louise: wies loes lou wiesje
        f lucia: luus cia
        f lutgart lutgardis: lut
        f machteld mathilda: tilly mechtild thea til
        f magdalena: leen lena magda
        f margaretha margriet: greet gre griet greetje marga margje rita margo gretha margot
        f margaretha margriet: margreet grietje greta
        f maria: mia marie riet mieke marijke rie ria maaike mies marietje miet mientje marja miep
        f maria: mimi
        f marianne: jannie
        f marielouise: marlies marloes
        f marijke: mieke
        f marina: rina
        f marleen: leen
        f martina: martine tina martie
        f martine: tine
        f mathilde: til tilly
        f michele michelle
        f monica monique: moon
        f nathalie: nat
        f nicole: nicky
        f paula: paulien
        f pauline paulien: lien
        f petronella: nel pietje petra nelly ellen pieternel
        f philippina: pien
        f regina: gina
        f roos rosa: roosje
        f rosalie: roos
        f rosemarie: roos
        f sara sarah: saar saartje sarina
        f saskia: sas
        f sofie sophie sophia: fie fietje
        f stephanie stefanie: steffie fanny
        f susanna suzanne: sanne suus suze susan suzy
        f theresia theresa teresa: trees thea tries resi treesje
        f ursula: ursel
        f valerie: val
        f veronica: vera
        f victoria: vicky toor
        f wilhelmina: mien wil mina willy willemien mientje helmie minny miena
        f yvonne: von vonneke
        F aafke aleid alice amber amelia an andrea anita anja ankie ann anneke anneloes annet
        F annette annick anniek anouk ariane arlette astrid aurelie babette bea berdien betty bianca
        F bo bregje brenda britt carine carla carmen carole celine chantal cindy claire clarissa
        F claudia conny daisy daphne debbie denise diana diane dina dominique dorine ebba edith
        F elien eline elise elke ellen elly els elsbeth emilie emma emmy erika esmee estelle esther
        F evelien eveline evy fabienne famke fay feline femke fiona fleur floor floortje frauke
        F freya frida gaby geertje gerda gina ginette gisele gitte greet griet guusje hadewych
        F hannah hanne hannelore hedwig heidi helga hilda ilona ilse imke ina ine ineke ines
        F ingeline ingrid irene irma isa isabeau isolde ivonne jana janine jasmijn jennifer jessica
        F jet jill jinke jitske jolanda jolien josee josine joyce judith julia juliette kaatje
        F karlien karolien katja kato kelly kim kirsten klaartje lana lara laura laure lauren lea
        F leen lena lente leonie leontien lidewij lieke lien lies liesbet lieve lili lilly linda
        F lindsay lisa lise lisette lissa liv loes lore lotte lucie luna lut lydia lynn maaike
        F maartje maja mandy manon mara marga margot marie marieke marije marijn marion marit marita
        F marjan marjolein marjon marlies marloes marte martha maud mechtild melanie melissa merel
        F merle mia mieke miet mila milou mirjam mirte moniek myriam myrthe nadia nadine nancy nanne
        F natascha nel nele nelleke nicky nienke nina noa noor noortje olga olivia pascale patricia
        F petra pia puck quirine ragna ramona renate renee ria rianne riet rita rosanne roxanne ruth
        F ryanne saar sabine sam samantha sandra sandrine sanne sarina selma senna shana shirley
        F silke silvia simone sofieke sonja steffie sterre stien suus sylvia sylvie tamara tanja
        F tara tess tessa thea tine tineke tiny tirza trees tuur ulla ulrike vanessa veerle vera
        F victorine viola viviane wendela wendy wies willeke willemijn xandra yasmina yolande yvette
        F zita
        """
}
