"""Client lists of each country: who comes there, what the file looks like, how phones are written."""

# The venue's languages with their shares; file encoding, delimiter, order of dates and headers in
# the order id, first name, last name, e-mail, phone, birth date, language, city; "|" instead of the
# second says that there is one column for the whole name.
VENUES = {
    "DE": ("de=.84 tr=.05 pl=.04 ru=.02 en=.03 it=.02", "cp1252 ; d.m.y", "Kundennr;Vorname;Nachname;E-Mail;Telefon;Geburtsdatum;Sprache;Ort", "Berlin Hamburg München Köln Düsseldorf Nürnberg Lübeck", "gmail.com=30 web.de=18 gmx.de=18 t-online.de=14 hotmail.de=5 outlook.de=4 icloud.com=4"),
    "AT": ("de=.83 hu=.04 hr=.05 sk=.03 tr=.03 it=.02", "utf-8-sig ; d.m.y", "Nr.;Vorname;Familienname;E-Mail-Adresse;Handynummer;Geb.-Datum;Sprache;Wohnort", "Wien Graz Linz Salzburg Innsbruck Klagenfurt", "gmail.com=35 gmx.at=20 aon.at=10 hotmail.com=8 chello.at=6"),
    "CH": ("de=.55 fr=.22 it=.12 sr=.04 pt=.04 en=.03", "utf-8 , d.m.y", "id,Vorname/Prénom,Name/Nom,E-Mail,Mobile,Geburtstag,Sprache,Ort", "Zürich Genève Basel Bern Lausanne Lugano Neuchâtel", "gmail.com=30 bluewin.ch=25 gmx.ch=14 hotmail.com=8 sunrise.ch=5"),
    "NL": ("nl=.88 de=.04 en=.03 tr=.03 pl=.02", "utf-8 , d-m-y", "klantnummer,voornaam,achternaam,e-mailadres,mobiel nummer,geboortedatum,taal,woonplaats", "Amsterdam Rotterdam Utrecht Eindhoven Groningen", "gmail.com=35 hotmail.com=18 ziggo.nl=10 kpnmail.nl=8 live.nl=8 planet.nl=5"),
    "BE": ("nl=.5 fr=.42 en=.03 it=.03 tr=.02", "utf-8-sig ; d/m/y", "ID;Voornaam - Prénom;Naam - Nom;E-mail;GSM;Geboortedatum;Taal;Gemeente", "Brussel Antwerpen Gent Liège Namur Brugge", "gmail.com=35 hotmail.com=18 telenet.be=15 skynet.be=10"),
    "GB": ("en=.86 ga=.03 pl=.05 ro=.03 it=.03", "utf-8 , d/m/y", "Customer ID,First Name,Surname,Email Address,Mobile,DOB,Language,Town", "London Manchester Leeds Bristol Edinburgh Cardiff", "gmail.com=40 hotmail.co.uk=16 btinternet.com=10 yahoo.co.uk=9 icloud.com=8"),
    "IE": ("ga=.8 en=.1 pl=.06 lt=.04", "utf-8 , d/m/y", "Guest No,Forename,Surname,Email,Phone,Date of birth,Language,Town", "Dublin Cork Galway Limerick Dún_Laoghaire", "gmail.com=45 eircom.net=12 hotmail.com=15 yahoo.ie=6"),
    "FR": ("fr=.85 pt=.04 it=.03 en=.04 es=.04", "cp1252 ; d/m/y", "N° client;Prénom;Nom;Adresse e-mail;Téléphone portable;Date de naissance;Langue;Ville", "Paris Lyon Marseille Bordeaux Lille", "gmail.com=40 orange.fr=12 hotmail.fr=9 free.fr=9 wanadoo.fr=6"),
    "ES": ("es=.88 pt=.03 en=.04 fr=.03 ro=.02", "cp1252 ; d/m/y", "Nº cliente;Nombre;Apellidos;Correo electrónico;Teléfono móvil;F. nacimiento;Idioma;Población", "Madrid Barcelona Valencia Sevilla Málaga Zaragoza", "gmail.com=50 hotmail.com=25 hotmail.es=8 yahoo.es=7 telefonica.net=4"),
    "PT": ("pt=.87 es=.05 en=.05 fr=.03", "utf-8 ; d-m-y", "N.º;Nome próprio;Apelido;E-mail;Telemóvel;Data de nascimento;Língua;Localidade", "Lisboa Porto Braga Coimbra Faro", "gmail.com=45 hotmail.com=25 sapo.pt=15 netcabo.pt=4"),
    "IT": ("it=.9 de=.04 ro=.03 en=.03", "utf-8-sig ; d/m/y", "Codice;Nome;Cognome;Indirizzo e-mail;Cellulare;Data di nascita;Lingua;Città", "Roma Milano Napoli Torino Bolzano Forlì", "gmail.com=45 libero.it=20 hotmail.it=9 tiscali.it=5 alice.it=6"),
    "PL": ("pl=.92 uk=.04 de=.03 en=.01", "cp1250 ; d.m.y", "Nr klienta;Imię;Nazwisko;Adres e-mail;Telefon komórkowy;Data urodzenia;Język;Miejscowość", "Warszawa Kraków Łódź Wrocław Gdańsk Poznań", "gmail.com=45 wp.pl=18 onet.pl=10 o2.pl=10 interia.pl=8"),
    "CZ": ("cs=.88 sk=.06 de=.03 uk=.03", "cp1250 ; d.m.y", "Číslo;Jméno;Příjmení;E-mail;Telefon;Datum narození;Jazyk;Město", "Praha Brno Ostrava Plzeň Olomouc", "seznam.cz=50 gmail.com=28 email.cz=10 centrum.cz=7"),
    "SK": ("sk=.86 cs=.06 hu=.08", "utf-8-sig ; d.m.y", "Číslo zákazníka;Meno;Priezvisko;E-mail;Telefónne číslo;Dátum narodenia;Jazyk;Mesto", "Bratislava Košice Žilina Nitra", "gmail.com=50 azet.sk=18 zoznam.sk=10 centrum.sk=10"),
    "HU": ("hu=.93 de=.04 en=.03", "cp1250 ; y.m.d", "Ügyfélszám;|;Név;E-mail cím;Telefonszám;Születési dátum;Nyelv;Település", "Budapest Debrecen Szeged Pécs Győr", "gmail.com=50 freemail.hu=22 citromail.hu=12 t-online.hu=6"),
    "RO": ("ro=.92 hu=.05 en=.03", "utf-8 , d.m.y", "Nr. crt.,Prenume,Nume,Adresă e-mail,Telefon mobil,Data nașterii,Limba,Oraș", "București Cluj-Napoca Iași Timișoara Brașov", "gmail.com=45 yahoo.com=45 yahoo.ro=5"),
    "BG": ("bg=.93 ru=.03 tr=.02 en=.02", "cp1251 ; d.m.y", "№;Име;Фамилия;Имейл;Телефон;Дата на раждане;Език;Град", "София Пловдив Варна Бургас", "gmail.com=40 abv.bg=45 mail.bg=8"),
    "UA": ("uk=.7 ru=.3", "utf-8-sig ; d.m.y", "№;Ім'я;Прізвище;Ел. пошта;Телефон;Дата народження;Мова;Місто", "Київ Львів Одеса Харків", "gmail.com=55 ukr.net=30 i.ua=8"),
    "GR": ("el=.93 en=.04 de=.03", "cp1253 ; d/m/y", "Κωδικός;Όνομα;Επώνυμο;Email;Κινητό;Ημερομηνία γέννησης;Γλώσσα;Πόλη", "Αθήνα Θεσσαλονίκη Πάτρα Ηράκλειο", "gmail.com=50 hotmail.com=18 yahoo.gr=14 otenet.gr=8"),
    "SE": ("sv=.93 fi=.04 da=.03", "utf-8 ; y-m-d", "Kundnummer;Förnamn;Efternamn;E-postadress;Mobilnummer;Födelsedatum;Språk;Ort", "Stockholm Göteborg Malmö Västerås Örebro", "gmail.com=40 hotmail.com=25 telia.com=15 live.se=8"),
    "NO": ("no=.9 sv=.05 da=.03 pl=.02", "cp1252 ; d.m.y", "Kundenr.;Fornavn;Etternavn;E-post;Mobiltelefon;Fødselsdato;Språk;Poststed", "Oslo Bergen Tromsø Ålesund", "gmail.com=45 hotmail.com=25 online.no=15"),
    "DK": ("da=.93 sv=.03 de=.04", "utf-8-sig ; d-m-y", "Kundenr.;Fornavn;Efternavn;E-mail;Mobil;Fødselsdag;Sprog;By", "København Aarhus Aalborg Helsingør", "gmail.com=45 hotmail.com=25 mail.dk=12"),
    "FI": ("fi=.86 sv=.1 et=.02 ru=.02", "utf-8-sig ; d.m.y", "Asiakasnumero;Etunimi;Sukunimi;Sähköposti;Matkapuhelin;Syntymäaika;Kieli;Paikkakunta", "Helsinki Tampere Turku Jyväskylä Hämeenlinna", "gmail.com=45 hotmail.com=20 luukku.com=8 kolumbus.fi=6"),
    "EE": ("et=.9 fi=.05 lv=.05", "utf-16 \t d.m.y", "Kliendi nr;Eesnimi;Perekonnanimi;E-post;Telefon;Sünniaeg;Keel;Linn", "Tallinn Tartu Pärnu Võru", "gmail.com=50 hot.ee=25 mail.ee=10"),
    "LV": ("lv=.85 et=.05 lt=.05 ru=.05", "utf-8-sig ; d.m.y", "Nr.p.k.;Vārds;Uzvārds;E-pasts;Tālrunis;Dzimšanas datums;Valoda;Pilsēta", "Rīga Daugavpils Liepāja Jelgava", "gmail.com=50 inbox.lv=40"),
    "LT": ("lt=.92 lv=.03 pl=.05", "cp1257 ; y-m-d", "Kliento nr.;Vardas;Pavardė;El. paštas;Telefonas;Gimimo data;Kalba;Miestas", "Vilnius Kaunas Klaipėda Šiauliai", "gmail.com=60 yahoo.com=12 one.lt=6"),
    "HR": ("hr=.88 sl=.05 de=.04 it=.03", "cp1250 ; d.m.y", "Šifra;Ime;Prezime;E-mail;Mobitel;Datum rođenja;Jezik;Mjesto", "Zagreb Split Rijeka Osijek Šibenik", "gmail.com=55 net.hr=14 inet.hr=8"),
    "SI": ("sl=.88 hr=.08 it=.04", "utf-8 ; d.m.y", "Šifra stranke;Ime;Priimek;E-pošta;Telefon;Datum rojstva;Jezik;Kraj", "Ljubljana Maribor Celje Škofja_Loka", "gmail.com=55 siol.net=18"),
    "RS": ("sr=.94 hu=.03 bg=.03", "utf-8 , d.m.y", "Broj,Ime,Prezime,Imejl,Mobilni telefon,Datum rođenja,Jezik,Grad", "Beograd Niš Čačak Subotica", "gmail.com=65 yahoo.com=15"),
    "TR": ("tr=.93 ru=.04 de=.03", "cp1254 ; d.m.y", "Müşteri No;Adı;Soyadı;E-posta;Cep Telefonu;Doğum Tarihi;Dil;Şehir", "İstanbul Ankara İzmir Eskişehir", "gmail.com=50 hotmail.com=35 mynet.com=5"),
    "IS": ("is=.94 da=.03 en=.03", "utf-8 ; d.m.y", "Númer;Fornafn;Eftirnafn;Netfang;Farsími;Fæðingardagur;Tungumál;Staður", "Reykjavík Akureyri Kópavogur", "gmail.com=60 simnet.is=18 hotmail.com=10"),
}

