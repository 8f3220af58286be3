import CarnetIndex
import Foundation

/// What a column holds, as far as matching is concerned.
enum ColumnUse: Equatable {
    case id
    case field(FieldKind)
    /// Says nothing about who somebody is, or would give the answer away.
    case ignored
}

/// Recognises columns by their headers, in the languages of Europe.
enum ColumnKinds {
    /// The use of a column of that header, and whether the header is known as a whole; nil where
    /// nobody knows it.
    static func use(of header: String) -> (use: ColumnUse, isExact: Bool)? {
        let name = folded(header)
        if let exact = exact[name] { return (exact, true) }
        // A word of many: "customer_e_mail", "Tel. privat".
        let found = parts.filter { name.contains($0.0) }.map(\.1)
        if found.contains(.field(.surname))
            && (found.contains(.field(.givenName)) || name.contains("first"))
        {
            return (.field(.fullName), false)
        }
        return found.first.map { ($0, false) }
    }

    /// Small letters and digits alone, without accents.
    static func folded(_ header: String) -> String {
        let plain = header.folding(
            options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive],
            locale: nil
        )
        return String(plain.lowercased().filter { $0.isLetter || $0.isNumber })
            .replacing("ł", with: "l").replacing("ø", with: "o").replacing("ß", with: "ss")
            .replacing("ı", with: "i").replacing("æ", with: "ae").replacing("đ", with: "d")
    }

    private static let exact: [String: ColumnUse] = {
        var table: [String: ColumnUse] = [:]
        for (use, words) in words {
            for word in words.split(separator: " ") { table[String(word)] = use }
        }
        return table
    }()

    private static let words: [(ColumnUse, String)] = [
        (.id, "id recid recordid rowid clientid customerid kundennr kundennummer"),
        (
            .ignored,
            "clusterid cluster tags tag entityid personid source notes note remarks created updated"
        ),
        (
            .field(.givenName),
            """
            first firstname givenname forename fname given vorname rufname prenom prenoms nombre \
            nombres nombredepila nome nomeproprio primeironome voornaam roepnaam fornavn fornamn \
            etunimi imie jmeno krestnijmeno meno utonev keresztnev prenume ime onoma ad adi isim \
            eesnimi vardas vards imya имя όνομα ονομα
            """
        ),
        (
            .field(.surname),
            """
            last lastname surname familyname lname family nachname familienname zuname nom \
            nomdefamille nomfamille apellido apellidos primerapellido cognome sobrenome apelido \
            ultimonome achternaam familienaam naam etternavn efternavn efternamn sukunimi nazwisko \
            prijmeni priezvisko vezeteknev csaladnev numedefamilie nume prezime priimek eponymo \
            eponimo soyad soyadi perekonnanimi pavarde uzvards familiya фамилия επωνυμο επώνυμο
            """
        ),
        (
            .field(.fullName),
            """
            name fullname displayname client customer guest contact contactname kunde gast \
            nomcomplet nomprenom prenomnom nometprenom nombrecompleto nombreyapellidos \
            nomecompleto nomeecognome volledigenaam fulltnavn imieinazwisko celejmeno nev \
            teljesnev numecomplet imeiprezime adsoyad adisoyadi имяифамилия фио ονοματεπωνυμο
            """
        ),
        (
            .field(.email),
            """
            email emails mail emailaddress courriel adressemail adresseemail adressemel mel correo \
            correoelectronico epost epostadress epostadresse sahkoposti adresemail eposta \
            elektronickaposta emailadresse mailadresse indirizzoemail почта ηλεκτρονικηδιευθυνση
            """
        ),
        (
            .field(.phone),
            """
            phone phonenumber mobile mobilephone cell cellphone tel telephone telefon telefone \
            telefono telefoonnummer telefoon telefonnummer telnr telno handy handynummer gsm \
            portable movil movel cellulare mobiel mobil mobilnummer mobiltelefon numerotelephone \
            numerodetelephone puhelin puhelinnumero komorka numertelefonu telefonszam tilefono \
            kinito ceptelefonu natel mobilni телефон τηλεφωνο κινητο
            """
        ),
        (
            .field(.birthDate),
            """
            dob birthdate birthday dateofbirth birth bday born geburtsdatum geburtstag gebdatum \
            datedenaissance datenaissance naissance fechadenacimiento fechanacimiento nacimiento \
            datadinascita datanascita nascita datadenascimento datanascimento geboortedatum \
            fodselsdato fodelsedatum fodselsdag syntymaaika dataurodzenia datumnarozeni \
            datumnarodenia szuletesidatum szuletesiido datanasterii datumrodenja datumrojstva \
            imerominiagennisis dogumtarihi датарождения ημερομηνιαγεννησης
            """
        ),
        (
            .field(.place),
            """
            city town ville ort stadt wohnort ciudad poblacion localidad citta comune cidade \
            localidade plaats woonplaats by stad kaupunki miasto miejscowosc mesto obec varos \
            oras grad poli sehir suburb locality municipality postcode postalcode zip zipcode plz \
            postleitzahl codepostal cp codigopostal cap postnummer postinumero kodpocztowy psc \
            iranyitoszam state province region county country land pays pais birthplace \
            placeofbirth postcodefake geburtsort lieudenaissance город πολη
            """
        ),
        (
            .field(.address),
            """
            address address1 address2 addressline1 addressline2 street streetnumber streetname \
            housenumber hausnummer strasse anschrift adresse rue direccion calle indirizzo via \
            endereco rua morada adres straat huisnummer gate vej gata adress katuosoite ulica \
            adresa utca cim strada dieuthinsi odos sokak adresi
            """
        ),
        (
            .field(.language),
            "language lang locale sprache langue idioma lingua taal sprak sprog kieli jezyk jazyk nyelv limba jezik glossa dil"
        ),
        (
            .field(.trait),
            "gender sex geschlecht sexe sexo genere sesso geslacht kjonn kon sukupuoli plec pohlavi nem sex2"
        ),
        (
            .field(.identity),
            """
            ssn socsecid socialsecuritynumber nationalid passport passportnumber taxid svnr ahv \
            nir dni nif nie codicefiscale bsn pesel personnummer cpr cnp egn oib emso amka tckn \
            insurancenumber loyaltynumber membernumber cardnumber kartennummer
            """
        ),
        (
            .field(.text),
            "occupation job profession beruf company firma societe entreprise empresa azienda organisation organization employer"
        ),
    ]

    /// Looked for inside longer headers, the first that stands there.
    private static let parts: [(String, ColumnUse)] = [
        ("email", .field(.email)), ("courriel", .field(.email)),
        ("birth", .field(.birthDate)), ("geburt", .field(.birthDate)),
        ("naissance", .field(.birthDate)), ("nacimiento", .field(.birthDate)),
        ("nascita", .field(.birthDate)), ("nascimento", .field(.birthDate)),
        ("telefon", .field(.phone)), ("telephone", .field(.phone)), ("phone", .field(.phone)),
        ("mobil", .field(.phone)), ("portable", .field(.phone)), ("gsm", .field(.phone)),
        ("vorname", .field(.givenName)), ("prenom", .field(.givenName)),
        ("firstname", .field(.givenName)), ("givenname", .field(.givenName)),
        ("nachname", .field(.surname)), ("lastname", .field(.surname)),
        ("surname", .field(.surname)), ("apellido", .field(.surname)),
        ("cognome", .field(.surname)),
        ("postcode", .field(.place)), ("postal", .field(.place)), ("city", .field(.place)),
        ("street", .field(.address)), ("address", .field(.address)),
    ]
}
