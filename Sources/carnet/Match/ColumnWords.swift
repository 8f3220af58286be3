import CarnetIndex

/// The headers of columns, in the languages of Europe: what ``ColumnKinds`` knows. Written as people
/// see them but without spaces; case, accents and signs do not matter.
enum ColumnWords {
    static let all: [(use: ColumnUse, words: String)] = [
        (.id, ids), (.ignored, ignored), (.field(.givenName), given),
        (.field(.surname), surnames), (.field(.fullName), names), (.field(.email), emails),
        (.field(.phone), phones), (.field(.birthDate), births), (.field(.place), places),
        (.field(.address), addresses), (.field(.language), languages), (.field(.trait), traits),
        (.field(.identity), identities), (.field(.text), organisations),
    ]

    private static let ids = """
        id recid recordid rowid clientid customerid guestid customerno customernumber customercode \
        clientno clientnumber clientcode guestno guestnumber reference ref externalid \
        kundennr kundennummer kdnr kundenid gastnr gastnummer debitor debitornr debitorennr \
        debitorennummer klantnummer klantnr klantid klantcode relatienummer relatienr debiteurnr \
        numeroclient noclient nclient nºclient idclient codeclient numerodeclient \
        numerocliente nocliente ncliente nºcliente idcliente codcliente codigocliente \
        numerodecliente codigodecliente codicecliente nrklienta numerklienta idklienta kodklienta \
        cislozakaznika idzakaznika zakaznickecislo cisloklienta ugyfelszam ugyfelkod vevokod \
        azonosito codclient nrclient kundnummer kundnr kundid kundenr kundenummer kundeid \
        asiakasnumero asiakasnro asiakastunnus kliendinr kliendinumber kliendikood \
        klientanr klientanumurs klientakods klientonr klientonumeris klientokodas \
        brojklijenta brojkupca brojgosta sifraklijenta sifrakupca sifragosta sifrastranke \
        stevilkastranke musterino musterinumarasi musterikodu vidskiptanumer \
        номерклиента номернаклиент кодклиента номерклієнта кодклієнта ідентифікатор \
        идентификатор κωδικοςπελατη numriiklientit
        """

    /// Numbers of rows, if they stand in the first column.
    static let weakIDs = """
        nr no n nº num number numero number# code codice codigo codi cod kod kód kodas kods kood \
        cislo sorszam nrcrt lp nrpk eilnr jrk jrknr rb rbr redbr redenbroj broj sifra sirano numer \
        номер број шифра код пп αα κωδικος ред
        """

    private static let ignored = """
        clusterid cluster tags tag entityid personid source created createdat updated updatedat \
        modified note notes remark remarks comment comments bemerkung bemerkungen notiz notizen \
        anmerkung anmerkungen remarque remarques commentaire commentaires observaciones notas \
        observacoes osservazioni opmerking opmerkingen anmarkning anteckning bemærkninger merknad \
        huomautus huom markus markused piezimes pastabos uwagi poznamka megjegyzes observatii \
        забележка забележки примечание примітка παρατηρησεις notlar napomena opomba athugasemd \
        fax telefax faxnumber faxnummer anrede civilite salutation salutacion tratamiento aanhef \
        title titel titre titolo titulo newsletter optin consent middlename middle zweitername \
        patronymic отчество побатькові презимевтороиме
        """

    private static let given = """
        first firstname firstnames givenname givennames forename forenames christianname fname \
        given vorname vornamen rufname prenom prenoms nombre nombres nombredepila nome nomeproprio \
        primeironome voornaam voornamen roepnaam fornavn fornamn fornafn eiginnafn skirnarnafn \
        etunimi etunimet kutsumanimi eesnimi imie imiona jmeno krestnijmeno meno krstnemeno utonev \
        keresztnev prenume prenumele ime onoma ad adi adiniz isim vards vardas imya имя імя име \
        собственоиме личноиме όνομα ονομα emri emer izena
        """

    private static let surnames = """
        last lastname lastnames surname surnames familyname lname family nachname familienname \
        zuname nom nomdefamille nomfamille nomusage apellido apellidos apellido1 primerapellido \
        cognome cognom cognoms sobrenome apelido apelidos ultimonome achternaam familienaam naam \
        etternavn efternavn efternamn slektsnavn eftirnafn aettarnafn kenninafn sukunimi nazwisko \
        prijmeni priezvisko vezeteknev csaladnev numedefamilie numele nume prezime priimek eponymo \
        eponimo epitheto soyad soyadi soyadiniz soyisim perekonnanimi perenimi pavarde uzvards \
        familiya фамилия фамилноиме прізвище презиме επωνυμο επίθετο mbiemri abizena
        """