# Calling code: national numbers (# any digit, ~ 2 to 9), the trunk prefix, and how digits of the
# number with its prefix are grouped at home.
PHONES = {
    "49": ("15######### 16######## 17######## 17######## 30~####### 89~#####", "0", "4 3 3 3|4 9|5 9|4/99"), "43": ("664####### 676####### 699######## 1~######", "0", "4 3 4|4/99|4 2 2 3"),
    "41": ("76####### 78####### 79####### 79####### 44#######", "0", "3 3 2 2"), "31": ("6######## 6######## 6######## 20#######", "0", "2-9|2 4 4|2 2 2 2 2"),
    "32": ("47####### 48####### 49####### 2~######", "0", "4 2 2 2|4/99|4/2.2.2"), "44": ("7~######## 7~######## 20########", "0", "5 6|5 3 3"), "353": ("83####### 85####### 86####### 87####### 1#######", "0", "3 3 4|3-9"),
    "33": ("6######## 6######## 7######## 1########", "0", "2 2 2 2 2|2.2.2.2.2"), "34": ("6######## 6######## 9########", "", "3 2 2 2|3 3 3"), "351": ("91####### 93####### 96####### 21#######", "", "3 3 3|2 3 4"),
    "39": ("3~######## 3~######## 3~####### 06~#######", "", "3 7|3 3 4|3/99|3.9"), "48": ("5######## 6######## 7######## 22#######", "", "3 3 3|3-3-3"), "420": ("60####### 72####### 77####### 2########", "", "3 3 3"),
    "421": ("90####### 91####### 94#######", "0", "4 3 3|4/3 3"), "36": ("20####### 30####### 70####### 1~######", "06", "2 2 3 4|2-2-3-4|2/2/99"), "40": ("72####### 74####### 75####### 21#######", "0", "4 3 3|4.3.3"),
    "359": ("87####### 88####### 89####### 2~######", "0", "4 3 3|4 2 2 2"), "380": ("50####### 67####### 68####### 97#######", "0", "3 3 2 2|3-3-2-2"), "7": ("90######## 91######## 92######## 495#######", "8", "1 3 3 2 2|1 (3) 3-2-2"),
    "30": ("69######## 69######## 21########", "", "3 7|4 3 3"), "46": ("70####### 72####### 73####### 76####### 8#######", "0", "3-3 2 2|3-9|3 3 2 2"), "47": ("4####### 9####### 9####### 2#######", "", "3 2 3|2 2 2 2"),
    "45": ("2####### 3####### 4####### 5#######", "", "2 2 2 2|4 4"), "358": ("40####### 50####### 44####### 45####### 9~######", "0", "3 7|3 3 4|3-9"), "372": ("5####### 5###### 6######", "", "4 4"), "371": ("2####### 2####### 6#######", "", "2 3 3|8"),
    "370": ("6####### 6####### 5#######", "8", "2 2 5 |(1) 99"), "385": ("91####### 95####### 98###### 1~######", "0", "3 3 4|3/3-4|3 99"), "386": ("31###### 40###### 41###### 1~######", "0", "3 3 3|3/3-3"),
    "381": ("60####### 63####### 64####### 11~######", "0", "3 3 4|3/99|3/3-2-2"), "90": ("53######## 54######## 50######## 212#######", "0", "4 3 2 2|99"), "354": ("6###### 7###### 8###### 5######", "", "3 4|3-4"),
}
HOME = dict(DE="49", AT="43", CH="41", NL="31", BE="32", GB="44", IE="353", FR="33", ES="34", PT="351", IT="39", PL="48", CZ="420", SK="421", HU="36", RO="40", BG="359", UA="380", GR="30", SE="46",
            NO="47", DK="45", FI="358", EE="372", LV="371", LT="370", HR="385", SI="386", RS="381", TR="90", IS="354")

