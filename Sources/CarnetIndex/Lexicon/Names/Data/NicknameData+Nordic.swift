/// Swedish, Norwegian and Danish.
extension NicknameData {
    static let nordic: StaticString = """
        m aksel axel
        m albert: abbe
        m alexander aleksander: alex sander alec
        m alfred: affe
        m anders: andy ante
        m andreas: ante andy
        m anton: toni
        m asbjorn asbjoern
        m bengt: benke
        m benjamin: ben benny
        m bertil: berra
        m birger: bigge
        m bjorn bjoern: bjorne nalle
        m borje boerje
        m carl karl: calle kalle charlie
        m christer krister: krille
        m christian kristian: chris kris krille
        m christoffer kristoffer kristofer: chris kris toffe stoffer
        m claes klas klaes
        m daniel: danne dan
        m david: dave
        m eirik erik eric: jerker erke jerka erka
        m erland erlend
        m filip philip: fille
        m fredrik frederik: fred fredde frede figge
        m fritjof fridtjof
        m goran goeran: jorran
        m gosta goesta
        m gunnar: gurra
        m gustav gustaf: gurra gosta gusse
        m hakan haakan haakon hakon
        m halvard havard haavard
        m hans: hasse
        m harald: halle
        m henrik: henke henka
        m ingemar: inge
        m ingvar: inge
        m jacob jakob: jeppe jacke
        m jan: janne
        m joakim joachim: jocke kim joa
        m johan johannes: john jonte johnny hannes janne jojje johs
        m jon john
        m jonas: jonte
        m jonathan: jonte
        m jorgen joergen: jorre
        m jorn joern
        m kaj kai kay
        m karsten carsten
        m kasper casper
        m kenneth: kenta ken
        m kent: kenta
        m kjell kjeld: kjelle
        m kjetil ketil
        m klaus claus
        m knud knut: knutte
        m kurt: kurre
        m lars: lasse
        m lauritz laurits: lars
        m leif: leffe
        m lennart: lelle lenny
        m ludvig: ludde
        m magnus: mange manne
        m marcus markus: mackan
        m martin: marre
        m mathias mattias: matte matti
        m mats mads: masse
        m mikael michael mikkel: micke mikke mick mik
        m morten marten
        m niclas niklas: nicke nisse
        m niels nils: nisse
        m nikolaj nicolai: nico niko
        m olav olaf: ola
        m ole
        m olof olov oluf: olle ola
        m oskar oscar: ogge
        m par paer
        m patrik patrick: patte
        m pal paal
        m paul poul: palle
        m per peer pehr: pelle
        m peter petter peder: pelle
        m ragnar: ragge
        m rasmus: rasse
        m richard rikard: ricky
        m robert: robban
        m roger: roggan
        m rolf: roffe
        m samuel: samme
        m sebastian: sebbe basse
        m sigurd: sigge
        m simon: simme
        m soren soeren
        m stefan: steffe steffen
        m stein sten: stene
        m stig: stikkan
        m svein sven svend: svenne
        m teodor: teo
        m thor tor
        m thorbjorn torbjorn torbjoern: tobbe
        m thorsten torsten: totte
        m tobias: tobbe
        m tom thomas tomas: tompa tommy
        m torkel torkil
        m ulf: uffe
        m valdemar: valle
        m viktor victor: vicke
        m vilhelm: ville
        M arild arne arnold arvid asgeir asger bent bernt bjarne bo einar emil erling eskil espen
        M even finn flemming frank frode geir georg gisle gudmund halvor helge henning henry hjalmar
        M ivar jens jeppe jesper joel josef kevin linus mogens otto ove palle preben roar roland
        M rune simen sivert sixten snorre steffen steinar sture tage terje tore torgeir troels trond
        M trygve uno urban vegard vidar viggo yngve
        f agneta agnetha: neta
        f alexandra: alex sandra
        f anette annette
        f anna: annika
        f anne: annie
        f annelie anneli
        f asa aase ase
        f birgit birgitta birgitte: gitte gittan bittan
        f brit britt: britta
        f camilla kamilla: milla
        f carina karina
        f caroline karoline: lina line karo
        f cathrine katrine kathrine katrin: trine kaja kat katta
        f cecilia cecilie: cissi silje
        f charlotte charlotta: lotta lotte
        f christina kristina kristine: stina tina kicki stine
        f elisabet elisabeth: lisa betty lisbet bettan elsa lise lis bet betten
        f elsa else
        f emelie emilie: emmy
        f eva: evy
        f gunhild gunilla: gun nilla
        f hanna hanne
        f helene helena: lene lena
        f hilde hilda
        f ingeborg: inga bojan
        f jannicke jannike
        f jessica: jessi
        f johanna johanne: hanna jossan
        f josefin josefine: jossan josie fine
        f julia julie
        f karen
        f kari
        f karin: kajsa
        f katarina: kattis kat
        f kerstin kirsten kjersti
        f louise lovisa: lova
        f malin: malla
        f margareta margrethe: greta grete maggan margit grethe maggi
        f maria marie: mia maja
        f marianne: mari
        f mathilde matilda: tilda tilde
        f monika monica
        f pernille pernilla: nille nilla
        f rebecca rebecka: beckan
        f rut ruth
        f sara sarah
        f sigrid: siri
        f sofie sofia sophia: fia soffan
        f susanne: sanne sussi sus
        f tea thea
        f therese teresa: tess
        f torhild torild
        f ulrika ulrikke: ulla rikke
        f veronica veronika
        f viktoria victoria: vickan
        f ingrid: inga
        f kristin: kris
        f ragnhild: ragna
        f ellen: elle
        f frederikke: rikke
        F agnes alice amalie anita annemarie annika astrid barbro beate bente berit birthe bodil
        F britta dagmar dagny ebba elin elina ella emma erika ester evelina frida froya gerd gerda
        F gitte gro gudrun gunn gunvor guro hedda hedvig hege heidi helga helle henriette hildegunn
        F ida inga inge ingegerd inger ingunn irene iselin jenny jytte karianne kirsti kjerstin
        F klara lena linn linnea lise liv lone lotta mai maj maja margit mariann marit marte martina
        F merete mette mona nina oda petra pia randi rigmor rita ronja sanna signe silje siri siv
        F solveig sonja stina stine sunniva synne synnove tone tora tove trine tuva ulla unni vera
        F vigdis wenche ylva yrsa
        """
}
