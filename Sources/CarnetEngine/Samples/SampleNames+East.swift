extension SampleNames {
    static let polish = SampleNames(
        men: """
            Piotr,Krzysztof,Andrzej,Tomasz,Paweł,Jan,Michał,Marcin,Stanisław,Jakub,Adam,Marek,\
            Łukasz,Grzegorz,Mateusz,Wojciech,Mariusz,Dariusz,Zbigniew,Maciej,Rafał,Kamil,Jerzy,\
            Dawid,Szymon,Kacper,Ryszard,Bartłomiej,Sławomir,Józef
            """,
        women: """
            Anna,Maria,Katarzyna,Małgorzata,Agnieszka,Barbara,Ewa,Krystyna,Magdalena,Elżbieta,\
            Joanna,Aleksandra,Zofia,Monika,Teresa,Natalia,Danuta,Julia,Karolina,Marta,Beata,\
            Dorota,Halina,Jadwiga,Janina,Alicja,Jolanta,Grażyna,Iwona,Żaneta
            """,
        last: """
            Nowak,Kowalski,Wiśniewski,Wójcik,Kowalczyk,Kamiński,Lewandowski,Zieliński,Szymański,\
            Woźniak,Dąbrowski,Kozłowski,Mazur,Jankowski,Kwiatkowski,Wojciechowski,Krawczyk,\
            Kaczmarek,Piotrowski,Grabowski,Zając,Pawłowski,Król,Michalski,Wróbel,Wieczorek,\
            Jabłoński,Nowakowski,Majewski,Olszewski,Dudek,Jaworski,Stępień,Górski,Pawlak,Sikora,\
            Rutkowski,Łuczak
            """,
        lastOfWomen: """
            Nowak,Kowalska,Wiśniewska,Wójcik,Kowalczyk,Kamińska,Lewandowska,Zielińska,Szymańska,\
            Woźniak,Dąbrowska,Kozłowska,Mazur,Jankowska,Kwiatkowska,Wojciechowska,Krawczyk,\
            Kaczmarek,Piotrowska,Grabowska,Zając,Pawłowska,Król,Michalska,Wróbel,Wieczorek,\
            Jabłońska,Nowakowska,Majewska,Olszewska,Dudek,Jaworska,Stępień,Górska,Pawlak,Sikora,\
            Rutkowska,Łuczak
            """,
        heads: """
            Bień,Brzo,Chmie,Cze,Dob,Gał,Gra,Jab,Kacz,Klim,Koź,Kru,Lip,Łab,Malin,Mro,Ole,Pod,Raj,\
            Rze,Sob,Staw,Świe,Tar,Urba,Wilcz,Wro,Zab,Zdro,Żura
            """,
        tails: """
            kowski,czyński,liński,wski,jewski,czak,rek,decki,mski,niak,rzyński,szewski,towski,\
            zewicz,browski,ński,lewicz,rski,sik,kiewicz
            """,
        tailsOfWomen: """
            kowska,czyńska,lińska,wska,jewska,czak,rek,decka,mska,niak,rzyńska,szewska,towska,\
            zewicz,browska,ńska,lewicz,rska,sik,kiewicz
            """,
        hyphenPerMille: 30
    )

    static let czech = SampleNames(
        men: """
            Jiří,Jan,Petr,Josef,Pavel,Martin,Tomáš,Jaroslav,Miroslav,Zdeněk,Václav,Michal,\
            František,Jakub,Milan,Karel,Lukáš,David,Vladimír,Ondřej,Ladislav,Roman,Marek,\
            Stanislav,Daniel,Radek,Antonín,Vojtěch,Filip,Adam,Matěj,Štěpán
            """,
        women: """
            Jana,Marie,Eva,Hana,Anna,Lenka,Kateřina,Věra,Lucie,Alena,Petra,Jaroslava,Veronika,\
            Martina,Jitka,Tereza,Ludmila,Helena,Michaela,Zdeňka,Ivana,Jarmila,Monika,Eliška,\
            Zuzana,Markéta,Barbora,Jiřina,Dagmar,Kristýna,Žofie,Růžena
            """,
        last: """
            Novák,Svoboda,Novotný,Dvořák,Černý,Procházka,Kučera,Veselý,Horák,Němec,Pokorný,Marek,\
            Pospíšil,Hájek,Jelínek,Král,Růžička,Beneš,Fiala,Sedláček,Doležal,Zeman,Kolář,Krejčí,\
            Navrátil,Čermák,Urban,Vaněk,Blažek,Kříž,Kovář,Šimek,Říha,Žák
            """,
        lastOfWomen: """
            Nováková,Svobodová,Novotná,Dvořáková,Černá,Procházková,Kučerová,Veselá,Horáková,\
            Němcová,Pokorná,Marková,Pospíšilová,Hájková,Jelínková,Králová,Růžičková,Benešová,\
            Fialová,Sedláčková,Doležalová,Zemanová,Kolářová,Krejčí,Navrátilová,Čermáková,\
            Urbanová,Vaňková,Blažková,Křížová,Kovářová,Šimková,Říhová,Žáková
            """,
        heads: """
            Bar,Bře,Čap,Do,Haj,Ho,Hru,Jan,Je,Kal,Ko,Krá,Lu,Ma,Mi,Ne,Par,Pe,Ro,Skála,Sta,Šťa,Tů,\
            Va,Vo,Za,Zlá,Žďá
            """,
        tails: """
            bíček,čan,dlec,háček,chal,koš,lík,mánek,níček,peček,rák,sák,šek,tera,vlík,zák,řík,\
            nský,novec,kal
            """,
        tailsOfWomen: """
            bíčková,čanová,dlecová,háčková,chalová,košová,líková,mánková,níčková,pečková,ráková,\
            sáková,šková,terová,vlíková,záková,říková,nská,novcová,kalová
            """,
        hyphenPerMille: 8
    )

    static let hungarian = SampleNames(
        men: """
            László,István,József,János,Zoltán,Sándor,Gábor,Ferenc,Attila,Péter,Tamás,Zsolt,Tibor,\
            András,Csaba,Imre,Lajos,György,Balázs,Gyula,Mihály,Dániel,Ádám,Bence,Máté,Levente,\
            Győző,Örs
            """,
        women: """
            Mária,Erzsébet,Katalin,Ilona,Éva,Anna,Zsuzsanna,Margit,Judit,Ágnes,Andrea,Erika,\
            Krisztina,Ildikó,Mónika,Tímea,Réka,Dóra,Eszter,Nóra,Boglárka,Lilla,Hanna,Zsófia,\
            Gyöngyi,Tünde,Enikő
            """,
        last: """
            Nagy,Kovács,Tóth,Szabó,Horváth,Varga,Kiss,Molnár,Németh,Farkas,Balogh,Papp,Takács,\
            Juhász,Lakatos,Mészáros,Oláh,Simon,Rácz,Fekete,Szilágyi,Török,Fehér,Balázs,Gál,Szűcs,\
            Kocsis,Orsós,Fodor,Szalai,Sipos,Lukács,Gulyás,Bíró,Király,Katona,László,Jakab,\
            Fazekas,Erdős,Győri
            """,
        heads: """
            Bárd,Berecz,Csor,Deb,Egri,Faze,Gönc,Halász,Kalo,Kele,Körm,Lendva,Mező,Nyír,Ormán,\
            Pásztó,Rába,Sár,Szent,Tapol,Ujvár,Vásár,Zala
            """,
        tails: """
            ndi,falvi,házi,halmi,kúti,laki,mezei,messzi,szegi,vári,völgyi,váry,csay,ghy,ssy,\
            hegyi,kövi,aljai,pataki,földi
            """,
        hyphenPerMille: 20
    )

    static let finnish = SampleNames(
        men: """
            Juha,Timo,Matti,Kari,Mikko,Jari,Antti,Jukka,Pekka,Heikki,Ville,Hannu,Eero,Väinö,\
            Jyrki,Yrjö,Onni,Elias,Leo,Oliver,Eino,Toivo,Jörgen,Jari-Matti,Päiviö,Sauli,Tapio,Ismo
            """,
        women: """
            Tuula,Anne,Päivi,Anna,Ritva,Leena,Pirjo,Sari,Minna,Marja,Tiina,Riitta,Tarja,Pirkko,\
            Seija,Eila,Kaarina,Raija,Sofia,Aino,Helmi,Eevi,Venla,Anna-Liisa,Marja-Leena,Mirja,\
            Hillevi
            """,
        last: """
            Korhonen,Virtanen,Mäkinen,Nieminen,Mäkelä,Hämäläinen,Laine,Heikkinen,Koskinen,\
            Järvinen,Lehtonen,Lehtinen,Saarinen,Niemi,Salminen,Heinonen,Heikkilä,Kinnunen,\
            Salonen,Turunen,Salo,Laitinen,Rantanen,Tuominen,Karjalainen,Jokinen,Mattila,\
            Savolainen,Lahtinen,Ahonen,Öhman,Åkerlund,Lindholm,Väisänen,Pöyhönen,Jääskeläinen
            """,
        heads: """
            Aalto,Halla,Harju,Hieta,Honka,Ilves,Kallio,Kangas,Kivi,Koivu,Kuusi,Lampi,Lehti,Metsä,\
            Myllä,Niitty,Perä,Pohja,Rauha,Suvi,Tammi,Vuori,Yli,Ylä,Ääri
            """,
        tails: """
            koski,la,lainen,mäki,niemi,nen,oja,pää,ranta,saari,salo,suo,vaara,virta,joki,järvi,\
            lahti,luoto,palo,kari
            """,
        hyphenPerMille: 20,
        joinedFirstPerMille: 25
    )

    static let greek = SampleNames(
        men: """
            Geórgios,Ioánnis,Konstantínos,Dimítrios,Nikólaos,Panagiótis,Vasílis,Christos,\
            Athanásios,Michail,Evángelos,Spyros,Antónis,Giannis,Kostas,Γιώργος|giorgos,\
            Νίκος|nikos,Γιάννης|giannis,Δημήτρης|dimitris,Stélios,Leftéris,Thános,\
            Αλέξανδρος|alexandros,Petros
            """,
        women: """
            María,Eléni,Aikateríni,Vasilikí,Sofía,Angelikí,Georgía,Dímitra,Konstantína,Paraskeví,\
            Ánna,Ioánna,Μαρία|maria,Ελένη|eleni,Κατερίνα|katerina,Χριστίνα|christina,Despina,\
            Evangelía,Anastasía,Kyriakí,Fotiní,Zoí,Ευαγγελία|evangelia,Iró
            """,
        last: """
            Papadópoulos,Papageorgíou,Oikonómou,Papaioánnou,Georgíou,Dimitríou,Vlachos,Nikoláou,\
            Karagiánnis,Antoníou,Makrís,Παπαδόπουλος|papadopoulos,Βασιλείου|vasileiou,Ioannídis,\
            Αγγελόπουλος|angelopoulos,Christodoúlou,Konstantinídis,Athanasíou,Pétrou,Alexíou,\
            Σταματόπουλος|stamatopoulos,Panagiotópoulos,Kourís,Ζαχαρίας|zacharias
            """,
        lastOfWomen: """
            Papadopoúlou,Papageorgíou,Oikonómou,Papaioánnou,Georgíou,Dimitríou,Vláchou,Nikoláou,\
            Karagiánni,Antoníou,Makrí,Παπαδοπούλου|papadopoulou,Βασιλείου|vasileiou,Ioannídou,\
            Αγγελοπούλου|angelopoulou,Christodoúlou,Konstantinídou,Athanasíou,Pétrou,Alexíou,\
            Σταματοπούλου|stamatopoulou,Panagiotopoúlou,Kourí,Ζαχαρία|zacharia
            """,
        heads: """
            Anagno,Chatzi,Deli,Gian,Kala,Kara,Kon,Lam,Mara,Mavro,Mitro,Pala,Papa,Pana,Saran,Stav,\
            Theo,Tsim,Vour,Xen
            """,
        tails: """
            stópoulos,niótis,kákis,moúdis,nídis,rakis,tákos,vasilis,giórgis,dákis,kís,likas,\
            mbros,nélis,poulákis,rídis,sónis,tzís,vélis,zákis
            """,
        tailsOfWomen: """
            stopoúlou,nióti,káki,moúdi,nídou,raki,tákou,vasili,giórgi,dáki,kí,lika,mbrou,néli,\
            pouláki,rídou,sóni,tzí,véli,záki
            """,
        hyphenPerMille: 20
    )

    static let turkish = SampleNames(
        men: """
            Mehmet,Mustafa,Ahmet,Ali,Hüseyin,Hasan,İbrahim,İsmail,Osman,Yusuf,Murat,Ömer,Ramazan,\
            Halil,Süleyman,Abdullah,Emre,Burak,Kerem,Çağrı,Onur,Oğuz,Umut,Serkan,Barış,Gökhan,\
            Tolga,Işık
            """,
        women: """
            Fatma,Ayşe,Emine,Hatice,Zeynep,Elif,Meryem,Şerife,Zehra,Sultan,Hanife,Merve,Özlem,\
            Esra,Gül,Büşra,Çiğdem,Pınar,Sibel,Yasemin,Aslı,Ebru,Nazlı,Defne,Ece,İpek,Tuğba,Gülşen
            """,
        last: """
            Yılmaz,Kaya,Demir,Çelik,Şahin,Yıldız,Yıldırım,Öztürk,Aydın,Özdemir,Arslan,Doğan,\
            Kılıç,Aslan,Çetin,Kara,Koç,Kurt,Özkan,Şimşek,Polat,Korkmaz,Özcan,Çakır,Erdoğan,Yavuz,\
            Can,Acar,Şen,Aktaş,Güler,Yalçın,Güneş,Bozkurt,Bulut,Keskin,Ünal,Turan,Gül,Özer,Işık,\
            Kaplan,Avcı,Sarı,Tekin,Taş,Köse,Yüksel,Ateş,Aksoy
            """,
        heads: """
            Ak,Altın,Ay,Bay,Boz,Büyük,Çam,Deniz,Er,Gök,Gümüş,Güz,Kar,Kızıl,Kuzu,Sarı,Sön,Taş,Top,\
            Tür,Uz,Yaman,Yeşil,Öz,Şen
            """,
        tails: """
            oğlu,bay,kaya,taş,dağ,türk,soy,su,er,bulut,kan,gün,demir,han,tepe,ırmak,yol,göz,baş,\
            çı
            """,
        hyphenPerMille: 5
    )
}