    private static let names = """
        name names fullname displayname client clientname customer customername guest guestname \
        contact contactname contactperson kunde gast kundenname gastname klant klantnaam gastnaam \
        vornachname vorundnachname vornameundnachname vornamenachname namevorname nachnamevorname \
        nachnameundvorname volledigenaam voorenachternaam \
        nomcomplet nomprenom prenomnom nometprenom prenometnom nomduclient \
        nombrecompleto nombreyapellidos apellidosynombre nombrecliente huesped cliente \
        nomecompleto nomeecognome cognomeenome nomecognome cognomenome nominativo ospite hospede \
        nomecliente nomeeapelido fulltnavn fuldenavn fuldtnavn navn namn fullstandigtnamn \
        forochefternamn nafn fulltnafn nimi kokonimi etujasukunimi taisnimi eesjaperekonnanimi \
        imieinazwisko nazwiskoiimie imienazwisko celejmeno jmenoaprijmeni prijmeniajmeno \
        menoapriezvisko celemeno nev teljesnev ugyfelneve vendegneve numecomplet numesiprenume \
        numeprenume imeiprezime prezimeiime imeinpriimek imepriimek priimekinime adsoyad \
        adisoyadi adivesoyadi isimsoyisim vardsuzvards vardsunuzvards vardaspavarde \
        vardasirpavarde klient klientas klients asiakas vieras zakaznik host ugyfel vendeg musteri \
        misafir gjest gaest gast gestur stranka gost kupac klijent \
        имяифамилия фамилияимя фио имена имеифамилия триимена клиент гост гость піб прізвищетаімя \
        клієнт гість ονοματεπωνυμο πελατης emrimbiemri nomicognoms
        """

    private static let emails = """
        email emails mail emailaddress courriel adressemail adresseemail adresseemails adressemel \
        mel adressecourriel adresseelectronique correo correoe correoelectronico epost epostadress \
        epostadresse mejl mejladress sahkoposti sahkopostiosoite adresemail adresaemail eposta \
        elektronickaposta elektronskaposta emailadresse emailadres emailadressen mailadresse \
        mailadres indirizzoemail indirizzodipostaelettronica postaelettronica emailcim \
        elektronikuslevelcim epasts elpastas elpastoadresas eposti epostiaadress epostaadresi \
        netfang tolvupostur tolvupostfang imejl имейл имейлаадрес емайл имејл епоща електроннапоща \
        елпоща елпошта епошта електроннапошта электроннаяпочта элпочта почта \
        ηλεκτρονικηδιευθυνση ηλεκτρονικοταχυδρομειο ηλταχυδρομειο correuelectronic
        """

    private static let phones = """
        phone phonenumber phoneno mobile mobileno mobilenumber mobilephone cell cellphone tel \
        telephone telephonenumber telefon telefone telefono telefoonnummer telefoon telefonnummer \
        telefonnr telnr telno telefoonnr handy handynummer handynr mobilnr gsm gsmnummer portable \
        movil movel telemovel celular cellulare cell recapitotelefonico mobiel mobielnummer \
        mobielenummer mobieletelefoon mobil mobilnummer mobiltelefon mobiltlf tlf tlfnr tlfnummer \
        numerotelephone numerodetelephone telmobile telportable numeroportable numerodeportable \
        puhelin puhelinnumero puh puhnro matkapuhelin kannykka mobiil mobiiltelefon talrunis talr \
        talrunanumurs mobilais mobilaistalrunis telefonas telefononumeris telnumeris mobtel mob \
        mobilus mobilustelefonas komorka telkom nrtelefonu numertelefonu telefonnicislo telcislo \
        telefonnecislo telefonszam mobilszam telszam nrtelefon numartelefon numardetelefon \
        tilefono kinito cep cepno ceptel ceptelefonu ceptelefonunumarasi telefonnumarasi telefonno \
        natel mobilni mobitel brojtelefona brojmobitela telefonskastevilka simi farsimi simanumer \
        телефон тел мобилен мобилентелефон телефоненномер номертелефона мобильный мобильныйтелефон \
        мобільний мобільнийтелефон номертелефону мобилни τηλεφωνο τηλ κινητο κινητοτηλεφωνο \
        αριθμοςτηλεφωνου numriitelefonit telefonmobil
        """

