extension NameWordData {
    /// What staff write beside a name.
    static let remarks: StaticString = """
        remark: vip vips vvip v_i_p celebrity influencer blogger regular regulars stammgast
        remark: stammkunde stammgaste habitue habituee habituel habituelle habitues bon_client
        remark: bonne_cliente tres_bon_client fidele loyal loyalty vaste_klant vaste_gast stamgast
        remark: cliente_habitual habitual cliente_abituale abituale cliente_fisso cliente_fiel
        remark: staly_klient stalygosc stamkunde stammis torzsvendeg torzsvasarlo staly_gosc
        remark: stalni_gost client_fidel kanta_asiakas stamgaest fast_kunde member members membre
        remark: membres mitglied mitglieder lid socios czlonek clen abonne abonnee subscriber
        remark: platinum platine premium gold_member silver_member amis friend friends freunde
        remark: freundin vrienden amici amigos friend_of_owner ami_du_patron ami_patron collegue
        remark: collegues colleague kollege kollegin kollegen collega voisin voisine nachbar
        remark: neighbour neighbor buren vecino proprietaire owner inhaber gerant ne_pas_appeler
        remark: ne_pas_contacter ne_pas_rappeler pas_appeler do_not_call dont_call don_t_call
        remark: do_not_contact dont_contact no_calls nicht_anrufen nicht_kontaktieren
        remark: bitte_nicht_anrufen niet_bellen niet_contacteren no_llamar no_contactar non_chiamare
        remark: non_contattare nao_ligar nao_contactar nie_dzwonic nie_kontaktowac nevolat nezavolat
        remark: ne_hivd ne_hivja nu_sunati ne_zovi ring_inte ring_ikke ala_soita ne_zvonit
        remark: ne_pas_deranger do_not_disturb nicht_storen no_show noshow no_shows no_shower
        remark: noshows pas_venu pas_venue nicht_erschienen nicht_gekommen niet_gekomen no_vino
        remark: no_presentado non_presentato nao_compareceu nie_przyszedl neprisel nem_jott
        remark: blacklist blacklisted blackliste black_list gesperrt hausverbot banned interdit
        remark: indesirable lista_nera lista_negra zwarte_lijst sperrliste attention achtung warning
        remark: careful let_op attenzione cuidado atencion uwaga pozor figyelem vorsicht problem
        remark: probleme problemes difficult difficile schwierig moeilijk dificil complicado penible
        remark: chiant reclamation complaint beschwerde klacht plainte mauvais_payeur impaye unpaid
        remark: owes_money schulden cash_only cash nur_bar barzahler especes solo_efectivo contanti
        remark: contant bargeld cb carte_bleue prepaid prepaye acompte deposit anzahlung paid paye
        remark: bezahlt betaald pagado invoice facture rechnung fattura factura factuur new nouveau
        remark: nouvelle nouveau_client new_client neukunde neukundin nieuw nieuwe_klant nuovo nuova
        remark: nuevo nueva novo nova nowy nowa nowy_klient novy neu ancien ancienne ancien_client
        remark: former_client ex_client ex_kunde altkunde allergy allergies allergic allergie
        remark: allergique allergiques allergisch allergiker allergia alergia alergie alergico
        remark: alergica allergico allergica alergik alergicky allergias allergi allergisk nut nuts
        remark: nut_allergy noix nusse nuesse noten nueces noci peanut peanuts arachide arachides
        remark: cacahuete erdnuss pinda fruits_a_coque fruits_de_mer shellfish crustaces lactose
        remark: laktose lattosio lactosa gluten glutenfree gluten_free sans_gluten glutenfrei
        remark: glutenvrij sin_gluten senza_glutine sem_gluten bez_glutenu coeliaque coeliac celiac
        remark: zoliakie zoeliakie celiaco celiaque celiakia vegan vegans vegane vegetalien
        remark: vegetarian vegetarien vegetarienne vegetarier vegetarisch vegetariano vegetariana
        remark: vege veggie veg wegetarianin wegan halal kosher casher koscher diabetic diabetique
        remark: diabetiker diabetico intolerant intolerance enceinte pregnant schwanger zwanger
        remark: embarazada incinta anniv anniversaire birthday bday geburtstag verjaardag compleanno
        remark: cumpleanos aniversario urodziny narozeniny szuletesnap fodelsdag fodselsdag
        remark: syntymapaiva anniversary hochzeitstag jubilaum wedding mariage hochzeit bruiloft
        remark: boda honeymoon lune_de_miel flitterwochen pers persons personnes personen personas
        remark: persone pessoas osob osoby osoba people pax couverts cvts gedecke henkiloa st_pers
        remark: adultes adults erwachsene adultos volwassenen adulti bis doublon doublons duplicate
        remark: duplicat duplikat doppelt dubbel doppelung duplicado doppione copy copie kopie copia
        remark: kopia alte_nummer old_number neue_nummer nouveau_numero ancien_numero new_number
        remark: changed_number urgent urgente dringend pilne wichtig important importante belangrijk
        remark: prioritaire priority bebe baby babys kind kinder enfant enfants child children kids
        remark: kinderen kid bambino nino ninos criancas crianca dziecko dzieci dite deti gyerek
        remark: gyerekek lapsi poussette pram stroller kinderwagen highchair chaise_haute
        remark: kinderstuhl chaise_bebe kinderstoel hochstuhl chien dog dogs hund hunde hond perro
        remark: kutya pets haustier avec_chien mit_hund with_dog met_hond con_perro con_cane pmr
        remark: wheelchair fauteuil fauteuil_roulant rollstuhl rolstoel handicap handicape behindert
        remark: handicapped silla_de_ruedas sedia_a_rotelle mobilite_reduite deaf sourd aveugle tel
        remark: telefon telephone telefono telefoon tlf tfno phone phone_number mobile mobil
        remark: portable handy gsm mob cell cellphone fixe festnetz movil movel cellulare komorka
        remark: fax email mail e_mail courriel whatsapp sms telegram home maison domicile privat
        remark: private prive privee work arbeit dienstlich geschaftlich professionnel zakelijk
        remark: a_rappeler rappeler call_back callback ruckruf rueckruf zuruckrufen terugbellen
        remark: llamar richiamare appeler call anrufen bellen chiamare ligar zadzwonic confirm
        remark: confirme confirmee confirmed bestatigt bestaetigt bevestigd confirmado confermato
        remark: potwierdzone option optionnel waitlist waiting_list liste_d_attente warteliste
        remark: wachtlijst annule annulee annulation cancelled canceled cancel storniert abgesagt
        remark: geannuleerd cancelado annullato anulowane zruseno late retard en_retard verspatet
        remark: verspaetet te_laat tarde cadeau gift_card gutschein voucher bon_cadeau carte_cadeau
        remark: cadeaubon fumeur smoker nonsmoker non_fumeur nichtraucher raucher roker fenetre
        remark: window fenster raam finestra ventana exterieur outside outdoor draussen buiten
        remark: interieur inside innen binnen coin_calme quiet ruhig rustig calme vue_mer sea_view
        remark: francais francaise english anglais deutsch allemand spricht speaks parle speak only
        remark: seulement nur alleen uniquement always toujours immer altijd never jamais notes
        remark: remarque bemerkung opmerking voir_note see_note see_notes siehe bitte please svp stp
        remark: merci thanks danke por_favor per_favore habite cf nb ref rdv groupe_de group_of
        remark: gruppe_von groep_van deceased decede decedee verstorben overleden fallecido deceduto
        remark: zmarly moved demenage umgezogen verhuisd gratuit offert invitation complimentary
        remark: постоянныи не_звонить
        remark name: neu nova kind hund tag winkel frei alt noten casher koscher chat fenster roman
        remark name: nut pers voisin buren home english francais friend cash child late quiet work
        remark name: moved loyal vecino nachbar baby gift
        """
}