REMARKS = {
    "de": " VIP;; (Nussallergie); - Stammgast; Zi. 12; *;; - Tel. vormittags;; (2 Pers.)", "nl": " VIP; (allergie noten); - vaste klant; kamer 4; *", "fr": " VIP; (allergie noix); - habitué; ch. 12; *",
    "it": " VIP; (allergia noci); - cliente abituale; cam. 12; *; (2 pers.)", "es": " VIP; (alergia nueces); - habitual; hab. 12; *", "pt": " VIP; (alergia nozes); - habitual; qt. 12; *", "en": " VIP; (nut allergy); - regular; room 12; *; - tel",
    "pl": " VIP; (alergia orzechy); - stały klient; pok. 12; *", "cs": " VIP; (alergie ořechy); - stálý host; pok. 12; *", "hu": " VIP; (mogyoróallergia); - törzsvendég; szoba 12; *", "ro": " VIP; (alergie nuci); - client fidel; cam. 12; *",
    "bg": " ВИП; (алергия ядки); - редовен; стая 12; *", "uk": " VIP; (алергія); - постійний; кімн. 12; *", "el": " VIP; (αλλεργία); - τακτικός; δωμ. 12; *", "sv": " VIP; (nötallergi); - stamgäst; rum 12; *", "no": " VIP; (nøtteallergi); - stamgjest; rom 12; *",
    "da": " VIP; (nøddeallergi); - stamgæst; vær. 12; *", "fi": " VIP; (pähkinäallergia); - kanta-asiakas; huone 12; *", "et": " VIP; (allergia); - püsiklient; tuba 12; *", "lv": " VIP; (alerģija); - pastāvīgs; ist. 12; *", "lt": " VIP; (alergija); - nuolatinis; kamb. 12; *",
    "hr": " VIP; (alergija); - stalni gost; soba 12; *", "sl": " VIP; (alergija); - stalna stranka; soba 12; *", "sr": " VIP; (alergija); - stalni gost; soba 12; *", "tr": " VIP; (fındık alerjisi); - sürekli; oda 12; *", "is": " VIP; (hnetuofnæmi); - fastagestur; herb. 12; *",
    "sk": " VIP; (alergia orechy); - stály hosť; izba 12; *",
    "ga": " VIP; (nut allergy); - regular; rm 12; *",
}
