import CarnetBytes
import CarnetIndex
import Foundation
import Testing

@testable import carnet

/// How `carnet match` reads files: headers of every language, code pages.
@Suite struct MatchFileTests {
    private static func fields(_ data: Data) throws -> [String] {
        let file = try MatchFile(data: data, map: [:])
        return file.columns.compared.map { column in
            guard case .field(let kind) = column.use else { return "" }
            return kind.word
        }
    }

    private static let all = ["given", "surname", "email", "phone", "birth", "language", "place"]

    @Test(
        arguments: [
            "Kundennr.;Vorname;Nachname;E-Mail;Handynummer;Geb.-Datum;Sprache;Wohnort",
            "ID;Voornaam - Prénom;Naam - Nom;E-mail;GSM;Geboortedatum;Taal;Gemeente",
            "Nr,Vorname/Prénom,Name/Nom,E-Mail,Mobile,Geburtstag,Sprache,Ort",
            "klantnummer,voornaam,achternaam,e-mailadres,mobiel nummer,geboortedatum,taal,woonplaats",
            "N° client;Prénom;Nom;Adresse e-mail;Tél. portable;Date de naissance;Langue;Ville",
            "Nº;Nombre;Apellidos;Correo electrónico;Teléfono móvil;F. nacimiento;Idioma;Población",
            "N.º;Nome próprio;Apelido;E-mail;Telemóvel;Data de nascimento;Língua;Localidade",
            "Codice;Nome;Cognome;Indirizzo e-mail;Cellulare;Data di nascita;Lingua;Città",
            "Nr klienta;Imię;Nazwisko;Adres e-mail;Tel. kom.;Data ur.;Język;Miejscowość",
            "Číslo;Jméno;Příjmení;E-mail;Telefonní číslo;Datum narození;Jazyk;Bydliště",
            "Číslo zákazníka;Meno;Priezvisko;E-mail;Telefónne číslo;Dátum narodenia;Jazyk;Mesto",
            "Sorszám;Keresztnév;Vezetéknév;E-mail cím;Mobilszám;Szül. dátum;Nyelv;Település",
            "Nr. crt.,Prenume,Nume,Adresă e-mail,Nr. telefon,Data nașterii,Limba,Localitate",
            "№;Име;Фамилия;Имейл;Мобилен телефон;Дата на раждане;Език;Град",
            "№;Имя;Фамилия;Эл. почта;Номер телефона;Дата рождения;Язык;Город",
            "№;Ім'я;Прізвище;Ел. пошта;Телефон;Дата народження;Мова;Місто",
            "Κωδικός;Όνομα;Επώνυμο;Email;Κινητό;Ημ/νία γέννησης;Γλώσσα;Πόλη",
            "Kundnummer;Förnamn;Efternamn;E-postadress;Mobilnummer;Födelsedatum;Språk;Postort",
            "Kundenr.;Fornavn;Etternavn;E-post;Tlf.;Fødselsdato;Språk;Poststed",
            "Asiakasnumero;Etunimi;Sukunimi;Sähköposti;Matkapuhelin;Syntymäaika;Kieli;Kaupunki",
            "Kliendi nr;Eesnimi;Perekonnanimi;E-post;Mobiil;Sünniaeg;Keel;Linn",
            "Nr.p.k.;Vārds;Uzvārds;E-pasts;Tālrunis;Dzimšanas datums;Valoda;Pilsēta",
            "Eil. nr.;Vardas;Pavardė;El. paštas;Tel. nr.;Gimimo data;Kalba;Miestas",
            "Šifra;Ime;Prezime;E-mail;Mobitel;Datum rođenja;Jezik;Mjesto",
            "Šifra stranke;Ime;Priimek;E-pošta;Telefon;Datum rojstva;Jezik;Kraj",
            "Број;Име;Презиме;Имејл;Мобилни;Датум рођења;Језик;Град",
            "Müşteri No;Adı;Soyadı;E-posta;Cep Telefonu;Doğum Tarihi;Dil;Şehir",
            "Númer;Fornafn;Eftirnafn;Netfang;Farsími;Fæðingardagur;Tungumál;Staður",
        ]
    )
    func headersOfEveryLanguageAreKnown(headers: String) throws {
        #expect(try Self.fields(Data((headers + "\nx").utf8)) == Self.all)
        let file = try MatchFile(data: Data((headers + "\nx").utf8), map: [:])
        #expect(file.columns.idIndex == 0)
    }

    @Test(
        arguments: [
            ("Last visit", nil), ("Newsletter e-mail", nil), ("Fax", .ignored),
            ("Name der Firma", .field(.text)), ("Contact e-mail", .field(.email)),
            ("customer_e_mail", .field(.email)), ("Tel. privat", .field(.phone)),
            ("First and surname", .field(.fullName)), ("Place of birth", .field(.place)),
            ("Příjmení a jméno hosta", .field(.surname)), ("Booking reference", nil),
        ] as [(String, ColumnUse?)]
    )
    func longerHeadersAreKnownByTheirWords(header: String, use: ColumnUse?) {
        #expect(ColumnKinds.use(of: header)?.use == use)
    }

