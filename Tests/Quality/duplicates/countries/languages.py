"""How names are made and written in each language: what only that language's people know.

Written from knowledge of the languages and not from Carnet's tables, so that the lists ask what
people write and not what the matcher knows. Transliterations follow BGN/PCGN, ICAO 9303, Duden,
the French press and ISO 9 without accents (Russian), the laws of 2009 and 2010 (Bulgarian,
Ukrainian), ELOT 743, the classical way and the ear (Greek).
"""

# Faker's locales, calling code, how letters are written where the keyboard lacks them (several
# ways each), short forms, forms of address.
LANGUAGES = {
    "de": dict(
        faker=["de_DE", "de_AT"], code="49", letters="ä=ae,a ö=oe,o ü=ue,u ß=ss,s,b é=e",
        nick="Josef=Sepp,Jupp,Sepperl Johannes=Hannes,Hans,Johnny Johann=Hans,Hannes Georg=Schorsch,Girgl "
        "Maximilian=Max,Maxi Alexander=Alex,Sascha Sebastian=Basti,Wastl Michael=Michi,Michl,Mike Matthias=Matze,Hias "
        "Wolfgang=Wolfi,Wolf Heinrich=Heinz,Heiner Friedrich=Fritz,Fred Wilhelm=Willi,Willy Ludwig=Wiggerl,Lutz Jakob=Jockel "
        "Katharina=Kathi,Käthe,Kati Elisabeth=Sissi,Lisi,Elli,Betti,Else Magdalena=Leni,Lena Margarete=Gretl,Grete,Gretchen "
        "Ursula=Uschi,Ulla Susanne=Susi,Sanne Brigitte=Gitti,Gitta Franziska=Franzi,Fanny Theresia=Resi Johanna=Hanna,Hanni "
        "Gertrud=Trude,Gerti Christine=Christl,Tine Andreas=Andi,Andy,Anderl Thomas=Tom,Tommi Stefan=Steff,Steffi Klaus=Klausi "
        "Jürgen=Jürg Günter=Günni Karl=Karli,Charly Barbara=Babsi,Bärbel Angelika=Geli,Angie Maria=Mitzi,Ria Florian=Flo,Flori "
        "Benedikt=Bene,Beni Dominik=Domi Tobias=Tobi Manfred=Manni Siegfried=Sigi Helmut=Heli Rudolf=Rudi Reinhard=Reini",
        m="Herr,Hr.,Hrn.,Dr.,Dipl.-Ing.,Herrn,Prof. Dr.,Ing.,Mag.,Dkfm.", f="Frau,Fr.,Dr.,Fr. Dr.,Mag.a,Dipl.-Ing.in",
        double=.04, particles=["von", "von der", "zu", "von und zu"], particle=.02),
    "nl": dict(
        faker=["nl_NL"], code="31", letters="ij=y ë=e é=e ö=o ü=u",
        nick="Johannes=Jan,Hans,Joop,Johan Wilhelmus=Wim,Willem,Pim Willem=Wim,Pim Cornelis=Kees,Cees,Cor Pieter=Piet,Peter "
        "Hendrik=Henk,Rik,Hein Jacobus=Jaap,Ko,Koos Petrus=Piet,Peter Gerardus=Gerard,Ger Adrianus=Ad,Adri Antonius=Ton,Toon "
        "Johanna=Jo,Hanneke,Joke,Anna Maria=Marijke,Ria,Mieke Elisabeth=Els,Lies,Betsy,Liesbeth Margaretha=Greet,Margriet "
        "Hendrika=Rika,Riek Wilhelmina=Mien,Willy Catharina=Trijn,Toos,Katrien Cornelia=Corrie,Nel Franciscus=Frans,Cisco "
        "Theodorus=Theo,Dirk Nicolaas=Nico,Klaas Matthijs=Thijs Bartholomeus=Bart Laurens=Lau Alexander=Lex,Sander Michiel=Chiel "
        "Sebastiaan=Bas Tobias=Tob Lucas=Luuk Daniël=Daan",
        m="Dhr.,Dhr,De heer,dr.,ir.,drs.,mr.", f="Mevr.,Mw.,Mevrouw,drs.,Mej.", particles=["van", "van de", "van der", "van den", "de", "ter", "ten", "van 't", "in 't"], particle=.2, double=.05),
    "fr": dict(
        faker=["fr_FR", "fr_BE"], code="33", letters="œ=oe ç=c,ss",
        nick="Alexandre=Alex Nicolas=Nico Sébastien=Seb Philippe=Phil Frédéric=Fred Stéphane=Steph Jean-Pierre=JP,Jean Jean-Claude=JC "
        "Élisabeth=Babeth,Zabeth Véronique=Véro Isabelle=Isa Catherine=Cathy Nathalie=Nath Emmanuel=Manu Christophe=Chris,Tof "
        "Guillaume=Guigui Antoine=Toine Mathieu=Mat Joséphine=José Florence=Flo Valérie=Val Dominique=Dom Gérard=Gégé",
        m="M.,Mr,Monsieur,Me,Dr", f="Mme,Mlle,Madame,Me,Dr", particles=["de", "de la", "du", "d'", "Le"], particle=.05, double=.06, hyphen=True),
    "it": dict(
        faker=["it_IT"], code="39", letters="à=a,a' è=e,e' é=e,e' ì=i,i' ò=o,o' ù=u,u'",
        nick="Giuseppe=Beppe,Peppe,Pino,Giuse Francesco=Franco,Checco,Ciccio Giovanni=Gianni,Nanni,Vanni Salvatore=Totò,Turi,Salvo "
        "Antonio=Tonino,Nino,Toni Vincenzo=Enzo,Cenzo Domenico=Mimmo,Menico Luigi=Gigi,Gino Raffaele=Lello Gaetano=Tano Lorenzo=Renzo,Lollo "
        "Alessandro=Ale,Sandro Alessandra=Ale,Sandra Giuseppina=Pina,Giusy Francesca=Franca,Checca Elisabetta=Betta,Lisa Antonella=Nella,Anto "
        "Federica=Fede Valentina=Vale Roberto=Robi,Berto Daniele=Dani Filippo=Pippo,Lippo Michele=Michi,Lele Guglielmo=Memo Stefano=Ste "
        "Carmela=Melina Caterina=Rina,Cate Margherita=Rita,Ghita Ludovica=Ludo Beatrice=Bea,Bice Tommaso=Tommy Leonardo=Leo Matteo=Teo",
        m="Sig.,Dott.,Signor,Ing.,Avv.,Geom.,Egr. Sig.", f="Sig.ra,Dott.ssa,Signora,Sig.na,Gent.ma", particles=["De", "Di", "D'", "Della", "Lo", "La", "Dal", "Degli"], particle=.1, double=.07),
    "es": dict(
        faker=["es_ES"], code="34", letters="ñ=n,ny,gn ü=u",
        nick="José=Pepe,Pepito Francisco=Paco,Curro,Fran,Kiko Ignacio=Nacho Manuel=Manolo,Manu,Lolo Jesús=Chus,Suso Dolores=Lola,Loli "
        "Concepción=Concha,Conchita Rosario=Charo Enrique=Quique Guadalupe=Lupe Mercedes=Merche Montserrat=Montse Antonio=Toni,Toño "
        "Isabel=Isa,Chabela Pilar=Pili Eduardo=Edu Rafael=Rafa Fernando=Nando,Fer Guillermo=Guille Gregorio=Goyo Santiago=Santi,Chago "
        "Teresa=Tere Consuelo=Chelo Encarnación=Encarna Remedios=Reme Soledad=Sole Alejandro=Álex,Jandro Javier=Javi Vicente=Chente "
        "Joaquín=Quino Luis=Lucho Alberto=Berto Roberto=Beto Beatriz=Bea Inmaculada=Inma Asunción=Asun Ascensión=Chon Salvador=Salva",
        m="Sr.,D.,Don,Sr. D.,Dr.", f="Sra.,Dña.,Doña,D.ª,Srta.", surnames=2, particles=["de", "de la", "del", "de los"], particle=.05, double=.22,
        second_m=["Luis", "Antonio", "Manuel", "Carlos", "María", "Javier"], second_f=["José", "Carmen", "Luisa", "Isabel", "Pilar", "Dolores"]),
    "pt": dict(
        faker=["pt_PT"], code="351", letters="ç=c,ss ã=a,an õ=o,on",
        nick="José=Zé,Zeca António=Tó,Toni Francisco=Chico,Quico João=Joca,Janjão Manuel=Manel,Nelo Luís=Lula Joaquim=Quim Eduardo=Edu,Dudu "
        "Fernando=Nando Maria=Mia Beatriz=Bia Filipa=Pipa Isabel=Belinha,Bela Carolina=Carol Gonçalo=Gonças Margarida=Guida Teresa=Tété "
        "Ricardo=Cadinho Rafael=Rafa Leonor=Nonô Francisca=Kika,Chica Catarina=Cata Rodrigo=Digo Guilherme=Gui Conceição=São",
        m="Sr.,Dr.,Eng.,Exmo. Sr.,Dom", f="Sra.,Dra.,D.,Dona,Eng.ª,Exma. Sra.", surnames=2, particles=["da", "de", "dos", "do", "e"], particle=.22, double=.3,
        second_m=["Pedro", "Miguel", "Carlos", "Manuel", "Luís", "Paulo"], second_f=["Maria", "Rita", "Sofia", "Isabel", "Catarina", "João"]),
    "en": dict(
        faker=["en_GB"], code="44", letters="é=e",
        nick="William=Bill,Will,Billy Robert=Bob,Rob Richard=Rick,Dick Elizabeth=Liz,Beth,Lizzie,Betty Margaret=Maggie,Peggy,Meg James=Jim,Jimmy "
        "Michael=Mike,Mick Christopher=Chris Andrew=Andy Edward=Ed,Ted,Ned Joseph=Joe Charles=Charlie,Chuck Susan=Sue Jennifer=Jen,Jenny "
        "Rebecca=Becky Victoria=Vicky Katherine=Kate,Kathy Patricia=Pat,Trish Deborah=Debbie Stephen=Steve David=Dave Thomas=Tom Anthony=Tony "
        "Samuel=Sam Daniel=Dan Nicholas=Nick Matthew=Matt Benjamin=Ben Gregory=Greg Kenneth=Ken Ronald=Ron Donald=Don Kimberly=Kim Alexander=Sandy,Alex",
        m="Mr,Mr.,Dr,Sir,Rev.", f="Mrs,Ms,Miss,Dr,Mrs.", particles=["Mc", "O'", "Mac", "Fitz"], particle=.06, double=.04),
    "ga": dict(
        faker=["en_IE"], code="353", letters="á=a é=e í=i ó=o ú=u",
        nick="Patrick=Paddy,Pat,Pádraig William=Liam,Billy John=Seán,Jack Michael=Mick,Mícheál James=Séamus,Jim Margaret=Peig,Mairéad,Peggy "
        "Catherine=Cáit,Kate,Cathy Bridget=Bríd,Biddy,Breda Elizabeth=Lizzie,Eilís Sinead=Sinéad Aoife=Aoif Katherine=Kate Daniel=Danny Stephen=Stevie",
        m="Mr,Dr,Fr.", f="Mrs,Ms,Miss,Dr", particles=["O'", "Mc", "Mac", "Ní", "Ó"], particle=.2, double=.04),
    "pl": dict(
        faker=["pl_PL"], code="48", letters="ł=l ó=o,u ż=z,rz ą=a,om,on ę=e,en ś=s,sz ć=c,ci ń=n,ni ź=z", women="pl",
        nick="Małgorzata=Gosia,Małgosia Katarzyna=Kasia Agnieszka=Aga,Agusia Joanna=Asia Aleksandra=Ola Magdalena=Magda Barbara=Basia Ewa=Ewka "
        "Elżbieta=Ela,Elka Krystyna=Krysia Janina=Jasia Zofia=Zosia Jan=Janek,Jasiek Jakub=Kuba Tomasz=Tomek Krzysztof=Krzysiek,Krzyś Paweł=Pawełek "
        "Piotr=Piotrek Andrzej=Jędrek,Andrzejek Stanisław=Staszek,Stach Józef=Józek Wojciech=Wojtek Aleksander=Olek,Alek Mateusz=Mati Kamil=Kamilek "
        "Grzegorz=Grzesiek,Grzesio Łukasz=Łuki Michał=Michałek Adam=Adaś Bartłomiej=Bartek Sebastian=Seba Dariusz=Darek Jerzy=Jurek Henryk=Heniek "
        "Ryszard=Rysiek Tadeusz=Tadek Mieczysław=Mietek Kazimierz=Kazik Mirosław=Mirek Jarosław=Jarek Zbigniew=Zbyszek Maria=Marysia Anna=Ania Natalia=Nati",
        m="Pan,p.,dr,inż.,mgr,Sz. P.,dr hab.", f="Pani,p.,dr,mgr,inż.,Sz. P.", double=.03),
    "cs": dict(
        faker=["cs_CZ"], code="420", letters="", women="cs",
        nick="Antonín=Tonda,Toník František=Franta,Fanda Josef=Pepa,Pepík Jan=Honza,Jenda Jiří=Jirka Václav=Vašek,Venca Jaroslav=Jarda Karel=Kája,Karlík "
        "Tomáš=Tom,Tomášek Jakub=Kuba Lukáš=Luky Petr=Péťa Pavel=Pája Martin=Marťas Michal=Míša Stanislav=Standa Zdeněk=Zdenda Vladimír=Vláďa Ladislav=Láďa "
        "Kateřina=Katka,Káťa Alžběta=Běta,Bětka Marie=Máňa,Mařka,Maruška Anna=Andula,Anička Jana=Janička Eva=Evička Hana=Hanka,Háňa Lenka=Leni Tereza=Terka "
        "Barbora=Bára Markéta=Markét Magdaléna=Magda,Majda Dagmar=Dáša Zuzana=Zuzka Vojtěch=Vojta Ondřej=Ondra Miroslav=Mirek Bohumil=Bohouš Oldřich=Olda",
        m="pan,p.,Ing.,Mgr.,MUDr.,JUDr.,Bc.", f="paní,pí.,Ing.,Mgr.,MUDr.,sl.,slečna"),
    "sk": dict(
        faker=["sk_SK"], code="421", letters="ľ=l ô=o,uo ä=a,e", women="cs",
        nick="Jozef=Jožo,Jožko Ján=Janko,Jano Štefan=Števo,Pišta Michal=Mišo Juraj=Ďuro,Juro Martin=Maťo Peter=Peťo Mária=Mara,Majka Katarína=Katka,Kika "
        "Zuzana=Zuzka Alžbeta=Beta Anna=Anka Jana=Janka František=Fero Ľudovít=Ľudo Ladislav=Laco Vladimír=Vlado Tomáš=Tomi Matúš=Maťo Miroslav=Miro Róbert=Robo Eduard=Edo",
        m="pán,p.,Ing.,Mgr.,MUDr.", f="pani,p.,Ing.,Mgr.,slečna"),
    "hu": dict(
        faker=["hu_HU"], code="36", letters="ő=ö,õ,o,oe ű=ü,û,u,ue ö=o,oe ü=u,ue á=a é=e",
        nick="Lajos=Lali,Lajcsi István=Pisti,Pista Ferenc=Feri József=Jóska,Józsi László=Laci Zoltán=Zoli Sándor=Sanyi János=Jani,Jancsi Gábor=Gabi "
        "György=Gyuri Mihály=Misi Károly=Karcsi Tibor=Tibi Imre=Imi Attila=Ati Erzsébet=Erzsi,Zsóka,Bözsi Katalin=Kati Mária=Mari,Marika Ilona=Ica,Ili "
        "Margit=Manci Zsuzsanna=Zsuzsa,Zsuzsi Julianna=Juli Judit=Jutka Krisztina=Kriszti Ágnes=Ági Tamás=Tomi Péter=Peti Dávid=Dávidka Rozália=Rozi Éva=Évi Andrea=Andi Anikó=Ani",
        m="úr,dr.,Dr.,ifj.,id.", f="dr.,Dr.,özv.", first_last=True),
    "ro": dict(
        faker=["ro_RO"], code="40", letters="ș=s,ş,sh ț=t,ţ,tz ă=a â=a,i î=i,a",
        nick="Alexandru=Alex,Sandu Gheorghe=Ghiță,Gigi Ion=Ionel,Nelu,Ionică Constantin=Costel,Costi,Dinu Vasile=Lică,Vasilică Nicolae=Nicu,Nelu Ștefan=Fănel,Fane "
        "Mihai=Mișu,Mihăiță Elena=Lenuța,Ileana,Nuți Maria=Mărioara,Mia Ioana=Ioni Gabriela=Gabi Gabriel=Gabi Cristina=Cristi Cristian=Cristi Andrei=Andi Dumitru=Mitică,Mitru "
        "Ana=Anca,Anișoara Mihaela=Miha,Ela Ecaterina=Cati,Catinca Emanuel=Manu Marian=Mari Florin=Florinel Adrian=Adi Bogdan=Bogdi Daniel=Dani",
        m="Dl.,Domnul,dl,ing.,dr.", f="Dna.,Doamna,d-na,D-ra,dr.", double=.25, hyphen=True),
    "bg": dict(
        faker=["bg_BG"], code="359", letters="", women="ru", script="bg",
        nick="Георги=Гошо,Жоро,Гого Иван=Ванчо,Ваньо Димитър=Митко,Димо Николай=Ники,Кольо Стефан=Стефчо,Фанчо Петър=Пешо,Петьо Александър=Сашо,Алекс "
        "Мария=Мими,Мара Елена=Ели,Ленче Христо=Ицо,Ристо Тодор=Тошо Васил=Васко Йордан=Данчо,Дачо Красимир=Краси Стоян=Стоянчо Михаил=Мишо Александра=Сашка,Алекс "
        "Пламен=Пацо Виктория=Вики Десислава=Деси Габриела=Габи Даниел=Дани Екатерина=Кати,Катя Борис=Боби Богомил=Боги Любомир=Любо Людмила=Люси Атанас=Наско Костадин=Коце",
        m="г-н,Г-н,д-р,инж.", f="г-жа,Г-жа,д-р,г-ца"),
    "ru": dict(
        faker=["ru_RU"], code="7", letters="ё=е", women="ru", script="ru", patronymic=True,
        nick="Александр=Саша,Шура,Саня Александра=Саша,Шура Алексей=Лёша,Алёша Андрей=Андрюша Анна=Аня,Нюра Анастасия=Настя Антон=Тоша Борис=Боря Виктор=Витя "
        "Владимир=Вова,Володя Вячеслав=Слава Галина=Галя Георгий=Гоша,Жора Григорий=Гриша Дмитрий=Дима,Митя Евгений=Женя Евгения=Женя Екатерина=Катя Елена=Лена,Алёна "
        "Елизавета=Лиза Иван=Ваня Игорь=Гоша Илья=Илюша Ирина=Ира Константин=Костя Ксения=Ксюша Лариса=Лара Любовь=Люба Людмила=Люда,Мила Мария=Маша Михаил=Миша "
        "Надежда=Надя Наталья=Наташа,Ната Николай=Коля Ольга=Оля Павел=Паша Пётр=Петя Роман=Рома Светлана=Света Сергей=Серёжа,Серж Степан=Стёпа Татьяна=Таня Юлия=Юля Юрий=Юра Яков=Яша",
        m="г-н,господин,Г-н,др.", f="г-жа,госпожа,Г-жа"),
    "uk": dict(
        faker=["uk_UA"], code="380", letters="", women="ru", script="uk",
        nick="Олександр=Сашко,Саша,Лесь Володимир=Вова,Володя Михайло=Михась,Міша Андрій=Андрійко Олена=Оленка,Лена Катерина=Катя,Катруся Марія=Марійка,Маша "
        "Наталія=Наталка,Наташа Ганна=Ганнуся,Аня Іван=Іванко,Ваня Микола=Коля,Миколка Петро=Петрик,Петя Юрій=Юрко,Юра Сергій=Сергійко,Сєва Дмитро=Діма,Дмитрик "
        "Василь=Вася,Василько Богдан=Бодя Ярослав=Славко,Ярик Оксана=Ксеня Тетяна=Таня Юлія=Юля Ольга=Оля Ірина=Іра,Іринка Людмила=Люда Григорій=Гриць,Гриша",
        m="пан,п.", f="пані,п."),
    "el": dict(
        faker=["el_GR"], code="30", letters="", women="el", script="el",
        nick="Ιωάννης=Γιάννης,Γιαννάκης Γεώργιος=Γιώργος,Γιωργάκης Κωνσταντίνος=Κώστας,Ντίνος,Κωστής Δημήτριος=Δημήτρης,Μήτσος,Τζίμης Νικόλαος=Νίκος Παναγιώτης=Πάνος,Τάκης "
        "Χρήστος=Χρηστάκης Αθανάσιος=Θανάσης,Σάκης,Νάσος Βασίλειος=Βασίλης,Μπίλης Μιχαήλ=Μιχάλης,Μάικλ Εμμανουήλ=Μανώλης,Μάνος Σπυρίδων=Σπύρος Αναστάσιος=Τάσος Στυλιανός=Στέλιος "
        "Ευάγγελος=Βαγγέλης Ελευθέριος=Λευτέρης Αντώνιος=Αντώνης Ηλίας=Λιάκος Απόστολος=Τόλης Αλέξανδρος=Αλέκος,Άλεξ Μαρία=Μαίρη,Μαριώ Ελένη=Λένα,Ελένα Αικατερίνη=Κατερίνα,Καίτη "
        "Βασιλική=Βάσω,Βίκυ Παναγιώτα=Γιώτα Γεωργία=Γωγώ,Τζωρτζίνα Σοφία=Σόφη Κωνσταντίνα=Ντίνα Ιωάννα=Γιάννα Δήμητρα=Δήμη Ευαγγελία=Λίτσα,Εύα Χριστίνα=Χρίστη Στυλιανή=Στέλλα Θεόδωρος=Θόδωρος,Θοδωρής Φώτιος=Φώτης",
        m="κ.,κος,Κύριος,Δρ.", f="κ.,κα,Κυρία,Δις"),
    "sv": dict(
        faker=["sv_SE"], code="46", letters="å=a,aa ä=a,ae,e ö=o,oe é=e",
        nick="Karl=Kalle Lars=Lasse Nils=Nisse Per=Pelle Jan=Janne Johan=Jojje,Johnny Gustav=Gurra Fredrik=Fredde,Figge Magnus=Mange Anders=Ante Erik=Jerka,Erka Björn=Nalle "
        "Bengt=Benke Sven=Svenne Stefan=Steffe Christer=Krille Birgitta=Gittan,Bittan Margareta=Maggan,Greta Elisabeth=Lisa,Lisbeth Katarina=Kattis,Kata Kristina=Stina,Kicki "
        "Anna=Annika Alexander=Alex Mikael=Micke Mattias=Matte Thomas=Tompa Niklas=Nicke Robert=Robban Sofia=Soffan,Fia Charlotte=Lotta Susanne=Sanna,Sussi",
        m="Herr,Hr,Dr.", f="Fru,Fr,Dr.", double=.08),
    "no": dict(
        faker=["no_NO"], code="47", letters="ø=o,oe,ö å=a,aa æ=ae,e,ä",
        nick="Alexander=Alex Andreas=Andy Kristian=Kris Kristoffer=Stoffer,Kris Thomas=Tom Magnus=Mange Sebastian=Seb Henrik=Henki Elisabeth=Lise,Lisbeth Katrine=Kat Marianne=Mari "
        "Johannes=Hannes Mathias=Matti Olav=Ola Fredrik=Fred Martin=Tin Ingrid=Inga Kristin=Kris Anders=Andy Gunnar=Gunn Knut=Knutte",
        m="Herr,Hr.,Dr.", f="Fru,Fr.,Frk.", double=.1),
    "da": dict(
        faker=["da_DK"], code="45", letters="ø=o,oe,ö å=aa,a æ=ae,e,ä é=e",
        nick="Christian=Chris Alexander=Alex Michael=Mik Frederik=Frede Rasmus=Ras Nikolaj=Niko Jens=Jenser Mathias=Matti Elisabeth=Lise,Lisbeth Katrine=Trine Kristine=Stine Margrethe=Grethe,Maggi "
        "Johannes=Johs,Hannes Sebastian=Basse Tobias=Tobi Benjamin=Ben Susanne=Sanne,Sus Birgitte=Gitte Charlotte=Lotte Josefine=Fine",
        m="Hr.,Hr,Dr.", f="Fru,Fr.,Frk.", double=.05),
    "fi": dict(
        faker=["fi_FI"], code="358", letters="ä=a,ae ö=o,oe å=a,aa",
        nick="Juhani=Jussi,Juha Johannes=Jussi,Hannes,Juha Matti=Masa Mikko=Mike Antti=Ana Tapani=Tapsa Heikki=Heka,Hessu Pekka=Pekko Kari=Kake Timo=Timppa Jari=Jartsa Sami=Samppa Jukka=Jukkis "
        "Katariina=Kati,Kaisa,Katri Elisabet=Liisa,Elsa,Eli Anna=Anni,Annu Maria=Maija,Marjo Kristiina=Kiti,Tiina,Stiina Margareeta=Reeta Helena=Heli,Leena Aleksi=Ale Sebastian=Sebu Eeva=Eve Ilkka=Ile Olavi=Olli,Olkku",
        m="Herra,hra,Hra,tri", f="Rouva,rva,Rva,nti"),
    "et": dict(
        faker=["et_EE"], code="372", letters="õ=o,6,ö ä=a,ae ö=o,oe ü=u,y,ue š=s,sh ž=z,zh",
        nick="Aleksander=Aleks,Sass,Alex Kristjan=Kris Margus=Mark Elisabeth=Liisa,Liis Katrin=Kati,Kadri Tõnu=Tõnis Andres=Andi Toomas=Tom Sergei=Serjoža Vladimir=Vova Jekaterina=Katja Tatjana=Tanja Natalja=Nataša Maria=Maša,Mari",
        m="hr,härra,dr", f="pr,proua,dr"),
    "lv": dict(
        faker=["lv_LV"], code="371", letters="", women="lv",
        nick="Aleksandrs=Saša,Alekss Jānis=Janka Pēteris=Pēcis Kristaps=Krists Elizabete=Liza,Bete Katrīna=Katja Sandra=Sandija Aleksandra=Saša,Sandra Andrejs=Andris Mārtiņš=Marča Kārlis=Kāris Anna=Anniņa,Ance Margarita=Rita Raimonds=Raimis",
        m="kungs,k-gs,Dr.", f="kundze,k-dze,Dr."),
    "lt": dict(
        faker=["lt_LT"], code="370", letters="", women="lt",
        nick="Tomas=Tomukas Lukas=Lukis Mantas=Mantukas Aleksandras=Aleksas,Saša Vytautas=Vytas Jonas=Jonukas Kazimieras=Kazys Antanas=Antanukas Gabija=Gabė Elžbieta=Elzė Kotryna=Kotrė Marija=Marytė Ona=Onutė Aleksandra=Saulė",
        m="p.,ponas,Dr.", f="p.,ponia,Dr."),
    "hr": dict(
        faker=["hr_HR"], code="385", letters="đ=dj,d,gj č=c,ch ć=c,ch š=s,sh ž=z,zh",
        nick="Ivan=Ivica,Ivo Josip=Joža,Jozo Stjepan=Štef,Stipe Marija=Mara,Maja Katarina=Kata,Kaća Nikola=Niko Antonio=Tonči,Toni Mihael=Miho Tomislav=Tomo Zvonimir=Zvone Franjo=Franc Ana=Anica,Ankica "
        "Dragutin=Drago Vladimir=Vlado Aleksandar=Aco,Saša Petar=Pero Marko=Mare Ljubica=Ljuba Mirjana=Mira Dubravka=Duda Slavko=Slaven Branimir=Brane Krešimir=Krešo Luka=Luki",
        m="g.,gosp.,gospodin,dr.", f="gđa,gospođa,dr.,gđica"),
    "sl": dict(
        faker=["sl_SI"], code="386", letters="č=c,ch š=s,sh ž=z,zh",
        nick="Janez=Jani,Ivan Franc=France,Franci Jožef=Jože,Joži Anton=Tone Alojz=Lojze Marija=Marica,Mici,Micka Terezija=Rezka Ana=Anica,Ančka Katarina=Katja,Katka Aleksander=Sašo,Aleks Andrej=Drejc Štefan=Štef "
        "Stanislav=Stane Vladimir=Vlado Tomaž=Tomi Matej=Matic Gregor=Grega Helena=Alenka,Lenka Elizabeta=Beti Frančiška=Francka Nikolaj=Niko Boštjan=Bošti Mihael=Miha Jakob=Jaka Matija=Matic",
        m="g.,gospod,dr.,mag.", f="ga.,gospa,dr.,mag."),
    "tr": dict(
        faker=["tr_TR"], code="90", letters="ı=i ş=s,sh ğ=g,gh ç=c,ch ö=o,oe ü=u,ue İ=I",
        nick="Mehmet=Memo,Memet Mustafa=Musti Fatma=Fatoş İbrahim=İbo Hatice=Hatçe Süleyman=Sülo Abdullah=Apo Ahmet=Amo Hüseyin=Hüso Zeynep=Zeyno Muhammet=Mami,Muhammed Emine=Emoş",
        m="Bay,Sayın,Dr.,Bey", f="Bayan,Sayın,Dr.,Hanım", double=.15),
    "is": dict(
        faker=["is_IS"], code="354", letters="þ=th,p ð=d,dh æ=ae ö=o,oe á=a í=i ó=o ú=u ý=y é=e", women="is",
        nick="Sigurður=Siggi Guðmundur=Gummi,Gvendur Magnús=Maggi Ólafur=Óli Gunnar=Gunni Kristján=Stjáni Þorsteinn=Steini Guðrún=Gunna Sigríður=Sigga Kristín=Stína Margrét=Magga Jóhanna=Hanna,Jóa "
        "Jóhann=Jói Einar=Eini Stefán=Stebbi Halldór=Dóri Ragnar=Raggi Bjarni=Baddi Helga=Helgi Ingibjörg=Inga Elísabet=Beta Árni=Addi Björn=Bjössi Haraldur=Halli Katrín=Kata Steinunn=Steina Valgerður=Vala",
        m="Hr.,Herra,Dr.", f="Frú,Frk.,Dr.", double=.3),
}
LANGUAGES["sr"] = dict(LANGUAGES["hr"], code="381", script="sr", letters="đ=dj č=c,ch ć=c š=s,sh ž=z,zh")

