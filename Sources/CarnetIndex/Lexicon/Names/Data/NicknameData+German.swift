/// German, with Austria and Switzerland.
extension NicknameData {
    static let german: StaticString = """
        m achim joachim: jochen jo
        m adalbert: bert adi
        m adolf: dolf adi
        m adrian: adi
        m albert: bert berti albi
        m albrecht
        m alexander: alex sascha xander lex sandro sandi
        m alfons: fonsi alf
        m alfred: fred fredi alf fredl
        m alois aloys: loisl lois luis
        m andreas: andi andy anderl andre
        m anton: toni done tonl anti
        m arnold: noldi arno
        m artur arthur: turi
        m august: gustl gust
        m balthasar: hauser balz
        m bartholomaus bartholomaeus: barth bartl
        m benedikt: bene ben beni
        m benjamin: ben benni benny
        m bernd bernt
        m bernhard: bernd bernie hardy berni
        m bertold berthold: bert
        m bjorn bjoern
        m burkhard burkhart: burki
        m carsten karsten: kalle
        m christian: chris christl krischan hitsch
        m christoph christof: chris stoffel stoffi stoph
        m clemens klemens: clem
        m daniel: dani dan danny
        m david: dave davi
        m detlef detlev
        m dieter diether: didi
        m dietrich: dieter didi diez
        m dominik dominikus: nick domi dom
        m eberhard: ebi hardy eb
        m eckhard eckart ekkehard: ecki
        m edmund: ed
        m eduard: edi edy ed
        m emanuel: manu
        m engelbert: bert engel
        m erhard: hardy
        m erich: eri
        m erik eric
        m ernst: ernstl aschi
        m fabian: fabi fab
        m felix: lixi
        m ferdinand: ferdi fernand ferdl
        m florian: flo flori
        m frank: franky
        m franz: franzl franzi ferenz
        m franzjosef: fj
        m franzxaver: fx xaver
        m friedhelm: fried
        m friedrich: fritz fredi friedel friedl fiete fred frieder
        m gabriel: gabi
        m georg: schorsch girgl schorschl gorg
        m gerald: geri
        m gerd gert
        m gerhard gerhart: gerd hardy geri gert
        m gernot: gerni
        m gottfried: friedel gotti
        m gregor: gregi greg
        m gunter guenter gunther guenther: gunni
        m gustav: gustl gusti
        m hans: hansi hansl hannes hanns
        m hansdieter: hd
        m hansgeorg: hg
        m hansjakob: hj
        m hansjorg hansjoerg: hj
        m hansjosef: hj
        m hansjurgen hansjuergen: hj hajo
        m hanspeter: hp hape hampi
        m hansruedi hansrudolf: hr
        m hanswerner: hw
        m harald: harry hari
        m hartmut: harti
        m heinrich: heinz heini heiner henrik rico hein
        m heinz: heinzi
        m helmut hellmuth: heli helli
        m hendrik henrik: henk
        m herbert: herb bert herbi heribert
        m hermann: harm manni herm
        m holger: holgi
        m horst: hotte
        m hubert hubertus: hubsi bert hubi
        m ignaz: naz
        m ingolf: ingo
        m jakob jacob: jack jockel joggi jakl kobi
        m johann johannes: hans hannes hansi jo johnny hanns hansl jan jannis
        m jorg joerg: jorgi
        m jorn joern
        m josef joseph: sepp seppl jupp beppo pepi beppi jo josi sepperl
        m julian: juli jul
        m julius: jul juli
        m jurg juerg
        m jurgen juergen: jogi jurg juerg
        m kai kay
        m karl carl: kalle karli charly karlchen
        m karlheinz: kalle kh heinz
        m kaspar caspar kasper: chasper
        m kevin: kev
        m kilian: kili
        m klaus claus: klausi
        m konrad conrad: conny koni kurt radi
        m konstantin constantin: kosta conny stani consti
        m korbinian: korbi
        m kurt curt: kurtl
        m laurenz lorenz: lenz lenzi enz
        m leo leon
        m leonhard: leo hardi lienhard leonl hartl
        m leopold: leo poldi poldl
        m luca luka
        m ludwig: lutz luggi wiggerl lude
        m lukas lucas: luki luke
        m magnus: mang
        m manfred: manni fred fredi mani
        m manuel: manu mani
        m marcel: marci
        m marco marko
        m markus marcus: mark
        m martin: marti maertl tinu
        m mathias matthias: matze hias matthi hiasl mats matz matthes thias
        m matthaus matthaeus: matz
        m maximilian: max maxi maxl
        m meinhard: meini
        m meinrad: meini
        m melchior: melk
        m michael: michi micha mike michel michl much mischa
        m moritz: mo
        m nepomuk: muck
        m niels nils
        m nikolaus nicolaus niklas niclas: nico niki klaus niko claus nick nickl klas
        m norbert: norbi bert nobbi
        m oliver: oli olli olly
        m oskar oscar: ossi
        m oswald: ossi oswin
        m otmar othmar ottmar: otti
        m otto: otti
        m pascal: pasci
        m patrick: pat rick
        m paul: pauli
        m peter: pit pete peterl pepo petz
        m philipp philip phillip: phil lipp philli fips
        m raimund raymund: rai mundi
        m rainer reiner: rainerle
        m ralf ralph
        m rolf
        m raphael rafael: rapha raffi
        m reinhard reinhart: reini hardy
        m reinhold: reini holdi
        m richard: richi rick ritschi
        m robert: robi rob bert robby bertl
        m roland: roli rolli rolandl
        m roman: romi
        m ronny ronald
        m rudiger ruediger: rudi
        m rudolf: rudi rolf ruedi dolf ruodi
        m rupert ruprecht: rupp rupi
        m samuel: sam sami samu
        m sebastian: basti bastian seb wastl basty wast
        m severin: sevi
        m siegbert: sigi
        m siegfried: sigi siggi fried
        m siegmund sigmund: sigi siggi
        m silvester sylvester: vestl
        m simon: simi simmerl
        m soren soeren
        m stefan stephan steffen: steff steffl stef stevie
        m sven swen
        m thaddaus thaddaeus: thaddi
        m theodor: theo teddy dorl
        m thomas: tom tommy thommy tomi tommi
        m thorsten torsten: toto totti
        m tilman tillmann: till
        m tim timo
        m timotheus: tim timo
        m tobias: tobi tobs
        m ulrich: uli ueli ulli
        m urs: ursli
        m valentin: vali valtl veltl
        m viktor victor: vik
        m vinzenz vincent: zenz vinz vinzi
        m vitus veit
        m volker: volki
        m waldemar: waldi
        m walter walther: walti waldi wali walt
        m wendelin: wendl
        m wenzel: wenz
        m werner: werni
        m wilfried: willi fried
        m wilhelm: willi willy wim helmi will wili
        m winfried: winni fried
        m wolfgang: wolf wolfi wolferl
        m wolfram: wolf wolfi
        m xaver: xaverl xari vere
        m yannick jannik jannick
        M aaron adam adelbert alarich albin alfried alwin ansgar armin arnd arne arno axel balduin
        M bastian bela bodo boris bruno burkard cajetan cay christfried cornelius cyrill damian
        M detmar diethelm dietmar dirk edgar edwin egbert egon einar elias elmar emil emmerich enno
        M erasmus ernstjoachim erwin eugen ewald fabio falk falko fiete finn folkert frederik
        M fridolin fritz fynn gallus gebhard gereon gerfried gerrit gideon gilbert giselher goetz
        M gotthard gottlieb gottlob gotz guido hagen hajo hannes hanno harro hartmann hartwig hasso
        M heiko heimo heiner helfried helge henning henri henry herwig hilmar hinrich holm hugo
        M immanuel ingbert ingo isidor ivo jan jannes jaron jasper jens jeremias jermaine joel jonas
        M jonathan jonte joost jost julien justus kersten kimi knut lars lasse laurin leander leif
        M lennard lennart leonard levi levin liam lienhard linus lio lorin lothar louis ludger luis
        M luitpold lutz malte marc marian marin mario marius markward marlon marvin mats maurice max
        M meinolf mika milan milo mirko nando neo nick nico niko noah noel odo olaf ole oswin
        M otfried ottokar pankraz pepe phil philemon pirmin quentin quirin raik ramon randolf reto
        M ricardo rico robin rochus romeo rouven ruben runar ruven sandro sascha siegmar sigurd
        M silas silvan silvio sixtus soenke sonke steven tade tassilo theo theobald thilo thore
        M thure till timm timon tino titus tom toni torben tristan udo uli ullrich urban utz uwe
        M valerian veikko vinzent volkhard volkmar volkmer wendel wieland wigbert wilbert willi
        M willibald winrich wolf wolfhard wolfried wunibald yves
        f adelheid: heidi adele alida
        f alexandra: alex sandra alexa xandi sandi
        f amalie: mali malchen
        f andrea: andi
        f angela: angi geli
        f angelika: geli angie angi
        f anika annika
        f anna: anni anne annerl nannerl
        f anne: anni anja
        f annegret: anne
        f anneliese annelies: liese anni anneli liesl
        f annemarie: annemie anni
        f annette anette
        f antonia: toni
        f antonie: toni
        f barbara: babsi barbi baerbel barbel babs barb babette wabi
        f beate: bea
        f beatrix beatrice: bea trixi trix
        f bettina: betti tina
        f bianca bianka
        f birgit birgitt: biggi bibi gitti
        f brigitte brigitta: gitti britta gitte biggi brigit gitta
        f brunhilde: hilde bruni
        f cacilie caecilie cacilia caecilia: cilli zilli cilly
        f carina karina
        f carola karola
        f caroline karoline carolin karolin: caro karo lina line
        f charlotte: lotte lotti charly lottchen
        f christa: christl
        f christiane: christl tiane chris jane
        f christina: chris tina christl christi
        f christine: chris tina christl christi stine
        f clara klara
        f claudia klaudia: claudi klaudi
        f cordula: cordi
        f corinna: cori
        f cornelia: conny conni nelly nele
        f dagmar: daggi
        f daniela: dani ela
        f dorothea dorothee: dorle doro thea dora dorli
        f edeltraud: traudl edel
        f eleonore: ella lore nora elli
        f elfriede: elfi friedl friedel
        f elisabeth elizabeth: lisa elli liesl sissi lisl betty sisi liesel else lisi elsbeth lies
        f elisabeth elizabeth: lisbeth betti ella elsa ilse liesbeth bethli
        f emilia: emmi milli
        f emma: emmi
        f emmanuela: ela manu
        f manuela: manu ela
        f erika: eri
        f ernestine: erna stine
        f esther ester
        f eva: evi evchen
        f evelyn eveline: evi eva
        f felicitas felizitas: feli fee zita lizzy
        f franziska: franzi fanny franzl ziska sissi fanni
        f frieda frida
        f friederike: rike friedl ricke fritzi rieke
        f gabriele gabriela: gabi gaby ela gabri
        f genoveva: vevi
        f gerlinde: linde geri
        f gertraud gertraude: traudl traude gerti
        f gertrud: trudi gerti trude trudl gerda
        f gisela: gisi gisl
        f gudrun: gudi
        f hanna hannah
        f hannelore: hanne lore hanni
        f hedwig: hedi hede wiggi
        f heidemarie: heidi heide
        f heidrun: heidi
        f helena helene: leni lena helen lene hella
        f henriette: jette henni henny
        f hermine: mine hermi
        f herta hertha
        f hilda hilde
        f hildegard: hilde hilda gardi hildi
        f ingeborg: inge inga
        f ingrid: inge
        f irene: reni
        f irmgard: irmi irma
        f isabell isabelle isabel: isa bella isi
        f jasmin yasmin: jassi
        f jennifer: jenny jenni
        f jessica: jessi
        f johanna: hanna hanni jo hansi
        f josefine josephine josefa: josi sefi peppi fini josy sepha pepi
        f judith: judi
        f julia: juli jule
        f juliane: juli jule jane
        f katharina catharina katharine katarina: kathi kati kathe kaethe katja nina rina kate kathy
        f katharina catharina katharine katarina: tinka katinka kathl trine kathrin katrin
        f kathrin katrin
        f klothilde: klo
        f kreszenz kreszentia: zenzi
        f kunigunde: gundi gunda kuni
        f leonie: leo
        f leonore: lore
        f lieselotte liselotte: lilo lotte liesl
        f luise louise: lou lulu
        f magdalena: lena leni magda madlen
        f margarete margareta margaretha margarethe: grete gretl greta gitta margit rita meta
        f margarete margareta margaretha margarethe: gretchen marga grit gretel greti margret
        f maria: mia mizzi mitzi mariechen ria mariedl moidl midi
        f marianne: nanni
        f marieluise: malu marlies marilu
        f marlene: leni lene
        f marlies marliese
        f martha marta
        f martina: tina marti
        f mathilde: hilde tilda tilly thilde
        f mechthild: mechti hilde
        f melanie: mel melli
        f michaela: michi ela micha mikki
        f miriam mirjam: miri
        f monika monica: moni mona
        f natalie nathalie: nati
        f natascha: tascha
        f nicole: nicki nici niki
        f notburga: burgi
        f ottilie: ottil tilly otti
        f patricia: patty patti
        f pauline: pauli line
        f petra: petzi
        f ramona: mona
        f rebecca rebekka: becky becci bekki
        f regina: gina regi
        f regine: regi
        f regula: regi
        f reinhilde: hilde
        f renate: rena nate reni
        f rosa: rosi rosl
        f rosalinde: rosi linde
        f rosamunde: rosi
        f rosemarie rosmarie: rosi romy rosl marie
        f roswitha: rosi rosl
        f sabine: bine biene sabsi
        f sabrina: sabsi
        f sandra: sandi
        f sara sarah
        f sibylle sybille: bille billa
        f sieglinde: sigi linde siggi
        f sigrid: sigi siri siggi
        f silvia sylvia: silvi silly
        f simone: simi moni
        f sonja sonia
        f sophie sofie sophia: fini soffi
        f stefanie stephanie steffanie: steffi stef fanny stephie
        f susanne susanna: susi sanne suse susa sanna
        f tatjana: tanja
        f theres therese theresa theresia: resi thesi resl tess
        f ulrike: uli ulli rike ulla
        f ursula: uschi ursel ulla urschi ursi
        f ute uta
        f valentina: vali tina
        f verena: vreni vreneli vroni reni
        f veronika: vroni vera moni ronny
        f viktoria victoria: vicky viki vicki
        f walburga: burgi wally walli
        f waltraud waltraut: traudl waldi wally
        f wilhelmine: minna mina helmi willi
        f yvonne: yve
        F adele agathe agnes alberta alice alida alina alma almut amelie anabel andree angelina
        F anita anja anke annalena anneke annelore annett annina anouk antje ariane astrid aurelia
        F ava beata bella bente berit bernadette berta birte blanka britta brunhild carla carmen
        F carolina cathleen cathrin celina celine charlotta chiara christel christin cilly claire
        F clarissa conny constanze cosima dana danuta daria debora delia denise diana dietlinde
        F doerte dolores donata dora doris dorte edda edeltraut edith elea elena elfi elina elisa
        F elise elke ella ellen ellinor elsa elsbeth elvira emely emilie emily emmy enya erdmute
        F erna evamaria evelina fabienne fanny fatima feline fenja finia finja fiona flora
        F florentine frauke frederike friedegard friedlinde gabi gerda gerhild gerta gesa gesine
        F gina gislinde greta gretchen grit gundula gunhild hanka hanni heide heidi heike helen
        F helga hella helma henrike herma hermina hilke hiltrud ida ilka ilona ilse imke ina ines
        F inga inge ingelore inka insa irina iris irmela irmtraud isa isolde ivonne jacqueline
        F jadwiga jana janette janina janine jantje jaqueline jara jella jenny jette joana jolanda
        F jolina josy judit jule julie juliet jutta jytte kaja karen karin karlotta kate kathleen
        F katinka katja kerstin kim kira kirsten kirstin konstanze kornelia kristin kristina lana
        F lara larissa laura lavinia lea leila lena lenja leona leonora leyla lia lilian liliane
        F lilli lilly lina linda linn linnea lisa lisann lisbeth lisette livia lore loreen lotta
        F lotte lou luana lucia lucie lucy ludmilla luna lydia lynn madita madlen maike maja malin
        F mandy mara mareike maren margitta margot mariam marie marieke mariella marietheres marika
        F marina marion marit marita marla marleen marlen mascha maxi maya meike melina meline
        F melissa melitta mercedes merle meta mia mila milena mina mira mona muriel nadia nadine
        F nadja naomi nele nelli nicola nike nina noemi nora norma oda olga olivia pamela patrizia
        F paula paulina pia ragna rahel raphaela ria ricarda rieke rita roberta romana romina romy
        F ronja roseanne roxana ruby runa ruth salome samira sanna saskia selina selma siegrun
        F sigrun silja silke sina steffi stella sunna susann svenja swantje sybill tabea tabita
        F talea tamara tamina tanja tessa thea thekla theodora tilda tina tomke traudel traute trude
        F ulla ulli undine urd urte valerie vanessa vera vilma viola wencke wibke wiebke wilma xenia
        F yara yasemin yvette zita zoe
        """
}
