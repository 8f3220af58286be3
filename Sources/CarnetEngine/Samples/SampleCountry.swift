/// Where a sample person comes from: decides names, phone numbers, language and cities.
///
/// Belgium stands here twice, since its two halves have names of different kinds.
public enum SampleCountry: Int, CaseIterable, Sendable {
    case france
    case flanders
    case wallonia
    case netherlands
    case germany
    case austria
    case switzerland
    case spain
    case italy
    case portugal
    case poland
    case czechia
    case sweden
    case denmark
    case norway
    case finland
    case ireland
    case britain
    case greece
    case turkey
    case hungary
    case romania
}

/// What is told of a country: codes, phones, cities and which names its people bear.
struct SampleCountryFacts {
    /// ISO 3166-1 alpha-2.
    let code: String
    let language: String
    let zone: String
    /// `+` and calling code; then beginnings of mobile numbers and how many digits follow: 7, or 6
    /// where each of six beginnings stands for one value of the first of seven.
    let calling: String
    let mobiles: String
    var mobileFreeDigits = 7
    let cities: String
    let companyEnding: String
    let providers: String
    /// How many of the guests from abroad, among all countries, come from here.
    let travellers: Int
    let names: SampleNames

    static func of(_ country: SampleCountry) -> SampleCountryFacts {
        switch country {
        case .france:
            SampleCountryFacts(
                code: "FR",
                language: "fr",
                zone: "Europe/Paris",
                calling: "+33",
                mobiles: "61,62,64,65,66,67,68",
                cities: """
                    Paris,Lyon,Marseille,Toulouse,Lille,Bordeaux,Nantes,Strasbourg,Nice,\
                    Saint-Étienne,Besançon,Orléans,L'Haÿ-les-Roses,Aix-en-Provence
                    """,
                companyEnding: " SARL",
                providers: "gmail.com,orange.fr,free.fr,hotmail.fr,laposte.net,sfr.fr,wanadoo.fr",
                travellers: 170,
                names: .french
            )
        case .flanders:
            SampleCountryFacts(
                code: "BE",
                language: "nl",
                zone: "Europe/Brussels",
                calling: "+32",
                mobiles: "47,48,49",
                cities: """
                    Gent,Antwerpen,Brugge,Leuven,Hasselt,Oostende,Kortrijk,Mechelen,Sint-Niklaas,\
                    Sint-Martens-Latem
                    """,
                companyEnding: " bv",
                providers: "gmail.com,telenet.be,skynet.be,hotmail.com,proximus.be,outlook.be",
                travellers: 90,
                names: .dutch
            )
        case .wallonia:
            SampleCountryFacts(
                code: "BE",
                language: "fr",
                zone: "Europe/Brussels",
                calling: "+32",
                mobiles: "47,49,48",
                cities: "Liège,Namur,Charleroi,Mons,Tournai,Bruxelles,La Louvière,Arlon,Dinant",
                companyEnding: " srl",
                providers: "gmail.com,skynet.be,hotmail.com,voo.be,outlook.be",
                travellers: 60,
                names: .french
            )
        case .netherlands:
            SampleCountryFacts(
                code: "NL",
                language: "nl",
                zone: "Europe/Amsterdam",
                calling: "+31",
                mobiles: "61,62,63,64,65",
                cities: """
                    Amsterdam,Rotterdam,Utrecht,Den Haag,Eindhoven,Groningen,'s-Hertogenbosch,\
                    Maastricht,Haarlem,Nijmegen
                    """,
                companyEnding: " B.V.",
                providers: "gmail.com,ziggo.nl,kpnmail.nl,hotmail.com,xs4all.nl,planet.nl",
                travellers: 130,
                names: .dutch
            )
        case .germany:
            SampleCountryFacts(
                code: "DE",
                language: "de",
                zone: "Europe/Berlin",
                calling: "+49",
                mobiles: "170,171,172,173,174,175,1511,1520,1577",
                cities: """
                    Berlin,Hamburg,München,Köln,Frankfurt am Main,Stuttgart,Düsseldorf,Leipzig,\
                    Nürnberg,Göttingen,Würzburg,Tübingen
                    """,
                companyEnding: " GmbH",
                providers: "gmail.com,gmx.de,web.de,t-online.de,freenet.de,posteo.de",
                travellers: 190,
                names: .german
            )
        case .austria:
            SampleCountryFacts(
                code: "AT",
                language: "de",
                zone: "Europe/Vienna",
                calling: "+43",
                mobiles: "664,676,699,660,650",
                cities: "Wien,Graz,Linz,Salzburg,Innsbruck,Klagenfurt,Sankt Pölten,Dornbirn",
                companyEnding: " GmbH",
                providers: "gmail.com,gmx.at,aon.at,chello.at,hotmail.com",
                travellers: 40,
                names: .german
            )
        case .switzerland:
            SampleCountryFacts(
                code: "CH",
                language: "de",
                zone: "Europe/Zurich",
                calling: "+41",
                mobiles: "76,78,79",
                cities: "Zürich,Bern,Basel,Luzern,Winterthur,St. Gallen,Chur,Thun",
                companyEnding: " AG",
                providers: "gmail.com,bluewin.ch,gmx.ch,hotmail.ch,sunrise.ch",
                travellers: 50,
                names: .german
            )
        case .spain:
            SampleCountryFacts(
                code: "ES",
                language: "es",
                zone: "Europe/Madrid",
                calling: "+34",
                mobiles: "61,62,63,65,66,67",
                cities: """
                    Madrid,Barcelona,València,Sevilla,Zaragoza,Málaga,Bilbao,A Coruña,\
                    San Sebastián,Cádiz,Logroño
                    """,
                companyEnding: " S.L.",
                providers: "gmail.com,hotmail.es,telefonica.net,yahoo.es,outlook.es",
                travellers: 110,
                names: .spanish
            )
        case .italy:
            SampleCountryFacts(
                code: "IT",
                language: "it",
                zone: "Europe/Rome",
                calling: "+39",
                mobiles: "320,328,333,338,339,340,347,348,349",
                cities: """
                    Roma,Milano,Napoli,Torino,Palermo,Genova,Bologna,Firenze,Forlì,L'Aquila
                    """,
                companyEnding: " S.r.l.",
                providers: "gmail.com,libero.it,virgilio.it,tiscali.it,alice.it,hotmail.it",
                travellers: 100,
                names: .italian
            )
        case .portugal:
            SampleCountryFacts(
                code: "PT",
                language: "pt",
                zone: "Europe/Lisbon",
                calling: "+351",
                mobiles: "91,92,93,96",
                cities: "Lisboa,Porto,Braga,Coimbra,Faro,Évora,Setúbal,Guimarães,Viseu",
                companyEnding: " Lda",
                providers: "gmail.com,sapo.pt,hotmail.com,outlook.pt,netcabo.pt",
                travellers: 40,
                names: .portuguese
            )
        case .poland:
            SampleCountryFacts(
                code: "PL",
                language: "pl",
                zone: "Europe/Warsaw",
                calling: "+48",
                mobiles: "50,51,60,66,69,72,78,88",
                cities: "Warszawa,Kraków,Łódź,Wrocław,Poznań,Gdańsk,Szczecin,Lublin,Białystok",
                companyEnding: " Sp. z o.o.",
                providers: "gmail.com,wp.pl,onet.pl,o2.pl,interia.pl",
                travellers: 50,
                names: .polish
            )
        case .czechia:
            SampleCountryFacts(
                code: "CZ",
                language: "cs",
                zone: "Europe/Prague",
                calling: "+420",
                mobiles: "72,73,77",
                cities: """
                    Praha,Brno,Ostrava,Plzeň,Liberec,Olomouc,České Budějovice,Hradec Králové
                    """,
                companyEnding: " s.r.o.",
                providers: "gmail.com,seznam.cz,email.cz,centrum.cz,volny.cz",
                travellers: 40,
                names: .czech
            )
        case .sweden:
            SampleCountryFacts(
                code: "SE",
                language: "sv",
                zone: "Europe/Stockholm",
                calling: "+46",
                mobiles: "70,72,73,76",
                cities: "Stockholm,Göteborg,Malmö,Uppsala,Västerås,Örebro,Linköping,Umeå,Lund",
                companyEnding: " AB",
                providers: "gmail.com,telia.com,hotmail.se,bredband.net,outlook.com",
                travellers: 50,
                names: .swedish
            )
        case .denmark:
            SampleCountryFacts(
                code: "DK",
                language: "da",
                zone: "Europe/Copenhagen",
                calling: "+45",
                mobiles: "26,27,28,67,68,96",
                mobileFreeDigits: 6,
                cities: "København,Aarhus,Odense,Aalborg,Helsingør,Næstved,Sønderborg,Køge",
                companyEnding: " ApS",
                providers: "gmail.com,hotmail.dk,mail.dk,live.dk,outlook.dk",
                travellers: 40,
                names: .danish
            )
        case .norway:
            SampleCountryFacts(
                code: "NO",
                language: "nb",
                zone: "Europe/Oslo",
                calling: "+47",
                mobiles: "9",
                cities: "Oslo,Bergen,Trondheim,Stavanger,Tromsø,Bodø,Ålesund,Tønsberg",
                companyEnding: " AS",
                providers: "gmail.com,online.no,hotmail.no,broadpark.no,outlook.com",
                travellers: 30,
                names: .danish
            )
        case .finland:
            SampleCountryFacts(
                code: "FI",
                language: "fi",
                zone: "Europe/Helsinki",
                calling: "+358",
                mobiles: "40,44,50",
                cities: "Helsinki,Espoo,Tampere,Turku,Oulu,Jyväskylä,Hämeenlinna,Seinäjoki",
                companyEnding: " Oy",
                providers: "gmail.com,elisanet.fi,kolumbus.fi,luukku.com,hotmail.com",
                travellers: 20,
                names: .finnish
            )
        case .ireland:
            SampleCountryFacts(
                code: "IE",
                language: "en",
                zone: "Europe/Dublin",
                calling: "+353",
                mobiles: "83,85,86,87,89",
                cities: "Dublin,Cork,Galway,Limerick,Waterford,Kilkenny,Dún Laoghaire,Sligo",
                companyEnding: " Ltd",
                providers: "gmail.com,eircom.net,hotmail.com,outlook.ie,yahoo.ie",
                travellers: 40,
                names: .irish
            )
        case .britain:
            SampleCountryFacts(
                code: "GB",
                language: "en",
                zone: "Europe/London",
                calling: "+44",
                mobiles: "771,773,777,778,784,788,790,796,798",
                cities: """
                    London,Manchester,Birmingham,Leeds,Glasgow,Edinburgh,Bristol,Cardiff,\
                    Stratford-upon-Avon,Stoke-on-Trent
                    """,
                companyEnding: " Ltd",
                providers: "gmail.com,btinternet.com,hotmail.co.uk,sky.com,yahoo.co.uk,icloud.com",
                travellers: 180,
                names: .british
            )
        case .greece:
            SampleCountryFacts(
                code: "GR",
                language: "el",
                zone: "Europe/Athens",
                calling: "+30",
                mobiles: "693,694,697,698",
                cities: "Athína,Thessaloníki,Pátra,Irákleio,Λάρισα,Βόλος,Ιωάννινα",
                companyEnding: " A.E.",
                providers: "gmail.com,otenet.gr,hotmail.gr,yahoo.gr,forthnet.gr",
                travellers: 20,
                names: .greek
            )
        case .turkey:
            SampleCountryFacts(
                code: "TR",
                language: "tr",
                zone: "Europe/Istanbul",
                calling: "+90",
                mobiles: "532,533,535,542,544,505,555",
                cities: "İstanbul,Ankara,İzmir,Bursa,Antalya,Eskişehir,Muğla,Çanakkale",
                companyEnding: " A.Ş.",
                providers: "gmail.com,hotmail.com,mynet.com,outlook.com.tr,yahoo.com.tr",
                travellers: 30,
                names: .turkish
            )
        case .hungary:
            SampleCountryFacts(
                code: "HU",
                language: "hu",
                zone: "Europe/Budapest",
                calling: "+36",
                mobiles: "20,30,70",
                cities: "Budapest,Debrecen,Szeged,Pécs,Győr,Székesfehérvár,Kőszeg",
                companyEnding: " Kft.",
                providers: "gmail.com,freemail.hu,citromail.hu,t-online.hu,hotmail.com",
                travellers: 25,
                names: .hungarian
            )
        case .romania:
            SampleCountryFacts(
                code: "RO",
                language: "ro",
                zone: "Europe/Bucharest",
                calling: "+40",
                mobiles: "72,74,75,76",
                cities: "București,Cluj-Napoca,Timișoara,Iași,Brașov,Constanța,Târgu Mureș",
                companyEnding: " SRL",
                providers: "gmail.com,yahoo.com,yahoo.ro,hotmail.com,outlook.com",
                travellers: 25,
                names: .romanian
            )
        }
    }
}