# What is misheard or misspelt inside a name, by family of languages.
HEARD = {
    "germanic": [("ai", "ei"), ("ei", "ai"), ("ey", "ei"), ("th", "t"), ("t", "th"), ("dt", "t"), ("ck", "k"), ("k", "ck"), ("ph", "f"), ("f", "ph"), ("v", "f"), ("w", "v"),
                 ("tz", "z"), ("z", "tz"), ("mm", "m"), ("m", "mm"), ("nn", "n"), ("n", "nn"), ("ll", "l"), ("l", "ll"), ("tt", "t"), ("ss", "s"), ("s", "ss"), ("c", "k"),
                 ("k", "c"), ("ie", "i"), ("i", "ie"), ("y", "i"), ("d", "t"), ("er", "ar"), ("sch", "sh"), ("sen", "son"), ("son", "sen"), ("ee", "e"), ("oo", "o"), ("aa", "a"), ("h", "")],
    "romance": [("c", "k"), ("qu", "k"), ("ll", "l"), ("l", "ll"), ("nn", "n"), ("n", "nn"), ("tt", "t"), ("t", "tt"), ("ss", "s"), ("s", "ss"), ("zz", "z"), ("z", "s"), ("s", "z"),
                ("h", ""), ("b", "v"), ("v", "b"), ("y", "i"), ("i", "y"), ("ph", "f"), ("rr", "r"), ("r", "rr"), ("gn", "ñ"), ("j", "g"), ("g", "j"), ("x", "ch"), ("ch", "c"), ("o", "ou"), ("e", "i")],
    "slavic": [("w", "v"), ("v", "w"), ("y", "i"), ("i", "y"), ("cz", "c"), ("sz", "s"), ("rz", "ż"), ("ch", "h"), ("h", "ch"), ("ck", "k"), ("tz", "c"), ("š", "s"), ("č", "c"), ("ou", "u"),
               ("nn", "n"), ("n", "nn"), ("z", "s"), ("s", "z"), ("ie", "e"), ("je", "e"), ("k", "c"), ("ks", "x"), ("tt", "t"), ("j", "i"), ("i", "j"), ("ij", "y"), ("d", "t")],
    "nordic": [("k", "c"), ("c", "k"), ("x", "ks"), ("ks", "x"), ("v", "w"), ("w", "v"), ("ss", "s"), ("sson", "son"), ("sen", "son"), ("th", "t"), ("t", "th"), ("ll", "l"), ("nn", "n"),
               ("kk", "k"), ("tt", "t"), ("y", "i"), ("i", "y"), ("f", "ph"), ("dt", "t"), ("d", "t"), ("ae", "e"), ("gh", "g"), ("h", ""), ("qv", "kv"), ("u", "o"), ("ii", "i"), ("aa", "a")],
    "cyrillic": [("о", "а"), ("а", "о"), ("е", "и"), ("и", "е"), ("нн", "н"), ("н", "нн"), ("лл", "л"), ("сс", "с"), ("в", "ф"), ("б", "п"), ("д", "т"), ("ь", ""), ("я", "а"), ("ю", "у"), ("ц", "тс")],
    "greek": [("ι", "η"), ("η", "ι"), ("υ", "ι"), ("ει", "ι"), ("οι", "ι"), ("ω", "ο"), ("ο", "ω"), ("αι", "ε"), ("λλ", "λ"), ("λ", "λλ"), ("νν", "ν"), ("σσ", "σ"), ("ρρ", "ρ"), ("γγ", "γκ"), ("φ", "β")],
}
FAMILY = dict(de="germanic", nl="germanic", en="germanic", ga="germanic", fr="romance", it="romance", es="romance", pt="romance", ro="romance", pl="slavic", cs="slavic", sk="slavic", hr="slavic",
              sl="slavic", sr="slavic", hu="slavic", tr="slavic", lt="slavic", lv="slavic", sv="nordic", no="nordic", da="nordic", fi="nordic", et="nordic", bg="cyrillic", ru="cyrillic", uk="cyrillic", el="greek")
