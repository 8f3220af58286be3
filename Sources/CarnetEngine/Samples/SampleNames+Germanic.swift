extension SampleNames {
    static let dutch = SampleNames(
        men: """
            Jan,Johannes,Pieter,Willem,Hendrik,Kees,Daan,Sem,Lucas,Thijs,Bram,Ruben,Maarten,\
            Jeroen,Bart,Dirk,Gerrit,Koen,Wouter,Joost,Stijn,Tom,Sander,Jasper,Jean-Marie,Luc,\
            Marc,Wim,Geert,Noël,René,André,Jürgen,Sjoerd,Tjeerd,IJsbrand,Ömer,Mohammed,Yusuf,\
            Floris,Michiel
            """,
        women: """
            Maria,Anna,Johanna,Sofie,Emma,Julia,Mila,Tess,Saar,Femke,Marijke,Annelies,Els,Ingrid,\
            Katrien,Lieve,An,Griet,Zoë,Chloë,Noor,Lotte,Eva,Fleur,Maud,Roos,Sanne,Marieke,Anouk,\
            Désirée,Renée,José,Hilde,Godelieve,Anne-Marie,Fatima,Aylin,Famke,Lieselot,Margriet
            """,
        last: """
            de Jong,Jansen,de Vries,van den Berg,van Dijk,Bakker,Janssen,Visser,Smit,Meijer,\
            de Boer,Mulder,de Groot,Bos,Vos,Peters,Hendriks,van Leeuwen,Dekker,Brouwer,de Wit,\
            Dijkstra,Smits,de Graaf,van der Meer,Peeters,Maes,Jacobs,Mertens,Willems,Claes,\
            Goossens,Wouters,De Smet,Vermeulen,Pauwels,Dubois,Hermans,Aerts,Michiels,Lambrechts,\
            Van Damme,Desmet,De Clercq,Verhoeven,Stevens,De Backer,Lemmens,Van den Bossche,\
            Coppens,Vandenberghe,Özdemir,Coëlho,Daniëls,Hoekstra,Kuiper,'t Hart,van 't Hoff,\
            ter Braak,IJzerman
            """,
        heads: """
            Achter,Bloem,Boe,Bosch,Breed,Duin,Els,Eiken,Groen,Haver,Heere,Hoog,Kampen,Klaver,\
            Koren,Lange,Linden,Meer,Molen,Nieuwen,Ooster,Ruyter,Schoon,Steen,Uyten,Veen,Vinken,\
            Water,Wester,Zand
            """,
        tails: """
            dijk,huis,man,berg,veld,burg,kamp,broek,laar,horst,beke,meer,ven,donk,voort,heuvel,\
            brink,straeten,hoven,poort,boom,daele,stra,inga,sma,mans,brugge,borgh,weg,schot
            """,
        particles: "van ,van de ,van den ,van der ,de ,ter ,Van ,Van de ",
        particlePerMille: 420,
        hyphenPerMille: 25,
        joinedFirstPerMille: 10
    )

    static let german = SampleNames(
        men: """
            Peter,Michael,Thomas,Andreas,Wolfgang,Klaus,Jürgen,Günter,Stefan,Christian,Uwe,\
            Werner,Horst,Frank,Dieter,Manfred,Jörg,Matthias,Björn,Sören,Jan,Lukas,Leon,Felix,\
            Maximilian,Jonas,Tobias,Sebastian,Florian,Karl-Heinz,Hans-Peter,Götz,Kai,Özgür,\
            Mehmet,Emil,Anton,Moritz,Jörn,Hans-Jürgen,Rüdiger,Benedikt
            """,
        women: """
            Maria,Ursula,Monika,Petra,Elisabeth,Sabine,Renate,Helga,Karin,Brigitte,Ingrid,Erika,\
            Andrea,Gisela,Claudia,Susanne,Gabriele,Christine,Birgit,Anna,Lena,Julia,Laura,Lea,\
            Käthe,Bärbel,Jördis,Anne-Kathrin,Eva-Maria,Heike,Katharina,Sophie,Emma,Mia,Frieda,\
            Zoë,Şule,Nele,Wiebke,Dörte,Annegret,Ann-Katrin
            """,
        last: """
            Müller,Schmidt,Schneider,Fischer,Weber,Meyer,Wagner,Becker,Schulz,Hoffmann,Schäfer,\
            Koch,Bauer,Richter,Klein,Wolf,Schröder,Neumann,Schwarz,Zimmermann,Braun,Krüger,\
            Hofmann,Hartmann,Lange,Schmitt,Werner,Schmitz,Krause,Meier,Lehmann,Schmid,Schulze,\
            Maier,Köhler,Herrmann,König,Walter,Mayer,Huber,Kaiser,Fuchs,Peters,Lang,Scholz,\
            Möller,Weiß,Jung,Hahn,Schubert,Vogel,Friedrich,Keller,Günther,Frank,Berger,Winkler,\
            Roth,Beck,Groß,Gruber,Steiner,Moser,Brunner,Zürcher,Bühler,Ammann,Nüßlein,Yılmaz,Heß,\
            Strauß,Jäger,Böhm
            """,
        heads: """
            Acker,Birken,Breiten,Dorn,Eber,Eichen,Fels,Finken,Gold,Grün,Hagen,Hasel,Hohen,Kalten,\
            Kirch,Krumm,Lichten,Löwen,Mühl,Neu,Ober,Ritters,Rosen,Schön,Silber,Stein,Tannen,\
            Unter,Wald,Weiden,Wunder,Zieg
            """,
        tails: """
            bauer,bach,berg,hofer,mann,feld,thal,meier,stein,egger,reuter,brunn,huber,häuser,\
            müller,wald,ner,städter,kötter,lechner,dorfer,leitner,horst,kamp,rieder,wieser,\
            graber,schmied,böck,eder
            """,
        particles: "von ,von der ,zu ,von und zu ,van ",
        particlePerMille: 45,
        hyphenPerMille: 45,
        joinedFirstPerMille: 25,
        opensUmlauts: true
    )

    static let swedish = SampleNames(
        men: """
            Lars,Mikael,Anders,Johan,Erik,Per,Karl,Peter,Thomas,Jan,Björn,Göran,Håkan,Sören,\
            Jörgen,Åke,Östen,Nils,Oskar,Viktor,Gustav,Axel,Elias,Hugo,William,Mårten,Carl-Johan,\
            Jan-Erik
            """,
        women: """
            Anna,Eva,Maria,Karin,Kristina,Lena,Sara,Emma,Ingrid,Åsa,Märta,Gunilla,Birgitta,Elin,\
            Hanna,Linnéa,Maja,Alice,Astrid,Ebba,Freja,Anna-Karin,Ann-Charlotte,Désirée,Sigrid,\
            Görel
            """,
        last: """
            Andersson,Johansson,Karlsson,Nilsson,Eriksson,Larsson,Olsson,Persson,Svensson,\
            Gustafsson,Pettersson,Jonsson,Jansson,Hansson,Bengtsson,Jönsson,Lindberg,Jakobsson,\
            Magnusson,Olofsson,Lindström,Lindqvist,Lindgren,Berg,Axelsson,Bergström,Lundberg,\
            Lind,Lundgren,Mattsson,Berglund,Fredriksson,Sandberg,Henriksson,Forsberg,Sjöberg,\
            Wallin,Engström,Åkesson,Öberg,Ström,Ljungström,Björklund,Nyström,Hägg,Åström
            """,
        heads: """
            Alm,Berg,Björk,Blom,Ek,Fager,Fors,Gran,Hag,Hed,Lind,Ljung,Lund,Löf,Malm,Norr,Ny,\
            Rosen,Sand,Sjö,Sten,Ström,Söder,Väster,Ång,Öst
            """,
        tails: """
            blad,borg,dahl,ell,felt,gren,holm,kvist,lund,mark,qvist,rud,sjö,stedt,strand,ström,\
            vall,wall,ås,ö
            """,
        particles: "af ,von ",
        particlePerMille: 20,
        hyphenPerMille: 25,
        joinedFirstPerMille: 30
    )

    static let danish = SampleNames(
        men: """
            Peter,Jens,Michael,Lars,Henrik,Thomas,Søren,Jørgen,Niels,Bjørn,Jan,Rasmus,Mads,Ole,\
            Håkon,Øyvind,Kåre,Sverre,Magnus,Emil,Noah,Oskar,Aksel,Mikkel,Tor-Arne,Jan Erik,Pål,\
            Torbjørn
            """,
        women: """
            Anne,Mette,Kirsten,Hanne,Helle,Susanne,Lene,Marianne,Bodil,Åse,Ragnhild,Ingrid,Kari,\
            Solveig,Bjørg,Sofie,Freja,Ida,Signe,Maja,Nora,Emma,Liv,Anne-Grethe,Karen Marie,Siv,\
            Tove
            """,
        last: """
            Nielsen,Jensen,Hansen,Pedersen,Andersen,Christensen,Larsen,Sørensen,Rasmussen,\
            Jørgensen,Petersen,Madsen,Kristensen,Olsen,Thomsen,Christiansen,Poulsen,Johansen,\
            Møller,Mortensen,Knudsen,Johnsen,Berg,Haugen,Hagen,Bakke,Lund,Dahl,Sæther,Ødegård,\
            Strøm,Solberg,Bøe,Moen,Kjær,Nørgaard,Bæk,Østergaard,Åberg,Skov,Høj,Aagaard,Næss,\
            Brøndsted
            """,
        heads: """
            Ager,Bjerre,Brems,Dam,Elle,Fugl,Grøn,Have,Hede,Højen,Kirke,Lykke,Mølle,Nord,Nør,Ravn,\
            Skov,Sten,Sønder,Thor,Vester,Østen,Ås,Øver
            """,
        tails: """
            bakken,berg,bye,dahl,gaard,haug,holm,holt,lund,mose,rud,skjold,stad,strand,strup,\
            toft,vang,vik,vold,ås
            """,
        hyphenPerMille: 20,
        joinedFirstPerMille: 15
    )

    static let british = SampleNames(
        men: """
            John,David,James,Paul,Peter,Michael,Andrew,Mark,Richard,Robert,Stephen,Ian,\
            Christopher,William,Simon,Thomas,George,Oliver,Harry,Jack,Charlie,Alfie,Rhys,Dafydd,\
            Hamish,Callum,Noël,Mohammed,Imran,Arjun,Piotr,Ewan,Graham,Nigel,Gareth,Alistair
            """,
        women: """
            Susan,Margaret,Sarah,Elizabeth,Emma,Jennifer,Helen,Claire,Karen,Laura,Charlotte,\
            Olivia,Amelia,Isla,Zoë,Chloë,Renée,Siân,Cerys,Catrìona,Fiona,Eilidh,Mary-Jane,\
            Anne-Marie,Aisha,Priya,Grace,Poppy,Victoria,Rebecca,Gemma,Hannah,Lucy,Jane,Ruth,\
            Gwyneth
            """,
        last: """
            Smith,Jones,Taylor,Brown,Williams,Wilson,Johnson,Davies,Patel,Robinson,Wright,\
            Thompson,Evans,Walker,White,Roberts,Green,Hall,Wood,Jackson,Clarke,Khan,Harrison,\
            Cooper,Singh,Ward,Turner,Hill,Clark,Scott,Moore,Morris,Lewis,Allen,Baker,MacDonald,\
            McDonald,MacLeod,Campbell,Fraser,Brontë,Fitzgerald,O'Neill,St John,Begum,Hughes,\
            Edwards,Lloyd,Price,Ahmed
            """,
        heads: """
            Ash,Black,Brad,Burn,Chad,Clay,Crom,Dal,Eller,Fair,Gold,Hart,Hathers,Kings,Lang,Marl,\
            North,Oak,Pember,Rad,Shel,Stan,Thorn,Under,Wake,West,Whit,Wins,Wood,York
            """,
        tails: """
            bourne,bridge,bury,by,combe,croft,dale,field,ford,gate,ham,hurst,ingham,leigh,ley,\
            low,more,ridge,shaw,stead,stone,thorpe,ton,wall,ward,well,wick,with,worth,yard
            """,
        hyphenPerMille: 30,
        joinedFirstPerMille: 5
    )

    static let irish = SampleNames(
        men: """
            John,Patrick,Seán,Michael,Conor,Cian,Oisín,Darragh,Pádraig,Ciarán,Éamon,Liam,Declan,\
            Brendan,Fionn,Tadhg,Séamus,Ruairí,Aidan,Kevin,Niall,Eoin,Donnchadh,Cillian,James,\
            Daniel,Lorcán
            """,
        women: """
            Mary,Áine,Siobhán,Aoife,Niamh,Ciara,Sinéad,Róisín,Caoimhe,Saoirse,Orla,Gráinne,Bríd,\
            Máire,Clodagh,Deirdre,Éabha,Fionnuala,Eimear,Nóra,Aisling,Emma,Kate,Anne-Marie,\
            Bernadette,Muireann
            """,
        last: """
            Murphy,Kelly,O'Sullivan,Walsh,Smith,O'Brien,Byrne,Ryan,O'Connor,O'Neill,O'Reilly,\
            Doyle,McCarthy,Gallagher,O'Doherty,Kennedy,Lynch,Murray,Quinn,Moore,McLoughlin,\
            O'Carroll,Connolly,Daly,O'Connell,Wilson,Dunne,Brennan,Burke,Collins,Campbell,Clarke,\
            Johnston,Hughes,O'Farrell,Fitzgerald,Brown,Martin,Maguire,Nolan,Flynn,Ó Súilleabháin,\
            Ní Bhriain,Mac Giolla Phádraig,Ó Ceallaigh,Nic Dhonnchadha
            """,
        heads: """
            Bran,Cal,Cor,Dev,Don,Dor,Fin,Gal,Hal,Ken,Lor,Mal,Mul,Quin,Red,Shan,Tier,O'Hal,O'Mul,\
            McEl,McGar,FitzMor
            """,
        tails: """
            lahan,ligan,nigan,cahy,van,rigan,naghan,doran,haney,kerry,len,lin,naly,ney,non,rahan,\
            ran,roy,thy,vane
            """,
        hyphenPerMille: 15,
        joinedFirstPerMille: 10
    )
}