    private static let births = """
        dob birthdate birthday dateofbirth birth bday born geburtsdatum geburtstag gebdatum gebdat \
        geb geborenam datedenaissance datenaissance datedenaiss datenaiss ddn naissance nele \
        fechadenacimiento fechanacimiento fechadenac fechanac fnacimiento fnac nacimiento \
        cumpleanos datadinascita datanascita datanasc nascita datadenascimento datanascimento \
        dtnascimento dtnasc nascimento geboortedatum geboortedag geboren gebdatum \
        fodselsdato fodelsedatum fodelsedag fodselsdag fodt fodd faedingardagur afmaelisdagur \
        afmaeli syntymaaika syntymapaiva sunniaeg sunnikuupaev sunnipaev dzimsanasdatums \
        dzimdatums gimimodata gimimodiena dataurodzenia dataur urodziny datumnarozeni narozeniny \
        datumnarodenia szuletesidatum szuldatum szuletesiido szulido szuletesnap datanasterii \
        datadenastere nascut datumrodenja datumrodjenja datumrojstva rojstnidatum \
        imerominiagennisis dogumtarihi dogumgunu датарождения деньрождения др датанараждане \
        рожденадата рожденден датанародження деньнародження датумрођења ημερομηνιαγεννησης \
        ημγεννησης ημνιαγεννησης γενεθλια ditelindja datadenaixement
        """

    private static let places = """
        city town ville ort stadt wohnort ciudad poblacion localidad municipio provincia citta \
        localita comune residenza cidade localidade concelho plaats woonplaats gemeente commune \
        localite by bopaelsby stad postort poststed kaupunki paikkakunta asuinpaikka kotikunta \
        postitoimipaikka linn asula elukoht pilseta dzivesvieta miestas gyvenamojivieta miasto \
        miejscowosc mesto bydliste bydlisko obec varos telepules helyseg lakhely oras localitate \
        judet grad mjesto naselje kraj poli sehir il ilce semt stadur baer suburb locality \
        municipality postcode postalcode zip zipcode plz postleitzahl codepostal cp codigopostal \
        cap postnr postnummer postinumero kodpocztowy psc iranyitoszam irsz codpostal pastoindeksas \
        pastokodas pastaindekss sihtnumber postakodu postanskibroj postnastevilka postnumer \
        state province region county country land pays birthplace placeofbirth postcodefake \
        geburtsort lieudenaissance lugardenacimiento luogodinascita град населеномясто \
        пощенскикод город населенныйпункт индекс місто πολη τκ qyteti vendbanimi
        """

    private static let addresses = """
        address address1 address2 addressline1 addressline2 street streetnumber streetname \
        housenumber hausnummer strasse strassenr strasseundhausnummer anschrift adresse rue \
        direccion calle domicilio indirizzo via endereco rua morada adres straat straatnaam \
        huisnummer gate vej gata gatuadress adress katuosoite osoite lahiosoite aadress tanav \
        adrese iela adresas gatve ulica ulice adresa cim lakcim utca strada heimilisfang \
        heimili dieuthinsi odos sokak adresi naslov адрес улица адреса вулиця διευθυνση οδος adreca
        """

    private static let languages = """
        language lang locale sprache korrespondenzsprache langue idioma lingua taal sprak sprog \
        kieli keel kalba valoda jezyk jazyk nyelv limba jezik llengua glossa dil tungumal gjuha \
        език язык мова језик γλωσσα
        """

    private static let traits = """
        gender sex geschlecht sexe sexo genere genero sesso geslacht kjonn kon sukupuoli sugu \
        dzimums lytis plec pohlavi pohlavie nem spol kyn cinsiyet пол стать φυλο sex2
        """

    private static let identities = """
        ssn socsecid socialsecuritynumber nationalid passport passportnumber passportno taxid svnr \
        ahv nir dni nif nie dninie codicefiscale bsn pesel personnummer fodselsnummer cpr cprnr \
        cprnummer cnp egn oib emso jmbg amka tckn tckimlikno kennitala isikukood personaskods \
        asmenskodas henkilotunnus hetu rodnecislo егн инн αφμ адт αδτ \
        insurancenumber loyaltynumber membernumber cardnumber kartennummer
        """