FAMILY["is"] = "nordic"

# Letters of other alphabets: each scheme is a list of letters and what they become.
SCRIPTS = {
    "ru": ["а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya",
           "ё=e й=i ю=iu я=ia ъ=ie", "в=w ж=sch з=s й=j х=ch ц=z ч=tsch ш=sch щ=schtsch ю=ju я=ja ё=jo", "е=e ж=j й=i у=ou ч=tch ш=ch щ=chtch ю=iou я=ia ё=io", "ж=z й=j х=h ц=c ч=c ш=s щ=sc ю=ju я=ja ё=e"],
    "bg": ["а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=ts ч=ch ш=sh щ=sht ъ=a ь=y ю=yu я=ya", "ъ=u й=i х=kh я=ia ю=iu", "в=w ж=j ц=c ъ=a й=j я=ja ю=ju ч=tsch ш=sch щ=scht"],
    "uk": ["а=a б=b в=v г=h ґ=g д=d е=e є=ie ж=zh з=z и=y і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ь= ю=iu я=ia ’= '=", "г=g є=ye ї=yi й=y ю=yu я=ya", "г=g и=i є=e ї=i й=j х=h ю=ju я=ja", "г=h ж=sch з=s ц=z ч=tsch ш=sch щ=schtsch в=w ю=ju я=ja х=ch"],
    "el": ["α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o ου=ou αυ=av ευ=ev γγ=ng γξ=nx γχ=nch",
           "χ=h αι=e ει=i οι=i υ=i μπ=b ντ=d γκ=g τζ=j ευ=ef αυ=af γι=y", "η=e φ=ph κ=c αι=ae οι=oe υ=y β=b ευ=eu αυ=au", "χ=x θ=8 η=h ω=w ξ=ks υ=u"],
    "sr": ["đ=ђ lj=љ nj=њ dž=џ a=а b=б c=ц č=ч ć=ћ d=д e=е f=ф g=г h=х i=и j=ј k=к l=л m=м n=н o=о p=п r=р s=с š=ш t=т u=у v=в z=з ž=ж"],
}