    /// Goal: what a language's programs write is read as it was meant. Method: a list of names in a
    /// code page of that language.
    @Test(
        arguments: [
            (.windows1252, "Zoë Müller;Renée Lefèvre;Günther Weiß;François Noël;José Nuñez"),
            (.mac, "Zoë Müller;Renée Lefèvre;Günther Weiß;François Noël;Hélène Gérard"),
            (.dos850, "Jürgen Müller;Günther Weiß;Jörg Schäfer;Sören Größl;Käthe Böhm"),
            (.windows1250, "Łukasz Wiśniewski;Małgorzata Dąbrowska;Stanisław Żak;Zofia Wójcik"),
            (.windows1250, "Jiří Dvořák;Božena Němcová;Zdeněk Šťastný;Věra Černá;Tomáš Růžička"),
            (.iso2, "Łukasz Wiśniewski;Małgorzata Dąbrowska;Grażyna Śliwa;Paweł Jabłoński"),
            (.dos852, "Jiří Dvořák;Božena Němcová;Zdeněk Šťastný;Věra Černá;Tomáš Růžička"),
            (.windows1251, "Иван Петров;Мария Иванова;Георги Димитров;Елена Стоянова"),
            (.windows1251, "ИВАН ПЕТРОВ;МАРИЯ ИВАНОВА;ГЕОРГИ ДИМИТРОВ;ЕЛЕНА СТОЯНОВА"),
            (.koi8, "Иван Петров;Мария Иванова;Николай Сергеев;Елена Кузнецова"),
            (.dos866, "Иван Петров;Мария Иванова;Николай Сергеев;Елена Кузнецова"),
            (.windows1253, "Γεώργιος Παπαδόπουλος;Μαρία Νικολάου;Ελένη Γεωργίου"),
            (.windows1254, "Ayşe Yıldız;İbrahim Çağlayan;Gülşen Öztürk;Işıl Doğan"),
            (.windows1257, "Jūratė Žukauskienė;Šarūnas Čepaitis;Eglė Šimkutė;Ąžuolas Mačys"),
            (.windows1257, "Jānis Bērziņš;Līga Kalniņa;Pēteris Ozoliņš;Kristīne Liepiņa"),
        ] as [(CodePage, String)]
    )
    func codePagesAreTold(page: CodePage, names: String) throws {
        let letters = page.table()
        var bytes = Array("id;name\n".utf8)
        for (index, name) in names.split(separator: ";").enumerated() {
            bytes += Array("\(index);".utf8)
            for scalar in name.unicodeScalars {
                let place = letters.firstIndex(of: Array(String(scalar).utf8))
                bytes.append(scalar.isASCII ? UInt8(scalar.value) : UInt8((place ?? 0) + 0x80))
            }
            bytes.append(UInt8(ascii: "\n"))
        }
        let file = try MatchFile(data: Data(bytes), map: [:])
        #expect(file.page == page)
        var read: [String] = []
        _ = file.forEachRow { _, row, fields in read.append(row.bytes(fields[0]).text()) }
        #expect(read == names.split(separator: ";").map(String.init))
    }

    @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
    func utf16IsReadWithoutItsMark(encoding: String.Encoding) throws {
        let text = "id;Vorname;Nachname\n1;Jürgen;Łoś\n"
        let file = try MatchFile(data: try #require(text.data(using: encoding)), map: [:])
        var read: [String] = []
        _ = file.forEachRow { _, row, fields in read += fields.map { row.bytes($0).text() } }
        #expect(read == ["Jürgen", "Łoś"])
    }

    /// Of twenty names and more the order is told; single ones that are the other way round do no
    /// harm.
    @Test(
        arguments: [
            ("Nagy Anna;Kovács Péter;Szabó Mária;Tóth János;Varga Zsuzsanna", .surnameFirst),
            ("Anna Nagy;Péter Kovács;Mária Szabó;János Tóth;Zsuzsanna Varga", .givenFirst),
            ("Елена Петрова;Иван Кузнецов;Мария Соколова;Пётр Волков", .givenFirst),
            ("Nagy, Anna;Kovács, Péter;Szabó, Mária;Tóth, János;Varga, Éva", nil),
            ("Anna Nagy;Kovács Péter;Mária Szabó;Tóth János", nil),
        ] as [(String, WholeNameOrder?)]
    )
    func theOrderOfWholeNamesIsTold(names: String, order: WholeNameOrder?) throws {
        let lines = Array(repeating: names.split(separator: ";"), count: 10).joined()
        let text = "Name;Phone\n" + lines.map { "\"\($0)\";\n" }.joined()
        #expect(try MatchFile(data: Data(text.utf8), map: [:]).nameOrder == order)
    }
}