    private static let organisations = """
        occupation job profession beruf company companyname firm firma firmenname unternehmen \
        societe raisonsociale entreprise empresa razonsocial azienda ragionesociale bedrijf \
        bedrijfsnaam organisation organization organisationname employer foretag firmanavn \
        virksomhed yritys ettevote uznemums imone spolecnost spolocnost ceg cegnev фирма компания \
        компанія εταιρεια εταιρια sirket tvrtka podjetje poduzece preduzece fyrirtaeki arbeitgeber
        """

    /// Words of a longer header that say it is about something else.
    static let strange: Set<String> = Set(
        """
        visit visits booking bookings reservation reservations stay arrival departure order orders \
        invoice newsletter optin opt consent source hotel count total number2 emergency agency \
        created updated changed besuch besuche buchung buchungen rechnung notfall anzahl \
        visite visites reservas reserva factura visita prenotazione bezoek boeking login user \
        username password room zimmer camera chambre habitacion kamer fax father mother spouse
        """.split(separator: " ").map(String.init)
    )

    /// Words that say nothing by themselves in a longer header.
    static let vague: Set<String> = Set(
        """
        first last family given middle name names nom nombre nome naam navn namn nafn nimi nev \
        ime client customer guest contact kunde gast cliente klient by il ad cap cp mel no nr via \
        state land sex ort geb born cell rue ref title
        """.split(separator: " ").map(String.init)
    )

    /// Looked for inside longer headers, the first that stands there.
    static let parts: [(String, ColumnUse)] = [
        ("email", .field(.email)), ("courriel", .field(.email)), ("epost", .field(.email)),
        ("имейл", .field(.email)), ("почта", .field(.email)), ("пошта", .field(.email)),
        ("birth", .field(.birthDate)), ("geburt", .field(.birthDate)),
        ("naissance", .field(.birthDate)), ("nacimiento", .field(.birthDate)),
        ("nascita", .field(.birthDate)), ("nascimento", .field(.birthDate)),
        ("geboorte", .field(.birthDate)), ("fodsel", .field(.birthDate)),
        ("fodelse", .field(.birthDate)), ("syntyma", .field(.birthDate)),
        ("urodz", .field(.birthDate)), ("naroz", .field(.birthDate)),
        ("naroden", .field(.birthDate)), ("szulet", .field(.birthDate)),
        ("naster", .field(.birthDate)), ("rodjenja", .field(.birthDate)),
        ("rojst", .field(.birthDate)), ("dogum", .field(.birthDate)),
        ("рожд", .field(.birthDate)), ("народж", .field(.birthDate)),
        ("γεννησ", .field(.birthDate)),
        ("telefon", .field(.phone)), ("telephone", .field(.phone)), ("phone", .field(.phone)),
        ("telefoon", .field(.phone)), ("mobil", .field(.phone)), ("mobiel", .field(.phone)),
        ("portable", .field(.phone)), ("gsm", .field(.phone)), ("puhelin", .field(.phone)),
        ("talrun", .field(.phone)), ("movil", .field(.phone)), ("телефон", .field(.phone)),
        ("τηλεφ", .field(.phone)), ("κινητ", .field(.phone)),
        ("vorname", .field(.givenName)), ("prenom", .field(.givenName)),
        ("firstname", .field(.givenName)), ("givenname", .field(.givenName)),
        ("voornaam", .field(.givenName)), ("fornavn", .field(.givenName)),
        ("fornamn", .field(.givenName)), ("etunimi", .field(.givenName)),
        ("nachname", .field(.surname)), ("lastname", .field(.surname)),
        ("surname", .field(.surname)), ("apellido", .field(.surname)),
        ("cognome", .field(.surname)), ("achternaam", .field(.surname)),
        ("familienname", .field(.surname)), ("efternavn", .field(.surname)),
        ("efternamn", .field(.surname)), ("etternavn", .field(.surname)),
        ("sukunimi", .field(.surname)), ("nazwisk", .field(.surname)),
        ("prijmeni", .field(.surname)), ("priezvisk", .field(.surname)),
        ("postcode", .field(.place)), ("postal", .field(.place)), ("city", .field(.place)),
        ("street", .field(.address)), ("strasse", .field(.address)),
        ("address", .field(.address)),
    ]
}
