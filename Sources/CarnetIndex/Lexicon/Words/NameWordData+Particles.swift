extension NameWordData {
    /// The small words in front of family names. Those that are names as well (Van, Ben, Le, San)
    /// are marked; a first name of Ben is no particle.
    static let particles: StaticString = """
        particle: van vande vanden vander vandde ver de den der het ten ter te op in aan bij tot uit
        particle: t s d l n o opde opden opt inden inder inde van_de van_den van_der van_het van_t
        particle: op_de op_den in_t aan_de aan_den uit_den uit_de bij_de tot_aan onder voor in_den
        particle: von vom zu zum zur dem am an im auf aus vor ab sankt vonder von_der von_dem
        particle: von_den von_und_zu auf_der auf_dem in_der an_der aus_dem unter ob du des la le les
        particle: lez sous aux de_la de_l de_le
        particle name: saint sainte st ste
        particle: di da dal dall dalla dalle dallo dai dagli dei del dell della delle dello degli lo
        particle: li gli d_el de_lla de_gli di_san las los das do dos y e i de_los de_las
        particle name: san santa sao santo sant
        particle: mac mc m_c fitz ni nic ui uu nig mhic up ap verch ferch al el ul ud uz ur ad ash
        particle: at abd abdel bint bat ould oulad ait bent beni
        particle name: ben bin ibn bar abu abou bou bu banu umm oum
        particle: af av till z ze od iz pri nad pod mhac a hadji hatzi chatzi kara dela delas delos
        particle name: lo vanden le
        """

    /// What stands where nobody gave a name.
    static let placeholders: StaticString = """
        placeholder name: client guest gast kunde kund test gost host vendeg
        placeholder: clients cliente clienti clientes klient klijent klientka kundin kunden klant
        placeholder: klanten client_e customer customers consumer patron patient patiente gaste
        placeholder: gaeste gasten guests guest_guest ospite ospiti huesped huespedes hospede
        placeholder: convive convives invitado invitada convidado visitor visitors visiteur
        placeholder: visiteuse besucher bezoeker visitante visitatore turist tourist touriste
        placeholder: turista gosc goscie gostje zakaznik zakaznicka vendegek asiakas vieras klients
        placeholder: klientas svecias musteri misafir oaspete pelatis πελατησ επισκεπτησ клиент
        placeholder: гость гост walk_in walkin walkins walk_ins walk drop_in dropin laufkunde
        placeholder: laufkundschaft inloop inloper passant passante passants passanten passage
        placeholder: de_passage clients_passage client_passage client_de_passage sans_reservation
        placeholder: sans_resa sans_rdv no_reservation ohne_reservierung ohne_termin ohne_anmeldung
        placeholder: sin_reserva senza_prenotazione sem_reserva unknown unkown inconnu inconnue
        placeholder: inconnus unbekannt unbekannte onbekend onbekende desconocido desconocida
        placeholder: sconosciuto sconosciuta desconhecido desconhecida nieznany nieznana neznamy
        placeholder: neznama ismeretlen necunoscut necunoscuta nepoznat nepoznata neznan okand okant
        placeholder: ukendt ukjent tuntematon tundmatu nezinams nezinomas nezinoms bilinmiyor
        placeholder: isimsiz agnostos agnosto neizvestno neizvesten neizvestnyi nevidomo αγνωστοσ
        placeholder: αγνωστο неизвестно неизвестныи неизвестен невідомо noname no_name no_names
        placeholder: sans_nom ohne_name ohne_namen senza_nome sin_nombre sem_nome geen_naam
        placeholder: bez_nazwiska bez_imienia beze_jmena bez_mena nev_nelkul fara_nume ingen
        placeholder: keinname kein_name keine_angabe k_a nicht_angegeben name_unbekannt not_given
        placeholder: not_provided not_available not_applicable non_renseigne non_precise
        placeholder: non_communique ohne nincs brak nope niente nessuno aucun aucune ninguno ninguna
        placeholder: nenhum keiner keine geen none null nil void undefined nan empty blank blanc
        placeholder: leer leeg vuoto vacio vazio pusty prazdny nobody personne niemand nemo anybody
        placeholder: someone quelqu_un jemand iemand qualcuno alguien alguem ktos nekdo n_a n_n nn
        placeholder: n_d nc n_c nd na_na anonymous anonyme anonym anonimo anonima anoniem anonimowy
        placeholder: anonymni anonymus anonymny anonim anonimous incognito x xx xxx xxxx xxxxx
        placeholder: xxxxxx xyz xyx yyy zzz zz aa aaa aaaa bb bbb ccc abc abcd abcde asd asdf asdfg
        placeholder: asdfgh sdf dfg qwe qwer qwert qwerty qwertz azert azerty azer jkl hjk yxcv wxcv
        placeholder: zxcv fgh ghj lol blabla bla blah foo foobar truc machin bidon chose tartempion
        placeholder: trucmuche tests tester testing testeur teste essai essais prova prove prueba
        placeholder: pruebas proba probe testkunde testgast testuser testclient zkouska kokeilu
        placeholder: deneme dokimi τεστ тест user benutzer utilisateur usuario utente gebruiker
        placeholder: dummy fake sample example exemple beispiel voorbeeld ejemplo esempio exemplo
        placeholder: demo default muster mustermann musterfrau max_mustermann erika_mustermann
        placeholder: john_doe jane_doe juan_nadie fulano fulano_de_tal monsieur_x madame_x mr_x
        placeholder: mrs_x herr_x firstname lastname first_name last_name vorname nachname prenom
        placeholder: nom_prenom voornaam achternaam nombre apellido nome cognome sobrenome imie
        placeholder: nazwisko jmeno prijmeni keresztnev vezeteknev nume prenume name surname nom tbc
        placeholder: tbd tba a_confirmer a_definir to_be_confirmed wird_nachgereicht table tisch
        placeholder: tafel tavolo stolik asztal masa stol terrasse terrace terras terrassa terraza
        placeholder: terrazza comptoir counter theke balcon balkon veranda salle saal chambre
        placeholder: habitacion quarto pokoj szoba hab
        placeholder name: room zimmer kamer camera mesa bar lounge garden garten jardin
        placeholder: reserve reserved reserviert gereserveerd riservato reservado bloque block
        placeholder: blocked blokkiert libre frei free open hold besetzt occupe busy hallo hello hi
        placeholder: bonjour salut hola ciao ok okay oui yes non nein monsieur_tout_le_monde ghost
        placeholder: man woman femme homme mann boy girl gars mec
        placeholder name: mann frei free block busy open saal stol masa machin walk patron patient
        placeholder name: man boy hold nemo name blanc blank ventana salle void quarto muster probe
        placeholder name: bidon tavolo
        """
}
